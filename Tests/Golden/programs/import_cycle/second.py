print("second begins")
import first
print("second sees", first.name, hasattr(first, "ask"))
name = "second"


def ask():
    return first.ask() + "!"
