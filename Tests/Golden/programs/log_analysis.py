import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta

LOG = '''\
192.168.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 "-" "Mozilla/5.0"
10.0.0.7 - alice [10/Oct/2023:13:55:40 +0000] "POST /login HTTP/1.1" 302 12 "-" "curl/7.68"
192.168.0.1 - - [10/Oct/2023:13:56:01 +0000] "GET /img/logo.png HTTP/1.1" 404 209 "/index.html" "Mozilla/5.0"
172.16.3.9 - bob [10/Oct/2023:14:10:11 +0000] "DELETE /api/items/42 HTTP/1.1" 500 0 "-" "python-requests/2.31"
this line is broken
10.0.0.7 - alice [10/Oct/2023:14:12:59 +0000] "GET /api/items?page=2&size=10 HTTP/1.1" 200 51200 "-" "curl/7.68"
192.168.0.1 - - [11/Oct/2023:00:00:00 +0000] "GET /index.html HTTP/1.1" 304 0 "-" "Mozilla/5.0"
'''

PATTERN = re.compile(r'''
    ^(?P<host>\d{1,3}(?:\.\d{1,3}){3})\s-\s(?P<user>\S+)\s
    \[(?P<time>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^\s?]+)(?:\?(?P<query>\S+))?\sHTTP/(?P<version>[\d.]+)"\s
    (?P<status>\d{3})\s(?P<size>\d+)\s"(?P<referrer>[^"]*)"\s"(?P<agent>[^"]*)"$''', re.VERBOSE)

records, broken = [], []
for number, line in enumerate(LOG.splitlines(), 1):
    match = PATTERN.match(line)
    if not match:
        broken.append((number, line))
        continue
    record = match.groupdict()
    record['time'] = datetime.strptime(record['time'], '%d/%b/%Y:%H:%M:%S %z')
    record['status'], record['size'] = int(record['status']), int(record['size'])
    records.append(record)

print(len(records), broken)
print(Counter(r['host'] for r in records).most_common())
print({code: sum(r['size'] for r in records if r['status'] // 100 == code) for code in sorted({r['status'] // 100 for r in records})})
sessions = defaultdict(list)
for r in records:
    times = sessions[r['host']]
    if times and r['time'] - times[-1][-1] < timedelta(minutes=10):
        times[-1].append(r['time'])
    else:
        times.append([r['time']])
for host, groups in sorted(sessions.items()):
    print(f'{host:<15}', [f'{g[0]:%H:%M}-{g[-1]:%H:%M}/{len(g)}' for g in groups])
print([r['query'] for r in records if r['query']], dict(p.split('=') for r in records if r['query'] for p in r['query'].split('&')))
first, last = records[0]['time'], records[-1]['time']
print(last - first, (last - first).total_seconds(), first.isoformat(), first.strftime('%A %d. %B, week %W'), last.date() > first.date())
print(re.findall(r'\b[A-Z]{3,6}\b', LOG), re.sub(r'(\d+)\.(\d+)\.\d+\.\d+', r'\1.\2.x.x', LOG.split('\n')[0])[:30])
print(re.split(r'[/?&=]', '/api/items?page=2&size=10'), [m.span() for m in re.finditer('GET', LOG)][:3])
print(re.sub(r'(?P<first>\w+)@(?P<rest>[\w.]+)', lambda m: m['first'][0] + '***@' + m.group('rest').upper(), 'mail ann@example.org, bob@x.de'))
template = '{host} used {agent!r} for {method:>6} {path:<20.12}|{size:>8,}'
for r in records[:2]:
    print(template.format(**r), template.format_map({**r, 'size': 1234567}))
size = lambda n: next(f'{n / 1024 ** i:.1f} {u}' for i, u in enumerate('B KB MB GB'.split()) if n < 1024 ** (i + 1))
print([size(n) for n in (0, 512, 2326, 51200, 123456789)])
