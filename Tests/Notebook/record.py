"""Records what NumPy computes for notebook.py: `python3 Tests/Notebook/record.py` writes expected.txt.

The settings are those of Tests/Golden/record.py (AVX-512 paths off, one thread). The probes are lines added after lines of
the program, as Tests/GoldenTests/NotebookTests.swift adds them; every float is written by `repr`, so no bit is lost.
"""

import contextlib
import io
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "Golden"
SETTINGS = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
}
if any(os.environ.get(key) != value for key, value in SETTINGS.items()):
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **SETTINGS})

sys.path[:0] = [str(GOLDEN / "stub")]


def output(source):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "notebook", "exec"), {"__name__": "__main__"})
    return printed.getvalue()


def main():
    source = (HERE / "notebook.py").read_text()
    probes = dict(line.split(" => ") for line in (HERE / "probes.txt").read_text().splitlines() if " => " in line)
    probed = []
    for line in source.split("\n"):
        probed.append(line)
        for mark, probe in probes.items():
            if line.strip().startswith(mark):
                indent = line[:len(line) - len(line.lstrip())]
                probed.append(indent + probe)
    values = [line for line in output("\n".join(probed)).splitlines() if line.startswith("probe ")]
    (HERE / "expected.txt").write_text("".join(line.removeprefix("probe ") + "\n" for line in values))
    (HERE / "expected.out").write_text(output(source))


main()
