"""Times pictures with `nn` and matplotlib: `python3 Benchmarks/pictures.py [--runs N] [--python PYTHON]`.

Each program runs as its own process, alternately in both; the table shows the medians of the whole process. Without a Python
that has matplotlib (`--python`, or NN_MATPLOTLIB) only `nn` is timed."""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
START = "import numpy as np\nimport matplotlib.pyplot as plt\nx = np.random.RandomState(0).randn(100000, 2)\n"
PROGRAMS = {
    "import": "import matplotlib.pyplot\n",
    "scatter 100k": START + "plt.scatter(x[:, 0], x[:, 1])\nplt.savefig('a.png')\n",
    "coloured 100k": START + "plt.scatter(x[:, 0], x[:, 1], c=x[:, 0], s=4)\nplt.savefig('a.png')\n",
    "line 100k": START + "plt.plot(x[:, 0].cumsum())\nplt.savefig('a.png')\n",
}


def seconds(command, folder):
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nn", default=str(HERE.parent / ".build/release/nn"))
    parser.add_argument("--python", default=os.environ.get("NN_MATPLOTLIB", sys.executable))
    options = parser.parse_args()
    has = subprocess.run([options.python, "-c", "import matplotlib"], capture_output=True).returncode == 0
    print(f"Pictures, medians of {options.runs} runs of the process, milliseconds" + ("" if has else "; no matplotlib here"))
    print(f"{'':<16}{'nn':>10}{'matplotlib':>14}   matplotlib : nn")
    with tempfile.TemporaryDirectory() as folder:
        for name, program in PROGRAMS.items():
            path = os.path.join(folder, "program.py")
            with open(path, "w") as file:
                file.write(program)
            times = [[seconds([command, path], folder) for command in ([options.nn] + ([options.python] if has else []))]
                     for _ in range(options.runs)]
            ours = statistics.median(t[0] for t in times)
            line = f"{name:<16}{ours * 1e3:>10.1f}"
            if has:
                theirs = statistics.median(t[1] for t in times)
                line += f"{theirs * 1e3:>14.1f}   {theirs / ours:8.2f}"
            print(line)


main()
