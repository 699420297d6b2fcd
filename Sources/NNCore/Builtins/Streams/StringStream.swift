/// `io.StringIO`.
final class StringStream: TextSource {
  private var points: [UInt32] = []
  private var place = 0
  private var hasClosed = false
  private let newlines: Newlines

  init(_ text: UnicodeText, _ newlines: Newlines) {
    self.newlines = newlines
    points = StringStream.translated(text, newlines).codePoints
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
  var wholeText: Value { part(0, points.count) }

  /// The text of a range.
  private func part(_ start: Int, _ end: Int) -> Value {
    var builder = TextBuilder(capacity: end - start)
    builder.append(points, from: start, to: end)
    return builder.finish()
  }

  override var isClosed: Bool { hasClosed }
  override func checkOpen() throws(Fault) {
    if hasClosed { throw Fault(.valueError, "I/O operation on closed file") }
  }

  override func read(_ context: Context, _ count: Int?) throws(Fault) -> UnicodeText {
    if place >= points.count { return UnicodeText("") }
    let end = Swift.min(points.count - place, count ?? Int.max) + place
    defer { place = end }
    return UnicodeText(codePoints: Array(points[place..<end]))
  }

  override func readLine(_ context: Context, _ limit: Int?) throws(Fault) -> UnicodeText {
    let start = place
    place = lineEnd(limit ?? Int.max)
    return place <= start ? UnicodeText("") : UnicodeText(codePoints: Array(points[start..<place]))
  }

  override func readLineValue(_ context: Context, _ limit: Int?) throws(Fault) -> Value {
    let start = place
    place = lineEnd(limit ?? Int.max)
    return place <= start ? .emptyString : part(start, place)
  }

  /// Where the line ends that begins here, its end included, or after `limit` characters.
  private func lineEnd(_ limit: Int) -> Int {
    let count = points.count
    var end = place
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

  override func write(_ context: Context, _ string: Unowned<StringObject>) throws(Fault) {
    guard place == points.count, newlines == .lineFeed || newlines == .anyUntranslated else {
      return try write(context, string.value.text)
    }
    let count = string.value.count
    if place > Context.longestList - count { throw Fault(.memoryError, "") }
    try context.checkGrowth(of: points, to: place + count)
    string.value.appendPoints(to: &points)
    place += count
  }

  override func write(_ context: Context, _ text: UnicodeText) throws(Fault) {
    let written = StringStream.translated(text, newlines).codePoints
    if written.isEmpty { return }
    if points.count + written.count > Context.longestList || place > Context.longestList {
      throw Fault(.memoryError, "")
    }
    try context.checkGrowth(of: points, to: Swift.max(place, points.count) + written.count)
    if place > points.count { points += [UInt32](repeating: 0, count: place - points.count) }
    if place == points.count {
      points += written
    } else {
      points.replaceSubrange(place..<place + Swift.min(written.count, points.count - place), with: written)
    }
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
    points = []
  }
}
