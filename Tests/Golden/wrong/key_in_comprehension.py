prices = {"a": 1}
total = sum([
    prices[k]
    for k in "ab"
])
