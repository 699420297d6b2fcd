/// Encodes text into bytes.
struct TextEncoder {
  let encoding: TextEncoding
  let errors: CodecErrors
  private var bytes: [UInt8] = []

  /// The bytes of a text. Throws what has none in the encoding, unless `errors` says otherwise.
  static func bytes(
    _ text: UnicodeText, _ encoding: TextEncoding, _ errors: CodecErrors = .strict
  ) throws(CodecFailure) -> [UInt8] {
    if encoding.isByteBased && text.isASCII {
      return encoding == .utf8Signature ? [0xEF, 0xBB, 0xBF] + text.utf8 : text.utf8
    }
    var encoder = TextEncoder(encoding: encoding, errors: errors)
    try encoder.encode(text.codePoints)
    return encoder.bytes
  }

  private init(encoding: TextEncoding, errors: CodecErrors) {
    self.encoding = encoding
    self.errors = errors
  }

  private mutating func encode(_ points: [UInt32]) throws(CodecFailure) {
    switch encoding {
    case .utf8Signature: bytes = [0xEF, 0xBB, 0xBF]
    case .utf16(nil): bytes = [0xFF, 0xFE]
    case .utf32(nil): bytes = [0xFF, 0xFE, 0, 0]
    default: break
    }
    var index = 0
    while index < points.count {
      if let reason = put(points[index]) {
        var end = index + 1
        while end < points.count, reason == refusal(of: points[end]) { end += 1 }
        try refuse(points, index..<end, reason)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Why a code point has no bytes; nil where it has.
  private func refusal(of point: UInt32) -> String? {
    switch encoding {
    case .ascii: return point < 0x80 ? nil : "ordinal not in range(128)"
    case .latin1: return point < 0x100 ? nil : "ordinal not in range(256)"
    case .windows1252:
      if point < 0x80 || (0xA0..<0x100).contains(point) || Windows1252.points.contains(point) { return nil }
      return "character maps to <undefined>"
    case .escapes: return nil
    default: return point & 0xFFFF_F800 == 0xD800 && errors != .surrogatepass ? "surrogates not allowed" : nil
    }
  }

  /// Appends a code point's bytes; the reason where it has none.
  private mutating func put(_ point: UInt32) -> String? {
    if let reason = refusal(of: point) { return reason }
    switch encoding {
    case .ascii, .latin1: bytes.append(UInt8(truncatingIfNeeded: point))
    case .windows1252:
      let place = Windows1252.points.firstIndex(of: point)
      bytes.append(place.map { UInt8(0x80 + $0) } ?? UInt8(truncatingIfNeeded: point))
    case .escapes(let isRaw): putEscaped(point, isRaw: isRaw)
    case .utf8, .utf8Signature: CodePoints.append(point, to: &bytes)
    case .utf16(let isBig):
      if point > 0xFFFF {
        put(unit: 0xD800 + (point - 0x10000) >> 10, 2, isBig)
        put(unit: 0xDC00 + (point - 0x10000) & 0x3FF, 2, isBig)
      } else {
        put(unit: point, 2, isBig)
      }
    case .utf32(let isBig): put(unit: point, 4, isBig)
    }
    return nil
  }

  private mutating func putEscaped(_ point: UInt32, isRaw: Bool) {
    let letters: [UInt32: String] = [9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\"]
    if point < 0x100, isRaw || (32..<127).contains(point) && point != 92 {
      bytes.append(UInt8(truncatingIfNeeded: point))
    } else {
      bytes += (isRaw ? nil : letters[point] ?? nil)?.utf8 ?? StringText.escaped(point).utf8
    }
  }

  private mutating func put(unit: UInt32, _ width: Int, _ isBig: Bool?) {
    for offset in 0..<width {
      let place = isBig == true ? width - 1 - offset : offset
      bytes.append(UInt8(truncatingIfNeeded: unit >> UInt32(8 * place)))
    }
  }

  private mutating func refuse(_ points: [UInt32], _ range: Range<Int>, _ reason: String) throws(CodecFailure) {
    let failure = CodecFailure(encoding: encoding.codecName, range: range, reason: reason)
    for index in range {
      let point = points[index]
      switch errors {
      case .ignore: break
      case .replace: _ = put(UInt32(UInt8(ascii: "?")))
      case .backslashreplace, .namereplace:
        for scalar in StringText.escaped(point).unicodeScalars { _ = put(scalar.value) }
      case .xmlcharrefreplace: for scalar in "&#\(point);".unicodeScalars { _ = put(scalar.value) }
      case .surrogateescape where (0xDC80...0xDCFF).contains(point) && encoding.isByteBased:
        bytes.append(UInt8(truncatingIfNeeded: point))
      default: throw failure
      }
    }
  }
}

extension StringText {
  /// A code point as a string's source escapes it: `\xe9`, `\u20ac`, `\U0001f600`.
  static func escaped(_ point: UInt32) -> String {
    let digits = String(point, radix: 16)
    let (mark, width) = point < 0x100 ? ("x", 2) : point < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}
