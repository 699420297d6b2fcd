import NNIntegers

/// Decimal text of big integers, within the limit that CPython sets to their conversion.
enum IntegerText {
  /// The most decimal digits; 0 for any number of them.
  static var longest = 4300

  /// The decimal digits, behind a minus sign for a negative number. ValueError beyond the limit.
  static func decimal(_ value: BigInteger) throws(FormatError) -> [UInt8] {
    // A digit is worth 3.32 bits: what has too many of them need not be written first.
    if longest == 0 || value.bitWidth / 10 <= longest / 3 + 1 {
      let text = value.digits(radix: 10)
      if longest == 0 || text.count - (value.isNegative ? 1 : 0) <= longest { return text }
    }
    throw .value("\(complaint); use sys.set_int_max_str_digits() to increase the limit")
  }

  /// ValueError where a text of so many digits may not be read.
  static func checkReading(_ count: Int) throws(FormatError) {
    if longest == 0 || count <= longest { return }
    throw .value("\(complaint): value has \(count) digits; use sys.set_int_max_str_digits() to increase the limit")
  }

  private static var complaint: String { "Exceeds the limit (\(longest) digits) for integer string conversion" }
}
