"""Draws the programs beside this file with nn and holds them against what record.py recorded of matplotlib.

A line for each picture: what its text says, and how many of the inked pixels inside the plots are within 2 and within
16 levels of matplotlib's. With names, only those pictures; with --write FOLDER nn's pictures are written there."""

import os
import sys

import _canvas
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from facts import facts
import matplotlib.pyplot as plt

NEEDED = 95.0


def close(a, b):
    """Whether two words are equal, numbers to nine digits."""
    if a == b:
        return True
    try:
        return abs(float(a) - float(b)) <= 1e-8 * max(abs(float(a)), abs(float(b)))
    except ValueError:
        return False


def same(mine, theirs):
    """The first lines that differ."""
    for a, b in zip(mine + [''] * len(theirs), theirs):
        if a == b:
            continue
        one, two = a.split(), b.split()
        if len(one) != len(two) or not all(close(p, q) for p, q in zip(one, two)):
            return f'{a!r} is not {b!r}'
    return None if len(mine) == len(theirs) else 'more lines'


def shares(figure, mine, theirs):
    """How many per cent of the inked pixels inside the plots differ by at most 2 and 16 levels."""
    inside = np.zeros(mine.shape[:2], dtype=bool)
    for ax in figure.axes:
        x0, y0, w, h = ax.get_window_extent().bounds
        top = mine.shape[0]
        inside[int(round(top - y0 - h)):int(round(top - y0)), int(round(x0)):int(round(x0 + w))] = True
    mine, theirs = mine[..., :3].astype(int), theirs[..., :3].astype(int)
    ink = inside & ((mine < 255).any(-1) | (theirs < 255).any(-1))
    levels = np.abs(mine - theirs).max(-1)[ink]
    if not levels.size:
        return 100.0, 100.0
    return 100 * float((levels <= 2).mean()), 100 * float((levels <= 16).mean())


def main():
    arguments = sys.argv[1:]
    folder = None
    if '--write' in arguments:
        at = arguments.index('--write')
        folder = arguments[at + 1]
        del arguments[at:at + 2]
    bad = 0
    names = sorted(n[:-3] for n in os.listdir(os.path.join(HERE, 'programs')) if n.endswith('.py'))
    for name in names:
        if arguments and name not in arguments:
            continue
        plt.close('all')
        plt.rcdefaults()
        with open(os.path.join(HERE, 'programs', name + '.py')) as file:
            program = file.read()
        try:
            exec(compile(program, name, 'exec'), {'__name__': 'picture'})
            figure = plt.gcf()
            with open(os.path.join(HERE, 'recorded', name + '.txt')) as file:
                difference = same(facts(figure), file.read().rstrip('\n').split('\n'))
            with open(os.path.join(HERE, 'recorded', name + '.png'), 'rb') as file:
                theirs = _canvas.decode_png(file.read())
            mine = figure.canvas.buffer_rgba()
            if folder:
                figure.savefig(os.path.join(folder, name + '.png'))
        except Exception as error:
            print(f'{name}: {type(error).__name__}: {error}')
            bad += 1
            continue
        if mine.shape != theirs.shape:
            difference, two, sixteen = difference or f'size {mine.shape} is not {theirs.shape}', 0.0, 0.0
        else:
            two, sixteen = shares(figure, mine, theirs)
        good = difference is None and sixteen >= NEEDED
        bad += not good
        print(f'{name}: {"ok" if good else "DIFFERS"}: {two:.2f} {sixteen:.2f}' + (f': {difference}' if difference else ''))
    plt.close('all')
    print('all agree' if not bad else f'{bad} differ')


main()
