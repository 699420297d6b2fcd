class Cycle(ValueError):
    def __init__(self, path):
        super().__init__(" -> ".join(path))
        self.path = path


def order(graph):
    done, active, result = set(), [], []

    def visit(node):
        if node in done:
            return
        if node in active:
            raise Cycle(active[active.index(node):] + [node])
        active.append(node)
        for dependency in sorted(graph.get(node, ())):
            visit(dependency)
        active.pop()
        done.add(node)
        result.append(node)

    for node in sorted(graph):
        visit(node)
    return result


build = {"app": {"lib", "ui"}, "ui": {"lib", "fonts"}, "lib": {"core"}, "core": set(), "tests": {"app"}}
print(order(build))
build["core"].add("ui")
try:
    order(build)
except Cycle as e:
    print(e, len(e.path))
levels = {}
build["core"].discard("ui")
for node in order(build):
    levels[node] = 1 + max((levels[d] for d in build.get(node, ())), default=0)
print(levels)
by_level = {}
for node, level in levels.items():
    by_level.setdefault(level, set()).add(node)
for level, nodes in sorted(by_level.items()):
    print(level, *sorted(nodes))
