"""Makes the notebook's copies beside this file, without its section that needs autograd:

    python3 Tests/Notebook/make_copies.py FOLDER

FOLDER holds `notebook.ipynb` (Python 2) and `notebook_py3.py` (the same cells as a Python 3 program).

- notebook.ipynb  the notebook without the autograd cell and the text before it
- notebook.nn     its code cells pasted one after the other, magics and print statements as they are
- notebook.py     the Python 3 program without the autograd section
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent


def source(cell):
    return "".join(cell["source"])


def without_autograd(cells):
    """The cells but the one that imports autograd and the text that introduces it."""
    kept = []
    for cell in cells:
        if "from autograd import" in source(cell):
            if kept and kept[-1]["cell_type"] == "markdown":
                kept.pop()
            continue
        kept.append(cell)
    return kept


def main(folder):
    notebook = json.loads((folder / "notebook.ipynb").read_text())
    notebook["cells"] = without_autograd(notebook["cells"])
    (HERE / "notebook.ipynb").write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")
    code = [source(cell).strip("\n") for cell in notebook["cells"] if cell["cell_type"] == "code"]
    (HERE / "notebook.nn").write_text("\n\n".join(code) + "\n")
    program = (folder / "notebook_py3.py").read_text()
    start = program.index("import autograd.numpy")
    mark = "plot_model(predict(X_test))\n"
    end = program.index(mark, start) + len(mark)
    (HERE / "notebook.py").write_text(program[:start] + program[end:].lstrip("\n"))


main(pathlib.Path(sys.argv[1]))
