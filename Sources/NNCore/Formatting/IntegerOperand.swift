/// An integer to be formatted, of any size: its sign, its digits in a base, its value as a float.
struct IntegerOperand {
  /// Whether the integer is below zero.
  let isNegative: Bool
  /// The value when it fits.
  let small: Int?
  private let bigDigits: ((Int) -> [UInt8])?
  private let bigDouble: Double?

  /// A machine integer.
  init(_ value: Int) {
    isNegative = value < 0
    small = value
    bigDigits = nil
    bigDouble = nil
  }

  /// A big integer. `digits` gives the ASCII digits of the magnitude in base 2, 8, 10 or 16 (lower case);
  /// `double` is the nearest float, nil when it overflows.
  init(isNegative: Bool, double: Double?, digits: @escaping (_ base: Int) -> [UInt8]) {
    self.isNegative = isNegative
    small = nil
    bigDigits = digits
    bigDouble = double
  }

  /// The ASCII digits of the magnitude in `base` (2 to 36), lower case, without a prefix.
  func digits(base: Int) -> [UInt8] {
    if let small { return Array(String(small.magnitude, radix: base).utf8) }
    return bigDigits?(base) ?? []
  }

  /// The nearest float; throws OverflowError when the integer is too large.
  func doubleValue() throws(FormatError) -> Double {
    if let small { return Double(small) }
    guard let bigDouble, bigDouble.isFinite else { throw .overflow("int too large to convert to float") }
    return bigDouble
  }
}
