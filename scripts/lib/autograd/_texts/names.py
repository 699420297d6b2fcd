"""The operations by one name each, the arguments that say nothing, and what has no slope."""



_operators = {'+': 1, '-': 1, '*': 2, '/': 2, '@': 2, '//': 2, '%': 2, '**': 3}

# Names of the same function.
_same = {
    'numpy.add': '+', 'numpy.subtract': '-', 'numpy.multiply': '*', 'numpy.divide': '/', 'numpy.true_divide': '/',
    'numpy.power': '**', 'numpy.float_power': '**', 'math.pow': '**', 'numpy.negative': 'neg', 'numpy.positive': 'pos',
    'abs': 'absolute', 'numpy.absolute': 'absolute', 'numpy.abs': 'absolute', 'numpy.fabs': 'absolute',
    'math.fabs': 'absolute', 'math.asin': 'arcsin', 'math.acos': 'arccos', 'math.atan': 'arctan',
    'math.asinh': 'arcsinh', 'math.acosh': 'arccosh', 'math.atanh': 'arctanh', 'math.atan2': 'arctan2',
    'numpy.matmul': '@', 'numpy.mod': '%', 'numpy.remainder': '%', 'numpy.deg2rad': 'radians',
    'numpy.rad2deg': 'degrees', 'numpy.conj': 'conjugate', 'math.fmod': 'fmod',
}

# The functions written in the language that have a text here; what others do is read operation by operation.
whole = ('numpy.cumsum', 'numpy.prod', 'numpy.var', 'numpy.std', 'numpy.sort', 'numpy.stack', 'numpy.outer', 'numpy.einsum', 'numpy.tril', 'numpy.triu',
         'numpy.roll', 'numpy.linalg.norm', 'math.log', 'numpy.diff', '_linalg.solve', '_linalg.slogdet')

# Arguments that say nothing.
_defaults = {
    ('numpy.concatenate', 'axis'): 0, ('numpy.stack', 'axis'): 0, ('numpy.sort', 'axis'): -1,
    ('numpy.swapaxes', 'axis1'): None, ('numpy.tril', 'k'): 0, ('numpy.triu', 'k'): 0, ('numpy.diff', 'n'): 1,
    ('numpy.diff', 'axis'): -1, ('numpy.split', 'axis'): 0, ('numpy.array_split', 'axis'): 0,
}
_quiet = {'out': None, 'dtype': None, 'where': True, 'casting': 'same_kind', 'subok': True, 'keepdims': False,
          'order': None, 'axis': None, 'initial': None, 'copy': True, 'optimize': False, 'ndmin': 0, 'like': None,
          'ord': None, 'kind': None, 'stable': None, 'device': None, 'prepend': None, 'append': None, 'offset': 0, 'ddof': 0, 'correction': None}

_constant = ('numpy.argmax', 'numpy.argmin', 'numpy.argsort', 'numpy.sign', 'numpy.zeros_like', 'numpy.ones_like',
             'numpy.empty_like', 'numpy.floor', 'numpy.ceil', 'numpy.rint', 'numpy.trunc', 'numpy.heaviside')


def canonical(operation):
    known = _same.get(operation)
    if known is not None:
        return known
    return operation[operation.find('.') + 1:] if operation.startswith(('numpy.', 'math.')) else operation


def is_constant(operation):
    return operation in _constant
