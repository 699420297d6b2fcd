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

  /// A method of `str`.
  @inline(__always) static func stringMethod(
    _ declaration: String, _ documentation: String, example: String, leaf: LeafBody? = nil,
    body: @escaping (Context, Unowned<StringObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example, leaf: leaf) { (context, arguments) throws(Fault) in
      guard let object = arguments[0].asString else { throw wrongReceiver(declaration, arguments[0]) }
      return try body(context, object, arguments)
    }
  }

  private static func search(
    _ name: String, _ documentation: String, _ example: String, isLast: Bool, isStrict: Bool
  ) -> Builtin {
    stringMethod(
      "str.\(name)(self, sub, start=None, end=None, /)", documentation, example: example,
      leaf: isStrict ? nil : { (_, arguments, count) in findLeaf(arguments, count, isLast: isLast) }
    ) { (context, text, arguments) throws(Fault) in
      let part = try context.stringArgument(arguments[1], "must be str, not ")
      let (start, end) = try context.range(of: text.value.count, arguments[2], arguments[3])
      let place =
        isLast
        ? text.value.findLast(part.value, from: start, to: end) : text.value.find(part.value, from: start, to: end)
      if place == nil && isStrict { throw Fault(.valueError, "substring not found") }
      return .int(place ?? -1)
    }
  }

  static let stringCount = stringMethod(
    "str.count(self, sub, start=None, end=None, /)", "How often a part occurs, without overlaps.",
    example: "'aaa'.count('aa')  # 1"
  ) { (context, text, arguments) throws(Fault) in
    let part = try context.stringArgument(arguments[1], "must be str, not ")
    let (start, end) = try context.range(of: text.value.count, arguments[2], arguments[3])
    return .int(text.value.occurrences(of: part.value, from: start, to: end))
  }

  private static func affix(
    _ name: String, _ parameter: String, _ documentation: String, _ example: String, isPrefix: Bool
  ) -> Builtin {
    stringMethod("str.\(name)(self, \(parameter), start=None, end=None, /)", documentation, example: example) {
      (context, text, arguments) throws(Fault) in
      let (start, end) = try context.range(of: text.value.count, arguments[2], arguments[3])
      let matches = { (part: Unowned<StringObject>) -> Bool in
        let place = isPrefix ? start : end - part.value.count
        return place >= start && place + part.value.count <= end && text.value.has(part.value, at: place)
      }
      if let part = arguments[1].asString { return .bool(matches(part)) }
      guard let tuple = arguments[1].asTuple else {
        throw Fault(
          .typeError, "\(name) first arg must be str or a tuple of str, not \(arguments[1].typeName)")
      }
      for index in 0..<tuple.value.items.count {
        let part = try context.stringArgument(tuple.value.items[index], "tuple for \(name) must only contain str, not ")
        if matches(part) { return .bool(true) }
      }
      return .bool(false)
    }
  }
}

extension StringObject {
  /// The number of places of `part` that do not overlap; of the empty text, one more than the length.
  borrowing func occurrences(of part: borrowing StringObject, from start: Int, to end: Int) -> Int {
    if start > end { return 0 }
    if part.count == 0 { return end - start + 1 }
    var count = 0
    var place = start
    while let found = find(part, from: place, to: end) {
      count += 1
      place = found + part.count
    }
    return count
  }
}

extension Context {
  /// A text argument; TypeError with the message and the type's name otherwise.
  func stringArgument(
    _ value: borrowing Value, _ message: @autoclosure () -> String, suffix: String = ""
  ) throws(Fault) -> Unowned<StringObject> {
    guard let string = value.asString else { throw Fault(.typeError, message() + value.typeName + suffix) }
    return string
  }

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
