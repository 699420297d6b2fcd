/// Which additions to Python a text may use. Python 2's `print x, y` is always accepted.
public struct ParserOptions: Hashable, Sendable {
  /// Whether lines that begin with `%` or `!` are magic lines (notebooks, the prompt, `.nn` files).
  public var magics: Bool
  /// Whether Python 2's other statements and literals are read too: `raise E, "text"`, `except E, e`, `exec "text"`,
  /// `<>`, `10L`, `0777`, `ur""`.
  public var python2 = false
  /// Whether the text is known to be right, so that names and scopes need no checks (debug builds check all the same),
  /// and bodies of functions may be parsed later.
  public var isTrusted = false
  /// The most digits of a decimal literal; 0 for any number of them.
  public var longestInteger = 4300

  /// The options for `.nn` files and the prompt (`magics: true`), or for plain Python.
  public init(magics: Bool = false) {
    self.magics = magics
  }

  fileprivate var checksScopes: Bool {
    #if DEBUG
      true
    #else
      !isTrusted
    #endif
  }
}

/// A recursive-descent parser for Python 3.11 with CPython's error messages.
///
/// Every loop that CPython's grammar writes as left recursion is a loop here, and both the parser's own recursion and
/// the height of the tree it builds are bounded, so no text can exhaust the stack.
public struct Parser: Sendable {
  /// The bound of the parser's own recursion, in expressions nested within each other.
  static let maximumNesting = 400
  /// The bound of a tree's height, which left-associative chains such as `1 + 1 + 1` reach first.
  static let maximumDepth: Int32 = 1500

  let source: SourceText
  let options: ParserOptions
  let tokens: [Token]
  /// The index of the current token.
  var index = 0
  var nesting = 0
  var warnings: [Diagnostic] = []
  /// Whether a `print` statement has been read.
  var isPython2 = false
  /// Whether a tentative parse is under way, which leaves the search for likelier errors out.
  var isTentative = false
  /// Whether a tentative parse has come upon the lexer's error.
  var hasMetLexerError = false
  /// Whether the error being thrown comes from an f-string within an f-string and keeps its message.
  var errorIsFinal = false
  private let lexedText: LexedText

  init(source: SourceText, lexedText: LexedText, options: ParserOptions, nesting: Int = 0) {
    self.source = source
    self.options = options
    self.lexedText = lexedText
    self.nesting = nesting
    tokens = lexedText.tokens
    warnings = lexedText.warnings
  }

  /// The tree of a program text that CPython's `compile` accepts (up to the documented differences).
  /// - Throws: the first error, of the text, the grammar or the scopes.
  public static func parse(
    _ source: SourceText, options: ParserOptions = ParserOptions()
  ) throws(Diagnostic) -> Module {
    let lexedText =
      options.isTrusted && !options.magics && !options.python2
      ? Lexer.lexTrusted(source) : Lexer.lex(source, magics: options.magics, python2: options.python2)
    var parser = Parser(source: source, lexedText: lexedText, options: options)
    let statements = try parser.parseFile()
    if options.checksScopes { try SemanticChecks.check(statements) }
    return Module(
      statements: statements, warnings: parser.warnings.sorted { $0.span.start < $1.span.start },
      isPython2: parser.isPython2)
  }

  /// The tree of a program text, of Python 2's too: what Python 3 refuses is read once more with Python 2's forms, and
  /// taken where it has a `print` statement, which tells a text of that age.
  /// - Throws: the error that Python 3 has.
  public static func parseEither(
    _ source: SourceText, options: ParserOptions = ParserOptions()
  ) throws(Diagnostic) -> Module {
    do throws(Diagnostic) {
      return try parse(source, options: options)
    } catch let diagnostic {
      guard diagnostic.kind == .syntaxError else { throw diagnostic }
      var older = options
      older.python2 = true
      do throws(Diagnostic) {
        let tree = try parse(source, options: older)
        if tree.isPython2 { return tree }
      } catch {
        // Neither of the two.
      }
      throw diagnostic
    }
  }

  private mutating func parseFile() throws(Diagnostic) -> [Statement] {
    do throws(Diagnostic) {
      var statements: [Statement] = []
      while !at(.endOfFile) { try parseStatement(into: &statements) }
      return statements
    } catch let diagnostic {
      throw ranked(diagnostic)
    }
  }

  /// The parser's error, or the lexer's when CPython would report that instead.
  func ranked(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let lexerError = lexedText.error, diagnostic.kind != .recursionError else { return diagnostic }
    if diagnostic.kind == .indentationError, diagnostic.message.hasPrefix("unexpected") { return diagnostic }
    if lexedText.errorOutranksParser { return lexerError }
    if let open = lexedText.openBracket, lexerError.continuation == .lexeme,
      line(of: current.span) > source.lineColumn(of: open.offset).line
    {
      return lexerError
    }
    return diagnostic
  }

  // MARK: Tokens

  /// The current token; the last one (`endOfFile` or `error`) is never passed.
  var current: Token { index < tokens.count ? tokens[index] : peek(0) }

  /// The token `ahead` of the current one, or the last one.
  func peek(_ ahead: Int) -> Token {
    let wanted = index + ahead
    if tokens.indices.contains(wanted) { return tokens[wanted] }
    return tokens.last ?? Token(kind: .endOfFile, span: Span(start: 0, end: 0), level: 0)
  }

  /// Whether the current token is of `kind`.
  func at(_ kind: TokenKind) -> Bool { current.kind == kind }

  /// Goes to the next token and returns the one left behind.
  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if index + 1 < tokens.count { index += 1 }
    return token
  }

  /// Passes a token of `kind` if it is the current one.
  mutating func accept(_ kind: TokenKind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  /// Passes a token of `kind`; anything else is "invalid syntax".
  @discardableResult
  mutating func expect(_ kind: TokenKind) throws(Diagnostic) -> Token {
    guard at(kind) else { throw invalidSyntax() }
    return advance()
  }

  /// Passes a token of `kind`; anything else is "expected '…'".
  mutating func require(_ kind: TokenKind) throws(Diagnostic) {
    guard at(kind) else {
      throw at(.error) ? invalidSyntax() : error("expected '\(kind.rawValue)'", at: current.span)
    }
    advance()
  }

  /// Passes a name and returns it.
  mutating func parseIdentifier() throws(Diagnostic) -> Identifier {
    let token = try expect(.name)
    return Identifier(name: text(of: token), span: token.span)
  }

  /// The text of a token.
  func text(of token: Token) -> String { source.text(of: token.span) }

  /// The text from `start` to the end of the token before the current one.
  func span(from start: Int32) -> Span {
    let previous = index > 0 && index <= tokens.count ? tokens[index - 1].span.end : start
    return Span(start: start, end: max(start, previous))
  }

  /// The line on which `span` starts.
  func line(of span: Span) -> Int { source.lineColumn(of: span.start).line }

  // MARK: Errors

  /// Whether only the end of the text follows, so that more of it could help.
  var continuation: Diagnostic.Continuation {
    tokens[min(index, tokens.count)...].allSatisfy { $0.kind == .dedent || $0.kind == .endOfFile } ? .block : .none
  }

  /// A SyntaxError with CPython's words.
  func error(_ message: String, at span: Span, hint: String? = nil) -> Diagnostic {
    Diagnostic(.syntaxError, message, at: span, hint: hint, continuation: continuation)
  }

  /// The error the lexer stopped at.
  var lexerError: Diagnostic? { lexedText.error }

  /// The error at the current token when no rule fits: the lexer's own error, a wrong indent, or "invalid syntax".
  func invalidSyntax() -> Diagnostic {
    switch current.kind {
    case .error: lexedText.error ?? error("invalid syntax", at: current.span)
    case .indent: Diagnostic(.indentationError, "unexpected indent", at: current.span)
    case .dedent: Diagnostic(.indentationError, "unexpected unindent", at: current.span)
    default: error("invalid syntax", at: current.span, hint: hintForCurrentToken())
    }
  }

  private func hintForCurrentToken() -> String? {
    switch current.kind {
    case .lessGreater: "write != instead of <>"
    case .unknown where text(of: current) == "`": "write repr(…) instead of backticks"
    case .unknown where text(of: current) == "!": "write not … for negation"
    case .ampersand where index > 0 && peek(-1).kind == .ampersand: "write and instead of &&"
    case .pipe where index > 0 && peek(-1).kind == .pipe: "write or instead of ||"
    default: nil
    }
  }

  // MARK: Bounds

  /// Counts one level of the parser's recursion; pair it with `leave`.
  mutating func enter() throws(Diagnostic) {
    guard nesting < Parser.maximumNesting else { throw tooDeep() }
    nesting += 1
  }

  /// Ends a level begun with `enter`.
  mutating func leave() { nesting -= 1 }

  /// An expression that ends before the current token, if its tree is not too high.
  func make(_ node: Expression.Node, from start: Int32) throws(Diagnostic) -> Expression {
    try make(node, span(from: start))
  }

  /// An expression, if its tree is not too high.
  func make(_ node: Expression.Node, _ span: Span) throws(Diagnostic) -> Expression {
    let expression = Expression(node, span)
    guard expression.depth <= Parser.maximumDepth else { throw tooDeep() }
    return expression
  }

  private func tooDeep() -> Diagnostic {
    Diagnostic(
      .recursionError, "maximum recursion depth exceeded during compilation", at: current.span,
      hint: "split the expression over several statements")
  }

  // MARK: Tentative parsing

  /// What `body` parses, or nil with the parser left where it was.
  mutating func attempt<Result>(_ body: (inout Parser) throws(Diagnostic) -> Result) -> Result? {
    let saved = (index, nesting, warnings.count, isTentative)
    isTentative = true
    let result: Result?
    do throws(Diagnostic) {
      result = try body(&self)
    } catch {
      hasMetLexerError = hasMetLexerError || at(.error)
      result = nil
    }
    isTentative = saved.3
    nesting = saved.1
    if result == nil {
      index = saved.0
      warnings.removeLast(warnings.count - saved.2)
    }
    return result
  }

  /// Whether `body` succeeds from here; the parser stays where it was.
  mutating func succeeds(_ body: (inout Parser) throws(Diagnostic) -> Bool) -> Bool {
    let start = index
    let result = attempt(body) ?? false
    index = start
    return result
  }
}
