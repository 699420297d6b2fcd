/// `csv.reader`: the lines, the dialect as the program sees it, the module's list of the largest field, and its error.
final class CsvReader: IteratorPayload {
  private let dialect: CsvDialect
  private(set) var lineNumber = 0
  private var row = ValueList()
  /// The field that is being read.
  private var text: [UInt32] = []
  private var isNumeric = false
  private var state = State.startOfLine

  /// Where the reader stands in a line.
  private enum State { case startOfLine, start, field, quoted, afterQuote, escaped, escapedQuoted, escapedEnd, lineEnd }

  /// The text in memory that the lines come from, if they do.
  private let stream: StringStream?

  init(_ values: consuming ValueList, _ dialect: CsvDialect) {
    self.dialect = dialect
    stream = values.count > 0 ? StringStream.directly(values[0]) : nil
    super.init(values)
  }

  /// The dialect as the program sees it.
  var dialectObject: Value { value(1) }

  private func fault(_ context: Context, _ message: String) -> Fault {
    let errorClass = value(3)
    return context.csvFault(errorClass, message)
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    row = ValueList()
    text.removeAll(keepingCapacity: true)
    (state, isNumeric) = (.startOfLine, false)
    if let stream, values.count > 0, let row = try stream.takeLine({ plainRow($0, isLatin: true) }) {
      lineNumber += 1
      return row
    }
    while true {
      guard let line = try item(context) else {
        let isOpen = state == .quoted || state == .escapedQuoted || state == .escaped
        guard isOpen || !text.isEmpty && state != .startOfLine else { return nil }
        if dialect.isStrict { throw fault(context, "unexpected end of data") }
        try endField(context)
        return finishedRow()
      }
      guard let string = line.asString else {
        throw fault(
          context,
          "iterator should return strings, not \(line.typeName) (the file should be opened in text mode)")
      }
      lineNumber += 1
      if state == .startOfLine, let row = plainRow(string.value.bytes, isLatin: false) { return row }
      try read(string, context)
      if state == .startOfLine { return finishedRow() }
    }
  }

  // MARK: Records

  /// A dictionary with the names of the last record, to begin another one with.
  private var template = Value.nothing

  /// The next row that is not empty, as a dictionary where it has a value for each of the names, all texts.
  func record(_ names: borrowing Value, _ context: Context) throws(Fault) -> Value? {
    while true {
      guard let row = try next(context) else { return nil }
      guard let fields = row.asList, fields.value.items.count > 0 else { continue }
      guard let names = names.asList, names.value.items.count == fields.value.items.count else { return row }
      if !fits(names), try !makeTemplate(names, context) { return row }
      guard let known = template.asDictionary else { return row }
      var record = DictionaryObject()
      record.table.add(keysOf: known.value.table, fields.value.items)
      return .some(.dictionary(Ref(record)))
    }
  }

  /// Whether the template has just these names.
  private func fits(_ names: Unowned<ListObject>) -> Bool {
    guard let known = template.asDictionary, known.value.table.count == names.value.items.count else { return false }
    for index in 0..<names.value.items.count {
      guard let name = names.value.items[index].exactString, let key = known.value.table.entries[index].key.exactString,
        name == key
      else { return false }
    }
    return true
  }

  /// False where the names are no different texts.
  private func makeTemplate(_ names: Unowned<ListObject>, _ context: Context) throws(Fault) -> Bool {
    let made = Value.dictionary(Ref(DictionaryObject()))
    guard let dictionary = made.asDictionary else { return false }
    for index in 0..<names.value.items.count {
      guard let name = names.value.items[index].exactString else { return false }
      try context.set(dictionary, .string(name.owned()), .nothing)
    }
    guard dictionary.value.table.count == names.value.items.count else { return false }
    template = made
    return true
  }

  /// The fields of a line that is a whole row, has no escapes, and line ends at its end alone; nil for others.
  private func plainRow(_ bytes: ByteView, isLatin: Bool) -> Value? {
    guard dialect.delimiter < 128, dialect.escape == nil, !dialect.skipsSpace, dialect.quoting == .minimal,
      let quote = dialect.quote, quote < 128, bytes.count <= 1000
    else { return nil }
    let marks = (delimiter: UInt8(dialect.delimiter), quote: UInt8(quote))
    var end = bytes.count
    if end > 0, bytes[end - 1] == 10 { end -= 1 }
    if end > 0, bytes[end - 1] == 13 { end -= 1 }
    if end == 0 { return nil }
    var fields = ValueList(capacity: 8)
    var start = 0
    while true {
      if start < end, bytes[start] == marks.quote {
        guard let behind = quotedField(bytes, start + 1, end, marks.quote, isLatin, &fields) else { return nil }
        start = behind
      } else {
        var place = start
        while place < end, bytes[place] != marks.delimiter {
          if bytes[place] == 10 || bytes[place] == 13 { return nil }
          place += 1
        }
        fields.append(isLatin ? .latin(bytes.slice(start, place)) : .string(bytes.slice(start, place)))
        start = place
      }
      if start == end { return .list(fields) }
      guard bytes[start] == marks.delimiter else { return nil }
      start += 1
    }
  }

  /// Adds the field in quotes that begins at `start`, and returns the place behind it; nil where it has no end, or one in
  /// an unusual place.
  private func quotedField(
    _ bytes: ByteView, _ start: Int, _ end: Int, _ quote: UInt8, _ isLatin: Bool, _ fields: inout ValueList
  ) -> Int? {
    var (place, isDoubled) = (start, false)
    while place < end {
      if bytes[place] == quote {
        if place + 1 == end || bytes[place + 1] != quote { break }
        if !dialect.doublesQuotes { return nil }
        isDoubled = true
        place += 1
      }
      place += 1
    }
    if place >= end { return nil }
    if !isDoubled {
      fields.append(isLatin ? .latin(bytes.slice(start, place)) : .string(bytes.slice(start, place)))
      return place + 1
    }
    if isLatin && !bytes.slice(start, place).isASCII { return nil }
    var builder = TextBuilder(capacity: place - start)
    var first = start
    while first < place {
      let next = bytes.slice(0, place).find(quote, from: first) ?? place
      builder.append(bytes.slice(first, Swift.min(next + 1, place)))
      first = next + 2
    }
    fields.append(builder.finish())
    return place + 1
  }

  private func finishedRow() -> Value {
    var finished = ValueList()
    swap(&finished, &row)
    return .list(finished)
  }

  private func checkLength(_ length: Int, _ context: Context) throws(Fault) {
    if length <= 1000 { return }
    let limit =
      values.count > 2 ? values[2].asList.map { $0.value.items.isEmpty ? 0 : $0.value.items[0].asInt ?? 0 } : nil
    if let limit, length > limit { throw fault(context, "field larger than field limit (\(limit))") }
  }

  private func endField(_ context: Context) throws(Fault) {
    try checkLength(text.count, context)
    var builder = TextBuilder(capacity: text.count)
    builder.append(text, from: 0, to: text.count)
    text.removeAll(keepingCapacity: true)
    try add(builder.finish(), context)
  }

  private func add(_ field: consuming Value, _ context: Context) throws(Fault) {
    if isNumeric {
      isNumeric = false
      let number = try context.call(.type(.float), field)
      row.append(number)
    } else {
      row.append(field)
    }
  }

  private static func isLineEnd(_ point: UInt32) -> Bool { point == 10 || point == 13 }

  /// Reads the characters of a line.
  private func read(_ line: Unowned<StringObject>, _ context: Context) throws(Fault) {
    let quote = dialect.quoting == .none ? nil : dialect.quote
    let count = line.value.count
    var index = 0
    while index < count {
      let point = line.value[index]
      index += 1
      if index & 0xFFFF == 0 { try context.checkInterrupt() }
      switch state {
      case .startOfLine, .start:
        if CsvReader.isLineEnd(point) {
          if state == .start { try endField(context) }
          state = .lineEnd
        } else if point == quote {
          state = .quoted
        } else if point == dialect.escape {
          state = .escaped
        } else if point == 32 && dialect.skipsSpace {
          state = .start
        } else if point == dialect.delimiter {
          try endField(context)
          state = .start
        } else {
          isNumeric = dialect.quoting == .nonNumeric
          state = .field
          index = try readPlainField(line, from: index - 1, context)
        }
      case .field: try readField(point, context)
      case .quoted:
        if point == dialect.escape {
          state = .escapedQuoted
        } else if point == quote {
          state = dialect.doublesQuotes ? .afterQuote : .field
        } else {
          text.append(point)
        }
      case .afterQuote:
        if point == quote {
          text.append(point)
          state = .quoted
        } else if dialect.isStrict && point != dialect.delimiter && !CsvReader.isLineEnd(point) {
          let (delimiter, mark) = (UnicodeText(codePoint: dialect.delimiter), UnicodeText(codePoint: quote ?? 34))
          throw fault(context, "'\(delimiter.string)' expected after '\(mark.string)'")
        } else {
          state = .field
          if CsvReader.isLineEnd(point) || point == dialect.delimiter {
            try readField(point, context)
          } else {
            text.append(point)
          }
        }
      case .escaped:
        text.append(point)
        state = CsvReader.isLineEnd(point) ? .escapedEnd : .field
      case .escapedEnd: try readField(point, context)
      case .escapedQuoted:
        text.append(point)
        state = .quoted
      case .lineEnd:
        if !CsvReader.isLineEnd(point) {
          throw fault(
            context,
            "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
        }
      }
    }
    try endLine(context)
  }

  private func readField(_ point: UInt32, _ context: Context) throws(Fault) {
    if CsvReader.isLineEnd(point) {
      try endField(context)
      state = .lineEnd
    } else if point == dialect.escape {
      state = .escaped
    } else if point == dialect.delimiter {
      try endField(context)
      state = .start
    } else {
      text.append(point)
    }
  }

  /// Reads on to the end of a field that begins at `start`, cut out of the line where it ends without an escape; returns
  /// the place behind it.
  private func readPlainField(_ line: Unowned<StringObject>, from start: Int, _ context: Context) throws(Fault) -> Int {
    let count = line.value.count
    var end = start
    var point: UInt32 = 0
    while end < count {
      point = line.value[end]
      if point == dialect.delimiter || point == dialect.escape || CsvReader.isLineEnd(point) { break }
      end += 1
    }
    if end == count || point == dialect.escape {
      for index in start..<end { text.append(line.value[index]) }
      return end
    }
    try checkLength(end - start, context)
    try add(line.value.slice(start, end), context)
    state = point == dialect.delimiter ? .start : .lineEnd
    return end + 1
  }

  private func endLine(_ context: Context) throws(Fault) {
    switch state {
    case .escapedQuoted:
      text.append(10)
      state = .quoted
      return
    case .quoted: return
    case .escaped:
      // The field goes on in the next line.
      text.append(10)
      state = .field
      return
    case .escapedEnd: return
    case .lineEnd, .startOfLine: break
    case .start, .field, .afterQuote: try endField(context)
    }
    state = .startOfLine
  }
}
