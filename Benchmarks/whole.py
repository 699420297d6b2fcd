"""Times whole programs with `nn` and CPython: `python3 Benchmarks/whole.py [--arrays] [--runs N] [NAME…]`.

The twelve programs of Benchmarks/whole are ordinary Python; with --arrays it is the twelve of Benchmarks/arrays, which use
NumPy. They run alternately in both, each as its own process with one thread, with a size that takes CPython 0.2 to 2 seconds;
the table shows the medians of the whole process and how many times faster `nn` is, then the geometric mean. With --arrays
`inside` is the ratio without the start (of both, as an empty program with the import shows it). What they print is compared.
Of micrograd it also shows the peak memory after 200 and after 2,000 steps.
"""

import argparse
import math
import os
import pathlib
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {
    "micrograd": 2000, "parser": 600, "queens": 8, "bank": 40000, "life": 120, "histogram": 40000, "matrix": 60, "lru": 100000,
    "states": 1200, "csv_report": 20000, "bigints": 4000, "doctested": 40,
}
ARRAY_SIZES = {
    "char_rnn": 400, "lstm": 500, "conv_net": 100, "kmeans": 4000, "pca": 300, "kalman": 5000, "metropolis": 20000,
    "life_array": 1000, "mandelbrot": 700, "pagerank": 2000, "decision_tree": 2400, "heat": 10000,
}


def run(command):
    """Seconds, peak kilobytes, output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)])
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        if status:
            raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}:\n"
                               + err.read().decode(errors="replace")[-1000:])
        return seconds, usage.ru_maxrss, out.read()


def geometric_mean(ratios):
    return math.exp(statistics.fmean(map(math.log, ratios)))


def starts(nn, runs):
    """Seconds that both take to start and import NumPy."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as empty:
        empty.write("import sys\nimport numpy as np\n")
        empty.flush()
        commands = [nn, empty.name], [sys.executable, "-B", empty.name]
        return [statistics.median(run(command)[0] for _ in range(runs)) for command in commands]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--arrays", action="store_true", help="the programs that use NumPy")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nn", default=str(HERE.parent / ".build/release/nn"))
    options = parser.parse_args()
    if not os.access(options.nn, os.X_OK):
        sys.exit(f"no interpreter at {options.nn}: run `swift build -c release` first, or give --nn")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    peer = f"CPython {sys.version.split()[0]}" + (" with NumPy" if options.arrays else "")
    print(f"Whole programs, {peer}, medians of {options.runs} alternating runs of the process, milliseconds")
    print(f"{'':<14}{'nn':>10}{'CPython':>12}   CPython : nn" + ("   inside" if options.arrays else ""))
    bare = starts(options.nn, options.runs) if options.arrays else (0, 0)
    ratios, inner = [], []
    for name, size in (ARRAY_SIZES if options.arrays else SIZES).items():
        if options.names and name not in options.names:
            continue
        path = str(HERE / ("arrays" if options.arrays else "whole") / f"{name}.py")
        commands = [options.nn, path, str(size)], [sys.executable, "-B", path, str(size)]
        try:
            results = [[run(command) for command in commands] for _ in range(options.runs)]
        except RuntimeError as error:
            print(f"{name:<14}{str(error).splitlines()[-1][:100]}")
            continue
        ours, theirs = (statistics.median(result[side][0] for result in results) for side in (0, 1))
        ratios.append(theirs / ours)
        inner.append(max(theirs - bare[1], 1e-3) / max(ours - bare[0], 1e-3))
        remark = f" {inner[-1]:8.2f}" if options.arrays else ""
        remark += "" if results[0][0][2] == results[0][1][2] else "   DIFFERENT OUTPUT"
        print(f"{name:<14}{ours * 1e3:>10.1f}{theirs * 1e3:>12.1f}   {ratios[-1]:8.2f}    {remark}")
    if len(ratios) > 1:
        print(f"{'geometric mean':<36}   {geometric_mean(ratios):8.2f}"
              + (f"     {geometric_mean(inner):8.2f}" if options.arrays else ""))
    if not options.arrays and (not options.names or "micrograd" in options.names):
        path = str(HERE / "whole" / "micrograd.py")
        try:
            peaks = [run([options.nn, path, str(steps)])[1] / 1024 for steps in (200, 2000)]
        except RuntimeError:
            return
        print(f"micrograd's peak memory after 200 steps {peaks[0]:.1f} MB, after 2,000 {peaks[1]:.1f} MB")


main()
