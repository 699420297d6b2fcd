"""`%tb`, `%debug` and `%pdb`: the last error and its frames."""

import _session

from _magic_base import glance, namespace, read

_opens_debug = False


def line_tb(text):
    report = _session.report()
    print(report.rstrip('\n') if report else 'There was no error yet.')


def line_pdb(text):
    global _opens_debug
    word = text.strip().lower()
    _opens_debug = not _opens_debug if not word else word in ('on', '1', 'true')
    print('An error opens %debug:', 'on' if _opens_debug else 'off')


def after_error(text):
    """Called by the prompt after each error."""
    if _opens_debug:
        line_debug('')


_debug_help = """\
w       the frames, the current one marked        u, d    the frame outside, inside
l       the lines around                          a       the variables of the frame
p EXPR  the value of an expression (or just EXPR) q       leave"""


def _place(frame, mark):
    name, source, number, line, _ = frame
    return f'{mark} {source}:{number} in {name}\n      {line.strip()}'


def line_debug(text):
    frames = _session.frames()
    if not frames:
        print('There was no error yet.')
        return
    at = 0
    report = (_session.report() or '').strip().split('\n')
    print(next((line for line in report if 'Error' in line or 'Exception' in line), report[0]))
    print(_place(frames[at], '>'))
    while True:
        try:
            command = input('(debug) ').strip()
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            print()
            continue
        word, _, rest = command.partition(' ')
        if not command:
            continue
        if word in ('q', 'quit', 'exit', 'c', 'cont', 'continue'):
            return
        if word in ('h', 'help', '?'):
            print(_debug_help)
        elif word in ('w', 'where', 'bt'):
            for index in range(len(frames) - 1, -1, -1):
                print(_place(frames[index], '>' if index == at else ' '))
        elif word in ('u', 'up', 'd', 'down'):
            to = at + (1 if word in ('u', 'up') else -1)
            if 0 <= to < len(frames):
                at = to
                print(_place(frames[at], '>'))
            else:
                print('Oldest frame' if to > 0 else 'Newest frame')
        elif word in ('l', 'list'):
            _list(frames[at])
        elif word in ('a', 'args', 'locals'):
            for name, value in sorted(_locals(frames[at]).items()):
                print(f'{name} = {glance(value, 60)}')
        else:
            _print(rest if word in ('p', 'pp', 'print') and rest else command, frames[at])


def _locals(frame):
    names = frame[4] or {}
    return {name: value for name, value in names.items() if not name.startswith('__')}


def _list(frame):
    _, source, number, line, _ = frame
    inputs = [text for text in _session.inputs() if line in text.split('\n')]
    if source.startswith('<') and inputs:
        lines = inputs[-1].split('\n')
    else:
        try:
            lines = read(source).split('\n')
        except OSError:
            lines = []
    if not 0 < number <= len(lines):
        print(f'{number:5} -> {line}')
        return
    for at in range(max(1, number - 5), min(len(lines), number + 5) + 1):
        print(f'{at:5} {"->" if at == number else "  "} {lines[at - 1]}'.rstrip())


def _print(text, frame):
    space = dict(namespace())
    space.update(frame[4] or {})
    try:
        try:
            value = eval(text, space)
        except SyntaxError:
            exec(text, space)
            return
        if value is not None:
            print(repr(value))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')
