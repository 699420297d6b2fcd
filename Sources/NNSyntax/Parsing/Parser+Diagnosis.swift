/// The searches for a likelier error than "invalid syntax". CPython runs them in a second pass; here they run where the
/// first one fails.
extension Parser {
  /// Throws for `expression := value` whose target is no name.
  mutating func diagnoseWalrus(_ target: Expression) throws(Diagnostic) {
    let walrus = index
    advance()
    guard startsExpression() else { return index = walrus }
    _ = try parseExpression()
    throw error("cannot use assignment expressions with \(target.kindName)", at: target.span)
  }

  /// Throws when another expression follows `body` directly: a forgotten comma, or `print`/`exec` without parentheses.
  mutating func diagnoseAdjacentExpression(_ body: Expression, from start: Int) throws(Diagnostic) {
    guard startsOperand(current.kind) else { return }
    if case .name(let name) = body.node, name == "print" || name == "exec" {
      return try diagnoseLegacyStatement(name, body)
    }
    let first = tokens[start]
    if first.kind == .name {
      if peek(start + 1 - index).kind == .string || ["match", "case", "_"].contains(text(of: first)) { return }
    }
    let next = index
    hasMetLexerError = false
    let isInsideBrackets = attempt { (parser) throws(Diagnostic) in
      _ = try parser.parseExpression()
      return parser.peek(-1).level > 0
    }
    guard isInsideBrackets == true else {
      index = next
      if hasMetLexerError, let lexerError { throw lexerError }
      return
    }
    if at(.error) { throw invalidSyntax() }
    let wrong = span(from: body.span.start)
    index = next
    throw error("invalid syntax. Perhaps you forgot a comma?", at: wrong)
  }

  private mutating func diagnoseLegacyStatement(_ name: String, _ body: Expression) throws(Diagnostic) {
    let next = index
    guard attempt({ (parser) throws(Diagnostic) in try parser.parseStarExpressions() }) != nil else { return }
    let wrong = span(from: body.span.start)
    index = next
    throw error("Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?", at: wrong)
  }

  /// Throws when the expression that began at the token `start` is followed by `= value`, where no assignment can stand.
  mutating func diagnoseNamedAssignment(from start: Int) throws(Diagnostic) {
    let assign = index
    defer { index = assign }
    if tokens[start].kind == .name, assign == start + 1 {
      guard try acceptAssignedValue() else { return }
      throw error(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: span(from: tokens[start].span.start))
    }
    index = start
    guard !beginsWithDisplay(),
      let target = attempt({ (parser) throws(Diagnostic) in try parser.parseBinary() }), try acceptAssignedValue()
    else { return }
    throw error("cannot assign to \(target.kindName) here. Maybe you meant '==' instead of '='?", at: target.span)
  }

  /// Passes `= value` if no further `=` follows; the value may be the beginning of a broken expression.
  private mutating func acceptAssignedValue() throws(Diagnostic) -> Bool {
    guard accept(.assign) else { return false }
    let whole: Void? = attempt { (parser) throws(Diagnostic) in _ = try parser.parseBinary() }
    let value: Void? = whole ?? attempt { (parser) throws(Diagnostic) in _ = try parser.parseUnary() }
    if value != nil, at(.error) { throw invalidSyntax() }
    return value != nil && !at(.assign) && !at(.walrus)
  }

  /// Whether a list, tuple, generator expression, `True`, `False` or `None` stands here.
  private mutating func beginsWithDisplay() -> Bool {
    succeeds { (parser) throws(Diagnostic) in
      let isBracket = parser.at(.openParen) || parser.at(.openBracket)
      let atom = try parser.parseAtom()
      switch atom.node {
      case .list, .generator: return true
      case .tuple: return isBracket
      default: return atom.reservedConstantName != nil
      }
    }
  }

  /// The error for a statement that begins at the token `start` and whose assignment has the `invalid` target.
  mutating func assignmentError(from start: Int, invalid: Expression) throws(Diagnostic) -> Diagnostic {
    let saved = index
    defer { index = saved }
    index = start
    do throws(Diagnostic) {
      _ = try parseStarNamedExpression()
      while accept(.comma), startsExpression(orStar: true) { _ = try parseStarNamedExpression() }
    } catch let likelier where likelier.message != "invalid syntax" {
      return likelier
    } catch {}
    return error("cannot assign to \(invalid.kindName)", at: invalid.span)
  }

  /// Throws for `[x, y for x, y in …]`, whose target needs parentheses.
  mutating func diagnoseUnparenthesizedTarget(_ items: [Expression]) throws(Diagnostic) {
    guard startsComprehension, let first = items.first, let last = items.last, !isTentative else { return }
    if items.count == 1, peek(-1).kind != .comma { return }
    guard attempt({ (parser) throws(Diagnostic) in try parser.parseComprehensionClauses() }) != nil else { return }
    throw error("did you forget parentheses around the comprehension target?", at: first.span.union(last.span))
  }

  /// A SyntaxError for a part of Python that is left out.
  func unsupported(_ message: String) -> Diagnostic { error(message, at: current.span) }
}
