import sys


def main():
    raise SystemError("main failed")


sys.setrecursionlimit(500)
main()
