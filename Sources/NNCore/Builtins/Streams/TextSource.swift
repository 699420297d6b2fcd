/// Text that is read, written, or both: a text file or a string in memory.
class TextSource: NativePayload {
  var isClosed: Bool { false }
  var canRead: Bool { true }
  var canWrite: Bool { true }
  var canSeek: Bool { true }

  /// At most `count` characters, all up to the end where it is nil.
  func read(_ context: Context, _ count: Int?) throws(Fault) -> UnicodeText { UnicodeText("") }
  /// The same as a value.
  func readValue(_ context: Context, _ count: Int?) throws(Fault) -> Value { .string(try read(context, count)) }
  /// The next line with its end, at most `limit` characters; empty at the end.
  func readLine(_ context: Context, _ limit: Int?) throws(Fault) -> UnicodeText { UnicodeText("") }
  /// The same as a value.
  func readLineValue(_ context: Context, _ limit: Int?) throws(Fault) -> Value {
    .string(try readLine(context, limit))
  }
  func write(_ context: Context, _ text: UnicodeText) throws(Fault) {}
  /// Writes a string of the program's.
  func write(_ context: Context, _ string: Unowned<StringObject>) throws(Fault) {
    try write(context, string.value.text)
  }
  func seek(_ context: Context, _ offset: Int, from origin: Int) throws(Fault) -> Int { 0 }
  func position(_ context: Context) throws(Fault) -> Int { 0 }
  func truncate(_ context: Context, to size: Int?) throws(Fault) -> Int { 0 }
  func flush(_ context: Context) throws(Fault) {}
  func close(_ context: Context) throws(Fault) {}
  func isTerminal(_ context: Context) -> Bool { false }

  func checkOpen() throws(Fault) {
    if isClosed { throw Fault(.valueError, "I/O operation on closed file.") }
  }
  func checkReadable() throws(Fault) {
    try checkOpen()
    if !canRead { throw ByteStream.unsupported("not readable") }
  }
  func checkWritable() throws(Fault) {
    try checkOpen()
    if !canWrite { throw ByteStream.unsupported("not writable") }
  }

  override var isIterator: Bool { true }

  override func next(_ context: Context) throws(Fault) -> Value? {
    try checkReadable()
    let line = try readLineValue(context, nil)
    return line.asString?.value.count == 0 ? nil : .some(line)
  }
}

/// What ends lines, and what becomes of it.
enum Newlines {
  /// `\n`, `\r` and `\r\n` end lines, and are read as `\n`.
  case universal
  /// The same, read as they are.
  case anyUntranslated
  case lineFeed, carriageReturn, both

  /// What the `newline` argument says. ValueError for any other.
  init(_ text: String?) throws(Fault) {
    switch text.map({ Array($0.utf8) }) {
    case nil: self = .universal
    case []: self = .anyUntranslated
    case [10]: self = .lineFeed
    case [13]: self = .carriageReturn
    case [13, 10]: self = .both
    default: throw Fault(.valueError, "illegal newline value: \(text ?? "")")
    }
  }

  /// What is written for `\n`; nil where that stays.
  var written: [UInt8]? {
    switch self {
    case .carriageReturn: [13]
    case .both: [13, 10]
    default: nil
    }
  }

  /// `\r` and `\r\n` become `\n`.
  static func translated(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(13) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var follows = false
    for byte in bytes {
      if byte == 13 { result.append(10) } else if byte != 10 || !follows { result.append(byte) }
      follows = byte == 13
    }
    return result
  }

  /// The next line end in `bytes` from `offset` on: how many bytes stand before it, and how many with it. Nil: there is
  /// none yet; `isWhole` says that no more bytes follow.
  func lineEnd(
    in bytes: ArraySlice<UInt8>, from offset: Int, isWhole: Bool
  ) -> (content: Int, total: Int)? {
    var index = bytes.startIndex + offset
    while index < bytes.endIndex {
      let byte = bytes[index]
      let content = index - bytes.startIndex
      if byte == 10 && self != .carriageReturn && self != .both { return (content, content + 1) }
      if byte == 13 && self != .lineFeed {
        if self == .carriageReturn { return (content, content + 1) }
        if index + 1 == bytes.endIndex {
          return isWhole && self != .both ? (content, content + 1) : nil
        }
        if bytes[index + 1] == 10 { return (content, content + 2) }
        if self != .both { return (content, content + 1) }
      }
      index += 1
    }
    return nil
  }
}

extension StringText {
  /// `repr` of a text.
  static func representation(_ text: String) -> String {
    String(decoding: repr(Array(text.utf8)), as: UTF8.self)
  }
}
