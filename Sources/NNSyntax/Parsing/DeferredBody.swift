/// The body of a function of the library that has not been read: most of them are never called.
struct DeferredBody: UnparsedBody {
  private let source: SourceText
  private let range: Range<Int>
  private let options: ParserOptions
  let namesClass: Bool

  init(_ source: SourceText, _ range: Range<Int>, _ options: ParserOptions, namesClass: Bool) {
    self.source = source
    self.range = range
    self.options = options
    self.namesClass = namesClass
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
    if isSkipped(peek(1)) {
      advance()
    } else if peek(1).kind == .indent, isSkipped(peek(4)) {
      index += 2
      try parseStatement(into: &statements)
    }
    guard isSkipped(current) else { return nil }
    let token = advance()
    let range = start..<max(start, Int(token.span.end))
    return (DeferredBody(source, range, options, namesClass: token.kind == .skippedMethod), statements)
  }

  private func isSkipped(_ token: Token) -> Bool { token.kind == .skipped || token.kind == .skippedMethod }
}
