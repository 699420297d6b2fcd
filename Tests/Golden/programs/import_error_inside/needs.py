try:
    import optional_thing
except ImportError:
    value = "fallback"
