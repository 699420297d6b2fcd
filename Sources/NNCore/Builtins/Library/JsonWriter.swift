/// Writes JSON of plain values: None, bool, int, float, str, list, tuple and dict with keys of text or integers. Whatever
/// else there is, and every fault, is left to `json.encoder`: then `append` answers false.
struct JsonWriter: ~Copyable {
  var text = TextBuilder(capacity: 64)
  let isASCII: Bool
  let sortsKeys: Bool
  /// Nil for one line.
  let indent: Value
  let itemSeparator: Value
  let keySeparator: Value
  private var depth = 0
  private static let deepest = 200

  init(
    isASCII: Bool, sortsKeys: Bool, indent: consuming Value, itemSeparator: consuming Value,
    keySeparator: consuming Value
  ) {
    (self.isASCII, self.sortsKeys) = (isASCII, sortsKeys)
    self.indent = indent
    self.itemSeparator = itemSeparator
    self.keySeparator = keySeparator
  }

  consuming func finish() -> Value { text.finish() }

  mutating func append(_ value: borrowing Value, _ context: Context) throws(Fault) -> Bool {
    if let string = value.exactString { return append(string) }
    if let integer = value.asInt {
      text.append(integer)
      return true
    }
    if let float = value.asFloat { return append(float) }
    if value.isNone { return append(constant: "null") }
    if let truth = value.asBool { return append(constant: truth ? "true" : "false") }
    if let list = value.exactList { return try append(list.value.items, context) }
    if let tuple = value.exactTuple { return try append(tuple.value.items, context) }
    if let dictionary = value.exactDictionary, !dictionary.value.isNamespace {
      return try append(dictionary, context)
    }
    return false
  }

  private mutating func append(constant: StaticString) -> Bool {
    constant.withUTF8Buffer { bytes in
      for byte in bytes { text.append(byte) }
    }
    return true
  }

  private mutating func append(_ float: Double) -> Bool {
    guard float.isFinite else { return false }
    if NumberText.isPlain(float) {
      for byte in float.description.utf8 { text.append(byte) }
    } else {
      var digits: [UInt8] = []
      NumberText.appendRepr(float, to: &digits)
      text.append(digits)
    }
    return true
  }

  /// A string in quotes.
  private mutating func append(_ string: Unowned<StringObject>) -> Bool {
    text.append(UInt8(ascii: "\""))
    if string.value.isPlainJson && (!isASCII || string.value.isASCII) {
      text.append(string)
    } else {
      for index in 0..<string.value.count { append(escaping: string.value[index]) }
    }
    text.append(UInt8(ascii: "\""))
    return true
  }

  private mutating func append(escaping point: UInt32) {
    switch point {
    case 0x22, 0x5C: append(escape: UInt8(truncatingIfNeeded: point))
    case 8: append(escape: UInt8(ascii: "b"))
    case 9: append(escape: UInt8(ascii: "t"))
    case 10: append(escape: UInt8(ascii: "n"))
    case 12: append(escape: UInt8(ascii: "f"))
    case 13: append(escape: UInt8(ascii: "r"))
    case 0x20...0x7E: text.append(UInt8(truncatingIfNeeded: point))
    default:
      if point >= 0x20 && !isASCII { return text.append(codePoint: point) }
      guard point >= 0x10000 else { return append(unit: point) }
      append(unit: 0xD800 | (point &- 0x10000) >> 10)
      append(unit: 0xDC00 | (point &- 0x10000) & 0x3FF)
    }
  }

  private mutating func append(escape byte: UInt8) {
    text.append(UInt8(ascii: "\\"))
    text.append(byte)
  }

  private mutating func append(unit: UInt32) {
    append(escape: UInt8(ascii: "u"))
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
      text.append(digit < 10 ? 48 &+ digit : 87 &+ digit)
    }
  }

  // MARK: Containers

  /// Goes one level deeper; false where that is too deep or the text too long.
  private mutating func open(_ bracket: UInt8, _ context: Context) throws(Fault) -> Bool {
    try context.checkInterrupt()
    guard depth < JsonWriter.deepest, text.byteCount < 1 << 28 else { return false }
    depth &+= 1
    text.append(bracket)
    breakLine()
    return true
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    depth &-= 1
    breakLine()
    text.append(bracket)
    return true
  }

  private mutating func separate() {
    if let separator = itemSeparator.exactString { text.append(separator) }
    breakLine()
  }

  /// A new line with the indentation of this level, where the text has lines.
  private mutating func breakLine() {
    guard let indent = indent.exactString else { return }
    text.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { text.append(indent) }
  }

  private mutating func append(_ items: borrowing ValueList, _ context: Context) throws(Fault) -> Bool {
    if items.count == 0 { return append(constant: "[]") }
    guard try open(UInt8(ascii: "["), context) else { return false }
    for index in 0..<items.count {
      if index > 0 { separate() }
      guard try append(items[index], context) else { return false }
    }
    return close(UInt8(ascii: "]"))
  }

  private mutating func append(
    _ dictionary: Unowned<DictionaryObject>, _ context: Context
  ) throws(Fault) -> Bool {
    if dictionary.value.table.count == 0 { return append(constant: "{}") }
    guard try open(UInt8(ascii: "{"), context) else { return false }
    if sortsKeys {
      guard let order = dictionary.value.orderOfNames else { return false }
      for place in 0..<order.count {
        if place > 0 { separate() }
        guard try append(dictionary, order[place], context) else { return false }
      }
      return close(UInt8(ascii: "}"))
    }
    var isFirst = true
    for index in 0..<dictionary.value.table.entries.count {
      if dictionary.value.table.entries[index].key.isUnbound { continue }
      if !isFirst { separate() }
      isFirst = false
      guard try append(dictionary, index, context) else { return false }
    }
    return close(UInt8(ascii: "}"))
  }

  /// One entry of a dictionary.
  private mutating func append(
    _ dictionary: Unowned<DictionaryObject>, _ index: Int, _ context: Context
  ) throws(Fault) -> Bool {
    if let key = dictionary.value.table.entries[index].key.exactString {
      _ = append(key)
    } else if let number = dictionary.value.table.entries[index].key.asInt {
      text.append(UInt8(ascii: "\""))
      text.append(number)
      text.append(UInt8(ascii: "\""))
    } else {
      return false
    }
    if let separator = keySeparator.exactString { text.append(separator) }
    return try append(dictionary.value.table.entries[index].value, context)
  }
}

extension StringObject {
  /// Whether nothing in the text needs an escape between the quotes of JSON.
  fileprivate var isPlainJson: Bool {
    borrowing get {
      let bytes = self.bytes
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return false }
      }
      return true
    }
  }
}

extension DictionaryObject {
  /// The entries in the order of their keys, where all are texts; nil elsewhere.
  fileprivate var orderOfNames: [Int]? {
    borrowing get {
      var order: [Int] = []
      for index in 0..<table.entries.count where !table.entries[index].key.isUnbound {
        guard table.entries[index].key.exactString != nil else { return nil }
        order.append(index)
      }
      // By insertion into the sorted part from the right: dictionaries are small, and often sorted already.
      guard order.count <= 200 else { return nil }
      for start in 1..<max(order.count, 1) {
        var place = start
        while place > 0, isBefore(order[place], order[place - 1]) {
          order.swapAt(place, place - 1)
          place -= 1
        }
      }
      return order
    }
  }

  private borrowing func isBefore(_ left: Int, _ right: Int) -> Bool {
    guard let first = table.entries[left].key.exactString, let second = table.entries[right].key.exactString else {
      return false
    }
    return first.value.order(second.value) < 0
  }
}
