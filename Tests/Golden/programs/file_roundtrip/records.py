def save(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        return sum(f.write(f"{name}\t{value}\n") for name, value in rows)


def load(path):
    rows = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            try:
                name, value = line.rstrip("\n").split("\t")
            except ValueError:
                raise ValueError(f"line {number}: {line.rstrip()!r}") from None
            rows.append((name, int(value)))
    return rows
