b"abc".decode()
b"\xff\xfe".decode()
