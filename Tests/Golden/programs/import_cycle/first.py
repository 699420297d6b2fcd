print("first begins")
name = "first"
import second
print("first ends", second.name)


def ask():
    return f"{name} asks {second.name}"
