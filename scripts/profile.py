"""Records where programs spend their time, for the release build: `python3 scripts/profile.py BINARY [PROGRAM[:ARGUMENT] …]`.

Runs the programs (by default those of Benchmarks/whole, Benchmarks/arrays and Benchmarks/programs) under `perf`, finds the
functions and lines of the samples in the binary's debug information, and writes them to Benchmarks/machine.prof: a sample
profile as LLVM reads it (`-profile-sample-use`). From it the compiler knows which branches of the machine's loop are taken
and what is worth inlining. Lines are counted from the begin of their function, so the profile stays of use while other
functions change; record it anew after larger changes to the machine.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Benchmarks/machine.prof"
SYMBOLIZER = "llvm-symbolizer"
#: Samples in a second.
FREQUENCY = 8000
#: Functions with fewer samples are left out.
LEAST = 5
#: What a sample counts.
WEIGHT = 100
ARGUMENTS = {
    "micrograd": 4000, "parser": 1800, "queens": 9, "bank": 120000, "life": 360, "histogram": 120000, "matrix": 150,
    "lru": 300000, "states": 4000, "csv_report": 60000, "bigints": 4000, "doctested": 120, "char_rnn": 400, "lstm": 500,
    "conv_net": 100, "kmeans": 4000, "pca": 300, "kalman": 5000, "metropolis": 20000, "life_array": 1000,
    "mandelbrot": 700, "pagerank": 2000, "decision_tree": 2400, "heat": 10000,
}


class Node:
    """The samples of a function, or of a call that was inlined."""

    def __init__(self):
        self.lines = collections.Counter()
        self.calls = {}

    @property
    def total(self):
        return sum(self.lines.values()) + sum(call.total for call in self.calls.values())

    def write(self, depth, out):
        indent = " " * depth
        entries = [(place, "") for place in self.lines] + list(self.calls)
        for place, callee in sorted(entries):
            where = f"{indent}{place[0]}" + (f".{place[1]}" if place[1] else "")
            if callee:
                call = self.calls[place, callee]
                out.append(f"{where}: {callee}:{call.total * WEIGHT}")
                call.write(depth + 1, out)
            else:
                out.append(f"{where}: {self.lines[place] * WEIGHT}")


def sampled(binary, program, argument):
    """How often each address of the binary was met."""
    counts = collections.Counter()
    with tempfile.NamedTemporaryFile(suffix=".data") as data:
        command = ["perf", "record", "-q", "-F", str(FREQUENCY), "-e", "cpu-clock", "-o", data.name, binary, str(program)]
        subprocess.run(command + ([argument] if argument else []), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        script = subprocess.run(["perf", "script", "-i", data.name, "-F", "ip,sym,dso"], capture_output=True, text=True)
    for line in script.stdout.splitlines():
        fields = line.split()
        if fields and pathlib.Path(fields[-1].strip("()")) == pathlib.Path(binary):
            counts[int(fields[0], 16)] += 1
    return counts


def placed(binary, counts):
    """The samples by the functions in which they are."""
    addresses = sorted(counts)
    command = [SYMBOLIZER, f"--obj={binary}", "--output-style=JSON", "--inlines", "--no-demangle"]
    answers = subprocess.run(command, input="\n".join(map(hex, addresses)), capture_output=True, text=True, check=True)
    functions = {}
    for address, answer in zip(addresses, answers.stdout.splitlines()):
        frames = (json.loads(answer).get("Symbol") or [])[::-1]
        if not frames or not frames[0]["FunctionName"].startswith("$s"):
            continue
        node = functions.setdefault(frames[0]["FunctionName"], Node())
        for position, frame in enumerate(frames):
            place = (frame.get("Line", 0) - frame.get("StartLine", 0)) & 0xFFFF, frame.get("Discriminator") or 0
            if position + 1 < len(frames):
                node = node.calls.setdefault((place, frames[position + 1]["FunctionName"]), Node())
            else:
                node.lines[place] += counts[address]
    return functions


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    programs = sys.argv[2:]
    for folder in ("whole", "arrays", "programs"):
        programs += [str(path) for path in sorted((ROOT / "Benchmarks" / folder).glob("*.py"))]
    counts = collections.Counter()
    for program in programs:
        path, _, argument = program.partition(":")
        counts += sampled(binary, path, argument or str(ARGUMENTS.get(pathlib.Path(path).stem, "")))
    functions = placed(binary, counts)
    out = []
    for name, node in sorted(functions.items(), key=lambda item: (-item[1].total, item[0])):
        if node.total >= LEAST:
            out.append(f"{name}:{node.total * WEIGHT}:{WEIGHT}")
            node.write(1, out)
    OUTPUT.write_text("\n".join(out) + "\n")
    print(f"{sum(counts.values())} samples, {len(out)} lines")


main()
