"""A greeting, to see that modules written in the language itself are found."""


def main():
    print("Hello world!")


if __name__ == "__main__":
    main()
