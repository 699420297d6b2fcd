items = [1, 2]
items.remove(1)
items.remove(1)
