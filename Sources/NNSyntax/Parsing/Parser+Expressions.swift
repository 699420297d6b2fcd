extension Parser {
  /// `star_expressions`: one expression, or several with commas as a tuple; `*value` may be among them.
  mutating func parseStarExpressions() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try parseStarExpression()
    guard at(.comma) else { return first }
    var items = [first]
    while accept(.comma), startsExpression(orStar: true) { items.append(try parseStarExpression()) }
    return try make(.tuple(items), from: start)
  }

  /// `*value` or an expression.
  private mutating func parseStarExpression() throws(Diagnostic) -> Expression {
    at(.star) ? try parseStarred() : try parseExpression()
  }

  /// `*value` where the value is of the level of `|`.
  mutating func parseStarred() throws(Diagnostic) -> Expression {
    let star = try expect(.star)
    let value = try parseBinary()
    return try make(.starred(value), from: star.span.start)
  }

  /// `*value`, `name := value` or an expression.
  mutating func parseStarNamedExpression() throws(Diagnostic) -> Expression {
    at(.star) ? try parseStarred() : try parseNamedExpression()
  }

  /// `name := value` or an expression; an `=` after it is diagnosed.
  mutating func parseNamedExpression() throws(Diagnostic) -> Expression {
    if let walrus = try parseWalrus() { return walrus }
    let start = index
    let expression = try parseExpression()
    if !isTentative {
      if at(.walrus) { try diagnoseWalrus(expression) }
      if at(.assign) { try diagnoseNamedAssignment(from: start) }
    }
    return expression
  }

  /// `name := value` if the text begins so.
  mutating func parseWalrus() throws(Diagnostic) -> Expression? {
    guard at(.name), peek(1).kind == .walrus else { return nil }
    let name = try parseIdentifier()
    advance()
    let value = try parseExpression()
    return try make(.walrus(name: name.name, nameSpan: name.span, value: value), from: name.span.start)
  }

  /// `expression`: a conditional, a lambda, or anything that binds tighter.
  mutating func parseExpression() throws(Diagnostic) -> Expression {
    try enter()
    defer { leave() }
    if at(.lambda) { return try parseLambda() }
    if startsAtom(current.kind), endsExpression(peek(1).kind) { return try parseAtom() }
    let start = index
    let startOffset = current.span.start
    let body = try parseDisjunction()
    guard at(.if) else {
      if !isTentative { try diagnoseAdjacentExpression(body, from: start) }
      return body
    }
    advance()
    let test = try parseDisjunction()
    guard accept(.else) else {
      if at(.colon) || at(.error) || isTentative { throw invalidSyntax() }
      throw error("expected 'else' after 'if' expression", at: span(from: startOffset))
    }
    let orElse = try parseExpression()
    return try make(.conditional(test: test, body: body, orElse: orElse), from: startOffset)
  }

  private mutating func parseLambda() throws(Diagnostic) -> Expression {
    let start = try expect(.lambda).span.start
    let parameters = try parseParameters(.lambda)
    try expect(.colon)
    let body = try parseExpression()
    return try make(.lambda(parameters, body: body), from: start)
  }

  /// `a or b`.
  mutating func parseDisjunction() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try parseConjunction()
    guard at(.or) else { return first }
    var values = [first]
    while accept(.or) { values.append(try parseConjunction()) }
    return try make(.boolean(.or, values), from: start)
  }

  private mutating func parseConjunction() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try parseInversion()
    guard at(.and) else { return first }
    var values = [first]
    while accept(.and) { values.append(try parseInversion()) }
    return try make(.boolean(.and, values), from: start)
  }

  private mutating func parseInversion() throws(Diagnostic) -> Expression {
    var starts: [Int32] = []
    while at(.not) { starts.append(advance().span.start) }
    var result = try parseComparison()
    for start in starts.reversed() { result = try make(.unary(.not, result), from: start) }
    return result
  }

  private mutating func parseComparison() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try parseBinary()
    var links: [ComparisonLink] = []
    while let (op, opSpan) = acceptComparisonOperator() {
      links.append(ComparisonLink(op: op, opSpan: opSpan, value: try parseBinary()))
    }
    return links.isEmpty ? first : try make(.compare(first, links), from: start)
  }

  private mutating func acceptComparisonOperator() -> (ComparisonOperator, Span)? {
    let token = current
    let isTwoWords =
      (token.kind == .not && peek(1).kind == .in) || (token.kind == .is && peek(1).kind == .not)
    let op: ComparisonOperator? =
      switch token.kind {
      case .not: isTwoWords ? .notIn : nil
      case .is: isTwoWords ? .isNot : .is
      case .lessGreater: options.python2 ? .notEqual : nil
      case .in: .in
      case .less: .less
      case .lessEqual: .lessOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      case .greater: .greater
      case .greaterEqual: .greaterOrEqual
      default: nil
      }
    guard let op else { return nil }
    advance()
    if isTwoWords { advance() }
    return (op, span(from: token.span.start))
  }

  /// The binary operators from `|` on; `minimum` is the loosest precedence taken.
  mutating func parseBinary(_ minimum: Int = 1) throws(Diagnostic) -> Expression {
    let start = current.span.start
    var left = try parseUnary()
    while let (op, precedence) = Parser.binaryOperator(current.kind), precedence >= minimum {
      advance()
      let right = try parseBinary(precedence + 1)
      left = try make(.binary(op, left, right), from: start)
    }
    return left
  }

  /// The left-associative operator of a token, with its precedence.
  private static func binaryOperator(_ kind: TokenKind) -> (BinaryOperator, precedence: Int)? {
    switch kind {
    case .pipe: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .leftShift: (.leftShift, 4)
    case .rightShift: (.rightShift, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.modulo, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }

  /// `+`, `-` and `~` before a power.
  mutating func parseUnary() throws(Diagnostic) -> Expression {
    var prefixes: [(op: UnaryOperator, start: Int32)] = []
    while let op = Parser.unaryOperator(current.kind) { prefixes.append((op, advance().span.start)) }
    var result = try parsePower()
    for prefix in prefixes.reversed() { result = try make(.unary(prefix.op, result), from: prefix.start) }
    return result
  }

  private static func unaryOperator(_ kind: TokenKind) -> UnaryOperator? {
    switch kind {
    case .plus: .plus
    case .minus: .minus
    case .tilde: .invert
    default: nil
    }
  }

  /// `base ** exponent`, where the exponent takes unary operators and further powers.
  private mutating func parsePower() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let isAwait = accept(.await)
    var base = try parsePrimary()
    if isAwait { base = try make(.await(base), from: start) }
    guard accept(.doubleStar) else { return base }
    try enter()
    defer { leave() }
    let exponent = try parseUnary()
    return try make(.binary(.power, base, exponent), from: start)
  }

  /// An atom with its attributes, calls and subscripts.
  mutating func parsePrimary() throws(Diagnostic) -> Expression {
    let start = current.span.start
    var value = try parseAtom()
    while true {
      switch current.kind {
      case .dot:
        advance()
        let name = try parseIdentifier()
        value = try make(.attribute(value, name: name.name, nameSpan: name.span), from: start)
      case .openParen:
        advance()
        let arguments = try parseArguments()
        value = try make(.call(value, arguments), from: start)
      case .openBracket:
        advance()
        let index = try parseSubscript()
        value = try make(.subscript(value, index: index), from: start)
      default:
        return value
      }
    }
  }

  /// `yield`, `yield value` or `yield from value`.
  mutating func parseYield() throws(Diagnostic) -> Expression {
    let start = try expect(.yield).span.start
    if accept(.from) {
      let value = try parseExpression()
      return try make(.yieldFrom(value), from: start)
    }
    let value = startsExpression(orStar: true) ? try parseStarExpressions() : nil
    return try make(.yield(value), from: start)
  }

  /// A right-hand side: `yield …` or star expressions.
  mutating func parseValue() throws(Diagnostic) -> Expression {
    at(.yield) ? try parseYield() : try parseStarExpressions()
  }

  /// Whether `kind` begins what is an expression by itself, if nothing goes on behind it.
  private func startsAtom(_ kind: TokenKind) -> Bool {
    switch kind {
    case .name, .number, .string, .none, .true, .false: true
    default: false
    }
  }

  /// Whether no expression goes on at `kind`, and no mistake is likely there.
  private func endsExpression(_ kind: TokenKind) -> Bool {
    switch kind {
    case .comma, .closeParen, .closeBracket, .closeBrace, .newline, .colon: true
    default: false
    }
  }

  /// Whether the current token can begin an expression (or `*value`).
  func startsExpression(orStar: Bool = false) -> Bool {
    startsExpression(current.kind) || (orStar && at(.star))
  }

  /// Whether `kind` can begin an expression.
  func startsExpression(_ kind: TokenKind) -> Bool {
    switch kind {
    case .plus, .minus, .openParen, .openBracket: true
    default: startsOperand(kind)
    }
  }

  /// Whether `kind` can begin an expression but cannot go on one.
  func startsOperand(_ kind: TokenKind) -> Bool {
    switch kind {
    case .name, .number, .string, .none, .true, .false, .ellipsis, .not, .tilde, .lambda, .await, .openBrace: true
    default: false
    }
  }
}
