a = 1
b = 'unclosed
c = 2
