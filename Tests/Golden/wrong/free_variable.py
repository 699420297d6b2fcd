def make():
    def get():
        return value
    result = get()
    value = 1
    return result


make()
