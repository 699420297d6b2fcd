// Statements that only Python 2 has, beside `print`: read where the options ask for them.

extension Parser {
  /// Whether `exec` stands here as a statement.
  var isExecStatement: Bool {
    options.python2 && text(of: current) == "exec" && (startsOperand(peek(1).kind) || peek(1).kind == .openParen)
  }

  /// `exec text`, `exec text in globals, locals`: a call of `exec`.
  mutating func parseExec() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let name = try make(.name("exec"), advance().span)
    var values = [try parseBinary()]
    if accept(.in) {
      values.append(try parseExpression())
      if accept(.comma) { values.append(try parseExpression()) }
    } else if values.count == 1, case .tuple(let items) = values[0].node {
      values = items
    }
    return try call(name, values, from: start)
  }

  /// The rest of `raise type, value, traceback`, as a call of the type.
  mutating func parseOldRaise(_ type: Expression) throws(Diagnostic) -> Expression {
    advance()
    let value = try parseExpression()
    if accept(.comma) { _ = try parseExpression() }
    if case .tuple(let items) = value.node { return try call(type, items, from: type.span.start) }
    if case .constant(.none) = value.node { return type }
    return try call(type, [value], from: type.span.start)
  }

  /// The name in `except type, name:`; nil where something else stands.
  mutating func acceptOldHandlerName() -> Identifier? {
    guard options.python2, at(.comma), peek(1).kind == .name, peek(2).kind == .colon else { return nil }
    // A capital is more likely a second type.
    let isType = text(of: peek(1)).first?.isUppercase ?? false
    if isType { return nil }
    advance()
    let token = advance()
    return Identifier(name: text(of: token), span: token.span)
  }

  private func call(_ callee: Expression, _ values: [Expression], from start: Int32) throws(Diagnostic) -> Expression {
    let arguments = values.map { Argument(kind: .positional, value: $0, span: $0.span) }
    return try make(.call(callee, arguments), from: start)
  }
}
