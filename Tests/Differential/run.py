"""Compares `nn` with CPython on generated programs: `python3 Tests/Differential/run.py [--nn BINARY] [FIRST [COUNT]]`.

    python3 Tests/Differential/run.py 0 20000             # differences are shrunk and kept in --keep (a temporary folder)
    python3 Tests/Differential/run.py --record 0 600      # writes recorded/*.txt, which `make test` compares without Python

Both run many programs in one process: CPython by exec, `nn` by --batch. What is compared is everything printed and the
uncaught error, its class and message.
"""

import argparse
import ast
import concurrent.futures
import contextlib
import io
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import warnings

import generate

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
PART = 50


def python_answer(source):
    """What CPython prints, then the uncaught error as `nn --batch` writes it."""
    out = io.StringIO()
    error = ""
    signal.alarm(5)
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, "program", "exec"), {"__name__": "__main__"})
        except TimeoutError:
            raise
        except SyntaxError as e:
            error = f"! {type(e).__name__}"
        except Exception as e:
            error = "\n".join("! " + line for line in f"{type(e).__name__}: {e}".split("\n")) if str(e) else f"! {type(e).__name__}"
    signal.alarm(0)
    text = out.getvalue()
    if error:
        text += ("" if not text or text.endswith("\n") else "\n") + error + "\n"
    return text


def too_long(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, too_long)


def nn_answers(nn, sources):
    """What the binary prints for each program; a program that ends the process is answered with how it ended."""
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "batch.py"
        while len(answers) < len(sources):
            file.write_text("\n%%\n".join(source.rstrip("\n") for source in sources[len(answers):]) + "\n")
            command = ["/bin/sh", "-c", 'ulimit -v 16000000; exec "$@"', "sh", nn, "--batch", file]
            try:
                done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
                code, out, err = done.returncode, done.stdout, done.stderr
            except subprocess.TimeoutExpired as e:
                code, out, err = "a time-out", e.stdout or b"", b""
            lines = []
            for line in out.decode(errors="replace").split("\n"):
                if line == "%%":
                    answers.append("".join(x + "\n" for x in lines))
                    lines = []
                else:
                    lines.append(line)
            if len(answers) < len(sources):
                answers.append(f"* ended with {code}: {err.decode(errors='replace')[-300:]}\n")
    return answers[:len(sources)]


def same(expected, actual):
    """Whether the answers agree; the message of a syntax error is not compared."""
    if expected == actual:
        return True
    left, right = expected.rstrip("\n").split("\n"), actual.rstrip("\n").split("\n")
    return left[:-1] == right[:-1] and left[-1] in ("! SyntaxError",) and right[-1].startswith(left[-1])


def differs(nn, source):
    try:
        return not same(python_answer(source), nn_answers(nn, [source])[0])
    except TimeoutError:
        return False


def shrink(nn, source):
    """A smaller program that still differs in the same first way, as far as leaving statements out leads to one."""
    target = signature(python_answer(source), nn_answers(nn, [source])[0])

    def fails(candidate):
        try:
            compile(candidate, "p", "exec")
            expected, actual = python_answer(candidate), nn_answers(nn, [candidate])[0]
        except (SyntaxError, TimeoutError, ValueError):
            return False
        return not same(expected, actual) and signature(expected, actual) == target

    changed = True
    while changed:
        changed = False
        tree = ast.parse(source)
        spots = [(body, i) for node in ast.walk(tree) for name in ("body", "orelse", "finalbody", "handlers")
                 if isinstance(body := getattr(node, name, None), list) for i in range(len(body) - 1, -1, -1)]
        for body, i in sorted(spots, key=lambda s: -size(s[0][s[1]])):
            if i >= len(body):
                continue
            kept = body[i]
            if isinstance(kept, ast.Pass):
                continue
            for replacement in ([], list(getattr(kept, "body", [])) if isinstance(kept, (ast.If, ast.For, ast.Try, ast.While, ast.With)) else None):
                if replacement is None:
                    continue
                body[i:i + 1] = replacement
                try:
                    candidate = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                except (ValueError, IndexError, AttributeError):
                    candidate = ""
                if candidate and fails(candidate):
                    source, changed = candidate, True
                    break
                body[i:i + max(len(replacement), 0)] = [kept]
    return source


def size(node):
    return sum(1 for _ in ast.walk(node))


def signature(expected, actual):
    """What kind of difference it is: the first differing words of both."""
    left, right = expected.split("\n"), actual.split("\n")
    for a, b in zip(left + ["(nothing)"], right + ["(nothing)"]):
        if a != b:
            return a.lstrip("! ").split(" ")[0][:12], " ".join(b.lstrip("! ").split(" ")[:3])[:40]
    return "", ""


def first_difference(expected, actual):
    left, right = expected.split("\n"), actual.split("\n")
    for number, (a, b) in enumerate(zip(left + ["(end)"], right + ["(end)"]), 1):
        if a != b:
            return f"line {number}\n  expected: {a}\n  answered: {b}"
    return "none"


def record(first, count):
    folder = FOLDER / "recorded"
    folder.mkdir(exist_ok=True)
    for start in range(first, first + count, PART):
        blocks = []
        for seed in range(start, min(start + PART, first + count)):
            source = generate.program(seed)
            blocks.append(f"%%%% {seed}\n{source}%%%% prints\n{python_answer(source)}")
        (folder / f"{start:05d}.txt").write_text("".join(blocks))
    print(f"{count} programs in {folder}")


def compare(nn, first, count, keep, shrinking, jobs):
    starts = range(first, first + count, PART)
    failures, kinds = [], {}

    def part(start):
        sources = [generate.program(seed) for seed in range(start, min(start + PART, first + count))]
        return start, sources, nn_answers(nn, sources)

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for start, sources, answers in pool.map(part, starts):
            for offset, (source, answer) in enumerate(zip(sources, answers)):
                expected = python_answer(source)
                if not same(expected, answer):
                    kinds.setdefault(signature(expected, answer), []).append((start + offset, source, expected, answer))
                    failures.append(start + offset)
    keep.mkdir(parents=True, exist_ok=True)
    for kind, cases in sorted(kinds.items(), key=lambda kv: -len(kv[1])):
        seed, source, expected, answer = min(cases, key=lambda case: len(case[1]))
        print(f"---- {len(cases)} times, as in seed {seed}: {first_difference(expected, answer)}")
        if shrinking > 0:
            shrinking -= 1
            small = shrink(nn, source)
            (keep / f"{seed}.py").write_text(small)
            print("    " + small.rstrip().replace("\n", "\n    "))
            print(first_difference(python_answer(small), nn_answers(nn, [small])[0]))
    print(f"{count - len(failures)} of {count} programs agree" + (f"; the others are kept in {keep}" if failures else ""))
    return not failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--nn", default=str(ROOT / ".build/release/nn"))
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "nn-differential")
    parser.add_argument("--shrink", type=int, default=5, help="how many kinds of differences are shrunk")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.record:
        return record(options.first, options.count)
    if not os.access(options.nn, os.X_OK):
        sys.exit(f"no interpreter at {options.nn}: build it first, or give --nn")
    if not compare(os.path.abspath(options.nn), options.first, options.count, options.keep, options.shrink, options.jobs):
        sys.exit(1)


main()
