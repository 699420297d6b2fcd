#!/usr/bin/env python3
"""Writes docs/pictures.md: `python3 Tests/Pictures/page.py NN` draws the programs beside this file with nn into docs/pictures/
and sets each beside the picture that record.py has of matplotlib."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEAD = """# Pictures

Written by `python3 Tests/Pictures/page.py NN`. To the left what `nn` draws, to the right what matplotlib 3.11 draws of the
same program. `Tests/Pictures/compare.py` holds one against the other: limits, ticks and labels are equal, and so are at
least 95 % of the inked pixels inside the plots, within 16 of 256 levels. How many are is said with each picture.
"""


def main():
    folder = ROOT / 'docs/pictures'
    folder.mkdir(exist_ok=True)
    nn = str(pathlib.Path(sys.argv[1]).resolve())
    run = subprocess.run([nn, str(HERE / 'compare.py'), '--write', str(folder)], capture_output=True, text=True, cwd=ROOT)
    if run.returncode:
        sys.exit(run.stdout + run.stderr)
    said = {}
    for line in run.stdout.splitlines():
        words = line.replace(':', ' ').split()
        if len(words) == 4:
            said[words[0]] = f'Within 2 levels: {words[2]} %, within 16: {words[3]} %.'
    names = sorted((p.stem for p in (HERE / 'programs').glob('*.py')), key=lambda n: (not n.startswith('notebook'), n))
    parts = [HEAD]
    for name in names:
        text = (HERE / 'programs' / (name + '.py')).read_text().strip()
        title = name.replace('_', ' ')
        if name.startswith('notebook'):
            text += '\n# spirals() and plot_model are in Tests/Pictures/notebook_data.py'
        parts.append(f'## {title[0].upper() + title[1:]}\n\n| nn | matplotlib |\n|---|---|\n'
                     f'| ![{title}, drawn by nn](pictures/{name}.png) '
                     f'| ![{title}, drawn by matplotlib](../Tests/Pictures/recorded/{name}.png) |\n\n'
                     f'{said.get(name, "")}\n\n```python\n{text}\n```\n')
    (ROOT / 'docs/pictures.md').write_text('\n'.join(parts))


main()
