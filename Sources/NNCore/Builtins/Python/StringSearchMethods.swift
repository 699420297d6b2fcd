extension Builtin {
  static let stringSearchMethods: [Builtin] = [
    search("find", "The first index of a part, or -1.", "'abc'.find('c')  # 2", isLast: false, isStrict: false),
    search("rfind", "The last index of a part, or -1.", "'aba'.rfind('a')  # 2", isLast: true, isStrict: false),
    search(
      "index", "The first index of a part; ValueError where there is none.", "'abc'.index('c')  # 2", isLast: false,
      isStrict: true),
    search(
      "rindex", "The last index of a part; ValueError where there is none.", "'aba'.rindex('a')  # 2", isLast: true,
      isStrict: true),
    .stringCount,
    affix(
      "startswith", "prefix", "Whether it begins with a text, or one of a tuple.", "'abc'.startswith('a')  # True",
      isPrefix: true),
    affix(
      "endswith", "suffix", "Whether it ends with a text, or one of a tuple.", "'abc'.endswith('c')  # True",
      isPrefix: false),
  ]

  private static func search(
    _ name: String, _ documentation: String, _ example: String, isLast: Bool, isStrict: Bool
  ) -> Builtin {
    textMethod("str.\(name)(self, sub, start=None, end=None, /)", documentation, example: example) {
      (context, text, arguments) throws(Fault) in
      let part = try context.textArgument(arguments[1], "must be str, not ")
      let (start, end) = try context.range(of: text.count, arguments[2], arguments[3])
      let place =
        isLast
        ? TextSearch.findLast(part, in: text, from: start, to: end)
        : TextSearch.find(part, in: text, from: start, to: end)
      if place == nil && isStrict { throw Fault(.valueError, "substring not found") }
      return .int(place ?? -1)
    }
  }

  static let stringCount = textMethod(
    "str.count(self, sub, start=None, end=None, /)", "How often a part occurs, without overlaps.",
    example: "'aaa'.count('aa')  # 1"
  ) { (context, text, arguments) throws(Fault) in
    let part = try context.textArgument(arguments[1], "must be str, not ")
    let (start, end) = try context.range(of: text.count, arguments[2], arguments[3])
    return .int(TextSearch.count(part, in: text, from: start, to: end))
  }

  private static func affix(
    _ name: String, _ parameter: String, _ documentation: String, _ example: String, isPrefix: Bool
  ) -> Builtin {
    textMethod("str.\(name)(self, \(parameter), start=None, end=None, /)", documentation, example: example) {
      (context, text, arguments) throws(Fault) in
      let (start, end) = try context.range(of: text.count, arguments[2], arguments[3])
      let matches = { (part: UnicodeText) -> Bool in
        let place = isPrefix ? start : end - part.count
        return place >= start && place + part.count <= end && text.hasPart(part, at: place)
      }
      if let part = arguments[1].asString { return .bool(matches(part.value.text)) }
      guard let tuple = arguments[1].asTuple else {
        throw Fault(
          .typeError, "\(name) first arg must be str or a tuple of str, not \(arguments[1].typeName)")
      }
      for index in 0..<tuple.value.items.count {
        let part = try context.textArgument(tuple.value.items[index], "tuple for \(name) must only contain str, not ")
        if matches(part) { return .bool(true) }
      }
      return .bool(false)
    }
  }
}

extension Context {
  /// Start and end within a sequence, as a slice would clip them; the start may lie behind the end.
  func range(
    of count: Int, _ start: borrowing Value, _ end: borrowing Value
  ) throws(Fault) -> (start: Int, end: Int) {
    func clipped(_ index: Int) -> Int { index < 0 ? max(index &+ count, 0) : index }
    let first = start.isUnbound ? 0 : clipped(try sliceInteger(start) ?? 0)
    let last = end.isUnbound ? count : min(clipped(try sliceInteger(end) ?? count), count)
    return (first, last)
  }
}
