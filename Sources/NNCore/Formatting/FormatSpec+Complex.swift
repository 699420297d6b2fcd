extension FormatSpec {
  /// `format(value, spec)` of a complex number, given by its parts. With an empty `spec` its repr.
  static func text(real: Double, imaginary: Double, spec: [UInt8]) throws(FormatError) -> [UInt8] {
    try FormatSpec(parsing: spec, for: .float, typeName: "complex").text(real: real, imaginary: imaginary)
  }

  private func text(real: Double, imaginary: Double) throws(FormatError) -> [UInt8] {
    if fill == 48 && align == .afterSign {
      throw .value("Zero padding is not allowed in complex format specifier")
    }
    if align == .afterSign { throw .value("'=' alignment flag is not allowed in complex format specifier") }
    var conversion = FloatConversion(
      style: .shortest, precision: precision < 0 ? 6 : precision, isAlternate: isAlternate,
      dropsNegativeZero: dropsNegativeZero)
    let isPlain = type == 0
    switch Unicode.Scalar(type) {
    case "\0":
      if precision >= 0 { conversion.style = .general }
    case "n": conversion.style = .general
    case "e", "E", "f", "F", "g", "G":
      conversion.style = FloatConversion.style(letter: type) ?? .general
      conversion.isUppercase = type < 97
    default: throw unknownTypeError
    }
    try FormatLimits.checkPrecision(precision)
    try FormatLimits.checkWidth(width)
    let isImaginary = isPlain && real == 0 && real.sign == .plus
    var body: [UInt8] = isPlain && !isImaginary ? [UInt8(ascii: "(")] : []
    if !isImaginary { body += part(real, conversion, sign: sign) }
    body += part(imaginary, conversion, sign: isImaginary ? sign : UInt32(UInt8(ascii: "+")))
    body.append(UInt8(ascii: "j"))
    if isPlain && !isImaginary { body.append(UInt8(ascii: ")")) }
    return padded(body)
  }

  /// One part without padding.
  private func part(_ value: Double, _ conversion: FloatConversion, sign: UInt32) -> [UInt8] {
    var number = conversion.text(value)
    // Parts that are whole have no point, unless digits are asked for.
    if conversion.style == .shortest && !isAlternate && number.suffix(2).elementsEqual(".0".utf8) {
      number.removeLast(2)
    }
    let isNegative = number.first == UInt8(ascii: "-")
    let unsigned = isNegative ? number.dropFirst() : number[...]
    let digits = unsigned.prefix { $0 >= 48 && $0 <= 57 }
    let remainder = unsigned[digits.endIndex...]
    var spec = self
    spec.sign = sign
    spec.width = -1
    return NumberField(
      spec: spec, isNegative: isNegative, digits: digits, remainder: remainder, remainderWidth: remainder.count,
      grouping: grouping
    ).text()
  }

  /// ASCII text in the field's width.
  private func padded(_ text: [UInt8]) -> [UInt8] {
    let padding = max(width - text.count, 0)
    let left = align == .right ? padding : align == .center ? padding / 2 : 0
    var out: [UInt8] = []
    appendFill(left, to: &out)
    out += text
    appendFill(padding - left, to: &out)
    return out
  }
}
