extension Parser {
  /// A name, literal, or anything in brackets.
  mutating func parseAtom() throws(Diagnostic) -> Expression {
    switch current.kind {
    case .name: return try parseName()
    case .number: return try parseNumber()
    case .string: return try parseStrings()
    case .none: return try parseConstant(.none)
    case .true: return try parseConstant(.boolean(true))
    case .false: return try parseConstant(.boolean(false))
    case .ellipsis: return try parseConstant(.ellipsis)
    case .magic: return try parseMagicValue()
    case .openParen: return try parseParenthesized()
    case .openBracket: return try parseListDisplay()
    case .openBrace: return try parseBraceDisplay()
    default: throw invalidSyntax()
    }
  }

  private mutating func parseName() throws(Diagnostic) -> Expression {
    let token = advance()
    return try make(.name(text(of: token)), token.span)
  }

  /// `!ls` in `x = !ls`: a call of a builtin that no program names.
  private mutating func parseMagicValue() throws(Diagnostic) -> Expression {
    let token = advance()
    let callee = try make(.name("_magic_value"), token.span)
    let line = try make(.constant(.string(Array(text(of: token).utf8))), token.span)
    return try make(.call(callee, [Argument(kind: .positional, value: line, span: token.span)]), token.span)
  }

  private mutating func parseConstant(_ constant: Constant) throws(Diagnostic) -> Expression {
    try make(.constant(constant), advance().span)
  }

  /// A group, tuple, generator expression, or `(yield)`.
  private mutating func parseParenthesized() throws(Diagnostic) -> Expression {
    let start = try expect(.openParen).span.start
    if accept(.closeParen) { return try make(.tuple([]), from: start) }
    if at(.yield) {
      let value = try parseYield()
      try expect(.closeParen)
      return value
    }
    if at(.doubleStar) { throw doubleStarError() }
    let first = try parseStarNamedExpression()
    if startsComprehension {
      let clauses = try parseComprehension(of: first)
      try expect(.closeParen)
      return try make(.generator(element: first, clauses), from: start)
    }
    if at(.comma) {
      let items = try parseItems(after: first)
      try expect(.closeParen)
      return try make(.tuple(items), from: start)
    }
    if at(.closeParen), case .starred = first.node { throw error("cannot use starred expression here", at: first.span) }
    try expect(.closeParen)
    return first
  }

  private mutating func doubleStarError() -> Diagnostic {
    let stars = advance().span
    let isGroup = succeeds { (parser) throws(Diagnostic) in
      _ = try parser.parseExpression()
      return parser.at(.closeParen)
    }
    if isGroup { return error("cannot use double starred expression here", at: stars) }
    index -= 1
    return invalidSyntax()
  }

  private mutating func parseListDisplay() throws(Diagnostic) -> Expression {
    let start = try expect(.openBracket).span.start
    if accept(.closeBracket) { return try make(.list([]), from: start) }
    let first = try parseStarNamedExpression()
    if startsComprehension {
      let clauses = try parseComprehension(of: first)
      try expect(.closeBracket)
      return try make(.listComprehension(element: first, clauses), from: start)
    }
    let items = try parseItems(after: first)
    try diagnoseUnparenthesizedTarget(items)
    try expect(.closeBracket)
    return try make(.list(items), from: start)
  }

  /// A dict or set, or a comprehension of either.
  private mutating func parseBraceDisplay() throws(Diagnostic) -> Expression {
    let start = try expect(.openBrace).span.start
    if accept(.closeBrace) { return try make(.dict([]), from: start) }
    if at(.doubleStar) { return try parseDict(from: start) }
    let first = try parseStarNamedExpression()
    if at(.colon), isDictKey(first) {
      return try parseDict(from: start, firstKey: first)
    }
    if startsComprehension {
      let clauses = try parseComprehension(of: first)
      try expect(.closeBrace)
      return try make(.setComprehension(element: first, clauses), from: start)
    }
    let items = try parseItems(after: first)
    try diagnoseUnparenthesizedTarget(items)
    try expect(.closeBrace)
    return try make(.set(items), from: start)
  }

  /// Keys are expressions, so neither `*a` nor an `a := b` without parentheses.
  private func isDictKey(_ expression: Expression) -> Bool {
    switch expression.node {
    case .starred: false
    case .walrus: index > 0 && peek(-1).kind == .closeParen && peek(-1).span.start >= expression.span.end
    default: true
    }
  }

  private mutating func parseDict(from start: Int32, firstKey: Expression? = nil) throws(Diagnostic) -> Expression {
    var entries: [DictEntry] = [try parseDictEntry(key: firstKey)]
    if startsComprehension {
      guard case .pair(let key, let value) = entries[0] else {
        throw error("dict unpacking cannot be used in dict comprehension", at: Span(start: start + 1, end: start + 3))
      }
      let clauses = try parseComprehensionClauses()
      try expect(.closeBrace)
      return try make(.dictComprehension(key: key, value: value, clauses), from: start)
    }
    while accept(.comma), !at(.closeBrace) { entries.append(try parseDictEntry(key: nil)) }
    try expect(.closeBrace)
    return try make(.dict(entries), from: start)
  }

  private mutating func parseDictEntry(key firstKey: Expression?) throws(Diagnostic) -> DictEntry {
    if accept(.doubleStar) { return .unpack(try parseBinary()) }
    let key: Expression
    if let firstKey {
      key = firstKey
    } else {
      let wasTentative = isTentative
      isTentative = true
      defer { isTentative = wasTentative }
      key = try parseExpression()
      isTentative = wasTentative
      guard at(.colon) else {
        if at(.error) || isTentative { throw invalidSyntax() }
        let end = key.span.end
        throw error("':' expected after dictionary key", at: Span(start: end - 1, end: end))
      }
    }
    let colon = try expect(.colon)
    if at(.comma) || at(.closeBrace) {
      throw error("expression expected after dictionary key and ':'", at: colon.span)
    }
    if at(.star) { throw starredValueError() }
    return .pair(key: key, value: try parseExpression())
  }

  private mutating func starredValueError() -> Diagnostic {
    let star = current.span
    let isValue = succeeds { (parser) throws(Diagnostic) in
      _ = try parser.parseStarred()
      return true
    }
    return isValue ? error("cannot use a starred expression in a dictionary value", at: star) : invalidSyntax()
  }

  /// `, item, item` up to the closing bracket, with the first item in front.
  private mutating func parseItems(after first: Expression) throws(Diagnostic) -> [Expression] {
    var items = [first]
    while accept(.comma), startsExpression(orStar: true) { items.append(try parseStarNamedExpression()) }
    return items
  }

  // MARK: Comprehensions

  /// Whether `for …` (or `async for …`) follows.
  var startsComprehension: Bool { at(.for) || (at(.async) && peek(1).kind == .for) }

  /// The clauses after a comprehension's element, which must not be starred.
  private mutating func parseComprehension(of element: Expression) throws(Diagnostic) -> [ComprehensionClause] {
    let clauses = try parseComprehensionClauses()
    if case .starred = element.node {
      throw error("iterable unpacking cannot be used in comprehension", at: element.span)
    }
    return clauses
  }

  /// `for target in iterable if … for …`.
  mutating func parseComprehensionClauses() throws(Diagnostic) -> [ComprehensionClause] {
    var clauses: [ComprehensionClause] = []
    while startsComprehension {
      if at(.async) { throw unsupported("'async' is not supported") }
      let start = try expect(.for).span.start
      let target = try parseLoopTarget()
      let iterable = try parseDisjunction()
      var conditions: [Expression] = []
      while accept(.if) { conditions.append(try parseDisjunction()) }
      clauses.append(
        ComprehensionClause(target: target, iterable: iterable, conditions: conditions, span: span(from: start)))
    }
    return clauses
  }

  /// The target of a loop and the `in` after it.
  mutating func parseLoopTarget() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let startIndex = index
    if at(.not) || at(.lambda) { try diagnoseLoopTarget(from: startIndex) }
    let first = try parseLoopTargetItem()
    var target = first
    if at(.comma) {
      var items = [first]
      while accept(.comma), startsExpression(orStar: true) { items.append(try parseLoopTargetItem()) }
      target = try make(.tuple(items), from: start)
    }
    if !at(.in) || target.invalidTarget(.assignment) != nil { try diagnoseLoopTarget(from: startIndex) }
    try expect(.in)
    return target
  }

  /// Throws for a loop whose target, read as an expression, cannot be assigned to.
  private mutating func diagnoseLoopTarget(from start: Int) throws(Diagnostic) {
    let saved = index
    defer { index = saved }
    index = start
    let target: Expression
    do throws(Diagnostic) {
      target = try parseStarExpressions()
    } catch let likelier {
      if likelier.message != "invalid syntax" { throw likelier }
      return
    }
    if let invalid = target.invalidTarget(.loop) {
      throw error("cannot assign to \(invalid.kindName)", at: invalid.span)
    }
    throw invalidSyntax()
  }

  private mutating func parseLoopTargetItem() throws(Diagnostic) -> Expression {
    at(.star) ? try parseStarred() : try parseBinary()
  }

  // MARK: Subscripts

  /// The inside of `value[…]` and the closing bracket; several indices are a tuple.
  mutating func parseSubscript() throws(Diagnostic) -> Expression {
    let start = current.span.start
    let first = try parseSlice()
    var isTuple = false
    if case .starred = first.node { isTuple = true }
    var items = [first]
    while accept(.comma) {
      isTuple = true
      if at(.closeBracket) { break }
      items.append(try parseSlice())
    }
    let index = isTuple ? try make(.tuple(items), from: start) : first
    try expect(.closeBracket)
    return index
  }

  private mutating func parseSlice() throws(Diagnostic) -> Expression {
    let start = current.span.start
    if accept(.star) {
      let value = try parseExpression()
      return try make(.starred(value), from: start)
    }
    let lower = at(.colon) ? nil : try parseNamedExpression()
    if let lower {
      guard at(.colon) else { return lower }
      if !isDictKey(lower) { throw invalidSyntax() }
    }
    try expect(.colon)
    let upper = startsExpression() ? try parseExpression() : nil
    let step = accept(.colon) && startsExpression() ? try parseExpression() : nil
    return try make(.slice(lower: lower, upper: upper, step: step), from: start)
  }
}
