import re

LOG = """2024-01-05 10:15:32 [INFO] server: started on port 8080
2024-01-05 10:16:01 [WARN] db: slow query (1532 ms)
broken line here
2024-01-05 10:17:45 [ERROR] server: connection from 10.0.0.7 lost
2024-01-06 00:00:00 [INFO] cron: nightly job took 12 s"""
PATTERN = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) \[(?P<level>[A-Z]+)\] (?P<who>\w+): (?P<text>.*)")
levels = {}
for number, line in enumerate(LOG.splitlines(), 1):
    m = PATTERN.match(line)
    if not m:
        print(number, "skipped", repr(line))
        continue
    levels.setdefault(m["level"], []).append(m["text"])
    print(number, m.group("who"), m.span("text"), sorted(m.groupdict())[0])
print({k: len(v) for k, v in levels.items()})
print(re.findall(r"\d+", LOG.splitlines()[1]), re.search(r"(\d+\.){3}\d+", LOG).group())
print(re.sub(r"(\d+) (ms|s)\b", lambda m: f"<{int(m[1]) * 2} {m[2]}>", LOG.splitlines()[4]))
print(re.split(r"\s*[,;]\s*", "a , b;c ,d"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"))
print([m.start() for m in re.finditer("aa", "aaaa")], re.fullmatch(r"[a-f0-9]+", "c0ffee") is not None)
print(re.findall(r"(?i)the (\w+)", "The cat and the DOG"), re.escape("1+1=2?"))
print(re.sub(r"\B(?=(\d{3})+$)", ",", "1234567"), re.match(r"(a)?(b)", "b").groups())
print(re.compile("x*").sub("-", "abxxc"), re.split(r"(-)", "a-b-c"), bool(re.search("^b", "a\nb", re.M)))
try:
    re.compile("(unclosed")
except re.error as e:
    print("error:", e)
