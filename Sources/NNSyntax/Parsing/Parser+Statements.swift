extension Parser {
  /// Appends the next statement, or all statements of a line with semicolons.
  mutating func parseStatement(into statements: inout [Statement]) throws(Diagnostic) {
    if let compound = try parseCompoundStatement() {
      statements.append(compound)
    } else {
      try parseSimpleStatements(into: &statements)
    }
  }

  /// `statement; statement` up to and including the newline.
  mutating func parseSimpleStatements(into statements: inout [Statement]) throws(Diagnostic) {
    repeat {
      statements.append(try parseSimpleStatement())
    } while accept(.semicolon) && !at(.newline)
    try expect(.newline)
  }

  private mutating func parseSimpleStatement() throws(Diagnostic) -> Statement {
    let start = current.span.start
    let node = try parseSimpleNode()
    return Statement(span: span(from: start), node: node)
  }

  private mutating func parseSimpleNode() throws(Diagnostic) -> Statement.Node {
    switch current.kind {
    case .magic: return .magic(parseMagic())
    case .pass:
      advance()
      return .pass
    case .break:
      advance()
      return .break
    case .continue:
      advance()
      return .continue
    case .return:
      advance()
      return .return(startsExpression(orStar: true) ? try parseStarExpressions() : nil)
    case .raise: return try parseRaise()
    case .global:
      advance()
      return .global(try parseIdentifiers())
    case .nonlocal:
      advance()
      return .nonlocal(try parseIdentifiers())
    case .del: return .delete(try parseDelete())
    case .assert: return try parseAssert()
    case .import: return .import(try parseImport())
    case .from: return .importFrom(try parseImportFrom())
    case .name where isPrintStatement:
      isPython2 = true
      return .print(try parsePrint())
    case .name where isExecStatement: return .expression(try parseExec())
    default: return try parseExpressionStatement()
    }
  }

  private mutating func parseIdentifiers() throws(Diagnostic) -> [Identifier] {
    var names = [try parseIdentifier()]
    while accept(.comma) { names.append(try parseIdentifier()) }
    return names
  }

  private mutating func parseRaise() throws(Diagnostic) -> Statement.Node {
    advance()
    guard startsExpression() else { return .raise(exception: nil, cause: nil) }
    let exception = try parseExpression()
    if options.python2, at(.comma) { return .raise(exception: try parseOldRaise(exception), cause: nil) }
    let cause = accept(.from) ? try parseExpression() : nil
    return .raise(exception: exception, cause: cause)
  }

  private mutating func parseAssert() throws(Diagnostic) -> Statement.Node {
    let start = advance().span.start
    let test = try parseExpression()
    if case .tuple(let items) = test.node, !items.isEmpty, !at(.comma) {
      warn("assertion is always true, perhaps remove parentheses?", at: span(from: start))
    }
    let message = accept(.comma) ? try parseExpression() : nil
    return .assert(test: test, message: message)
  }

  private mutating func parseDelete() throws(Diagnostic) -> [Expression] {
    advance()
    var targets: [Expression] = []
    repeat {
      if !targets.isEmpty, !startsExpression(orStar: true) { break }
      targets.append(at(.star) ? try parseStarred() : try parseExpression())
    } while accept(.comma)
    for target in targets {
      if let invalid = target.invalidTarget(.deletion) {
        throw error("cannot delete \(invalid.kindName)", at: invalid.span)
      }
    }
    return targets
  }

  // MARK: Python 2's print, magic lines

  /// Whether `print` stands here with something after it that cannot go on an expression.
  private var isPrintStatement: Bool {
    guard text(of: current) == "print" else { return false }
    let next = peek(1).kind
    if next == .not { return peek(2).kind != .in }
    return next == .rightShift || startsOperand(next)
  }

  private mutating func parsePrint() throws(Diagnostic) -> PrintStatement {
    advance()
    var file: Expression?
    if accept(.rightShift) {
      file = try parseExpression()
      guard accept(.comma) else { return PrintStatement(file: file, values: [], hasTrailingComma: false) }
    }
    var values = [try parseExpression()]
    var hasTrailingComma = false
    while accept(.comma) {
      guard startsExpression() else {
        hasTrailingComma = true
        break
      }
      values.append(try parseExpression())
    }
    return PrintStatement(file: file, values: values, hasTrailingComma: hasTrailingComma)
  }

  private mutating func parseMagic() -> MagicLine {
    let line = text(of: advance())
    if let question = MagicLine(question: line) { return question }
    let marker = line.hasPrefix("%%") ? "%%" : String(line.prefix(1))
    let rest = line.dropFirst(marker.count)
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    let name = marker == "!" ? "" : rest.prefix { !isSpace($0) }
    let arguments = rest.dropFirst(name.count).drop(while: isSpace)
    let trailing = arguments.reversed().prefix(while: isSpace).count
    return MagicLine(marker: marker, name: String(name), arguments: String(arguments.dropLast(trailing)))
  }

  /// Keeps a SyntaxWarning of CPython's.
  mutating func warn(_ message: String, at span: Span, kind: Diagnostic.Kind = .syntaxWarning) {
    warnings.append(Diagnostic(kind, message, at: span))
  }
}
