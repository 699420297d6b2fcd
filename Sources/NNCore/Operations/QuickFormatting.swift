extension Context {
  /// Appends `format(value, spec)` of the bytes `start..<end` of a specification.
  func appendFormatted(
    _ value: borrowing Value, _ spec: ByteView, _ start: Int, _ end: Int, to text: inout TextBuilder
  ) throws(Fault) {
    if start == end {
      if value.asInstance == nil, let string = value.asString {
        text.append(string)
      } else if let integer = value.asInt {
        text.append(integer)
      } else {
        text.append(try format(value, []))
      }
      return
    }
    if let quick = QuickFormat(spec, start, end), quick.append(value, to: &text) { return }
    text.append(try format(value, spec.slice(start, end).array))
  }

  // MARK: str.format

  /// `template.format(*positional)` where the fields are `{}`, `{0}` or `{:spec}`, without anything nested; nil where
  /// one is something else, or is missing.
  func quickFormat(_ template: Unowned<StringObject>, _ positional: Unowned<TupleObject>) throws(Fault) -> Value? {
    let bytes = template.value.bytes
    guard quickFieldsAreValid(bytes, positional.value.items.count) else { return nil }
    var text = TextBuilder(capacity: bytes.count &+ 32)
    var (place, automatic) = (0, 0)
    while place < bytes.count {
      if appendLiteral(bytes, &place, to: &text) { continue }
      place += 1
      var index = automatic
      if bytes[place] &- 48 < 10 {
        index = QuickFormat.number(bytes, &place, bytes.count) ?? 0
      } else {
        automatic += 1
      }
      if bytes[place] == UInt8(ascii: ":") { place += 1 }
      var end = place
      while bytes[end] != UInt8(ascii: "}") { end += 1 }
      let value = positional.value.items[index].copy()
      try appendFormatted(value, bytes, place, end, to: &text)
      place = end + 1
    }
    return text.finish()
  }

  /// Appends what stands at a place of a valid template, up to the next brace or a doubled one as a single; false where a
  /// field starts.
  @inline(__always)
  private func appendLiteral(_ bytes: ByteView, _ place: inout Int, to text: inout TextBuilder) -> Bool {
    let byte = bytes[place]
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      if bytes[place + 1] != byte { return false }
      text.append(byte)
      place += 2
      return true
    }
    var end = place + 1
    while end < bytes.count && bytes[end] != UInt8(ascii: "{") && bytes[end] != UInt8(ascii: "}") { end += 1 }
    text.append(bytes.slice(place, end))
    place = end
    return true
  }

  /// Whether every field is one of the simple ones and has its value.
  private func quickFieldsAreValid(_ bytes: ByteView, _ count: Int) -> Bool {
    var (place, automatic, isNumbered) = (0, 0, false)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "}") {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
      } else if byte == UInt8(ascii: "{") {
        guard place < bytes.count else { return false }
        if bytes[place] == byte {
          place += 1
          continue
        }
        if bytes[place] &- 48 < 10 {
          guard let index = QuickFormat.number(bytes, &place, bytes.count), index < count else { return false }
          isNumbered = true
        } else {
          automatic += 1
        }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") || bytes[place] == UInt8(ascii: "}") else {
          return false
        }
        while place < bytes.count && bytes[place] != UInt8(ascii: "}") {
          if bytes[place] == UInt8(ascii: "{") { return false }
          place += 1
        }
        if place == bytes.count { return false }
        place += 1
      }
    }
    return automatic <= count && !(isNumbered && automatic > 0)
  }

  // MARK: The percent operator

  /// `template % values` where the conversions are simple `%s`, `%d` and `%f` and have values of their types; nil where
  /// something is different.
  func quickPercent(_ template: Unowned<StringObject>, _ values: borrowing Value) throws(Fault) -> Value? {
    if values.asInstance != nil { return nil }
    let bytes = template.value.bytes
    if let dictionary = values.exactDictionary { return try quickPercent(bytes, named: dictionary) }
    let tuple = values.asTuple
    let count = tuple?.value.items.count ?? 1
    if tuple == nil && values.asString == nil && values.number == nil { return nil }
    var (place, used) = (0, 0)
    while let found = bytes.find(UInt8(ascii: "%"), from: place) {
      place = found + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "%") {
        place += 1
        continue
      }
      guard let conversion = QuickConversion(bytes, &place), used < count else { return nil }
      let fits = tuple.map { conversion.takes($0.value.items[used]) } ?? conversion.takes(values)
      if !fits { return nil }
      used += 1
    }
    if used != count { return nil }
    return .some(try writeQuickPercent(bytes, tuple, values))
  }

  /// The same of a dictionary, where all conversions have a plain name in parentheses before them.
  private func quickPercent(_ bytes: ByteView, named: Unowned<DictionaryObject>) throws(Fault) -> Value? {
    var values = ValueList()
    var place = 0
    while let found = bytes.find(UInt8(ascii: "%"), from: place) {
      place = found + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "%") {
        place += 1
        continue
      }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "("),
        let end = bytes.find(UInt8(ascii: ")"), from: place),
        let value = try quickItem(named, bytes.slice(place + 1, end))
      else { return nil }
      place = end + 1
      guard let conversion = QuickConversion(bytes, &place), conversion.takes(value) else { return nil }
      values.append(value)
    }
    let tuple = Ref(TupleObject(values))
    return .some(try writeQuickPercent(bytes, tuple.unowned, .nothing))
  }

  /// The value of a name, of letters, digits and underscores in ASCII, in a dictionary; nil where there is none.
  private func quickItem(_ dictionary: Unowned<DictionaryObject>, _ name: ByteView) throws(Fault) -> Value? {
    guard name.count > 0, name[0] &- 48 >= 10 else { return nil }
    for index in 0..<name.count {
      let byte = name[index]
      guard byte == UInt8(ascii: "_") || (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 else { return nil }
    }
    guard let entry = try find(dictionary, .string(name)) else { return nil }
    return dictionary.value.table.entries[entry].value.copy()
  }

  /// `template.format(**named)` where the fields are `{name}` or `{name:spec}`, without anything nested; nil where one is
  /// something else, or is missing.
  func quickFormat(_ template: Unowned<StringObject>, named: Unowned<DictionaryObject>) throws(Fault) -> Value? {
    let bytes = template.value.bytes
    var values = ValueList()
    guard try findFields(bytes, named, &values) else { return nil }
    var text = TextBuilder(capacity: bytes.count &+ 32)
    var (place, field) = (0, 0)
    while place < bytes.count {
      if appendLiteral(bytes, &place, to: &text) { continue }
      let end = bytes.find(UInt8(ascii: "}"), from: place) ?? bytes.count
      let colon = bytes.find(UInt8(ascii: ":"), from: place).map { Swift.min($0 + 1, end) } ?? end
      let value = values[field].copy()
      field += 1
      try appendFormatted(value, bytes, colon, end, to: &text)
      place = end + 1
    }
    return text.finish()
  }

  /// Finds the values of all fields; false where one is not simple, or has none.
  private func findFields(
    _ bytes: ByteView, _ named: Unowned<DictionaryObject>, _ values: inout ValueList
  ) throws(Fault) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else { continue }
      guard place < bytes.count else { return false }
      if bytes[place] == byte {
        place += 1
        continue
      }
      guard byte == UInt8(ascii: "{"), let end = bytes.find(UInt8(ascii: "}"), from: place) else { return false }
      var nameEnd = place
      while nameEnd < end, bytes[nameEnd] != UInt8(ascii: ":") { nameEnd += 1 }
      for index in nameEnd..<end where bytes[index] == UInt8(ascii: "{") { return false }
      guard let value = try quickItem(named, bytes.slice(place, nameEnd)) else { return false }
      values.append(value)
      place = end + 1
    }
    return true
  }

  private func writeQuickPercent(
    _ bytes: ByteView, _ tuple: Unowned<TupleObject>?, _ values: borrowing Value
  ) throws(Fault) -> Value {
    var text = TextBuilder(capacity: bytes.count &+ 32)
    var (place, used) = (0, 0)
    while place < bytes.count {
      let end = bytes.find(UInt8(ascii: "%"), from: place) ?? bytes.count
      if end > place { text.append(bytes.slice(place, end)) }
      place = end + 1
      if end == bytes.count { break }
      if bytes[place] == UInt8(ascii: "%") {
        text.append(UInt8(ascii: "%"))
        place += 1
        continue
      }
      if bytes[place] == UInt8(ascii: "(") { place = (bytes.find(UInt8(ascii: ")"), from: place) ?? place) + 1 }
      guard let conversion = QuickConversion(bytes, &place) else { break }
      let value = tuple.map { $0.value.items[used].copy() } ?? values.copy()
      used += 1
      try append(value, conversion, to: &text)
    }
    return text.finish()
  }

  private func append(
    _ value: borrowing Value, _ conversion: QuickConversion, to text: inout TextBuilder
  ) throws(Fault) {
    if conversion.isPlain && conversion.type == UInt8(ascii: "s") {
      if value.asInstance == nil, let string = value.asString {
        text.append(string)
      } else if let integer = value.asInt {
        text.append(integer)
      } else {
        let string = try textValue(value)
        if let string = string.asString { text.append(string) }
      }
      return
    }
    if conversion.type == UInt8(ascii: "s"), value.asInstance != nil {
      let string = try textValue(value)
      _ = conversion.format.append(string, to: &text)
      return
    }
    if conversion.format.append(value, to: &text) { return }
    if conversion.type == UInt8(ascii: "s") {
      let string = Value.string(utf8: try self.text(value))
      _ = conversion.format.append(string, to: &text)
      return
    }
    // A float that is too large for the quick way.
    let field = PercentField(
      flags: conversion.isLeft ? .left : conversion.isZeroPadded ? .zero : [], width: conversion.width,
      precision: conversion.precision < 0 ? nil : conversion.precision, type: UInt32(conversion.type))
    let double = try value.number?.double() ?? 0
    text.append(try Fault.formatting { () throws(FormatError) in try field.text(double) })
  }
}

/// A conversion `%[-0][width][.precision]` with one of the types s, d and f.
private struct QuickConversion {
  let isLeft: Bool
  let isZeroPadded: Bool
  let width: Int
  let precision: Int
  let type: UInt8
  let isPlain: Bool

  /// Reads what follows a percent sign; nil where it is something else.
  init?(_ bytes: ByteView, _ place: inout Int) {
    let start = place
    var (isLeft, isZeroPadded, precision) = (false, false, -1)
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      isLeft = true
      place += 1
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: "0") {
      isZeroPadded = true
      place += 1
    }
    guard let width = QuickFormat.number(bytes, &place, bytes.count) else { return nil }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      guard let digits = QuickFormat.number(bytes, &place, bytes.count) else { return nil }
      precision = digits
    }
    guard place < bytes.count else { return nil }
    let type = bytes[place]
    guard type == UInt8(ascii: "s") || type == UInt8(ascii: "d") || type == UInt8(ascii: "f") else { return nil }
    if type == UInt8(ascii: "d") && precision >= 0 { return nil }
    (self.isLeft, self.isZeroPadded, self.width, self.precision, self.type) =
      (isLeft, isZeroPadded, width, precision, type)
    isPlain = place == start
    place += 1
  }

  /// Whether it writes a value of this type without asking it.
  func takes(_ value: borrowing Value) -> Bool {
    switch type {
    case UInt8(ascii: "d"): value.asInt != nil
    case UInt8(ascii: "f"):
      value.asFloat.map(\.isFinite) ?? false || value.asInt.map { $0.magnitude < 1 << 53 } ?? false
    default: true
    }
  }

  var format: QuickFormat {
    QuickFormat(isLeft: isLeft, isZeroPadded: isZeroPadded, width: width, precision: precision, type: type)
  }
}

extension Context {
  /// `format(value, spec)` of the common kinds; nil for the others.
  func quickFormat(_ value: borrowing Value, _ spec: Unowned<StringObject>) -> Value? {
    if spec.value.byteCount == 0 { return quickText(value) }
    guard let quick = QuickFormat(spec.value.bytes, 0, spec.value.byteCount) else { return nil }
    var builder = TextBuilder(capacity: 24)
    return quick.append(value, to: &builder) ? builder.finish() : nil
  }
}
