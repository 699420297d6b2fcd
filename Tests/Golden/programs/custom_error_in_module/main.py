from errors import AppError
import logic

for n in (1, -1):
    try:
        print(logic.check(n))
    except AppError as e:
        print("caught", e, e.code)
logic.check(-7)
