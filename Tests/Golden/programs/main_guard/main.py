import tool

print(tool.run(["x"]), __name__)
if __name__ == "__main__":
    print("main guard")
