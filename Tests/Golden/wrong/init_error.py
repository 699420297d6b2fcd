class Point:
    def __init__(self, x):
        self.x = float(x)


points = [
    Point(x)
    for x in ("1", "b")
]
