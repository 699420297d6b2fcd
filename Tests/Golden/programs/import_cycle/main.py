import first
print(first.name, first.ask(), first.second.ask())
