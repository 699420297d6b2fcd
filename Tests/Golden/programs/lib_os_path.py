import os
import os.path
import glob
import fnmatch
import shutil
import tempfile


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


p = os.path
paths = ['', '/', 'a', 'a/b', '/a/b/', 'a//b', './a', '../a/../b', '/..', 'a.txt', '.rc', 'd.x/f', 'a/.b.c', '//x/y', '///x', 'a/./b/../c', 'x.tar.gz', '..', 'a/b/..']
for path in paths:
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path))
print(p.join('a', 'b', '/c', 'd'), p.join('a/', 'b'), p.join('', 'x'), p.join('a', ''), p.join('/'), p.splitdrive('/a'))
print(p.commonprefix(['/usr/lib', '/usr/local']), p.commonpath(['/usr/lib', '/usr/local/x']), p.commonpath(['a/b', 'a']), p.relpath('/a/b/c', '/a/d'),
      p.relpath('/a', '/a'), p.commonprefix([]))
attempt(lambda: p.join('a', 3))
attempt(lambda: p.join(b'a', 'b'))
attempt(lambda: p.commonpath([]))
attempt(lambda: p.commonpath(['/a', 'b']))
attempt(lambda: p.basename(3))
attempt(lambda: p.relpath(''))
os.environ['NN_TEST'] = 'v'
print(p.expandvars('$NN_TEST/${NN_TEST}x/$NOPE_X/$'), os.environ['NN_TEST'], os.getenv('NN_TEST'), os.getenv('NOPE_X', 'd'), 'NN_TEST' in os.environ)
del os.environ['NN_TEST']
attempt(lambda: os.environ['NN_TEST'])
attempt(lambda: os.environ.__setitem__('A', 1))
os.environ['HOME'] = '/home/x'
print(p.expanduser('~/a'), p.expanduser('~'), p.expanduser('a~'), os.sep, os.pathsep, os.linesep == '\n', os.name, os.curdir, os.devnull, os.extsep)
print(fnmatch.fnmatch('abc.txt', '*.txt'), fnmatch.filter(['a1', 'b2', 'a3', '[x]'], 'a?'), fnmatch.fnmatch('b', '[!a-c]'), fnmatch.fnmatch('[x]', '[[]x]'),
      fnmatch.fnmatch('a', '['), fnmatch.fnmatchcase('aXbXc', 'a*b*c'), fnmatch.fnmatch('', '*'), fnmatch.fnmatch('ab', 'a*b*'))
with tempfile.TemporaryDirectory() as top:
    here = os.getcwd()
    os.chdir(top)
    os.makedirs('a/b/c')
    os.makedirs('a/b/c', exist_ok=True)
    attempt(lambda: os.makedirs('a/b'))
    for name in ('a/1.txt', 'a/b/2.txt', 'a/b/c/3.py', '.hidden', 'top.txt'):
        with open(name, 'w') as f:
            f.write(name)
    print(sorted(os.listdir()), p.exists('a'), p.isfile('a'), p.isdir('a'), p.isfile('top.txt'), p.getsize('top.txt'), p.exists('zz'), p.islink('a'))
    print(sorted(glob.glob('*')), sorted(glob.glob('**/*.txt', recursive=True)), sorted(glob.glob('*/*.txt')), glob.glob('nope*'), glob.glob('top.txt'),
          sorted(glob.glob('a/**', recursive=True)))
    for folder, dirs, files in os.walk('.'):
        dirs.sort()
        print(folder, dirs, sorted(files))
    print([f for f, _, _ in os.walk('a', topdown=False)])
    print(shutil.copy('top.txt', 'copy.txt'), shutil.copy('top.txt', 'a'), open('a/top.txt').read(), shutil.move('copy.txt', 'moved.txt'), p.exists('copy.txt'))
    shutil.copytree('a', 'z', ignore=shutil.ignore_patterns('*.py'))
    print(sorted(glob.glob('z/**', recursive=True)))
    shutil.rmtree('z')
    os.rename('moved.txt', 'renamed.txt')
    os.remove('renamed.txt')
    os.mkdir('empty')
    os.rmdir('empty')
    print(sorted(os.listdir('.')), sorted(e.name for e in os.scandir('a') if e.is_file()), p.abspath('a/../b') == p.join(os.getcwd(), 'b'))
    attempt(lambda: os.remove('nope'))
    attempt(lambda: os.listdir('nope'))
    attempt(lambda: os.rmdir('a'))
    attempt(lambda: shutil.copy('nope', 'x'))
    attempt(lambda: shutil.copyfile('top.txt', 'top.txt'))
    attempt(lambda: open('nope/x'))
    os.chdir(here)
print(p.exists(top), shutil.which('nope-no-such'), p.realpath('/usr/..'))
attempt(lambda: os.fspath(3))
