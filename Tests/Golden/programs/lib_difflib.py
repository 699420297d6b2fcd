import difflib
import random

a = 'one\ntwo\nthree\nfour\nfive\n'.splitlines(True)
b = 'ore\ntree\nthree\nemu\nfive\nsix\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b)))
print(''.join(difflib.unified_diff(a, b, 'before', 'after')))
print(''.join(difflib.context_diff(a, b, fromfile='x', tofile='y', n=1)))
print(list(difflib.unified_diff(['a'], ['a'])), list(difflib.unified_diff([], ['a', 'b'], lineterm='')))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['y']), difflib.get_close_matches('wheel', 'while wheel heel'.split(), 2, 0.5))
s = difflib.SequenceMatcher(None, 'qabxcd', 'abycdf')
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(), s.get_matching_blocks())
for code in s.get_opcodes():
    print(code)
s = difflib.SequenceMatcher(lambda c: c == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.get_opcodes(), s.bjunk)
diff = list(difflib.ndiff(a, b))
print(''.join(difflib.restore(diff, 1)) == ''.join(a), ''.join(difflib.restore(diff, 2)) == ''.join(b))
random.seed(5)
for _ in range(60):
    x = [''.join(random.choice('ab \t') for _ in range(random.randrange(6))) + '\n' for _ in range(random.randrange(8))]
    y = [random.choice(x + ['new\n']) if random.random() < 0.7 else random.choice('abc') * 3 + '\n' for _ in range(random.randrange(8))]
    print(hash(tuple(map(len, difflib.ndiff(x, y)))), list(difflib.ndiff(x, y)), list(difflib.unified_diff(x, y, n=1)))
big = [random.randrange(5) for _ in range(300)]
print(difflib.SequenceMatcher(None, big, big[50:] + big[:50]).ratio(), len(difflib.SequenceMatcher(None, 'ab' * 200, 'ba' * 210).bpopular))
for bad in (lambda: difflib.get_close_matches('a', [], 0), lambda: difflib.get_close_matches('a', [], 1, 2), lambda: list(difflib.unified_diff([1], ['a'])),
            lambda: list(difflib.restore(diff, 3))):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
