/// Reads JSON texts as `json.loads` does without options. It says nothing about what is wrong: where it answers nil,
/// `json.decoder` reads the text again and finds the fault.
struct JsonReader {
  private let bytes: ByteView
  private let context: Context
  private var place = 0
  private var depth = 0
  private static let deepest = 500

  init(_ bytes: ByteView, _ context: Context) {
    (self.bytes, self.context) = (bytes, context)
  }

  /// The value of the whole text.
  mutating func whole() throws(Fault) -> Value? {
    guard let result = try value() else { return nil }
    skipSpace()
    if place == bytes.count { return result }
    return nil
  }

  /// The byte at the place, 0 at the end.
  private var next: UInt8 { @inline(__always) get { place < bytes.count ? bytes[place] : 0 } }

  @inline(__always) private mutating func skipSpace() {
    while place < bytes.count {
      let byte = bytes[place]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      place &+= 1
    }
  }

  /// Goes over a byte if it comes next, space before it left out.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte, place < bytes.count else { return false }
    place &+= 1
    return true
  }

  private mutating func value() throws(Fault) -> Value? {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""):
      place &+= 1
      return string()
    case UInt8(ascii: "{"): return try container { (reader) throws(Fault) in try reader.object() }
    case UInt8(ascii: "["): return try container { (reader) throws(Fault) in try reader.array() }
    case UInt8(ascii: "n"): if takes("null") { return .nothing }
    case UInt8(ascii: "t"): if takes("true") { return .bool(true) }
    case UInt8(ascii: "f"): if takes("false") { return .bool(false) }
    default: return number()
    }
    return nil
  }

  private mutating func takes(_ word: StaticString) -> Bool {
    let (start, bytes) = (place, bytes)
    let isThere = word.withUTF8Buffer { word in
      guard start &+ word.count <= bytes.count else { return false }
      for index in 0..<word.count where bytes[start &+ index] != word[index] { return false }
      return true
    }
    place &+= word.utf8CodeUnitCount
    return isThere
  }

  // MARK: Numbers

  private mutating func digits() -> Bool {
    let start = place
    while next &- 48 < 10 { place &+= 1 }
    return place > start
  }

  private mutating func number() -> Value? {
    let start = place
    if next == UInt8(ascii: "-") { place &+= 1 }
    let first = place
    guard digits() else { return nil }
    // A leading zero is the whole number, and what follows a fault.
    if bytes[first] == 48 && place &- first > 1 { return nil }
    let whole = place
    if next == UInt8(ascii: ".") {
      place &+= 1
      guard digits() else { return nil }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      place &+= 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { place &+= 1 }
      guard digits() else { return nil }
    }
    if place == whole {
      guard whole &- first <= 18 else { return nil }
      var number = 0
      for index in first..<whole { number = number &* 10 &+ Int(bytes[index] &- 48) }
      return .int(first > start ? 0 &- number : number)
    }
    let text = bytes.slice(start, place)
    if let quick = text.smallFloat { return .float(quick) }
    guard let float = Double(String(decoding: text.array, as: UTF8.self)) else { return nil }
    return .float(float)
  }

  // MARK: Texts

  /// The text whose opening quote was taken.
  private mutating func string() -> Value? {
    let start = place
    var bits: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place &+= 1
        let text = bytes.slice(start, place &- 1)
        if bits < 0x80 { return .string(ascii: text) }
        return .string(text)
      }
      if byte == UInt8(ascii: "\\") { return longString(start) }
      if byte < 0x20 { return nil }
      bits |= byte
      place &+= 1
    }
    return nil
  }

  /// The same of a text with escapes.
  private mutating func longString(_ start: Int) -> Value? {
    var text = TextBuilder(capacity: 64)
    text.append(bytes.slice(start, place))
    while place < bytes.count {
      let begin = place
      while place < bytes.count, bytes[place] >= 0x20, bytes[place] != 0x22, bytes[place] != 0x5C { place &+= 1 }
      text.append(bytes.slice(begin, place))
      guard place &+ 1 <= bytes.count, next >= 0x20 else { return nil }
      place &+= 1
      if bytes[place &- 1] == UInt8(ascii: "\"") { return text.finish() }
      guard let point = escape() else { return nil }
      text.append(codePoint: point)
    }
    return nil
  }

  /// What an escape stands for, whose backslash was taken.
  private mutating func escape() -> UInt32? {
    let letter = next
    place &+= 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(letter)
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let unit = hexadecimal() else { return nil }
    guard unit & 0xFC00 == 0xD800, next == UInt8(ascii: "\\"), place &+ 1 < bytes.count,
      bytes[place &+ 1] == UInt8(ascii: "u")
    else { return unit }
    let before = place
    place &+= 2
    guard let low = hexadecimal() else { return nil }
    if low & 0xFC00 == 0xDC00 { return 0x10000 &+ ((unit & 0x3FF) << 10 | low & 0x3FF) }
    place = before
    return unit
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place &+ 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[place]
      let digit = byte &- 48 < 10 ? byte &- 48 : (byte | 0x20) &- 97 < 6 ? (byte | 0x20) &- 87 : 255
      if digit == 255 { return nil }
      unit = unit << 4 | UInt32(digit)
      place &+= 1
    }
    return unit
  }

  // MARK: Containers

  /// Goes one level deeper.
  private mutating func container(
    _ body: (inout JsonReader) throws(Fault) -> Value?
  ) throws(Fault) -> Value? {
    try context.checkInterrupt()
    guard depth < JsonReader.deepest else { return nil }
    depth &+= 1
    place &+= 1
    let result = try body(&self)
    depth &-= 1
    return result
  }

  private mutating func array() throws(Fault) -> Value? {
    var items = ValueList()
    if take(UInt8(ascii: "]")) { return .list(items) }
    while true {
      guard let item = try value() else { return nil }
      items.append(item)
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "]")) { return .list(items) }
      return nil
    }
  }

  private mutating func object() throws(Fault) -> Value? {
    let result = Ref(DictionaryObject())
    if take(UInt8(ascii: "}")) { return .dictionary(result) }
    while true {
      guard take(UInt8(ascii: "\"")), let key = string(), take(UInt8(ascii: ":")), let value = try value() else {
        return nil
      }
      try context.set(result.unowned, key, value)
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "}")) { return .dictionary(result) }
      return nil
    }
  }
}
