class Command:
    def do(self, doc):
        raise NotImplementedError

    def undo(self, doc):
        raise NotImplementedError


class Insert(Command):
    def __init__(self, position, text):
        self.position, self.text = position, text

    def do(self, doc):
        if not 0 <= self.position <= len(doc.text):
            raise IndexError(f"position {self.position} outside 0..{len(doc.text)}")
        doc.text = doc.text[:self.position] + self.text + doc.text[self.position:]

    def undo(self, doc):
        doc.text = doc.text[:self.position] + doc.text[self.position + len(self.text):]


class Delete(Command):
    def __init__(self, start, stop):
        self.slice = slice(start, stop)

    def do(self, doc):
        self.removed = doc.text[self.slice]
        chars = list(doc.text)
        del chars[self.slice]
        doc.text = "".join(chars)

    def undo(self, doc):
        i = self.slice.start
        doc.text = doc.text[:i] + self.removed + doc.text[i:]


class Macro(Command):
    def __init__(self, *commands):
        self.commands = commands

    def do(self, doc):
        done = []
        try:
            for c in self.commands:
                c.do(doc)
                done.append(c)
        except Exception:
            for c in reversed(done):
                c.undo(doc)
            raise

    def undo(self, doc):
        for c in reversed(self.commands):
            c.undo(doc)


class Document:
    def __init__(self, text=""):
        self.text, self.done, self.undone = text, [], []

    def run(self, command):
        command.do(self)
        self.done.append(command)
        self.undone.clear()
        return self

    def undo(self):
        command = self.done.pop()
        command.undo(self)
        self.undone.append(command)
        return self

    def redo(self):
        command = self.undone.pop()
        command.do(self)
        self.done.append(command)
        return self


d = Document("hello")
d.run(Insert(5, " world")).run(Delete(0, 1)).run(Insert(0, "J"))
print(d.text, len(d.done))
print(d.undo().text, "|", d.undo().text, "|", d.redo().text, "|", len(d.undone))
d.run(Macro(Insert(0, "<"), Insert(len(d.text) + 1, ">")))
print(d.text, d.undo().text)
try:
    d.run(Macro(Insert(0, "x"), Insert(999, "y")))
except IndexError as e:
    print(e, "->", d.text)
for action in (d.redo, Document().undo, lambda: Command().do(d)):
    try:
        action()
        print(d.text)
    except (IndexError, NotImplementedError) as e:
        print(type(e).__name__, e)
