"""Times `nn` beside CPython with NumPy: `python3 Benchmarks/bench.py [--runs N] [--nn BINARY] [NAME…]`.

Each program of Benchmarks/programs measures itself with time.perf_counter() and prints `seconds S` as its last line. The two
interpreters run alternately; the table shows medians and the quotient (below 1: `nn` is faster). What the programs print
besides is compared, so that a fast wrong answer is noticed. Start-up is the whole process, `nn -c 'print(1+1)'` beside
`python3 -c 'import numpy'`. OPENBLAS_NUM_THREADS is 1 if it is not set already; all OPENBLAS variables are shown.
"""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def timed(command):
    """Wall time of the process, and what it prints."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return elapsed, done.stdout


def measured(command):
    """The seconds the program measured itself, and the rest of its output."""
    _, output = timed(command)
    lines = output.splitlines()
    return float(lines[-1].split()[1]), "\n".join(lines[:-1])


def same(left, right, relative):
    """Whether two outputs agree but for numbers within the tolerance."""
    number = r"-?\d+\.?\d*(?:e[-+]?\d+)?"
    if re.sub(number, "#", left) != re.sub(number, "#", right):
        return False
    pairs = zip(re.findall(number, left), re.findall(number, right))
    return all(abs(float(a) - float(b)) <= max(relative * abs(float(b)), 1.5e-6 if relative else 0) for a, b in pairs)


def alternately(run, commands, runs):
    """Medians, spreads and outputs of the commands, run in turn."""
    results = [[run(command) for command in commands] for _ in range(runs)]
    columns = list(zip(*results))
    return [([value for value, _ in column], column[-1][1]) for column in columns]


def row(name, columns, remark=""):
    texts, medians = [], []
    for values, _ in columns:
        median = statistics.median(values)
        medians.append(median)
        texts.append(f"{median * 1e3:10.2f} ({min(values) * 1e3:.2f}–{max(values) * 1e3:.2f})")
    print(f"{name:<16}{texts[0]:>32}{texts[1]:>32}   {medians[0] / medians[1]:6.3f} : 1{remark}")


def peers(pythons):
    """The notebook's autograd loop in other libraries that differentiate, each by the first interpreter that has it."""
    for package, program in (("jax", "jax_autograd.py"), ("torch", "torch_autograd.py")):
        able = [python for python in pythons
                if not subprocess.run([python, "-c", f"import {package}"], capture_output=True).returncode]
        if not able:
            print(f"{package} cannot be imported by {', '.join(pythons)}: its rows are missing (see --peers)")
            continue
        for line in timed([able[0], HERE / "peers" / program])[1].splitlines():
            name, microseconds, loss = line.rsplit(":", 2)
            print(f"  {name:<36}{float(microseconds):10.1f} µs an iteration of autograd_cell, loss {loss}")


def check_profile():
    """Says so where the machine's loop is younger than the profile that release builds are laid out by."""
    ages = [subprocess.run(["git", "log", "-1", "--format=%ct", "--", path], cwd=HERE.parent, capture_output=True, text=True).stdout
            for path in ("Sources/NNCore/Machine/Loop.swift", "scripts/profile/nn.profdata")]
    if all(ages) and int(ages[0]) > int(ages[1]):
        print("The machine's loop is younger than its profile: `make profile` makes it faster.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nn", default=str(HERE.parent / ".build/release/nn"))
    parser.add_argument("--peers", default=os.environ.get("NN_PEERS", sys.executable), metavar="PYTHON[,PYTHON]",
                        help="the interpreters that have jax and torch")
    options = parser.parse_args()
    if not os.access(options.nn, os.X_OK):
        sys.exit(f"no interpreter at {options.nn}: run `swift build -c release` first, or give --nn")
    check_profile()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    blas = " ".join(f"{key}={value}" for key, value in sorted(os.environ.items()) if key.startswith("OPENBLAS"))
    versions = timed([sys.executable, "-c", "import sys, numpy; print(sys.version.split()[0], numpy.__version__)"])[1].split()
    print(f"CPython {versions[0]}, NumPy {versions[1]}, {blas}, medians of {options.runs} alternating runs, milliseconds (least–most)")
    print(f"{'':<16}{'nn':>32}{'CPython/NumPy':>32}   nn : CPython/NumPy")
    for path in sorted((HERE / "programs").glob("*.py")):
        if options.names and path.stem not in options.names:
            continue
        columns = alternately(measured, [[options.nn, path], [sys.executable, path]], options.runs)
        mark = re.search(r"^# ~ (\S+)", path.read_text(), flags=re.M)
        agree = same(columns[0][1], columns[1][1], float(mark[1]) if mark else 0)
        row(path.stem, columns, "" if agree else "   DIFFERENT OUTPUT")
        if path.stem == "autograd_cell":
            peers(options.peers.split(","))
    if not options.names or "startup" in options.names:
        commands = [[options.nn, "-c", "print(1+1)"], [sys.executable, "-c", "import numpy"]]
        row("startup", alternately(timed, commands, max(options.runs, 11)))


main()
