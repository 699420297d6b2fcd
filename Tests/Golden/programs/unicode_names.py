größe = 3
π = 3.14159
naïve_zähler = [größe * n for n in range(4)]
日本 = "Japan"


class Größe:
    """Eine Größe mit Einheit."""

    einheit = "m"

    def __init__(self, wert):
        self.wert = wert

    def fläche(self, *, höhe=1):
        return f"{self.wert * höhe} {self.einheit}²"

    def __repr__(self):
        return f"Größe({self.wert!r})"


g = Größe(größe)
print(g, g.fläche(), g.fläche(höhe=2), naïve_zähler, 日本, round(π, 2))
print(Größe.__name__, Größe.fläche.__name__, Größe.__doc__, vars(g))
text = "Ünïcödé ÄÖÜ ß ﬁ ǅ Σίσυφος 東京 🎉"
print(len(text), text.lower(), text.upper(), text.swapcase())
print(text.title(), text.casefold(), text.capitalize())
print([c for c in text if not c.isalnum() and c != " "], sorted(set(text))[:8], text[::-1][:6])
print(text.encode()[:12], text.encode("utf-16-le")[:8], len(text.encode()), ascii(text)[:40])
print("é" == "e\u0301", len("e\u0301"), "\u00e9" in text, "日" < "本", "Z" < "a" < "é" < "日")
print("{größe:>6}|{0:^5}|".format("ö", größe="äü"), "%5s|%-5s|" % ("ñ", "日"), f"{'東京':*^8}{'é':~<3}")
print({"ä": 1, "ö": 2}["ö"], "ä-ö-ü".split("-"), "→".join("abc"), "naïve".index("ï"), "ñandú".replace("ú", "u"))
try:
    g.länge
except AttributeError as e:
    print(e)
try:
    print(unbekannt_ä)
except NameError as e:
    print(e)
try:
    "日本".encode("latin-1")
except UnicodeEncodeError as e:
    print(e.reason, e.start, e.end, e)
print("\N{GREEK SMALL LETTER ALPHA}\u03b2\U000003b3", "\x41\102", r"\u0041", b"\xc3\xa9".decode(), chr(0x1F600), ord("€"))
