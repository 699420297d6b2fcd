"abc".encode("ascii")
"naïve".encode("ascii")
