class VMError(Exception):
    def __init__(self, pc, message):
        super().__init__(f"pc={pc}: {message}")
        self.pc = pc


class VM:
    def __init__(self, program):
        self.program = [tuple(line.split()) for line in program.strip().splitlines()]
        self.labels = {op[0][:-1]: i for i, op in enumerate(self.program) if op[0].endswith(":")}
        self.stack = []
        self.vars = {}
        self.out = []

    def run(self, limit=1000):
        pc = steps = 0
        while pc < len(self.program):
            steps += 1
            if steps > limit:
                raise VMError(pc, "too many steps")
            op, *args = self.program[pc]
            pc += 1
            if op.endswith(":"):
                continue
            handler = getattr(self, "op_" + op, None)
            if handler is None:
                raise VMError(pc - 1, f"unknown {op!r}")
            try:
                target = handler(*args)
            except IndexError:
                raise VMError(pc - 1, "stack underflow") from None
            if target is not None:
                pc = self.labels[target]
        return self.out

    def op_push(self, x):
        self.stack.append(int(x))

    def op_add(self):
        self.stack.append(self.stack.pop() + self.stack.pop())

    def op_sub(self):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(a - b)

    def op_mul(self):
        self.stack.append(self.stack.pop() * self.stack.pop())

    def op_store(self, name):
        self.vars[name] = self.stack.pop()

    def op_load(self, name):
        self.stack.append(self.vars[name])

    def op_print(self):
        self.out.append(self.stack.pop())

    def op_jnz(self, label):
        return label if self.stack.pop() else None


factorial = """
push 1
store r
push 20
store n
loop:
load r
load n
mul
store r
load n
push 1
sub
store n
load n
jnz loop
load r
print
"""
vm = VM(factorial)
print(vm.run(), vm.vars)
for bad in ("add", "push 1\nfly", "x:\npush 1\njnz x"):
    try:
        VM(bad).run()
    except VMError as e:
        print(e, e.pc)
