import sys


def run(args):
    return f"ran {args} as {__name__}"


if __name__ == "__main__":
    print("never shown", run(sys.argv))
