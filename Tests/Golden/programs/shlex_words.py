import shlex
cases=["a b 'c d' \"e f\"g", "x=1;y", "a # comment\nb", "foo#bar baz", "a\\ b", '"a\\"b"', "''", "a'' b", "foo && bar|baz;(x)", "~/a *.c", "a'b'c d", '"a" "b', "x\\"]
for text in cases:
    for posix in (False, True):
        for ws in (False, True):
            for p in (False, True, '|'):
                try:
                    s=shlex.shlex(text, posix=posix, punctuation_chars=p); s.whitespace_split=ws
                    print(repr(text), posix, ws, p, list(s), s.lineno)
                except ValueError as e: print(repr(text), posix, ws, p, e)
s=shlex.shlex("a b"); t=s.get_token(); s.push_token(t); print(list(s), s.error_leader())
