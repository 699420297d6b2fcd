import textwrap
from textwrap import dedent, fill, indent, shorten, wrap, TextWrapper


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


text = ('Hello there -- you goof-ball, use the -b option! This is a "well-known" state-of-the-art\ttext with a '
        'supercalifragilisticexpialidocious word; e-mail me at a.b-c@example.com.  Dr. Who said: "Yes." Really?  '
        'x--y 2-3 a-b co-op re-enter non-é -flag --long-option em---dash end-')
for width in (10, 13, 20, 33, 70, 200):
    for line in wrap(text, width):
        print(f'|{line}|')
print(wrap(''), wrap('   '), wrap(' a  b '), wrap('a\n\nb', 5), wrap('  lead', 4), fill('one two three', 7))
for options in (dict(break_long_words=False), dict(break_on_hyphens=False), dict(fix_sentence_endings=True), dict(initial_indent='* ', subsequent_indent='  '),
                dict(drop_whitespace=False), dict(replace_whitespace=False), dict(expand_tabs=False), dict(tabsize=4), dict(max_lines=2),
                dict(max_lines=1, placeholder='...'), dict(break_long_words=False, break_on_hyphens=False), dict(max_lines=3, placeholder=' more')):
    print(options)
    for line in wrap(text, 16, **options):
        print(f'|{line}|')
attempt(lambda: wrap('x', 0))
attempt(lambda: wrap('x', 3, max_lines=1))
print(shorten('Hello  world!', width=12), shorten('Hello  world!', width=11), shorten('Hello world', width=10, placeholder='...'), repr(shorten('', 10)))
print(shorten('averyveryverylongword here', 12), shorten('  a   b  c ', 30))
block = '''
    def f():
        return 1

      odd
    end
  \t
'''
print(repr(dedent(block)), repr(dedent('  a\n\tb')), repr(dedent('a\n b')), repr(dedent('\t a\n\t  b\n \n')), repr(dedent('')), repr(dedent('  x')))
print(repr(indent('a\n\n b\n', '> ')), repr(indent('a\n\nb', '--', lambda line: True)), repr(indent('', 'x')))
w = TextWrapper(width=12, initial_indent='>> ')
print(w.wrap('the quick brown fox jumps'), w.fill('over the lazy dog'))
w.width = 20
print(w.wrap('the quick brown fox jumps'))
