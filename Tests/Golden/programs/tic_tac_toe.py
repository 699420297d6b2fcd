LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return "draw" if " " not in board else None


cache = {}


def minimax(board, player):
    key = board, player
    if key in cache:
        return cache[key]
    result = winner(board)
    if result:
        score = {"X": 1, "O": -1, "draw": 0}[result], None
    else:
        other = "O" if player == "X" else "X"
        moves = [(minimax(board[:i] + player + board[i + 1:], other)[0], i) for i, c in enumerate(board) if c == " "]
        score = max(moves, key=lambda m: (m[0], -m[1])) if player == "X" else min(moves)
    cache[key] = score
    return score


def show(board):
    print("\n-+-+-\n".join("|".join(board[r:r + 3]) for r in (0, 3, 6)))


board, player = " " * 9, "X"
while winner(board) is None:
    _, move = minimax(board, player)
    board = board[:move] + player + board[move + 1:]
    player = "O" if player == "X" else "X"
show(board)
print(winner(board), len(cache))
print(minimax("XX OO    ", "X"), minimax("X   O   X", "O"), minimax("XX OO    ", "O"))
