"""Random patterns over few letters against random texts: what every way of matching gives."""
import random
import re

letters = random.Random(11)


def atom(depth):
    kind = letters.randrange(13)
    if kind < 5:
        return letters.choice('abcx')
    if kind == 5:
        return '.'
    if kind == 6:
        return letters.choice(['[ab]', '[^a]', r'\w', r'\d', r'\s', '[a-c]', r'[^\s]', r'\W', '[é-ü]', '[^x]'])
    if kind == 7 and depth:
        return '(' + alternatives(depth - 1) + ')'
    if kind == 8 and depth:
        return '(?:' + alternatives(depth - 1) + ')'
    if kind == 9 and depth:
        return letters.choice(['(?=', '(?!', '(?>']) + alternatives(depth - 1) + ')'
    if kind == 10:
        return letters.choice(['(?<=a)', '(?<!b)', '(?<=ab)'])
    if kind == 11:
        return letters.choice(['ab', 'abc', 'xa', 'é', 'aé', '漢'])
    return r'(?:\b)' if letters.random() < .5 else 'b'


def repeated(text):
    if letters.random() < .55:
        return text
    often = letters.choice(['*', '+', '?', '{2}', '{1,2}', '{0,3}', '{2,}'])
    return text + often + ('?' if letters.random() < .25 else '')


def sequence(depth):
    return ''.join(repeated(atom(depth)) for _ in range(letters.randrange(1, 5)))


def alternatives(depth):
    return '|'.join(sequence(depth) for _ in range(1 if letters.random() < .7 else letters.randrange(2, 4)))


def text():
    return ''.join(letters.choice('aabbcx 1\né漢') for _ in range(letters.randrange(0, 12)))


def shown(match):
    return match and (match.regs, match.lastindex)


for number in range(160):
    source = alternatives(2)
    flags = letters.choice([0, 0, re.I, re.M, re.S, re.A])
    subjects = [text(), text()]
    try:
        pattern = re.compile(source, flags)
    except re.error as error:
        print(number, source, error)
        continue
    for subject in subjects:
        print(number, repr(source), int(flags), repr(subject))
        print(' ', shown(pattern.search(subject)), shown(pattern.fullmatch(subject)), shown(pattern.match(subject, 2, 8)))
        print(' ', pattern.findall(subject), pattern.split(subject), repr(pattern.sub(r'<\g<0>>', subject)))
