class Loud:
    def speak(self):
        return super().speak().upper() + "!"


class Twice:
    def speak(self):
        return " ".join([super().speak()] * 2)


class Animal:
    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name

    def speak(self):
        return f"I am {self.name}"


class Tagged:
    def __init__(self, tag="none", **rest):
        super().__init__(**rest)
        self.tag = tag


class Dog(Loud, Twice, Animal):
    pass


class Cat(Twice, Loud, Animal, Tagged):
    def speak(self):
        return "cat: " + super().speak()


d, c = Dog("Rex"), Cat("Tom", tag="pet")
print(d.speak())
print(c.speak(), c.tag)
for k in (Dog, Cat):
    print([m.__name__ for m in k.__mro__])
print(super(Loud, d).speak(), "|", super(Twice, d).speak())
try:
    class Bad(Animal, Dog):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])
try:
    Cat("x", color="red")
except TypeError as e:
    print(e)
