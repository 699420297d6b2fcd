class Room:
    def __init__(self, name, description, **exits):
        self.name, self.description, self.exits = name, description, exits
        self.items = []


class Game:
    def __init__(self):
        self.rooms = {r.name: r for r in [
            Room("hall", "A long hall.", north="library", east="kitchen"),
            Room("library", "Dusty books.", south="hall"),
            Room("kitchen", "Smells of soup.", west="hall"),
        ]}
        self.rooms["library"].items.append("key")
        self.rooms["kitchen"].items += ["spoon", "bread"]
        self.here = self.rooms["hall"]
        self.bag = []
        self.turns = 0

    def do_go(self, direction):
        try:
            self.here = self.rooms[self.here.exits[direction]]
        except KeyError:
            return f"You cannot go {direction}."
        return self.do_look()

    def do_look(self):
        things = f" You see {', '.join(self.here.items)}." if self.here.items else ""
        return self.here.description + things + f" Exits: {' '.join(sorted(self.here.exits))}."

    def do_take(self, *names):
        taken = [n for n in names if n in self.here.items]
        for n in taken:
            self.here.items.remove(n)
        self.bag.extend(taken)
        missed = [n for n in names if n not in taken]
        return "Taken: " + (", ".join(taken) or "nothing") + (f"; no {missed[0]}" if missed else "")

    def do_bag(self):
        return f"You carry {sorted(self.bag)}"

    def play(self, script):
        for line in script.strip().split("\n"):
            verb, *words = line.split()
            self.turns += 1
            action = getattr(self, "do_" + verb, None)
            if action is None:
                print(f"> {line}\nI do not know how to {verb}.")
                continue
            try:
                answer = action(*words)
            except TypeError as e:
                answer = "What? (" + str(e).split("do_")[1] + ")"
            print(f"> {line}\n{answer}")
        return self.turns


print(Game().play("""look
go north
take key lamp
go up
dance
go
go south
go east
take bread spoon
bag"""))
