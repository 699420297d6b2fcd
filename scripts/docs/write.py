"""Writes docs/reference/ and docs/compatibility.md: `make docs`.

    nn scripts/docs/write.py [FOLDER]

FOLDER is docs unless given; what it needs of the repository is found from this file's own place.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import compatibility
import entries
import reference


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def main(folder):
    os.makedirs(os.path.join(folder, 'reference', 'modules'), exist_ok=True)
    table = entries.owners()
    pages = reference.pages(table)
    for name, text in pages.items():
        write(os.path.join(folder, 'reference', name + '.md'), text)
    write(os.path.join(folder, 'reference', 'README.md'), reference.index(pages))
    write(os.path.join(folder, 'compatibility.md'), compatibility.text())


main(sys.argv[1] if len(sys.argv) > 1 else 'docs')
