from shop.orders import Order
from shop import total, catalog

o = Order("Ann").add("pen", 3).add("ink")
print(o, total(o), catalog.PRICES["pen"])
print(Order.__module__, o.describe())
try:
    o.add("gold")
except catalog.UnknownItem as e:
    print(type(e).__name__, e)
