import NNSyntax

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

  /// Where the expression begins that the last dot before the cursor stands behind, and that dot. Nil where there is none,
  /// or it is more than names, calls, subscripts and literals.
  var primary: (start: Int, dot: Int)? {
    var dot = text.count
    while dot > 0, CompletionContext.isNamePart(text[dot - 1]) { dot -= 1 }
    dot -= 1
    guard dot > 0, text[dot] == UInt8(ascii: ".") else { return nil }
    let head = text[..<dot]
    let source = SourceText(name: "<tab>", rawBytes: Array(head))
    guard source.bytes.count == head.count else { return nil }
    let tokens = Lexer.lex(source, magics: true).tokens.filter { $0.span.end > $0.span.start }
    func byte(_ index: Int) -> UInt8 { text[Int(tokens[index].span.start)] }
    func ends(_ index: Int) -> Bool {
      tokens[index].kind == .name || tokens[index].kind == .string || CompletionContext.closers.contains(byte(index))
    }
    var index = tokens.count - 1
    guard index >= 0, ends(index) else { return nil }
    while true {
      if CompletionContext.closers.contains(byte(index)) {
        let level = tokens[index].level
        repeat { index -= 1 } while index >= 0 && tokens[index].level > level
        index += 1
      }
      let start = Int(tokens[index].span.start)
      if index >= 2, byte(index - 1) == UInt8(ascii: "."), ends(index - 2) {
        index -= 2
      } else if index >= 1, byte(index) == UInt8(ascii: "(") || byte(index) == UInt8(ascii: "["), ends(index - 1) {
        index -= 1
      } else {
        return (start, dot)
      }
    }
  }

  private static let closers: Set<UInt8> = [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")]

  /// The code in the open braces of an f-string that the cursor is in.
  var formattedCode: String? {
    guard let string, string > quotes.count else { return nil }
    var prefix = string - quotes.count - 1
    while prefix >= 0, text[prefix] | 0x20 == UInt8(ascii: "r") { prefix -= 1 }
    guard prefix >= 0, text[prefix] | 0x20 == UInt8(ascii: "f"),
      let open = text[string...].lastIndex(of: UInt8(ascii: "{")),
      !text[open...].contains(UInt8(ascii: "}")), open == string || text[open - 1] != UInt8(ascii: "{")
    else { return nil }
    return String(decoding: text[(open + 1)...], as: UTF8.self)
  }

  /// The name before a bracket: what is called or subscripted.
  func owner(of bracket: Bracket) -> [String]? {
    guard let path = path(endingAt: bracket.place), path != [""], path.last != "" else { return nil }
    return path
  }

  /// The cursor's line up to the cursor.
  var line: String { String(decoding: text[lineStart...], as: UTF8.self) }
}
