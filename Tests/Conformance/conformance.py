#!/usr/bin/env python3
"""How much of NumPy's own documentation `nn` prints as NumPy does.

    make conformance
    Tests/Conformance/conformance.py [--verbose] [--only WORD] [--record]

The examples (`>>>`) in the docstrings of the installed NumPy, of every function, class and method that `nn` has too, run
as one session a docstring in both interpreters. An example counts when NumPy itself prints what its docstring says: random
numbers, addresses, files of the author do not. The bar is 93 of 100 alike.

Examples that `nn` answers otherwise stand in reasons.txt with the reason; `--record` writes result.json, from which
docs/compatibility.md is made. The exit code is 1 below the bar, where a miss has no reason, and where a reason has no miss.
"""
import argparse
import builtins
import doctest
import importlib
import inspect
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

BAR = 93.0
HERE = pathlib.Path(__file__).resolve().parent
NN = os.environ.get('NN_BINARY', str(HERE.parent.parent / '.build/release/nn'))
MODULES = [
    'numpy', 'numpy.linalg', 'numpy.fft', 'numpy.random', 'numpy.testing', 'numpy.char', 'numpy.strings',
    'numpy.lib.stride_tricks', 'numpy.polynomial', 'numpy.polynomial.polynomial', 'numpy.polynomial.chebyshev',
    'numpy.polynomial.legendre', 'numpy.polynomial.hermite', 'numpy.polynomial.hermite_e',
    'numpy.polynomial.laguerre', 'numpy.polynomial.polyutils',
]
CLASSES = [
    'numpy.ndarray', 'numpy.dtype', 'numpy.ufunc', 'numpy.random.Generator', 'numpy.random.RandomState',
    'numpy.poly1d', 'numpy.nditer', 'numpy.flatiter', 'numpy.finfo', 'numpy.iinfo', 'numpy.vectorize', 'numpy.matrix',
    'numpy.ndindex', 'numpy.ndenumerate', 'numpy.broadcast', 'numpy.errstate', 'numpy.generic', 'numpy.number',
    'numpy.float64', 'numpy.int64', 'numpy.complex128', 'numpy.polynomial.Polynomial', 'numpy.polynomial.Chebyshev',
    'numpy.random.SeedSequence', 'numpy.random.PCG64', 'numpy.random.MT19937', 'numpy.recarray', 'numpy.record',
]

# Classes whose members are counted one by one.
NAMED = [
    'numpy.ndarray', 'numpy.dtype', 'numpy.ufunc', 'numpy.float64', 'numpy.random.Generator',
    'numpy.random.RandomState', 'numpy.poly1d', 'numpy.matrix', 'numpy.polynomial.Polynomial',
]


def lookup(path):
    """The value of a dotted name."""
    parts = path.split('.')
    for end in range(len(parts), 0, -1):
        try:
            value = importlib.import_module('.'.join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            value = getattr(value, part)
        return value
    raise ImportError(path)


def documented():
    """The dotted names of NumPy's that have examples, each docstring once."""
    seen = {}
    for module in MODULES:
        home = importlib.import_module(module)
        for name in sorted(vars(home)):
            if not name.startswith('_') and not inspect.ismodule(getattr(home, name)):
                seen.setdefault(f'{module}.{name}', getattr(home, name))
    for path in CLASSES:
        cls = lookup(path)
        for name in sorted(dir(cls)):
            if not name.startswith('_'):
                seen[f'{path}.{name}'] = getattr(cls, name)
    texts = set()
    for path, value in seen.items():
        text = getattr(value, '__doc__', None)
        if isinstance(text, str) and '>>>' in text and text not in texts:
            texts.add(text)
            yield path, text


def present(paths):
    """Those of the dotted names that `nn` has."""
    program = '''
import importlib, warnings
warnings.simplefilter('ignore')
def has(path):
    parts = path.split('.')
    for end in range(len(parts), 0, -1):
        try:
            value = importlib.import_module('.'.join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            if not hasattr(value, part):
                return False
            value = getattr(value, part)
        return True
    return False
for path in PATHS.split():
    if has(path):
        print(path)
'''.replace('PATHS', repr(' '.join(paths)))
    with tempfile.NamedTemporaryFile('w', suffix='.py') as file:
        file.write(program)
        file.flush()
        return subprocess.run([NN, file.name], capture_output=True, text=True).stdout.split()


def sessions_of(docs):
    """Sessions as session.py takes them, and what their docstrings say."""
    parser = doctest.DocTestParser()
    sessions, wanted = [], {}
    for path, text in docs:
        try:
            examples = parser.get_examples(text)
        except ValueError:
            continue
        module = path.rsplit('.', 1)[0]
        setup = 'import numpy as np\n'
        if module.startswith('numpy.') and module in MODULES:
            setup += f'from {module} import *\n' if 'polynomial.' in module else ''
        kept = [e for e in examples if not e.options.get(doctest.OPTIONFLAGS_BY_NAME['SKIP'])]
        sessions.append([path, setup, [example.source for example in kept]])
        wanted[path] = kept
    return sessions, wanted


def run(command, sessions):
    """What each session printed, by name; a process that dies costs its own session only."""
    answers, left = {}, list(sessions)
    with tempfile.TemporaryDirectory() as folder:
        while left:
            file = pathlib.Path(folder) / 'sessions.json'
            file.write_text(json.dumps(left))
            try:
                out = subprocess.run(command + [str(HERE / 'session.py'), str(file)], capture_output=True, text=True,
                                     cwd=folder, timeout=300, stdin=subprocess.DEVNULL)
                text, errors = out.stdout, out.stderr
            except subprocess.TimeoutExpired as expired:
                text, errors = (expired.stdout or b'').decode(), 'timeout'
            before = len(answers)
            for line in text.splitlines():
                name, texts = json.loads(line)
                answers[name] = texts
            done = len(answers) - before
            if done < len(left):
                name = left[done][0]
                print(f'{command[0]}: {name} ended the process: {errors.strip()[-200:]}', file=sys.stderr)
                answers[name] = None
                done += 1
            left = left[done:]
    return answers


def agrees(example, got, flags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE):
    """Whether a text is what a docstring says."""
    for option, on in example.options.items():
        flags = flags | option if on else flags & ~option
    if example.exc_msg is not None:
        kind = got.split(':')[0].split('.')[-1]
        message = example.exc_msg.strip()
        wanted_kind = message.split(':')[0].split('.')[-1]
        if flags & doctest.IGNORE_EXCEPTION_DETAIL:
            return kind.lstrip('! ') == wanted_kind
        rest = message.partition(':')[2].strip()
        checker = doctest.OutputChecker()
        return kind.lstrip('! ') == wanted_kind and checker.check_output(
            rest + '\n', got.partition(':')[2].strip() + '\n', flags)
    return doctest.OutputChecker().check_output(example.want, got, flags)


def reasons():
    """The reasons of misses by example: blocks `NAME: REASON`, the examples' first lines below."""
    result, reason = {}, ''
    path = HERE / 'reasons.txt'
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith('    '):
            name, _, source = line.strip().partition(' ')
            result[name, source] = reason
        elif line.strip() and not line.startswith('#'):
            reason = line.strip()
    return result


def public_names():
    """NumPy's public names by module and class, a line each."""
    lines = []
    for path in MODULES[:-1] + ['numpy.exceptions', 'numpy.lib', 'numpy.typing'] + NAMED:
        value = lookup(path)
        names = getattr(value, '__all__', None) if inspect.ismodule(value) else None
        names = names or [name for name in dir(value) if not name.startswith('_')]
        lines.append(f'{path}: {" ".join(sorted(set(names)))}')
    modules = sorted(name for name in sys.stdlib_module_names if not name.startswith('_'))
    return lines + [f'python modules: {" ".join(modules)}',
                    f'builtins: {" ".join(name for name in dir(builtins) if not name.startswith("_"))}'] + [
        f'{kind.__name__}: {" ".join(name for name in dir(kind) if not name.startswith("_"))}'
        for kind in (str, bytes, bytearray, list, tuple, dict, set, frozenset, int, float, complex)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--verbose', action='store_true', help='print the texts of every miss')
    arguments.add_argument('--only', default='', help='only names that contain this')
    arguments.add_argument('--record', action='store_true', help='write result.json')
    options = arguments.parse_args()

    docs = [(path, text) for path, text in documented() if options.only in path]
    have = set(present([path for path, _ in docs]))
    absent = [path for path, _ in docs if path not in have]
    sessions, wanted = sessions_of([(path, text) for path, text in docs if path in have])
    theirs = run([sys.executable], sessions)
    ours = run([NN], sessions)

    counted = alike = 0
    misses = []
    for path, examples in wanted.items():
        for index, example in enumerate(examples):
            if theirs[path] is None or not (example.want or example.exc_msg):
                continue
            if not agrees(example, theirs[path][index]):
                continue
            counted += 1
            got = ours[path][index] if ours[path] is not None else '! the process ended'
            if agrees(example, got):
                alike += 1
            else:
                misses.append((path, example, got))

    known = reasons()
    used = set()
    for path, example, got in misses:
        key = path, example.source.splitlines()[0]
        used.add(key)
        print(f'{path}  {key[1]}' + ('' if key in known else '  [no reason]'))
        if options.verbose:
            print('  wanted: ' + example.want.rstrip().replace('\n', '\n          '))
            print('  got:    ' + got.rstrip().replace('\n', '\n          '))
    stale = [] if options.only else [key for key in known if key not in used]
    for path, source in stale:
        print(f'reasons.txt: no miss any more: {path} {source}')
    unexplained = [key for key in used if key not in known]
    share = 100 * alike / counted if counted else 0
    print(f'{alike} of {counted} examples alike ({share:.1f} %), in {len(wanted)} docstrings; '
          f'{len(absent)} docstrings of names that nn does not have; NumPy {np.__version__}')
    if options.record:
        (HERE / 'names.txt').write_text(f'# Public names of CPython {sys.version.split()[0]} and NumPy {np.__version__}.\n'
                                        + '\n'.join(public_names()) + '\n')
        (HERE / 'result.json').write_text(json.dumps({
            'numpy': np.__version__, 'alike': alike, 'counted': counted, 'docstrings': len(wanted),
            'absent': absent,
            'misses': sorted([path, source, known.get((path, source), '')] for path, source in used),
        }, indent=1) + '\n')
    sys.exit(share < BAR or bool(unexplained) or bool(stale))


if __name__ == '__main__':
    main()
