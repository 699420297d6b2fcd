extension Context {
  /// `complex(text)`. ValueError where the text is no complex number.
  func parseComplex(_ text: UnicodeText) throws(Fault) -> ComplexNumber {
    guard let bytes = NumberParsing.ascii(Array(text.codePoints)), let number = ComplexParsing.number(bytes) else {
      throw Fault(.valueError, "complex() arg is a malformed string")
    }
    return number
  }
}

/// Complex numbers from text: `1+2j`, `2j`, `(1-3e5j)`, `j`, without space inside.
enum ComplexParsing {
  static func number(_ bytes: [UInt8]) -> ComplexNumber? {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "(") {
      rest = trimmed(rest.dropFirst())
      guard rest.last == UInt8(ascii: ")") else { return nil }
      rest = trimmed(rest.dropLast())
    }
    if takesUnit(rest.last) {
      rest.removeLast()
      return imaginary(rest)
    }
    return part(rest).map { ComplexNumber($0, 0) }
  }

  private static func takesUnit(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "j") || byte == UInt8(ascii: "J") }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 32 || (byte >= 9 && byte <= 13) }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }

  /// What stands before the `j`: a real part or none, and the imaginary part or its sign alone.
  private static func imaginary(_ bytes: ArraySlice<UInt8>) -> ComplexNumber? {
    let isSign = { (byte: UInt8) in byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
    var split = bytes.startIndex
    for index in bytes.indices.dropFirst() where isSign(bytes[index]) {
      let before = bytes[index - 1] | 0x20
      // The sign of an exponent does not begin a part.
      if before == UInt8(ascii: "e"), index - 2 >= bytes.startIndex, bytes[index - 2] != UInt8(ascii: "n") {
        let isDigit = (48...57).contains(bytes[index - 2]) || bytes[index - 2] == UInt8(ascii: ".")
        if isDigit { continue }
      }
      split = index
    }
    let second = bytes[split...]
    let unit: Double?
    if second.isEmpty || second.elementsEqual("+".utf8) {
      unit = 1
    } else if second.elementsEqual("-".utf8) {
      unit = -1
    } else {
      unit = part(second)
    }
    guard let unit else { return nil }
    if split == bytes.startIndex { return ComplexNumber(0, unit) }
    return part(bytes[..<split]).map { ComplexNumber($0, unit) }
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard let first = bytes.first, first > 32, bytes.last.map({ $0 > 32 }) ?? false else { return nil }
    return NumberParsing.float(bytes.map { UInt32($0) })
  }
}
