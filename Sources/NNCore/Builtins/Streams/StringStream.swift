/// `io.StringIO`.
final class StringStream: TextSource {
  private var points = TextPoints()
  private var place = 0
  private var hasClosed = false
  private let newlines: Newlines

  /// A stream that begins with a text.
  init(_ text: Unowned<StringObject>?, _ newlines: Newlines, _ context: Context) throws(Fault) {
    self.newlines = newlines
    super.init()
    if let text { try write(context, text) }
    place = 0
  }

  /// The stream that a value is, and not an instance of a class that extends it.
  static func directly(_ value: borrowing Value) -> StringStream? {
    switch value {
    case .native(let object): object.value.payload as? StringStream
    default: nil
    }
  }

  private static func translated(_ text: UnicodeText, _ newlines: Newlines) -> UnicodeText {
    switch newlines {
    case .universal: return UnicodeText(utf8: Newlines.translated(text.utf8))
    case .both: return UnicodeText(utf8: text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] })
    case .carriageReturn: return UnicodeText(utf8: text.utf8.map { $0 == 10 ? 13 : $0 })
    default: return text
    }
  }

  /// All that has been written.
  var wholeText: Value { points.value(0, points.count) }

  override var isClosed: Bool { hasClosed }
  override func checkOpen() throws(Fault) {
    if hasClosed { throw Fault(.valueError, "I/O operation on closed file") }
  }

  override func read(_ context: Context, _ count: Int?) throws(Fault) -> UnicodeText {
    if place >= points.count { return UnicodeText("") }
    let end = Swift.min(points.count - place, count ?? Int.max) + place
    defer { place = end }
    return points.text(place, end)
  }

  override func readValue(_ context: Context, _ count: Int?) throws(Fault) -> Value {
    if place >= points.count { return .emptyString }
    let end = Swift.min(points.count - place, count ?? Int.max) + place
    defer { place = end }
    return points.value(place, end)
  }

  override func readLine(_ context: Context, _ limit: Int?) throws(Fault) -> UnicodeText {
    let start = place
    place = lineEnd(limit ?? Int.max)
    return place <= start ? UnicodeText("") : points.text(start, place)
  }

  override func readLineValue(_ context: Context, _ limit: Int?) throws(Fault) -> Value {
    let start = place
    place = lineEnd(limit ?? Int.max)
    return place <= start ? .emptyString : points.value(start, place)
  }

  /// Shows the next line, a byte a character, and goes on behind it where something is made of it; nil, and nothing has
  /// happened, where nothing is, or nothing is left.
  func takeLine(_ body: (ByteView) -> Value?) throws(Fault) -> Value? {
    try checkReadable()
    let end = lineEnd(Int.max)
    var made: Value?
    guard end > place, points.lend(place, end, { made = body($0) }), made != nil else { return nil }
    place = end
    return made
  }

  /// Where the line ends that begins here, its end included, or after `limit` characters.
  private func lineEnd(_ limit: Int) -> Int {
    let count = points.count
    var end = place
    if newlines == .lineFeed || newlines == .universal {
      if place >= count { return place }
      end = points.lineEnd(from: place)
      return end - place <= limit ? end : place + limit
    }
    while end < count, end - place < limit {
      end += 1
      let point = points[end - 1]
      if point > 13 { continue }
      if point == 10 && newlines != .carriageReturn && newlines != .both { break }
      if point == 13 && (newlines == .carriageReturn || newlines == .anyUntranslated) {
        if newlines == .anyUntranslated, end < count, points[end] == 10 { end += 1 }
        break
      }
      if point == 10 && newlines == .both && end > place + 1 && points[end - 2] == 13 { break }
    }
    return end
  }

  /// Writes a text at the end, if nothing has to be asked for that.
  func writeQuickly(_ string: Unowned<StringObject>) -> Bool {
    guard !hasClosed, place == points.count, newlines == .lineFeed || newlines == .anyUntranslated,
      points.appendQuickly(string)
    else { return false }
    place += string.value.count
    return true
  }

  override func write(_ context: Context, _ string: Unowned<StringObject>) throws(Fault) {
    guard place == points.count, newlines == .lineFeed || newlines == .anyUntranslated else {
      return try write(context, string.value.text)
    }
    let count = string.value.count
    if place > Context.longestList - count { throw Fault(.memoryError, "") }
    try points.append(string, context)
    place += count
  }

  override func write(_ context: Context, _ text: UnicodeText) throws(Fault) {
    let written = StringStream.translated(text, newlines).codePoints
    if written.isEmpty { return }
    if points.count + written.count > Context.longestList || place > Context.longestList {
      throw Fault(.memoryError, "")
    }
    try points.write(written, at: place, context)
    place += written.count
  }

  override func position(_ context: Context) throws(Fault) -> Int { place }

  override func seek(_ context: Context, _ offset: Int, from origin: Int) throws(Fault) -> Int {
    switch origin {
    case 0:
      if offset < 0 { throw Fault(.valueError, "Negative seek position \(offset)") }
      place = offset
    case 1: if offset != 0 { throw Fault(.osError, "Can't do nonzero cur-relative seeks") }
    case 2:
      if offset != 0 { throw Fault(.osError, "Can't do nonzero cur-relative seeks") }
      place = points.count
    default: throw Fault(.valueError, "Invalid whence (\(origin), should be 0, 1 or 2)")
    }
    return place
  }

  override func truncate(_ context: Context, to size: Int?) throws(Fault) -> Int {
    let size = size ?? place
    if size < 0 { throw Fault(.valueError, "Negative size value \(size)") }
    if size < points.count { points.removeLast(points.count - size) }
    return size
  }

  override func close(_ context: Context) throws(Fault) {
    hasClosed = true
    points = TextPoints()
  }
}
