import re


class Template:
    TOKEN = re.compile(r"({{.*?}}|{%.*?%})")

    def __init__(self, text):
        self.parts = self.TOKEN.split(text)

    def render(self, **context):
        out, pos = [], 0
        self._block(0, context, out, ())
        return "".join(out)

    def _block(self, pos, context, out, stop):
        while pos < len(self.parts):
            part = self.parts[pos]
            if part.startswith("{{"):
                expression, *filters = part[2:-2].split("|")
                value = eval(expression.strip(), {"__builtins__": {}}, context)
                for f in filters:
                    value = getattr(str(value), f.strip())()
                if out is not None:
                    out.append(str(value))
            elif part.startswith("{%"):
                word, *rest = part[2:-2].split()
                if word in stop:
                    return pos, word
                if word == "for":
                    name, _, *source = rest
                    items = eval(" ".join(source), {"__builtins__": {"range": range}}, context)
                    end = self._skip(pos + 1)
                    for item in items:
                        self._block(pos + 1, {**context, name: item}, out, ("end",))
                    pos = end
                elif word == "if":
                    end = self._skip(pos + 1)
                    if eval(" ".join(rest), {}, context):
                        self._block(pos + 1, context, out, ("end",))
                    pos = end
                else:
                    raise SyntaxError(f"unknown tag {word}")
            else:
                out.append(part)
            pos += 1
        if stop:
            raise SyntaxError("missing end")
        return pos, None

    def _skip(self, pos):
        depth = 1
        while pos < len(self.parts):
            part = self.parts[pos]
            if part.startswith("{%"):
                depth += 1 if part[2:-2].split()[0] in ("for", "if") else -1
                if depth == 0:
                    return pos
            pos += 1
        raise SyntaxError("missing end")


t = Template("Dear {{ name|upper }},{% for x in items %}\n- {{ x }}{% if x > 2 %} (many){% end %}{% end %}\nTotal {{ total + 1 }}.")
print(t.render(name="Zoë", items=[1, 2, 3], total=5))
print(Template("{% for i in range(3) %}{{ i * i }};{% end %}").render())
for bad in ("{% for x in [1] %}", "{% loop %}", "{{ nope }}", "{{ 1 / 0 }}"):
    try:
        print(Template(bad).render())
    except (SyntaxError, NameError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
