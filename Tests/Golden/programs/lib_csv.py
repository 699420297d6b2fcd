import csv
import io


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


text = 'name,age,note\r\n"Smith, J",42,"said ""hi"""\r\nAda,36,\r\n\r\n"multi\nline",1,x\n'
for row in csv.reader(io.StringIO(text, newline='')):
    print(row)
for row in csv.DictReader(text.splitlines()[:3]):
    print(row)
reader = csv.DictReader(io.StringIO('a,b\n1,2,3,4\n5\n'), restkey='rest', restval='-')
print(reader.fieldnames, list(reader), reader.line_num)
print(list(csv.DictReader(['1;2', '3;4'], fieldnames=['x', 'y'], delimiter=';')))
print(list(csv.reader(['a\tb', 'c\t"d\te"'], delimiter='\t')), list(csv.reader(['a, b, "c, d"'], skipinitialspace=True)))
print(list(csv.reader(["'a','b''c'"], quotechar="'")), list(csv.reader(['a\\,b,c'], escapechar='\\')))
print(list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['a"b,c', '"a"b,c', ',', '', '""', '"x','y"'])), list(csv.reader(['a,b\n', 'c'])))
print(list(csv.reader(['a|b'], dialect='excel', delimiter='|')), list(csv.reader(['a\tb'], 'excel-tab')))
attempt(lambda: list(csv.reader(['"a"b'], strict=True)))
attempt(lambda: list(csv.reader(['"a'], strict=True)))
attempt(lambda: list(csv.reader([b'a'])))
attempt(lambda: list(csv.reader(['x'], quoting=csv.QUOTE_NONNUMERIC)))
attempt(lambda: csv.reader(['a'], delimiter=',,'))
attempt(lambda: csv.reader(['a'], delimiter=3))
attempt(lambda: csv.reader(['a'], 'nope'))
attempt(lambda: csv.reader(['a'], quoting=9))
attempt(lambda: csv.reader(3))


def written(rows, **options):
    out = io.StringIO()
    writer = csv.writer(out, **options)
    writer.writerows(rows)
    return out.getvalue()


rows = [['a', 1, 2.5, None, True], ['x,y', 'say "hi"', 'two\nlines', '', ' s '], [], [''], ['é', 1e20, -3, 'a;b', "it's"]]
print(repr(written(rows)))
print(repr(written(rows, delimiter=';', lineterminator='\n')))
print(repr(written(rows, quoting=csv.QUOTE_ALL)))
print(repr(written(rows, quoting=csv.QUOTE_NONNUMERIC)))
print(repr(written(rows[:2], quoting=csv.QUOTE_NONE, escapechar='\\')))
print(repr(written(rows[:2], doublequote=False, escapechar='\\')), repr(written(rows, dialect='unix')))
attempt(lambda: written(rows, quoting=csv.QUOTE_NONE))
attempt(lambda: written([3]))
attempt(lambda: csv.writer(3))
out = io.StringIO()
print(csv.writer(out).writerow(['a', 'b']))
out = io.StringIO()
w = csv.DictWriter(out, ['x', 'y'], restval='?')
w.writeheader()
w.writerow({'y': 2, 'x': 1})
w.writerows([{'x': 3}, {'y': 4}])
print(repr(out.getvalue()))
attempt(lambda: w.writerow({'z': 1, 'x': 2}))
csv.DictWriter(out, ['x'], extrasaction='ignore').writerow({'x': 1, 'q': 2})
attempt(lambda: csv.DictWriter(out, ['x'], extrasaction='what'))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_MINIMAL)
print(csv.list_dialects(), list(csv.reader(['a|b|"c|d"'], 'pipes')), csv.get_dialect('pipes').delimiter, csv.field_size_limit())


class Semi(csv.excel):
    delimiter = ';'


print(list(csv.reader(['a;b'], Semi)), list(csv.reader(['a;b'], dialect=Semi())))
totals = {}
for row in csv.DictReader(io.StringIO('city,sales\nRome,3\nOslo,5\nRome,4\n')):
    totals[row['city']] = totals.get(row['city'], 0) + int(row['sales'])
print(totals)
