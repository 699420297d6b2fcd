extension Lexer {
  /// Reads a name, a keyword, or a string with a prefix.
  mutating func lexNameOrPrefixedString() throws(Diagnostic) {
    let start = position
    while position < end, position - start < 3, Lexer.isPrefix(bytes[start..<position + 1], python2) {
      position += 1
      if peek() == Ascii.quote || peek() == Ascii.doubleQuote { return try lexString(from: start) }
    }
    var isAscii = true
    while position < end, Ascii.isNamePart(bytes[position]) {
      isAscii = isAscii && bytes[position] < 0x80
      position += 1
    }
    if !isAscii { try validateName(from: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    append(TokenKind.keywords[text] ?? .name, from: start)
  }

  /// Whether `letters` can begin a string literal: r, b, u, f, and r with b or f, in any case and order.
  private static func isPrefix(_ letters: ArraySlice<UInt8>, _ python2: Bool) -> Bool {
    let lower = letters.map(Ascii.lowercased)
    switch lower.count {
    case 1: return "rbuf".utf8.contains(lower[0])
    case 2:
      return ["rb", "br", "rf", "fr"].contains { $0.utf8.elementsEqual(lower) }
        || python2 && "ur".utf8.elementsEqual(lower)
    default: return false
    }
  }

  private func validateName(from start: Int) throws(Diagnostic) {
    var offset = start
    for scalar in String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      let isValid = offset == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
      if !isValid, scalar != "_" {
        let span = Span(start: Int32(clamping: offset), end: Int32(clamping: offset + length))
        let code = "U+\(hex(scalar.value))"
        let message =
          scalar.isPrintable
          ? "invalid character '\(String(scalar))' (\(code))" : "invalid non-printable character \(code)"
        throw Diagnostic(.syntaxError, message, at: span)
      }
      offset += length
    }
  }

  /// Reads a string literal whose prefix, beginning at `start`, is already consumed.
  mutating func lexString(from start: Int) throws(Diagnostic) {
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    while position < end {
      let byte = bytes[position]
      if byte == Ascii.backslash {
        position += 2
      } else if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        append(.string, from: start)
        return
      } else if byte == Ascii.newline, !isTriple {
        break
      } else {
        position += 1
      }
    }
    let reachesEnd = position >= end
    position = min(position, end)
    let detected = reachesEnd ? source.lineCount : source.lineColumn(of: Int32(clamping: position)).line
    let endsInBackslash = reachesEnd && bytes[start..<end].suffix(2).elementsEqual([Ascii.backslash, Ascii.newline])
    let kind = isTriple ? "triple-quoted string" : "string"
    throw Diagnostic(
      .syntaxError, "unterminated \(kind) literal (detected at line \(detected))",
      at: Span(start: Int32(clamping: start), end: Int32(clamping: start + 1)),
      continuation: isTriple || endsInBackslash ? .lexeme : .none)
  }

  /// Throws at the first NUL byte or bad UTF-8 sequence of the text.
  func validateEncoding() throws(Diagnostic) {
    if let offset = bytes.firstIndex(of: 0) {
      let span = Span(start: Int32(clamping: offset), end: Int32(clamping: offset + 1))
      throw Diagnostic(.syntaxError, "source code cannot contain null bytes", at: span)
    }
    guard bytes.count < Int(Int32.max) else {
      throw Diagnostic(.memoryError, "the source is too large", at: Span(start: 0, end: 0))
    }
    guard let (offset, reason) = firstInvalidUTF8(bytes) else { return }
    let byte = String(bytes[offset], radix: 16)
    let span = Span(start: Int32(clamping: offset), end: Int32(clamping: offset + 1))
    throw Diagnostic(
      .syntaxError, "(unicode error) 'utf-8' codec can't decode byte 0x\(byte) in position \(offset): \(reason)",
      at: span)
  }
}

/// The offset of the first byte that is not UTF-8 and CPython's reason, or nil.
func firstInvalidUTF8(_ bytes: [UInt8]) -> (offset: Int, reason: String)? {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return (index, "invalid start byte")
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return (index, "unexpected end of data") }
      let allowed = step == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + step]) else { return (index, "invalid continuation byte") }
    }
    index += length
  }
  return nil
}

extension Unicode.Scalar {
  /// Python's `str.isprintable` of the character.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
