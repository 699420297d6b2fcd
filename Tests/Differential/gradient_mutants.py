"""Whether the random programs of gradient_programs.py notice mistakes in the rules: each is switched on in turn, which a
debug build of `nn` can, and has to be caught: `nn gradient_mutants.py [COUNT]`."""

import sys

import _autograd
import gradient_programs


def catches(mutant, count):
    """The number of the first program that notices a mistake; None where none does."""
    for seed in range(count):
        _autograd.mutant(mutant)
        try:
            if gradient_programs.check(seed) is not None:
                return seed
        except Exception:
            return seed
        finally:
            _autograd.mutant(None)
    return None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    caught = 0
    names = _autograd.mutant()
    for name in names:
        seed = catches(name, count)
        caught += seed is not None
        print(f'{name}: {"not caught" if seed is None else f"caught by program {seed}"}')
    print(f'{len(names)} mutants, {caught} caught')


main()
