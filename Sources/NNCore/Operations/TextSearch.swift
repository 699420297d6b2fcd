/// Searching text in text, by code points.
enum TextSearch {
  /// The first place of `part` in `text` between two indices; nil when there is none.
  static func find(_ part: UnicodeText, in text: UnicodeText, from start: Int, to end: Int) -> Int? {
    if text.isASCII {
      guard part.isASCII else { return nil }
      return find(part.utf8, in: text.utf8, from: start, to: end)
    }
    return find(part.codePoints, in: text.codePoints, from: start, to: end)
  }

  /// The last place of `part` in `text` between two indices; nil when there is none.
  static func findLast(_ part: UnicodeText, in text: UnicodeText, from start: Int, to end: Int) -> Int? {
    let points = text.codePoints
    let wanted = part.codePoints
    guard start <= end - wanted.count, start >= 0 else { return nil }
    for place in (start...(end - wanted.count)).reversed() where matches(wanted, points, place) { return place }
    return nil
  }

  static func find<Unit: Equatable>(_ part: [Unit], in text: [Unit], from start: Int, to end: Int) -> Int? {
    guard start >= 0, start <= end - part.count else { return nil }
    guard let first = part.first else { return start }
    var place = start
    let last = end - part.count
    while place <= last {
      if text[place] == first && matches(part, text, place) { return place }
      place += 1
    }
    return nil
  }

  private static func matches<Unit: Equatable>(_ part: [Unit], _ text: [Unit], _ place: Int) -> Bool {
    for offset in 0..<part.count where text[place + offset] != part[offset] { return false }
    return true
  }

  /// The number of places of `part` that do not overlap; of the empty text, one more than the length.
  static func count(_ part: UnicodeText, in text: UnicodeText, from start: Int, to end: Int) -> Int {
    if start > end { return 0 }
    if part.count == 0 { return end - start + 1 }
    var count = 0
    var place = start
    while let found = find(part, in: text, from: place, to: end) {
      count += 1
      place = found + part.count
    }
    return count
  }
}
