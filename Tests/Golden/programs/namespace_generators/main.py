from streams import lines, numbers, window
import streams

print(list(numbers(lines("1 2\n3 x 4"))))
print([sum(w) for w in window(range(6), 3)])
print(streams.stats)
g = window(numbers(lines("10\n20\n30")), 2)
print(next(g), next(g), next(g, "end"), streams.stats)
