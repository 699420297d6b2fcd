/// `io.TextIOWrapper`: the text of a stream of bytes.
final class TextFile: TextSource {
  /// The stream as the program sees it: `f.buffer`.
  private(set) var buffer: Value
  let bytes: ByteStream
  let encoding: TextEncoding
  /// The encoding as it was named.
  let encodingName: String
  let errors: CodecErrors
  let newlines: Newlines
  let mode: String
  var isLineBuffered: Bool
  private var hasWritten = false
  private var isIterating = false
  /// What is read instead of the bytes where lines cannot be told apart in them.
  private var transcoded: MemoryStream?

  init(
    _ buffer: consuming Value, _ bytes: ByteStream, _ encoding: TextEncoding, named name: String, _ errors: CodecErrors,
    _ newlines: Newlines, mode: String, isLineBuffered: Bool
  ) {
    self.buffer = buffer
    self.bytes = bytes
    self.encoding = encoding
    encodingName = name
    self.errors = errors
    self.newlines = newlines
    self.mode = mode
    self.isLineBuffered = isLineBuffered
  }

  override func traverse(_ visitor: inout Visitor) { visitor.visit(buffer) }

  override var isClosed: Bool { bytes.isClosed }
  override var canRead: Bool { bytes.canRead }
  override var canWrite: Bool { bytes.canWrite }
  override var canSeek: Bool { bytes.canSeek }

  // MARK: Reading

  /// The bytes to read, in an encoding in which line ends are single bytes.
  private func source(_ context: Context) throws(Fault) -> (ByteStream, TextEncoding) {
    if let transcoded { return (transcoded, .utf8) }
    if encoding == .utf8Signature {
      while bytes.available.count < 3 { if !(try bytes.more(context)) { break } }
      if try bytes.position(context) == 0, bytes.available.starts(with: [0xEF, 0xBB, 0xBF]) { _ = bytes.take(3) }
      return (bytes, .utf8)
    }
    if encoding.isByteBased { return (bytes, encoding) }
    let text = try context.decoded(try bytes.read(context, nil), encoding, errors)
    let stream = MemoryStream(text.utf8)
    transcoded = stream
    return (stream, .utf8)
  }

  private func decoded(
    _ context: Context, _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(Fault) -> UnicodeText {
    transcoded == nil ? try context.decoded(bytes, encoding, errors) : UnicodeText(utf8: bytes)
  }

  override func read(_ context: Context, _ count: Int?) throws(Fault) -> UnicodeText {
    isIterating = false
    let (source, encoding) = try source(context)
    guard let count else {
      let all = try source.read(context, nil)
      return try decoded(context, newlines == .universal ? Newlines.translated(all) : all, encoding)
    }
    return try decoded(context, try characters(context, source, encoding, count), encoding)
  }

  /// The bytes of `count` characters, line ends translated.
  private func characters(
    _ context: Context, _ source: ByteStream, _ encoding: TextEncoding, _ count: Int
  ) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    var taken = 0
    while taken < count {
      if source.available.isEmpty { if !(try source.more(context)) { break } }
      guard let lead = source.available.first else { break }
      let length = encoding == .utf8 ? Swift.max(1, TextDecoder.shape(lead).0) : 1
      while source.available.count < length { if !(try source.more(context)) { break } }
      var character = source.take(length)
      if lead == 13 && newlines == .universal {
        if source.available.isEmpty { _ = try source.more(context) }
        if source.available.first == 10 { _ = source.take(1) }
        character = [10]
      }
      result += character
      taken += 1
    }
    return result
  }

  override func readLine(_ context: Context, _ limit: Int?) throws(Fault) -> UnicodeText {
    let (source, encoding) = try source(context)
    var scanned = 0
    var isWhole = false
    while true {
      if let (content, total) = newlines.lineEnd(in: source.available, from: scanned, isWhole: isWhole) {
        if let limit, content + 1 > limit { break }
        let line = source.take(total)
        return try decoded(context, newlines == .universal ? line.prefix(content) + [10] : line, encoding)
      }
      if let limit, source.available.count > 4 * limit { break }
      if isWhole {
        if limit != nil { break }
        return try decoded(context, source.take(Int.max), encoding)
      }
      // A carriage return at the end has to be seen again with what follows it.
      scanned = Swift.max(0, source.available.count - 1)
      isWhole = !(try source.more(context))
    }
    return try limitedLine(context, source, encoding, limit ?? 0)
  }

  override func readLineValue(_ context: Context, _ limit: Int?) throws(Fault) -> Value {
    if limit == nil, encoding == .utf8, newlines == .universal || newlines == .lineFeed,
      let line = bytes.takePlainLine()
    {
      return line
    }
    return .string(try readLine(context, limit))
  }

  /// A line that may be longer than `limit` characters: one character after the other.
  private func limitedLine(
    _ context: Context, _ source: ByteStream, _ encoding: TextEncoding, _ limit: Int
  ) throws(Fault) -> UnicodeText {
    var line: [UInt8] = []
    for _ in 0..<limit {
      let character = try characters(context, source, encoding, 1)
      line += character
      if character.isEmpty { break }
      switch newlines {
      case .carriageReturn: if character == [13] { return try decoded(context, line, encoding) }
      case .both: if line.suffix(2) == [13, 10] { return try decoded(context, line, encoding) }
      case .anyUntranslated:
        if character == [13] && source.available.first != 10 { return try decoded(context, line, encoding) }
        fallthrough
      default: if character == [10] { return try decoded(context, line, encoding) }
      }
    }
    return try decoded(context, line, encoding)
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    let line = try super.next(context)
    isIterating = line != nil
    return line
  }

  // MARK: Writing

  override func write(_ context: Context, _ text: UnicodeText) throws(Fault) {
    transcoded = nil
    var text = text
    if let end = newlines.written, text.utf8.contains(10) {
      text = UnicodeText(utf8: text.utf8.flatMap { $0 == 10 ? end : [$0] })
    }
    var actual = encoding
    if hasWritten {
      // The mark of the encoding stands at the start only.
      if encoding == .utf8Signature { actual = .utf8 }
      if encoding == .utf16(isBig: nil) { actual = .utf16(isBig: false) }
      if encoding == .utf32(isBig: nil) { actual = .utf32(isBig: false) }
    }
    hasWritten = true
    try bytes.write(context, try context.encoded(text, actual, errors))
    if isLineBuffered && text.utf8.contains(10) { try bytes.flush(context) }
  }

  // MARK: Places

  override func position(_ context: Context) throws(Fault) -> Int {
    if !canSeek { throw ByteStream.unsupported("underlying stream is not seekable") }
    if isIterating { throw Fault(.osError, "telling position disabled by next() call") }
    return try bytes.position(context)
  }

  override func seek(_ context: Context, _ offset: Int, from origin: Int) throws(Fault) -> Int {
    if !canSeek { throw ByteStream.unsupported("underlying stream is not seekable") }
    switch origin {
    case 0: if offset < 0 { throw Fault(.valueError, "negative seek position \(offset)") }
    case 1: if offset != 0 { throw ByteStream.unsupported("can't do nonzero cur-relative seeks") }
    case 2: if offset != 0 { throw ByteStream.unsupported("can't do nonzero end-relative seeks") }
    default: throw Fault(.valueError, "invalid whence (\(origin), should be 0, 1 or 2)")
    }
    isIterating = false
    transcoded = nil
    if origin == 0 && offset == 0 { hasWritten = false }
    return try bytes.seek(context, offset, from: Int32(truncatingIfNeeded: origin))
  }

  override func truncate(_ context: Context, to size: Int?) throws(Fault) -> Int {
    try bytes.truncate(context, to: size)
  }

  override func flush(_ context: Context) throws(Fault) { try bytes.flush(context) }
  override func close(_ context: Context) throws(Fault) { try bytes.close(context) }
  override func isTerminal(_ context: Context) -> Bool { bytes.isTerminal(context) }
}

extension Context {
  func decoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ errors: CodecErrors
  ) throws(Fault) -> UnicodeText {
    do throws(CodecFailure) {
      return try TextDecoder.text(bytes, encoding, errors)
    } catch {
      throw Fault(.unicodeDecodeError, error, .bytes(Ref(BytesObject(bytes))))
    }
  }

  func encoded(
    _ text: UnicodeText, _ encoding: TextEncoding, _ errors: CodecErrors
  ) throws(Fault) -> [UInt8] {
    do throws(CodecFailure) {
      return try TextEncoder.bytes(text, encoding, errors)
    } catch {
      throw Fault(.unicodeEncodeError, error, .string(text))
    }
  }
}

extension Fault {
  /// UnicodeDecodeError or UnicodeEncodeError for what a codec refused.
  convenience init(_ kind: ExceptionKind, _ failure: CodecFailure, _ subject: consuming Value) {
    var arguments = ValueList(capacity: 5)
    arguments.append(.string(failure.encoding))
    arguments.append(subject)
    arguments.append(.int(failure.range.lowerBound))
    arguments.append(.int(failure.range.upperBound))
    arguments.append(.string(failure.reason))
    let fields = arguments.copies()
    self.init(kind, arguments: arguments)
    for (index, name) in kind.fieldNames.enumerated() where index < fields.count {
      object?.value.setField(name, fields[index].copy())
    }
  }
}
