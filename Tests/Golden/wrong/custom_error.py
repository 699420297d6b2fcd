class AppError(Exception):
    pass


def level3():
    raise AppError("deep")


def level2():
    level3()


def level1():
    level2()


level1()
