from collections import deque


class Task:
    ids = 0

    def __init__(self, gen):
        Task.ids += 1
        self.id, self.gen, self.value = Task.ids, gen, None

    def step(self):
        return self.gen.send(self.value)


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.joiners = {}

    def spawn(self, gen):
        task = Task(gen)
        self.ready.append(task)
        return task.id

    def run(self):
        while self.ready:
            task = self.ready.popleft()
            try:
                command = task.step()
            except StopIteration as e:
                print(f"task {task.id} returned {e.value!r}")
                for other in self.joiners.pop(task.id, ()):
                    other.value = e.value
                    self.ready.append(other)
                continue
            except Exception as e:
                print(f"task {task.id} died: {type(e).__name__}: {e}")
                continue
            match_kind, *args = command if isinstance(command, tuple) else (command,)
            if match_kind == "spawn":
                task.value = self.spawn(args[0])
            elif match_kind == "join":
                self.joiners.setdefault(args[0], []).append(task)
                continue
            else:
                task.value = None
            self.ready.append(task)


def worker(name, n):
    for i in range(n):
        print(name, i)
        yield "tick"
    return name * n


def failing():
    yield "tick"
    raise ValueError("oops")


def main():
    a = yield "spawn", worker("a", 2)
    b = yield "spawn", worker("b", 3)
    yield "spawn", failing()
    print("spawned", a, b)
    result = yield "join", b
    print("joined", result)
    yield from worker("main", 1)


s = Scheduler()
s.spawn(main())
s.run()
