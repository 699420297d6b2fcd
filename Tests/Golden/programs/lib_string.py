import string
from string import Template, Formatter, capwords


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for name in ('ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'whitespace', 'printable'):
    print(name, repr(getattr(string, name)))
print(capwords('hello  big   world'), capwords('a-b-c', '-'), repr(capwords(' x ')))
t = Template('$who likes ${what}s for $$5, $who!')
print(t.substitute(who='tim', what='kung pao'), t.substitute({'who': 1, 'what': 2}), t.substitute({'who': 1, 'what': 2}, who=9))
print(t.safe_substitute(who='x'), t.template, t.is_valid(), t.get_identifiers())
attempt(lambda: t.substitute(who=1))
attempt(lambda: Template('a $ b').substitute())
attempt(lambda: Template('line\nthen ${bad').substitute(bad=1))
attempt(lambda: Template('$1').substitute())
print(Template('a $ b ${x} $y $').safe_substitute(x=1), Template('$').is_valid(), Template('$a_b1-$é').safe_substitute(a_b1='v'))


class Percent(Template):
    delimiter = '%'


print(Percent('%a and %{b} 100%%').substitute(a=1, b=2))
f = Formatter()
print(f.format('{} {} {name!r:>8} {0[1]} {1.real:.2f} {{x}}'.replace('{} {}', '{0} {1}'), [1, 2], 3.5, name='n'))
print(f.format('{:{}}|{:>{w}}', 'a', 5, 'b', w=4), f.vformat('{0}{a}', (1,), {'a': 2}))
print(list(f.parse('a{b!r:c}d{{e}}{0.x[y]}')), f.get_field('0.real', (3,), {}))
attempt(lambda: f.format('{0} {}', 1, 2))
attempt(lambda: f.format('{} {0}', 1, 2))
attempt(lambda: f.format('{'))
attempt(lambda: f.format('}'))
attempt(lambda: f.format('{a'))
attempt(lambda: f.format('{x}', y=1))
attempt(lambda: f.format('{1}', 1))
attempt(lambda: f.format('{0!z}', 1))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f'<{key}>')
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return str(value).upper() if spec == 'U' else super().format_field(value, spec)


print(Default().format('{a} {b} {0:U}', 'loud', a=1))
