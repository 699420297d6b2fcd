import NNKernels

/// Comparing whole arrays, clipping, rounding.
enum Comparing {
  /// NumPy's `isclose`: |x - y| <= atol + rtol·|y|, infinities equal to themselves. Throws ValueError where the shapes
  /// do not broadcast.
  static func isClose(
    _ x: borrowing NDArray, _ y: borrowing NDArray, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) throws(Fault) -> NDArray {
    let right = try y.cast(to: Promotion.result(.strong(y.type), .weakReal))
    // Differences of infinities are no news here.
    let warned = FloatingPointWarnings.mark()
    let distance = try Ufunc.absolute.unary(.array(Ref(try Ufunc.subtract.binary(try plain(x), right))))
    let size = try Ufunc.absolute.unary(.array(Ref(right.view())))
    let limit = try Ufunc.add.binary(try Ufunc.multiply.binary(.real(rtol), .array(size)).operand, .real(atol))
    let isNear = try Ufunc.lessEqual.binary(.array(distance), .array(limit))
    let finite = try Ufunc.isfinite.unary(.array(Ref(right.view())))
    let near = try Ufunc.logicalAnd.binary(.array(isNear), .array(finite))
    let equal = try Ufunc.equal.binary(x, right)
    let result = try Ufunc.logicalOr.binary(.array(near), .array(Ref(equal)))
    FloatingPointWarnings.forget(since: warned)
    guard equalNaN else { return result.value.adopted() }
    let both = try Ufunc.logicalAnd.binary(try Ufunc.isnan.unary(x), try Ufunc.isnan.unary(right))
    return try Ufunc.logicalOr.binary(result.value, both)
  }

  /// Bool counts as int64, as subtraction needs it.
  private static func plain(_ x: borrowing NDArray) throws(Fault) -> NDArray {
    x.type == .bool ? try x.cast(to: .int64) : x.view()
  }

  /// Whether all elements are close, as `isClose` has it.
  static func allClose(
    _ x: borrowing NDArray, _ y: borrowing NDArray, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) throws(Fault) -> Bool {
    try isTrueEverywhere(try isClose(x, y, rtol: rtol, atol: atol, equalNaN: equalNaN))
  }

  /// Whether shape and all elements are equal; with `equalNaN`, nan equals nan.
  static func arrayEqual(_ x: borrowing NDArray, _ y: borrowing NDArray, equalNaN: Bool = false) throws(Fault) -> Bool {
    guard x.shape == y.shape else { return false }
    let equal = try Ufunc.equal.binary(x, y)
    guard equalNaN else { return try isTrueEverywhere(equal) }
    let both = try Ufunc.logicalAnd.binary(try Ufunc.isnan.unary(x), try Ufunc.isnan.unary(y))
    return try isTrueEverywhere(try Ufunc.logicalOr.binary(equal, both))
  }

  private static func isTrueEverywhere(_ x: borrowing NDArray) throws(Fault) -> Bool {
    try Reduction.all.reduce(x).firstElement.asBool
  }

  /// NumPy's `clip`: the elements not below `low` and not above `high`, each of which may be absent. Throws ValueError.
  static func clip(_ x: consuming ArrayOperand, low: consuming ArrayOperand?, high: consuming ArrayOperand?)
    throws(Fault) -> Ref<NDArray>
  {
    var result = x
    if let low {
      let bound = low.bounded(by: result)
      result = .array(try bounded(result, by: bound, .maximum))
    }
    if let high {
      let bound = high.bounded(by: result)
      result = .array(try bounded(result, by: bound, .minimum))
    }
    return try Ufunc.array(result)
  }

  /// An element that is equal to its bound stays, be it -0.0: the extremes of some types take the second of two equal
  /// elements, those of halves and complex numbers the first.
  private static func bounded(
    _ x: consuming ArrayOperand, by bound: consuming ArrayOperand, _ extreme: Ufunc
  ) throws(Fault) -> Ref<NDArray> {
    let type = Promotion.result(x.promotion, bound.promotion)
    if type == .float16 || type.isComplex { return try extreme.binary(x, bound) }
    return try extreme.binary(bound, x)
  }
}

extension Ref where T == NDArray {
  /// The array as an operand.
  var operand: ArrayOperand { .array(copy()) }
}

extension ArrayOperand {
  /// The value of a Python integer of 64 bits.
  var weakInteger: Int? {
    switch self {
    case .integer(let value): value
    default: nil
    }
  }

  /// The operand, or the extreme of an integer type that a Python integer lies beyond.
  consuming func bounded(by other: borrowing ArrayOperand) -> ArrayOperand {
    guard case .strong(let type) = other.promotion else { return self }
    if case .wideInteger(let wide) = copy(), type.isInteger, wide.isNegative || type != .uint64 || wide.unsigned == nil
    {
      return .integer(wide.isNegative ? type.integerBounds.low : type.integerBounds.high)
    }
    guard let value = weakInteger else { return self }
    let side = Promotion.side(of: value, in: type)
    return side == 0 ? self : .integer(side < 0 ? type.integerBounds.low : type.integerBounds.high)
  }
}

extension Ufunc {
  /// The array of an operand; a scalar becomes one without axes.
  static func array(_ x: consuming ArrayOperand) throws(Fault) -> Ref<NDArray> {
    let type = x.promotion.alone
    guard x.isArray else { return Ref(try Creation.scalar(try x.scalar(as: type))) }
    guard let array = x.takeArray() else { throw Fault(.systemError, "no operand") }
    return array
  }
}

/// NumPy's `round`.
enum Rounding {
  /// The elements rounded to a number of decimals, half to even: multiply by a power of ten, round, divide (negative
  /// decimals the other way round). Integers change only for negative decimals.
  static func round(_ x: borrowing NDArray, decimals: Int = 0) throws(Fault) -> NDArray {
    if x.type.isText { throw Ufunc.rint.unsupported }
    if !x.type.isInexact && decimals >= 0 {
      return x.type == .bool ? try x.cast(to: .float16) : try x.copied(order: .keep)
    }
    if decimals == 0 { return try Ufunc.rint.unary(x) }
    let scale = power(decimals)
    let (before, after) = decimals > 0 ? (Ufunc.multiply, Ufunc.divide) : (Ufunc.divide, Ufunc.multiply)
    let scaled = try before.binary(.array(Ref(x.view())), .real(scale))
    let result = try after.binary(.array(try Ufunc.rint.unary(.array(scaled))), .real(scale))
    return x.type.isInexact ? result.value.adopted() : try result.value.cast(to: x.type)
  }

  /// NumPy's `power_of_ten`: a table of exact powers, beyond it the library's.
  private static func power(_ decimals: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(decimals.magnitude, 310) { result *= 10 }
    return result
  }
}
