"""Reading and writing tables in every dialect, and io.StringIO."""

import csv, io
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
texts = ['a,b,c\n1,2,3\n', '"a ""q"" b",2\r\n', 'a,"line\nbreak",c\n', ',,\n', '\n', 'a\n\nb\n', '"unterminated', '"a"b,c\n', 'a;b;c\n', ' a, b\n', 'x\\,y,z\n', "'q,r',s\n", '1,2.5,"x"\n', 'é,ü,"ñ,"\n', 'a\rb\n', 'a,b', '"a",', 'a\\', '"a\\', 'a\x00b\n','a"b,c\n', '"a" ,b\n']
opts = [{}, dict(delimiter=';'), dict(skipinitialspace=True), dict(escapechar='\\'), dict(quotechar="'"), dict(quoting=csv.QUOTE_NONNUMERIC), dict(quoting=csv.QUOTE_NONE), dict(strict=True), dict(doublequote=False, escapechar='\\'), dict(quoting=csv.QUOTE_NONE, escapechar='\\'), dict(dialect='excel-tab')]
for t in texts:
    for o in opts:
        def f():
            r = csv.reader(io.StringIO(t, newline=''), **o)
            rows = list(r)
            return rows, r.line_num
        show(f)
rows = [[1,2.5,'a'],['x,y','q"r','n\nl'],[None,True,''],[''],[],['é','ü;'],["'",'\\','\r'],[10**30, [1], (1,2)]]
for o in opts + [dict(lineterminator='\n'), dict(quoting=csv.QUOTE_ALL), dict(lineterminator='|'), dict(quoting=csv.QUOTE_MINIMAL, escapechar='\\')]:
    for row in rows:
        def f():
            s = io.StringIO(newline='')
            n = csv.writer(s, **o).writerow(row)
            return n, s.getvalue()
        show(f)
show(lambda: csv.writer(io.StringIO()).writerow(5))
show(lambda: csv.reader(5))
show(lambda: list(csv.reader([1])))
show(lambda: list(csv.reader(['a,b'], delimiter='ab')))
show(lambda: csv.writer(5))
show(lambda: next(csv.reader([])))
show(lambda: list(csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n\n'))))
def d():
    s = io.StringIO()
    w = csv.DictWriter(s, ['a','b'], extrasaction='ignore'); w.writeheader(); w.writerow({'a':1,'c':2}); w.writerows([{'b':3}])
    return s.getvalue()
show(d)
show(lambda: csv.DictWriter(io.StringIO(), ['a']).writerow({'b':1}))
show(lambda: list(csv.reader(['a,"'+'x'*200000+'"'])))
show(lambda: list(csv.reader(['a,'+'x'*200000+''])))
r = csv.reader(['a']); print(iter(r) is r, type(r).__name__, r.dialect.delimiter, hasattr(r,'foo'))
s = io.StringIO('héllo\nworld\n'); print(s.readline(), s.read(2), s.tell(), s.readlines(), s.write('zz'), s.getvalue())
s = io.StringIO(); s.write('abc'); s.seek(1); s.write('X'); print(s.getvalue(), s.read()); s.seek(5); s.write('é'); print(repr(s.getvalue()))
s = io.StringIO('a\r\nb\rc\n', newline=None); print(list(s)); s = io.StringIO('a\r\nb\rc\n', newline=''); print(list(s)); s = io.StringIO(newline='\r\n'); s.write('a\nb'); print(repr(s.getvalue()))
print(io.StringIO('abc\n').readline(2), repr(io.StringIO('abc').readline(0)))
print('x', 1, None, sep='-', end='!\n', file=s); print(repr(s.getvalue()))
