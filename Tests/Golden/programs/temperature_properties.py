class Temperature:
    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        self.celsius = 0.0

    @classmethod
    def from_fahrenheit(cls, f):
        t = cls()
        t.fahrenheit = f
        return t

    @staticmethod
    def is_valid(x):
        return isinstance(x, (int, float)) and x >= -273.15

    def __format__(self, spec):
        unit = spec[-1:] or "c"
        number = spec[:-1] or ".1f"
        value = {"c": self.celsius, "f": self.fahrenheit}[unit]
        return f"{value:{number}}°{unit.upper()}"


t = Temperature(25)
print(t.fahrenheit, f"{t} {t:f} {t:.3fc} {t:6.0ff}|")
t.fahrenheit = 212
print(t.celsius)
del t.fahrenheit
print(t.celsius, Temperature.from_fahrenheit(-40).celsius)
print(Temperature.is_valid(3), t.is_valid("x"))
for bad in (-300, -1000.5):
    try:
        t.celsius = bad
    except ValueError as e:
        print(e)
try:
    f"{t:.1fk}"
except KeyError as e:
    print("unit", e)
