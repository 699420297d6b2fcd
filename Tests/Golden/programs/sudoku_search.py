from itertools import product


def cross(a, b):
    return [x + y for x in a for y in b]


rows, cols = 'ABCDEFGHI', '123456789'
squares = cross(rows, cols)
unitlist = ([cross(rows, c) for c in cols] + [cross(r, cols) for r in rows]
            + [cross(rs, cs) for rs in ('ABC', 'DEF', 'GHI') for cs in ('123', '456', '789')])
units = {s: [u for u in unitlist if s in u] for s in squares}
peers = {s: set(sum(units[s], [])) - {s} for s in squares}


def parse(grid):
    values = {s: cols for s in squares}
    for s, d in zip(squares, (c for c in grid if c in cols + '0.')):
        if d in cols and not assign(values, s, d):
            return None
    return values


def assign(values, s, d):
    return values if all(eliminate(values, s, other) for other in values[s].replace(d, '')) else None


def eliminate(values, s, d):
    if d not in values[s]:
        return values
    values[s] = values[s].replace(d, '')
    if len(values[s]) == 0:
        return None
    if len(values[s]) == 1 and not all(eliminate(values, p, values[s]) for p in peers[s]):
        return None
    for unit in units[s]:
        places = [p for p in unit if d in values[p]]
        if not places or len(places) == 1 and not assign(values, places[0], d):
            return None
    return values


tried = 0


def search(values):
    global tried
    tried += 1
    if values is None:
        return None
    if all(len(v) == 1 for v in values.values()):
        return values
    _, s = min((len(v), s) for s, v in values.items() if len(v) > 1)
    for d in values[s]:
        if found := search(assign(values.copy(), s, d)):
            return found
    return None


def show(values):
    line = '+'.join(['-' * 6] * 3)
    for r in rows:
        print(''.join(values[r + c] + ('|' if c in '36' else ' ') for c in cols).rstrip())
        if r in 'CF':
            print(line)


easy = '003020600900305001001806400008102900700000008006708200002609500800203009005010300'
hard = '4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......'
assert len(squares) == 81 and all(len(units[s]) == 3 and len(peers[s]) == 20 for s in squares)
show(search(parse(easy)))
print(tried)
tried = 0
solved = search(parse(hard))
print(''.join(solved[s] for s in squares), tried)
print(search(parse('11' + '.' * 79)))


def queens(n, row=0, cols=0, left=0, right=0):
    if row == n:
        return 1
    total, free = 0, ~(cols | left | right) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        total += queens(n, row + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


def knight(n):
    moves = [(a * i, b * j) for a, b in ((1, 2), (2, 1)) for i, j in product((1, -1), repeat=2)]
    board = {(0, 0): 1}
    at = (0, 0)

    def options(x, y):
        return [(x + dx, y + dy) for dx, dy in moves if 0 <= x + dx < n and 0 <= y + dy < n and (x + dx, y + dy) not in board]
    while nexts := options(*at):
        at = min(nexts, key=lambda p: (len(options(*p)), p))
        board[at] = len(board) + 1
    return len(board), at


print([queens(n) for n in range(1, 8)], knight(6), knight(8))


def coins(amount, kinds=(200, 100, 50, 20, 10, 5, 2, 1), memo={}):
    if amount == 0:
        return 1
    if amount < 0 or not kinds:
        return 0
    key = amount, kinds
    if key not in memo:
        memo[key] = coins(amount - kinds[0], kinds) + coins(amount, kinds[1:])
    return memo[key]


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f'{a}{c}'
        yield from hanoi(n - 1, b, a, c)


print(coins(50), coins(100), ' '.join(hanoi(3)), sum(1 for _ in hanoi(8)))
