/// `csv.writer`: the function that takes the lines, the dialect as the program sees it, and the module's error.
final class CsvWriter: IteratorPayload {
  private let dialect: CsvDialect

  init(_ values: consuming ValueList, _ dialect: CsvDialect) {
    self.dialect = dialect
    super.init(values)
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
    let items = try self.items(row, context)
    var line = TextBuilder(capacity: 64)
    for index in 0..<items.count {
      if index > 0 { line.append(codePoint: dialect.delimiter) }
      let isEmpty = try append(items[index], to: &line, context)
      if isEmpty && items.count == 1 {
        guard dialect.quoting != .none, let quote = dialect.quote else {
          throw fault(context, "single empty field record must be quoted")
        }
        line.append(codePoint: quote)
        line.append(codePoint: quote)
      }
    }
    for point in dialect.lineTerminator { line.append(codePoint: point) }
    let write = value(0)
    return try context.call(write, line.finish())
  }

  private func items(_ row: borrowing Value, _ context: Context) throws(Fault) -> ValueList {
    do throws(Fault) { return try context.items(row) } catch {
      guard error.isKind(.typeError) else { throw error }
      throw fault(context, "iterable expected, not \(row.typeName)")
    }
  }

  /// Appends a field; returns whether nothing was written for it.
  private func append(_ value: borrowing Value, to line: inout TextBuilder, _ context: Context) throws(Fault) -> Bool {
    let isNumber = value.asInt != nil || value.asFloat != nil || value.asBigInteger != nil || value.asBool != nil
    let isQuoted = dialect.quoting == .all || dialect.quoting == .nonNumeric && !isNumber
    if let string = value.asString { return try append(string, isQuoted, to: &line, context) }
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
