/// The body of a function of the library that has not been read: most of them are never called.
struct DeferredBody: UnparsedBody {
  private let source: SourceText
  private let range: Range<Int>
  private let options: ParserOptions

  init(_ source: SourceText, _ range: Range<Int>, _ options: ParserOptions) {
    self.source = source
    self.range = range
    self.options = options
  }

  func parse() throws(Diagnostic) -> [Statement] {
    var parser = Parser(source: source, lexedText: Lexer.lexBody(source, range), options: options)
    return try parser.parseBody()
  }
}

extension Parser {
  /// Goes on behind a body that the lexer has passed over; returns it, and its docstring as the statement that it is. Nil
  /// if it was not passed over.
  mutating func passBody() throws(Diagnostic) -> (body: DeferredBody, documentation: [Statement])? {
    let start = Int(current.span.end)
    var statements: [Statement] = []
    if peek(1).kind == .skipped {
      advance()
    } else if peek(1).kind == .indent, peek(4).kind == .skipped {
      index += 2
      try parseStatement(into: &statements)
    }
    guard at(.skipped) else { return nil }
    let end = Int(advance().span.end)
    return (DeferredBody(source, start..<max(start, end), options), statements)
  }
}
