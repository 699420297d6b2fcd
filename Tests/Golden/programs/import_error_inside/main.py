import sys
try:
    import broken
except ZeroDivisionError as e:
    print("import failed:", e, "broken" in sys.modules)
try:
    import broken
except ZeroDivisionError as e:
    print("again:", e)
try:
    import bad_syntax
except SyntaxError as e:
    print("SyntaxError", e.lineno, e.filename.split("/")[-1])
import needs
print(needs.value)
