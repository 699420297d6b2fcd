class ConfigError(Exception):
    pass


def parse_port(text):
    try:
        port = int(text)
    except ValueError as e:
        raise ConfigError(f"bad port {text!r}") from e
    if not 0 < port < 65536:
        raise ConfigError(f"port {port} out of range")
    return port


def load(settings):
    try:
        return parse_port(settings["port"])
    except KeyError:
        raise ConfigError("no port given") from None


for settings in ({"port": "80"}, {"port": "http"}, {"port": "70000"}, {}):
    try:
        print(load(settings))
    except ConfigError as e:
        print(e, "| cause:", repr(e.__cause__), "| context:", type(e.__context__).__name__, e.__suppress_context__)


def cleanup_order():
    log = []
    try:
        try:
            log.append("body")
            raise ValueError("v")
        except ValueError as e:
            log.append(f"handler {e}")
            raise TypeError("t")
        else:
            log.append("else")
        finally:
            log.append("inner finally")
    except TypeError as e:
        log.append(f"outer {e}, while {e.__context__!r}")
    finally:
        log.append("outer finally")
    return log


print(cleanup_order())


def first(*functions):
    errors = []
    for f in functions:
        try:
            return f()
        except Exception as e:
            errors.append(f"{type(e).__name__}({e})")
    raise RuntimeError("; ".join(errors))


print(first(lambda: 1 / 0, lambda: "ok"))
first(lambda: [][3], lambda: {}["k"], lambda: int("x"))
