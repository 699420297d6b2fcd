x = [
    1,
    2,
    int("three"),
    4,
]
