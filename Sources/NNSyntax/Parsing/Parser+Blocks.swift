extension Parser {
  /// A compound statement, or nil if none begins here.
  mutating func parseCompoundStatement() throws(Diagnostic) -> Statement? {
    let start = current.span.start
    let node: Statement.Node
    switch current.kind {
    case .if: node = try parseIf()
    case .for: node = try parseFor()
    case .while: node = try parseWhile()
    case .def, .class, .at: node = try parseDefinition()
    case .try: node = try parseTry()
    case .with: node = try parseWith()
    case .async:
      if [.def, .for, .with].contains(peek(1).kind) { throw unsupported("'async' is not supported") }
      return nil
    case .name where isMatchStatement: throw unsupported("'match' statements are not supported")
    default: return nil
    }
    return Statement(span: blockSpan(from: start), node: node)
  }

  /// The text from `start` to the end of the last token that is no newline or dedent.
  private func blockSpan(from start: Int32) -> Span {
    var last = index - 1
    while tokens.indices.contains(last), tokens[last].kind == .newline || tokens[last].kind == .dedent { last -= 1 }
    return Span(start: start, end: tokens.indices.contains(last) ? max(start, tokens[last].span.end) : start)
  }

  /// Whether `match subject:` stands here, with `case` on the next line.
  private var isMatchStatement: Bool {
    guard text(of: current) == "match", startsExpression(orStar: true) || startsExpression(peek(1).kind) else {
      return false
    }
    guard let newline = tokens[index...].firstIndex(where: { $0.kind == .newline }), newline > index + 1 else {
      return false
    }
    let ahead = newline - index
    return peek(ahead - 1).kind == .colon && peek(ahead + 1).kind == .indent && peek(ahead + 2).kind == .name
      && text(of: peek(ahead + 2)) == "case"
  }

  // MARK: Blocks

  /// The block after a colon: indented lines, or simple statements on the same line.
  /// - Parameters:
  ///   - owner: what the block belongs to, in the words of CPython's message.
  ///   - header: the first token of the owner.
  mutating func parseBlock(after owner: String, _ header: Token) throws(Diagnostic) -> [Statement] {
    var statements: [Statement] = []
    guard at(.newline) else {
      try parseSimpleStatements(into: &statements)
      return statements
    }
    advance()
    if at(.error) { throw invalidSyntax() }
    guard at(.indent) else {
      throw Diagnostic(
        .indentationError, "expected an indented block after \(owner) on line \(line(of: header.span))",
        at: current.span, continuation: continuation)
    }
    return try parseBody()
  }

  /// Indented lines.
  mutating func parseBody() throws(Diagnostic) -> [Statement] {
    var statements: [Statement] = []
    _ = accept(.indent)
    while !at(.dedent), !at(.endOfFile) { try parseStatement(into: &statements) }
    _ = accept(.dedent)
    return statements
  }

  /// A colon; the end of the line in its place is "expected ':'".
  private mutating func expectColon() throws(Diagnostic) {
    if at(.newline) { try require(.colon) }
    try expect(.colon)
  }

  /// `else: …` if it follows.
  private mutating func parseElse() throws(Diagnostic) -> [Statement] {
    guard at(.else) else { return [] }
    let header = advance()
    try require(.colon)
    return try parseBlock(after: "'else' statement", header)
  }

  // MARK: Conditions and loops

  private mutating func parseIf() throws(Diagnostic) -> Statement.Node {
    var blocks: [ConditionalBlock] = []
    repeat {
      let header = advance()
      let test = try parseNamedExpression()
      try expectColon()
      let body = try parseBlock(after: "'\(header.kind.rawValue)' statement", header)
      blocks.append(ConditionalBlock(test: test, body: body))
    } while at(.elif)
    return .if(blocks, orElse: try parseElse())
  }

  private mutating func parseFor() throws(Diagnostic) -> Statement.Node {
    let header = advance()
    let target = try parseLoopTarget()
    let iterable = try parseStarExpressions()
    try expectColon()
    let body = try parseBlock(after: "'for' statement", header)
    return .for(target: target, iterable: iterable, body: body, orElse: try parseElse())
  }

  private mutating func parseWhile() throws(Diagnostic) -> Statement.Node {
    let header = advance()
    let test = try parseNamedExpression()
    try expectColon()
    let body = try parseBlock(after: "'while' statement", header)
    return .while(test: test, body: body, orElse: try parseElse())
  }

  // MARK: Definitions

  private mutating func parseDefinition() throws(Diagnostic) -> Statement.Node {
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(try parseNamedExpression())
      try expect(.newline)
    }
    switch current.kind {
    case .def: return .function(try parseFunction(decorators))
    case .class: return .class(try parseClass(decorators))
    case .async where peek(1).kind == .def: throw unsupported("'async' is not supported")
    default: throw invalidSyntax()
    }
  }

  private mutating func parseFunction(_ decorators: [Expression]) throws(Diagnostic) -> FunctionDefinition {
    let header = advance()
    let name = try parseIdentifier()
    try require(.openParen)
    let parameters = try parseParameters(.function)
    try expect(.closeParen)
    var returns: Expression?
    if at(.arrow), startsExpression(peek(1).kind) {
      advance()
      returns = try parseExpression()
    }
    try require(.colon)
    var deferred: DeferredBody?
    let body: [Statement]
    if options.isTrusted, at(.newline), let passed = try passBody() {
      (deferred, body) = passed
    } else {
      body = try parseBlock(after: "function definition", header)
    }
    return FunctionDefinition(
      name: name, parameters: parameters, returns: returns, decorators: decorators, body: body, deferred: deferred)
  }

  private mutating func parseClass(_ decorators: [Expression]) throws(Diagnostic) -> ClassDefinition {
    let header = advance()
    let name = try parseIdentifier()
    let arguments = accept(.openParen) ? try parseArguments(allowsGenerator: false) : []
    try expectColon()
    let body = try parseBlock(after: "class definition", header)
    return ClassDefinition(name: name, arguments: arguments, decorators: decorators, body: body)
  }

  // MARK: with

  private mutating func parseWith() throws(Diagnostic) -> Statement.Node {
    let header = advance()
    let items = if let items = parseParenthesizedWithItems() { items } else { try parsePlainWithItems() }
    try expectColon()
    return .with(items, body: try parseBlock(after: "'with' statement", header))
  }

  /// `(item, item,)` if a colon or the end of the line follows it; nil otherwise.
  private mutating func parseParenthesizedWithItems() -> [WithItem]? {
    guard at(.openParen) else { return nil }
    return attempt { (parser) throws(Diagnostic) in
      parser.advance()
      var items: [WithItem] = []
      repeat {
        if parser.at(.closeParen), !items.isEmpty { break }
        items.append(try parser.parseWithItem())
      } while parser.accept(.comma)
      try parser.expect(.closeParen)
      guard parser.at(.colon) || (parser.at(.newline) && items.contains { $0.target != nil }) else {
        throw parser.invalidSyntax()
      }
      return items
    }
  }

  /// Items without parentheses around them; where these fail, a wrong target within parentheses is told.
  private mutating func parsePlainWithItems() throws(Diagnostic) -> [WithItem] {
    let start = index
    do throws(Diagnostic) {
      return try parseWithItems()
    } catch let failure {
      guard failure.message == "invalid syntax", tokens[start].kind == .openParen else { throw failure }
      let place = index
      index = start + 1
      do throws(Diagnostic) {
        _ = try parseWithItems()
      } catch let likelier where likelier.message.hasPrefix("cannot assign") {
        throw likelier
      } catch {}
      index = place
      throw failure
    }
  }

  private mutating func parseWithItems() throws(Diagnostic) -> [WithItem] {
    var items = [try parseWithItem()]
    while accept(.comma) { items.append(try parseWithItem()) }
    return items
  }

  private mutating func parseWithItem() throws(Diagnostic) -> WithItem {
    let context = try parseExpression()
    guard accept(.as) else { return WithItem(context: context, target: nil) }
    let target = at(.star) ? try parseStarred() : try parseExpression()
    if let invalid = target.invalidTarget(.assignment) {
      guard at(.comma) || at(.closeParen) || at(.colon) else { throw invalidSyntax() }
      throw error("cannot assign to \(invalid.kindName)", at: invalid.span)
    }
    return WithItem(context: context, target: target)
  }

  // MARK: try

  private mutating func parseTry() throws(Diagnostic) -> Statement.Node {
    let header = advance()
    try require(.colon)
    let body = try parseBlock(after: "'try' statement", header)
    var handlers: [ExceptHandler] = []
    var isGroup = false
    while at(.except) {
      let except = current
      let handler = try parseHandler(isGroup: &isGroup, isFirst: handlers.isEmpty)
      handlers.append(
        ExceptHandler(
          type: handler.type, name: handler.name, body: handler.body, span: blockSpan(from: except.span.start)))
    }
    let orElse = handlers.isEmpty ? [] : try parseElse()
    var finally: [Statement] = []
    if at(.finally) {
      let header = advance()
      try require(.colon)
      finally = try parseBlock(after: "'finally' statement", header)
    }
    if handlers.isEmpty, finally.isEmpty {
      throw at(.error) ? invalidSyntax() : error("expected 'except' or 'finally' block", at: current.span)
    }
    return .try(TryStatement(body: body, handlers: handlers, orElse: orElse, finally: finally, isGroup: isGroup))
  }

  private mutating func parseHandler(
    isGroup: inout Bool, isFirst: Bool
  ) throws(Diagnostic) -> (type: Expression?, name: Identifier?, body: [Statement]) {
    let header = advance()
    let isStarred = accept(.star)
    if isFirst {
      isGroup = isStarred
    } else if isGroup != isStarred {
      throw error("cannot have both 'except' and 'except*' on the same 'try'", at: header.span)
    }
    if isStarred, at(.newline) || at(.colon) {
      throw error("expected one or more exception types", at: current.span)
    }
    var type: Expression?
    var name: Identifier?
    if isStarred || startsExpression() {
      let first = try parseExpression()
      if let old = acceptOldHandlerName() {
        name = old
      } else if at(.comma) {
        try diagnoseExceptionTypes(first)
      }
      type = first
      if name == nil, accept(.as) { name = try parseIdentifier() }
    }
    try expectColon()
    let owner = isStarred ? "'except*' statement" : "'except' statement"
    return (type, name, try parseBlock(after: owner, header))
  }

  /// Throws for `except A, B:`.
  private mutating func diagnoseExceptionTypes(_ first: Expression) throws(Diagnostic) {
    let isList = succeeds { (parser) throws(Diagnostic) in
      parser.advance()
      repeat { _ = try parser.parseExpression() } while parser.accept(.comma) && parser.startsExpression()
      if parser.accept(.as) { try parser.expect(.name) }
      return parser.at(.colon)
    }
    if isList { throw error("multiple exception types must be parenthesized", at: first.span) }
  }
}
