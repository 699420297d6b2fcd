"""The derivatives of all functions of NumPy's that `nn` has, first and second, against central differences on random
arrays that broadcast: `nn derivatives.py`. A function without a case here and without a reason fails."""

import numpy as np
from autograd.test_util import check_grads

np.random.seed(7)


def normal(*shape):
    return np.random.randn(*shape)


def positive(*shape):
    return np.random.rand(*shape) * 1.5 + 0.4


def apart(*shape):
    """Numbers no two of which are near to each other."""
    size = int(np.prod(shape))
    return np.reshape((np.random.permutation(size) - size / 2.0) * 0.37 + 0.11, shape)


def matrix(n=3):
    return normal(n, n) + 2.5 * np.eye(n)


def symmetric(n=3):
    a = normal(n, n) + np.diag(np.arange(1.0, n + 1) * 2)
    return (a + a.T) / 2


X, Y, P, Q = normal(2, 3), normal(3), positive(2, 3), positive(3)
V, U = normal(4), normal(3)
T = normal(2, 2, 3)
SPREAD = apart(3, 4)
MASK = np.array([[True, False, True], [False, True, True]])
INSIDE = np.random.rand(2, 3) * 1.4 - 0.7

# Each function: the calls whose derivatives by all arguments that are given are checked.
CASES = {}


def case(names, *calls):
    for name in names.split():
        CASES[name] = calls


for name in 'sin cos tan arctan sinh cosh tanh arcsinh exp exp2 expm1 square negative positive degrees radians deg2rad rad2deg'.split():
    case(name, (None, X))
case('atan asinh', (None, X))
case('log log2 log10 log1p sqrt reciprocal cbrt absolute abs fabs', (None, P))
case('arcsin arccos arctanh asin acos atanh', (None, INSIDE))
case('arccosh acosh', (None, P + 1.0))
case('add subtract multiply maximum minimum fmax fmin', (None, X, Y), (None, Y, X))
case('divide true_divide hypot arctan2 atan2 logaddexp logaddexp2', (None, P, Q), (None, Q, P))
case('power pow float_power', (lambda f: lambda x, y: f(x, y), P, Q), (lambda f: lambda x: f(x, 3.0), X), (lambda f: lambda x: f(x, 2), X))
case('remainder mod fmod', (lambda f: lambda x, y: f(x, y), P + 4.2, Q + 0.3))
case('copysign', (lambda f: lambda x: f(x, -1.0), P))
case('ldexp', (lambda f: lambda x: f(x, np.array([1, 2, 3])), X))
case('sum mean', (None, X), (lambda f: lambda x: f(x, axis=0), X), (lambda f: lambda x: f(x, axis=(0, 2), keepdims=True), T))
case('prod', (None, P), (lambda f: lambda x: f(x, axis=1), P))
case('nanprod nansum nanmean', (None, P), (lambda f: lambda x: f(x, axis=1), P))
case('var std nanvar nanstd', (None, X), (lambda f: lambda x: f(x, axis=1, ddof=1), X), (lambda f: lambda x: f(x, axis=0, keepdims=True), X))
case('max min amax amin ptp nanmax nanmin', (None, SPREAD), (lambda f: lambda x: f(x, axis=1), SPREAD))
case('median nanmedian', (None, SPREAD))
case('quantile nanquantile', (lambda f: lambda x: f(x, 0.3), SPREAD), (lambda f: lambda x: f(x, [0.2, 0.7], axis=0), SPREAD))
case('percentile nanpercentile', (lambda f: lambda x: f(x, 30.0), SPREAD))
case('average', (None, X), (lambda f: lambda x, w: f(x, weights=w), X, P))
case('cumsum cumprod nancumsum nancumprod', (None, P), (lambda f: lambda x: f(x, axis=1), P))
case('cumulative_sum cumulative_prod', (lambda f: lambda x: f(x, axis=1), P))
case('diff', (None, X), (lambda f: lambda x: f(x, n=2, axis=0), normal(4, 2)))
case('ediff1d', (None, V))
case('gradient', (None, V), (lambda f: lambda x: f(x, axis=1), X))
case('trapezoid', (None, V))
case('dot', (None, X, normal(3, 2)), (None, V, normal(4)), (None, X, Y), (None, T, normal(2, 3, 2)))
case('matmul', (None, X, normal(3, 2)), (None, T, normal(2, 3, 2)), (None, X, Y))
case('vecdot matvec', (None, X, Y))
case('vecmat', (None, normal(2), X))
case('inner vdot', (None, V, normal(4)))
case('outer', (None, V, U))
case('tensordot', (lambda f: lambda a, b: f(a, b, 1), X, normal(3, 2)))
case('kron', (None, X, normal(2, 2)))
case('cross', (None, U, Y))
case('trace linalg.trace', (None, normal(3, 3)))
case('einsum', (lambda f: lambda a, b: f('ij,jk->ik', a, b), X, normal(3, 2)), (lambda f: lambda a: f('ii->i', a), normal(3, 3)),
     (lambda f: lambda a, b: f('...i,i->...', a, b), T, Y))
case('reshape', (lambda f: lambda x: f(x, (3, 2)), X), (lambda f: lambda x: f(x.T, (6,)), X))
case('ravel transpose flip fliplr flipud atleast_1d atleast_2d atleast_3d copy array asarray asanyarray ascontiguousarray squeeze '
     'real matrix_transpose permute_dims nan_to_num asfortranarray', (None, X))
case('swapaxes moveaxis', (lambda f: lambda x: f(x, 0, 1), X))
case('rollaxis', (lambda f: lambda x: f(x, 2), T))
case('expand_dims', (lambda f: lambda x: f(x, 1), X))
case('broadcast_to', (lambda f: lambda x: f(x, (2, 3)), Y))
case('broadcast_arrays', (lambda f: lambda x, y: f(x, y)[1] * f(x, y)[0], X, Y))
case('concatenate concat vstack hstack dstack stack row_stack', (lambda f: lambda x, y: f([x, y]), X, normal(2, 3)))
case('column_stack', (lambda f: lambda x, y: f([x, y]), U, Y))
case('append', (None, V, U))
case('block', (lambda f: lambda x, y: f([[x, y], [y, x]]), normal(2, 2), normal(2, 2)))
case('split array_split', (lambda f: lambda x: f(x, 2)[1], V))
case('vsplit hsplit unstack', (lambda f: lambda x: f(x, 2)[1] if f.__name__ != 'unstack' else f(x)[1], normal(2, 2)))
case('dsplit', (lambda f: lambda x: f(x, 3)[1], T))
case('roll', (lambda f: lambda x: f(x, 1), X), (lambda f: lambda x: f(x, 1, axis=1), X))
case('repeat tile', (lambda f: lambda x: f(x, 2), V))
case('rot90 tril triu diag diagonal linalg.diagonal', (None, normal(3, 3)))
case('diagflat', (None, U))
case('take', (lambda f: lambda x: f(x, [0, 2, 2]), V), (lambda f: lambda x: f(x, [1, 0, 1], axis=1), X))
case('take_along_axis', (lambda f: lambda x: f(x, np.array([[1], [2]]), 1), X))
case('compress', (lambda f: lambda x: f([True, False, True, True], x), V))
case('extract', (lambda f: lambda x: f(MASK, x), X))
case('delete', (lambda f: lambda x: f(x, 1), V))
case('insert', (lambda f: lambda x, y: f(x, 1, y), V, normal(2)))
case('where', (lambda f: lambda x, y: f(MASK, x, y), X, Y))
case('select', (lambda f: lambda x, y: f([MASK], [x], y), X, normal(2, 3)))
case('choose', (lambda f: lambda x, y: f(np.array([0, 1, 0]), [x, y]), U, Y))
case('clip', (lambda f: lambda x: f(x, -0.42, 0.53), SPREAD))
case('sort partition', (lambda f: lambda x: f(x) if f.__name__ == 'sort' else f(x, 1), SPREAD))
case('pad', (lambda f: lambda x: f(x, 1), X), (lambda f: lambda x: f(x, 1, mode='reflect'), X))
case('full', (lambda f: lambda x: f((2, 3), x), 1.3))
case('full_like', (lambda f: lambda x: f(X, x), 1.3))
case('convolve correlate', (None, V, U))
case('polyval', (None, U, X))
case('polyder polyint', (None, V))
case('polymul polyadd polysub', (None, V, U))
case('vander', (None, U))
case('cov corrcoef', (None, normal(3, 5)))
case('sinc unwrap', (None, X))
case('linspace', (lambda f: lambda a, b: f(a, b, 5), 0.3, 1.7))
case('logspace geomspace', (lambda f: lambda a, b: f(a, b, 4), 0.3, 1.7))
case('meshgrid', (lambda f: lambda x, y: f(x, y)[0] * f(x, y)[1], U, V))
case('modf', (lambda f: lambda x: f(x)[0], X + 0.3))
case('divmod', (lambda f: lambda x: f(x, 0.7)[1], P))
case('resize', (lambda f: lambda x: f(x, (2, 5)), V))
case('apply_along_axis', (lambda f: lambda x: f(lambda row: np.sum(row * row), 1, x), X))
case('apply_over_axes', (lambda f: lambda x: f(np.sum, x, [0]), X))
case('linalg.norm linalg.matrix_norm linalg.vector_norm', (None, X))
case('linalg.inv linalg.det linalg.pinv', (None, matrix()))
case('linalg.slogdet', (lambda f: lambda x: f(x)[1], matrix()))
case('linalg.solve', (None, matrix(), normal(3, 2)), (None, matrix(), U))
case('linalg.cholesky', (lambda f: lambda x: f(np.dot(x, x.T) + np.eye(3)), matrix()))
case('linalg.eigvalsh', (None, symmetric()))
case('linalg.eigh', (lambda f: lambda x: f((x + x.T) / 2)[1] ** 2, symmetric()))
case('linalg.svd', (lambda f: lambda x: f(x, full_matrices=False)[1], X), (lambda f: lambda x: f(x, full_matrices=False)[0] ** 2, normal(3, 2)),
     (lambda f: lambda x: f(x, full_matrices=False)[2] ** 2, X))
REAL = symmetric() + 0.1 * normal(3, 3)
case('linalg.eig', (lambda f: lambda x: np.sort(f(x)[0]), REAL), (lambda f: lambda x: f(x)[1] ** 2, REAL))
case('linalg.eigvals', (lambda f: lambda x: np.sort(f(x)), REAL))
case('linalg.qr', (lambda f: lambda x: f(x)[1], matrix()), (lambda f: lambda x: f(x)[0], normal(4, 2)), (lambda f: lambda x: np.dot(*f(x)), X))
case('linalg.lstsq', (lambda f: lambda a, b: f(a, b)[0], normal(4, 2), V), (lambda f: lambda a, b: f(a, b)[1], normal(4, 2), normal(4, 3)))
case('linalg.cross', (None, normal(2, 3), U))
case('linalg.vecdot', (None, X, Y))
case('linalg.tensorsolve', (None, normal(2, 2, 4) + 0.1, normal(2, 2)))
case('linalg.tensorinv', (lambda f: lambda x: f(x, ind=1), normal(4, 2, 2)))
case('interp', (lambda f: lambda x, y: f(x, np.array([-1.0, 0.0, 1.0]), y), np.array([-0.6, 0.2, 0.3, 0.9]), U),
     (lambda f: lambda p: f(0.4, p, np.array([1.0, 3.0, 0.0])), np.array([-1.0, 0.0, 1.0])))
case('linalg.svdvals', (None, X))
case('linalg.matrix_power', (lambda f: lambda x: f(x, 3), matrix()))
case('linalg.multi_dot', (lambda f: lambda a, b: f([a, b, a]), X, normal(3, 2)))
case('linalg.outer', (None, V, U))
case('linalg.matmul', (None, X, normal(3, 2)))
case('linalg.tensordot', (lambda f: lambda a, b: f(a, b, axes=1), X, normal(3, 2)))
case('linalg.matrix_transpose', (None, X))
for name in 'fft ifft'.split():
    case('fft.' + name, (lambda f: lambda x: np.abs(f(x)) ** 2, V), (lambda f: lambda x: f(x, 6).real * 1.0, V))
case('fft.rfft fft.ihfft', (lambda f: lambda x: np.abs(f(x)) ** 2, V))
case('fft.irfft2 fft.irfftn', (lambda f: lambda x: f(np.fft.rfft2(x) ** 2), normal(4, 4)))
case('fft.irfft fft.hfft', (lambda f: lambda x: f(np.fft.rfft(x) ** 2), V))
case('fft.fft2 fft.fftn fft.ifft2 fft.ifftn fft.rfft2 fft.rfftn', (lambda f: lambda x: np.abs(f(x)) ** 2, X))
case('fft.fftshift fft.ifftshift', (None, V))


def write(function):
    """A function that writes into its argument, as one of a copy."""
    def run(x, *rest):
        y = x * 1.0
        function(y, *rest)
        return y * y
    return run


case('put', (lambda f: write(lambda y, v: f(y, [0, 2], v)), V, normal(2)))
case('copyto', (lambda f: write(lambda y, v: f(y, v)), X, Y))
case('put_along_axis', (lambda f: write(lambda y, v: f(y, np.array([[1], [2]]), v, 1)), X, normal(2, 1)))
case('fill_diagonal', (lambda f: write(lambda y, v: f(y, v)), normal(3, 3), 1.3))

# What has no derivative, or needs none.
REASONS = {
    'constant between jumps, truth values or integers': '''
        all any argmax argmin argsort argwhere nonzero flatnonzero count_nonzero searchsorted digitize bincount histogram
        histogram_bin_edges histogram2d histogramdd lexsort argpartition isin in1d isclose allclose array_equal array_equiv
        sign heaviside zeros_like ones_like empty_like shape size ndim imag fix unique nanargmax nanargmin isreal iscomplex
        isrealobj iscomplexobj isscalar equal not_equal less less_equal greater greater_equal logical_and logical_or
        logical_xor logical_not isnan isinf isfinite signbit isneginf isposinf floor ceil trunc rint round around
        floor_divide spacing nextafter bitwise_and bitwise_or bitwise_xor bitwise_not invert left_shift right_shift
        bitwise_invert bitwise_left_shift bitwise_right_shift bitwise_count gcd lcm intersect1d setdiff1d setxor1d union1d
        unique_all unique_counts unique_inverse unique_values angle frexp linalg.matrix_rank trim_zeros round_ iterable
        packbits unpackbits linalg.cond''',
    'no array of floats is read, or a text, a type or a place is made': '''
        zeros ones empty eye identity arange tri indices ndindex ndenumerate tril_indices triu_indices tril_indices_from
        triu_indices_from diag_indices diag_indices_from mask_indices ix_ ravel_multi_index unravel_index broadcast_shapes
        dtype finfo iinfo frombuffer fromfunction fromiter fromstring fromregex fromfile loadtxt genfromtxt savetxt save load savez
        savez_compressed array_repr array_str array2string set_printoptions get_printoptions printoptions result_type
        can_cast promote_types min_scalar_type issubdtype common_type mintypecode typename may_share_memory shares_memory
        seterr geterr seterrcall geterrcall errstate base_repr binary_repr format_float_positional format_float_scientific
        isfortran get_include show_config info test require nested_iters nditer broadcast flatiter asmatrix bmat
        blackman hamming hanning bartlett kaiser i0 asarray_chkfinite vectorize frompyfunc piecewise setbufsize getbufsize
        fft.fftfreq fft.rfftfreq from_dlpack astype einsum_path show_runtime lookfor who source byte_bounds
        get_array_wrap issctype obj2sctype sctype2char maximum_sctype datetime_as_string busday_count busday_offset is_busday
        isdtype putmask place polyfit roots poly polydiv real_if_close sort_complex conjugate conj fv''',
}


def functions():
    """All public functions of NumPy's modules by dotted name."""
    for prefix, module in (('', np), ('linalg.', np.linalg), ('fft.', np.fft)):
        for name in dir(module):
            value = getattr(module, name, None)
            if not name.startswith('_') and callable(value) and not isinstance(value, type):
                yield prefix + name, value


def main():
    reasons = {name for names in REASONS.values() for name in names.split()}
    checked = wrong = 0
    for name, function in functions():
        if name not in CASES:
            if name not in reasons:
                wrong += 1
                print(f'{name}: neither a case nor a reason')
            continue
        for wrap, *arguments in CASES[name]:
            try:
                check_grads(wrap(function) if wrap else function, *arguments)
                checked += 1
            except Exception as error:
                wrong += 1
                print(f'{name}: {type(error).__name__}: {error}')
    print(f'{checked} checks, {wrong} wrong')


main()
