/// A value of a JSON text.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The member of an object; nil for anything else.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The items of an array; nil for anything else.
  var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The text of a string; nil for anything else.
  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

/// Why a text is no JSON, and where.
struct JSONError: Error, Equatable {
  let message: String
  /// The line, from 1.
  let line: Int
}

/// Reads JSON as RFC 8259 defines it. Any bytes are accepted as input, and nesting is bounded.
struct JSONReader {
  private static let maximumNesting = 200
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a text consists of.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.readValue(nesting: 0)
    reader.skipBlanks()
    if reader.position < bytes.count { throw reader.error("something follows the value") }
    return value
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ message: String) -> JSONError {
    let before = bytes[..<min(position, bytes.count)]
    return JSONError(message: message, line: before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) })
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    if !accept(character) { throw error("'\(character)' expected") }
  }

  private mutating func readValue(nesting: Int) throws(JSONError) -> JSONValue {
    if nesting > JSONReader.maximumNesting { throw error("nested too deep") }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try readObject(nesting)
    case UInt8(ascii: "["): return try readArray(nesting)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("a value expected") }
    position += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = position
    while let byte = current,
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || (byte >= 0x30 && byte <= 0x39)
    {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw error("a value expected") }
    return .number(text)
  }

  private mutating func readArray(_ nesting: Int) throws(JSONError) -> JSONValue {
    try expect("[")
    var items: [JSONValue] = []
    if accept("]") { return .array(items) }
    repeat { items.append(try readValue(nesting: nesting + 1)) } while accept(",")
    try expect("]")
    return .array(items)
  }

  private mutating func readObject(_ nesting: Int) throws(JSONError) -> JSONValue {
    try expect("{")
    var members: [String: JSONValue] = [:]
    if accept("}") { return .object(members) }
    repeat {
      skipBlanks()
      let name = try readString()
      try expect(":")
      members[name] = try readValue(nesting: nesting + 1)
    } while accept(",")
    try expect("}")
    return .object(members)
  }

  private mutating func readString() throws(JSONError) -> String {
    guard current == UInt8(ascii: "\"") else { throw error("a string expected") }
    position += 1
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw error("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\\") { try readEscape(into: &text) } else { text.append(byte) }
    }
    guard current != nil else { throw error("a string has no end") }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw error("a string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): try readCodePoint(into: &text)
    default: throw error("an unknown escape in a string")
    }
  }

  /// Reads the digits of `\uXXXX`, and a second escape after the first half of a surrogate pair.
  private mutating func readCodePoint(into text: inout [UInt8]) throws(JSONError) {
    var point = try readHex()
    if point & 0xFC00 == 0xD800, bytes[min(position, bytes.count)...].starts(with: Array("\\u".utf8)) {
      let start = position
      position += 2
      let low = try readHex()
      if low & 0xFC00 == 0xDC00 {
        point = 0x10000 + (point & 0x3FF) << 10 + (low & 0x3FF)
      } else {
        position = start
      }
    }
    text += String(Unicode.Scalar(point).map(Character.init) ?? "\u{FFFD}").utf8
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+"), bytes[position] != UInt8(ascii: "-")
    else { throw error("four hexadecimal digits expected") }
    position += 4
    return value
  }
}
