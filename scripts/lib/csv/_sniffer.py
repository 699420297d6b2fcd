"""Guesses how a table is written from a piece of it."""

__name__ = 'csv'

import re


class Sniffer:
    """Finds out delimiters and quotes, and whether there is a header."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """The dialect of a sample."""
        from csv import Dialect, Error, QUOTE_MINIMAL
        quote, doubled, delimiter, skips = self._quoted(sample, delimiters)
        if not delimiter:
            delimiter, skips = self._counted(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doubled
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips
        return dialect

    def _quoted(self, data, delimiters):
        """By texts between quotes, which stand between delimiters."""
        forms = (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                 r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                 r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                 r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)')
        found = []
        for form in forms:
            found = list(re.finditer(form, data, 24))
            if found:
                break
        if not found:
            return '', False, None, 0
        quotes, signs, spaces = {}, {}, 0
        for match in found:
            parts = match.groupdict()
            if parts['quote']:
                quotes[parts['quote']] = quotes.get(parts['quote'], 0) + 1
            sign = parts.get('delim')
            if sign and (delimiters is None or sign in delimiters):
                signs[sign] = signs.get(sign, 0) + 1
            if parts.get('space'):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delimiter, skips = '', 0
        if signs:
            delimiter = max(signs, key=signs.get)
            skips = signs[delimiter] == spaces
            if delimiter == '\n':
                delimiter = ''
        sign = re.escape(delimiter)
        form = rf'(({sign})|^)\W*{quote}[^{sign}\n]*{quote}[^{sign}\n]*{quote}\W*(({sign})|$)'
        return quote, bool(re.search(form, data, 8)), delimiter, skips

    def _counted(self, data, delimiters):
        """By signs that stand equally often in nearly all lines."""
        lines = list(filter(None, data.split('\n')))
        signs = [chr(code) for code in range(127)]
        chunk = min(10, len(lines))
        seen, modes, found = {}, {}, {}
        start, end, rounds = 0, chunk, 0
        while start < len(lines):
            rounds += 1
            for line in lines[start:end]:
                for sign in signs:
                    counts = seen.setdefault(sign, {})
                    count = line.count(sign)
                    counts[count] = counts.get(count, 0) + 1
            for sign, counts in seen.items():
                items = list(counts.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda pair: pair[1])
                    items.remove(best)
                    modes[sign] = (best[0], best[1] - sum(item[1] for item in items))
                else:
                    modes[sign] = items[0]
            total = float(min(chunk * rounds, len(lines)))
            consistency = 1.0
            while not found and consistency >= 0.9:
                for sign, (often, number) in modes.items():
                    if often > 0 and number > 0 and number / total >= consistency and (
                            delimiters is None or sign in delimiters):
                        found[sign] = (often, number)
                consistency -= 0.01
            if len(found) == 1:
                return self._with_space(list(found)[0], lines)
            start, end = end, end + chunk
        if not found:
            return '', 0
        for sign in self.preferred:
            if sign in found:
                return self._with_space(sign, lines)
        return self._with_space(max(found, key=lambda sign: (found[sign], sign)), lines)

    def _with_space(self, sign, lines):
        return sign, lines[0].count(sign) == lines[0].count(sign + ' ')

    def has_header(self, sample):
        """Whether the first row is of names."""
        from csv import reader
        from io import StringIO
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0


def _kind(text):
    """`complex` for a number, for others their length."""
    try:
        complex(text)
        return complex
    except (ValueError, OverflowError):
        return len(text)
