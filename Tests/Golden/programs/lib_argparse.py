import argparse
import contextlib
import io
import os

os.environ['COLUMNS'] = '80'


def attempt(parser, text):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            result = parser.parse_args(text.split())
        print(text, '->', result)
    except SystemExit as e:
        print(text, '-> exit', e.code)
    if out.getvalue():
        print(out.getvalue())


p = argparse.ArgumentParser(prog='train', description='Trains a net on points; a description that is long enough to be broken over two lines.', epilog='See %(prog)s docs.')
p.add_argument('data', help='the data file')
p.add_argument('extra', nargs='*', help='more files')
p.add_argument('-n', '--epochs', type=int, default=10, help='how often (default: %(default)s)')
p.add_argument('--rate', type=float, default=0.1, metavar='R', help='learning rate, which is a float that is multiplied with the gradient in each step of the descent')
p.add_argument('-v', '--verbose', action='count', default=0)
p.add_argument('-q', dest='quiet', action='store_true', help='say nothing')
p.add_argument('--kind', choices=['relu', 'tanh'], default='relu')
p.add_argument('--layers', nargs='+', type=int, default=[4, 4])
p.add_argument('--pair', nargs=2, metavar=('A', 'B'))
p.add_argument('--maybe', nargs='?', const='c', default='d')
p.add_argument('--tag', action='append', help=argparse.SUPPRESS)
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.add_argument('--color', action=argparse.BooleanOptionalAction, default=True, help='use colour')
for text in ('x.csv', 'x.csv a b -n 5 --rate=0.5 -vv -q', 'x --kind tanh --layers 1 2 3 --pair p q', 'x --maybe --tag a --tag b', 'x --maybe e', '-n5 x', '-qvn 3 x', 'x --epo 7', 'x -- -y',
             'x --no-color', 'x -n -3', '', 'x --kind nope', 'x -n abc', 'x --pair 1', 'x --layers', 'x --nope', 'x --ver', 'x --v', 'x -n', '--help', '--version', 'x --quiet', '--rate=', 'x -q=1'):
    attempt(p, text)
s = argparse.ArgumentParser(prog='tool')
s.add_argument('--debug', action='store_true')
subs = s.add_subparsers(dest='command', required=True, help='what to do')
a = subs.add_parser('add', help='adds things', aliases=['a'])
a.add_argument('things', nargs='+', type=int)
a.set_defaults(func=sum)
b = subs.add_parser('list', help='lists things', description='Lists.')
b.add_argument('--all', action='store_true')
for text in ('add 1 2', '--debug list --all', 'a 5', '', 'nope', 'add', 'list --help', '-h', 'list x', 'add 1 --zz'):
    if 'func' not in text:
        attempt(s, text) if text not in ('add 1 2', 'a 5') else print(s.parse_args(text.split()).things, s.parse_args(text.split()).func([1, 2]))
m = argparse.ArgumentParser(prog='m', formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False)
g = m.add_mutually_exclusive_group(required=True)
g.add_argument('--on', action='store_true', help='on')
g.add_argument('--off', action='store_const', const=5)
h = m.add_argument_group('numbers', 'All about numbers.')
h.add_argument('--size', type=int, default=3, help='a size')
for text in ('--on', '--off --size 4', '', '--on --off'):
    attempt(m, text)
print(m.format_help())
print(m.parse_known_args(['--on', '--what', 'x']), m.format_usage())
r = argparse.ArgumentParser(prog='r', usage='%(prog)s [options]', formatter_class=argparse.RawDescriptionHelpFormatter, description='Line one\n  line two')
r.add_argument('rest', nargs=argparse.REMAINDER)
attempt(r, 'a --b c')
print(r.format_help(), argparse.Namespace(a=1, b='x'), vars(argparse.Namespace(z=2)), argparse.Namespace(a=1) == argparse.Namespace(a=1))


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f'{text} is odd')
    return int(text)


e = argparse.ArgumentParser(prog='e')
e.add_argument('n', type=even)
e.add_argument('m', type=lambda t: int(t, 16), nargs='?', default='ff')
for text in ('4', '3', '4 1f', '4 zz'):
    attempt(e, text)
for bad in (lambda: e.add_argument('--x', action='nope'), lambda: e.add_argument('-h'), lambda: e.add_argument('y', required=True), lambda: e.add_argument('--t', type='int')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
long = argparse.ArgumentParser(prog='program-with-many-options')
for name in ('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'):
    long.add_argument('--' + name, type=int, help='the ' + name)
long.add_argument('source')
long.add_argument('target', nargs='?')
print(long.format_help())
