"""`%time`, `%timeit`, `%prun` and their cells."""

import _session
import time

from _magic_base import error, execute, namespace, run_body


def _span(seconds):
    for unit, factor in (('s', 1), ('ms', 1e3), ('µs', 1e6)):
        if seconds * factor >= 1:
            return f'{seconds * factor:.3g} {unit}'
    return f'{seconds * 1e9:.3g} ns'


def _timed(run):
    processor, start = time.process_time(), time.perf_counter()
    try:
        return run()
    finally:
        wall, used = time.perf_counter() - start, time.process_time() - processor
        print(f'CPU time: {_span(used)}, wall time: {_span(wall)}')


def line_time(text):
    if not text:
        error('%time needs a statement')
    return _timed(lambda: execute(text))


def cell_time(arguments, body, name, above):
    _timed(lambda: run_body(body, name, above))


def _options(text, known):
    """The options before a statement, and the statement."""
    given = {}
    rest = text.strip()
    while rest.startswith('-') and len(rest) > 1 and rest[1] in known:
        name, rest = rest[1], rest[2:].lstrip()
        if known[name]:
            word = rest.split(None, 1)
            if not word or not word[0].isdigit():
                error(f'-{name} needs a number')
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


_timeit_options = {'n': True, 'r': True, 'q': False, 'o': False}


def line_timeit(text):
    given, statement = _options(text, _timeit_options)
    if not statement:
        error('%timeit needs a statement')
    return _measured(given, statement, 'pass')


def _measured(given, statement, setup):
    from timeit import Timer
    timer = Timer(statement, setup, globals=namespace())
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


def cell_timeit(arguments, body, name, above):
    """The rest of the line is what is done before."""
    given, setup = _options(arguments, _timeit_options)
    result = _measured(given, body.rstrip('\n'), setup or 'pass')
    if result is not None:
        print(result)


def _profiled(text, name):
    lines = _session.profile(text + '\n', name)
    if lines is None:
        return
    total = sum(line[4] for line in lines) or 1e-9
    print(f'{_span(total)} in all')
    if not lines:
        return
    print('   time     %     hits  line')
    spent = {}
    for line in lines:
        spent[line[1]] = spent.get(line[1], 0) + line[4]
    # The text that took longest comes first.
    for group in sorted(spent, key=spent.get, reverse=True):
        rows = sorted((line for line in lines if line[1] == group), key=lambda line: line[2])
        print(rows[0][0])
        for _, _, number, hits, seconds, source in rows:
            print(f'{_span(seconds):>8} {100 * seconds / total:5.1f} {hits:8}  {number:4} {source}'.rstrip())


def line_prun(text):
    if not text:
        error('%prun needs a statement')
    _profiled(text, '<prun>')


def cell_prun(arguments, body, name, above):
    _profiled('\n' * above + body, name)
