"""docs/compatibility.md: what runs, what differs and why, what is missing."""
import json
import os
import re

import _reference
import usage

ROOT = os.path.dirname(os.path.dirname(usage.HERE))
CONFORMANCE = os.path.join(ROOT, 'Tests', 'Conformance')
GOLDEN = os.path.join(ROOT, 'Tests', 'Golden')


class Missing:
    """The reasons of missing.txt, and which of them were needed."""

    def __init__(self):
        self.known = usage.reasons('missing.txt')
        self.needed = set()
        self.unexplained = []

    def reason(self, *names):
        """The reason of the first of the names that has one."""
        for name in names:
            found = usage.reason_of(name, self.known)
            if found is not None:
                self.needed.add(found[0])
                return found[1]
        return None

    def require(self, *names):
        """The reason of the first of the names that has one; without one the page cannot be written."""
        reason = self.reason(*names)
        if reason is None:
            self.unexplained.append(names[0])
        return reason or '?'

    def check(self):
        """Raises where a line of missing.txt is about nothing that is missing, or one is missing there."""
        if self.unexplained:
            raise ValueError(f'missing.txt has no reason for {", ".join(self.unexplained)}')
        stale = [pattern for pattern, _ in self.known if pattern not in self.needed]
        if stale:
            raise ValueError(f'missing.txt: nothing is missing any more of {", ".join(stale)}')


def _read(*parts):
    with open(os.path.join(*parts)) as file:
        return file.read()


def _table(rows, *heads):
    lines = ['| ' + ' | '.join(heads) + ' |', '|---' * len(heads) + '|']
    return lines + ['| ' + ' | '.join(str(cell).replace('|', '\\|') for cell in row) + ' |' for row in rows]


def _by_reason(pairs):
    """Lines of a list: names of the same reason together."""
    grouped = {}
    for name, reason in pairs:
        grouped.setdefault(reason, []).append(f'`{name}`')
    return [f'- {", ".join(names)}: {reason}' for reason, names in grouped.items()]


def used_names(missing):
    """The part about names that public programs use."""
    rows, gone = [], []
    for group, names in usage.groups():
        if group.startswith(usage.PICTURES):
            rows.append((group, len(names), 'see [pictures](#pictures)'))
            continue
        absent = []
        for count, name in names:
            if usage.runs(group, name) is False:
                absent.append((count, name))
        rows.append((group, len(names), f'all but {len(absent)}' if absent else 'all'))
        for count, name in absent:
            gone.append((f'{name} ({count})', missing.require(name, name.split('(')[0])))
    lines = ['## Names used by 185 public NumPy programs', '',
             'Teaching scripts and notebooks of 47 repositories were counted once '
             '([scripts/docs/usage.txt](../scripts/docs/usage.txt)); a number behind a name is that of the programs in '
             'which it stands.', '']
    return lines + _table(rows, 'group', 'names', 'run') + ['', 'Missing:', ''] + _by_reason(gone)


def public_names(missing):
    """The part about NumPy's and Python's public names."""
    rows, gone, modules = [], [], []
    for line in _read(CONFORMANCE, 'names.txt').split('\n'):
        if not line or line.startswith('#'):
            about = line[2:] or about
            continue
        home, _, names = line.partition(': ')
        names = names.split()
        if home == 'python modules':
            modules = [name for name in names if not usage.exists(name)]
            have = len(names) - len(modules)
            rows.append(('modules of the standard library', f'{have} of {len(names)}'))
            continue
        prefix = home if home.startswith(('numpy', 'builtins')) else 'builtins.' + home
        names = [name for name in names if name not in ('False', 'None', 'True')]
        absent = [name for name in names if not usage.exists(f'{prefix}.{name}')]
        rows.append((f'`{home}`', f'{len(names) - len(absent)} of {len(names)}'))
        for name in absent:
            shown = f'{prefix}.{name}'.removeprefix('builtins.').replace('numpy.', 'np.', 1)
            gone.append((shown, missing.require(f'{prefix}.{name}')))
    lines = ['## Public names', '', about, '']
    return lines + _table(rows, 'of', 'there') + ['', 'Missing:', ''] + _by_reason(gone) + [
        '', 'Modules of the standard library that are not there: ' + ', '.join(f'`{name}`' for name in modules) + '.']


def conformance():
    """The part about the examples in NumPy's docstrings."""
    result = json.loads(_read(CONFORMANCE, 'result.json'))
    share = 100 * result['alike'] / result['counted']
    lines = ['## Examples in NumPy\'s docstrings', '',
             f'`make conformance` runs the examples in the docstrings of NumPy {result["numpy"]}, where NumPy itself prints '
             f'what they say: {result["alike"]} of {result["counted"]} ({share:.1f} %) print the same here. The others:', '']
    grouped = {}
    for path, source, reason in result['misses']:
        grouped.setdefault(reason or '?', []).append(f'`{source}` ({path.removeprefix("numpy.")})')
    for reason in sorted(grouped):
        lines.append(f'- {reason}: ' + ', '.join(grouped[reason]))
    return lines


def recorded():
    """The part about recorded tests."""
    blocks = 0
    for name in os.listdir(os.path.join(GOLDEN, 'expressions')):
        blocks += len([block for block in _read(GOLDEN, 'expressions', name).split('\n\n') if block.strip()])
    programs = len([name for name in os.listdir(os.path.join(GOLDEN, 'programs')) if name.endswith('.out')])
    words = len(re.findall('^- ', _read(GOLDEN, 'own-words.txt'), re.M))
    return ['## What is tested', '',
            f'More than {blocks // 100 * 100} expressions and {programs // 10 * 10} programs are recorded from CPython 3.11 and '
            'NumPy 2.4 ([Tests/Golden](../Tests/Golden/README.md)): text, types, errors. Their types agree; '
            f'some {words // 10 * 10} messages are worded otherwise '
            '([own-words.txt](../Tests/Golden/own-words.txt)), mostly since a ufunc that has no loop for a text says so in '
            "the operator's words."]


def text():
    """The whole page."""
    missing = Missing()
    parts = [['# Compatibility', '',
              'Written by `make docs` from the declarations in the binary, its library, the recorded tests and the result of '
              '`make conformance`. What `nn` has is in the [reference](reference/README.md); the language is in '
              '[grammar.md](../grammar.md).'],
             DIFFERENCES, PICTURES, old_names(), used_names(missing), public_names(missing), conformance(), recorded()]
    missing.check()
    return '\n\n'.join('\n'.join(part) for part in parts) + '\n'


def old_names():
    """The part about spellings that NumPy has given up."""
    names = [f'`np.{name}`' for name, _ in _reference.older_names()]
    return ['## Old spellings', '',
            'These run with a DeprecationWarning that names the new spelling: ' + ', '.join(names) + '. So does a '
            'one-element array where a number is wanted, and a Python 2 program where its `print` gives it away.']


PICTURES = ['## Pictures', '',
            'The calls of `matplotlib` that programs use draw; one that is missing warns once and the picture goes on '
            'without it where it can.', '',
            '- Texts are in DejaVu, whatever font is asked for; roots and large signs in formulas are a little narrower.',
            '- JPEG, TIFF and WebP files hold PNG pictures, EPS and PS files PDF ones; both are said once. Pages of `PdfPages` '
            'go to files of their own.',
            '- Controls of `matplotlib.widgets` are drawn, but nobody can press them; events never come.',
            '- `PathCollection.get_offsets` and norms give arrays without masks. Closed contours begin elsewhere, so `clabel` '
            'writes on other parts of them.']
DIFFERENCES = ['## What differs', '', *'''
- An error of a ufunc without a loop for texts is worded as the operator's; the types of recorded errors agree.
- Tracebacks show the source line with the place marked, and the shapes of arrays.
- `id`, `hash` of texts and addresses in a `repr` are numbers of their own, as from one run of Python to the next.
- The order of a `set` is that of insertion of its own hash table; Python's differs from run to run for texts.
- Arrays have up to 16 axes (NumPy: 64).
- `view(bool)` of bytes other than 0 and 1 is a copy with each as the truth it stands for; what is written to it stays there.
- Products of matrices do not warn of an overflow, and an underflow is never reported, whatever `np.errstate` says.
- `np.set_printoptions(legacy='1.13')` leaves the blank of a sign before floats and shows scalars without their types, as '1.21' and
  '1.25' do; other layout stays today's. A negative precision is refused when it is set.
- Transforms and determinants of what is not finite may have nan elsewhere.
- Functions of NumPy take masked arrays and matrices apart by their methods; of what NumPy refuses or leaves unmasked there by
  accident (`np.percentile` of a masked array, `np.matmul` with one axis), a result comes.
- `np.partition` and `np.argpartition` put elements in place by an order of their own: NumPy promises none.
- A product of matrices and a decomposition may differ from NumPy's in the last digits where OpenBLAS has other kernels.
- Threads, executors and pools run one after the other. Subprocesses, sockets and foreign code (`ctypes`) are not there.
'''.strip().split('\n')]
