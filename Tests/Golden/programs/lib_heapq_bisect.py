import bisect
import heapq


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


h = []
for n in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(h, n)
print(h, heapq.heappop(h), heapq.heappushpop(h, 4), heapq.heapreplace(h, 0), h)
data = [9, 4, 7, 1, 8, 2]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(6)])
attempt(lambda: heapq.heappop([]))
words = 'pear fig banana kiwi apple'.split()
print(heapq.nlargest(2, words), heapq.nsmallest(3, words, key=len), heapq.nlargest(1, words, key=len), heapq.nsmallest(0, [1]))
print(heapq.nlargest(10, [2, 1, 3]), heapq.nsmallest(1, []), heapq.nlargest(-1, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9])))
print(list(heapq.merge([7, 4, 1], [5, 2], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
print(list(heapq.merge()), list(heapq.merge([1, 2])), list(heapq.merge([(1, 'a')], [(1, 'b')], [(0, 'c')])))
tasks = []
for i, (p, name) in enumerate([(3, 'low'), (1, 'high'), (2, 'mid'), (1, 'high2')]):
    heapq.heappush(tasks, (p, i, name))
print([heapq.heappop(tasks)[2] for _ in range(4)])
attempt(lambda: heapq.heapify((1, 2)))
attempt(lambda: heapq.heappush([1], 'a'))

a = [1, 3, 3, 3, 7]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 4), bisect.bisect_left(a, 0), bisect.bisect(a, 99))
print(bisect.bisect(a, 3, 0, 2), bisect.bisect_left(a, 3, lo=2), bisect.bisect_right(a, 3, hi=3))
bisect.insort(a, 4)
bisect.insort_left(a, 3.0)
print(a)
rows = [('a', 1), ('b', 5), ('c', 9)]
print(bisect.bisect(rows, 5, key=lambda r: r[1]), bisect.bisect_left(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ('d', 6), key=lambda r: r[1])
print(rows)
attempt(lambda: bisect.bisect([1], 1, -1))
attempt(lambda: bisect.bisect([1], 'a'))
grades = [bisect.bisect([60, 70, 80, 90], s) for s in (33, 99, 77, 70, 89, 90, 100)]
print(''.join('FDCBA'[g] for g in grades))
