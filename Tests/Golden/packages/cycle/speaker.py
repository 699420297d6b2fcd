import sound

print("speaker sees", hasattr(sound, "base"))


def level():
    return sound.volume() + 2
