/// The derivatives of the builtins, by dotted name; those of the elementwise functions stand at their declarations.
enum DerivativeTable {
  static let all: [String: Derivative] = {
    var result = Derivative.writtenHere
    for (module, names) in library { for name in names { result[name] = .library(module) } }
    for name in constant { result[name] = .constant }
    for name in steps { result[name] = .steps }
    for name in views { result[name] = .view }
    for (names, _) in without { for name in names { result[name] = .missing } }
    for (name, ufunc) in mathFunctions { result["math." + name] = .ufunc1(ufunc) }
    result["math.pow"] = .ufunc2(.power)
    result["math.atan2"] = .ufunc2(.arctan2)
    result["math.fmod"] = .ufunc2(.fmod)
    result["math.copysign"] = .ufunc2(.copysign)
    return result
  }()

  /// Functions of arrays without a derivative, and why. What they make of traced arrays is an error where it is floats.
  static let without: [(names: [String], reason: String)] = [
    (
      [
        "numpy.empty", "numpy.eye", "numpy.identity", "numpy.ones", "numpy.zeros", "numpy.tri", "numpy.indices",
        "numpy.ndindex", "numpy.tril_indices", "numpy.triu_indices", "numpy.finfo", "numpy.frombuffer",
        "numpy.set_printoptions", "numpy.get_printoptions", "ndarray.setfield", "numpy.ndarray", "numpy.complex64",
        "numpy.random",
      ], "they read no array of floats"
    ),
    (
      [
        "numpy.random.binomial", "numpy.random.choice", "numpy.random.exponential", "numpy.random.normal",
        "numpy.random.permutation", "numpy.random.poisson", "numpy.random.rand", "numpy.random.randint",
        "numpy.random.randn", "numpy.random.random", "numpy.random.seed", "numpy.random.shuffle",
        "numpy.random.standard_exponential", "numpy.random.standard_normal", "numpy.random.uniform",
      ], "random numbers are no function of their parameters"
    ),
    (["ndarray.resize", "ndarray.byteswap", "numpy._files"], "they change bytes, not numbers"),
    (
      ["_linalg.geqrf", "_linalg.orgqr", "_linalg.lstsq"],
      "numpy.linalg.qr and lstsq are differentiated as a whole"
    ),
    (
      [
        "numpy.bool", "numpy.int8", "numpy.int16", "numpy.int32", "numpy.int64", "numpy.uint8", "numpy.uint16",
        "numpy.uint32", "numpy.uint64", "numpy.float16", "numpy.float32", "numpy.complex128",
      ], "they make new numbers; astype is differentiated"
    ),
    (
      [
        "generic.T", "generic.dtype", "generic.imag", "generic.itemsize", "generic.nbytes", "generic.ndim",
        "generic.real", "generic.shape", "generic.size", "generic.strides", "generic.as_integer_ratio",
        "generic.bit_count", "generic.hex", "ndarray.device", "ndarray.flags", "ndarray.setflags", "ndarray.to_device",
        "ndarray.__index__", "ndarray.__int__", "ndarray.__float__", "ndarray.__complex__", "ndarray.__array__",
        "ndarray.getfield", "numpy.format_float_positional", "numpy.format_float_scientific", "numpy.frexp",
        "numpy._histogram", "numpy._histogram_bin_edges", "_numpy_random.Source",
      ], "they describe values, or make texts and plain numbers of them"
    ),
    (
      ["ndarray.choose", "ndarray.partition"], "numpy.choose and partition are differentiated"
    ),
    (["math.remainder"], "math.fmod and % are differentiated"),
    (["numpy.imag", "ndarray.imag"], "the parts of traced complex numbers are views of them, those of others zeros"),
    (
      [
        "ndarray.__array_finalize__", "ndarray.__array_wrap__", "ndarray.__array_ufunc__", "ndarray.__array_function__",
        "ndarray.__array_priority__", "numpy._undispatched",
      ], "classes that extend arrays call other functions through them"
    ),
  ]

  private static let mathFunctions: [(String, Ufunc)] = [
    ("sin", .sin), ("cos", .cos), ("tan", .tan), ("asin", .arcsin), ("acos", .arccos), ("atan", .arctan),
    ("sinh", .sinh), ("cosh", .cosh), ("tanh", .tanh), ("asinh", .arcsinh), ("acosh", .arccosh), ("atanh", .arctanh),
    ("exp", .exp), ("exp2", .exp2), ("expm1", .expm1), ("log1p", .log1p), ("sqrt", .sqrt), ("cbrt", .cbrt),
    ("fabs", .absolute), ("degrees", .degrees), ("radians", .radians), ("log2", .log2), ("log10", .log10),
  ]

  /// Functions of the modules of `autograd._rules`.
  private static let library: [(module: StaticString, names: [String])] = [
    (
      "choices",
      [
        "numpy.clip", "numpy.select", "numpy.compress", "numpy.extract", "numpy.choose",
        "ndarray.compress",
      ]
    ),
    (
      "elementwise",
      [
        "math.log", "math.hypot", "math.fsum", "math.prod", "math.dist", "math.sumprod", "math.gamma",
        "math.lgamma", "math.erf", "math.erfc", "numpy.modf",
        "numpy.round", "numpy.divmod", "numpy.logspace", "numpy.linspace", "numpy.geomspace",
        "numpy.arange", "complex",
      ]
    ),
    (
      "fft",
      [
        "_fourier.transform"
      ]
    ),
    (
      "folding",
      [
        "numpy.prod", "numpy.var", "numpy.std", "numpy.trace", "numpy.ptp", "numpy.average",
      ]
    ),
    (
      "joining",
      [
        "numpy.stack", "numpy.vstack", "numpy.hstack", "numpy.dstack", "numpy.column_stack", "numpy.append",
        "numpy.diag", "numpy.tril", "numpy.triu", "numpy.roll", "numpy.repeat", "numpy.tile", "numpy.take",
        "numpy.full", "numpy.block", "numpy.full_like", "numpy.delete", "numpy.diagflat",
        "ndarray.tolist", "numpy.rot90", "numpy.resize", "numpy.meshgrid",
      ]
    ),
    (
      "linalg",
      [
        "_linalg.solve", "_linalg.lu", "_linalg.cholesky", "_linalg.eigh", "_linalg.svd",
        "_linalg.eig", "_linalg.slogdet",
      ]
    ),
    (
      "nans",
      [
        "numpy.nansum", "numpy.nanmean", "numpy.nanmax", "numpy.nanmin", "numpy.nanprod", "numpy.nanvar",
        "numpy.nanstd",
      ]
    ),
    (
      "order",
      [
        "numpy.sort", "numpy.median", "numpy.percentile", "numpy.quantile", "numpy.take_along_axis",
        "numpy.partition", "ndarray.sort", "numpy.unique", "numpy.union1d", "numpy.setdiff1d",
      ]
    ),
    (
      "polynomials",
      [
        "numpy._interp", "numpy.vander",
      ]
    ),
    (
      "products",
      [
        "numpy.outer", "numpy.inner", "numpy.vdot", "numpy.tensordot", "numpy.kron", "numpy.convolve",
        "numpy.correlate",
      ]
    ),
    (
      "running",
      [
        "numpy.cumsum", "numpy.cumprod", "numpy.diff", "numpy.trapezoid", "numpy.trapz",
        "numpy.ediff1d",
      ]
    ),
    (
      "ufuncs",
      [
        "ufunc.reduce", "ufunc.accumulate", "ufunc.reduceat", "ufunc.outer", "ufunc.at", "numpy.bincount",
      ]
    ),
    (
      "writes",
      [
        "ndarray.fill", "numpy.put", "numpy.put_along_axis",
      ]
    ),
  ]

  /// Truth values, integers, and what is constant between jumps.
  private static let constant: [String] = [
    "int", "hash",
    "numpy.all", "numpy.any", "numpy.argmax", "numpy.argmin", "numpy.argsort", "numpy.argwhere", "numpy.nonzero",
    "numpy.flatnonzero", "numpy.count_nonzero", "numpy.searchsorted", "numpy.digitize",
    "numpy.lexsort", "numpy.argpartition", "numpy.isin",
    "numpy.trim_zeros", "numpy.isclose", "numpy.allclose", "numpy.array_equal", "numpy.array_equiv",
    "numpy.shape", "numpy.size", "numpy.ndim",
    "numpy.nanargmax", "numpy.nanargmin", "numpy.isreal", "numpy.iscomplex", "numpy.isrealobj",
    "numpy.iscomplexobj", "numpy.isscalar", "numpy.result_type", "numpy.can_cast",
    "numpy.may_share_memory", "numpy.shares_memory", "numpy.array_repr", "numpy.array_str", "numpy.array2string",
    "numpy.isneginf", "numpy.isposinf",
    "math.isnan", "math.isinf", "math.isfinite", "math.isclose", "ndarray.shape", "ndarray.dtype",
    "ndarray.ndim", "ndarray.size", "ndarray.itemsize", "ndarray.nbytes", "ndarray.strides", "ndarray.base",
    "ndarray.__len__", "numpy.iterable", "numpy.broadcast_shapes", "numpy.dtype", "numpy.issubdtype",
    "numpy.promote_types", "numpy.iinfo", "numpy.in1d",
    "numpy.ravel_multi_index", "numpy.unravel_index", "ndarray.tobytes",
    "ndarray.tofile", "generic.is_integer", "_numpy_state.modes", "_numpy_state.set_modes",
    "numpy.common_type", "ndarray.data", "ndarray.__array_interface__", "ndarray.dumps", "ndarray.dump",
  ]

  /// Floats that are constant between jumps.
  private static let steps: [String] = [
    "round", "numpy.sign", "numpy.heaviside", "numpy.zeros_like", "numpy.ones_like", "numpy.empty_like", "numpy.fix",
    "numpy.spacing", "numpy.nextafter", "math.ulp", "numpy.histogram", "numpy.histogram_bin_edges",
    "numpy.void", "math.floor", "math.ceil", "math.trunc", "numpy.min_scalar_type",
  ]

  /// Functions whose results are views.
  private static let views: [String] = [
    "ndarray.T", "ndarray.mT", "ndarray.real", "ndarray.flat", "ndarray.view",
    "numpy.real", "numpy.transpose", "ndarray.transpose", "numpy.swapaxes", "numpy.moveaxis", "numpy.rollaxis",
    "numpy.squeeze", "numpy.expand_dims", "numpy.broadcast_to", "numpy.broadcast_arrays", "numpy.atleast_1d",
    "numpy.atleast_2d", "numpy.atleast_3d", "numpy.diagonal", "numpy.lib.stride_tricks.as_strided", "numpy.flip",
    "numpy.fliplr", "numpy.flipud", "numpy.split", "numpy.array_split", "numpy.hsplit", "numpy.vsplit",
    "numpy.dsplit", "numpy.matrix_transpose", "numpy.permute_dims", "numpy.asanyarray",
    "numpy.unstack",
  ]
}
