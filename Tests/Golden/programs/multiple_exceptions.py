def classify(f):
    try:
        value = f()
    except (ZeroDivisionError, OverflowError) as e:
        return f"arithmetic: {e}"
    except LookupError as e:
        return f"lookup {type(e).__name__}: {e}"
    except ValueError as e:
        return f"value: {e}"
    except TypeError:
        return "type"
    except Exception as e:
        return f"other {e!r}"
    else:
        return f"fine: {value!r}"


tests = [
    lambda: 1 / 0, lambda: 2.0 ** 5000, lambda: [][1], lambda: {}["x"], lambda: int("12x"), lambda: len(5), lambda: None.foo,
    lambda: "ok", lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: next(iter([])), lambda: 10 ** 400 / 3 > 0,
    lambda: float("inf") - float("inf"), lambda: round(float("nan")), lambda: "a" * -1, lambda: [1, 2].index(3), lambda: undefined,
    lambda: chr(-1), lambda: (1, 2)[5], lambda: "abc"[10], lambda: max([]), lambda: __import__("nope"), lambda: int([]),
    lambda: open("/no/such/file"), lambda: {}.popitem(), lambda: [].pop(), lambda: "x".join([1]), lambda: sorted([1, "a"]),
]
for i, f in enumerate(tests):
    print(i, classify(f))
