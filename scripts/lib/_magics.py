"""The bodies of the `%` and `!` lines: `line_NAME` for `%NAME`, `cell_NAME` for a prompt's cell that begins with `%%NAME`."""

import _session
import os
import sys

from _magic_base import columns, error, glance, namespace, read, run_body
from _magic_debugger import after_error, line_debug, line_pdb, line_tb
from _magic_help import line_lsmagic, line_magic, line_pinfo, line_pinfo2, line_precision, line_shapes
from _magic_times import cell_prun, cell_time, cell_timeit, line_prun, line_time, line_timeit

_folders = []


# Variables

_own = {'In', 'Out', 'exit', 'quit'}


def _variables(types=''):
    space = namespace()
    wanted = types.split()
    names = []
    for name in sorted(space):
        value = space[name]
        kind = type(value).__name__
        if name.startswith('_') or name in _own:
            continue
        if wanted and kind not in wanted or not wanted and kind == 'module':
            continue
        names.append(name)
    return names


def line_who(text):
    names = _variables(text)
    if not names:
        print('No variables.' if not text else 'No variables of that type.')
        return
    width = max(len(name) for name in names) + 2
    across = max(1, columns() // width)
    for start in range(0, len(names), across):
        print(''.join(name.ljust(width) for name in names[start:start + across]).rstrip())


def line_who_ls(text):
    return _variables(text)


def _bytes(count):
    for unit in ('B', 'kB', 'MB', 'GB'):
        if count < 1000 or unit == 'GB':
            return f'{count:.0f} {unit}' if unit == 'B' else f'{count:.3g} {unit}'
        count /= 1000


def _shape(value):
    shape = getattr(value, 'shape', None)
    if isinstance(shape, tuple):
        return str(shape)
    return str(len(value)) if isinstance(value, (str, bytes, list, tuple, dict, set, frozenset, range)) else ''


def line_whos(text):
    rows = [('name', 'type', 'dtype', 'shape', 'bytes', 'value')]
    space = namespace()
    names = _variables(text)
    if not names:
        return line_who(text)
    for name in names:
        value = space[name]
        size = getattr(value, 'nbytes', None)
        rows.append((name, type(value).__name__, str(getattr(value, 'dtype', '')), _shape(value),
                     _bytes(size) if isinstance(size, int) else '', value))
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(5)]
    room = max(columns() - 1 - sum(widths), 10)
    for index, row in enumerate(rows):
        last = row[5] if index == 0 else glance(row[5], room)
        print((''.join(cell.ljust(width) for cell, width in zip(row, widths)) + last).rstrip())


def line_reset(text):
    if '-f' not in text.split() and sys.stdin.isatty():
        try:
            answer = input('Forget all variables? (y/n) ')
        except EOFError:
            answer = ''
            print()
        if answer.strip().lower() not in ('y', 'yes'):
            print('Nothing is forgotten.')
            return
    space = namespace()
    for name in list(space):
        if not name.startswith('__'):
            del space[name]
    _session.forget()


# Files

def _words(text):
    import shlex
    return shlex.split(text)


def line_run(text):
    words = _words(text)
    keeps = '-i' in words[:1]
    if keeps:
        words = words[1:]
    if not words:
        error('%run needs a file')
    path = os.path.expanduser(words[0])
    if not os.path.exists(path):
        path = next((path + end for end in ('.nn', '.py', '.ipynb') if os.path.exists(path + end)), path)
    source = read(path)
    space = namespace()
    arguments, sys.argv = sys.argv, [path] + words[1:]
    try:
        if path.endswith('.ipynb'):
            _run_notebook(source, path)
        elif keeps:
            _run_among(source, path, space)
        else:
            _session.run_file(source, path)
    except SystemExit:
        pass
    finally:
        sys.argv = arguments


def _run_among(source, path, space):
    name = space.get('__file__')
    space['__file__'] = path
    try:
        exec(compile(source, path, 'exec'), space)
    finally:
        if name is None:
            del space['__file__']
        else:
            space['__file__'] = name


def _run_notebook(source, path):
    import json
    cells = [cell for cell in json.loads(source)['cells'] if cell['cell_type'] == 'code']
    for number, cell in enumerate(cells, 1):
        _session.run_cell(''.join(cell['source']), f'{path}, cell {number}')


def line_load(text):
    name = text.strip()
    if not name:
        error('%load needs a file')
    path = os.path.expanduser(name)
    if not os.path.exists(path):
        path = next((path + end for end in ('.nn', '.py') if os.path.exists(path + end)), path)
    if not os.path.exists(path) and name in namespace():
        source = _session.source(namespace()[name])
        if source:
            _session.set_next(source[0])
            return
    _session.set_next(read(path).rstrip('\n'))


def _numbers(words, count):
    """The numbers that `1-3 5` names."""
    chosen = []
    for word in words:
        first, dash, last = word.partition('-')
        try:
            start = int(first) if first else 1
            stop = (int(last) if last else count) if dash else start
        except ValueError:
            error(f"'{word}' is no number of a statement, and no range such as 2-5")
        chosen += range(start, min(stop, count) + 1)
    return [number for number in chosen if 0 < number <= count]


def _statements(words):
    inputs = _session.inputs()
    # The line that asks is the last.
    count = len(inputs) - 2
    return [(n, inputs[n]) for n in (_numbers(words, count) if words else range(1, count + 1))]


def line_save(text):
    words = _words(text)
    mode = 'w'
    if words and words[0] == '-a':
        mode, words = 'a', words[1:]
    if not words:
        error('%save needs a file')
    chosen = [source for _, source in _statements(words[1:])]
    if not words[1:]:
        chosen = [source for source in chosen if source[:1] not in '%!' and not source.rstrip().endswith('?')]
    with open(os.path.expanduser(words[0]), mode) as file:
        for source in chosen:
            file.write(source + '\n')
    print(f'{len(chosen)} statement{"" if len(chosen) == 1 else "s"} written to {words[0]}')


def line_edit(text):
    name = text.strip()
    editor = os.environ.get('VISUAL') or os.environ.get('EDITOR') or 'vi'
    source = _session.source(namespace()[name]) if name in namespace() else None
    path, temporary = os.path.expanduser(name), False
    if source or not name:
        import tempfile
        temporary = True
        handle, path = tempfile.mkstemp('.nn', 'nn-edit-')
        os.close(handle)
        with open(path, 'w') as file:
            file.write(source[0] + '\n' if source else '')
    import shlex
    try:
        status = _session.shell(editor + ' ' + shlex.quote(path))[0]
        edited = read(path) if status == 0 and os.path.exists(path) else ''
    finally:
        if temporary and os.path.exists(path):
            os.remove(path)
    if edited.strip():
        print('Running what was edited.')
        exec(compile(edited, '<edit>' if temporary else path, 'exec'), namespace())


def cell_writefile(arguments, body, name, above):
    appends = arguments.startswith('-a ')
    if appends:
        arguments = arguments[3:].strip()
    if not arguments:
        error('%%writefile needs a file')
    path = os.path.expanduser(arguments)
    print('Appending to' if appends else 'Overwriting' if os.path.exists(path) else 'Writing', arguments)
    with open(path, 'a' if appends else 'w') as file:
        file.write(body if body.endswith('\n') else body + '\n')


def line_hist(text):
    words = text.split()
    shows = '-n' in words
    for number, source in _statements([word for word in words if word != '-n']):
        if shows:
            print(f'{number:4}: ' + source.replace('\n', '\n      '))
        else:
            print(source)


line_history = line_hist


# The system

def line_cd(text):
    folder = text.strip()
    before = os.getcwd()
    if folder == '-':
        if not _folders:
            error('there is no folder to go back to')
        folder = _folders.pop()
    os.chdir(os.path.expanduser(folder or '~'))
    _folders.append(before)
    print(os.getcwd())


def line_pwd(text):
    return os.getcwd()


def line_env(text):
    text = text.strip()
    if not text:
        return dict(os.environ)
    name, equals, value = text.partition('=')
    if not equals and ' ' in text:
        name, value = text.split(None, 1)
        equals = '='
    if equals:
        os.environ[name.strip()] = _filled(value.strip())
        print(f'env: {name.strip()}={os.environ[name.strip()]}')
        return None
    if text not in os.environ:
        error(f"the environment has no '{text}'")
    return os.environ[text]


def _filled(command):
    """A command with `{expression}` and `$name` of the program's variables filled in."""
    import re
    space = namespace()

    def expression(match):
        try:
            return str(eval(match.group(1), space))
        except Exception:
            return match.group(0)

    def name(match):
        return str(space[match.group(1)]) if match.group(1) in space else match.group(0)

    command = re.sub(r'\{([^{}]+)\}', expression, command)
    return re.sub(r'\$([A-Za-z_][A-Za-z0-9_]*)', name, command)


def shell(command):
    status = _session.shell(_filled(command))[0]
    namespace()['_exit_code'] = status


class Lines(list):
    """The lines that a command wrote; `s` and `n` are them as one text."""

    @property
    def s(self):
        return ' '.join(self)

    @property
    def n(self):
        return '\n'.join(self)


def shell_lines(command):
    status, text = _session.shell(_filled(command), True)
    namespace()['_exit_code'] = status
    lines = text.split('\n')
    if lines and lines[-1] == '':
        lines.pop()
    return Lines(lines)


def cell_bash(arguments, body, name, above):
    _session.shell(body)


class Captured:
    """What a cell has printed."""

    def __init__(self, stdout, stderr):
        self.stdout, self.stderr = stdout, stderr

    def __str__(self):
        return self.stdout

    def show(self):
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)

    __call__ = show


def cell_capture(arguments, body, name, above):
    import io
    words = [word for word in arguments.split() if not word.startswith('--')]
    output, errors = io.StringIO(), io.StringIO()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = output, errors
    try:
        run_body(body, name, above)
    finally:
        sys.stdout, sys.stderr = before
        if words:
            namespace()[words[0]] = Captured(output.getvalue(), errors.getvalue())


cell_sh = cell_bash
