"""The bodies of the `%` and `!` lines: `line_NAME` for `%NAME`, `cell_NAME` for a prompt's cell that begins with `%%NAME`."""

import _session
import os
import sys
import time

_folders = []
_opens_debug = False


def _namespace():
    return sys.modules['__main__'].__dict__


def _error(text):
    raise ValueError(text)


def _evaluate(text):
    return eval(text, _namespace())


def _execute(text, name='<stdin>'):
    """Runs a text; the value of an expression."""
    space = _namespace()
    try:
        code = compile(text, name, 'eval')
    except SyntaxError:
        exec(compile(text, name, 'exec'), space)
        return None
    return eval(code, space)


# Variables

_own = {'In', 'Out', 'exit', 'quit'}


def _variables(types=''):
    space = _namespace()
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
    across = max(1, _columns() // width)
    for start in range(0, len(names), across):
        print(''.join(name.ljust(width) for name in names[start:start + across]).rstrip())


def line_who_ls(text):
    return _variables(text)


def _columns():
    try:
        return os.get_terminal_size().columns
    except (OSError, AttributeError):
        return 80


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


def _glance(value, width):
    if hasattr(value, 'dtype') and hasattr(value, 'ravel') and getattr(value, 'ndim', 0):
        flat = value.ravel()
        text = ' '.join(f'{item:.5g}' if value.dtype.kind == 'f' else str(item) for item in flat[:6])
        text += ' …' if value.size > 6 else ''
    elif isinstance(value, (list, tuple, set, frozenset, dict)) and len(value) > 20:
        text = f'{len(value)} items'
    elif callable(value):
        text = ' '.join(((getattr(value, '__doc__', None) or '').strip().split('\n') or [''])[0].split())
    else:
        text = repr(value)
    text = ' '.join(text.split())
    return text if len(text) <= width else text[:max(width - 1, 0)] + '…'


def line_whos(text):
    rows = [('name', 'type', 'dtype', 'shape', 'bytes', 'value')]
    space = _namespace()
    names = _variables(text)
    if not names:
        return line_who(text)
    for name in names:
        value = space[name]
        size = getattr(value, 'nbytes', None)
        rows.append((name, type(value).__name__, str(getattr(value, 'dtype', '')), _shape(value),
                     _bytes(size) if isinstance(size, int) else '', value))
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(5)]
    room = max(_columns() - 1 - sum(widths), 10)
    for index, row in enumerate(rows):
        last = row[5] if index == 0 else _glance(row[5], room)
        print((''.join(cell.ljust(width) for cell, width in zip(row, widths)) + last).rstrip())


def line_reset(text):
    space = _namespace()
    for name in list(space):
        if not name.startswith('__'):
            del space[name]
    _session.forget()


# Time

def _span(seconds):
    for unit, factor in (('s', 1), ('ms', 1e3), ('µs', 1e6)):
        if seconds * factor >= 1:
            return f'{seconds * factor:.3g} {unit}'
    return f'{seconds * 1e9:.3g} ns'


def _timed(text):
    processor, start = time.process_time(), time.perf_counter()
    try:
        return _execute(text)
    finally:
        wall, used = time.perf_counter() - start, time.process_time() - processor
        print(f'CPU time: {_span(used)}, wall time: {_span(wall)}')


def line_time(text):
    if not text:
        _error('%time needs a statement')
    return _timed(text)


def cell_time(arguments, body):
    value = _timed(body)
    if value is not None:
        print(repr(value))


def _options(text, known):
    """The options before a statement, and the statement."""
    given = {}
    rest = text.strip()
    while rest.startswith('-') and len(rest) > 1 and rest[1] in known:
        name, rest = rest[1], rest[2:].lstrip()
        if known[name]:
            word = rest.split(None, 1)
            if not word or not word[0].isdigit():
                _error(f'-{name} needs a number')
            given[name], rest = int(word[0]), rest[len(word[0]):].lstrip()
        else:
            given[name] = True
    return given, rest


class TimeitResult:
    """The times of a statement, in seconds a run."""

    def __init__(self, loops, times):
        self.loops, self.repeat, self.all_runs = loops, len(times), times
        self.timings = [run / loops for run in times]
        self.best, self.worst = min(self.timings), max(self.timings)
        self.average = sum(self.timings) / len(self.timings)
        self.stdev = (sum((t - self.average) ** 2 for t in self.timings) / len(self.timings)) ** 0.5

    def __repr__(self):
        runs = f'{self.repeat} run' + ('s' if self.repeat != 1 else '')
        loops = f'{self.loops:,} loop' + ('s' if self.loops != 1 else '')
        return f'{_span(self.average)} ± {_span(self.stdev)} per loop (mean ± std. dev. of {runs}, {loops} each)'


def line_timeit(text):
    from timeit import Timer
    given, statement = _options(text, {'n': True, 'r': True, 'q': False, 'o': False})
    if not statement:
        _error('%timeit needs a statement')
    timer = Timer(statement, globals=_namespace())
    loops, repeat = given.get('n', 0), max(given.get('r', 7), 1)
    if not loops:
        loops = 1
        while True:
            taken = timer.timeit(loops)
            if taken >= 0.2 or loops >= 1_000_000_000:
                break
            loops *= 10
        if loops > 1 and taken / repeat > 2:
            loops //= 10
    result = TimeitResult(loops, [timer.timeit(loops) for _ in range(repeat)])
    if 'q' not in given:
        print(result)
    return result if 'o' in given else None


def cell_timeit(arguments, body):
    line_timeit((arguments + ' ' if arguments else '') + body.rstrip('\n'))


def _profiled(text):
    lines = _session.profile(text + '\n', '<prun>')
    total = sum(line[3] for line in lines) or 1e-9
    print(f'{_span(total)} in all')
    if not lines:
        return
    print('   time     %     hits  line')
    for name in sorted({line[0] for line in lines}):
        print(name)
        for _, number, hits, seconds, source in sorted(l for l in lines if l[0] == name):
            print(f'{_span(seconds):>8} {100 * seconds / total:5.1f} {hits:8}  {number:4} {source}'.rstrip())


def line_prun(text):
    if not text:
        _error('%prun needs a statement')
    _profiled(text)


def cell_prun(arguments, body):
    _profiled(body)


# Files

def _read(path):
    with open(os.path.expanduser(path)) as file:
        return file.read()


def _words(text):
    import shlex
    return shlex.split(text)


def line_run(text):
    words = _words(text)
    keeps = '-i' in words[:1]
    if keeps:
        words = words[1:]
    if not words:
        _error('%run needs a file')
    path = os.path.expanduser(words[0])
    if not os.path.exists(path):
        path = next((path + end for end in ('.nn', '.py', '.ipynb') if os.path.exists(path + end)), path)
    source = _read(path)
    if path.endswith('.ipynb'):
        import json
        cells = [''.join(cell['source']) for cell in json.loads(source)['cells'] if cell['cell_type'] == 'code']
        source = '\n'.join(cells)
    space = _namespace()
    arguments, name = sys.argv, space.get('__file__')
    sys.argv = [path] + words[1:]
    space['__file__'] = path
    try:
        exec(compile(source, path, 'exec'), space)
    except SystemExit:
        pass
    finally:
        sys.argv = arguments
        space['__file__'] = name
        if name is None:
            del space['__file__']


def line_load(text):
    name = text.strip()
    if not name:
        _error('%load needs a file')
    path = os.path.expanduser(name)
    if not os.path.exists(path):
        path = next((path + end for end in ('.nn', '.py') if os.path.exists(path + end)), path)
    if not os.path.exists(path) and name in _namespace():
        source = _session.source(_namespace()[name])
        if source:
            _session.set_next(source[0])
            return
    _session.set_next(_read(path).rstrip('\n'))


def _numbers(words, count):
    """The numbers that `1-3 5` names."""
    chosen = []
    for word in words:
        first, dash, last = word.partition('-')
        try:
            start = int(first) if first else 1
            stop = (int(last) if last else count) if dash else start
        except ValueError:
            _error(f"'{word}' is no number of a statement, and no range such as 2-5")
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
        _error('%save needs a file')
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
    source = _session.source(_namespace()[name]) if name in _namespace() else None
    path, temporary = os.path.expanduser(name), False
    if source or not name:
        import tempfile
        path, temporary = os.path.join(tempfile.gettempdir(), f'nn-edit-{os.getpid()}.nn'), True
        with open(path, 'w') as file:
            file.write(source[0] + '\n' if source else '')
    import shlex
    status = _session.shell(editor + ' ' + shlex.quote(path))[0]
    if status == 0 and os.path.exists(path):
        edited = _read(path)
        if temporary:
            os.remove(path)
        if edited.strip():
            print('Running what was edited.')
            exec(compile(edited, '<edit>' if temporary else path, 'exec'), _namespace())


def cell_writefile(arguments, body):
    if not arguments:
        _error('%%writefile needs a file')
    path = os.path.expanduser(arguments)
    print('Overwriting' if os.path.exists(path) else 'Writing', arguments)
    with open(path, 'w') as file:
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
            _error('there is no folder to go back to')
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
        _error(f"the environment has no '{text}'")
    return os.environ[text]


def _filled(command):
    """A command with `{expression}` and `$name` of the program's variables filled in."""
    import re
    space = _namespace()

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
    _namespace()['_exit_code'] = status


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
    _namespace()['_exit_code'] = status
    lines = text.split('\n')
    if lines and lines[-1] == '':
        lines.pop()
    return Lines(lines)


def cell_bash(arguments, body):
    shell_text = body if body.endswith('\n') else body + '\n'
    _session.shell(shell_text)


cell_sh = cell_bash


# Errors

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
                print(f'{name} = {_glance(value, 60)}')
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
            lines = _read(source).split('\n')
        except OSError:
            lines = []
    if not 0 < number <= len(lines):
        print(f'{number:5} -> {line}')
        return
    for at in range(max(1, number - 5), min(len(lines), number + 5) + 1):
        print(f'{at:5} {"->" if at == number else "  "} {lines[at - 1]}'.rstrip())


def _print(text, frame):
    space = dict(_namespace())
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


# Help

def _lookup(name):
    parts = name.split('.')
    space = _namespace()
    if parts[0] in space:
        value = space[parts[0]]
    else:
        value = eval(parts[0], space)
    for part in parts[1:]:
        value = getattr(value, part)
    return value


def _inform(name, shows_source):
    name = name.strip().rstrip(';')
    if name.startswith('%'):
        return line_magic(name)
    try:
        value = _lookup(name)
    except (NameError, AttributeError):
        print(f"There is nothing called '{name}'.")
        return
    rows = [('Type', type(value).__name__)]
    source = None
    if callable(value):
        from inspect import signature
        try:
            rows.append(('Signature', name.split('.')[-1] + str(signature(value))))
        except (TypeError, ValueError):
            pass
        source = _session.source(getattr(value, '__func__', value))
        if source is None and shows_source:
            try:
                from inspect import getsource
                source = (getsource(value), 0)
            except (OSError, TypeError):
                pass
    else:
        text = repr(value)
        rows.append(('Value', text if len(text) < 300 else text[:300] + '…'))
        if hasattr(value, 'dtype'):
            rows.append(('Array', f'{value.dtype} {value.shape}'))
        elif isinstance(value, (str, list, tuple, dict, set, bytes)):
            rows.append(('Length', str(len(value))))
    for label, text in rows:
        print(f'{label + ":":<11}' + text.replace('\n', '\n' + ' ' * 11))
    from inspect import getdoc
    doc = getdoc(value)
    if shows_source and source:
        print('Source:')
        print(source[0].rstrip('\n'))
    elif doc:
        print('Doc:       ' + doc.replace('\n', '\n' + ' ' * 11))


def line_pinfo(text):
    _inform(text, False)


def line_pinfo2(text):
    _inform(text, True)


def line_shapes(text):
    word = text.strip().lower()
    on = _session.shapes(None)
    if word:
        on = _session.shapes(word in ('on', '1', 'true', 'yes'))
    else:
        on = _session.shapes(not on)
    print('dtype and shape after arrays:', 'on' if on else 'off')


def line_lsmagic(text):
    names = [name for name, usage, documentation in _session.magics()]
    print('  '.join(name for name in names if not name.startswith('%%')))
    print('  '.join(name for name in names if name.startswith('%%')))
    print('!command  name = !command  name?  name??')


def line_magic(text):
    wanted = text.strip()
    for name, usage, documentation in _session.magics():
        if not wanted or wanted in (name, name.lstrip('%')):
            print(f'{name} {usage}'.rstrip() + '\n    ' + documentation)
