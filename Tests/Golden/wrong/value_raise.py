def check(age):
    if age < 0:
        raise ValueError(f"bad age {age}")
    return age


check(1)
check(
    -1
)
