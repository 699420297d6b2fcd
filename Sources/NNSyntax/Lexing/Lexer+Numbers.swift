extension Lexer {
  /// Reads a number; what follows it directly must not be a letter or digit.
  mutating func lexNumber() throws(Diagnostic) {
    let start = position
    let isRadix = peek() == Ascii.zero && "xob".utf8.contains(Ascii.lowercased(peek(1)))
    if isRadix {
      try lexRadixNumber(from: start)
    } else {
      try lexDecimalNumber(from: start)
    }
    append(.number, from: start)
  }

  private mutating func lexRadixNumber(from start: Int) throws(Diagnostic) {
    let (name, radix): (String, UInt8) =
      switch Ascii.lowercased(peek(1)) {
      case 0x78: ("hexadecimal", 16)
      case 0x6F: ("octal", 8)
      default: ("binary", 2)
      }
    position += 2
    repeat {
      if peek() == Ascii.underscore { position += 1 }
      guard isDigit(radix) else {
        try rejectDigit(name)
        throw failure("invalid \(name) literal", from: start)
      }
      while isDigit(radix) { position += 1 }
    } while peek() == Ascii.underscore
    try rejectDigit(name)
    try verifyEnd(name, from: start)
  }

  private func isDigit(_ radix: UInt8) -> Bool {
    guard position < end, let value = Ascii.hexValue(peek()) else { return false }
    return value < radix
  }

  private func rejectDigit(_ name: String) throws(Diagnostic) {
    guard Ascii.isDigit(peek()) else { return }
    let digit = String(decoding: [peek()], as: UTF8.self)
    throw failure("invalid digit '\(digit)' in \(name) literal", from: position)
  }

  private mutating func lexDecimalNumber(from start: Int) throws(Diagnostic) {
    let startsWithZero = peek() == Ascii.zero
    if peek() != Ascii.dot { try skipDigits(from: start) }
    let integerEnd = position
    var isInteger = true
    if peek() == Ascii.dot {
      isInteger = false
      position += 1
      if Ascii.isDigit(peek()) { try skipDigits(from: start) }
    }
    if Ascii.lowercased(peek()) == 0x65 {
      let mark = position
      let signed = peek(1) == 0x2B || peek(1) == 0x2D
      position += signed ? 2 : 1
      if Ascii.isDigit(peek()) {
        isInteger = false
        try skipDigits(from: start)
      } else if signed {
        throw failure("invalid decimal literal", from: start)
      } else {
        position = mark
        return try verifyEnd("decimal", from: start)
      }
    }
    if Ascii.lowercased(peek()) == 0x6A {
      position += 1
      return try verifyEnd("imaginary", from: start)
    }
    let isOldOctal = python2 && bytes[start..<integerEnd].allSatisfy { (0x30...0x37).contains($0) }
    if isInteger, startsWithZero, !isOldOctal,
      bytes[start..<integerEnd].contains(where: { $0 > Ascii.zero && $0 != Ascii.underscore })
    {
      var diagnostic = failure(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        from: start)
      let digits = bytes[start..<integerEnd].drop { $0 == Ascii.zero }
      if digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        diagnostic.hint = "0o\(String(decoding: digits, as: UTF8.self)) is the octal number"
      }
      throw diagnostic
    }
    try verifyEnd("decimal", from: start)
  }

  /// Skips digits with single underscores between them.
  private mutating func skipDigits(from start: Int) throws(Diagnostic) {
    while true {
      while Ascii.isDigit(peek()) { position += 1 }
      guard peek() == Ascii.underscore else { return }
      position += 1
      guard Ascii.isDigit(peek()) else { throw failure("invalid decimal literal", from: start) }
    }
  }

  /// Throws when a name follows the number directly; a keyword that may stand there only warns, as in CPython 3.11.
  private mutating func verifyEnd(_ kind: String, from start: Int) throws(Diagnostic) {
    // Python 2's 10L.
    if python2, Ascii.lowercased(peek()) == 0x6C, kind != "imaginary" { position += 1 }
    guard position < end, peek() < 0x80, Ascii.isNamePart(peek()) else { return }
    let follows = ["and", "else", "for", "if", "in", "is", "or", "not"].contains { word in
      bytes[position..<end].starts(with: word.utf8)
    }
    guard follows else {
      var diagnostic = failure("invalid \(kind) literal", from: start)
      if Ascii.lowercased(peek()) == 0x6C, position + 1 == end || !Ascii.isNamePart(peek(1)) {
        diagnostic.hint = "integers have no bound here: leave out the L"
      }
      throw diagnostic
    }
    var warning = failure("invalid \(kind) literal", from: start)
    warning.kind = .deprecationWarning
    warnings.append(warning)
  }
}
