/// Resolves the backslash escapes of a string or bytes literal.
struct EscapeDecoder {
  /// An escape that names no character, with CPython's message.
  struct Failure: Error {
    let message: String
  }

  private let bytes: ArraySlice<UInt8>
  private let isBytes: Bool
  private var position: Int
  private var output: [UInt8] = []
  /// How far CPython's positions, in which a character beyond ASCII counts ten, are ahead of the byte offsets.
  private var positionShift = 0
  /// The escapes that stand for themselves, with their offsets in the source.
  private(set) var invalidEscapes: [(offset: Int, text: String)] = []

  /// A decoder of the bytes between a literal's quotes.
  init(_ bytes: ArraySlice<UInt8>, isBytes: Bool) {
    self.bytes = bytes
    self.isBytes = isBytes
    position = bytes.startIndex
  }

  /// The literal's value: UTF-8 with surrogates as three bytes, or plain bytes.
  mutating func decode() throws(Failure) -> [UInt8] {
    output.reserveCapacity(bytes.count)
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte != Ascii.backslash {
        if !isBytes { positionShift += byte >= 0xC0 ? 9 : byte >= 0x80 ? -1 : 0 }
        output.append(byte)
        position += 1
        continue
      }
      try decodeEscape()
    }
    return output
  }

  private mutating func decodeEscape() throws(Failure) {
    let start = position
    position += 2
    guard start + 1 < bytes.endIndex else { return output.append(Ascii.backslash) }
    let letter = bytes[start + 1]
    switch letter {
    case Ascii.newline: break
    case Ascii.backslash, Ascii.quote, Ascii.doubleQuote: output.append(letter)
    case 0x61: output.append(0x07)
    case 0x62: output.append(0x08)
    case 0x66: output.append(0x0C)
    case 0x6E: output.append(0x0A)
    case 0x72: output.append(0x0D)
    case 0x74: output.append(0x09)
    case 0x76: output.append(0x0B)
    case 0x30...0x37: decodeOctal()
    case 0x78: try decodeHexadecimal(from: start, digits: 2, "truncated \\xXX escape")
    case 0x75 where !isBytes: try decodeHexadecimal(from: start, digits: 4, "truncated \\uXXXX escape")
    case 0x55 where !isBytes: try decodeHexadecimal(from: start, digits: 8, "truncated \\UXXXXXXXX escape")
    case 0x4E where !isBytes: try decodeName(from: start)
    default:
      position = start + 1
      output.append(Ascii.backslash)
      let length = bytes[position...].prefix(4).dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
      invalidEscapes.append((start, "\\" + String(decoding: bytes[position...].prefix(length), as: UTF8.self)))
    }
  }

  private mutating func decodeOctal() {
    position -= 1
    var value: UInt32 = 0
    for byte in bytes[position...].prefix(3) {
      guard byte >= 0x30, byte <= 0x37 else { break }
      value = value << 3 | UInt32(byte & 7)
      position += 1
    }
    append(value)
  }

  private mutating func decodeHexadecimal(from start: Int, digits: Int, _ message: String) throws(Failure) {
    var value: UInt32 = 0
    var count = 0
    for byte in bytes[position...].prefix(digits) {
      guard let digit = Ascii.hexValue(byte) else { break }
      value = value << 4 | UInt32(digit)
      count += 1
    }
    position += count
    guard count == digits else {
      if isBytes {
        throw Failure(message: "(value error) invalid \\x escape at position \(start - bytes.startIndex)")
      }
      throw failure(message, from: start)
    }
    guard value <= 0x10FFFF else { throw failure("illegal Unicode character", from: start) }
    append(value)
  }

  private mutating func decodeName(from start: Int) throws(Failure) {
    let malformed = "malformed \\N character escape"
    guard position < bytes.endIndex, bytes[position] == Ascii.openBrace else { throw failure(malformed, from: start) }
    position += 1
    guard let close = bytes[position...].firstIndex(of: Ascii.closeBrace) else {
      position = bytes.endIndex
      throw failure(malformed, from: start)
    }
    let name = String(decoding: bytes[position..<close], as: UTF8.self)
    guard !name.isEmpty else { throw failure(malformed, from: start) }
    position = close + 1
    guard let scalar = CharacterNames.scalar(named: name) else {
      throw failure("unknown Unicode character name", from: start)
    }
    append(scalar.value)
  }

  private mutating func append(_ value: UInt32) {
    if isBytes || value < 0x80 {
      output.append(UInt8(truncatingIfNeeded: value))
      return
    }
    let continuation = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | (value >> shift & 0x3F)) }
    switch value {
    case 0..<0x800: output += [UInt8(truncatingIfNeeded: 0xC0 | value >> 6), continuation(0)]
    case 0..<0x10000: output += [UInt8(truncatingIfNeeded: 0xE0 | value >> 12), continuation(6), continuation(0)]
    default:
      output += [UInt8(truncatingIfNeeded: 0xF0 | value >> 18), continuation(12), continuation(6), continuation(0)]
    }
  }

  /// CPython's UnicodeDecodeError for the escape from `start` to the current position.
  private func failure(_ reason: String, from start: Int) -> Failure {
    let first = start - bytes.startIndex + positionShift
    let last = max(first, position - bytes.startIndex + positionShift - 1)
    let place = first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return Failure(message: "(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)")
  }
}

/// Finds characters by their Unicode names, for `\N{…}`.
enum CharacterNames {
  /// The character with this name or alias, in any case; nil if there is none.
  /// - Complexity: a walk over all characters.
  static func scalar(named name: String) -> Unicode.Scalar? {
    let wanted = name.uppercased()
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if value == 0x32400 { break }
      if scalar.properties.name == wanted || scalar.properties.nameAlias == wanted { return scalar }
    }
    return nil
  }
}
