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
    guard case .strong(let type) = other.promotion, !type.isFloat else { return 0 }
    switch operand {
    case .integer(let value): return Promotion.side(of: value, in: type)
    case .wideInteger(let value):
      return type == .uint64 && value.unsigned != nil && !value.isNegative ? 0 : (value.isNegative ? -1 : 1)
    default: return 0
    }
  }

  /// What a comparison says about two values whose difference has the sign of `order`.
  private static func orders(_ kernel: Kernel, _ order: Int) -> Bool {
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
