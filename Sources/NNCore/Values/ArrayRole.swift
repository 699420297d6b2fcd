/// What a builtin is to classes of the program that extend arrays, or that take part in NumPy's functions. The raw values
/// name the functions of the library that are asked (`scripts/lib/_array_classes.py`).
enum ArrayRole: String {
  /// `itself` looks at the class of its argument on its own.
  case none, itself, ufunc, ufuncMethod = "ufunc_method", function, method, property

  init(_ builtin: Builtin) {
    switch builtin.owner {
    case "ndarray":
      if builtin.isProperty {
        self = ["T", "mT", "real", "imag", "flat"].contains(builtin.name) ? .property : .none
      } else {
        self =
          ArrayRole.ownMethods.contains(builtin.name)
          ? .itself : builtin.isSpecial || ArrayRole.plainMethods.contains(builtin.name) ? .none : .method
      }
    case "ufunc": self = builtin.isProperty ? .none : .ufuncMethod
    case "numpy":
      self =
        builtin.ufuncTable != nil ? .ufunc : ArrayRole.plainFunctions.contains(builtin.name) ? .none : .function
    case "numpy.linalg", "numpy.fft": self = .function
    default: self = .none
    }
  }

  /// The methods by which classes take part in NumPy's functions.
  static let protocols = ["__array_ufunc__", "__array_function__", "__array_wrap__"].map { Symbol($0) }

  private static let ownMethods: Set<String> = [
    "view", "__array_finalize__", "__array_wrap__", "__array_ufunc__", "__array_function__",
  ]

  /// Methods to which all arrays are the same.
  private static let plainMethods: Set<String> = [
    "item", "tolist", "tobytes", "tofile", "dump", "dumps", "fill", "setflags", "itemset", "byteswap",
    "__array__", "__len__", "__int__",
    "__float__", "__index__", "__complex__", "__reduce__", "__setstate__", "__reduce_ex__",
    "__class_getitem__", "__format__",
  ]

  /// Functions that make arrays, or to which all arrays are the same.
  private static let plainFunctions: Set<String> = [
    "array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "zeros", "ones", "empty", "full", "arange",
    "eye", "identity", "tri", "dtype", "ndarray", "frombuffer", "fromstring", "fromiter", "fromfile", "result_type",
    "set_printoptions", "get_printoptions", "isscalar", "_undispatched", "iterable", "array2string",
    "array_str", "seterr", "geterr", "issubdtype", "promote_types", "broadcast_shapes", "finfo", "iinfo", "ndindex",
  ]
}
