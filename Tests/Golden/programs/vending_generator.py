def vending(prices):
    credit, sales = 0, []
    message = "ready"
    while True:
        command = yield message
        if command is None:
            message = f"credit {credit}"
            continue
        verb, _, arg = command.partition(" ")
        try:
            if verb == "coin":
                value = int(arg)
                if value not in (5, 10, 20, 50):
                    raise ValueError(f"coin {value} refused")
                credit += value
                message = f"credit {credit}"
            elif verb == "buy":
                price = prices[arg]
                if price > credit:
                    message = f"{price - credit} more"
                else:
                    credit -= price
                    sales.append(arg)
                    message = f"enjoy {arg}, {credit} left"
            elif verb == "refund":
                message, credit = f"returned {credit}", 0
            elif verb == "stop":
                return sales
            else:
                message = f"unknown {verb!r}"
        except ValueError as e:
            message = f"error: {e}"
        except KeyError as e:
            message = f"no such item {e}"


machine = vending({"tea": 25, "cake": 60})
print(next(machine))
for command in ("coin 20", "buy tea", "coin 10", "coin 3", "coin x", "buy tea", "buy milk", None, "sing", "coin 50", "refund"):
    print(f"{command!s:>8} -> {machine.send(command)}")
try:
    machine.send("stop")
except StopIteration as e:
    print("sold", e.value)
print(list(machine))
