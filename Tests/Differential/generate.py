"""Writes random programs: `python3 Tests/Differential/generate.py SEED [COUNT]` prints them.

`program(seed)` is the text of one program of 20 to 60 lines over classes, closures, generators, exceptions, formatting,
slicing, unpacking, scopes, big integers and strings with non-ASCII text. It always terminates, prints a lot, and prints the
same in every run: no order of a set of strings, no address, no hash of a string, no clock.
"""

import random
import sys

WORDS = ["abc", "Hello", "ärger", "日本語", "x", "", "naïve", "foo bar", "ZZ", "a,b,c", "😀ok", "tab\\there", "Ünïcode", "42",
         "-7", "3.5", " pad ", "ß", "é", "Straße", "one two three", "CamelCase", "under_score", "'q'", "ab" * 4, "Ωmega"]
NAMES = ["alpha", "beta", "gamma", "delta", "eps", "zeta", "eta", "theta", "iota", "kappa", "lam", "mu", "größe", "naïf"]
CLASSES = ["Node", "Item", "Box", "Shape", "Pair", "Token", "Größe", "Cell"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "RuntimeError", "AttributeError",
          "LookupError", "ArithmeticError", "Exception", "StopIteration", "NotImplementedError", "OverflowError"]
KINDS = ["int", "str", "list", "float", "bool", "tuple", "dict"]


class Writer:
    """One program in the making: its lines, and the names in scope with the kinds of their values."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.depth = 0
        self.scopes = [{}]
        self.functions = {}
        self.classes = {}
        self.generators = []
        self.counter = 0
        self.cost = 1

    # Names and lines

    def fresh(self, stem=None):
        self.counter += 1
        return f"{stem or self.r.choice(NAMES)}{self.counter}"

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def names(self, kind):
        return [name for scope in self.scopes for name, k in scope.items() if k == kind]

    def chance(self, p):
        return self.r.random() < p

    def pick(self, *options):
        return self.r.choice(options)()

    # Expressions by kind

    def expr(self, kind, depth=2):
        """An expression that mostly has the kind; now and then another one, for the messages of errors."""
        if self.chance(0.015):
            kind = self.r.choice(KINDS)
        names = self.names(kind)
        if names and self.chance(0.45 if depth else 0.8):
            return self.r.choice(names)
        return getattr(self, kind + "_expr")(depth)

    def atom(self, kind):
        text = self.expr(kind, 0)
        return text if text.isidentifier() or kind in ("str", "list", "dict", "tuple") else f"({text})"

    def int_literal(self):
        r = self.r
        return str(r.choice([r.randint(-5, 12), r.randint(0, 3), r.randint(-1000, 1000), r.randint(-10**6, 10**6),
                             r.choice([2**31, 2**32 + 1, 2**62, 2**63 - 1, 2**63, -2**63, 2**64, 10**18 + 9]),
                             r.randint(-10**25, 10**25), r.randint(0, 9)]))

    def int_expr(self, depth):
        r = self.r
        if depth <= 0:
            return self.int_literal()
        a = lambda: self.expr("int", depth - 1)
        return self.pick(
            self.int_literal,
            lambda: f"({a()} {r.choice(['+', '-', '*', '//', '%', '&', '|', '^', '+', '-', '*'])} {a()})",
            lambda: f"({a()} {r.choice(['+', '-', '*', '//', '%'])} {r.randint(1, 9)})",
            lambda: f"({a()} {r.choice(['<<', '>>'])} {r.randint(0, 70)})",
            lambda: f"{self.atom('int')} ** {r.randint(0, 4)}",
            lambda: f"-{self.atom('int')}", lambda: f"~{self.atom('int')}", lambda: f"abs({a()})",
            lambda: f"len({self.expr(r.choice(['str', 'list', 'tuple', 'dict']), depth - 1)})",
            lambda: f"sum({self.expr('list', depth - 1)})",
            lambda: f"max({self.expr('list', depth - 1)}, default={r.randint(0, 9)})",
            lambda: f"min({a()}, {a()})",
            lambda: f"int({self.expr(r.choice(['str', 'float', 'bool']), depth - 1)})",
            lambda: f"{self.expr('list', depth - 1)}[{r.randint(-3, 3)}]" if depth > 1 else self.int_literal(),
            lambda: f"divmod({a()}, {r.choice([3, -7, 10, 0, 2**33])})[{r.randint(0, 1)}]",
            lambda: f"pow({self.int_literal()}, {r.randint(0, 30)}, {r.choice([7, 97, 1, -13, 10**9 + 7])})",
            lambda: f"({a()} if {self.expr('bool', depth - 1)} else {a()})",
            lambda: f"{self.atom('str')}.{r.choice(['count', 'find', 'rfind', 'index'])}({self.expr('str', 0)})",
            lambda: f"{self.atom('int')}.bit_length()" if self.names("int") else self.int_literal(),
            lambda: f"round({self.expr('float', depth - 1)})",
            lambda: f"ord({r.choice(['a', 'é', '日', 'Z', '😀'])!r})",
            lambda: f"{self.atom('dict')}.get({r.choice(['a', 'b', 'k', 'zz'])!r}, {r.randint(0, 9)})",
            lambda: f"{self.atom('dict')}[{r.choice(['a', 'b', 'k', 'zz'])!r}]",
        )

    def float_expr(self, depth):
        r = self.r
        literal = lambda: r.choice(["0.1", "2.5", "-0.0", "1e10", "3.14159", "1e-7", "-7.25", "0.5", "100.0", "1e22", "0.3",
                                    "123456.789", f"{r.randint(-999, 999) / 8}", f"{r.randint(1, 99) / 10}"])
        if depth <= 0:
            return literal()
        a = lambda: self.expr(r.choice(["float", "float", "int"]), depth - 1)
        return self.pick(
            literal, lambda: f"({self.expr('float', depth - 1)} {r.choice(['+', '-', '*', '/'])} {a()})",
            lambda: f"({self.expr('int', depth - 1)} / {self.expr('int', 0)})",
            lambda: f"round({self.expr('float', depth - 1)}, {r.randint(-1, 4)})",
            lambda: f"float({self.expr(r.choice(['int', 'str', 'bool']), depth - 1)})",
            lambda: f"abs({self.expr('float', depth - 1)})", lambda: f"-{self.atom('float')}",
            lambda: f"({self.expr('float', depth - 1)} {r.choice(['//', '%'])} {r.choice(['2', '0.75', '-3.5', '1e3', '0.0'])})",
            lambda: f"max({a()}, {a()})", lambda: f"sum([{a()}, {a()}, {literal()}])",
        )

    def text_literal(self):
        r = self.r
        word = r.choice(WORDS)
        quote = '"' if "'" in word else r.choice("'\"")
        return f"{quote}{word}{quote}"

    def spec(self, kind):
        r = self.r
        if kind == "int":
            return r.choice(["d", "5d", "<8", "^9", ">6", "05d", "+d", ",", "_", "x", "#x", "b", "o", "08b", " d", "e", ".2f", "*^12,", "X", "c",
                             "=+10", "020,", "#010x", "%", "g"])
        if kind == "float":
            return r.choice([".2f", ".0f", "e", ".3e", "g", "10.3f", "<10.1f", "+.1f", ",.2f", "%", ".1%", ".3", "08.2f", "", "^12.4g", "n", "#.3g", "_.1f", "d"])
        if kind == "str":
            return r.choice(["", "10", "<6", ">8", "^9", ".2", "*^7", "6.3", "s", "é>5", "=5", "d", "05"])
        return r.choice(["", "", "!r", ">5"])

    def fstring(self, depth):
        r = self.r
        parts = []
        for _ in range(r.randint(1, 3)):
            kind = r.choice(["int", "int", "float", "str", "str", "bool", "list", "tuple"])
            inner = self.expr(kind, min(depth - 1, 1))
            if any(c in inner for c in "'\"\\{}#!:") and self.chance(1) and not self.safe(inner):
                names = self.names(kind)
                if not names:
                    parts.append(r.choice(["lit", "ü", "{{}}"]))
                    continue
                inner = r.choice(names)
            form = r.choice(["", "", "!r", "!s", "!a", "="]) if kind in ("str", "list", "tuple", "bool") else r.choice(["", "", "", "="])
            spec = self.spec(kind) if kind in ("int", "float", "str") and form in ("", "=") and self.chance(0.7) else ""
            spec = ":" + spec if spec else ""
            if spec and self.chance(0.1):
                spec = ":{" + str(r.randint(1, 12)) + "}"
            parts.append("{" + inner + form + spec + "}")
            parts.append(r.choice(["", " ", "-", ", ", "é", "|", "{{", "}}"]))
        return 'f"' + "".join(parts) + '"'

    @staticmethod
    def safe(inner):
        return "'" in inner and not any(c in inner for c in '"\\{}#!:')

    def str_expr(self, depth):
        r = self.r
        if depth <= 0:
            return self.text_literal()
        s = lambda: self.expr("str", depth - 1)
        t = lambda: self.atom("str")
        return self.pick(
            self.text_literal, lambda: f"({s()} + {s()})", lambda: f"{t()} * {r.randint(-1, 3)}", lambda: self.fstring(depth), lambda: self.fstring(depth),
            lambda: f"{t()}[{self.slice()}]", lambda: f"{t()}[{r.randint(-4, 4)}]",
            lambda: f"{t()}.{r.choice(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold'])}()",
            lambda: f"{t()}.replace({self.expr('str', 0)}, {self.expr('str', 0)}{r.choice(['', ', 1'])})",
            lambda: f"{t()}.{r.choice(['center', 'ljust', 'rjust'])}({r.randint(0, 14)}{r.choice(['', ', chr(46)', ', chr(233)'])})",
            lambda: f"{t()}.zfill({r.randint(0, 9)})",
            lambda: f"{self.text_literal()}.join(map(str, {self.expr('list', depth - 1)}))",
            lambda: f"str({self.expr(r.choice(KINDS), depth - 1)})", lambda: f"repr({self.expr(r.choice(KINDS), depth - 1)})",
            lambda: f"ascii({s()})", lambda: f"chr({r.choice([65, 97, 233, 8364, 128512, 26085])})",
            lambda: f"'{r.choice(['%s', '%r', '%5s', '%-6s|', '%.2s', '%a'])}' % ({self.expr(r.choice(KINDS), depth - 1)},)",
            lambda: f"'{r.choice(['%d', '%5d', '%05d', '%x', '%+d', '%o', '%#x', '%e', '%.2f', '%g'])}' % {self.atom('int')}",
            lambda: f"'{r.choice(['%f', '%.1f', '%8.3f', '%e', '%g', '%d'])}' % {self.atom('float')}",
            lambda: f"'{{:{self.spec('int')}}}'.format({self.expr('int', depth - 1)})",
            lambda: f"'{{0}} {{1!r:>{r.randint(1, 9)}}} {{0}}'.format({s()}, {self.expr('int', 0)})",
            lambda: f"format({self.expr('float', depth - 1)}, '{self.spec('float')}')",
            lambda: f"({s()} if {self.expr('bool', depth - 1)} else {s()})", lambda: f"{t()}.partition({self.text_literal()})[{r.randint(0, 2)}]",
            lambda: f"''.join(sorted({s()}))", lambda: f"max({s()}, {s()})", lambda: f"type({self.expr(r.choice(KINDS), 0)}).__name__",
            lambda: f"{t()}.encode('utf-8').hex()", lambda: f"''.join(reversed({s()}))", lambda: f"bin({self.expr('int', 0)})", lambda: f"hex({self.expr('int', 0)})",
            lambda: f"{t()}.expandtabs(4)", lambda: f"{t()}.removeprefix({self.text_literal()})", lambda: f"{t()}.translate({{97: 'A', 233: None}})",
        )

    def slice(self):
        r = self.r
        part = lambda: r.choice(["", "", str(r.randint(-5, 6))])
        step = r.choice(["", "", "", ":" + str(r.choice([1, 2, -1, -2, 3]))])
        return f"{part()}:{part()}{step}"

    def bool_expr(self, depth):
        r = self.r
        if depth <= 0:
            return r.choice(["True", "False"])
        kind = r.choice(["int", "int", "str", "float", "list", "tuple"])
        a = lambda: self.expr(kind, depth - 1)
        op = r.choice(["<", "<=", ">", ">=", "==", "!="])
        return self.pick(
            lambda: f"({a()} {op} {a()})", lambda: f"({a()} {op} {a()})", lambda: f"({self.int_literal()} < {self.expr('int', 0)} <= {self.int_literal()})",
            lambda: f"(not {self.expr('bool', depth - 1)})", lambda: f"({self.expr('bool', depth - 1)} {r.choice(['and', 'or'])} {self.expr('bool', depth - 1)})",
            lambda: f"({self.expr('str', 0)} in {self.expr('str', depth - 1)})", lambda: f"({self.expr('int', 0)} {r.choice(['in', 'not in'])} {self.expr('list', depth - 1)})",
            lambda: f"isinstance({self.expr(r.choice(KINDS), depth - 1)}, {r.choice(['int', 'str', '(int, float)', 'list', 'bool', 'object'])})",
            lambda: f"{self.atom('str')}.{r.choice(['isalpha', 'isdigit', 'isupper', 'islower', 'isspace', 'isalnum', 'istitle', 'isascii', 'isidentifier'])}()",
            lambda: f"{self.atom('str')}.{r.choice(['startswith', 'endswith'])}({self.text_literal()})",
            lambda: f"{r.choice(['all', 'any'])}(v > {r.randint(-3, 5)} for v in {self.expr('list', depth - 1)})",
            lambda: f"bool({self.expr(r.choice(KINDS), depth - 1)})", lambda: f"('a' in {self.expr('dict', depth - 1)})",
        )

    def list_expr(self, depth):
        r = self.r
        if depth <= 0:
            return "[" + ", ".join(str(r.randint(-9, 20)) for _ in range(r.randint(0, 5))) + "]"
        l = lambda: self.expr("list", depth - 1)
        v = r.choice(["v", "w", "i"])
        body = lambda: r.choice([v, f"{v} * {v}", f"{v} % 3", f"-{v}", f"{v} + {self.expr('int', 0)}", f"({v}, {v})[0]", f"{v} if {v} % 2 else 0"])
        cond = lambda: r.choice(["", "", f" if {v} > {r.randint(-2, 6)}", f" if {v} % 2"])
        return self.pick(
            lambda: "[" + ", ".join(self.expr("int", depth - 1) for _ in range(r.randint(0, 4))) + "]",
            lambda: f"[{body()} for {v} in {l()}{cond()}]", lambda: f"[{body()} for {v} in range({r.randint(0, 8)}){cond()}]",
            lambda: f"{self.atom('list')}[{self.slice()}]", lambda: f"({l()} + {l()})", lambda: f"sorted({l()}{r.choice(['', ', reverse=True', ', key=abs', ', key=lambda q: -q'])})",
            lambda: f"list(reversed({l()}))", lambda: f"list(range({r.randint(-3, 5)}, {r.randint(-3, 12)}, {r.choice([1, 2, -1, 3])}))",
            lambda: f"{self.atom('list')} * {r.randint(0, 2)}", lambda: f"[*{l()}, {self.expr('int', 0)}, *{self.expr('tuple', 0)}]",
            lambda: f"list(map(lambda q: {r.choice(['q + 1', 'q * 2', 'abs(q)', 'q ** 2 % 7'])}, {l()}))",
            lambda: f"list(filter({r.choice(['None', 'lambda q: q > 1', 'bool'])}, {l()}))", lambda: f"[len(p) for p in {self.atom('str')}.split()]",
            lambda: f"[a * b for a in {self.list_expr(0)} for b in range({r.randint(1, 3)})]", lambda: f"[ord(c) for c in {self.expr('str', 0)}]",
            lambda: f"[a - b for a, b in zip({l()}, {l()})]", lambda: f"list({self.atom('dict')}.values())", lambda: f"sorted(set({l()}))",
            lambda: f"[int(d) for d in str({self.expr('int', 0)}) if d.isdigit()]", lambda: f"[k for k, _ in enumerate({self.expr('str', 0)})]",
        )

    def tuple_expr(self, depth):
        r = self.r
        if depth <= 0:
            return "(" + "".join(f"{self.int_literal()}, " for _ in range(r.randint(1, 3))) + ")"
        items = [self.expr(r.choice(["int", "str", "float", "bool", "list"]), depth - 1) for _ in range(r.randint(1, 3))]
        return self.pick(
            lambda: "(" + ", ".join(items) + ",)", lambda: f"tuple({self.expr('list', depth - 1)})", lambda: f"{self.atom('tuple')}[{self.slice()}]",
            lambda: f"({self.expr('tuple', depth - 1)} + {self.expr('tuple', 0)})", lambda: f"divmod({self.expr('int', 0)}, {r.randint(1, 9)})",
            lambda: f"{self.atom('str')}.partition({self.text_literal()})", lambda: f"tuple({self.expr('str', 0)})",
        )

    def dict_expr(self, depth):
        r = self.r
        keys = r.sample(["a", "b", "k", "é", "zz", "日"], r.randint(0, 3))
        if depth <= 0:
            return "{" + ", ".join(f"{k!r}: {r.randint(0, 99)}" for k in keys) + "}"
        return self.pick(
            lambda: "{" + ", ".join(f"{k!r}: {self.expr('int', depth - 1)}" for k in keys) + "}",
            lambda: f"{{c: {r.choice(['ord(c)', 'len(c)', '1'])} for c in {self.expr('str', depth - 1)}}}",
            lambda: f"dict(zip({self.expr('str', 0)}, {self.expr('list', depth - 1)}))", lambda: f"{{**{self.expr('dict', 0)}, 'k': {self.expr('int', 0)}}}",
            lambda: f"({self.expr('dict', 0)} | {self.expr('dict', 0)})", lambda: f"dict.fromkeys({self.text_literal()}, {self.expr('int', 0)})",
            lambda: f"dict(sorted({self.atom('dict')}.items(), key=lambda kv: kv[1]))",
        )

    # Statements

    def show(self, depth=2):
        count = self.r.randint(1, 3)
        items = [self.expr(self.r.choice(KINDS), depth) for _ in range(count)]
        extra = self.r.choice(["", "", "", ", sep='|'", ", sep=', ', end='.\\n'"])
        self.line(f"print({', '.join(items)}{extra})")

    def assign(self):
        kind = self.r.choice(KINDS)
        value = self.expr(kind, 2)
        name = self.r.choice(self.names(kind)) if self.names(kind) and self.chance(0.3) and len(self.scopes) == 1 else self.fresh()
        self.line(f"{name} = {value}")
        self.scopes[-1][name] = kind

    def augment(self):
        r = self.r
        local = [n for n, k in self.scopes[-1].items() if k == "int"]
        if not local:
            return self.assign()
        name = r.choice(local)
        self.line(f"{name} {r.choice(['+=', '-=', '*=', '//=', '%=', '|=', '&=', '^='])} {self.expr('int', 1)}")
        if self.cost > 1:
            self.line(f"{name} %= {r.choice([1000, 97, 10**12])}")

    def mutate(self):
        r = self.r
        lists, dicts = [n for s in self.scopes for n, k in s.items() if k == "list"], [n for s in self.scopes for n, k in s.items() if k == "dict"]
        choices = []
        if lists:
            l = r.choice(lists)
            choices += [f"{l}.append({self.expr('int', 1)})", f"{l}.insert({r.randint(-2, 3)}, {self.expr('int', 0)})", f"{l}.pop({r.choice(['', '0', '-1', '5'])})",
                        f"{l}.remove({r.randint(0, 5)})", f"{l}.sort()", f"{l}.reverse()", f"{l}[{r.randint(-2, 3)}] = {self.expr('int', 1)}",
                        f"del {l}[{self.slice()}]", f"{l}[{r.choice(['1:2', ':0', '-1:', '::2', ':'])}] = {self.expr('list', 1)}", f"{l}.extend({self.expr('list', 1)}[:4])"]
        if dicts:
            d = r.choice(dicts)
            choices += [f"{d}[{self.text_literal()}] = {self.expr('int', 1)}", f"{d}.pop({r.choice(['a', 'k', 'q'])!r})", f"{d}.update({self.expr('dict', 1)})",
                        f"{d}.setdefault('b', {self.expr('int', 0)})", f"del {d}[{r.choice(['a', 'zz'])!r}]", f"{d}.popitem()"]
        if not choices:
            return self.assign()
        self.line(r.choice(choices))

    def chain(self):
        """One value for several targets, that may be what the value is made of."""
        r = self.r
        fresh, key = self.fresh(), self.text_literal()
        targets, values = [fresh], [self.expr("int", 1)]
        for name, kind in [item for scope in self.scopes for item in scope.items()]:
            if kind == "dict":
                targets.append(f"{name}[{key}]")
                values += [f"{name}.get({key}, {r.randint(0, 3)}) + 1", f"{name}[{key}] - {r.randint(1, 3)}"]
            elif kind == "list":
                targets.append(f"{name}[{r.randint(-2, 2)}]")
                values.append(f"len({name}) * {r.randint(2, 9)}")
        r.shuffle(targets)
        targets = [fresh] + targets[:r.randint(1, 3)]
        r.shuffle(targets)
        self.line(f"{' = '.join(dict.fromkeys(targets))} = {r.choice(values)}")
        self.scopes[-1][fresh] = "int"

    def unpack(self):
        r = self.r
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        form = r.randint(0, 6)
        if form == 0:
            self.line(f"{a}, {b} = {self.expr('int', 1)}, {self.expr('str', 1)}")
            kinds = {a: "int", b: "str"}
        elif form == 1:
            self.line(f"{a}, *{b} = {self.expr('list', 1)}")
            kinds = {a: "int", b: "list"}
        elif form == 2:
            self.line(f"*{a}, {b} = {self.expr('str', 1)}")
            kinds = {b: "str"}
        elif form == 3:
            self.line(f"({a}, {b}), {c} = {self.expr('int', 0)}, {self.expr('int', 0)}" if self.chance(0.1) else f"({a}, {b}), {c} = ({self.expr('int', 0)}, {self.expr('float', 0)}), {self.expr('str', 0)}")
            kinds = {a: "int", b: "float", c: "str"}
        elif form == 4:
            self.line(f"{a}, {b}, *{c} = sorted({self.expr('list', 1)})")
            kinds = {a: "int", b: "int", c: "list"}
        elif form == 5:
            self.line(f"{a} = {b} = {self.expr('list', 1)}")
            kinds = {a: "list", b: "list"}
        else:
            self.line(f"{a}, {b} = {self.expr('list', 1)}")
            kinds = {a: "int", b: "int"}
        self.scopes[-1].update(kinds)

    def block(self, n=2, loop=False):
        self.depth += 1
        self.scopes.append({})
        if loop:
            self.cost += 1
        for _ in range(self.r.randint(1, n)):
            self.statement(small=True)
        if loop:
            self.cost -= 1
        self.scopes.pop()
        self.depth -= 1

    def branch(self):
        self.line(f"if {self.expr('bool', 2)}:")
        self.block()
        if self.chance(0.3):
            self.line(f"elif {self.expr('bool', 1)}:")
            self.block()
        if self.chance(0.5):
            self.line("else:")
            self.block()

    def loop(self):
        r = self.r
        if self.cost > 2:
            return self.show(1)
        v, w = self.fresh("i"), self.fresh("j")
        head, kinds = r.choice([
            (f"for {v} in range({r.randint(1, 5)}):", {v: "int"}), (f"for {v}, {w} in enumerate({self.expr('str', 0)}[:4]):", {v: "int", w: "str"}),
            (f"for {v} in {self.expr('list', 1)}[:5]:", {v: "int"}), (f"for {v}, {w} in sorted({self.expr('dict', 1)}.items())[:4]:", {v: "str", w: "int"}),
            (f"for {v}, {w} in zip({self.expr('list', 0)}, {self.text_literal()}):", {v: "int", w: "str"}), (f"for {v} in {self.expr('tuple', 0)}:", {v: "int"})])
        self.line(head)
        self.scopes.append(kinds)
        if self.chance(0.25):
            self.depth += 1
            self.line(f"if {self.expr('bool', 1)}: {r.choice(['continue', 'break'])}")
            self.depth -= 1
        self.block(loop=True)
        self.scopes.pop()
        if self.chance(0.2):
            self.line("else:")
            self.block(1)

    def while_loop(self):
        if self.cost > 2:
            return self.show(1)
        n = self.fresh("n")
        self.line(f"{n} = {self.r.randint(1, 5)}")
        self.scopes[-1][n] = "int"
        self.line(f"while {n} > 0:")
        self.depth += 1
        self.line(f"{n} -= {self.r.randint(1, 2)}")
        del self.scopes[-1][n]
        self.depth -= 1
        self.block(loop=True)
        self.scopes[-1][n] = "int"

    def guard(self):
        r = self.r
        self.line("try:")
        self.block(3)
        if self.chance(0.25):
            self.depth += 1
            self.line(r.choice([f"raise {r.choice(ERRORS)}({self.expr(r.choice(['str', 'int']), 1)})", f"assert {self.expr('bool', 1)}, {self.expr('str', 1)}", f"raise {r.choice(ERRORS)}"]))
            self.depth -= 1
        e = self.fresh("e")
        if self.chance(0.3):
            self.line(f"except {r.choice(ERRORS[:8])} as {e}:")
            self.depth += 1
            self.line(f"print('specific', repr({e}))")
            if self.chance(0.25):
                self.line(r.choice(["pass", f"print({e}.args)", f"print(isinstance({e}, LookupError))"]))
            self.depth -= 1
        self.line(f"except {r.choice(['Exception', 'Exception', '(ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError, RuntimeError, NameError, StopIteration)'])} as {e}:")
        self.depth += 1
        self.line(f"print(type({e}).__name__, {e})")
        self.depth -= 1
        if self.chance(0.3):
            self.line("else:")
            self.block(1)
        if self.chance(0.3):
            self.line("finally:")
            self.block(1)

    def function(self):
        r = self.r
        name = self.fresh("f")
        params, kinds = [], {}
        for _ in range(r.randint(0, 3)):
            kind = r.choice(["int", "int", "str", "list"])
            p = self.fresh("p")
            params.append((p, kind))
            kinds[p] = kind
        texts = [p for p, _ in params]
        if params and self.chance(0.4):
            texts[-1] += f"={self.expr(params[-1][1], 0)}"
        if self.chance(0.2):
            texts.append("*rest")
            kinds["rest"] = "tuple"
        if self.chance(0.15):
            texts.append("**kw")
            kinds["kw"] = "dict"
        self.line(f"def {name}({', '.join(texts)}):")
        self.depth += 1
        self.scopes.append(kinds)
        if self.chance(0.15):
            self.line(f'"""{r.choice(["Doc.", "Größe.", "Returns something."])}"""')
        for _ in range(r.randint(1, 3)):
            self.statement(small=True)
        result = r.choice(["int", "str", "list", "int"])
        self.line(f"return {self.expr(result, 2)}")
        self.scopes.pop()
        self.depth -= 1
        arguments = [self.expr(k, 1) for _, k in params]
        if self.chance(0.06) and arguments:
            arguments.pop()
        if self.chance(0.05):
            arguments.append("extra=1")
        call = f"{name}({', '.join(arguments)})"
        self.attempt(f"print({call})")
        if self.chance(0.3):
            self.attempt(f"print([{name}({', '.join([self.expr(k, 0) for _, k in params])}) for _ in range({r.randint(1, 3)})], {name}.__name__)")

    def attempt(self, text):
        """A statement whose error is caught and shown, mostly."""
        if self.chance(0.03) and self.depth == 0:
            return self.line(text)
        self.line("try:")
        self.line("    " + text)
        self.line("except Exception as err:")
        self.line("    print(type(err).__name__, err)")

    def closure(self):
        r = self.r
        name, inner, state = self.fresh("make"), self.fresh("step"), self.fresh("state")
        self.line(f"def {name}({state}={r.randint(0, 9)}):")
        self.line(f"    log = []")
        self.line(f"    def {inner}(k={r.randint(1, 3)}):")
        if self.chance(0.9):
            self.line(f"        nonlocal {state}")
        self.line(f"        {state} = {r.choice([f'{state} + k', f'{state} * k - 1', f'({state} ^ k) + 1', f'{state} - k'])}")
        self.line(f"        log.append({r.choice([state, f'str({state})', f'({state}, k)'])})")
        self.line(f"        return {r.choice(['log[-1]', 'len(log)', state, 'log[:]', 'sum(map(len, map(str, log)))'])}")
        extra = r.choice(["", f", lambda: {state}", f", lambda q={state}: q", ", log"])
        self.line(f"    return {inner}{extra}")
        a = self.fresh("c")
        if extra:
            self.line(f"{a}, {a}_get = {name}({r.choice(['', '5', '-2', '10**20'])})")
            get = f", {a}_get()" if "lambda" in extra else f", {a}_get"
        else:
            self.line(f"{a} = {name}({r.choice(['', '5', '-2'])})")
            get = ""
        self.attempt(f"print({a}(), {a}({r.randint(-3, 5)}), [{a}() for _ in range({r.randint(1, 3)})]{get})")
        if self.chance(0.4):
            b = self.fresh("fs")
            v = self.fresh("i")
            self.line(f"{b} = [lambda x{r.choice([f', {v}={v}', ''])}: (x, {v}) for {v} in range({r.randint(1, 4)})]")
            self.attempt(f"print([f({r.randint(0, 9)}) for f in {b}])")

    def generator(self):
        r = self.r
        name, v = self.fresh("gen"), self.fresh("n")
        self.line(f"def {name}({v}):")
        self.depth += 1
        self.scopes.append({v: "int"})
        style = r.randint(0, 4)
        if style == 0:
            self.line(f"for i in range({v}):")
            self.line(f"    if i % {r.randint(2, 3)} == {r.randint(0, 1)}: yield {r.choice(['i', 'i * i', '(i, -i)', 'str(i)', '[i] * i'])}")
            self.line(f"    else: yield from {r.choice(['range(i)', '(i, i)', 'str(i)', '[]'])}")
            self.line(f"return {self.expr('str', 0)}")
            uses = [f"print(list({name}({r.randint(0, 6)})))", f"print(sum(1 for _ in {name}({r.randint(0, 9)})), *{name}(3))", f"a, *b = {name}({r.randint(0, 4)}); print(a, b)"]
        elif style == 1:
            self.line("total = 0")
            self.line("try:")
            self.line(f"    while total < {v}:")
            self.line(f"        got = yield total")
            self.line(f"        total += 1 if got is None else got")
            self.line(f"except {r.choice(['ValueError', 'KeyError'])} as e:")
            self.line(f"    yield ('caught', e.args)")
            self.line("finally:")
            self.line("    print('closing', total)")
            g = self.fresh("g")
            uses = [f"{g} = {name}(9); print(next({g}), {g}.send({r.randint(1, 5)}), {g}.send({r.randint(0, 20)}), list({g})); {g}.close()",
                    f"{g} = {name}(5); next({g}); print({g}.throw({r.choice(['ValueError', 'KeyError', 'TypeError'])}({self.text_literal()}))); {g}.close()",
                    f"{g} = {name}(5); print(next({g})); {g}.close(); print(next({g}, 'over'))", f"print(list({name}({r.randint(0, 4)})))"]
        elif style == 2:
            self.line(f"if {v} > 0:")
            self.line(f"    yield {v}")
            self.line(f"    yield from {name}({v} - {r.randint(1, 2)})")
            self.line(f"    yield -{v}")
            uses = [f"print(list({name}({r.randint(0, 6)})))", f"print(max({name}({r.randint(1, 5)})), sorted({name}(4)))"]
        elif style == 3:
            self.line(f"a, b = {r.randint(0, 2)}, {r.randint(1, 3)}")
            self.line("while True:")
            self.line(f"    yield {r.choice(['a', '(a, b)', 'a % 10'])}")
            self.line(f"    a, b = b, {r.choice(['a + b', 'a + 2 * b', 'b - a', 'a * b + 1' if False else 'a + b'])}")
            uses = [f"print([x for _, x in zip(range({r.randint(1, 30)}), {name}(0))])", f"g = {name}(0); print([next(g) for _ in range({r.randint(1, 90)})][-1])"]
        else:
            self.line(f"for i in range({v}):")
            self.line(f"    yield {r.choice(['10 // (i - 2)', '[1, 2][i]', 'int(str(i) * 2)', chr(34) + 'abc' + chr(34) + '[i]'])}")
            uses = [f"for x in {name}({r.randint(1, 5)}): print(x)", f"print(list({name}({r.randint(1, 5)})))", f"print(dict(enumerate({name}({r.randint(1, 3)}))))"]
        self.scopes.pop()
        self.depth -= 1
        for use in r.sample(uses, min(2, len(uses))):
            self.attempt(use)
        if self.chance(0.3):
            self.attempt(f"print(sum(x * x for x in range({r.randint(0, 9)}) if x % {r.choice([1, 2, 3, 0])}))")

    def klass(self):
        r = self.r
        name = self.fresh(r.choice(CLASSES))
        base = r.choice(list(self.classes)) if self.classes and self.chance(0.4) else None
        error_base = None
        if base is None and self.chance(0.15):
            error_base = r.choice(["Exception", "ValueError", "KeyError", "ArithmeticError"])
        plain = r.choice(["", "", "dict", "list", "int", "str"]) if base is None and error_base is None and self.chance(0.2) else ""
        self.line(f"class {name}{f'({base or error_base or plain})' if base or error_base or plain else ''}:")
        self.depth += 1
        if error_base:
            self.line("def __init__(self, code, *more):")
            self.line(f"    super().__init__({r.choice(['code', 'code, *more', chr(34) + 'code' + chr(34)])})")
            self.line("    self.code = code")
            if self.chance(0.3):
                self.line("def __str__(self): return f'<{self.code!r}>'")
            self.depth -= 1
            self.attempt(f"raise {name}({self.expr(r.choice(['int', 'str']), 1)}{r.choice(['', ', 1, 2'])})")
            self.line("try:")
            self.line(f"    raise {name}({self.expr('int', 0)}) from {r.choice(['None', 'KeyError(5)', 'ValueError'])}")
            self.line(f"except {error_base} as err:")
            self.line("    print(repr(err), err, err.code, err.args, repr(err.__cause__), err.__suppress_context__)")
            return
        if plain:
            self.line(f"tag = {self.text_literal()}")
            self.line(f"def describe(self): return f'{{self.tag}} {{len({'str(self)' if plain == 'int' else 'self'})}}'")
            if plain == "dict":
                self.line("def __missing__(self, key): return ('no', key)")
            self.depth -= 1
            value = {"dict": self.expr("dict", 1), "list": self.expr("list", 1), "int": self.expr("int", 1), "str": self.expr("str", 1)}[plain]
            v = self.fresh("v")
            self.attempt(f"{v} = {name}({value}); print({v}, {v}.describe(), isinstance({v}, {plain}), {v} == {plain}({v}))")
            extra = {"dict": f"{name}(a=1)['zz']", "list": f"{name}([3, 1])[::-1]", "int": f"{name}(5) + 1", "str": f"{name}('ab').upper() + '!'"}[plain]
            self.attempt(f"print({extra}, type({extra}).__name__)")
            return
        if self.chance(0.4):
            self.line(f"count = {r.randint(0, 5)}")
        counts = "count" in self.lines[-1] if self.lines[-1].strip().startswith("count") else False
        if base:
            self.line(f"def __init__(self, x, y={r.randint(0, 5)}):")
            self.line(f"    super().__init__(x{r.choice(['', ', y', ' + 1'])})")
            self.line(f"    self.extra = {r.choice(['x', 'y', '[x]', 'str(y)'])}")
        else:
            self.line(f"def __init__(self, x, y={r.randint(0, 5)}):")
            self.line("    self.x, self.y = x, y")
            if counts:
                self.line(f"    {r.choice([name, 'type(self)'])}.count += 1")
        methods = [
            [f"def __repr__(self): return f'{name}({{self.x!r}}, {{self.y}})'"],
            [f"def __add__(self, o): return type(self)(self.x + (o.x if isinstance(o, {name}) else o), self.y)", "__radd__ = __add__"],
            ["def __eq__(self, o):", f"    return isinstance(o, {name}) and self.x == o.x"],
            ["def __lt__(self, o): return self.x < o.x"],
            ["def __len__(self): return abs(self.y)"],
            ["def __getitem__(self, i):", "    if isinstance(i, slice): return [self[k] for k in range(*i.indices(4))]", "    if not -1 <= i < 4: raise IndexError(i)", "    return (self.x, i)"],
            ["def __iter__(self):", "    yield self.x", "    yield self.y"],
            [f"def __call__(self, *args, **kw): return len(args), sorted(kw), self.y"],
            ["def __contains__(self, v): return v == self.y"],
            ["@property", "def double(self): return self.x * 2", "@double.setter", f"def double(self, v): self.x = v{r.choice([' // 2', ' / 2', ''])}"],
            ["@classmethod", f"def make(cls, n={r.randint(0, 9)}): return cls(n)"],
            ["@staticmethod", "def helper(a, b=2): return (a, b)"],
            ["def __enter__(self):", "    print('enter', self.x)", "    return self", "def __exit__(self, kind, e, tb):", "    print('exit', kind.__name__ if kind else None, e)", f"    return {r.choice(['True', 'False', 'kind is ValueError'])}"],
            ["def __bool__(self): return bool(self.y)"],
            ["def __getattr__(self, name):", "    if name.startswith('dyn'): return name.upper()", "    raise AttributeError(f'no {name} here')"],
            ["def __format__(self, spec): return f'<{self.x}|{spec}>'"],
            ["def __neg__(self): return type(self)(-self.x)"], ["def __mul__(self, k): return [self.x] * k"], ["def __hash__(self): return 7"],
            ["def __iadd__(self, k):", "    self.x += k", "    return self"], ["def __str__(self): return f'{self.x}/{self.y}'"],
        ]
        chosen = [methods[0]] + r.sample(methods[1:], r.randint(2, 5))
        text = "\n".join("\n".join(m) for m in chosen)
        for m in chosen:
            for part in m:
                self.line(part)
        if base and self.chance(0.5):
            self.line(f"def who(self): return {r.choice(['super().who() + ' + chr(39) + '+' + name + chr(39), chr(39) + name + chr(39)])}")
        elif self.chance(0.6):
            self.line("def who(self): return type(self).__name__")
        self.depth -= 1
        self.classes[name] = text
        o, p = self.fresh("o"), self.fresh("o")
        self.line(f"{o}, {p} = {name}({r.choice([self.int_literal(), '3', '5', self.text_literal()]) if self.chance(0.9) else ''}), {name}({r.randint(0, 9)}, {r.randint(0, 3)})" if self.chance(0.97) else f"{o} = {p} = {name}(1, 2)")
        uses = [f"print({o}, [{p}], f'{{{o}}} {{{p}:>4}}', str({p}), repr({o}))", f"print({o} + {p})", f"print({o} + 1, 1 + {p})", f"print({o} == {p}, {o} != {p}, {p} == {p})",
                f"print({o} < {p}, max({o}, {p}), sorted([{o}, {p}]))", f"print(len({p}), bool({p}), list({p})[:4])", f"print({p}[1], {p}[1:3], {p}[9])", f"print(*{p})",
                f"print({p}(1, 2, z=3))", f"print({r.randint(0, 3)} in {p})", f"{p}.double = 10; print({p}.double, {p}.x)", f"print({name}.make(), {name}.make(4).x)", f"print({name}.helper(1), {p}.helper(1, 3))",
                f"with {p} as q: print(q is {p}); {r.choice(['raise ValueError(1)', '1 / 0', 'pass'])}", f"print({p}.dynamic, {p}.missing)", f"print({p}.who(), {o}.who())", f"print(-{p}, {p} * 2)", f"{p} += 5; print({p})",
                f"print(vars({p}), {name}.__name__, isinstance({p}, {base or 'object'}))", f"print({{{p}: 1}}[{p}])", f"del {p}.x; print({p}.x)", f"print([c.__name__ for c in {name}.__mro__])", f"a, b = {p}; print(a, b)",
                f"print(hasattr({p}, 'double'), getattr({p}, 'nope', 'none'))", f"print({name}.count, {p}.count)"]
        for use in r.sample(uses, r.randint(3, 5)):
            self.attempt(use)

    def recursion(self):
        r = self.r
        name = self.fresh("rec")
        body = r.choice([
            ["if n <= 1: return n", f"return {name}(n - 1) + {name}(n - 2)"], ["if n == 0: return []", f"return [n] + {name}(n - 1)"], ["if n < 1: return 1", f"return n * {name}(n - 1)"],
            ["if n <= 0: return ''", f"return str(n % 10) + {name}(n // 2)"], ["if n < 2: return 0", f"return 1 + {name}(n // 2 if n % 2 == 0 else 3 * n + 1)"], ["return n and [n, " + name + "(n - 1)]"]])
        self.line(f"def {name}(n):")
        for part in body:
            self.line("    " + part)
        self.attempt(f"print([{name}(k) for k in range({r.randint(3, 9)})], {name}({r.randint(5, 14)}))")
        if self.chance(0.3):
            self.attempt(f"print({name}({r.choice(['3', self.text_literal(), 'None', '[]'])}))")

    def scope(self):
        r = self.r
        g, f = self.fresh("g"), self.fresh("f")
        self.line(f"{g} = {self.int_literal()}")
        self.line(f"def {f}():")
        style = r.randint(0, 3)
        if style == 0:
            self.line(f"    global {g}")
            self.line(f"    {g} {r.choice(['+=', '-=', '*='])} {r.randint(1, 9)}")
            self.line(f"    return {g}")
        elif style == 1:
            self.line(f"    {g} += 1")
            self.line(f"    return {g}")
        elif style == 2:
            self.line(f"    {g} = [{g} for {g} in range({r.randint(1, 4)})]")
            self.line(f"    return {g}")
        else:
            self.line(f"    def inner(): return {g}, local")
            self.line(f"    {r.choice(['local = 5', 'if False: local = 1', 'local = [1]'])}")
            self.line("    return inner()")
        self.attempt(f"print({f}())")
        self.line(f"print({g})")
        self.scopes[0][g] = "int"
        if self.chance(0.4):
            a = self.fresh("w")
            self.line(f"if ({a} := {self.expr('int', 1)}) > {r.randint(-5, 50)}: print('big', {a})")
            self.line(f"else: print('small', {a})")
            self.scopes[0][a] = "int"

    def big(self):
        r = self.r
        a = self.fresh("big")
        start = r.choice(["7", "2**64 - 1", "10**18 + 3", "-3", "123456789", "1", "-10**30"])
        self.line(f"{a} = {start}")
        self.line(f"for k in range({r.randint(1, 8)}):")
        self.line(f"    {a} = {r.choice([f'{a} * {a} + k', f'{a} * (10**9 + 7) - k', f'{a} ** 2 - 1', f'({a} << 17) ^ k', f'-{a} * 3 + k'])}")
        m = r.choice(["10**9 + 7", "97", "2**61 - 1", "-1000", "10**20"])
        self.line(f"print({a} % ({m}), len(str({a})), {a} >> {r.randint(1, 200)} & 0xffff, {a}.bit_length())")
        self.attempt(r.choice([f"print(divmod({a}, {m}))", f"print({a} // 3 ** 40, -{a} // 7 ** 25)", f"print(str({a})[:25], f'{{{a}:,}}'[-30:], f'{{{a}:x}}'[:20])", f"print({a} & {a} >> 3, {a} | 1 == {a})",
                               f"print(pow({a}, {r.randint(2, 9)}, {m}), {a} > 10**50, {a} == {a} + 0)", f"print({a} / {m}, float({a}))", f"print(int(str({a})[::-1].rstrip('-') or 0) % 1000, hash({a}))", f"print(f'{{{a}:e}}', '%d' % ({a} % 10**12))"]))
        self.scopes[0][self.fresh()] = "none"

    def bytes_section(self):
        r = self.r
        b = self.fresh("b")
        self.line(f"{b} = {self.text_literal()}.encode({r.choice(['', repr('utf-8'), repr('latin-1'), repr('ascii')])})" if self.chance(0.3) else f"{b} = {self.text_literal()}.encode()")
        self.attempt(r.choice([f"print({b}, {b}[::-1], {b}.hex(), len({b}))", f"print({b} + b'!', {b} * 2, list({b})[:4])", f"print({b}.decode(), {b}.upper(), {b}.split(b','))",
                               f"print(bytearray({b})[1:], {b}[0], {b}.find(b'a'))", f"print({b}.decode('ascii'))", f"print({b} + 'x')", f"print(int.from_bytes({b}[:3], 'big'), {b}.replace(b'a', b'--'))"]))

    def statement(self, small=False):
        if small and self.depth >= 4:
            return self.show(1)
        options = [self.show, self.show, self.show, self.show, self.assign, self.assign, self.augment, self.mutate, self.chain, self.unpack, self.branch, self.loop, self.guard]
        if not small:
            options += [self.while_loop]
        self.r.choice(options)()

    def state(self):
        """Shows some of the program's variables."""
        names = [n for n, k in self.scopes[0].items() if k != "none"]
        self.line(f"print({', '.join(self.r.sample(names, min(3, len(names))))})")

    def wrapped(self, statement):
        """A statement whose error is caught and shown."""
        self.line("try:")
        self.depth += 1
        self.scopes.append({})
        statement()
        self.scopes.pop()
        self.depth -= 1
        self.line("except Exception as err:")
        self.line("    print(type(err).__name__, err)")

    def section(self):
        options = [self.function, self.closure, self.generator, self.klass, self.klass, self.recursion, self.scope, self.big, self.guard, lambda: self.wrapped(self.loop), lambda: self.wrapped(self.while_loop), self.function, self.generator, self.bytes_section]
        self.r.choice(options)()

    def write(self):
        r = self.r
        for kind in r.sample(KINDS, 5):
            name = self.fresh()
            self.line(f"{name} = {getattr(self, kind + '_expr')(r.choice([0, 1]) if kind == 'str' else 0)}" if kind != "dict" else f"{name} = {self.dict_expr(0)}")
            self.scopes[0][name] = kind
        target = r.randint(18, 50)
        while len(self.lines) < target:
            if self.chance(0.7):
                self.section()
            elif self.chance(0.85):
                self.guard()
            elif self.chance(0.9):
                self.wrapped(self.statement)
            else:
                self.statement()
            if self.chance(0.35):
                self.state()
        self.state()
        self.line("print('end')")
        if self.chance(0.15):
            self.line(r.choice([f"raise {r.choice(ERRORS)}({self.text_literal()})", f"print({self.int_expr(2)} // 0)", "undefined_at_the_end", "[][len('abc')]", "assert False, 'over'",
                                "{}['gone']", "int('none')", "None.nothing", "raise KeyError(1, 2)"]))
        return "\n".join(self.lines) + "\n"


def program(seed):
    return Writer(seed).write()


if __name__ == "__main__":
    first = int(sys.argv[1])
    for seed in range(first, first + (int(sys.argv[2]) if len(sys.argv) > 2 else 1)):
        print(f"# seed {seed}\n{program(seed)}")
