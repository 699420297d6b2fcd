import sys


def defaults():
    return sys.argv[1:]


def main(args):
    loud = "--loud" in args
    numbers = [a for a in args if a != "--loud"]
    if len(numbers) != 1:
        sys.exit("usage: prog N")
    try:
        n = int(numbers[0])
    except ValueError:
        sys.exit(2)
    text = " ".join(["beep"] * n)
    return text.upper() if loud else text
