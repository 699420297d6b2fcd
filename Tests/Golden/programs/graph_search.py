graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}


def bfs(start, goal):
    queue, parent = [start], {start: None}
    while queue:
        node = queue.pop(0)
        if node == goal:
            path = []
            while node is not None:
                path.insert(0, node)
                node = parent[node]
            return path
        for child in graph[node]:
            if child not in parent:
                parent[child] = node
                queue.append(child)
    return None


def dfs(node, seen):
    if node in seen:
        return seen
    seen.append(node)
    for child in graph[node]:
        dfs(child, seen)
    return seen


print(bfs("A", "F"), bfs("F", "A"))
print(dfs("A", []))
distance = {node: None for node in graph}
distance["A"] = 0
for _ in graph:
    for node, children in graph.items():
        for child in children:
            if distance[node] is not None and (distance[child] is None or distance[node] + 1 < distance[child]):
                distance[child] = distance[node] + 1
print(distance)
