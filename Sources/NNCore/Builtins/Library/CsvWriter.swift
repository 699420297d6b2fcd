/// `csv.writer`: the function that takes the lines, the dialect as the program sees it, and the module's error.
final class CsvWriter: IteratorPayload {
  private let dialect: CsvDialect
  /// The text in memory whose method takes the lines, if they go to one.
  private let stream: StringStream?
  private let takesDigits: Bool

  init(_ values: consuming ValueList, _ dialect: CsvDialect) {
    self.dialect = dialect
    takesDigits = dialect.takesDigits && dialect.quoting != .all
    stream = values.count > 0 ? CsvWriter.stream(values[0]) : nil
    super.init(values)
  }

  /// The `io.StringIO` of whose method `write` a value is.
  private static func stream(_ write: borrowing Value) -> StringStream? {
    guard let method = write.asBoundMethod, method.value.function.asBuiltin?.value.builtin.name == "write" else {
      return nil
    }
    return StringStream.directly(method.value.receiver)
  }

  override var isIterator: Bool { false }

  /// The dialect as the program sees it.
  var dialectObject: Value { value(1) }

  private func fault(_ context: Context, _ message: String) -> Fault {
    let errorClass = value(2)
    return context.csvFault(errorClass, message)
  }

  /// Writes a row; returns what the file's `write` does.
  func write(_ row: borrowing Value, _ context: Context) throws(Fault) -> Value {
    var line = TextBuilder(capacity: 64)
    if let list = row.asList, row.payload == nil {
      // What is asked for its text may change the list.
      var index = 0
      while index < list.value.items.count {
        let item = list.value.items[index].copy()
        try append(item, index, isLast: index + 1 == list.value.items.count, to: &line, context)
        index += 1
      }
    } else {
      let items = try self.items(row, context)
      for index in 0..<items.count {
        try append(items[index], index, isLast: index + 1 == items.count, to: &line, context)
      }
    }
    for point in dialect.lineTerminator { line.append(codePoint: point) }
    let text = line.finish()
    if let stream, values.count > 0, let string = text.asString {
      try stream.checkOpen()
      try stream.write(context, string)
      return .int(string.value.count)
    }
    let write = value(0)
    return try context.call(write, text)
  }

  private func append(
    _ item: borrowing Value, _ index: Int, isLast: Bool, to line: inout TextBuilder, _ context: Context
  ) throws(Fault) {
    if index > 0 { line.append(codePoint: dialect.delimiter) }
    guard try append(item, to: &line, context), index == 0, isLast else { return }
    guard dialect.quoting != .none, let quote = dialect.quote else {
      throw fault(context, "single empty field record must be quoted")
    }
    line.append(codePoint: quote)
    line.append(codePoint: quote)
  }

  private func items(_ row: borrowing Value, _ context: Context) throws(Fault) -> ValueList {
    do throws(Fault) { return try context.items(row) } catch {
      guard error.isKind(.typeError) else { throw error }
      throw fault(context, "iterable expected, not \(row.typeName)")
    }
  }

  /// Appends a field; returns whether nothing was written for it.
  private func append(_ value: borrowing Value, to line: inout TextBuilder, _ context: Context) throws(Fault) -> Bool {
    if let string = value.asString {
      return try append(string, dialect.quoting == .all || dialect.quoting == .nonNumeric, to: &line, context)
    }
    if takesDigits, let integer = value.asInt {
      line.append(integer)
      return false
    }
    let isNumber = value.asInt != nil || value.asFloat != nil || value.asBigInteger != nil || value.asBool != nil
    let isQuoted = dialect.quoting == .all || dialect.quoting == .nonNumeric && !isNumber
    let text: Value
    if value.isNone {
      text = .emptyString
    } else if let quick = context.quickText(value) {
      text = quick
    } else {
      text = .string(utf8: try context.text(value))
    }
    guard let string = text.asString else { return true }
    return try append(string, isQuoted, to: &line, context)
  }

  private func append(
    _ text: Unowned<StringObject>, _ isQuoted: Bool, to line: inout TextBuilder, _ context: Context
  ) throws(Fault) -> Bool {
    let count = text.value.count
    var isPlain = true
    if text.value.isASCII {
      isPlain = dialect.isPlain(text.value.bytes)
    } else {
      for index in 0..<count where dialect.isSpecial(text.value[index]) { isPlain = false }
    }
    if isPlain {
      if isQuoted, let quote = dialect.quote { line.append(codePoint: quote) }
      line.append(text)
      if isQuoted, let quote = dialect.quote { line.append(codePoint: quote) }
      return count == 0 && !isQuoted
    }
    var needsQuotes = isQuoted
    var parts = TextBuilder(capacity: text.value.byteCount &+ 8)
    for index in 0..<count {
      let point = text.value[index]
      if dialect.isSpecial(point) {
        var isEscaped = false
        if dialect.quoting == .none {
          isEscaped = true
        } else if point == dialect.quote && dialect.doublesQuotes {
          parts.append(codePoint: point)
          needsQuotes = true
        } else if point == dialect.quote || point == dialect.escape {
          isEscaped = true
        } else {
          needsQuotes = true
        }
        if isEscaped {
          guard let escape = dialect.escape else { throw fault(context, "need to escape, but no escapechar set") }
          parts.append(codePoint: escape)
        }
      }
      parts.append(codePoint: point)
    }
    let written = parts.finish()
    guard let string = written.asString else { return false }
    if needsQuotes, let quote = dialect.quote { line.append(codePoint: quote) }
    line.append(string)
    if needsQuotes, let quote = dialect.quote { line.append(codePoint: quote) }
    return false
  }
}
