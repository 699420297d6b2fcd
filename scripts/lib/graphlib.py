"""Orders of things that depend on each other."""

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    """Raised when things depend on each other in a circle."""


class TopologicalSorter:
    """Gives each thing after those that it depends on."""

    def __init__(self, graph=None):
        self._before = {}
        self._after = {}
        self._ready = None
        self._left = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        """Says what a thing depends on."""
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._before.setdefault(node, 0)
        self._after.setdefault(node, [])
        for p in predecessors:
            self._before[node] += 1
            self._before.setdefault(p, 0)
            self._after.setdefault(p, []).append(node)

    def prepare(self):
        """Ends the adding."""
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._state = {}
        self._ready = [node for node, n in self._before.items() if n == 0]
        self._done = 0
        self._out = set()
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _cycle(self):
        finished, on_path = set(), {}
        for start in self._after:
            if start in finished:
                continue
            path, stack = [], [(start, iter(self._after[start]))]
            path.append(start)
            on_path = {start: 0}
            while stack:
                node, successors = stack[-1]
                for next_node in successors:
                    if next_node in on_path:
                        return path[on_path[next_node]:] + [next_node]
                    if next_node not in finished:
                        on_path[next_node] = len(path)
                        path.append(next_node)
                        stack.append((next_node, iter(self._after[next_node])))
                        break
                else:
                    stack.pop()
                    path.pop()
                    del on_path[node]
                    finished.add(node)
        return None

    def get_ready(self):
        """The things all of whose dependencies are done."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready, self._ready = tuple(self._ready), []
        self._out.update(ready)
        self._left += len(ready)
        return ready

    def is_active(self):
        """Whether there is more to be done."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return bool(self._ready) or self._done < self._left

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Says that things are done."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')
            if node not in self._out:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            if self._state.get(node):
                raise ValueError(f'node {node!r} was already marked done')
            self._state[node] = True
            self._done += 1
            for successor in self._after[node]:
                self._before[successor] -= 1
                if self._before[successor] == 0:
                    self._ready.append(successor)

    def static_order(self):
        """All things in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
