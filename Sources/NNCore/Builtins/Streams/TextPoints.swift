/// The code points of a text that changes: a byte each, until one is above 255.
struct TextPoints {
  private var narrow: [UInt8] = []
  private var wide: [UInt32] = []
  private var isNarrow = true

  var count: Int { isNarrow ? narrow.count : wide.count }

  subscript(index: Int) -> UInt32 { isNarrow ? UInt32(narrow[index]) : wide[index] }

  private mutating func widen() {
    guard isNarrow else { return }
    wide = narrow.map(UInt32.init)
    narrow = []
    isNarrow = false
  }

  // MARK: Changing

  mutating func append(_ string: Unowned<StringObject>, _ context: Context) throws(Fault) {
    if isNarrow {
      try context.checkGrowth(of: narrow, to: narrow.count + string.value.count)
      if string.value.appendLatin(to: &narrow) { return }
      try context.checkGrowth(of: wide, to: narrow.count + string.value.count)
      widen()
    }
    try context.checkGrowth(of: wide, to: wide.count + string.value.count)
    string.value.appendPoints(to: &wide)
  }

  /// Appends a text if there is room for it already.
  mutating func appendQuickly(_ string: Unowned<StringObject>) -> Bool {
    isNarrow && narrow.count + string.value.count <= narrow.capacity && string.value.appendLatin(to: &narrow)
  }

  /// Puts code points at a place, over those that are there; zeros fill a gap before it.
  mutating func write(_ points: [UInt32], at place: Int, _ context: Context) throws(Fault) {
    widen()
    try context.checkGrowth(of: wide, to: max(place, wide.count) + points.count)
    if place > wide.count { wide += [UInt32](repeating: 0, count: place - wide.count) }
    if place == wide.count {
      wide += points
    } else {
      wide.replaceSubrange(place..<place + min(points.count, wide.count - place), with: points)
    }
  }

  mutating func removeLast(_ number: Int) {
    if isNarrow { narrow.removeLast(number) } else { wide.removeLast(number) }
  }

  // MARK: Reading

  /// The text of a valid range.
  func text(_ start: Int, _ end: Int) -> UnicodeText {
    UnicodeText(codePoints: isNarrow ? narrow[start..<end].map(UInt32.init) : Array(wide[start..<end]))
  }

  /// The same as a value.
  func value(_ start: Int, _ end: Int) -> Value {
    if isNarrow {
      var made = Value.emptyString
      narrow.lend(start, end) { made = .latin($0) }
      return made
    }
    var builder = TextBuilder(capacity: end - start)
    builder.append(wide, from: start, to: end)
    return builder.finish()
  }

  /// The place behind the line feed that comes next, or the end.
  func lineEnd(from start: Int) -> Int {
    if isNarrow { return narrow.place(of: 10, from: start).map { $0 + 1 } ?? narrow.count }
    var place = start
    while place < wide.count {
      place += 1
      if wide[place - 1] == 10 { break }
    }
    return place
  }

  /// Lends a valid range, a byte a code point; false where they are no bytes.
  func lend(_ start: Int, _ end: Int, _ body: (ByteView) -> Void) -> Bool {
    if isNarrow { narrow.lend(start, end, body) }
    return isNarrow
  }
}
