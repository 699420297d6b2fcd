words = ["a", "bb", None]
words.sort(
    key=lambda w: len(w)
)
