class HashMap:
    MISSING = object()

    def __init__(self, pairs=(), size=4):
        self.buckets = [[] for _ in range(size)]
        self.count = 0
        for k, v in pairs:
            self[k] = v

    def _bucket(self, key):
        return self.buckets[sum(map(ord, str(key))) % len(self.buckets)]

    def __setitem__(self, key, value):
        bucket = self._bucket(key)
        for pair in bucket:
            if pair[0] == key:
                pair[1] = value
                return
        bucket.append([key, value])
        self.count += 1
        if self.count > 2 * len(self.buckets):
            self._grow()

    def _grow(self):
        pairs = list(self.items())
        self.__init__(pairs, len(self.buckets) * 2)

    def __getitem__(self, key):
        for k, v in self._bucket(key):
            if k == key:
                return v
        raise KeyError(key)

    def __delitem__(self, key):
        bucket = self._bucket(key)
        for i, (k, _) in enumerate(bucket):
            if k == key:
                del bucket[i]
                self.count -= 1
                return
        raise KeyError(key)

    def __contains__(self, key):
        return self.get(key, self.MISSING) is not self.MISSING

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def items(self):
        for bucket in self.buckets:
            yield from map(tuple, bucket)

    def __iter__(self):
        return (k for k, _ in self.items())

    def __len__(self):
        return self.count

    def __eq__(self, other):
        return len(self) == len(other) and all(k in other and other[k] == v for k, v in self.items())


m = HashMap(zip("abcdefghijk", range(11)))
print(len(m), len(m.buckets), sorted(m), m["c"], m.get("z"), "k" in m)
m["c"] = 99
del m["a"]
print(m["c"], len(m), "a" in m, m == HashMap(reversed(list(m.items()))), m == HashMap())
m[None] = 1
m[1.5] = "float"
print(m[None], m[1.5], dict(m.items())["b"])
for action in (lambda: m["nope"], lambda: m.__delitem__("nope")):
    try:
        action()
    except KeyError as e:
        print("KeyError", e)
