from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y")
p = Point(3, y=4)
print(p, p.x + p.y, p._replace(x=0), p._asdict(), Point._fields, p == (3, 4), *p)
c = Counter("mississippi")
print(c.most_common(2), c["s"], c["z"], sum(c.values()), c - Counter("miss"), sorted(c.elements())[:4])
c.update("ppp")
print(c["p"], sorted(c.items()))
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(dict(d), d["missing"], len(d))
tree = lambda: defaultdict(tree)
t = tree()
t["x"]["y"]["z"] = 1
print(t["x"]["y"]["z"], list(t))
q = deque(maxlen=3)
for i in range(5):
    q.append(i)
    print(list(q), end=" ")
print()
q.appendleft(99)
q.rotate(1)
print(q, q[0], q.pop(), q.popleft(), len(q))
od = OrderedDict(b=1, a=2)
od.move_to_end("b")
print(list(od), od.popitem(last=False), od)
defaults, user = {"color": "red", "size": 1}, {"size": 5}
cm = ChainMap(user, defaults)
print(cm["size"], cm["color"], dict(cm) == {"color": "red", "size": 5}, len(cm))
cm["color"] = "blue"
print(user, defaults)
for bad in (lambda: Point(1), lambda: deque().pop(), lambda: q[9], lambda: Point(1, 2).z):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def bfs(graph, start):
    seen, queue = {start}, deque([start])
    while queue:
        node = queue.popleft()
        yield node
        for n in graph[node]:
            if n not in seen:
                seen.add(n)
                queue.append(n)


print(*bfs({1: [2, 3], 2: [4], 3: [4], 4: []}, 1))
