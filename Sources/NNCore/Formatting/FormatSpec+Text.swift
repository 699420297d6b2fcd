extension FormatSpec {
  /// `format(value, spec)` of an integer. With an empty `spec` the decimal digits.
  /// Throws ValueError and OverflowError in CPython's words, MemoryError for an enormous width.
  static func text(_ value: IntegerOperand, spec: [UInt8], typeName: String = "int") throws(FormatError) -> [UInt8] {
    try FormatSpec(parsing: spec, for: .integer, typeName: typeName).text(value)
  }

  /// `format(value, spec)` of a float. With an empty `spec` its repr.
  static func text(_ value: Double, spec: [UInt8], typeName: String = "float") throws(FormatError) -> [UInt8] {
    try FormatSpec(parsing: spec, for: .float, typeName: typeName).text(value)
  }

  /// `format(value, spec)` of a string in UTF-8. With an empty `spec` the string.
  static func text(string: [UInt8], spec: [UInt8], typeName: String = "str") throws(FormatError) -> [UInt8] {
    if spec.isEmpty { return string }
    return try FormatSpec(parsing: spec, for: .string, typeName: typeName).text(string: string)
  }

  /// `value` in this format.
  func text(_ value: IntegerOperand) throws(FormatError) -> [UInt8] {
    switch Unicode.Scalar(type) {
    case "d", "n": return try integerField(value, base: 10, prefix: "").text()
    case "b": return try integerField(value, base: 2, prefix: "0b").text()
    case "o": return try integerField(value, base: 8, prefix: "0o").text()
    case "x": return try integerField(value, base: 16, prefix: "0x").text()
    case "X": return FormatSpec.uppercased(try integerField(value, base: 16, prefix: "0x"))
    case "c": return try character(value)
    case "e", "E", "f", "F", "g", "G", "%": return try text(try value.doubleValue())
    default: throw unknownTypeError
    }
  }

  /// `value` in this format.
  func text(_ value: Double) throws(FormatError) -> [UInt8] {
    var conversion = FloatConversion(
      style: .shortest, precision: precision < 0 ? 6 : precision, isAlternate: isAlternate,
      dropsNegativeZero: dropsNegativeZero)
    var scaled = value
    switch Unicode.Scalar(type) {
    case "\0":
      if precision >= 0 { conversion.style = .generalWithFraction }
    case "n": conversion.style = .general
    case "%":
      conversion.style = .positional
      scaled = value * 100
    case "e", "E", "f", "F", "g", "G":
      conversion.style = FloatConversion.style(letter: type) ?? .general
      conversion.isUppercase = type < 97
    default: throw unknownTypeError
    }
    try FormatLimits.checkPrecision(precision)
    try FormatLimits.checkWidth(width)
    var number = conversion.text(scaled)
    if type == UInt32(UInt8(ascii: "%")) { number.append(UInt8(ascii: "%")) }
    let isNegative = number.first == UInt8(ascii: "-")
    let body = isNegative ? number.dropFirst() : number[...]
    let digits = body.prefix { $0 >= 48 && $0 <= 57 }
    let remainder = body[digits.endIndex...]
    return NumberField(
      spec: self, isNegative: isNegative, digits: digits, remainder: remainder, remainderWidth: remainder.count,
      grouping: grouping
    ).text()
  }

  /// `string` (UTF-8) in this format.
  func text(string: [UInt8]) throws(FormatError) -> [UInt8] {
    guard type == UInt32(UInt8(ascii: "s")) else { throw unknownTypeError }
    if sign == 32 { throw .value("Space not allowed in string format specifier") }
    if sign != 0 { throw .value("Sign not allowed in string format specifier") }
    if dropsNegativeZero { throw .value("Negative zero coercion (z) not allowed in string format specifier") }
    if isAlternate { throw .value("Alternate form (#) not allowed in string format specifier") }
    if align == .afterSign { throw .value("'=' alignment not allowed in string format specifier") }
    try FormatLimits.checkWidth(width)
    let shown = precision >= 0 ? CodePoints.prefix(string, precision) : string[...]
    let padding = max(width - CodePoints.count(shown), 0)
    let left = align == .right ? padding : align == .center ? padding / 2 : 0
    var out: [UInt8] = []
    out.reserveCapacity(shown.count + padding)
    appendFill(left, to: &out)
    out.append(contentsOf: shown)
    appendFill(padding - left, to: &out)
    return out
  }

  private func integerField(_ value: IntegerOperand, base: Int, prefix: String) throws(FormatError) -> NumberField {
    try checkInteger()
    return NumberField(
      spec: self, isNegative: value.isNegative, prefix: isAlternate ? Array(prefix.utf8) : [],
      digits: try value.digits(base: base)[...], remainder: [], remainderWidth: 0, grouping: grouping)
  }

  private func checkInteger() throws(FormatError) {
    if precision >= 0 { throw .value("Precision not allowed in integer format specifier") }
    if dropsNegativeZero { throw .value("Negative zero coercion (z) not allowed in integer format specifier") }
    try FormatLimits.checkWidth(width)
  }

  private func character(_ value: IntegerOperand) throws(FormatError) -> [UInt8] {
    try checkInteger()
    if sign != 0 { throw .value("Sign not allowed with integer format specifier 'c'") }
    if isAlternate { throw .value("Alternate form (#) not allowed with integer format specifier 'c'") }
    guard let small = value.small else { throw .overflow("Python int too large to convert to C long") }
    guard small >= 0 && small <= 0x10FFFF else { throw .overflow("%c arg not in range(0x110000)") }
    let point = CodePoints.encode([UInt32(small)])
    return NumberField(
      spec: self, isNegative: false, digits: [], remainder: point[...], remainderWidth: 1, grouping: nil
    ).text()
  }

  /// The field with prefix and digits in capitals; the fill stays as it is.
  private static func uppercased(_ field: NumberField) -> [UInt8] {
    var field = field
    field.prefix = field.prefix.map(capital)
    field.digits = ArraySlice(field.digits.map(capital))
    return field.text()
  }

  private static func capital(_ byte: UInt8) -> UInt8 {
    byte >= 97 && byte <= 122 ? byte - 32 : byte
  }
}
