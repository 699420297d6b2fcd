import sys

sys.argv = ["prog", "3", "x"]
from app import cli

for args in (["3"], ["x"], [], ["2", "--loud"]):
    try:
        print(cli.main(args))
    except SystemExit as e:
        print("exit", e.code)
print(cli.defaults())
sys.exit(4)
