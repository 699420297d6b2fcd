/// Digits in bases from 2 to 36.
extension BigInteger {
  /// The digits, lower case, behind a minus sign for a negative number.
  public func digits(radix: Int) -> [UInt8] {
    if isZero { return [48] }
    var writer = DigitWriter(radix: radix)
    if isNegative { writer.writeSign() }
    writer.write(magnitude)
    return writer.text
  }

  /// The number that digits of a base write, without sign; nil where one is none, or none are there.
  public init?(digits: [UInt8], radix: Int) {
    guard !digits.isEmpty, let reader = DigitReader(digits, radix: radix) else { return nil }
    self = reader.number()
  }
}
