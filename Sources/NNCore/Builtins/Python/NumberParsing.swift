import NNIntegers

/// Numbers from text, as `int` and `float` read them: with white space around, underscores between digits, and the
/// decimal digits of any script.
enum NumberParsing {
  /// The text without white space around it, its digits as ASCII; nil where something else than ASCII is left.
  static func ascii(_ points: [UInt32]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(points.count)
    for point in trimmed(points[...]) {
      if point < 0x80 {
        result.append(UInt8(point))
      } else if let digit = CodePoints.decimalValue(point) {
        result.append(UInt8(48 + digit))
      } else {
        return nil
      }
    }
    return result
  }

  /// What a text, bytes or a bytearray have to be read as; nil for other values. Bytes beyond ASCII are no digits.
  static func points(_ value: borrowing Value) -> [UInt32]? {
    if let text = value.asString { return Array(text.value.text.codePoints) }
    return value.asBytes?.value.bytes.map { $0 < 0x80 ? UInt32($0) : UInt32.max }
  }

  private static func trimmed(_ points: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var points = points
    while let first = points.first, CharacterClass.isSpace(first) { points.removeFirst() }
    while let last = points.last, CharacterClass.isSpace(last) { points.removeLast() }
    return points
  }

  /// The integer in a base (0: the prefix says it). Nil where the text is none.
  static func integer(_ text: [UInt32], base: Int) throws(Fault) -> BigInteger? {
    guard var digits = ascii(text)?[...] else { return nil }
    var isNegative = false
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      isNegative = sign == UInt8(ascii: "-")
      digits.removeFirst()
    }
    guard let base = takeBase(&digits, base), let plain = withoutUnderscores(digits) else { return nil }
    guard let last = plain.last, value(last) < base, plain.allSatisfy({ value($0) < base }) else { return nil }
    if base & (base - 1) != 0 {
      try Fault.formatting { () throws(FormatError) in try IntegerText.checkReading(plain.count) }
    }
    return BigInteger(digits: plain, radix: base).map { isNegative ? -$0 : $0 }
  }

  /// The base that the letter of `0x` and the like says.
  private static func namedBase(_ letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  /// Removes a prefix that fits the base; the base, found from the prefix where it is 0. Nil for `010` in base 0.
  private static func takeBase(_ digits: inout ArraySlice<UInt8>, _ base: Int) -> Int? {
    if digits.first == 48, let letter = digits.dropFirst().first, let named = namedBase(letter),
      base == 0 || base == named
    {
      digits = digits.dropFirst(2)
      if digits.first == UInt8(ascii: "_") { digits.removeFirst() }
      return named
    }
    if base != 0 { return base }
    let isOldOctal = digits.first == 48 && digits.contains { $0 != 48 && $0 != UInt8(ascii: "_") }
    return isOldOctal ? nil : 10
  }

  /// The digits without the underscores that stand between them; nil where one stands elsewhere.
  private static func withoutUnderscores(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var wasDigit = false
    for byte in digits {
      if byte == UInt8(ascii: "_") {
        if !wasDigit { return nil }
        wasDigit = false
      } else {
        result.append(byte)
        wasDigit = true
      }
    }
    return wasDigit ? result : nil
  }

  private static func value(_ digit: UInt8) -> Int {
    switch digit {
    case 48...57: Int(digit) - 48
    case 97...122: Int(digit) - 87
    case 65...90: Int(digit) - 55
    default: 99
    }
  }

  private static var lastNaN: UInt64 = 0

  /// A NaN with bits of its own: what `float('nan')` makes is the same as itself alone, as an object would be.
  static func freshNaN() -> Double {
    lastNaN &+= 1
    return Double(nan: lastNaN & 0xFFFF_FFFF_FFFF, signaling: false)
  }

  /// The float that a text names; nil where it is none.
  static func float(_ text: [UInt32]) -> Double? {
    guard var bytes = ascii(text)?[...] else { return nil }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let lower = String(decoding: bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }, as: UTF8.self)
    if lower == "inf" || lower == "infinity" { return isNegative ? -.infinity : .infinity }
    if lower == "nan" { return isNegative ? -.nan : .nan }
    var digits: [UInt8] = []
    var rest = bytes
    let whole = takeDigits(&rest, into: &digits)
    var fraction = false
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits.append(UInt8(ascii: "."))
      fraction = takeDigits(&rest, into: &digits)
    }
    guard whole || fraction else { return nil }
    if !fraction, digits.last == UInt8(ascii: ".") { digits.removeLast() }
    if !whole { digits.insert(48, at: 0) }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      digits.append(UInt8(ascii: "e"))
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        digits.append(sign)
        rest.removeFirst()
      }
      guard takeDigits(&rest, into: &digits) else { return nil }
    }
    guard rest.isEmpty, let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
    return isNegative ? -value : value
  }

  /// Moves a run of digits with underscores between them; false where there is none.
  private static func takeDigits(_ rest: inout ArraySlice<UInt8>, into digits: inout [UInt8]) -> Bool {
    var count = 0
    while let byte = rest.first {
      if byte >= 48 && byte <= 57 {
        digits.append(byte)
        count += 1
      } else if byte == UInt8(ascii: "_"), count > 0, let next = rest.dropFirst().first, next >= 48 && next <= 57 {
        // An underscore between two digits.
      } else {
        break
      }
      rest.removeFirst()
    }
    return count > 0
  }
}
