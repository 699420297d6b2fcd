words = ["naïve", "Ångström", "日本語", "😀 smile", "e\u0301"]
for w in words:
    print(w, len(w), w.upper(), w[::-1], [ord(c) for c in w][:3])
print("|" + "日本".center(8, "·") + "|")
print("é" == "e\u0301", "é" in "café", "café".index("é"))
print(sorted(["é", "e", "z", "a", "Z"]))
print(repr("tab\t nul\x00 é \u200b 😀"))
print("α".upper(), "ß".upper(), "Σ".lower())
print({"ключ": "значение"})
print("%s has %d letters" % ("Straße", len("Straße")))
print("".join([chr(c) for c in range(945, 950)]))
x_größe = 5
print(x_größe, f"{x_größe=}")
