import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('a/b.tar.gz', '/usr//lib/./x', '.', '', '/', '..', '../a', '.bashrc', 'a.', 'a/b/', '//srv/x', '/a/../b', 'name'):
    p = PurePosixPath(text)
    print(repr(p), p, p.parts, repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, p.root, p.anchor, p.is_absolute(), [str(q) for q in p.parents])
p = PurePosixPath('/home/me/file.txt')
print(p.with_name('x.py'), p.with_suffix('.md'), p.with_suffix(''), p.with_stem('other'), p.relative_to('/home'), p.is_relative_to('/usr'), p.as_uri(), p.as_posix())
print(p / 'more' / 'x', '/root' / PurePosixPath('y'), p / '/abs', p.joinpath('a', 'b/c'), PurePosixPath('a', 'b', PurePosixPath('c')), p.parents[0], p.parents[1], len(p.parents))
print(p == PurePosixPath('/home/me//file.txt'), hash(p) == hash(PurePosixPath('/home/me/file.txt')), PurePosixPath('a') < PurePosixPath('b'), sorted([PurePosixPath('b'), PurePosixPath('a/c')]))
print(p.match('*.txt'), p.match('me/*'), p.match('/home/*/*.txt'), p.match('*.py'), PurePosixPath('a/b.py').match('a/*.py'), os.fspath(p), repr(PurePath('q')), f'{p!s:>20}')
for f in (lambda: p.with_suffix('txt'), lambda: p.with_name(''), lambda: PurePosixPath('').with_name('a'), lambda: p.relative_to('/usr'), lambda: PurePosixPath(3),
          lambda: p / 3, lambda: p < 'x', lambda: p.parents[9], lambda: PurePosixPath('a').as_uri(), lambda: p.match(''), lambda: p.relative_to('x'), lambda: p.with_name('a/b')):
    attempt(f)
with tempfile.TemporaryDirectory() as name:
    top = Path(name)
    print(type(top).__name__, top.exists(), top.is_dir(), top.is_file(), (top / 'nope').exists())
    (top / 'a' / 'b').mkdir(parents=True)
    (top / 'a' / 'b').mkdir(parents=True, exist_ok=True)
    f = top / 'a' / 'f.txt'
    print(f.write_text('line one\nline two\n'), f.read_text(), f.read_bytes(), f.stat().st_size, f.is_file(), f.suffix)
    with f.open('a') as out:
        out.write('three\n')
    with f.open() as lines:
        print([line.strip() for line in lines])
    (top / 'a' / 'b' / 'g.py').touch()
    (top / 'h.py').write_bytes(b'x = 1\n')
    print(sorted(q.name for q in top.iterdir()), sorted(q.name for q in top.glob('*.py')), sorted(str(q.relative_to(top)) for q in top.rglob('*.py')))
    print(sorted(str(q.relative_to(top)) for q in top.glob('**/*')), sorted(str(q.relative_to(top)) for q in top.glob('*/*')), list(top.glob('zz*')))
    g = f.rename(top / 'renamed.txt')
    print(g.name, f.exists(), g.exists(), g.with_suffix('.bak').name)
    g.unlink()
    g.unlink(missing_ok=True)
    for h in (lambda: g.unlink(), lambda: (top / 'a').mkdir(), lambda: (top / 'x' / 'y').mkdir(), lambda: (top / 'no').read_text(), lambda: (top / 'a').rmdir(),
              lambda: (top / 'h.py').touch(exist_ok=False), lambda: f.write_text(3), lambda: list((top / 'no').iterdir()), lambda: list(top.glob(''))):
        try:
            print(h())
        except Exception as e:
            print(type(e).__name__, str(e).replace(name, 'TOP'))
    os.chdir(top)
    print(Path('h.py').resolve() == Path(os.path.realpath(name)) / 'h.py', Path('h.py').absolute().is_absolute(), Path.cwd() == Path(os.getcwd()), str(Path('~x/y').name))
    print(isinstance(Path('a'), PurePosixPath), Path('a') == PurePosixPath('a'), Path('a/../b'), Path('h.py').read_text())
    os.chdir('/')
