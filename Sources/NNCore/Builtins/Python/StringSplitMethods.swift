extension Builtin {
  static let stringSplitMethods: [Builtin] = [
    .stringSplit, .stringSplitRight, .stringSplitLines, .stringJoin, .stringPartition, .stringPartitionRight,
  ]

  static let stringSplit = stringMethod(
    "str.split(self, /, sep=None, maxsplit=-1)",
    "The parts between separators; between white space where there is none.",
    example: "'a b'.split()  # ['a', 'b']", leaf: { (_, arguments, count) in splitLeaf(arguments, count) }
  ) { (context, text, arguments) throws(Fault) in
    let most = try context.integer(arguments[2])
    let limit = most < 0 ? Int.max : most
    guard let separator = try context.separator(arguments[1]) else { return .list(text.value.words(most: limit)) }
    return .list(text.value.parts(between: separator.value, most: limit))
  }

  static let stringSplitRight = stringMethod(
    "str.rsplit(self, /, sep=None, maxsplit=-1)", "Like `split`, but the last `maxsplit` separators count.",
    example: "'a.b.c'.rsplit('.', 1)  # ['a.b', 'c']"
  ) { (context, text, arguments) throws(Fault) in
    let most = try context.integer(arguments[2])
    let limit = most < 0 ? Int.max : most
    guard let separator = try context.separator(arguments[1]) else { return .list(text.value.lastWords(most: limit)) }
    return .list(text.value.lastParts(between: separator.value, most: limit))
  }

  static let stringSplitLines = stringMethod(
    "str.splitlines(self, /, keepends=False)", "The lines, with their ends where asked.",
    example: "'a\\nb'.splitlines()  # ['a', 'b']"
  ) { (context, text, arguments) throws(Fault) in
    .list(text.value.lines(keepsEnds: try context.truth(arguments[1])))
  }

  static let stringJoin = stringMethod(
    "str.join(self, iterable, /)", "The texts of an iterable with this one between them.",
    example: "', '.join(['a', 'b'])  # 'a, b'"
  ) { (context, text, arguments) throws(Fault) in
    if let list = arguments[1].asList { return try context.joined(list.value.items, text) }
    if let tuple = arguments[1].asTuple { return try context.joined(tuple.value.items, text) }
    return try context.joined(try context.items(arguments[1], orSay: "can only join an iterable"), text)
  }

  static let stringPartition = stringMethod(
    "str.partition(self, sep, /)", "What stands before the first separator, the separator, and what follows.",
    example: "'a=b'.partition('=')  # ('a', '=', 'b')"
  ) { (context, text, arguments) throws(Fault) in
    let separator = try context.partitionSeparator(arguments[1])
    guard let place = text.value.find(separator.value, from: 0, to: text.value.count) else {
      return .texts(arguments[0].copy(), .emptyString, .emptyString)
    }
    return text.value.parted(at: place, by: separator.value.count, arguments[1])
  }

  static let stringPartitionRight = stringMethod(
    "str.rpartition(self, sep, /)", "What stands before the last separator, the separator, and what follows.",
    example: "'a=b'.rpartition('=')  # ('a', '=', 'b')"
  ) { (context, text, arguments) throws(Fault) in
    let separator = try context.partitionSeparator(arguments[1])
    guard let place = text.value.findLast(separator.value, from: 0, to: text.value.count) else {
      return .texts(.emptyString, .emptyString, arguments[0].copy())
    }
    return text.value.parted(at: place, by: separator.value.count, arguments[1])
  }
}

extension Value {
  fileprivate static func texts(
    _ first: consuming Value, _ second: consuming Value, _ third: consuming Value
  ) -> Value {
    var items = ValueList(capacity: 3)
    items.append(first)
    items.append(second)
    items.append(third)
    return .tuple(items)
  }
}

extension Context {
  /// `separator.join(items)`.
  fileprivate func joined(
    _ items: borrowing ValueList, _ separator: Unowned<StringObject>
  ) throws(Fault) -> Value {
    if items.count == 1, items[0].exactString != nil { return items[0].copy() }
    var length = separator.value.byteCount &* max(items.count - 1, 0)
    for index in 0..<items.count {
      let part = try stringArgument(
        items[index], "sequence item \(index): expected str instance, ", suffix: " found")
      length &+= part.value.byteCount
      if length > Context.largestString { throw Fault(.memoryError, "") }
    }
    var builder = TextBuilder(capacity: length)
    for index in 0..<items.count {
      if index > 0 { builder.append(separator) }
      if let part = items[index].asString { builder.append(part) }
    }
    return builder.finish()
  }

  /// A separator; nil for None.
  fileprivate func separator(_ value: borrowing Value) throws(Fault) -> Unowned<StringObject>? {
    if value.isNone { return nil }
    let separator = try stringArgument(value, "must be str or None, not ")
    if separator.value.count == 0 { throw Fault(.valueError, "empty separator") }
    return separator
  }

  fileprivate func partitionSeparator(_ value: borrowing Value) throws(Fault) -> Unowned<StringObject> {
    let separator = try stringArgument(value, "must be str, not ")
    if separator.value.count == 0 { throw Fault(.valueError, "empty separator") }
    return separator
  }
}

// Cutting text into parts.
extension StringObject {
  /// At most `most + 1` parts between separators.
  borrowing func parts(between separator: borrowing StringObject, most: Int) -> ValueList {
    if isASCII, separator.count == 1, separator.isASCII {
      return parts(between: UInt8(truncatingIfNeeded: separator[0]), most: most)
    }
    var parts = ValueList()
    var start = 0
    while parts.count < most, let place = find(separator, from: start, to: count) {
      parts.append(slice(start, place))
      start = place + separator.count
    }
    parts.append(slice(start, count))
    return parts
  }

  private borrowing func parts(between separator: UInt8, most: Int) -> ValueList {
    let bytes = self.bytes
    var (cuts, place) = (0, 0)
    while cuts < most, let next = bytes.find(separator, from: place) {
      cuts += 1
      place = next + 1
    }
    var parts = ValueList(capacity: cuts + 1)
    var start = 0
    while parts.count < cuts, let next = bytes.find(separator, from: start) {
      parts.append(.string(ascii: bytes.slice(start, next)))
      start = next + 1
    }
    parts.append(.string(ascii: bytes.slice(start, count)))
    return parts
  }

  /// The same, cut from the end.
  fileprivate borrowing func lastParts(between separator: borrowing StringObject, most: Int) -> ValueList {
    var parts = ValueList()
    var end = count
    while parts.count < most, let place = findLast(separator, from: 0, to: end) {
      parts.append(slice(place + separator.count, end))
      end = place
    }
    parts.append(slice(0, end))
    parts.reverse()
    return parts
  }

  /// The words between white space; the last keeps all that is left after `most` cuts.
  borrowing func words(most: Int) -> ValueList {
    var words = ValueList()
    var start = 0
    if isASCII {
      let bytes = self.bytes
      while true {
        while start < count && AsciiTest.isSpace(bytes[start]) { start &+= 1 }
        if start == count { return words }
        var end = words.count == most ? count : start
        while end < count && !AsciiTest.isSpace(bytes[end]) { end &+= 1 }
        words.append(.string(ascii: bytes.slice(start, end)))
        start = end
      }
    }
    while true {
      while start < count && CharacterClass.isSpace(self[start]) { start += 1 }
      if start == count { return words }
      if words.count == most {
        words.append(slice(start, count))
        return words
      }
      var end = start
      while end < count && !CharacterClass.isSpace(self[end]) { end += 1 }
      words.append(slice(start, end))
      start = end
    }
  }

  /// The same, cut from the end: the first keeps all that is left.
  fileprivate borrowing func lastWords(most: Int) -> ValueList {
    var words = ValueList()
    var end = count
    while true {
      while end > 0 && CharacterClass.isSpace(self[end - 1]) { end -= 1 }
      if end == 0 { break }
      if words.count == most {
        words.append(slice(0, end))
        break
      }
      var start = end
      while start > 0 && !CharacterClass.isSpace(self[start - 1]) { start -= 1 }
      words.append(slice(start, end))
      end = start
    }
    words.reverse()
    return words
  }

  fileprivate borrowing func lines(keepsEnds: Bool) -> ValueList {
    var lines = ValueList()
    var start = 0
    while start < count {
      var end = start
      while end < count && !CharacterClass.isLineEnd(self[end]) { end += 1 }
      var next = min(end + 1, count)
      if next < count && self[end] == 13 && self[next] == 10 { next += 1 }
      lines.append(slice(start, keepsEnds ? next : end))
      start = next
    }
    return lines
  }

  fileprivate borrowing func parted(at place: Int, by length: Int, _ separator: borrowing Value) -> Value {
    .texts(slice(0, place), separator.copy(), slice(place + length, count))
  }
}
