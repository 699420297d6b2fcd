import NNKernels

extension Ufunc {
  /// The result of comparing integers with a Python integer outside their type, which is the same for all of them;
  /// nil where that is not the case.
  @inline(__always)
  func compareOutOfRange(_ x: borrowing ArrayOperand, _ y: borrowing ArrayOperand) throws(Fault) -> Ref<NDArray>? {
    let left = Ufunc.side(of: x, besides: y)
    let right = Ufunc.side(of: y, besides: x)
    if left == 0 && right == 0 { return nil }
    let value = Ufunc.orders(kernel, left &- right)
    return Ref(try Creation.full(left != 0 ? y.shape : x.shape, NumPyScalar(value)))
  }

  /// -1 or 1 where an operand is a Python integer below or above all values of the other one's type, else 0.
  @inline(__always)
  private static func side(of operand: borrowing ArrayOperand, besides other: borrowing ArrayOperand) -> Int {
    guard case .strong(let type) = other.promotion, type.isInteger || type == .bool else { return 0 }
    switch operand {
    case .integer(let value): return Promotion.side(of: value, in: type)
    case .wideInteger(let value):
      return type == .uint64 && value.unsigned != nil && !value.isNegative ? 0 : (value.isNegative ? -1 : 1)
    default: return 0
    }
  }

  /// Whether a comparison is between the two integer types that have no common one; float64 would round.
  @inline(__always) func isMixedComparison(_ x: Promotion, _ y: Promotion) -> Bool {
    guard isComparison, case .strong(let a) = x, case .strong(let b) = y else { return false }
    return (a.isSigned && b == .uint64) || (a == .uint64 && b.isSigned)
  }

  /// The exact comparison of an int64 and a uint64 array: as uint64 where the signed one is not negative.
  @inline(never) func compareMixed(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray {
    if x.type.isSigned {
      return try settle(try binary(try x.cast(to: .uint64), y), negative: x, NumPyScalar(Ufunc.orders(kernel, -1)))
    }
    return try settle(try binary(x, try y.cast(to: .uint64)), negative: y, NumPyScalar(Ufunc.orders(kernel, 1)))
  }

  /// Writes `value` to a result where the signed operand is negative.
  private func settle(_ result: consuming NDArray, negative signed: borrowing NDArray, _ value: NumPyScalar)
    throws(Fault) -> NDArray
  {
    let negative = try Ufunc.less.binary(signed, try Creation.scalar(NumPyScalar(0)))
    return try Selection.select(negative, try Creation.scalar(value), result)
  }

  /// What a comparison says about two values whose difference has the sign of `order`.
  static func orders(_ kernel: Kernel, _ order: Int) -> Bool {
    switch kernel {
    case .binary(.equal): order == 0
    case .binary(.notEqual): order != 0
    case .binary(.less): order < 0
    case .binary(.lessEqual): order <= 0
    case .binary(.greater): order > 0
    case .binary(.greaterEqual): order >= 0
    default: false
    }
  }
}
