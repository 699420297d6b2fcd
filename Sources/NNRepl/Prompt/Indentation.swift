import NNSyntax

/// How far the next line of a block is indented.
enum Indentation {
  private static let step = 4
  /// After these words nothing more stands in a block.
  private static let ends: Set<Substring> = ["return", "pass", "break", "continue", "raise"]

  /// The blanks that the line after a text begins with.
  static func next(_ text: String) -> String {
    let source = SourceText(name: "<stdin>", text)
    let tokens = Lexer.lex(source, magics: true).tokens.filter { token in
      switch token.kind {
      case .newline, .indent, .dedent, .endOfFile: false
      default: true
      }
    }
    guard let last = tokens.last, last.kind != .error || last.level > 0 else { return "" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "" }
    let blanks = String(line.prefix { $0 == " " || $0 == "\t" })
    if last.level > 0 {
      // Inside a bracket: one step more than the line that opened it, where that is the last line.
      let opener = tokens.last { $0.level < last.level }.map { source.lineColumn(of: $0.span.start).line }
      let isFresh = opener.map { $0 == lines.count } ?? (lines.count == 1)
      return isFresh ? blanks + String(repeating: " ", count: step) : blanks
    }
    if last.kind == .colon { return blanks + String(repeating: " ", count: step) }
    let first = line.drop { $0 == " " || $0 == "\t" }.prefix { $0.isLetter }
    return ends.contains(first) ? String(blanks.dropLast(step)) : blanks
  }
}
