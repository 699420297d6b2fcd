"""Progress bars: how far an iteration has got, and how long the rest will take."""

import os
import sys
import time
from weakref import WeakSet

_BLOCKS = ' ▏▎▍▌▋▊▉█'
_DIGITS = ' 123456789#'


class TqdmTypeError(TypeError):
    """A wrong type of an argument."""


class TqdmKeyError(KeyError):
    """An argument that there is not."""


class TqdmWarning(Warning):
    """Something about a bar."""


class TqdmExperimentalWarning(TqdmWarning, FutureWarning):
    """Something new."""


class TqdmDeprecationWarning(Exception):
    """Something old."""


# What may be given besides, and changes nothing here.
_TAKEN = {'gui', 'display', 'token', 'chat_id'}


class tqdm:
    """Show how far the iteration over something has got."""
    monitor_interval = 10
    _live = WeakSet()

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit='it', unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, **kwargs):
        self.iterable, self.fp = iterable, sys.stderr if file is None else file
        if disable is None:
            disable = not getattr(self.fp, 'isatty', lambda: False)()
        unknown = {key: value for key, value in kwargs.items() if key not in _TAKEN}
        if unknown and not disable:
            raise TqdmKeyError('Unknown argument(s): ' + str(unknown))
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        if total == float('inf'):
            total = None
        self.desc, self.total, self.leave, self.unit, self.ncols = desc or '', total, leave, unit, ncols
        if ascii is None:
            encoding = getattr(self.fp, 'encoding', None)
            ascii = not (isinstance(encoding, str) and encoding.lower().startswith('utf'))
        self.ascii, self.unit_scale, self.unit_divisor, self.bar_format = ascii, unit_scale, unit_divisor, bar_format
        self.mininterval, self.miniters, self.disable, self.delay = mininterval or 0, miniters or 0, disable, delay
        self.n = self.initial = self.last_print_n = initial
        self.postfix, self.colour, self._width = None, colour, 0
        self.start_t = self.last_print_t = time.time()
        self.pos = 0
        if disable:
            return
        self.pos = self._free_place() if position is None else position
        tqdm._live.add(self)
        if postfix:
            self.set_postfix(postfix, refresh=False) if isinstance(postfix, dict) else self.set_postfix_str(postfix, False)
        if delay <= 0:
            self.refresh()

    # Going on

    def __len__(self):
        if self.iterable is None:
            return self.total
        return len(self.iterable) if hasattr(self.iterable, '__len__') else self.total

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError('bool() undefined when iterable == total == None')
        return bool(self.iterable)

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        try:
            for item in self.iterable:
                yield item
                self.update(1)
        finally:
            self.close()

    def update(self, n=1):
        """Go on by n."""
        if self.disable:
            return None
        self.n += n
        now = time.time()
        if self.n - self.last_print_n >= self.miniters and now - self.last_print_t >= self.mininterval \
                and now - self.start_t >= self.delay:
            self.refresh()
            return True
        return None

    @classmethod
    def _free_place(cls):
        """The first line below that no bar is on."""
        taken = {bar.pos for bar in cls._live}
        return min(set(range(len(taken) + 1)) - taken)

    def __del__(self):
        self.close()

    def reset(self, total=None):
        """Start anew."""
        self.n = self.last_print_n = 0
        self.total = total if total is not None else self.total
        self.start_t = self.last_print_t = time.time()
        if not self.disable:
            self.refresh()

    def unpause(self):
        """Leave the time since the last bar out."""
        if not self.disable:
            now = time.time()
            self.start_t += now - self.last_print_t
            self.last_print_t = now

    def close(self):
        """Write the bar for the last time."""
        if self.__dict__.get('disable', True):
            return
        self.disable = True
        tqdm._live.discard(self)
        if self.leave or self.leave is None and self.pos == 0:
            self.display(pos=0)
            self.fp.write('\n')
        else:
            self.display(msg='', pos=self.pos)
            if not self.pos:
                self.fp.write('\r')
        self.fp.flush()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    # What is written

    @property
    def format_dict(self):
        """The bar's state by names."""
        return {'n': self.n, 'total': self.total, 'elapsed': time.time() - self.start_t, 'ncols': self._columns(),
                'nrows': None, 'prefix': self.desc, 'ascii': self.ascii, 'unit': self.unit, 'unit_scale': self.unit_scale,
                'rate': None, 'bar_format': self.bar_format, 'postfix': self.postfix, 'unit_divisor': self.unit_divisor,
                'initial': self.initial, 'colour': self.colour}

    def _columns(self):
        if self.ncols is not None or not getattr(self.fp, 'isatty', lambda: False)():
            return self.ncols
        try:
            return os.get_terminal_size().columns
        except (OSError, AttributeError):
            return None

    def __str__(self):
        return self.format_meter(**self.format_dict)

    def display(self, msg=None, pos=None):
        """Write the bar on its line."""
        text = str(self) if msg is None else msg
        pos = self.pos if pos is None else pos
        self.moveto(pos)
        self.fp.write('\r' + text + ' ' * max(self._width - len(text), 0))
        self.moveto(-pos)
        self.fp.flush()
        self._width = len(text)
        return True

    def moveto(self, n):
        """Go down so many lines, or up."""
        self.fp.write('\n' * n + '\x1b[A' * -n)

    def refresh(self, nolock=False, lock_args=None):
        """Write the bar now."""
        if not self.disable:
            self.display()
            self.last_print_n, self.last_print_t = self.n, time.time()
        return True

    def clear(self, nolock=False):
        """Remove the bar from its line."""
        if self.disable:
            return
        self.moveto(self.pos)
        self.fp.write('\r' + ' ' * self._width + '\r')
        self.moveto(-self.pos)

    def set_description(self, desc=None, refresh=True):
        """Set what stands before the bar."""
        self.desc = desc + ': ' if desc else ''
        if refresh:
            self.refresh()

    def set_description_str(self, desc=None, refresh=True):
        """Set what stands before the bar, as it is."""
        self.desc = desc or ''
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """Set what stands behind the bar."""
        values = dict(ordered_dict or {})
        values.update({key: kwargs[key] for key in sorted(kwargs)})
        self.postfix = ', '.join(f'{key}={self._short(value)}' for key, value in values.items())
        if refresh:
            self.refresh()

    @classmethod
    def _short(cls, value):
        return (value.strip() if isinstance(value, str) else cls.format_num(value)
                if isinstance(value, (int, float)) or hasattr(value, 'dtype') and not getattr(value, 'shape', ()) else str(value))

    def set_postfix_str(self, s='', refresh=True):
        """Set the text behind the bar."""
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        """Print a line above the bars."""
        file = sys.stdout if file is None else file
        bars = [bar for bar in cls._live if not bar.disable]
        for bar in bars:
            bar.clear()
            bar.fp.flush()
        file.write(s)
        file.write(end)
        file.flush()
        for bar in bars:
            bar.refresh()

    @classmethod
    def set_lock(cls, lock):
        cls._lock = lock

    @classmethod
    def get_lock(cls):
        return getattr(cls, '_lock', None)

    # Texts

    @staticmethod
    def format_sizeof(num, suffix='', divisor=1000):
        """A number with the prefix of its power of a thousand."""
        for unit in ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z']:
            if abs(num) < 999.5:
                if abs(num) < 99.95:
                    return (f'{num:1.2f}' if abs(num) < 9.995 else f'{num:2.1f}') + unit + suffix
                return f'{num:3.0f}' + unit + suffix
            num /= divisor
        return f'{num:3.1f}Y' + suffix

    @staticmethod
    def format_interval(t):
        """Seconds as minutes and seconds."""
        sign = '-' if t < 0 else ''
        minutes, seconds = divmod(abs(int(t)), 60)
        hours, minutes = divmod(minutes, 60)
        return sign + (f'{hours:d}:{minutes:02d}:{seconds:02d}' if hours else f'{minutes:02d}:{seconds:02d}')

    @staticmethod
    def format_num(n):
        """A number in three digits where that is shorter."""
        short = f'{n:.3g}'.replace('e+0', 'e+').replace('e-0', 'e-')
        whole = str(n)
        return short if len(short) < len(whole) else whole

    @staticmethod
    def format_meter(n, total, elapsed, ncols=None, prefix='', ascii=False, unit='it', unit_scale=False, rate=None,
                     bar_format=None, postfix=None, unit_divisor=1000, initial=0, colour=None, **extra):
        """The whole line."""
        if total and n >= total + 0.5:
            total = None
        if unit_scale and unit_scale not in (True, 1):
            total = total * unit_scale if total else total
            n *= unit_scale
            rate = rate * unit_scale if rate else rate
            unit_scale = False
        if rate is None and elapsed:
            rate = (n - initial) / elapsed
        slow = 1 / rate if rate else None
        sized, clock = tqdm.format_sizeof, tqdm.format_interval

        def number(value):
            return '?' if not value else sized(value, divisor=unit_divisor) if unit_scale else f'{value:5.2f}'

        fast_text, slow_text = number(rate) + unit + '/s', number(slow) + 's/' + unit
        rate_text = slow_text if slow and slow > 1 else fast_text
        n_text = sized(n, divisor=unit_divisor) if unit_scale else str(n)
        total_text = '?' if total is None else sized(total, divisor=unit_divisor) if unit_scale else str(total)
        tail = ', ' + postfix if postfix else ''
        left = (total - n) / rate if rate and total else 0
        left_text, elapsed_text = clock(left) if rate else '?', clock(elapsed)
        head = '' if not prefix else prefix if prefix[-2:] == ': ' else prefix + ': '
        right = f'| {n_text}/{total_text} [{elapsed_text}<{left_text}, {rate_text}{tail}]'
        names = {'n': n, 'n_fmt': n_text, 'total': total, 'total_fmt': total_text, 'elapsed': elapsed_text,
                 'elapsed_s': elapsed, 'ncols': ncols, 'desc': prefix or '', 'unit': unit,
                 'rate': slow if slow and slow > 1 else rate, 'rate_fmt': rate_text, 'rate_noinv': rate,
                 'rate_noinv_fmt': fast_text, 'rate_inv': slow, 'rate_inv_fmt': slow_text, 'postfix': tail,
                 'unit_divisor': unit_divisor, 'colour': colour, 'remaining': left_text, 'remaining_s': left, 'l_bar': head,
                 'r_bar': right, **extra}
        if not total:
            if bar_format:
                return bar_format.format(bar='', percentage=0, **{**names, 'l_bar': head + '|'})
            return f'{head}{n_text}{unit} [{elapsed_text}, {rate_text}{tail}]'
        share = n / total
        names.update(percentage=share * 100, l_bar=head + f'{share * 100:3.0f}%|')
        if ncols == 0:
            return names['l_bar'][:-1] + right[1:]
        form = bar_format or '{l_bar}{bar}{r_bar}'
        if '{bar' not in form:
            return form.format(**names)
        width = max(1, ncols - len(form.format(bar='', **names))) if ncols else 10
        line = form.format(bar=_Bar(share, width, _DIGITS if ascii is True else ascii or _BLOCKS), **names)
        return line[:ncols] if ncols else line


class _Bar:
    """The bar itself, which a format may give another width."""

    def __init__(self, share, width, marks):
        self._share, self._width, self._marks = (share if 0 <= share <= 1 else 0.0 if share < 0 else 1.0), width, marks

    def __format__(self, spec):
        digits = spec.rstrip('abu')
        width, marks = self._width, {'a': _DIGITS, 'u': _BLOCKS, 'b': '  '}.get(spec[len(digits):], self._marks)
        if digits:
            width = int(digits) if int(digits) >= 0 else max(1, width + int(digits))
        count = len(marks) - 1
        whole, part = divmod(int(self._share * width * count), count)
        bar = marks[-1] * whole
        return bar if whole >= width else bar + marks[part] + marks[0] * (width - whole - 1)


def trange(*args, **kwargs):
    """Return `tqdm(range(*args))`."""
    return tqdm(range(*args), **kwargs)
