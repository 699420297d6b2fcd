import heapq

graph = {
    "A": {"B": 7, "C": 9, "F": 14},
    "B": {"A": 7, "C": 10, "D": 15},
    "C": {"A": 9, "B": 10, "D": 11, "F": 2},
    "D": {"B": 15, "C": 11, "E": 6},
    "E": {"D": 6, "F": 9},
    "F": {"A": 14, "C": 2, "E": 9},
    "Z": {},
}


def shortest(graph, source):
    distance, previous = {source: 0}, {}
    queue = [(0, source)]
    done = set()
    while queue:
        d, node = heapq.heappop(queue)
        if node in done:
            continue
        done.add(node)
        for other, w in graph[node].items():
            if d + w < distance.get(other, float("inf")):
                distance[other] = d + w
                previous[other] = node
                heapq.heappush(queue, (d + w, other))
    return distance, previous


def path(previous, target):
    steps = [target]
    while steps[-1] in previous:
        steps.append(previous[steps[-1]])
    return steps[::-1]


distance, previous = shortest(graph, "A")
for node in sorted(graph):
    print(node, distance.get(node, "unreachable"), "-".join(path(previous, node)))
print(max(distance.items(), key=lambda kv: kv[1]))
