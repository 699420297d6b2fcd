from collections import deque

MAZE = """
##########
#S  #    #
# # # ## #
# #   #  #
# ##### ##
#      #E#
# #### # #
#    #   #
##########
""".strip().split("\n")


def find(char):
    for y, row in enumerate(MAZE):
        if (x := row.find(char)) >= 0:
            return x, y
    raise ValueError(f"no {char!r} in the maze")


def neighbours(x, y):
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        if MAZE[y + dy][x + dx] != "#":
            yield x + dx, y + dy


def solve(start, goal):
    previous = {start: None}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if here == goal:
            break
        for there in neighbours(*here):
            if there not in previous:
                previous[there] = here
                queue.append(there)
    else:
        return None
    path = []
    while here:
        path.append(here)
        here = previous[here]
    return path[::-1]


path = solve(find("S"), find("E"))
print(len(path), path[:3], path[-1])
grid = [list(row) for row in MAZE]
for x, y in path[1:-1]:
    grid[y][x] = "."
print("\n".join("".join(row) for row in grid))
names = {(1, 0): "R", (-1, 0): "L", (0, 1): "D", (0, -1): "U"}
print("".join(names[b[0] - a[0], b[1] - a[1]] for a, b in zip(path, path[1:])))
try:
    find("Q")
except ValueError as e:
    print(e)
