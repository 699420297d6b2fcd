extension Builtin {
  static let stringSplitMethods: [Builtin] = [
    .stringSplit, .stringSplitRight, .stringSplitLines, .stringJoin, .stringPartition, .stringPartitionRight,
  ]

  static let stringSplit = textMethod(
    "str.split(self, /, sep=None, maxsplit=-1)",
    "The parts between separators; between white space where there is none.",
    example: "'a b'.split()  # ['a', 'b']"
  ) { (context, text, arguments) throws(Fault) in
    let most = try context.integer(arguments[2])
    guard let separator = try context.separator(arguments[1]) else {
      return .texts(TextSplitting.words(text, most: most < 0 ? Int.max : most))
    }
    return .texts(TextSplitting.parts(text, separator, most: most < 0 ? Int.max : most))
  }

  static let stringSplitRight = textMethod(
    "str.rsplit(self, /, sep=None, maxsplit=-1)", "Like `split`, but the last `maxsplit` separators count.",
    example: "'a.b.c'.rsplit('.', 1)  # ['a.b', 'c']"
  ) { (context, text, arguments) throws(Fault) in
    let most = try context.integer(arguments[2])
    // Splitting the reversed text from its start splits the text from its end.
    let reversed = UnicodeText(codePoints: text.codePoints.reversed())
    let limit = most < 0 ? Int.max : most
    let parts: [UnicodeText]
    if let separator = try context.separator(arguments[1]) {
      parts = TextSplitting.parts(reversed, UnicodeText(codePoints: separator.codePoints.reversed()), most: limit)
    } else {
      parts = TextSplitting.words(reversed, most: limit)
    }
    return .texts(parts.reversed().map { UnicodeText(codePoints: $0.codePoints.reversed()) })
  }

  static let stringSplitLines = textMethod(
    "str.splitlines(self, /, keepends=False)", "The lines, with their ends where asked.",
    example: "'a\\nb'.splitlines()  # ['a', 'b']"
  ) { (context, text, arguments) throws(Fault) in
    .texts(TextSplitting.lines(text, keepsEnds: try context.truth(arguments[1])))
  }

  static let stringJoin = textMethod(
    "str.join(self, iterable, /)", "The texts of an iterable with this one between them.",
    example: "', '.join(['a', 'b'])  # 'a, b'"
  ) { (context, text, arguments) throws(Fault) in
    let items = try context.items(arguments[1], orSay: "can only join an iterable")
    var result: [UInt8] = []
    for index in 0..<items.count {
      let part = try context.textArgument(
        items[index], "sequence item \(index): expected str instance, ", suffix: " found")
      if index > 0 { result += text.utf8 }
      result += part.utf8
      if result.count > Context.largestText { throw Fault(.memoryError, "") }
    }
    return .string(UnicodeText(utf8: result))
  }

  static let stringPartition = textMethod(
    "str.partition(self, sep, /)", "What stands before the first separator, the separator, and what follows.",
    example: "'a=b'.partition('=')  # ('a', '=', 'b')"
  ) { (context, text, arguments) throws(Fault) in
    let separator = try context.partitionSeparator(arguments[1])
    guard let place = TextSearch.find(separator, in: text, from: 0, to: text.count) else {
      return .texts(text, UnicodeText(""), UnicodeText(""))
    }
    return .texts(text.slice(0..<place), separator, text.slice(place + separator.count..<text.count))
  }

  static let stringPartitionRight = textMethod(
    "str.rpartition(self, sep, /)", "What stands before the last separator, the separator, and what follows.",
    example: "'a=b'.rpartition('=')  # ('a', '=', 'b')"
  ) { (context, text, arguments) throws(Fault) in
    let separator = try context.partitionSeparator(arguments[1])
    guard let place = TextSearch.findLast(separator, in: text, from: 0, to: text.count) else {
      return .texts(UnicodeText(""), UnicodeText(""), text)
    }
    return .texts(text.slice(0..<place), separator, text.slice(place + separator.count..<text.count))
  }
}

extension Value {
  fileprivate static func texts(_ parts: [UnicodeText]) -> Value {
    var items = ValueList(capacity: parts.count)
    for part in parts { items.append(.string(part)) }
    return .list(items)
  }

  fileprivate static func texts(_ first: UnicodeText, _ second: UnicodeText, _ third: UnicodeText) -> Value {
    var items = ValueList(capacity: 3)
    items.append(.string(first))
    items.append(.string(second))
    items.append(.string(third))
    return .tuple(items)
  }
}

extension Context {
  fileprivate func textArgument(
    _ value: borrowing Value, _ message: String, suffix: String
  ) throws(Fault) -> UnicodeText {
    guard let string = value.asString else { throw Fault(.typeError, message + value.typeName + suffix) }
    return string.value.text
  }

  /// A separator; nil for None.
  fileprivate func separator(_ value: borrowing Value) throws(Fault) -> UnicodeText? {
    if value.isNone { return nil }
    let separator = try textArgument(value, "must be str or None, not ")
    if separator.count == 0 { throw Fault(.valueError, "empty separator") }
    return separator
  }

  fileprivate func partitionSeparator(_ value: borrowing Value) throws(Fault) -> UnicodeText {
    let separator = try textArgument(value, "must be str, not ")
    if separator.count == 0 { throw Fault(.valueError, "empty separator") }
    return separator
  }
}

/// Cutting text into parts.
enum TextSplitting {
  /// At most `most + 1` parts between separators.
  static func parts(_ text: UnicodeText, _ separator: UnicodeText, most: Int) -> [UnicodeText] {
    var parts: [UnicodeText] = []
    var start = 0
    while parts.count < most, let place = TextSearch.find(separator, in: text, from: start, to: text.count) {
      parts.append(text.slice(start..<place))
      start = place + separator.count
    }
    return parts + [text.slice(start..<text.count)]
  }

  /// The words between white space; the last keeps all that is left after `most` cuts.
  static func words(_ text: UnicodeText, most: Int) -> [UnicodeText] {
    var words: [UnicodeText] = []
    let count = text.count
    var start = 0
    while true {
      while start < count && CharacterClass.isSpace(text[start]) { start += 1 }
      if start == count { return words }
      var end = start
      if words.count == most {
        return words + [text.slice(start..<count)]
      }
      while end < count && !CharacterClass.isSpace(text[end]) { end += 1 }
      words.append(text.slice(start..<end))
      start = end
    }
  }

  static func lines(_ text: UnicodeText, keepsEnds: Bool) -> [UnicodeText] {
    var lines: [UnicodeText] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count && !CharacterClass.isLineEnd(text[end]) { end += 1 }
      var next = min(end + 1, text.count)
      if next < text.count && text[end] == 13 && text[next] == 10 { next += 1 }
      lines.append(text.slice(start..<(keepsEnds ? next : end)))
      start = next
    }
    return lines
  }
}
