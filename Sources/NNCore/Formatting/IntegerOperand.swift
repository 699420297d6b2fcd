import NNIntegers

/// An integer to be formatted, of any size.
struct IntegerOperand {
  /// Whether the integer is below zero.
  let isNegative: Bool
  /// The value when it fits.
  let small: Int?
  private let big: BigInteger

  /// A machine integer.
  init(_ value: Int) {
    isNegative = value < 0
    small = value
    big = 0
  }

  init(_ value: BigInteger) {
    isNegative = value.isNegative
    small = Int(exactly: value)
    big = value
  }

  /// The ASCII digits of the magnitude in `base` (2 to 36), lower case, without a prefix. ValueError where it has too
  /// many decimal digits.
  func digits(base: Int) throws(FormatError) -> [UInt8] {
    if let small { return Array(String(small.magnitude, radix: base).utf8) }
    return base == 10 ? try IntegerText.decimal(big.magnitude) : big.magnitude.digits(radix: base)
  }

  /// The nearest float; throws OverflowError when the integer is too large.
  func doubleValue() throws(FormatError) -> Double {
    if let small { return Double(small) }
    let double = big.rounded
    if double.isInfinite { throw .overflow("int too large to convert to float") }
    return double
  }
}
