/// One conversion of a `%` template with its width and precision known, and the values it writes.
struct PercentField {
  var flags: PercentFormat.Flags
  /// The least width in code points, 0 for none.
  var width: Int
  /// The precision, or nil.
  var precision: Int?
  /// The code point of the conversion type.
  var type: UInt32

  /// The text of an integer under `d i u o x X`.
  /// Throws OverflowError for a precision that is too large, MemoryError for such a width.
  func text(_ value: IntegerOperand) throws(FormatError) -> [UInt8] {
    if let precision, precision > FormatLimits.maximumWidth { throw .overflow("precision too large") }
    let base: Int
    let letter: UInt8
    switch Unicode.Scalar(type) {
    case "o": (base, letter) = (8, UInt8(ascii: "o"))
    case "x": (base, letter) = (16, UInt8(ascii: "x"))
    case "X": (base, letter) = (16, UInt8(ascii: "X"))
    default: (base, letter) = (10, 0)
    }
    var digits = try value.digits(base: base)
    if letter == UInt8(ascii: "X") { digits = digits.map { $0 >= 97 ? $0 - 32 : $0 } }
    let zeros = max((precision ?? 0) - digits.count, 0)
    digits.insert(contentsOf: repeatElement(48, count: zeros), at: 0)
    let prefix: [UInt8] = flags.contains(.alternate) && letter != 0 ? [48, letter] : []
    return try number(isNegative: value.isNegative, prefix: prefix, body: digits[...])
  }

  /// The text of a float under `e E f F g G`. Throws ValueError and MemoryError for enormous sizes.
  func text(_ value: Double) throws(FormatError) -> [UInt8] {
    let precision = precision ?? 6
    try FormatLimits.checkPrecision(precision)
    let text = FloatConversion(
      style: FloatConversion.style(letter: type) ?? .general, precision: precision,
      isAlternate: flags.contains(.alternate), isUppercase: type < 97
    ).text(value)
    let isNegative = text.first == UInt8(ascii: "-")
    return try number(isNegative: isNegative, prefix: [], body: isNegative ? text.dropFirst() : text[...])
  }

  /// The text of a string (what `str`, `repr` or `ascii` gave) under `s r a`, or of one character under `c`.
  func text(string: [UInt8]) throws(FormatError) -> [UInt8] {
    try FormatLimits.checkWidth(width)
    var shown = string[...]
    if let precision, type != UInt32(UInt8(ascii: "c")) { shown = CodePoints.prefix(string, precision) }
    let padding = max(width - CodePoints.count(shown), 0)
    var out: [UInt8] = []
    out.reserveCapacity(shown.count + padding)
    let isLeft = flags.contains(.left)
    if !isLeft { out.append(contentsOf: repeatElement(32, count: padding)) }
    out.append(contentsOf: shown)
    if isLeft { out.append(contentsOf: repeatElement(32, count: padding)) }
    return out
  }

  /// The text of a code point under `c`. Throws OverflowError when it is not one.
  func text(codePoint value: IntegerOperand) throws(FormatError) -> [UInt8] {
    guard let small = value.small, small >= 0 && small <= 0x10FFFF else {
      throw .overflow("%c arg not in range(0x110000)")
    }
    return try text(string: CodePoints.encode([UInt32(small)]))
  }

  private func number(isNegative: Bool, prefix: [UInt8], body: ArraySlice<UInt8>) throws(FormatError) -> [UInt8] {
    try FormatLimits.checkWidth(width)
    let sign: UInt8? =
      isNegative
      ? UInt8(ascii: "-")
      : flags.contains(.plus) ? UInt8(ascii: "+") : flags.contains(.blank) ? UInt8(ascii: " ") : nil
    let padding = max(width - body.count - prefix.count - (sign == nil ? 0 : 1), 0)
    let isLeft = flags.contains(.left)
    let isZeroFilled = flags.contains(.zero)
    var out: [UInt8] = []
    out.reserveCapacity(body.count + padding + 3)
    if !isLeft && !isZeroFilled { out.append(contentsOf: repeatElement(32, count: padding)) }
    if let sign { out.append(sign) }
    out.append(contentsOf: prefix)
    if !isLeft && isZeroFilled { out.append(contentsOf: repeatElement(48, count: padding)) }
    out.append(contentsOf: body)
    if isLeft { out.append(contentsOf: repeatElement(32, count: padding)) }
    return out
  }
}
