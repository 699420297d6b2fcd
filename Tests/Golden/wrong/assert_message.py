numbers = [1, 2, 3]
assert len(numbers) == 3
assert sum(numbers) == 7, (
    f"sum is {sum(numbers)}"
)
