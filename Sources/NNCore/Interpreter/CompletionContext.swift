/// What stands before the cursor, as far as completion has to know: found by a look at the bytes, since the text need not
/// be a program yet.
struct CompletionContext {
  /// A bracket that is open at the cursor.
  struct Bracket {
    let kind: UInt8
    /// Where it stands.
    let place: Int
  }

  let text: [UInt8]
  /// The open brackets, the innermost last.
  private(set) var brackets: [Bracket] = []
  /// Where the string begins, behind its quotes, in which the cursor stands.
  private(set) var string: Int?
  /// The quotes of that string.
  private(set) var quotes: [UInt8] = []
  /// Where the cursor's line begins.
  private(set) var lineStart = 0
  private(set) var isComment = false

  init(_ text: String) {
    self.text = Array(text.utf8)
    var position = 0
    while position < self.text.count { scan(&position) }
  }

  private mutating func scan(_ position: inout Int) {
    let byte = text[position]
    if byte == 10 {
      lineStart = position + 1
      isComment = false
      if string != nil, quotes.count == 1 { string = nil }
    }
    if isComment {
      position += 1
    } else if string != nil {
      if byte == UInt8(ascii: "\\") {
        position += 2
        return
      }
      if text[position...].starts(with: quotes) {
        position += quotes.count
        string = nil
        return
      }
      position += 1
    } else {
      scanCode(byte, &position)
    }
  }

  private mutating func scanCode(_ byte: UInt8, _ position: inout Int) {
    switch byte {
    case UInt8(ascii: "#"): isComment = true
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let triple = text[position...].starts(with: [byte, byte, byte])
      quotes = Array(repeating: byte, count: triple ? 3 : 1)
      position += quotes.count
      string = position
      return
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      brackets.append(Bracket(kind: byte, place: position))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
    default: break
    }
    position += 1
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || (byte >= 0x30 && byte <= 0x39)
  }

  /// The name with its dots that ends at a place: `["np", "random", "ra"]`; the last part may be empty behind a dot. Nil
  /// where something else than a name stands before a dot.
  func path(endingAt end: Int) -> [String]? {
    var start = end
    while start > 0, CompletionContext.isNamePart(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    let path = String(decoding: text[start..<end], as: UTF8.self)
    if path.isEmpty { return [""] }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.dropLast().contains("") || parts[0].utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false { return nil }
    if start > 0, parts.count > 1, [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(text[start - 1]) { return nil }
    return parts
  }

  /// The name before a bracket: what is called or subscripted.
  func owner(of bracket: Bracket) -> [String]? {
    guard let path = path(endingAt: bracket.place), path != [""], path.last != "" else { return nil }
    return path
  }

  /// The cursor's line up to the cursor.
  var line: String { String(decoding: text[lineStart...], as: UTF8.self) }
}
