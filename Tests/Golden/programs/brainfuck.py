def compile_jumps(code):
    stack, jumps = [], {}
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            if not stack:
                raise SyntaxError(f"unmatched ] at {i}")
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    if stack:
        raise SyntaxError(f"unmatched [ at {stack.pop()}")
    return jumps


def run(code, text=""):
    jumps = compile_jumps(code)
    tape, pos, pc = bytearray(100), 0, 0
    source = iter(text)
    out = []
    while pc < len(code):
        c = code[pc]
        if c == ">":
            pos += 1
        elif c == "<":
            pos -= 1
        elif c == "+":
            tape[pos] = (tape[pos] + 1) % 256
        elif c == "-":
            tape[pos] = (tape[pos] - 1) % 256
        elif c == ".":
            out.append(chr(tape[pos]))
        elif c == ",":
            tape[pos] = ord(next(source, "\0"))
        elif c == "[" and not tape[pos] or c == "]" and tape[pos]:
            pc = jumps[pc]
        pc += 1
    return "".join(out)


hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(repr(run(hello)))
print(run(",[.,]", "echo"), run(",>,<[->+<]>.", "!\x0f"))
for bad in ("[[]", "]", "+[>]<" * 0 + "[-"):
    try:
        run(bad)
    except SyntaxError as e:
        print(e.msg)
