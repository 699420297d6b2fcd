extension Lexer {
  /// Reads a name, a keyword, or a string with a prefix.
  mutating func lexNameOrPrefixedString() throws(Diagnostic) {
    let start = position
    var packed: UInt64 = 0
    var joined: UInt8 = 0
    while position < end {
      let byte = bytes[position]
      guard Ascii.isNamePart(byte) else { break }
      packed = packed << 8 | UInt64(byte)
      joined |= byte
      position += 1
    }
    let length = position - start
    if length <= 2, peek() == Ascii.quote || peek() == Ascii.doubleQuote, isStringPrefix(packed, length) {
      return try lexString(from: start)
    }
    if joined >= 0x80 { try validateName(from: start) }
    append(kind(ofName: packed, length), from: start)
  }

  /// Whether one or two letters can begin a string literal: r, b, u, f, and r with b or f, in any case and order.
  private func isStringPrefix(_ packed: UInt64, _ length: Int) -> Bool {
    let last = UInt8(truncatingIfNeeded: packed) | 0x20
    let (r, b, u, f) = (UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"), UInt8(ascii: "f"))
    if length == 1 { return last == r || last == b || last == u || last == f }
    switch UInt8(truncatingIfNeeded: packed >> 8) | 0x20 {
    case r: return last == b || last == f
    case b, f: return last == r
    case u: return python2 && last == r
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
    if let name = source.unknownEncoding {
      let message = source.origin == .bytes ? "unknown encoding: \(name)" : "encoding problem: \(name)"
      throw Diagnostic(.syntaxError, message, at: Span(start: 0, end: 0))
    }
    guard let (offset, reason) = firstInvalidUTF8(bytes) else { return }
    let byte = String(bytes[offset], radix: 16)
    let span = Span(start: Int32(clamping: offset), end: Int32(clamping: offset + 1))
    if !source.declaresEncoding, source.origin == .file, !source.name.hasPrefix("<") {
      let line = source.lineColumn(of: Int32(clamping: offset)).line
      throw Diagnostic(
        .syntaxError,
        "Non-UTF-8 code starting with '\\x\(byte)' in file \(source.name) on line \(line), but no encoding declared; "
          + "see https://peps.python.org/pep-0263/ for details",
        at: span)
    }
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
