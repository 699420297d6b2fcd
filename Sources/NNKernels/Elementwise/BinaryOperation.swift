/// The elementwise functions of two arguments of one type, by NumPy's names.
public enum BinaryOperation: UInt8, CaseIterable, Sendable {
  case add, subtract, multiply, divide, floorDivide, remainder, power
  case maximum, minimum, fmax, fmin, fmod, arctan2, hypot, copysign, logaddexp
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case logicalAnd, logicalOr, logicalXor
  case bitwiseAnd, bitwiseOr, bitwiseXor, leftShift, rightShift
  case gcd, lcm, heaviside, nextafter, logaddexp2, ldexp
}

extension BinaryOperation {
  /// The type of the result for operands of `type`: bool for comparisons and logic, else `type`.
  public func resultType(_ type: ElementType) -> ElementType {
    switch self {
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .logicalAnd, .logicalOr, .logicalXor: .bool
    default: type
    }
  }
}
