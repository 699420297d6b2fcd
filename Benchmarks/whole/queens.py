"""Queens by generators: `queens.py [SIZE]`."""

import sys


def queens(n, row=0, columns=frozenset(), rising=frozenset(), falling=frozenset()):
    """All ways to place the queens of the rows from `row` on, as tuples of columns."""
    if row == n:
        yield ()
        return
    for c in range(n):
        if c not in columns and row + c not in rising and row - c not in falling:
            for rest in queens(n, row + 1, columns | {c}, rising | {row + c}, falling | {row - c}):
                yield (c,) + rest


def board(solution):
    return "\n".join(" ".join("Q" if c == q else "." for c in range(len(solution))) for q in solution)


def mirrored(solution):
    return tuple(len(solution) - 1 - c for c in solution)


def rotated(solution):
    n = len(solution)
    return tuple(n - 1 - solution.index(c) for c in range(n))


def family(solution):
    """The solution in all of its turns and mirrorings."""
    for _ in range(4):
        yield solution
        yield mirrored(solution)
        solution = rotated(solution)


def unique(solutions):
    seen = set()
    for s in solutions:
        if s not in seen:
            seen.update(family(s))
            yield s


def conflicts(columns):
    n = len(columns)
    return sum(1 for i in range(n) for j in range(i + 1, n)
               if columns[i] == columns[j] or abs(columns[i] - columns[j]) == j - i)


def main(n):
    for size in range(1, n):
        print(size, sum(1 for _ in queens(size)))
    solutions = list(queens(n))
    print(n, len(solutions))
    if solutions:
        print(board(solutions[0]))
        print(all(conflicts(s) == 0 for s in solutions), conflicts(range(n)))
        fundamental = list(unique(solutions))
        print(len(fundamental), fundamental[:3])
        counts = {}
        for s in solutions:
            counts[s[0]] = counts.get(s[0], 0) + 1
        print(sorted(counts.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
