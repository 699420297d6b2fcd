import heapq
from collections import defaultdict, deque


class Graph:
    def __init__(self, directed=False):
        self.edges = defaultdict(dict)
        self.directed = directed

    def add(self, a, b, weight=1):
        self.edges[a][b] = weight
        if self.directed:
            self.edges[b]
        else:
            self.edges[b][a] = weight

    @classmethod
    def parse(cls, text, **options):
        graph = cls(**options)
        for part in text.split(','):
            a, b, *weight = part.split()
            graph.add(a, b, *map(int, weight))
        return graph

    def nodes(self):
        return sorted(self.edges)

    def bfs(self, start):
        seen, queue = {start: None}, deque([start])
        while queue:
            node = queue.popleft()
            for other in sorted(self.edges[node]):
                if other not in seen:
                    seen[other] = node
                    queue.append(other)
        return seen

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        seen.add(start)
        yield start
        for other in sorted(self.edges[start]):
            if other not in seen:
                yield from self.dfs(other, seen)

    def dijkstra(self, start):
        distances, heap = {}, [(0, start)]
        while heap:
            distance, node = heapq.heappop(heap)
            if node in distances:
                continue
            distances[node] = distance
            for other, weight in self.edges[node].items():
                if other not in distances:
                    heapq.heappush(heap, (distance + weight, other))
        return distances

    def bellman_ford(self, start):
        infinite = float('inf')
        distances = dict.fromkeys(self.edges, infinite)
        distances[start] = 0
        for round in range(len(self.edges)):
            changed = False
            for a, targets in self.edges.items():
                for b, weight in targets.items():
                    if distances[a] + weight < distances[b]:
                        distances[b] = distances[a] + weight
                        changed = True
            if not changed:
                return distances
        raise ValueError('negative cycle')

    def floyd_warshall(self):
        nodes = self.nodes()
        d = {a: {b: 0 if a == b else self.edges[a].get(b, float('inf')) for b in nodes} for a in nodes}
        for k in nodes:
            for i in nodes:
                for j in nodes:
                    d[i][j] = min(d[i][j], d[i][k] + d[k][j])
        return d

    def topological(self):
        incoming = {n: 0 for n in self.edges}
        for targets in self.edges.values():
            for b in targets:
                incoming[b] += 1
        ready = [n for n in self.nodes() if not incoming[n]]
        order = []
        while ready:
            node = heapq.heappop(ready)
            order.append(node)
            for b in self.edges[node]:
                incoming[b] -= 1
                if incoming[b] == 0:
                    heapq.heappush(ready, b)
        if len(order) < len(self.edges):
            raise ValueError(f'cycle among {sorted(set(self.edges) - set(order))}')
        return order

    def kruskal(self):
        parent = {n: n for n in self.edges}

        def find(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n
        tree = []
        for weight, a, b in sorted((w, a, b) for a in self.edges for b, w in self.edges[a].items() if a < b):
            x, y = find(a), find(b)
            if x != y:
                parent[x] = y
                tree.append((a, b, weight))
        return tree

    def components(self):
        left = set(self.edges)
        while left:
            part = set(self.dfs(min(left)))
            yield sorted(part)
            left -= part

    def strongly_connected(self):
        index, low, stack, on, result, counter = {}, {}, [], set(), [], [0]

        def visit(v):
            index[v] = low[v] = counter[0]
            counter[0] += 1
            stack.append(v)
            on.add(v)
            for w in sorted(self.edges[v]):
                if w not in index:
                    visit(w)
                    low[v] = min(low[v], low[w])
                elif w in on:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                part = []
                while True:
                    w = stack.pop()
                    on.discard(w)
                    part.append(w)
                    if w == v:
                        break
                result.append(sorted(part))
        for v in self.nodes():
            if v not in index:
                visit(v)
        return result


g = Graph.parse('A B 4,A C 2,C B 1,B D 5,C D 8,D E 3,F G 1')
path, node = [], 'E'
tree = g.bfs('A')
while node:
    path.append(node)
    node = tree[node]
print(' -> '.join(reversed(path)), dict(tree))
print(list(g.dfs('A')), g.dijkstra('A'), list(g.components()))
print(g.kruskal(), sum(w for *_, w in g.kruskal()))
d = Graph.parse('shirt tie,tie jacket,trousers shoes,trousers belt,belt jacket,socks shoes', directed=True)
print(d.topological())
d.add('jacket', 'shirt')
try:
    print(d.topological())
except ValueError as error:
    print('ValueError', error)
n = Graph.parse('a b 4,a c 3,b c -2,c d 2', directed=True)
print(n.bellman_ford('a'), n.floyd_warshall()['a'])
n.add('d', 'b', -1)
try:
    n.bellman_ford('a')
except ValueError as error:
    print(error)
print(Graph.parse('1 2,2 3,3 1,3 4,4 5,5 4,5 6', directed=True).strongly_connected())
