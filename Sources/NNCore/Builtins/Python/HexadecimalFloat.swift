import NNIntegers

/// A float from text as `float.fromhex` reads it: `0x1.8p1`, `-.8`, `inf`, with white space around.
struct HexadecimalFloat {
  private var rest: ArraySlice<UInt8>
  /// The number; infinite where it is too large.
  private(set) var value = 0.0

  /// Nil where the text is no number.
  init?(_ text: [UInt8]) {
    if let named = HexadecimalFloat.named(text) {
      rest = []
      value = named
      return
    }
    rest = HexadecimalFloat.trimmed(text)
    let isNegative = HexadecimalFloat.takeSign(&rest)
    if rest.first == 48, let letter = rest.dropFirst().first, letter | 0x20 == UInt8(ascii: "x") {
      rest = rest.dropFirst(2)
    }
    let whole = takeDigits(16)
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits(16)
    }
    guard let significand = BigInteger(digits: whole + fraction, radix: 16), let exponent = takeExponent(),
      rest.isEmpty
    else { return nil }
    let magnitude = Number.scaled(significand, exponent - 4 * fraction.count)
    value = isNegative ? -magnitude : magnitude
  }

  /// What follows the `p`, 0 without one; nil where no digits do. Kept where neither sum nor product overflows.
  private mutating func takeExponent() -> Int? {
    guard let letter = rest.first, letter | 0x20 == UInt8(ascii: "p") else { return 0 }
    rest.removeFirst()
    let isNegative = HexadecimalFloat.takeSign(&rest)
    let digits = takeDigits(10)
    if digits.isEmpty { return nil }
    var exponent = 0
    for digit in digits { exponent = min(exponent * 10 + Int(digit) - 48, 1 << 50) }
    return isNegative ? -exponent : exponent
  }

  private mutating func takeDigits(_ base: UInt8) -> [UInt8] {
    let digits = rest.prefix { (48...57).contains($0) || base == 16 && (97...102).contains($0 | 0x20) }
    rest = rest.dropFirst(digits.count)
    return Array(digits)
  }

  private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
    rest.removeFirst()
    return sign == UInt8(ascii: "-")
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    var rest = text[...]
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  /// An infinity or nan by its name.
  static func named(_ text: [UInt8]) -> Double? {
    var rest = trimmed(text)
    let isNegative = takeSign(&rest)
    switch String(decoding: rest.map { $0 | 0x20 }, as: UTF8.self) {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return isNegative ? -.nan : .nan
    default: return nil
    }
  }
}
