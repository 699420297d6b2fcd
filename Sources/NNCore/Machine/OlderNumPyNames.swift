/// Names that NumPy had once, and what they mean now; programs of their day still run.
enum OlderNumPyNames {
  static let members = [
    "float": "builtins.float", "int": "builtins.int", "complex": "builtins.complex", "object": "builtins.object",
    "str": "builtins.str", "unicode": "builtins.str", "bool8": "np.bool", "float_": "np.float64",
    "complex_": "np.complex128", "cfloat": "np.complex128", "singlecomplex": "np.complex64",
    "longfloat": "np.longdouble",
    "longcomplex": "np.clongdouble", "unicode_": "np.str_", "string_": "np.bytes_", "int0": "np.intp",
    "uint0": "np.uintp", "object0": "np.object_", "product": "np.prod", "cumproduct": "np.cumprod",
    "sometrue": "np.any", "alltrue": "np.all", "in1d": "np.isin", "trapz": "np.trapezoid", "mat": "np.asmatrix",
    "round_": "np.round", "Inf": "np.inf", "Infinity": "np.inf", "infty": "np.inf", "PINF": "np.inf",
    "NaN": "np.nan", "NAN": "np.nan", "asfarray": "np._old.asfarray", "msort": "np._old.msort",
    "NINF": "np._old.NINF", "PZERO": "np._old.PZERO", "NZERO": "np._old.NZERO", "asscalar": "np._old.asscalar",
    "alen": "np._old.alen", "rank": "np.ndim", "disp": "np._old.disp", "byte_bounds": "np.lib.array_utils.byte_bounds",
    "find_common_type": "np._old.find_common_type", "issubclass_": "np._old.issubclass_",
    "issctype": "np._old.issctype",
    "AxisError": "np.exceptions.AxisError", "ComplexWarning": "np.exceptions.ComplexWarning",
    "RankWarning": "np.exceptions.RankWarning", "VisibleDeprecationWarning": "np.exceptions.VisibleDeprecationWarning",
    "ModuleDeprecationWarning": "np.exceptions.ModuleDeprecationWarning", "TooHardError": "np.exceptions.TooHardError",
  ]
}
