import NNKernels

/// What NumPy's modules have besides functions: constants, types, and other names of functions.
enum NumPyNames {
  /// Other names, by the name that is declared.
  private static let aliases: [(String, [String])] = [
    ("absolute", ["abs"]), ("divide", ["true_divide"]), ("remainder", ["mod"]),
    ("invert", ["bitwise_not", "bitwise_invert"]),
    ("degrees", ["rad2deg"]), ("radians", ["deg2rad"]), ("conjugate", ["conj"]), ("power", ["pow"]),
    ("concatenate", ["concat"]), ("arcsin", ["asin"]), ("arccos", ["acos"]), ("arctan", ["atan"]),
    ("arctan2", ["atan2"]), ("arcsinh", ["asinh"]), ("arccosh", ["acosh"]), ("arctanh", ["atanh"]),
    ("left_shift", ["bitwise_left_shift"]), ("right_shift", ["bitwise_right_shift"]), ("max", ["amax"]),
    ("min", ["amin"]), ("round", ["around"]), ("bool", ["bool_"]), ("uint8", ["ubyte"]), ("float32", ["single"]),
    ("int8", ["byte"]), ("int16", ["short"]), ("int32", ["intc"]), ("uint16", ["ushort"]), ("uint32", ["uintc"]),
    ("float16", ["half"]), ("complex64", ["csingle"]), ("complex128", ["cdouble", "clongdouble"]),
    ("float64", ["double", "longdouble"]), ("int64", ["int_", "intp", "long", "longlong"]),
    ("uint64", ["uint", "uintp", "ulong", "ulonglong"]),
  ]

  /// Completes the modules of NumPy after their functions were declared.
  static func install(in machine: Machine) {
    let numpy = machine.makeModule("numpy")
    let constants: [(String, Double)] = [
      ("pi", .pi), ("e", 2.718281828459045), ("euler_gamma", 0.5772156649015329), ("inf", .infinity), ("nan", .nan),
    ]
    for (name, value) in constants { numpy.value.set(Symbol(name), .float(value)) }
    for kind in ScalarKind.allCases { numpy.value.set(Symbol(kind.rawValue), .type(.abstractScalar(kind))) }
    numpy.value.set(Symbol("newaxis"), .nothing)
    numpy.value.set(Symbol("ufunc"), .type(.ufunc))
    numpy.value.set(Symbol("object_"), .type(.scalar(.object)))
    numpy.value.set(Symbol("little_endian"), .bool(true))
    machine.lazyMembers["numpy._NoValue"] = Context.LazyMember { (context) throws(Fault) in
      try context.attribute(try context.importLibrary("_array_classes"), Symbol("no_value"))
    }
    numpy.value.set(Symbol("True_"), .scalar(NumPyScalar(true)))
    numpy.value.set(Symbol("False_"), .scalar(NumPyScalar(false)))
    numpy.value.set(Symbol("__version__"), .string("2.4.6"))
    for (name, others) in aliases {
      for other in others {
        if let value = numpy.value.value(of: Symbol(name)) { numpy.value.set(Symbol(other), value) }
      }
    }
    let random = machine.makeModule("numpy.random")
    for other in ["random_sample", "ranf", "sample"] {
      if let value = random.value.value(of: Symbol("random")) { random.value.set(Symbol(other), value) }
    }
    machine.provide("autograd.numpy", numpy.copy())
    machine.provide("autograd.numpy.random", random.copy())
    machine.provide("autograd.numpy.linalg", machine.makeModule("numpy.linalg"))
  }
}
