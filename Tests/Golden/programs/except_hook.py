# The program's own word for an error that nobody catches.
import sys


def hook(kind, value, trace):
    print('hook:', kind.__name__, value, trace is not None, file=sys.stderr)


print(sys.is_finalizing())
sys.excepthook = hook
{}['missing']
