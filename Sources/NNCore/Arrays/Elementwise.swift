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
  consuming func truthOfInteger() -> ArrayOperand {
    promotion == .weakInteger ? .boolean(weakInteger != 0) : self
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
    let type = try computingType(Promotion.result(x.promotion, y.promotion))
    try checkExponent(y, type)
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
    let type = try computingType(Promotion.common(x.type, y.type))
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

  /// Throws ValueError for an integer power with a negative exponent.
  @inline(__always) func checkExponent(_ y: borrowing ArrayOperand, _ type: ElementType) throws(Fault) {
    guard case .binary(.power) = kernel, type.isSigned else { return }
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
