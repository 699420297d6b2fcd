extension Context {
  /// `template % values` of bytes: the same conversions as for text, with `%b` and `%s` for bytes.
  func percentFormat(bytes template: [UInt8], _ values: borrowing Value) throws(Fault) -> [UInt8] {
    // As text of one code point a byte: the parser sees the same percent signs at the same places.
    let format = PercentFormat(parsing: CodePoints.encode(template.map(UInt32.init)))
    var source = PercentArguments(values)
    var result: [UInt8] = []
    for piece in format.pieces {
      switch piece {
      case .literal(let text): result += CodePoints.decode(text).map { UInt8(truncatingIfNeeded: $0) }
      case .conversion(let conversion): result += try convertBytes(conversion, values, &source)
      }
    }
    if source.hasUnused(values) {
      throw Fault(.typeError, "not all arguments converted during bytes formatting")
    }
    return result
  }

  private func convertBytes(
    _ conversion: PercentFormat.Conversion, _ values: borrowing Value, _ source: inout PercentArguments
  ) throws(Fault) -> [UInt8] {
    if let key = conversion.key {
      guard values.asDictionary != nil else { throw Fault(PercentFormat.mappingRequiredError) }
      source.isMapping = true
      if let error = conversion.error { throw Fault(error) }
      let name = CodePoints.decode(key).map { UInt8(truncatingIfNeeded: $0) }
      return try convertBytes(try item(values, at: .bytes(name)), conversion.field(), conversion)
    }
    if let error = conversion.error { throw Fault(error) }
    let (width, precision) = try starSizes(conversion, values, &source)
    let field = conversion.field(width: width, precision: precision)
    return try convertBytes(try source.next(values), field, conversion)
  }

  private func convertBytes(
    _ value: borrowing Value, _ field: PercentField, _ conversion: PercentFormat.Conversion
  ) throws(Fault) -> [UInt8] {
    switch Unicode.Scalar(conversion.type) {
    case "b", "s": return padded(try formattedBytes(value), field, cut: true)
    case "c":
      if let bytes = value.asBytes, bytes.value.bytes.count == 1 { return padded(bytes.value.bytes, field, cut: false) }
      guard let integer = value.integerOperand else {
        throw Fault(.typeError, "%c requires an integer in range(256) or a single byte")
      }
      guard let small = integer.small, let byte = UInt8(exactly: small) else {
        throw Fault(.overflowError, "%c arg not in range(256)")
      }
      return padded([byte], field, cut: false)
    case "r", "a":
      let text = StringText.escapingNonASCII(Array(try repr(value).utf8))
      return try Fault.formatting { () throws(FormatError) in try field.text(string: text) }
    default: return try convert(value, field, conversion)
    }
  }

  /// What `%b` writes.
  private func formattedBytes(_ value: borrowing Value) throws(Fault) -> [UInt8] {
    if let bytes = value.asBytes { return bytes.value.bytes }
    if let made = try callSpecial(.bytesMethod, of: value), let bytes = made.asBytes { return bytes.value.bytes }
    throw Fault(
      .typeError,
      "%b requires a bytes-like object, or an object that implements __bytes__, not '\(value.typeName)'")
  }

  private func padded(_ bytes: [UInt8], _ field: PercentField, cut: Bool) -> [UInt8] {
    let shown = cut ? Array(bytes.prefix(field.precision ?? bytes.count)) : bytes
    let padding = [UInt8](repeating: 32, count: max(min(field.width, FormatLimits.maximumWidth) - shown.count, 0))
    return field.flags.contains(.left) ? shown + padding : padding + shown
  }
}
