import NNKernels

extension Builtin {
  /// Comparing whole arrays, and rounding.
  static let comparisons: [Builtin] = [
    .isclose, .allclose, .arrayEqual, .arrayEquiv, .arrayRound, .fix, .isposinf, .isneginf, .mayShareMemory,
    .sharesMemory,
  ]

  static let isclose = Builtin(
    "numpy.isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)",
    "Whether elements are equal within a tolerance: |a - b| <= atol + rtol * |b|.",
    example: "isclose([1, 2], [1, 2.1])  # array([ True, False])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    if arguments[2].isSequence || arguments[2].asArray != nil || arguments[3].isSequence
      || arguments[3].asArray != nil || (a.value.type != b.value.type && (a.value.rank == 0 || b.value.rank == 0))
    {
      return try context.callLibrary("_numpy.differences", "_isclose", arguments, 5)
    }
    let (rtol, atol) = (try context.double(arguments[2]), try context.double(arguments[3]))
    let equalNaN = try context.flag(arguments[4])
    return .result(try Comparing.isClose(a.value, b.value, rtol: rtol, atol: atol, equalNaN: equalNaN))
  }

  static let allclose = Builtin(
    "numpy.allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)",
    "Whether all elements are close, as `isclose` has it.",
    example: "allclose([1, 2], [1, 2 + 1e-9])  # True"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    if arguments[2].isSequence || arguments[2].asArray != nil || arguments[3].isSequence
      || arguments[3].asArray != nil || (a.value.type != b.value.type && (a.value.rank == 0 || b.value.rank == 0))
    {
      return try context.callLibrary("_numpy.differences", "_allclose", arguments, 5)
    }
    let (rtol, atol) = (try context.double(arguments[2]), try context.double(arguments[3]))
    let equalNaN = try context.flag(arguments[4])
    return .bool(try Comparing.allClose(a.value, b.value, rtol: rtol, atol: atol, equalNaN: equalNaN))
  }

  static let arrayEqual = Builtin(
    "numpy.array_equal(a1, a2, equal_nan=False)", "Whether two arrays have the same shape and elements.",
    example: "array_equal([1, 2], [1, 2])  # True"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    if a.value.type.isRecord || b.value.type.isRecord {
      guard a.value.shape == b.value.shape else { return .bool(false) }
      let same = try context.recordComparison(a.value, b.value)
      return .bool(try Reduction.all.reduce(same).firstElement.asBool)
    }
    return .bool(try Comparing.arrayEqual(a.value, b.value, equalNaN: try context.flag(arguments[2])))
  }

  static let arrayEquiv = Builtin(
    "numpy.array_equiv(a1, a2)", "Whether two arrays are equal after broadcasting.",
    example: "array_equiv([1, 1], 1)  # True"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    if Broadcasting.shape(a.value.shape, b.value.shape) == nil { return .bool(false) }
    return .bool(try Reduction.all.reduce(try Ufunc.equal.binary(a.value, b.value)).firstElement.asBool)
  }

  // MARK: Rounding

  static let arrayRound = Builtin(
    "numpy.round(a, decimals=0, out=None)", "The elements rounded to a number of decimals, half to even.",
    example: "np.round([1.234, 2.5], 1)  # array([1.2, 2.5])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let decimals = try context.integer(arguments[1])
    return try context.deliver(
      try Rounding.round(try context.array(arguments, 0).value, decimals: decimals), to: arguments[2])
  }

  static let fix = Builtin(
    "numpy.fix(x, out=None)", "The nearest integer toward zero.", example: "fix([1.7, -1.7])  # array([ 1., -1.])"
  ) { (context, arguments) throws(Fault) in
    try context.deliver(try Ufunc.trunc.unary(try context.array(arguments, 0).value), to: arguments[1])
  }

  static let isposinf = Builtin(
    "numpy.isposinf(x, out=None)", "Whether each element is positive infinity.",
    example: "isposinf([inf, -inf, 1])  # array([ True, False, False])"
  ) { (context, arguments) throws(Fault) in
    try context.areEqual(arguments, to: .infinity)
  }

  static let isneginf = Builtin(
    "numpy.isneginf(x, out=None)", "Whether each element is negative infinity.",
    example: "isneginf([inf, -inf, 1])  # array([False,  True, False])"
  ) { (context, arguments) throws(Fault) in
    try context.areEqual(arguments, to: -.infinity)
  }

  // MARK: Memory

  static let mayShareMemory = Builtin(
    "numpy.may_share_memory(a, b, /)", "Whether the memory of two arrays may overlap (their bounds do).",
    example: "may_share_memory(zeros(2), zeros(2))  # False"
  ) { (context, arguments) throws(Fault) in
    .bool(try context.array(arguments, 0).value.mayOverlap(try context.array(arguments, 1).value))
  }

  static let sharesMemory = Builtin(
    "numpy.shares_memory(a, b, /, max_work=-1)", "Whether some byte is of elements of both arrays.",
    example: "x = zeros(4); shares_memory(x[::2], x[1::2])  # False"
  ) { (context, arguments) throws(Fault) in
    let (a, b) = (try context.array(arguments, 0), try context.array(arguments, 1))
    if !a.value.mayOverlap(b.value) { return .bool(false) }
    return try context.callLibrary("_numpy.positions", "_share_bytes", arguments, 3)
  }
}

extension Context {
  /// Whether each element of the first argument is that infinity, in the second one if it is an array.
  fileprivate func areEqual(_ arguments: Registers, to infinity: Double) throws(Fault) -> Value {
    let x = try array(arguments, 0)
    if x.value.type.isComplex {
      throw Fault(
        .typeError,
        "This operation is not supported for \(x.value.type.name) values because it would be ambiguous.")
    }
    return try deliver(try Ufunc.equal.binary(x.value, try NDArray.scalar(infinity)), to: arguments[1])
  }
}
