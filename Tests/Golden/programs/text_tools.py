import string
import textwrap
from collections import Counter


def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift]))


def vigenere(text, key, sign=1):
    result, i = [], 0
    for c in text:
        if c.isalpha():
            base = ord('A') if c.isupper() else ord('a')
            shift = ord(key[i % len(key)].lower()) - ord('a')
            result.append(chr((ord(c) - base + sign * shift) % 26 + base))
            i += 1
        else:
            result.append(c)
    return ''.join(result)


def roman(n):
    digits = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
    out = ''
    for value, letters in digits:
        count, n = divmod(n, value)
        out += letters * count
    return out


def unroman(text):
    values = dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))
    return sum(-values[a] if values[a] < values[b] else values[a] for a, b in zip(text, text[1:])) + values[text[-1]]


def number_words(n):
    ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split()
    tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split()
    if n < 0:
        return 'minus ' + number_words(-n)
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10 - 2] + ('-' + ones[n % 10] if n % 10 else '')
    for size, name in ((10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred')):
        if n >= size:
            rest = n % size
            return f'{number_words(n // size)} {name}' + (' and ' if 0 < rest < 100 else ' ' if rest else '') + (number_words(rest) if rest else '')


def morse(text):
    codes = dict(zip(string.ascii_lowercase, '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split()))
    return ' / '.join(' '.join(codes[c] for c in word if c in codes) for word in text.lower().split())


def run_length(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out


def levenshtein(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def lcs(a, b):
    table = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def justify(text, width):
    lines = textwrap.wrap(text, width)
    for line in lines[:-1]:
        words = line.split()
        gaps, spaces = len(words) - 1, width - sum(map(len, words))
        if not gaps:
            yield line
            continue
        each, extra = divmod(spaces, gaps)
        yield ''.join(w + ' ' * (each + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]
    yield lines[-1]


TEXT = 'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness...'
print(caesar('Hello, World!', 3), caesar(caesar('Hello', 3), 23), vigenere('Attack at Dawn', 'Lemon'), vigenere(vigenere('Attack', 'key'), 'key', -1))
print([roman(n) for n in (1, 4, 9, 14, 1994, 3999)], unroman('MCMXCIV'), all(unroman(roman(n)) == n for n in range(1, 300)))
for n in (0, 13, 45, 100, 101, 999, 1000, 12345, 1000001, -7):
    print(n, number_words(n))
print(morse('SOS help'), run_length('aaabccd'), ''.join(f'{n if n > 1 else ""}{c}' for c, n in run_length('WWWBWW')))
print(levenshtein('kitten', 'sitting'), levenshtein('', 'abc'), lcs('AGGTAB', 'GXTXAYB'))
print('\n'.join(justify(TEXT, 30)))
print(textwrap.fill(TEXT, 40, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(TEXT, 40), textwrap.dedent('''
    indented
      more
    less''').strip().split('\n'), textwrap.indent('a\nb\n\nc', '> '))
print(Counter(TEXT.lower()).most_common(5), Counter(w.strip('.,') for w in TEXT.lower().split()).most_common(3))
print(string.Template('$who likes ${what}s, $$5').substitute(who='Tim', what='apple'), string.Template('$a $b').safe_substitute(a=1), string.capwords('the end of it'))
print('été Straße ΑΣ ǅ'.upper(), 'ÉTÉ'.lower(), 'ß'.casefold(), 'hello world'.title(), "they're".title(), 'aBc'.swapcase(), '１２３'.isdigit(), '½'.isnumeric(), 'x1'.isidentifier())
print('a,b,,c'.split(','), ' a  b '.split(), 'a-b-c'.rsplit('-', 1), 'k=v=w'.partition('='), 'path/to/file'.rpartition('/'), 'l1\nl2\r\nl3'.splitlines(), 'tab\tx'.expandtabs(4))
print('abc'.center(9, '*'), 'abc'.ljust(5) + '|', '42'.zfill(6), '-42'.zfill(6), 'xxabcxx'.strip('x'), 'prefix_rest'.removeprefix('prefix_'), 'file.txt'.removesuffix('.txt'), 'a\u0301'.encode(), ascii('é'), repr('a\tb\x00\'"'))
print(is_pal := [w for w in 'level noon radar hello'.split() if w == w[::-1]], sorted('banana Apple cherry'.split(), key=str.lower), max('apple fig'.split(), key=len), 'b' in 'abc', 'abc' < 'abd', 'Z' < 'a')
