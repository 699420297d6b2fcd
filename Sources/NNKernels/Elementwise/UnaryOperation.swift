/// The elementwise functions of one argument, by NumPy's names.
public enum UnaryOperation: UInt8, CaseIterable, Sendable {
  case negative, positive, absolute, sign, sqrt, square, reciprocal
  case exp, exp2, expm1, log, log2, log10, log1p
  case sin, cos, tan, arcsin, arccos, arctan, sinh, cosh, tanh, arcsinh, arccosh, arctanh
  case cbrt, floor, ceil, trunc, rint, degrees, radians
  case isnan, isinf, isfinite, signbit, logicalNot, invert
  case conjugate, fabs, spacing, bitCount
}

extension UnaryOperation {
  /// The type of the result for an operand of `type`: bool for the tests, else `type`.
  public func resultType(_ type: ElementType) -> ElementType {
    switch self {
    case .isnan, .isinf, .isfinite, .signbit, .logicalNot: .bool
    case .absolute: type.partType
    case .bitCount: .uint8
    default: type
    }
  }
}
