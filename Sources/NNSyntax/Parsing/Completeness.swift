/// Whether a text typed at the prompt can run, needs more lines, or is wrong.
public enum Completeness: Hashable, Sendable {
  /// The text is one or more whole statements (or empty).
  case complete
  /// A bracket, string, block or continued line is still open.
  case incomplete
  /// No further line can make the text a program.
  case invalid

  /// The state of the lines typed so far, joined with newlines: a block is complete when an empty line follows it, so
  /// `"if x:\n  y"` is incomplete and `"if x:\n  y\n"`, whose last line is empty, is complete.
  public static func of(_ text: String, options: ParserOptions = ParserOptions(magics: true)) -> Completeness {
    let source = SourceText(name: "<stdin>", text)
    let lastLine = text.utf8.split(separator: Ascii.newline, omittingEmptySubsequences: false).last ?? [][...]
    let endsInBlankLine =
      text.utf8.contains(Ascii.newline) && lastLine.allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
    if options.magics, isForeignCell(text) { return endsInBlankLine ? .complete : .incomplete }
    do throws(Diagnostic) {
      let module = try Parser.parse(source, options: options)
      guard let last = module.statements.last, !last.blocks.isEmpty || isCellMagic(last), !endsInBlankLine else {
        return .complete
      }
      return .incomplete
    } catch let diagnostic {
      switch diagnostic.continuation {
      case .none: return .invalid
      case .block: return endsInBlankLine ? .invalid : .incomplete
      case .lexeme: return .incomplete
      }
    }
  }

  /// Cells whose lines are the language's all the same.
  private static let ownCells: Set<Substring> = ["%%time", "%%timeit", "%%prun", "%%capture"]

  /// Whether the text is a cell in another language, which a blank line ends.
  private static func isForeignCell(_ text: String) -> Bool {
    text.hasPrefix("%%") && !ownCells.contains(text.prefix { !$0.isWhitespace })
  }

  private static func isCellMagic(_ statement: Statement) -> Bool {
    if case .magic(let line) = statement.node { return line.marker == "%%" }
    return false
  }
}
