"""Times twelve whole programs in ordinary Python with `nn` and CPython: `python3 Benchmarks/whole.py [--runs N] [NAME…]`.

The programs of Benchmarks/whole run alternately in both, each as its own process, with a size that takes CPython 0.2 to 2
seconds; the table shows the medians of the whole process and how many times faster `nn` is, then the geometric mean. What
they print is compared. Of micrograd it also shows the peak memory after 200 and after 2,000 steps.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nn", default=str(HERE.parent / ".build/release/nn"))
    options = parser.parse_args()
    if not os.access(options.nn, os.X_OK):
        sys.exit(f"no interpreter at {options.nn}: run `swift build -c release` first, or give --nn")
    print(f"Whole programs, CPython {sys.version.split()[0]}, medians of {options.runs} alternating runs of the process, milliseconds")
    print(f"{'':<14}{'nn':>10}{'CPython':>12}   CPython : nn")
    ratios = []
    for name, size in SIZES.items():
        if options.names and name not in options.names:
            continue
        path = str(HERE / "whole" / f"{name}.py")
        commands = [options.nn, path, str(size)], [sys.executable, "-B", path, str(size)]
        try:
            results = [[run(command) for command in commands] for _ in range(options.runs)]
        except RuntimeError as error:
            print(f"{name:<14}{str(error).splitlines()[-1][:100]}")
            continue
        ours, theirs = (statistics.median(result[side][0] for result in results) for side in (0, 1))
        ratios.append(theirs / ours)
        remark = "" if results[0][0][2] == results[0][1][2] else "   DIFFERENT OUTPUT"
        print(f"{name:<14}{ours * 1e3:>10.1f}{theirs * 1e3:>12.1f}   {ratios[-1]:8.2f}{remark}")
    if len(ratios) > 1:
        print(f"{'geometric mean':<36}   {math.exp(statistics.fmean(map(math.log, ratios))):8.2f}")
    if not options.names or "micrograd" in options.names:
        path = str(HERE / "whole" / "micrograd.py")
        try:
            peaks = [run([options.nn, path, str(steps)])[1] / 1024 for steps in (200, 2000)]
        except RuntimeError:
            return
        print(f"micrograd's peak memory after 200 steps {peaks[0]:.1f} MB, after 2,000 {peaks[1]:.1f} MB")


main()
