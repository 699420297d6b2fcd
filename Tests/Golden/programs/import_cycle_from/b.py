try:
    from a import other
    ready = "complete"
except ImportError as e:
    ready = "late: " + str(e).split(" (")[0]
thing = 5
