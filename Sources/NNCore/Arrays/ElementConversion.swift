import NNKernels

extension ArrayOperand {
  /// The scalar that assigning a Python number or NumPy scalar to an element of `type` stores: NumPy scalars wrap,
  /// Python numbers have to fit. Throws OverflowError, and ValueError for nan in an integer.
  func element(of type: ElementType) throws(Fault) -> NumPyScalar {
    switch self {
    case .real(let value) where type.isInteger: try ArrayOperand.integerElement(value, type)
    default: try scalar(as: type)
    }
  }

  /// Python's `int(value)` as an element.
  private static func integerElement(_ value: Double, _ type: ElementType) throws(Fault) -> NumPyScalar {
    if value.isNaN { throw Fault(.valueError, "cannot convert float NaN to integer") }
    if value.isInfinite { throw Fault(.overflowError, "cannot convert float infinity to integer") }
    let whole = value.rounded(.towardZero)
    if whole >= -0x1p63 && whole < 0x1p63 { return try Promotion.scalar(Int(whole), as: type) }
    if type == .uint64 && whole >= 0x1p63 && whole < 0x1p64 { return NumPyScalar(UInt64(whole)) }
    throw Fault(.overflowError, "Python int too large to convert to C long")
  }
}

extension NumPyScalar {
  /// Whether an integer's type lacks the number of the other sign.
  var hasNoNegative: Bool {
    if type.isUnsigned { return bits != 0 }
    return type.isSigned && asInt == type.integerBounds.low
  }

  /// Throws where a number is none of a type of signed integers, as Python's `int()` of it would not go in: OverflowError,
  /// and ValueError for nan.
  func checkFits(_ target: ElementType) throws(Fault) {
    if type == target || type.isComplex { return }
    if type.isFloat { return _ = try ArrayOperand.real(asDouble).element(of: target) }
    if type == .uint64, bits > UInt64(Int.max) {
      throw Fault(.overflowError, "Python int too large to convert to C long")
    }
    if type.isInteger { _ = try Promotion.scalar(asInt, as: target) }
  }
}

extension NumPyScalar {
  /// `cast`, with a warning where a finite number becomes infinite.
  @inline(__always) func castNoting(to target: ElementType) -> NumPyScalar {
    if target == type || !target.isNarrowInexact { return cast(to: target) }
    let result = cast(to: target)
    return result.isFinite || !isFinite ? result : result.notingOverflow()
  }

  /// The number; a warning of an overflow where it is infinite.
  @inline(__always) func notingOverflow() -> NumPyScalar {
    if type.isNarrowInexact && !isFinite { FloatingPointWarnings.note(.overflow, in: "cast") }
    return self
  }

  private var isFinite: Bool { !type.isInexact || asDouble.isFinite && (!type.isComplex || imaginary.isFinite) }
}

extension ElementType {
  /// Whether these are floats or complex numbers below those of Python.
  @inline(__always) fileprivate var isNarrowInexact: Bool { self == .float16 || self == .float32 || self == .complex64 }
}
