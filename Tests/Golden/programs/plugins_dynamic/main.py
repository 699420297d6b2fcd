import importlib

loaded = {}
for name in ("upper", "reverse", "missing"):
    try:
        module = importlib.import_module(f"plugins.{name}")
    except ModuleNotFoundError as e:
        print("skipped:", e)
        continue
    loaded[name] = module.run
text = "plugin text"
for name, run in loaded.items():
    text = run(text)
    print(f"{name:<8} {text}")
print(__import__("plugins.upper").__name__, __import__("plugins.upper", fromlist=["run"]).__name__)
