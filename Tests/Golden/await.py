"""Writes down what is recorded but not answered yet: `python3 Tests/Golden/await.py [--nn BINARY] [--dry] [--show N] [NAME…]`.

Runs the binary (the debug build if none is named) over all recorded expressions, programs, generated and wrong programs,
or over those whose name contains one of the NAMEs, rewrites awaiting.txt (not with --dry) and prints counts and the first
differences of each theme. The format of awaiting.txt is described in README.md beside this file.
"""

import argparse
import concurrent.futures
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
LISTING = FOLDER / "awaiting.txt"
SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")
NUMBER = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def own_words():
    words, oracle = {}, None
    for line in (FOLDER / "own-words.txt").read_text().splitlines():
        if line.startswith("- "):
            oracle = line[2:]
        elif line.startswith("+ "):
            words.setdefault(oracle, set()).add(line[2:])
    return words


OWN_WORDS = own_words()


def error_type(text):
    return re.match(r"[^: ]*", text)[0]


def accepts(actual, expected):
    if expected in SYNTAX_ERRORS:
        return error_type(actual) == expected
    return actual.rstrip(" ") == expected.rstrip(" ") or actual in OWN_WORDS.get(expected, ())


def close(expected, actual, relative, absolute):
    """Whether two texts agree but for numbers within the tolerances."""
    if re.sub(r"\s+", "", NUMBER.sub("#", expected)) != re.sub(r"\s+", "", NUMBER.sub("#", actual)):
        return False
    for left, right in zip(NUMBER.findall(expected), NUMBER.findall(actual)):
        if left != right and abs(float(left) - float(right)) > max(absolute + relative * abs(float(left)), 1e-6 * abs(float(left))):
            return False
    return True


def fnv(text):
    """The 64-bit FNV-1a hash of the text, which names a block."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


class Block:
    def __init__(self, text):
        self.marks, source, self.answer = [], [], []
        for line in text.split("\n"):
            if re.match(r"@ |~($| [0-9.])", line):
                self.marks.append(line)
            elif line[:2] == "> " or line == ">":
                self.answer.append(line[2:])
            elif line[:2] in ("= ", ": ", "! "):
                self.answer.append(line)
            elif line[:2] != "? ":
                source.append(line)
        self.source = "\n".join(source)
        self.is_comment = all(line.startswith("#") for line in source)
        only = next((mark[2:] for mark in self.marks if mark[0] == "@"), "")
        dialects = ["py", "nn", "bare"] if "np." in self.source else ["py", "nn"]
        self.dialects = {"py": ["py"], "np": ["py", "nn"], "nn": ["nn"]}.get(only, dialects)

    def program(self, dialect):
        text = bare(self.source) if dialect == "bare" else self.source
        return "import numpy as np\n" + text if dialect != "bare" and "np." in self.source else text

    def agrees(self, answer):
        def parts(lines):
            return "\n".join(x for x in lines if x[:2] != "! "), [x[2:] for x in lines if x[:2] == "! "]

        (expected, errors), (actual, faults) = parts(self.answer), parts(answer)
        if bool(errors) != bool(faults):
            return False
        if errors and errors[0] in SYNTAX_ERRORS:
            if error_type(faults[0]) != errors[0]:
                return False
        elif len(errors) != len(faults) or not all(map(accepts, faults, errors)):
            return False
        for mark in self.marks:
            if mark[0] == "~":
                limits = [float(x) for x in mark[1:].split()] or [9e-16]
                return close(expected, actual, limits[0], limits[1] if len(limits) > 1 else 0)
        return expected == actual


def bare(source):
    lines = [line for line in source.split("\n") if line != "import numpy as np"]
    return re.sub(r"(?<![\w.])np\.(random\.)?(?=[A-Za-z_])", "", "\n".join(lines))


def run(command, seconds, **options):
    """Output, errors and exit code of a process with a limit of 16 GB; code None if it took too long."""
    limited = ["/bin/sh", "-c", 'ulimit -v 16000000; exec "$@"', "sh", *map(str, command)]
    process = subprocess.Popen(limited, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    try:
        out, err = process.communicate(timeout=seconds)
        code = process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        code = None
    return out.decode(errors="replace"), err.decode(errors="replace"), code


def answers(nn, blocks, dialect):
    """What the binary answers to each block; a block that kills the process is answered with its ending."""
    result = []
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / ("batch.py" if dialect == "py" else "batch.nn")
        while len(result) < len(blocks):
            rest = blocks[len(result):]
            file.write_text("\n%%\n".join(block.program(dialect) for block in rest) + "\n")
            out, err, code = run([nn, "--batch", file], 20)
            lines = []
            for line in out.split("\n"):
                if line == "%%":
                    result.append(lines)
                    lines = []
                else:
                    lines.append(line)
            if len(result) < len(blocks):
                ending = "took too long" if code is None else f"ended with {code}"
                result.append(lines + [f"* the process {ending}: {err.strip()[-200:]}"])
    return result[:len(blocks)]


def theme(nn, path):
    """Lines for awaiting.txt, the count of blocks, and texts of differences of a file of expressions."""
    blocks = [Block(text) for text in re.split(r"\n(?:[ \t]*\n)+", path.read_text().strip("\n"))]
    blocks = [block for block in blocks if not block.is_comment]
    failed = {}
    for dialect in ("py", "nn", "bare"):
        chosen = [block for block in blocks if dialect in block.dialects]
        for block, answer in zip(chosen, answers(nn, chosen, dialect)):
            if not block.agrees(answer):
                failed.setdefault(block, []).append((dialect, answer))
    lines, texts = [], []
    for block, cases in failed.items():
        first = next(line for line in block.source.split("\n") if not line.startswith("#"))
        lines.append(f"expressions/{path.stem} {','.join(d for d, _ in cases)} {fnv(block.source)} {first[:60]}".rstrip())
        dialect, answer = cases[0]
        expected = "\n".join("    " + line for line in block.answer)
        answered = "\n".join("    " + line for line in answer)
        texts.append(f"{block.program(dialect)}\n  expected:\n{expected}\n  answered as .{dialect}:\n{answered}")
    return f"expressions/{path.stem}", lines, len(blocks), texts


def program(nn, name, dialects):
    """The same for a program of programs/."""
    file = FOLDER / "programs" / name
    stem = name.split("/")[0].rsplit(".", 1)[0]
    expected = (FOLDER / "programs" / f"{stem}.out").read_text()
    error = FOLDER / "programs" / f"{stem}.err"
    failure = error.read_text().split("\n") if error.exists() else ["0"]
    source = file.read_text()
    failed, texts = [], []
    for dialect in dialects:
        if "/" in name:
            out, err, code = run([nn, file], 30)
        else:
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / ("program.py" if dialect == "py" else "program.nn")
                copy.write_text(bare(source) if dialect == "bare" else source)
                out, err, code = run([nn, copy], 30)
        same = out == expected
        if source.startswith("# ~"):
            limits = [float(x) for x in source.split("\n")[0][3:].split()] or [9e-16]
            same = close(expected, out, limits[0], limits[1] if len(limits) > 1 else 0)
        if code != int(failure[0]) or not same or len(failure) > 1 and failure[1] not in err:
            failed.append(dialect)
            texts.append(f"{name} as .{dialect}: code {code}\n" + first_difference(expected, out) + "\n" + err.strip()[-600:])
    return f"programs/{stem}", [f"programs/{name} {','.join(failed)}"] if failed else [], 1, texts[:1]


def whole(nn, path):
    """The same for a program of Benchmarks/whole."""
    expected = (FOLDER / "whole" / f"{path.stem}.out").read_text()
    out, err, code = run([nn, path], 60)
    if code == 0 and out == expected:
        return f"whole/{path.stem}", [], 1, []
    text = f"whole/{path.name}: code {code}\n{first_difference(expected, out)}\n{err.strip()[-600:]}"
    return f"whole/{path.stem}", [f"whole/{path.name} py"], 1, [text]


def wrong(nn, line):
    """The same for a program of wrong/."""
    name, kind, *places = line.split(" ")
    file = FOLDER / "wrong" / f"{name}.py"
    _, err, _ = run([nn, file], 30)
    lines, found = [], "none"
    for text in err.split("\n"):
        if text.startswith(("The above exception", "During handling")):
            lines = []
        elif caller := re.match(r'  File "(.*)", line (\d+)', text):
            lines += [caller[2]] * (caller[1] == str(file))
        elif place := re.fullmatch(r"(.+?):(\d+):\d+: (?:\w+\.)*(\w+)(:.*)?", text):
            found = place[3]
            lines += [place[2]] * (place[1] == str(file))
    lines = list(dict.fromkeys(lines)) if len(lines) > 20 else [k for k, _ in itertools.groupby(lines)]
    if found == kind and lines == places:
        return f"wrong/{name}", [], 1, []
    text = f"wrong/{name}: expected {kind} {' '.join(places)}, reported {found} {' '.join(lines)}\n{err.strip()[-300:]}"
    return f"wrong/{name}", [f"wrong/{name} py"], 1, [text]


def generated(nn, path):
    """The same for the programs of one file of Tests/Differential/recorded."""
    parts = ("\n" + path.read_text()).split("\n%%%% ")[1:]
    blocks = []
    for head, answer in zip(parts[::2], parts[1::2]):
        seed, _, source = head.partition("\n")
        block = Block(source)
        block.source, block.marks, block.answer, block.seed = source, [], answer.split("\n")[1:], seed
        block.program = lambda dialect, source=source: source
        blocks.append(block)

    def lines(answer):
        text = "\n".join(answer).strip("\n")
        return re.sub(r"(^|\n)! SyntaxError.*$", r"\1! SyntaxError", text)

    awaited, texts = [], []
    for block, answer in zip(blocks, answers(nn, blocks, "py")):
        if lines(block.answer) != lines(answer):
            awaited.append(f"generated/{block.seed} py")
            texts.append(f"generated/{block.seed}\n{first_difference(lines(block.answer), lines(answer))}")
    return f"generated/{path.stem}", awaited, len(blocks), texts


def first_difference(expected, actual):
    left, right = expected.split("\n"), actual.split("\n")
    for number, pair in enumerate(zip(left + [None], right + [None]), 1):
        if pair[0] != pair[1]:
            return f"  output line {number}: expected {pair[0]!r}, answered {pair[1]!r}"
    return "  the output agrees"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--nn", default=str(ROOT / ".build/debug/nn"))
    parser.add_argument("--dry", action="store_true", help="leave awaiting.txt alone")
    parser.add_argument("--show", type=int, default=3, help="how many differences of each theme are printed")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    nn = os.path.abspath(options.nn)
    if not os.access(nn, os.X_OK):
        sys.exit(f"no interpreter at {nn}: run `swift build --product nn` first, or give --nn")

    def wanted(item):
        return not options.names or any(name in item for name in options.names)

    jobs = [(theme, nn, path) for path in sorted((FOLDER / "expressions").glob("*.txt"))
            if wanted(f"expressions/{path.stem}")]
    for line in (FOLDER / "programs" / "variants.txt").read_text().splitlines():
        name, dialects = line.split(": ")
        if wanted(f"programs/{name}"):
            jobs.append((program, nn, name, dialects.split()))
    jobs += [(whole, nn, ROOT / "Benchmarks" / "whole" / f"{path.stem}.py")
             for path in sorted((FOLDER / "whole").glob("*.out")) if wanted(f"whole/{path.stem}")]
    expected = FOLDER / "wrong" / "expected.txt"
    jobs += [(wrong, nn, line) for line in expected.read_text().splitlines() if wanted("wrong/" + line.split(" ")[0])]
    jobs += [(generated, nn, path) for path in sorted((ROOT / "Tests" / "Differential" / "recorded").glob("*.txt"))
             if wanted(f"generated/{path.stem}")]
    done, lines, failing, total = set(), [], {}, {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, awaited, count, texts in pool.map(lambda job: job[0](*job[1:]), jobs):
            part = name if name.startswith("expressions/") else name.split("/")[0]
            done.add(name)
            lines += awaited
            total[part] = total.get(part, 0) + count
            failing[part] = failing.get(part, 0) + len(awaited)
            for text in texts[:options.show]:
                print(f"---- {name}\n{text}")
    for part, count in total.items():
        if failing[part]:
            print(f"{part}: {count - failing[part]} of {count} agree, {failing[part]} awaited")
    print(f"{sum(total.values()) - sum(failing.values())} of {sum(total.values())} agree, {sum(failing.values())} awaited")
    if not options.dry:
        kept = []
        if options.names and LISTING.exists():
            kept = [line for line in LISTING.read_text().splitlines()
                    if line and not line.startswith("#") and stem_of(line) not in done]
        head = "# Recorded, but not answered yet; written by await.py.\n"
        LISTING.write_text(head + "".join(line + "\n" for line in sorted([*kept, *lines])))


def stem_of(line):
    """The name a line of awaiting.txt belongs to: `programs/NAME` without extension or file, a part of the generated ones."""
    name = line.split(" ")[0]
    if name.startswith("generated/"):
        return f"generated/{int(name[10:]) // 50 * 50:05d}"
    if name.startswith("whole/"):
        return name.rsplit(".", 1)[0]
    return "/".join(name.split("/")[:2]).rsplit(".", 1)[0] if name.startswith("programs/") else name


main()
