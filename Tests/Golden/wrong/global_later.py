def show():
    print(later)


def main():
    show()


main()
later = 1
