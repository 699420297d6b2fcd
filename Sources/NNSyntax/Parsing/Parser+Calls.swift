extension Parser {
  /// A call's arguments and the closing parenthesis; a class's bases may not be a bare generator expression.
  mutating func parseArguments(allowsGenerator: Bool = true) throws(Diagnostic) -> [Argument] {
    var arguments: [Argument] = []
    var order = ArgumentOrder()
    while !at(.closeParen) {
      if order.hasDoubleStar, at(.star) {
        throw error("iterable argument unpacking follows keyword argument unpacking", at: current.span)
      }
      let argument = try parseArgument()
      if startsComprehension {
        guard allowsGenerator else { throw invalidSyntax() }
        arguments.append(try parseGeneratorArgument(argument, isFirst: arguments.isEmpty))
      } else {
        try checkOrder(of: argument, &order)
        arguments.append(argument)
      }
      guard accept(.comma) else { break }
    }
    try expect(.closeParen)
    return arguments
  }

  private mutating func parseArgument() throws(Diagnostic) -> Argument {
    let start = current.span.start
    if accept(.star) {
      let value = try parseExpression()
      return Argument(kind: .star, value: value, span: span(from: start))
    }
    if accept(.doubleStar) {
      let value = try parseExpression()
      return Argument(kind: .doubleStar, value: value, span: span(from: start))
    }
    if at(.name), peek(1).kind == .assign { return try parseKeywordArgument() }
    let value = if let walrus = try parseWalrus() { walrus } else { try parseExpression() }
    if at(.assign), !isTentative {
      if let name = value.reservedConstantName, span(from: start) == value.span {
        throw error("cannot assign to \(name)", at: value.span)
      }
      throw error("expression cannot contain assignment, perhaps you meant \"==\"?", at: value.span)
    }
    return Argument(kind: .positional, value: value, span: span(from: start))
  }

  private mutating func parseKeywordArgument() throws(Diagnostic) -> Argument {
    let name = try parseIdentifier()
    advance()
    let value = try parseExpression()
    if startsComprehension {
      throw error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: name.span)
    }
    return Argument(kind: .keyword(name.name), value: value, span: span(from: name.span.start))
  }

  /// `element for …`, which must be the only argument.
  private mutating func parseGeneratorArgument(_ element: Argument, isFirst: Bool) throws(Diagnostic) -> Argument {
    guard case .positional = element.kind else {
      if case .star = element.kind {
        throw error("iterable unpacking cannot be used in comprehension", at: element.span)
      }
      throw invalidSyntax()
    }
    let start = element.span.start
    let clauses = try parseComprehensionClauses()
    let value = try make(.generator(element: element.value, clauses), from: start)
    guard isFirst, !at(.comma) else { throw error("Generator expression must be parenthesized", at: value.span) }
    return Argument(kind: .positional, value: value, span: value.span)
  }

  /// Which unpackings and keywords an argument list has had so far.
  private struct ArgumentOrder {
    var hasKeyword = false
    var hasDoubleStar = false
  }

  private func checkOrder(of argument: Argument, _ order: inout ArgumentOrder) throws(Diagnostic) {
    switch argument.kind {
    case .positional where order.hasDoubleStar:
      throw error("positional argument follows keyword argument unpacking", at: argument.span)
    case .positional where order.hasKeyword:
      throw error("positional argument follows keyword argument", at: argument.span)
    case .keyword: order.hasKeyword = true
    case .doubleStar: order.hasDoubleStar = true
    default: break
    }
  }
}
