extension Parser {
  /// A number literal.
  mutating func parseNumber() throws(Diagnostic) -> Expression {
    let token = advance()
    let text = String(decoding: source.bytes[Parser.range(token.span)].filter { $0 != Ascii.underscore }, as: UTF8.self)
    return try make(.constant(try constant(ofNumber: text.lowercased(), token.span)), token.span)
  }

  private func constant(ofNumber text: String, _ span: Span) throws(Diagnostic) -> Constant {
    if options.python2, text.hasSuffix("l") { return try constant(ofNumber: String(text.dropLast()), span) }
    switch text.prefix(2) {
    case "0x": return integer(text.dropFirst(2), radix: 16)
    case "0o": return integer(text.dropFirst(2), radix: 8)
    case "0b": return integer(text.dropFirst(2), radix: 2)
    default: break
    }
    if text.hasSuffix("j") { return .imaginary(Parser.double(text.dropLast())) }
    if text.utf8.allSatisfy(Ascii.isDigit) {
      if options.longestInteger > 0, text.utf8.count > options.longestInteger {
        throw error(
          "Exceeds the limit (\(options.longestInteger) digits) for integer string conversion: value has "
            + "\(text.utf8.count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
            + "for huge integer literals to avoid decimal conversion limits.", at: span)
      }
      let isOldOctal = options.python2 && text.hasPrefix("0") && text.contains { $0 != "0" }
      return integer(text[...], radix: isOldOctal ? 8 : 10)
    }
    return .float(Parser.double(text[...]))
  }

  private func integer(_ digits: Substring, radix: Int) -> Constant {
    if let value = Int(digits, radix: radix) { return .integer(value) }
    return .bigInteger(digits: String(digits.drop { $0 == "0" }), radix: radix)
  }

  /// The nearest double of a decimal literal; infinity beyond the range.
  private static func double(_ text: Substring) -> Double {
    Double(text) ?? Double("0" + text) ?? 0
  }

  /// The bytes of a span.
  static func range(_ span: Span) -> Range<Int> { Int(span.start)..<max(Int(span.start), Int(span.end)) }

  // MARK: Strings

  /// One or more string literals, which are joined.
  mutating func parseStrings() throws(Diagnostic) -> Expression {
    let start = current.span.start
    var parts: [FormattedPart] = []
    var kinds = (hasText: false, hasBytes: false, hasFormat: false)
    let literals = tokens[index...].prefix { $0.kind == .string }
    if let lexerError, peek(literals.count).kind == .error { throw lexerError }
    while at(.string) {
      let literal = StringLiteral(source.bytes, current.span)
      let token = advance()
      kinds.hasBytes = kinds.hasBytes || literal.isBytes
      kinds.hasText = kinds.hasText || !literal.isBytes
      kinds.hasFormat = kinds.hasFormat || literal.isFormatted
      if kinds.hasBytes, kinds.hasText {
        throw error("cannot mix bytes and nonbytes literals", at: Span(start: start, end: token.span.end))
      }
      if literal.isFormatted {
        var position = literal.body.lowerBound
        parts += try parseFormattedParts(of: literal, from: &position, level: 0)
      } else {
        parts.append(.text(try decode(literal.body, of: literal)))
      }
    }
    parts = Parser.joined(parts)
    if kinds.hasFormat { return try make(.formatted(parts), from: start) }
    var text: [UInt8] = []
    if case .text(let only)? = parts.first { text = only }
    return try make(.constant(kinds.hasBytes ? .bytes(text) : .string(text)), from: start)
  }

  /// The parts with neighbouring texts joined and empty ones left out.
  static func joined(_ parts: [FormattedPart]) -> [FormattedPart] {
    var result: [FormattedPart] = []
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .text(let bytes): text += bytes
      case .value:
        if !text.isEmpty { result.append(.text(text)) }
        text = []
        result.append(part)
      }
    }
    if !text.isEmpty { result.append(.text(text)) }
    return result
  }

  /// The value of the bytes in `range` of a literal, escapes resolved; invalid escapes are kept with a warning.
  mutating func decode(_ range: Range<Int>, of literal: StringLiteral) throws(Diagnostic) -> [UInt8] {
    if literal.isBytes, source.bytes[range].contains(where: { $0 >= 0x80 }) {
      throw error("bytes can only contain ASCII literal characters", at: literal.span)
    }
    if literal.isRaw || !source.bytes[range].contains(Ascii.backslash) { return Array(source.bytes[range]) }
    var decoder = EscapeDecoder(source.bytes[range], isBytes: literal.isBytes)
    do throws(EscapeDecoder.Failure) {
      let result = try decoder.decode()
      for escape in decoder.invalidEscapes {
        let span = Span(start: Int32(clamping: escape.offset), end: Int32(clamping: escape.offset + 2))
        warn("invalid escape sequence '\(escape.text)'", at: span, kind: .deprecationWarning)
      }
      return result
    } catch let failure {
      throw error(failure.message, at: literal.span)
    }
  }
}

/// The parts of a string literal's text: its prefix and the bytes between its quotes.
struct StringLiteral {
  let span: Span
  let isRaw: Bool
  let isBytes: Bool
  let isFormatted: Bool
  /// The bytes between the quotes.
  let body: Range<Int>

  /// Takes the literal at `span` apart, which the lexer has found well-formed.
  init(_ bytes: [UInt8], _ span: Span) {
    self.span = span
    let range = Parser.range(span)
    let prefix = bytes[range].prefix { $0 != Ascii.quote && $0 != Ascii.doubleQuote }.map(Ascii.lowercased)
    isRaw = prefix.contains(0x72)
    isBytes = prefix.contains(0x62)
    isFormatted = prefix.contains(0x66)
    let quotes = bytes[range].dropFirst(prefix.count)
    let isTriple = quotes.count >= 6 && quotes.prefix(3).allSatisfy { $0 == quotes.first }
    let width = isTriple ? 3 : 1
    let start = range.lowerBound + prefix.count + width
    body = start..<max(start, range.upperBound - width)
  }
}
