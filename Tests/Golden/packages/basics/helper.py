"""What the main program shares."""
print("helper runs")
__all__ = ["visible", "counter", "bump"]
counter = 0


def bump():
    global counter
    counter += 1


def visible():
    return hidden()


def hidden():
    return "seen through the module's own globals"
