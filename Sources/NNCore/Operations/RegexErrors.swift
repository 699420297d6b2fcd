import NNRegex

/// What `re.error` says and keeps.
enum RegexErrors {
  /// The line and column of a place in a pattern, from 1.
  private static func lineColumn(_ pattern: [UInt32], _ place: Int) -> (line: Int, column: Int) {
    let before = pattern.prefix(max(place, 0))
    let line = before.filter { $0 == 10 }.count + 1
    return (line, before.count - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1)
  }

  /// The message with its place; where the pattern has several lines, with the line too.
  private static func text(_ message: String, _ pattern: [UInt32], _ place: Int) -> String {
    let base = "\(message) at position \(place)"
    guard pattern.contains(10) else { return base }
    let (line, column) = lineColumn(pattern, place)
    return base + " (line \(line), column \(column))"
  }

  /// An error at a place of a pattern or template; nil where the place is not known.
  static func fault(_ message: String, _ pattern: [UInt32], _ place: Int?, isBytes: Bool) -> Fault {
    var arguments = ValueList(capacity: 1)
    arguments.append(.string(place.map { text(message, pattern, $0) } ?? message))
    let fault = Fault(.regexError, arguments: arguments)
    guard let exception = fault.object else { return fault }
    exception.value.setField("msg", .string(message))
    if isBytes {
      exception.value.setField("pattern", .bytes(Ref(BytesObject(pattern.map { UInt8(truncatingIfNeeded: $0) }))))
    } else {
      exception.value.setField("pattern", .string(UnicodeText(codePoints: pattern).string))
    }
    if let place {
      let (line, column) = lineColumn(pattern, place)
      exception.value.setField("pos", .int(place))
      exception.value.setField("lineno", .int(line))
      exception.value.setField("colno", .int(column))
    }
    return fault
  }

  static func fault(_ error: PatternError, _ pattern: [UInt32], isBytes: Bool) -> Fault {
    switch error.kind {
    case .pattern: fault(error.message, pattern, error.position, isBytes: isBytes)
    case .unplaced: fault(error.message, pattern, nil, isBytes: isBytes)
    case .overflow: Fault(.overflowError, error.message)
    }
  }

  /// `re.error(msg, pattern=None, pos=None)`: the place goes into the message.
  static func initialize(_ exception: Unowned<ExceptionObject>) {
    let count = exception.value.arguments.count
    guard count > 0, let message = exception.value.arguments[0].asString?.value.text.string else { return }
    exception.value.setField("msg", .string(message))
    guard count > 1 else { return }
    exception.value.setField("pattern", exception.value.arguments[1].copy())
    let pattern =
      exception.value.arguments[1].asString?.value.text.codePoints
      ?? exception.value.arguments[1].asBytes?.value.bytes.map(UInt32.init)
    guard count > 2, let pattern, let place = exception.value.arguments[2].asInt else { return }
    let (line, column) = lineColumn(pattern, place)
    exception.value.setField("pos", .int(place))
    exception.value.setField("lineno", .int(line))
    exception.value.setField("colno", .int(column))
    var arguments = ValueList(capacity: 1)
    arguments.append(.string(text(message, pattern, place)))
    exception.value.arguments = arguments
  }
}
