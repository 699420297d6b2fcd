"""Runs programs under CPython twice, with its own library and with the one in scripts/lib, and compares the output.

    python3 Tests/Golden/check_library.py [PROGRAM...]      # all lib_*.py of drafts/ and programs/ without arguments
    NN_BINARY=.build/debug/nn python3 Tests/Golden/check_library.py    # the second run with nn
"""

import difflib
import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
library = os.path.join(here, '..', '..', 'scripts', 'lib')

child = r'''
import sys, importlib.abc, importlib.util, os, runpy
library, program = sys.argv[1:3]
import re, enum, collections, functools, copy, io, operator, itertools, keyword, linecache, traceback, types, warnings
import html, binascii, errno, array, ast, shlex, secrets, graphlib, platform, queue, unittest, logging, argparse, difflib, pickle, doctest, timeit, base64, hashlib, calendar, linecache, os, posix, stat, glob, fnmatch, shutil, random, hashlib, datetime, pickle, tempfile, contextlib, inspect, time, _strptime, locale
names = {n[:-3] if n.endswith('.py') else n for n in os.listdir(library) if not n.startswith('__')}
keep = set(os.environ.get('KEEP', '').split())
names -= keep
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.split('.')[0] not in names:
            return None
        base = os.path.join(library, *name.split('.'))
        for file in (os.path.join(base, '__init__.py'), base + '.py'):
            if os.path.exists(file):
                package = [base] if file.endswith('__init__.py') else None
                return importlib.util.spec_from_file_location(name, file, submodule_search_locations=package)
sys.meta_path.insert(0, Finder())
import fractions, decimal, statistics, numbers
for name in list(sys.modules):
    if name.split('.')[0] in names:
        del sys.modules[name]
sys.dont_write_bytecode = True
sys.argv = [program]
runpy.run_path(program, run_name='__main__')
'''


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout + done.stderr[-3000:]


def main():
    programs = sys.argv[1:]
    if not programs:
        programs = sorted(
            os.path.join(here, folder, name) for folder in ('drafts', 'programs')
            for name in os.listdir(os.path.join(here, folder)) if name.startswith('lib_') and name.endswith('.py'))
    nn = os.environ.get('NN_BINARY')
    bad = 0
    for program in programs:
        wanted = run([sys.executable, program])
        got = run([nn, program] if nn else [sys.executable, '-c', child, library, program])
        if wanted == got:
            print('same', os.path.basename(program), len(wanted.splitlines()), 'lines')
            continue
        bad += 1
        print('DIFFERS', program)
        lines = difflib.unified_diff(wanted.splitlines(), got.splitlines(), 'wanted', 'got', n=0, lineterm='')
        for line in list(lines)[:int(os.environ.get('LINES', 40))]:
            print('   ', line[:300])
    sys.exit(bad > 0)


main()
