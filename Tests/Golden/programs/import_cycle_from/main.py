try:
    import a
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
import b
print(b.ready)
