# Objects that hold themselves, and sets that are filled again.
import collections
import types

space = types.SimpleNamespace(a=1)
space.me = space
print(space)
ordered = collections.OrderedDict(a=1)
ordered['me'] = ordered
print(ordered)
default = collections.defaultdict(list)
default['me'] = default
print(default)
letters = {1}
letters.__init__('spam')
print(sorted(letters))


class Hashed(set):
    def __hash__(self):
        return 5


hashed = Hashed('a')
print(hashed in {hashed}, {1} in {frozenset({1})})
