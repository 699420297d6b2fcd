/// Decodes bytes into code points.
struct TextDecoder {
  let encoding: TextEncoding
  let errors: CodecErrors
  private var points: [UInt32] = []

  /// The text of `bytes`. Throws what the encoding does not allow, unless `errors` says otherwise.
  static func text(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ errors: CodecErrors = .strict
  ) throws(CodecFailure) -> UnicodeText {
    switch encoding {
    case .utf8, .ascii: if bytes.allSatisfy({ $0 < 0x80 }) { return UnicodeText(utf8: bytes) }
    default: break
    }
    var decoder = TextDecoder(encoding: encoding, errors: errors)
    switch encoding {
    case .utf8: try decoder.decodeUTF8(bytes, from: 0)
    case .utf8Signature: try decoder.decodeUTF8(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    case .ascii: try decoder.decodeASCII(bytes)
    case .latin1: return UnicodeText(codePoints: bytes.map(UInt32.init))
    case .escapes(let isRaw): try decoder.decodeEscapes(bytes, isRaw: isRaw)
    case .windows1252: try decoder.decodeWindows(bytes)
    case .utf16(let isBig): try decoder.decodeWide(bytes, 2, isBig)
    case .utf32(let isBig): try decoder.decodeWide(bytes, 4, isBig)
    }
    return UnicodeText(codePoints: decoder.points)
  }

  private init(encoding: TextEncoding, errors: CodecErrors) {
    self.encoding = encoding
    self.errors = errors
  }

  /// Does with undecodable bytes what `errors` says.
  private mutating func refuse(_ bytes: [UInt8], _ range: Range<Int>, _ reason: String) throws(CodecFailure) {
    switch errors {
    case .ignore: break
    case .replace: points.append(0xFFFD)
    case .backslashreplace:
      for byte in bytes[range] {
        let digits = String(byte, radix: 16)
        points += "\\x\(digits.utf8.count < 2 ? "0" : "")\(digits)".unicodeScalars.map(\.value)
      }
    case .surrogateescape where bytes[range].allSatisfy { $0 >= 0x80 }:
      for byte in bytes[range] { points.append(0xDC00 + UInt32(byte)) }
    default: throw CodecFailure(encoding: encoding.codecName, range: range, reason: reason)
    }
  }

  /// Latin-1 with the escapes of source text.
  private mutating func decodeEscapes(_ bytes: [UInt8], isRaw: Bool) throws(CodecFailure) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        points.append(UInt32(bytes[index]))
        index += 1
        continue
      }
      guard index + 1 < bytes.count else {
        if isRaw { return points.append(92) }
        return try refuse(bytes, index..<bytes.count, "\\ at end of string")
      }
      let letter = bytes[index + 1]
      let digits =
        letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : letter == UInt8(ascii: "x") ? 2 : 0
      if digits == 0 || isRaw && digits == 2 {
        index += decodeEscape(bytes, index, isRaw: isRaw)
        continue
      }
      let rest = bytes[(index + 2)...].prefix(digits)
      guard rest.count == digits, let point = UInt32(String(decoding: rest, as: UTF8.self), radix: 16) else {
        let count = rest.prefix { ($0 | 32) >= 97 && ($0 | 32) <= 102 || $0 >= 48 && $0 <= 57 }.count
        let mark = String(decoding: [92, letter], as: UTF8.self) + String(repeating: "X", count: digits)
        try refuse(bytes, index..<(index + 2 + count), "truncated \(mark) escape")
        index += 2 + count
        continue
      }
      if point > 0x10FFFF {
        try refuse(bytes, index..<(index + 2 + digits), "illegal Unicode character")
      } else {
        points.append(point)
      }
      index += 2 + digits
    }
  }

  /// An escape of one letter or of octal digits; how many bytes it takes.
  private mutating func decodeEscape(_ bytes: [UInt8], _ start: Int, isRaw: Bool) -> Int {
    let letter = bytes[start + 1]
    if letter == 10, !isRaw { return 2 }
    let simple: [UInt8: UInt32] = [
      92: 92, 39: 39, 34: 34, 97: 7, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11,
    ]
    if !isRaw, let point = simple[letter] {
      points.append(point)
      return 2
    }
    let octal = isRaw ? [] : bytes[(start + 1)...].prefix(3).prefix { $0 >= 48 && $0 <= 55 }
    if !octal.isEmpty {
      points.append(octal.reduce(0) { $0 * 8 + UInt32($1 - 48) })
      return 1 + octal.count
    }
    points += [92, UInt32(letter)]
    return 2
  }

  private mutating func decodeUTF8(_ bytes: [UInt8], from start: Int) throws(CodecFailure) {
    points.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        points.append(UInt32(lead))
        index += 1
        continue
      }
      let (length, lowest, highest) = TextDecoder.shape(lead, allowsSurrogates: errors == .surrogatepass)
      if length == 0 {
        try refuse(bytes, index..<index + 1, "invalid start byte")
        index += 1
        continue
      }
      var point = UInt32(lead) & (0x7F >> UInt32(length))
      var count = 1
      while count < length, index + count < bytes.count {
        let byte = bytes[index + count]
        let isRight = count == 1 ? byte >= lowest && byte <= highest : byte & 0xC0 == 0x80
        if !isRight { break }
        point = point << 6 | UInt32(byte & 0x3F)
        count += 1
      }
      if count == length {
        points.append(point)
      } else {
        let isCut = index + count == bytes.count
        try refuse(bytes, index..<index + count, isCut ? "unexpected end of data" : "invalid continuation byte")
      }
      index += count
    }
  }

  /// How many bytes a lead byte begins, and the bounds of the second; 0: it begins none.
  static func shape(_ lead: UInt8, allowsSurrogates: Bool = false) -> (Int, UInt8, UInt8) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xED: (3, 0x80, allowsSurrogates ? 0xBF : 0x9F)
    case 0xE1...0xEF: (3, 0x80, 0xBF)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }

  private mutating func decodeASCII(_ bytes: [UInt8]) throws(CodecFailure) {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        points.append(UInt32(byte))
      } else {
        try refuse(bytes, index..<index + 1, "ordinal not in range(128)")
      }
    }
  }

  private mutating func decodeWindows(_ bytes: [UInt8]) throws(CodecFailure) {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 || byte >= 0xA0 {
        points.append(UInt32(byte))
      } else if let point = Windows1252.points[Int(byte) - 0x80] {
        points.append(point)
      } else {
        try refuse(bytes, index..<index + 1, "character maps to <undefined>")
      }
    }
  }

  private mutating func decodeWide(_ bytes: [UInt8], _ width: Int, _ isBig: Bool?) throws(CodecFailure) {
    var index = 0
    var isBigEndian = isBig ?? false
    if isBig == nil, bytes.count >= width {
      let mark = unit(bytes, 0, width, isBig: false)
      if mark == 0xFEFF { index = width }
      if mark == (width == 2 ? 0xFFFE : 0xFFFE_0000) { (index, isBigEndian) = (width, true) }
    }
    while index < bytes.count {
      guard index + width <= bytes.count else {
        try refuse(bytes, index..<bytes.count, "truncated data")
        return
      }
      let point = unit(bytes, index, width, isBig: isBigEndian)
      if width == 2, point & 0xFC00 == 0xD800 {
        guard index + 4 <= bytes.count else {
          try refuse(bytes, index..<bytes.count, "unexpected end of data")
          return
        }
        let low = unit(bytes, index + 2, 2, isBig: isBigEndian)
        if low & 0xFC00 == 0xDC00 {
          points.append(0x10000 + (point & 0x3FF) << 10 + low & 0x3FF)
          index += 4
          continue
        }
      }
      if point > 0x10FFFF {
        try refuse(bytes, index..<index + width, "code point not in range(0x110000)")
      } else if point & 0xFFFF_F800 == 0xD800 && errors != .surrogatepass {
        let reason = width == 2 ? "illegal encoding" : "code point in surrogate code point range(0xd800, 0xe000)"
        try refuse(bytes, index..<index + width, reason)
      } else {
        points.append(point)
      }
      index += width
    }
  }

  private func unit(_ bytes: [UInt8], _ index: Int, _ width: Int, isBig: Bool) -> UInt32 {
    var value: UInt32 = 0
    for offset in 0..<width {
      value = value << 8 | UInt32(bytes[index + (isBig ? offset : width - 1 - offset)])
    }
    return value
  }
}

/// The characters of Windows-1252 between 0x80 and 0x9F; nil where there is none.
enum Windows1252 {
  static let points: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D,
    nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil,
    0x017E, 0x0178,
  ]
}
