extension Parser {
  /// An expression statement, or an assignment of any kind.
  mutating func parseExpressionStatement() throws(Diagnostic) -> Statement.Node {
    let start = index
    let isName = at(.name) && peek(1).kind == .colon
    let first = try parseValue()
    switch current.kind {
    case .assign: return try parseAssignment(first, from: start)
    case .colon where startsExpression(peek(1).kind):
      return try parseAnnotation(of: first, from: start, isSimple: isName)
    default: break
    }
    if let op = Parser.augmentedOperator(current.kind), tokens[start].kind != .yield {
      return try parseAugmentedAssignment(first, op)
    }
    if case .tuple = first.node {} else if at(.walrus), index > start + 1 { try diagnoseWalrus(first) }
    return .expression(first)
  }

  private mutating func parseAssignment(_ first: Expression, from start: Int) throws(Diagnostic) -> Statement.Node {
    var targets: [Expression] = []
    var value = first
    var valueStart = start
    while at(.assign) {
      if let invalid = value.invalidTarget(.assignment) {
        if tokens[valueStart].kind == .yield {
          throw error("assignment to yield expression not possible", at: invalid.span)
        }
        throw try assignmentError(from: start, invalid: invalid)
      }
      advance()
      valueStart = index
      targets.append(value)
      value = try parseValue()
    }
    return .assign(targets: targets, value: value)
  }

  private mutating func parseAugmentedAssignment(
    _ target: Expression, _ op: BinaryOperator
  ) throws(Diagnostic) -> Statement.Node {
    advance()
    let value = try parseValue()
    switch target.node {
    case .name, .attribute, .subscript: return .augmentedAssign(target: target, op, value: value)
    default: throw error("'\(target.kindName)' is an illegal expression for augmented assignment", at: target.span)
    }
  }

  /// The operator of `+=` and its kin.
  private static func augmentedOperator(_ kind: TokenKind) -> BinaryOperator? {
    switch kind {
    case .plusAssign, .minusAssign, .starAssign, .slashAssign, .doubleSlashAssign, .percentAssign, .atAssign,
      .doubleStarAssign, .leftShiftAssign, .rightShiftAssign, .ampersandAssign, .pipeAssign, .caretAssign:
      BinaryOperator(rawValue: String(kind.rawValue.dropLast()))
    default: nil
    }
  }

  private mutating func parseAnnotation(
    of target: Expression, from start: Int, isSimple: Bool
  ) throws(Diagnostic) -> Statement.Node {
    let isParenthesized = tokens[start].kind == .openParen
    if case .starred = target.node { throw invalidSyntax() }
    let beginsWithTarget = isParenthesized && beginsWithParenthesizedTarget(start)
    advance()
    let annotation = try parseExpression()
    switch target.node {
    case .name where isSimple || isParenthesized: break
    case .attribute where !beginsWithTarget, .subscript where !beginsWithTarget: break
    case .list: throw error("only single target (not list) can be annotated", at: target.span)
    case .tuple: throw error("only single target (not tuple) can be annotated", at: target.span)
    default: throw error("illegal target for annotation", at: target.span)
    }
    let value = accept(.assign) ? try parseValue() : nil
    return .annotatedAssign(target: target, annotation: annotation, value: value, isSimple: isSimple)
  }

  /// Whether the statement goes on after `(target)`: CPython refuses to annotate `(x).y`.
  private mutating func beginsWithParenthesizedTarget(_ start: Int) -> Bool {
    let colon = index
    index = start
    defer { index = colon }
    return succeeds { (parser) throws(Diagnostic) in
      switch try parser.parseAtom().node {
      case .name, .attribute, .subscript: return parser.index < colon
      default: return false
      }
    }
  }
}
