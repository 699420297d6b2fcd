/// Strings as Python shows them.
enum StringText {
  /// Python's `repr(str)` of UTF-8 text (lone surrogates as WTF-8): single quotes unless only they occur inside,
  /// code points that are not printable escaped.
  static func repr(_ text: [UInt8]) -> [UInt8] {
    quoted(text, asciiOnly: false)
  }

  /// Python's `ascii(str)`: like repr with every code point above U+007F escaped.
  static func ascii(_ text: [UInt8]) -> [UInt8] {
    quoted(text, asciiOnly: true)
  }

  /// `text`, itself a repr, with every code point above U+007F escaped (what `ascii(object)` does with a repr).
  static func escapingNonASCII(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for point in CodePoints.decode(text) {
      if point < 0x80 { out.append(UInt8(truncatingIfNeeded: point)) } else { appendEscape(point, to: &out) }
    }
    return out
  }

  /// Python's `repr(bytes)`: `b'a\x00'`. A bytearray's escapes apostrophes even between double quotes.
  static func bytesRepr(_ bytes: [UInt8], escapesApostrophes: Bool = false) -> [UInt8] {
    let quote = quote(for: bytes)
    var out: [UInt8] = [UInt8(ascii: "b"), quote]
    for byte in bytes {
      if escapesApostrophes && byte == UInt8(ascii: "'") && byte != quote {
        out += [UInt8(ascii: "\\"), byte]
      } else if !appendCommonEscape(UInt32(byte), quote: quote, to: &out) {
        if byte >= 0x20 && byte < 0x7F { out.append(byte) } else { appendEscape(UInt32(byte), to: &out) }
      }
    }
    out.append(quote)
    return out
  }

  /// `text` for the inside of an error message: what is not printable is escaped, nothing is quoted.
  static func escapedForMessage(_ text: some Collection<UInt8>) -> String {
    var out: [UInt8] = []
    for point in CodePoints.decode(text) {
      if CodePoints.isPrintable(point) {
        CodePoints.append(point, to: &out)
      } else if !appendControlEscape(point, to: &out) {
        appendEscape(point, to: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func quoted(_ text: [UInt8], asciiOnly: Bool) -> [UInt8] {
    let quote = quote(for: text)
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 2)
    out.append(quote)
    var index = text.startIndex
    while index < text.endIndex {
      let point = CodePoints.next(in: text, at: &index)
      if appendCommonEscape(point, quote: quote, to: &out) { continue }
      if CodePoints.isPrintable(point) && !(asciiOnly && point >= 0x80) {
        CodePoints.append(point, to: &out)
      } else {
        appendEscape(point, to: &out)
      }
    }
    out.append(quote)
    return out
  }

  private static func quote(for text: [UInt8]) -> UInt8 {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    return text.contains(single) && !text.contains(double) ? double : single
  }

  /// Appends the short escape of a quote, backslash, tab or line end; false when `point` has none.
  private static func appendCommonEscape(_ point: UInt32, quote: UInt8, to out: inout [UInt8]) -> Bool {
    if point == UInt32(quote) || point == 92 {
      out.append(92)
      out.append(UInt8(truncatingIfNeeded: point))
      return true
    }
    return appendControlEscape(point, to: &out)
  }

  private static func appendControlEscape(_ point: UInt32, to out: inout [UInt8]) -> Bool {
    let letter: UInt8
    switch point {
    case 9: letter = UInt8(ascii: "t")
    case 10: letter = UInt8(ascii: "n")
    case 13: letter = UInt8(ascii: "r")
    default: return false
    }
    out.append(92)
    out.append(letter)
    return true
  }

  /// Appends `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
  private static func appendEscape(_ point: UInt32, to out: inout [UInt8]) {
    let (letter, width): (UInt8, Int)
    switch point {
    case 0..<0x100: (letter, width) = (UInt8(ascii: "x"), 2)
    case 0x100..<0x10000: (letter, width) = (UInt8(ascii: "u"), 4)
    default: (letter, width) = (UInt8(ascii: "U"), 8)
    }
    let digits = String(point, radix: 16).utf8
    out.append(92)
    out.append(letter)
    out.append(contentsOf: repeatElement(48, count: max(width - digits.count, 0)))
    out.append(contentsOf: digits)
  }
}
