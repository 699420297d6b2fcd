import NNKernels

extension ArrayOperand {
  /// The array of an operand that is one.
  @inline(__always) consuming func takeArray() -> Ref<NDArray>? {
    switch consume self {
    case .array(let array): array
    default: nil
    }
  }
}

extension ArrayOperand {
  /// A Python integer's truth value; other operands as they are. Logic takes integers of any size.
  consuming func truthOfInteger() throws(Fault) -> ArrayOperand {
    if promotion != .weakInteger { return self }
    switch self {
    case .wideInteger(let value):
      if value.unsigned == nil || value.isNegative {
        throw Fault(.overflowError, "Python int too large to convert to C long")
      }
      return .boolean(true)
    default: return .boolean(weakInteger != 0)
    }
  }
}

extension Ufunc {
  /// The function of one operand. The memory of an array that dies here is reused. Throws TypeError.
  func unary(_ x: consuming ArrayOperand) throws(Fault) -> Ref<NDArray> {
    let type = try computingType(x.promotion.alone)
    guard x.isArray else {
      return Ref(try Creation.scalar(try compute(try x.scalar(as: type), type)))
    }
    guard let array = x.takeArray() else { throw Fault(.systemError, "no operand") }
    return try unaryResult(try Ufunc.converted(array, type), type)
  }

  private func unaryResult(_ x: consuming Ref<NDArray>, _ type: ElementType) throws(Fault) -> Ref<NDArray> {
    let result = resultType(type)
    if result == type && x.isUnique && x.value.isReusable {
      try run(type, out: x.value, x: x.value)
      return x
    }
    let out = x.value.isContiguous ? try Creation.unchecked(x.value.shape, result) : try x.value.emptyLike(result)
    try run(type, out: out, x: x.value)
    return Ref(out)
  }

  /// The function of one array, which is kept. Throws TypeError.
  func unary(_ x: borrowing NDArray) throws(Fault) -> NDArray {
    let type = try computingType(x.type)
    let out = try x.emptyLike(resultType(type))
    if x.type == type {
      try run(type, out: out, x: x)
    } else {
      try run(type, out: out, x: try x.cast(to: type))
    }
    return out
  }

  /// The function of two operands. The memory of an array that dies here is reused where type and shape allow.
  /// Throws TypeError, ValueError for shapes that do not broadcast, OverflowError for a Python integer that does not
  /// fit.
  func binary(_ x: consuming ArrayOperand, _ y: consuming ArrayOperand) throws(Fault) -> Ref<NDArray> {
    if isComparison, let result = try compareOutOfRange(x, y) { return result }
    if isMixedComparison(x.promotion, y.promotion) {
      let left = try Ufunc.array(x)
      let right = try Ufunc.array(y)
      return Ref(try compareMixed(left.value, right.value))
    }
    if isLogical && (x.promotion == .weakInteger || y.promotion == .weakInteger) {
      return try binary(x.truthOfInteger(), y.truthOfInteger())
    }
    let type = try computingType(x.promotion, y.promotion)
    try checkExponent(x, y, type)
    switch (x.isArray, y.isArray) {
    case (true, true):
      guard let a = x.takeArray(), let b = y.takeArray() else { break }
      return try combine(try Ufunc.converted(a, type), try Ufunc.converted(b, type), type)
    case (true, false):
      let scalar = try y.scalar(as: type)
      guard let a = x.takeArray() else { break }
      return try combine(try Ufunc.converted(a, type), scalar, type, scalarFirst: false)
    case (false, true):
      let scalar = try x.scalar(as: type)
      guard let b = y.takeArray() else { break }
      return try combine(try Ufunc.converted(b, type), scalar, type, scalarFirst: true)
    case (false, false):
      return Ref(try Creation.scalar(try compute(try x.scalar(as: type), try y.scalar(as: type), type, named: name)))
    }
    throw Fault(.systemError, "no operand")
  }

  /// The function of two arrays, which are kept.
  func binary(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray {
    if isMixedComparison(.strong(x.type), .strong(y.type)) { return try compareMixed(x, y) }
    let type = try computingType(.strong(x.type), .strong(y.type))
    guard let shape = Broadcasting.shape(x.shape, y.shape) else { throw Broadcasting.mismatch([x.shape, y.shape]) }
    let out = try Ufunc.allocate(shape, resultType(type), x, y)
    switch (x.type == type, y.type == type) {
    case (true, true): try run(type, out: out, x: x, y: y)
    case (true, false): try run(type, out: out, x: x, y: try y.cast(to: type))
    case (false, true): try run(type, out: out, x: try x.cast(to: type), y: y)
    case (false, false): try run(type, out: out, x: try x.cast(to: type), y: try y.cast(to: type))
    }
    return out
  }

  /// The array with elements of the given type: itself where it has that.
  @inline(__always)
  static func converted(_ x: consuming Ref<NDArray>, _ type: ElementType) throws(Fault) -> Ref<NDArray> {
    if x.value.type == type { return x }
    return Ref(try x.value.cast(to: type))
  }

  private func combine(_ x: consuming Ref<NDArray>, _ y: consuming Ref<NDArray>, _ type: ElementType) throws(Fault)
    -> Ref<NDArray>
  {
    if kernel == .binary(.add), let sum = try LazyProducts.sum(x, y) { return sum }
    let result = resultType(type)
    guard let shape = Broadcasting.shape(x.value.shape, y.value.shape) else {
      throw Broadcasting.mismatch([x.value.shape, y.value.shape])
    }
    if result == type {
      if x.isUnique && x.value.isReusable && x.value.shape == shape {
        try run(type, out: x.value, x: x.value, y: y.value)
        return x
      }
      if y.isUnique && y.value.isReusable && y.value.shape == shape {
        try run(type, out: y.value, x: x.value, y: y.value)
        return y
      }
    }
    let out = try Ufunc.allocate(shape, result, x.value, y.value)
    try run(type, out: out, x: x.value, y: y.value)
    return Ref(out)
  }

  private func combine(
    _ x: consuming Ref<NDArray>, _ scalar: NumPyScalar, _ type: ElementType, scalarFirst: Bool
  ) throws(Fault) -> Ref<NDArray> {
    if kernel == .binary(.maximum), let result = try LazyProducts.maximum(x, scalar) { return result }
    let result = resultType(type)
    if result == type && x.isUnique && x.value.isReusable {
      try run(type, out: x.value, x: x.value, scalar: scalar, scalarFirst: scalarFirst)
      return x
    }
    let out = x.value.isContiguous ? try Creation.unchecked(x.value.shape, result) : try x.value.emptyLike(result)
    try run(type, out: out, x: x.value, scalar: scalar, scalarFirst: scalarFirst)
    return Ref(out)
  }

  /// Memory for a result, laid out as NumPy's iterator would.
  @inline(__always)
  static func allocate(
    _ shape: Dimensions, _ type: ElementType, _ x: borrowing NDArray, _ y: borrowing NDArray
  ) throws(Fault) -> NDArray {
    if (x.isContiguous && y.isContiguous) || shape.count < 2 { return try Creation.empty(shape, type) }
    let order = Layout.axisOrder(
      shape, Broadcasting.strides(x.strides, of: x.shape, in: shape),
      Broadcasting.strides(y.strides, of: y.shape, in: shape))
    return try NDArray.empty(shape, type, order: order)
  }

  /// The type to compute in for two operands. Throws TypeError where there is none.
  @inline(__always) func computingType(_ x: Promotion, _ y: Promotion) throws(Fault) -> ElementType {
    if case .strong(let a) = x, case .strong(let b) = y, a == b { return try computingType(a) }
    return try mixedType(x, y)
  }

  @inline(never) private func mixedType(_ x: Promotion, _ y: Promotion) throws(Fault) -> ElementType {
    switch rule {
    case .integers:
      if !Promotion.result(x, y).isInteger { throw noLoop(x, y) }
    case .floats:
      // Each operand by itself becomes a float.
      if case .strong(let a) = x, case .strong(let b) = y, a.isNumber, b.isNumber {
        return try computingType(
          Promotion.common(Promotion.common(a, .float16), Promotion.common(b, .float16)))
      }
    default: break
    }
    return try computingType(Promotion.result(x, y))
  }

  /// NumPy's error for two types that none of its older functions takes, with their sizes.
  func noLoop(_ x: ElementType, _ y: ElementType) -> Fault {
    let (first, second) = (DType(x).arrayText, DType(y).arrayText)
    let texts = [first, second].map { (text) in
      ["'", "[", "{", "("].contains(where: text.hasPrefix) ? "dtype(\(text))" : "dtype('\(text)')"
    }.joined(separator: ", ")
    return Fault(
      .noLoopError, "ufunc '\(name)' did not contain a loop with signature matching types (\(texts)) -> None")
  }

  /// NumPy's error for two operands that no loop takes.
  func noLoop(_ x: Promotion, _ y: Promotion) -> Fault {
    if x.alone.isRecord || y.alone.isRecord { return noLoop(x.alone, y.alone) }
    return Fault(
      .noLoopError,
      "ufunc '\(name)' did not contain a loop with signature matching types (\(x.className), \(y.className)) -> None")
  }

  /// Throws ValueError for an integer power with a negative exponent, where there is anything to compute.
  @inline(__always) func checkExponent(
    _ x: borrowing ArrayOperand, _ y: borrowing ArrayOperand, _ type: ElementType
  ) throws(Fault) {
    guard case .binary(.power) = kernel, type.isSigned else { return }
    guard let shape = Broadcasting.shape(x.shape, y.shape) else { return }
    if shape.product > 0 { try checkSign(y) }
  }

  private func checkSign(_ y: borrowing ArrayOperand) throws(Fault) {
    let isNegative: Bool
    switch y {
    case .array(let array):
      isNegative =
        array.value.type.isSigned && array.value.count > 0
        ? try Reduction.minimum.reduce(array.value).firstElement.asInt < 0 : false
    case .scalar(let scalar): isNegative = scalar.type.isSigned && scalar.asInt < 0
    case .integer(let value): isNegative = value < 0
    default: isNegative = false
    }
    if isNegative { throw Fault(.valueError, "Integers to negative integer powers are not allowed.") }
  }
}

extension Promotion {
  /// The class of the dtype, as NumPy's errors show it.
  var className: String {
    switch self {
    case .strong(let type): "<class 'numpy.dtypes.\(DType(type).className)'>"
    case .weakInteger: "<class 'numpy.dtypes._PyLongDType'>"
    case .weakReal: "<class 'numpy.dtypes._PyFloatDType'>"
    case .weakComplex: "<class 'numpy.dtypes._PyComplexDType'>"
    }
  }
}
