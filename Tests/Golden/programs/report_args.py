import argparse
import io
import json
import sys
from contextlib import redirect_stdout, redirect_stderr
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath


def parser():
    p = argparse.ArgumentParser(prog='report', description='Makes a report of tasks.', epilog='That is all.')
    p.add_argument('files', nargs='*', default=['-'], help='what to read')
    p.add_argument('-n', '--number', type=int, default=3, metavar='N', help='how many (default: %(default)s)')
    p.add_argument('--format', choices=['text', 'json', 'csv'], default='text')
    p.add_argument('-v', '--verbose', action='count', default=0)
    p.add_argument('--since', type=date.fromisoformat, default=date(2024, 1, 1))
    p.add_argument('--dry-run', action='store_true')
    p.add_argument('--tag', action='append', default=[])
    group = p.add_mutually_exclusive_group()
    group.add_argument('--up', dest='order', action='store_const', const=1)
    group.add_argument('--down', dest='order', action='store_const', const=-1)
    return p


def try_parse(line):
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            print(vars(parser().parse_args(line.split())))
    except SystemExit as stop:
        print(f'[{line}] exit {stop.code}')
    else:
        print(f'[{line}]')
    print(out.getvalue() + err.getvalue(), end='')


for line in ('', 'a b -n 5 -vv', '--format json --tag x --tag=y --dry-run', '--since 2024-02-30', '-n x', '--format xml', '--up --down', '--unknown', '--since 2023-12-24 --down -- -file'):
    try_parse(line)
print(parser().format_usage(), end='')
sub = argparse.ArgumentParser(prog='git')
commands = sub.add_subparsers(dest='command', required=True)
add = commands.add_parser('add')
add.add_argument('path', type=PurePosixPath)
commit = commands.add_parser('commit')
commit.add_argument('-m', '--message', required=True)
print(sub.parse_args(['add', 'a/b.txt']), sub.parse_args(['commit', '-m', 'fix it']))

TASKS = [{'id': 1, 'title': 'write', 'due': '2024-03-01', 'hours': 2.5, 'tags': ['a', 'b']},
         {'id': 2, 'title': 'test', 'due': '2024-02-28', 'hours': 1, 'tags': []},
         {'id': 3, 'title': 'ship "it"', 'due': None, 'hours': 0.25, 'tags': ['é']}]


def due(task, default=date.max):
    return date.fromisoformat(task['due']) if task['due'] else default


text = json.dumps(TASKS, indent=2, ensure_ascii=False)
print(text.count('\n'), json.loads(text) == TASKS, json.dumps(TASKS[2]), json.dumps({'b': [1, 2.0, None, True], 'a': {}}, sort_keys=True, separators=(',', ':')))
today = date(2024, 2, 27)
for task in sorted(TASKS, key=due):
    left = (due(task) - today).days if task['due'] else None
    state = 'no date' if left is None else 'today' if not left else f'in {left} day{"s" * (left != 1)}'
    print(f"{task['id']:>2}. {task['title']:<12}{state:>12} {task['hours']:5.2f}h {'/'.join(task['tags']) or '-'}")
print(today + timedelta(days=3), today.replace(month=12), today.weekday(), today.isocalendar()[:2], (date(2025, 1, 1) - today).days, today.strftime('%d.%m.%y %j'))
moment = datetime(2024, 2, 29, 23, 59, 30)
print(moment + timedelta(seconds=45), moment.isoformat(), repr(moment - timedelta(weeks=1)), moment.time(), datetime.strptime('03/04/21 5PM', '%d/%m/%y %I%p'), str(timedelta(hours=30, minutes=5)), timedelta(1) / timedelta(hours=6))
for bad in ('{"a": 1,}', '[1, 2', 'nope', '{"a" 1}', '"\\x"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error, error.pos)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({'when': today, 'set': {3, 1}}, cls=Encoder), json.loads('{"x": 1.5e3}', object_hook=lambda d: list(d.items()), parse_float=str))
try:
    json.dumps({'z': 1j}, cls=Encoder)
except TypeError as error:
    print(error)
