/// The checks of CPython's compiler: statements outside their function or loop, stars outside displays, repeated
/// keywords, nesting.
struct StatementChecks {
  /// CPython's bound of loops, `with` and `try` blocks within each other.
  private static let maximumBlocks = 20

  /// Where a statement stands.
  private struct Place {
    var isFunction = false
    var isLambda = false
    var isModule = true
    var isInLoop = false
    /// Whether an `except*` block is around, which nothing may leave by a jump.
    var isInGroupHandler = false
    var blockDepth = 0
  }

  private var place = Place()
  private var hasSeenStatement = false

  /// Throws the first error in the statements of a module.
  mutating func visit(_ statements: [Statement]) throws(Diagnostic) {
    let leading = FutureImports.leadingCount(statements)
    for (index, statement) in statements.enumerated() {
      hasSeenStatement = index >= leading
      try visit(statement)
    }
  }

  private func error(_ message: String, at span: Span) -> Diagnostic { Diagnostic(.syntaxError, message, at: span) }

  // MARK: Statements

  private mutating func visitBlock(_ statements: [Statement]) throws(Diagnostic) {
    for statement in statements { try visit(statement) }
  }

  private mutating func visit(_ statement: Statement) throws(Diagnostic) {
    switch statement.node {
    case .return(let value):
      if !place.isFunction { throw error("'return' outside function", at: statement.span) }
      if let value { try visitValue(value) }
      try checkJump(statement.span)
    case .break:
      try checkJump(statement.span)
      if !place.isInLoop { throw error("'break' outside loop", at: statement.span) }
    case .continue:
      try checkJump(statement.span)
      if !place.isInLoop { throw error("'continue' not properly in loop", at: statement.span) }
    case .function(let node): try visit(node)
    case .class(let node): try visit(node)
    case .try(let node): try visit(node, statement.span)
    case .for(let target, let iterable, let body, let orElse):
      try visitValue(iterable)
      try visitTarget(target)
      try visitLoop(body, statement.span)
      try visitBlock(orElse)
    case .while(let test, let body, let orElse):
      try visitValue(test)
      try visitLoop(body, statement.span)
      try visitBlock(orElse)
    case .with(let items, let body): try visitWith(items[...], body, statement.span)
    case .if(let blocks, let orElse):
      for block in blocks {
        try visitValue(block.test)
        try visitBlock(block.body)
      }
      try visitBlock(orElse)
    case .importFrom(let node):
      if hasSeenStatement, FutureImports.isFuture(node) {
        throw error("from __future__ imports must occur at the beginning of the file", at: statement.span)
      }
      try checkNames(node.names?.map { $0.alias ?? $0.path[0] } ?? [])
    case .import(let aliases): try checkNames(aliases.compactMap { $0.alias ?? $0.path.first })
    case .annotatedAssign(let target, let annotation, let value, _):
      if let value { try visitValue(value) }
      try visitTarget(target)
      try visitValue(annotation)
    case .augmentedAssign(let target, _, let value):
      if case .attribute = target.node { try visit(target) } else { try visitTarget(target) }
      try visitValue(value)
    case .delete(let targets):
      for target in targets { try visitDeletion(target) }
    default:
      for value in statement.values { try visitValue(value) }
      for target in statement.targets { try visitTarget(target) }
    }
  }

  private func checkJump(_ span: Span) throws(Diagnostic) {
    if place.isInGroupHandler {
      throw error("'break', 'continue' and 'return' cannot appear in an except* block", at: span)
    }
  }

  private mutating func visitLoop(_ body: [Statement], _ span: Span) throws(Diagnostic) {
    let outer = place
    defer { place = outer }
    try enterBlock(span)
    place.isInLoop = true
    place.isInGroupHandler = false
    try visitBlock(body)
  }

  private mutating func enterBlock(_ span: Span) throws(Diagnostic) {
    if place.blockDepth >= StatementChecks.maximumBlocks {
      throw error("too many statically nested blocks", at: span)
    }
    place.blockDepth += 1
  }

  private mutating func visitWith(
    _ items: ArraySlice<WithItem>, _ body: [Statement], _ span: Span
  ) throws(Diagnostic) {
    let outer = place
    defer { place = outer }
    for item in items {
      try visitValue(item.context)
      try enterBlock(span)
      if let target = item.target { try visitTarget(target) }
    }
    try visitBlock(body)
  }

  private mutating func visit(_ node: TryStatement, _ span: Span) throws(Diagnostic) {
    let outer = place
    defer { place = outer }
    if !node.finally.isEmpty { try enterBlock(span) }
    let base = place
    if !node.handlers.isEmpty { try enterBlock(span) }
    try visitBlock(node.body)
    place = base
    if node.handlers.isEmpty == false {
      for (index, handler) in node.handlers.enumerated() where handler.type == nil && index + 1 < node.handlers.count {
        throw error("default 'except:' must be last", at: handler.span)
      }
      try visitHandlers(node, span)
    }
    try visitBlock(node.orElse)
    place = outer
    if !node.finally.isEmpty {
      try enterBlock(span)
      try visitBlock(node.finally)
    }
  }

  private mutating func visitHandlers(_ node: TryStatement, _ span: Span) throws(Diagnostic) {
    let base = place
    defer { place = base }
    for handler in node.handlers {
      place = base
      try enterBlock(span)
      if let type = handler.type { try visitValue(type) }
      if let name = handler.name { try checkNames([name]) }
      try enterBlock(span)
      if node.isGroup {
        place.isInGroupHandler = true
        place.isInLoop = false
      }
      try visitBlock(handler.body)
    }
  }

  private mutating func visit(_ node: FunctionDefinition) throws(Diagnostic) {
    for decorator in node.decorators { try visitValue(decorator) }
    try visitParameters(node.parameters)
    if let returns = node.returns { try visitValue(returns) }
    try checkNames([node.name])
    let outer = place
    defer { place = outer }
    place = Place(isFunction: true, isModule: false)
    try visitBlock(node.body)
  }

  private mutating func visit(_ node: ClassDefinition) throws(Diagnostic) {
    for decorator in node.decorators { try visitValue(decorator) }
    try checkNames([node.name])
    let outer = place
    place = Place(isModule: false)
    try visitBlock(node.body)
    place = outer
    try visitArguments(node.arguments)
  }

  // MARK: Expressions

  /// Visits an expression where `*value` may not stand.
  private mutating func visitValue(_ expression: Expression) throws(Diagnostic) {
    if case .starred = expression.node { throw error("can't use starred expression here", at: expression.span) }
    try visit(expression)
  }

  private mutating func visit(_ expression: Expression) throws(Diagnostic) {
    switch expression.node {
    case .yield, .yieldFrom:
      if !place.isFunction, !place.isLambda { throw error("'yield' outside function", at: expression.span) }
      if case .yield(let value?) = expression.node { return try visitValue(value) }
    case .await:
      let isFunction = place.isFunction || place.isLambda
      throw error(isFunction ? "'await' outside async function" : "'await' outside function", at: expression.span)
    case .call(let function, let arguments):
      try visit(function)
      return try visitArguments(arguments)
    case .walrus(let name, let nameSpan, _): try checkNames([Identifier(name: name, span: nameSpan)])
    case .lambda(let parameters, let body):
      try visitParameters(parameters)
      let outer = place
      place = Place(isLambda: true, isModule: false)
      try visit(body)
      place = outer
      return
    case .listComprehension(_, let clauses), .setComprehension(_, let clauses), .generator(_, let clauses),
      .dictComprehension(_, _, let clauses):
      for clause in clauses { try visitTarget(clause.target) }
    default: break
    }
    try expression.forEachChild { (child) throws(Diagnostic) in try visit(child) }
  }

  private mutating func visitArguments(_ arguments: [Argument]) throws(Diagnostic) {
    var seen: Set<String> = []
    for argument in arguments {
      guard case .keyword(let name) = argument.kind else { continue }
      if name == "__debug__" { throw error("cannot assign to __debug__", at: argument.span) }
      if !seen.insert(name).inserted { throw error("keyword argument repeated: \(name)", at: argument.span) }
    }
    for argument in arguments { try visit(argument.value) }
  }

  private mutating func visitParameters(_ parameters: Parameters) throws(Diagnostic) {
    try checkNames(parameters.all.map { Identifier(name: $0.name, span: $0.nameSpan) })
    var checks = self
    try parameters.forEachOuterExpression { (child) throws(Diagnostic) in try checks.visit(child) }
  }

  /// Throws where a name that Python reserves is bound.
  private func checkNames(_ names: [Identifier]) throws(Diagnostic) {
    for name in names where name.name == "__debug__" { throw error("cannot assign to __debug__", at: name.span) }
  }

  // MARK: Targets

  private mutating func visitTarget(_ target: Expression) throws(Diagnostic) {
    if case .starred = target.node {
      throw error("starred assignment target must be in a list or tuple", at: target.span)
    }
    try visitTargetItem(target)
  }

  private mutating func visitTargetItem(_ target: Expression) throws(Diagnostic) {
    switch target.node {
    case .name(let name): try checkNames([Identifier(name: name, span: target.span)])
    case .attribute(_, let name, let span):
      try checkNames([Identifier(name: name, span: span)])
      try visit(target)
    case .starred(let value): try visitTarget(value)
    case .tuple(let items), .list(let items):
      var starCount = 0
      for (index, item) in items.enumerated() {
        guard case .starred = item.node else { continue }
        starCount += 1
        if starCount > 1 { throw error("multiple starred expressions in assignment", at: target.span) }
        if index > 0xFF { throw error("too many expressions in star-unpacking assignment", at: target.span) }
      }
      for item in items { try visitTargetItem(item) }
    default: try visit(target)
    }
  }

  private mutating func visitDeletion(_ target: Expression) throws(Diagnostic) {
    switch target.node {
    case .name("__debug__"): throw error("cannot delete __debug__", at: target.span)
    case .tuple(let items), .list(let items):
      for item in items { try visitDeletion(item) }
    default: try visit(target)
    }
  }
}
