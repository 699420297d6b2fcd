"""Functions of arrays of text."""

import numpy as np

__name__ = 'numpy.strings'

add = np.char.add
capitalize = np.char.capitalize
center = np.char.center
count = np.char.count
decode = np.char.decode
encode = np.char.encode
endswith = np.char.endswith
equal = np.char.equal
expandtabs = np.char.expandtabs
find = np.char.find
greater = np.char.greater
greater_equal = np.char.greater_equal
index = np.char.index
isalnum = np.char.isalnum
isalpha = np.char.isalpha
isdecimal = np.char.isdecimal
isdigit = np.char.isdigit
islower = np.char.islower
isnumeric = np.char.isnumeric
isspace = np.char.isspace
istitle = np.char.istitle
isupper = np.char.isupper
less = np.char.less
less_equal = np.char.less_equal
ljust = np.char.ljust
lower = np.char.lower
lstrip = np.char.lstrip
mod = np.char.mod
multiply = np.char.multiply
not_equal = np.char.not_equal
partition = np.char.partition
replace = np.char.replace
rfind = np.char.rfind
rindex = np.char.rindex
rjust = np.char.rjust
rpartition = np.char.rpartition
rstrip = np.char.rstrip
startswith = np.char.startswith
str_len = np.char.str_len
strip = np.char.strip
swapcase = np.char.swapcase
title = np.char.title
upper = np.char.upper
zfill = np.char.zfill
