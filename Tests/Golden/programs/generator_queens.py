# The eight queens by backtracking generators.
def place(n, row=0, columns=(), rising=frozenset(), falling=frozenset()):
    if row == n:
        yield columns
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from place(n, row + 1, columns + (column,), rising | {row + column}, falling | {row - column})


def board(columns):
    n = len(columns)
    return "\n".join("".join("Q" if column == at else "." for column in range(n)) for at in columns)


solutions = list(place(6))
print(len(solutions))
for solution in solutions:
    print(solution)
print(board(next(place(8))))
print(sum(1 for _ in place(7)), "solutions of seven queens")
