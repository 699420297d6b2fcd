import greetings
from greetings import hello as hi, LANGUAGES

print(hi("Ann"), greetings.hello("Bob", "de"))
print(greetings.__name__, greetings.__doc__, sorted(LANGUAGES))
greetings.LANGUAGES["fr"] = "Bonjour"
print(hi("Zoë", "fr"), greetings.LANGUAGES is LANGUAGES)
try:
    hi("x", "xx")
except KeyError as e:
    print("KeyError", e)
print(greetings._private, [n for n in dir(greetings) if not n.startswith("__")])
