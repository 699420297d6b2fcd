"""Sets of integers keep CPython's order through insertion, removal, growth and set algebra."""
state = 12345


def draw(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return (state >> 8) % n


s = set()
for round in range(120):
    for k in range(draw(20)):
        op = draw(10)
        v = draw(60) - 10 if draw(3) else draw(5000)
        other = set([draw(100) for _ in range(draw(30))])
        if op < 3:
            s.add(v)
        elif op < 5:
            s.discard(v)
        elif op == 5 and s:
            print('pop', s.pop())
        elif op == 6:
            s |= other
            s.update({v: 1, v + 1: 2})
        elif op == 7:
            which = draw(5)
            if which == 0:
                s -= other
            elif which == 1:
                s ^= other
            elif which == 2:
                s &= other
            elif which == 3:
                print(s - other, s & other, s | other, s ^ other, other - s)
            else:
                s.difference_update(list(other))
        elif op == 8:
            s.symmetric_difference_update([v, v + 1, v, 3])
            print(hash(frozenset(s)))
        else:
            s = set(s.union(other))
    print(s)


def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {cell}


live = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for step in range(30):
    area = live.union(*[neighbours(cell) for cell in live])
    live = {c for c in area if len(neighbours(c) & live) in ((2, 3) if c in live else (3,))}
    print(live)
