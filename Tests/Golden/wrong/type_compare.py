people = [("a", 1), ("a", None)]
print(
    sorted(people)
)
