"""Shows a figure in a real tmux, and prints what its screen has: `python3 Tests/Pictures/in_tmux.py NN COLUMNS [plain]`."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = """
import matplotlib.pyplot as plt
plt.figure(figsize=(4, 2), dpi=100)
plt.plot([1, 2, 3], 'r')
plt.imshow([[0, 1], [1, 0]], extent=(0, 1, 1, 2), aspect='auto')
plt.title('in tmux')
plt.show()
print('end of program')
"""


def main():
    if shutil.which('tmux') is None:
        print('no tmux')
        return
    nn, columns, is_plain = os.path.abspath(sys.argv[1]), int(sys.argv[2]), 'plain' in sys.argv[3:]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'program.py'), 'w') as file:
            file.write(PROGRAM)
        # A server of its own, which ends with its session.
        tmux = ['tmux', '-f', '/dev/null', '-S', os.path.join(folder, 'socket')]
        environment = {k: v for k, v in os.environ.items() if k not in ('TMUX', 'NO_COLOR', 'NN_TERMINAL')}
        environment['LC_ALL'] = 'C.UTF-8'
        command = ('NO_COLOR=1 ' if is_plain else '') + f"'{nn}' program.py; sleep 30"
        subprocess.run([*tmux, '-u', 'new-session', '-d', '-x', str(columns), '-y', '45', command], cwd=folder,
                       env=environment, check=True)
        try:
            screen = ''
            for _ in range(240):
                time.sleep(0.25)
                screen = subprocess.run([*tmux, 'capture-pane', '-p', '-e'], capture_output=True, text=True,
                                        env=environment).stdout
                if 'end of program' in screen:
                    break
        finally:
            subprocess.run([*tmux, 'kill-server'], env=environment, capture_output=True)
    text = re.sub('\x1b\\[[0-9;]*m', '', screen)
    lines = text.rstrip().split('\n')
    print('columns', max(len(line) for line in lines) <= columns)
    print('colours', bool(re.search('\x1b\\[[0-9;]*[34]8[;:]', screen)))
    print('braille', bool(re.search('[\u2801-\u28ff]', text)), 'half blocks', '\u2580' in text)
    print('title', 'in tmux' in text, 'labels', bool(re.search(r'1\.0', text)))
    print('rows of the picture', sum(1 for line in lines if line.strip()) > columns // 4 - 8)
    if '--show' in sys.argv:
        print(text)


main()
