"""Progress bars on standard error."""

import sys
import time

__version__ = '4.66.0'


class tqdm:
    """Show how far the iteration over something has got."""

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 disable=False, unit='it', initial=0, position=None, postfix=None, **kwargs):
        self.iterable = iterable
        self.desc = desc or ''
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        self.total, self.leave, self.unit, self.ncols = total, leave, unit, ncols
        self.fp = file or sys.stderr
        self.mininterval = mininterval
        self.disable = disable
        self.n = initial
        self.initial = initial
        self.postfix = ''
        self._start = self._shown = time.time()
        if postfix:
            self.set_postfix(postfix, refresh=False)
        self._width = 0
        if not self.disable:
            self.display()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __iter__(self):
        try:
            for item in self.iterable:
                yield item
                self.update(1)
        finally:
            self.close()

    def update(self, n=1):
        """Go on by n."""
        self.n += n
        if not self.disable and time.time() - self._shown >= self.mininterval:
            self.display()
        return True

    def __str__(self):
        elapsed = time.time() - self._start
        rate = (self.n - self.initial) / elapsed if elapsed else 0.0
        head = self.desc + ': ' if self.desc and not self.desc.endswith(': ') else self.desc
        speed = f'?{self.unit}/s' if not rate else f'{rate:5.2f}{self.unit}/s' if rate >= 1 else f'{1 / rate:5.2f}s/{self.unit}'
        tail = ', ' + self.postfix if self.postfix else ''
        if self.total:
            share = min(self.n / self.total, 1.0)
            filled = int(share * 10)
            left = (self.total - self.n) / rate if rate else 0
            bar = '█' * filled + ' ' * (10 - filled)
            return (f'{head}{share * 100:3.0f}%|{bar}| {self.n}/{self.total} [{_clock(elapsed)}<'
                    f'{_clock(left) if rate else "?"}, {speed}{tail}]')
        return f'{head}{self.n}{self.unit} [{_clock(elapsed)}, {speed}{tail}]'

    def display(self, msg=None, pos=None):
        """Write the bar."""
        text = msg or str(self)
        self.fp.write('\r' + text + ' ' * max(self._width - len(text), 0))
        self.fp.flush()
        self._width = len(text)
        self._shown = time.time()

    refresh = display

    def set_description(self, desc=None, refresh=True):
        """Set what stands before the bar."""
        self.desc = desc + ': ' if desc else ''
        if refresh and not self.disable:
            self.display()

    def set_description_str(self, desc=None, refresh=True):
        """Set what stands before the bar, as it is."""
        self.desc = desc or ''

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """Set what stands behind the bar."""
        values = dict(ordered_dict or {}, **kwargs)
        self.postfix = ', '.join(
            f'{name}={value:.3g}' if isinstance(value, float) else f'{name}={value}' for name, value in values.items())
        if refresh and not self.disable:
            self.display()

    def set_postfix_str(self, s='', refresh=True):
        """Set the text behind the bar."""
        self.postfix = str(s)

    def reset(self, total=None):
        """Start anew."""
        self.n = 0
        self.total = total if total is not None else self.total
        self._start = time.time()

    def clear(self, nolock=False):
        """Remove the bar from the line."""
        self.fp.write('\r' + ' ' * self._width + '\r')

    def close(self):
        """Write the bar for the last time."""
        if self.disable:
            return
        self.disable = True
        self.display()
        self.fp.write('\n' if self.leave else '\r' + ' ' * self._width + '\r')
        self.fp.flush()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        """Print a line above the bars."""
        file = file or sys.stdout
        file.write(s)
        file.write(end)


def _clock(seconds):
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f'{hours:d}:{minutes:02d}:{seconds:02d}' if hours else f'{minutes:02d}:{seconds:02d}'


def trange(*args, **kwargs):
    """Return `tqdm(range(*args))`."""
    return tqdm(range(*args), **kwargs)


def progress(iterable, **options):
    """Go through something while a bar at the terminal shows how far that is; nothing where there is no terminal."""
    return tqdm(iterable, **{'disable': not sys.stderr.isatty(), **options})
