try:
    try:
        [1][5]
    except KeyError:
        print("no")
finally:
    print("cleanup")
