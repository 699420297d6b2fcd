from base import Animal, registry
import animals

for name in sorted(registry):
    pet = registry[name]("Kim")
    print(pet, isinstance(pet, Animal), type(pet).__module__)
print(animals.Dog.__mro__)


class Fish(Animal):
    sound = "..."


print(sorted(registry), Fish("Bo"), Fish.__module__)
try:
    Animal("x").speak()
except NotImplementedError as e:
    print("NotImplementedError", e)
