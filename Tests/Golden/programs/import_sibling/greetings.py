"""Says hello."""

print("loading greetings")
LANGUAGES = {"en": "Hello", "de": "Hallo"}
_private = "hidden"


def hello(name, language="en"):
    return f"{LANGUAGES[language]}, {name}!"
