import CComplex

/// The processor's flags of floating-point exceptions that NumPy warns about.
public struct FloatFlags: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let invalid = FloatFlags(rawValue: 1)
  public static let divideByZero = FloatFlags(rawValue: 4)
  public static let overflow = FloatFlags(rawValue: 8)

  /// Those that are set.
  public static func current() -> FloatFlags { FloatFlags(rawValue: nn_float_flags()) }
  public static func clear(_ flags: FloatFlags) { nn_clear_float_flags(flags.rawValue) }
  static func raise(_ flags: FloatFlags) { nn_raise_float_flags(flags.rawValue) }
}
