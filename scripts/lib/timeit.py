"""Times of small pieces of code."""

import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _indented(text, width):
    return text.replace('\n', '\n' + ' ' * width)


class Timer:
    """Runs a statement, text or a function, many times."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        scope = {} if globals is None else dict(globals)
        if isinstance(setup, str):
            compile(setup, '<timeit-src>', 'exec')
            setup_text = _indented(setup, 4)
        elif callable(setup):
            scope['_setup'] = setup
            setup_text = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(stmt, '<timeit-src>', 'exec')
            stmt_text = _indented(stmt, 8)
        elif callable(stmt):
            scope['_stmt'] = stmt
            stmt_text = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        self.src = (f'def inner(_it, _timer):\n    {setup_text}\n    _t0 = _timer()\n'
                    f'    for _i in _it:\n        {stmt_text}\n        pass\n'
                    '    _t1 = _timer()\n    return _t1 - _t0\n')
        if not isinstance(stmt, str) and not isinstance(setup, str) or not isinstance(stmt, str) and setup == 'pass':
            # Functions need no text to be compiled.
            self.inner = _runner(stmt, setup)
            return
        exec(compile(self.src, '<timeit-src>', 'exec'), scope)
        self.inner = scope['inner']

    def timeit(self, number=default_number):
        """The seconds that so many runs take."""
        return self.inner(range(number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """The seconds of several `timeit`."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take 0.2 seconds or more, and what they took."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def _runner(stmt, setup):
    def inner(it, timer):
        if callable(setup):
            setup()
        start = timer()
        for _ in it:
            stmt()
        return timer() - start
    return inner


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """The seconds that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The seconds of several `timeit`."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def _shown(seconds, unit=None):
    units = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}
    if unit is None:
        unit = next((name for name in ('sec', 'msec', 'usec') if seconds >= units[name]), 'nsec')
    return f'{seconds / units[unit]:.3g} {unit}'


def main(args=None):
    """`-m timeit [-n N] [-r N] [-s SETUP] [-u UNIT] [-v] [STATEMENT ...]`"""
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog='timeit')
    parser.add_argument('-n', '--number', type=int, default=0)
    parser.add_argument('-r', '--repeat', type=int, default=default_repeat)
    parser.add_argument('-s', '--setup', action='append', default=[])
    parser.add_argument('-u', '--unit', choices=['nsec', 'usec', 'msec', 'sec'])
    parser.add_argument('-p', '--process', action='store_true')
    parser.add_argument('-v', '--verbose', action='store_true')
    parser.add_argument('statement', nargs='*', default=['pass'])
    options = parser.parse_args(sys.argv[1:] if args is None else args)
    timer = Timer('\n'.join(options.statement), '\n'.join(options.setup) or 'pass')
    number = options.number or timer.autorange()[0]
    times = timer.repeat(max(options.repeat, 1), number)
    if options.verbose:
        print('raw times:', ', '.join(_shown(taken, options.unit) for taken in times), '\n')
    loops = f'{number} loop{"" if number == 1 else "s"}'
    print(f'{loops}, best of {len(times)}: {_shown(min(times) / number, options.unit)} per loop')


if __name__ == '__main__':
    main()
