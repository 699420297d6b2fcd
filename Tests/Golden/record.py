"""Records what CPython and NumPy answer: `python3 Tests/Golden/record.py [PART [NAME…]]`.

The parts are expressions, programs, scripts, whole (Benchmarks/whole), arrays (Benchmarks/arrays) and wrong.

Without arguments everything is recorded anew. The formats are described in README.md beside this file.

NumPy's vector functions depend on the processor, so the recorder always runs with
NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR" (what NumPy 2.4 calls its AVX-512 paths: the AVX2 paths remain),
OPENBLAS_NUM_THREADS=1 and OPENBLAS_CORETYPE=Haswell; it starts itself again with them.
"""

import ast
import contextlib
import io
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback
import warnings

SETTINGS = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "PYTHONHASHSEED": "0",
}
FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent

if any(os.environ.get(key) != value for key, value in SETTINGS.items()):
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **SETTINGS})

sys.path[:0] = [str(FOLDER), str(FOLDER / "stub")]

import numpy as np  # noqa: E402

import prelude  # noqa: E402

RESULT_PREFIXES = ("= ", ": ", "! ", "> ", "? ")
RESULT_LINES = tuple(prefix.strip() for prefix in RESULT_PREFIXES)
#: Functions whose last bits belong to the implementation (NumPy's float64 sin and cos are the C library's).
TRANSCENDENTAL = re.compile(
    r"\b(exp|exp2|expm1|log|log2|log10|log1p|logaddexp|tan|arcsin|arccos|arctan|arctan2|sinh|cosh|tanh|arcsinh|arccosh"
    r"|arctanh|power|cbrt|hypot)\b")
PRODUCT = re.compile(r"\b(dot|matmul|inner|outer|linalg)\b|\w @ |\) @ |\] @ ")


def bare(source):
    """`source` without the prefixes `np.` and `np.random.`, and without `import numpy as np`."""
    lines = [line for line in source.split("\n") if line != "import numpy as np"]
    return re.sub(r"(?<![\w.])np\.(random\.)?(?=[A-Za-z_])", "", "\n".join(lines))


def type_line(value):
    name = "dtype" if isinstance(value, np.dtype) else type(value).__name__
    if isinstance(value, np.ndarray):
        return f"{name} {value.dtype} {value.shape}"
    return name


def answer(source, dialect):
    """The recorded lines of one block: printed lines, warnings, then the value or the error."""
    names = prelude.namespace(dialect)
    if "np." in source:
        names["np"] = np
    printed, result = io.StringIO(), []
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            tree = ast.parse(prelude.python3(source) if dialect == "nn" else source)
            value = None
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "block", "exec"), names)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), "block", "eval"), names)
            if value is not None:
                result = ["= " + line for line in repr(value).split("\n")] + [": " + type_line(value)]
        except Exception as error:
            result = ["! " + line for line in prelude.error_lines(error)]
    text = printed.getvalue()
    if text and not text.endswith("\n"):
        sys.exit(f"a block's output must end with a line break:\n{source}")
    if " at 0x" in text + "".join(result):
        sys.exit(f"an address is not a recordable result:\n{source}")
    lines = ["> " + line if line else ">" for line in text.split("\n")[:-1]]
    kinds = dict.fromkeys(f"? {w.category.__name__}: {w.message}" for w in warned
                          if w.category is not SyntaxWarning)
    return [line.rstrip() if line.startswith("! ") else line for line in [*lines, *kinds, *result]]


def tolerance(source, lines):
    """The mark a block needs for what it computes, or None where every digit is determined."""
    if not any(re.search(r"\d\.\d|\de-", line) for line in lines if line[0] in "=>"):
        return None
    single = any("float32" in line for line in lines)
    if PRODUCT.search(source):
        return "~ 1e-6 1e-6" if single else "~ 1e-14 1e-14"
    if TRANSCENDENTAL.search(source) or single and re.search(r"\b(sin|cos)\b", source):
        return "~ 5e-7" if single else "~ 9e-16"
    return None


def record_block(block):
    """The block with its results recorded anew."""
    given = [line for line in block.split("\n") if not line.startswith(RESULT_PREFIXES) and line not in RESULT_LINES]
    marks = [line for line in given if re.match(r"@ |~($| [0-9.])", line)]
    source = "\n".join(line for line in given if line not in marks)
    if all(line.startswith("#") for line in source.split("\n")):
        return source
    only_nn = "@ nn" in marks
    lines = answer(source, "nn" if only_nn else "py")
    kept = [mark for mark in marks if mark.startswith("~") or mark == "@ nn"]
    if not any(mark.startswith("~") for mark in kept):
        kept += filter(None, [tolerance(source, lines)])
    if not only_nn:
        if answer(source, "nn") != lines:
            kept.append("@ py")
        elif bare(source) != source and answer(bare(source), "nn") != lines:
            kept.append("@ np")
    return "\n".join([*kept, source, *lines])


def record_expressions(names):
    total = 0
    for path in sorted((FOLDER / "expressions").glob("*.txt")):
        if names and path.stem not in names:
            continue
        blocks = [block for block in re.split(r"\n(?:[ \t]*\n)+", path.read_text().strip("\n"))]
        recorded = [record_block(block) for block in blocks]
        path.write_text("\n\n".join(recorded) + "\n")
        count = sum(1 for block in recorded if not all(line.startswith("#") for line in block.split("\n")))
        total += count
        print(f"{path.stem}: {count}")
    print(f"{total} expressions")


def run(source, dialect, folder=None):
    """Standard output, exit code and last line of standard error of a whole program, whose modules lie in `folder`."""
    if dialect == "py" and ("__file__" in source or "getsource" in source):
        return run_file(source)
    if dialect == "nn":
        source = prelude.python3(source)
    starter = (
        f"import sys; sys.path[:0] = {sys.path[:2] + [str(folder)] * bool(folder)!r}\n"
        "import prelude\n"
        "source = sys.stdin.read()\n"
        "sys.excepthook = lambda kind, error, trace, prelude=prelude, sys=sys: print(*prelude.error_lines(error), sep='\\n', file=sys.stderr)\n"
        "import linecache\n"
        "linecache.cache['program'] = (len(source), None, source.splitlines(True), 'program')\n"
        "def start(main, names, code): main.clear(); main.update(names); exec(code, main)\n"
        "main = sys.modules['__main__'].__dict__\n"
        f"start(main, prelude.namespace({dialect!r}), compile(source, 'program', 'exec'))\n"
    )
    done = subprocess.run([sys.executable, "-B", "-W", "ignore", "-c", starter], input=source, capture_output=True,
                          text=True, timeout=300)
    errors = done.stderr.rstrip("\n").split("\n")
    return done.stdout, done.returncode, errors[-1] if done.returncode else ""


def run_in_place(path):
    """The same of a program that reads the files beside it."""
    done = subprocess.run([sys.executable, "-B", "-W", "ignore", str(path)], capture_output=True, text=True, timeout=300)
    return done.stdout, done.returncode, done.stderr.rstrip("\n").split("\n")[-1] if done.returncode else ""


def run_file(source):
    """The same of a program that reads its own text."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "program.py"
        file.write_text(source)
        done = subprocess.run([sys.executable, "-B", "-W", "ignore", str(file)], capture_output=True, text=True, timeout=300)
    return done.stdout, done.returncode, done.stderr.rstrip("\n").split("\n")[-1] if done.returncode else ""


def record_program(path, out):
    """Writes what the program prints and, where it fails, its exit code and last error line; returns its variants."""
    source = path.read_text()
    dialect = path.suffix[1:]
    several = path.name == "main.py"
    if several and "__file__" in source:
        result = run_in_place(path)
    else:
        result = run(source, dialect, path.parent if several else None)
    stdout, code, error = result
    out.write_text(stdout)
    failure = out.with_suffix(".err")
    failure.unlink(missing_ok=True)
    if code:
        failure.write_text(f"{code}\n{error}\n")
    variants = [dialect]
    if dialect == "py" and not several and run(source, "nn") == result:
        variants.append("nn")
        if "np." in source and run(bare(source), "nn") == result:
            variants.append("bare")
    return variants


def record_programs(names):
    folder = FOLDER / "programs"
    listing = folder / "variants.txt"
    known = dict(line.split(": ") for line in listing.read_text().splitlines()) if listing.exists() else {}
    paths = sorted([*folder.glob("*.py"), *folder.glob("*.nn"), *folder.glob("*/main.py")])
    present = {str(path.relative_to(folder)) for path in paths}
    for path in paths:
        name = str(path.relative_to(folder))
        stem = path.parent.name if "/" in name else path.stem
        if not names or stem in names:
            known[name] = " ".join(record_program(path, folder / (stem + ".out")))
            print(f"{name}: {known[name]}")
    listing.write_text("".join(f"{name}: {known[name]}\n" for name in sorted(known) if name in present))
    print(f"{len(paths)} programs")


def record_scripts(names):
    """The bundled programs of scripts/, which are `.nn` and stand alone."""
    for path in sorted((ROOT / "scripts").glob("*.nn")):
        if not names or path.stem in names:
            record_program(path, FOLDER / "scripts" / (path.stem + ".out"))
            print(path.name)


def record_arrays(names):
    """The whole programs with NumPy that Benchmarks times."""
    record_whole(names, "arrays")


def record_whole(names, part="whole"):
    """The whole programs that Benchmarks times, with their small sizes; modules without `sys.argv` are siblings."""
    (FOLDER / part).mkdir(exist_ok=True)
    for path in sorted((ROOT / "Benchmarks" / part).glob("*.py")):
        if (not names or path.stem in names) and "sys.argv" in path.read_text():
            done = subprocess.run([sys.executable, "-B", str(path)], capture_output=True, text=True, check=True)
            (FOLDER / part / (path.stem + ".out")).write_text(done.stdout.replace(str(ROOT), "ROOT"))
            print(path.name)


def wrong_lines(path):
    """The class of the program's uncaught error and the lines of its frames, outermost first."""
    source, name = path.read_text(), str(path)
    limit = sys.getrecursionlimit()
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, name, "exec"), {"__name__": "__main__"})
        except SyntaxError as error:
            kind, lines = type(error), [error.lineno]
        except Exception as error:
            kind = type(error)
            lines = []
            for frame in traceback.extract_tb(error.__traceback__):
                if frame.filename == name:
                    # From CPython 3.12 on a comprehension has no frame of its own.
                    if frame.name in ("<listcomp>", "<dictcomp>", "<setcomp>"):
                        lines.pop()
                    lines.append(frame.lineno)
        else:
            sys.exit(f"{path.name} is not wrong")
    sys.setrecursionlimit(limit)
    return [kind.__name__, *(dict.fromkeys(lines) if len(lines) > 20 else [k for k, _ in itertools.groupby(lines)])]


def record_wrong(names):
    folder = FOLDER / "wrong"
    paths = sorted(folder.glob("*.py"))
    text = "".join(" ".join(map(str, [path.stem, *wrong_lines(path)])) + "\n" for path in paths)
    (folder / "expected.txt").write_text(text)
    print(f"{len(paths)} wrong programs")


if __name__ == "__main__":
    parts = {"expressions": record_expressions, "programs": record_programs, "scripts": record_scripts, "whole": record_whole,
             "arrays": record_arrays, "wrong": record_wrong}
    wanted = [sys.argv[1]] if len(sys.argv) > 1 else list(parts)
    for part in wanted:
        parts[part](sys.argv[2:])
