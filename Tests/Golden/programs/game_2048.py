"""2048 played by a rule, tic-tac-toe by minimax, a maze, a hangman."""
import random
from functools import lru_cache


def slide(row):
    row = [x for x in row if x]
    out, score, i = [], 0, 0
    while i < len(row):
        if i + 1 < len(row) and row[i] == row[i + 1]:
            out.append(row[i] * 2)
            score += row[i] * 2
            i += 2
        else:
            out.append(row[i])
            i += 1
    return out + [0] * (4 - len(out)), score


class Board:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.grid = [[0] * 4 for _ in range(4)]
        self.score = 0
        self.add()
        self.add()

    def add(self):
        free = [(r, c) for r in range(4) for c in range(4) if not self.grid[r][c]]
        if free:
            r, c = self.random.choice(free)
            self.grid[r][c] = 4 if self.random.random() < 0.1 else 2

    def moved(self, direction):
        grid = [row[:] for row in self.grid]
        if direction in 'UD':
            grid = [list(c) for c in zip(*grid)]
        if direction in 'RD':
            grid = [row[::-1] for row in grid]
        rows, scores = zip(*map(slide, grid))
        grid = [list(r) for r in rows]
        if direction in 'RD':
            grid = [row[::-1] for row in grid]
        if direction in 'UD':
            grid = [list(c) for c in zip(*grid)]
        return grid, sum(scores)

    def play(self):
        moves = 0
        while True:
            for d in 'LDRU':
                grid, score = self.moved(d)
                if grid != self.grid:
                    self.grid, moves = grid, moves + 1
                    self.score += score
                    self.add()
                    break
            else:
                return moves

    def __str__(self):
        return '\n'.join('|'.join(f'{x or "":>4}' for x in row) for row in self.grid)


WINS = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in WINS:
        if board[a] == board[b] == board[c] != '.':
            return board[a]
    return None if '.' in board else 'draw'


@lru_cache(maxsize=None)
def best(board, player):
    won = winner(board)
    if won:
        return {'X': 1, 'O': -1, 'draw': 0}[won], None
    pick = max if player == 'X' else min
    return pick(((best(board[:i] + player + board[i + 1:], 'XO'[player == 'X'])[0], -i if player == 'X' else i) for i in range(9) if board[i] == '.'))


def maze(width, height, seed):
    rng = random.Random(seed)
    cells = {(0, 0)}
    walls = [['#'] * (2 * width + 1) for _ in range(2 * height + 1)]
    walls[1][1] = ' '
    stack = [(0, 0)]
    while stack:
        x, y = stack[-1]
        options = [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)) if 0 <= x + dx < width and 0 <= y + dy < height and (x + dx, y + dy) not in cells]
        if not options:
            stack.pop()
            continue
        nx, ny = rng.choice(options)
        cells.add((nx, ny))
        walls[y + ny + 1][x + nx + 1] = walls[2 * ny + 1][2 * nx + 1] = ' '
        stack.append((nx, ny))
    return walls


def solve(walls):
    goal = (len(walls[0]) - 2, len(walls) - 2)
    paths = [[(1, 1)]]
    seen = {(1, 1)}
    for path in paths:
        x, y = path[-1]
        if (x, y) == goal:
            return path
        for p in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if walls[p[1]][p[0]] == ' ' and p not in seen:
                seen.add(p)
                paths.append(path + [p])


def hangman(word, guesses, lives=5):
    found = ['_'] * len(word)
    for n, guess in enumerate(guesses, 1):
        hits = [i for i, c in enumerate(word) if c == guess]
        if not hits:
            lives -= 1
        for i in hits:
            found[i] = guess
        print(n, guess, ' '.join(found), '*' * lives)
        if '_' not in found:
            return 'won'
        if not lives:
            return f'lost, it was {word}'


print(slide([2, 2, 2, 2]), slide([0, 4, 0, 4]), slide([2, 4, 2, 0]))
b = Board(3)
moves = b.play()
print(b, b.score, moves, max(map(max, b.grid)), sep='\n')
print(best('.' * 9, 'X'), best('X...O...X', 'O'), best.cache_info().misses > 100)
board, player = '.' * 9, 'X'
while not winner(board):
    _, i = best(board, player)
    i = abs(i)
    board = board[:i] + player + board[i + 1:]
    player = 'XO'[player == 'X']
print('\n'.join(board[i:i + 3] for i in (0, 3, 6)), winner(board))
m = maze(9, 4, 5)
path = solve(m)
for x, y in path:
    m[y][x] = '.'
print('\n'.join(map(''.join, m)), len(path))
print(hangman('banana', 'eanb'), hangman('sky', 'aeious'))
