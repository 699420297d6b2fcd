import base


class Dog(base.Animal):
    sound = "woof"


class Puppy(Dog):
    def speak(self):
        return super().speak() + " (softly)"
