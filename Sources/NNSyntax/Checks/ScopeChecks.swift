/// The checks of CPython's symbol table: duplicate parameters, `global` and `nonlocal`, walrus in comprehensions.
final class ScopeChecks {
  private var scope: Scope

  private init(_ scope: Scope) { self.scope = scope }

  /// Throws the first error in the names of a module.
  static func check(_ statements: [Statement]) throws(Diagnostic) {
    let module = Scope(.module, in: nil)
    let checks = ScopeChecks(module)
    try checks.visit(statements)
    try resolve(module, bound: nil)
  }

  /// Checks that each nonlocal name is bound in a function around.
  private static func resolve(_ scope: Scope, bound: Set<String>?) throws(Diagnostic) {
    var available = bound
    for declaration in scope.declarations {
      let name = scope.mangled(declaration.name)
      let uses = scope.names[name] ?? []
      if uses.isSuperset(of: [.global, .nonlocal]) {
        throw error("name '\(name)' is nonlocal and global", at: declaration.span)
      }
      if uses.contains(.nonlocal), available == nil {
        throw error("nonlocal declaration not allowed at module level", at: declaration.span)
      }
      if uses.contains(.nonlocal), available?.contains(name) == false {
        throw error("no binding for nonlocal '\(name)' found", at: declaration.span)
      }
    }
    switch scope.kind {
    case .module: available = []
    case .class: available?.insert("__class__")
    case .function, .comprehension:
      for (name, uses) in scope.names {
        if uses.contains(.global) {
          available?.remove(name)
        } else if !uses.isDisjoint(with: [.assigned, .parameter, .imported]) {
          available?.insert(name)
        }
      }
    }
    for child in scope.children { try resolve(child, bound: available) }
  }

  private static func error(_ message: String, at span: Span) -> Diagnostic {
    Diagnostic(.syntaxError, message, at: span)
  }

  // MARK: Statements

  private func visit(_ statements: [Statement]) throws(Diagnostic) {
    for statement in statements { try visit(statement) }
  }

  private func visit(_ statement: Statement) throws(Diagnostic) {
    switch statement.node {
    case .function(let node): try visit(node)
    case .class(let node): try visit(node)
    case .global(let names): try declare(names, .global, "global")
    case .nonlocal(let names): try declare(names, .nonlocal, "nonlocal")
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      try visitAnnotated(target, hasValue: value != nil, isSimple: isSimple)
      try visit(annotation)
      try visit(value)
    case .augmentedAssign(let target, _, let value):
      try assign(target)
      try visit(value)
    case .import(let aliases):
      try define(imported: aliases)
    case .importFrom(let node): try visit(node, at: statement.span)
    case .for(let target, let iterable, let body, let orElse):
      try assign(target)
      try visit(iterable)
      try visit(body)
      try visit(orElse)
    case .try(let node):
      try visit(node.body)
      try visit(node.orElse)
      for handler in node.handlers {
        try visit(handler.type)
        try define(handler.name)
        try visit(handler.body)
      }
      try visit(node.finally)
    default:
      try visitParts(of: statement)
    }
  }

  /// The statements whose parts are visited in the order they are written, values before targets.
  private func visitParts(of statement: Statement) throws(Diagnostic) {
    for expression in statement.values { try visit(expression) }
    for target in statement.targets { try assign(target) }
    for block in statement.blocks { try visit(block) }
  }

  private func visit(_ node: FunctionDefinition) throws(Diagnostic) {
    try define(node.name)
    for decorator in node.decorators { try visit(decorator) }
    try node.parameters.forEachOuterExpression { (child) throws(Diagnostic) in try visit(child) }
    try visit(node.returns)
    try within(Scope(.function, in: scope)) { () throws(Diagnostic) in
      try defineParameters(node.parameters)
      try visit(node.body)
    }
  }

  private func visit(_ node: ClassDefinition) throws(Diagnostic) {
    try define(node.name)
    for argument in node.arguments { try visit(argument.value) }
    for decorator in node.decorators { try visit(decorator) }
    try within(Scope(.class, in: scope, className: node.name.name)) { () throws(Diagnostic) in try visit(node.body) }
  }

  private func visit(_ node: ImportFrom, at span: Span) throws(Diagnostic) {
    guard let names = node.names else {
      if case .module = scope.kind { return }
      throw ScopeChecks.error("import * only allowed at module level", at: span)
    }
    try define(imported: names)
  }

  private func visitAnnotated(_ target: Expression, hasValue: Bool, isSimple: Bool) throws(Diagnostic) {
    guard case .name(let name) = target.node else { return try assign(target) }
    let uses = scope.names[scope.mangled(name)] ?? []
    if isSimple, scope.parent != nil, !uses.isDisjoint(with: [.global, .nonlocal]) {
      let kind = uses.contains(.global) ? "global" : "nonlocal"
      throw ScopeChecks.error("annotated name '\(name)' can't be \(kind)", at: target.span)
    }
    if isSimple { try add(name, [.annotated, .assigned], at: target.span) } else if hasValue { try assign(target) }
  }

  private func declare(_ names: [Identifier], _ use: Scope.Uses, _ word: String) throws(Diagnostic) {
    for identifier in names {
      let name = identifier.name
      let uses = scope.names[scope.mangled(name)] ?? []
      let message: String? =
        if uses.contains(.parameter) {
          "name '\(name)' is parameter and \(word)"
        } else if uses.contains(.read) {
          "name '\(name)' is used prior to \(word) declaration"
        } else if uses.contains(.annotated) {
          "annotated name '\(name)' can't be \(word)"
        } else if uses.contains(.assigned) {
          "name '\(name)' is assigned to before \(word) declaration"
        } else {
          nil
        }
      if let message { throw ScopeChecks.error(message, at: identifier.span) }
      try add(name, use, at: identifier.span)
      scope.declarations.append(identifier)
    }
  }

  // MARK: Names

  private func define(_ identifier: Identifier?) throws(Diagnostic) {
    if let identifier { try add(identifier.name, .assigned, at: identifier.span) }
  }

  private func define(imported aliases: [ImportAlias]) throws(Diagnostic) {
    for alias in aliases {
      if let name = alias.alias ?? alias.path.first { try add(name.name, .imported, at: name.span) }
    }
  }

  private func defineParameters(_ parameters: Parameters) throws(Diagnostic) {
    for parameter in parameters.all {
      if scope.names[scope.mangled(parameter.name)]?.contains(.parameter) == true {
        throw ScopeChecks.error(
          "duplicate argument '\(parameter.name)' in function definition", at: parameter.nameSpan)
      }
      try add(parameter.name, .parameter, at: parameter.nameSpan)
    }
  }

  private func add(_ name: String, _ use: Scope.Uses, at span: Span) throws(Diagnostic) {
    let mangled = scope.mangled(name)
    var uses = scope.names[mangled] ?? []
    if scope.isInTarget, use.contains(.assigned) {
      if !uses.isDisjoint(with: [.global, .nonlocal]) {
        throw ScopeChecks.error(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'", at: span)
      }
      uses.insert(.iterationTarget)
    }
    scope.names[mangled] = uses.union(use)
  }

  private func within(_ inner: Scope, _ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    let outer = scope
    scope = inner
    defer { scope = outer }
    try body()
  }

  // MARK: Expressions

  private func visit(_ expression: Expression?) throws(Diagnostic) {
    guard let expression else { return }
    switch expression.node {
    case .name(let name): try add(name, .read, at: expression.span)
    case .lambda(let parameters, let body):
      try parameters.forEachOuterExpression { (child) throws(Diagnostic) in try visit(child) }
      try within(Scope(.function, in: scope)) { () throws(Diagnostic) in
        try defineParameters(parameters)
        try visit(body)
      }
    case .listComprehension(let element, let clauses): try visit(clauses, [element], "list comprehension")
    case .setComprehension(let element, let clauses): try visit(clauses, [element], "set comprehension")
    case .dictComprehension(let key, let value, let clauses): try visit(clauses, [key, value], "dict comprehension")
    case .generator(let element, let clauses): try visit(clauses, [element], "generator expression")
    case .walrus(let name, let nameSpan, let value): try visitWalrus(name, nameSpan, value, expression.span)
    case .yield, .yieldFrom:
      try expression.forEachChild { (child) throws(Diagnostic) in try visit(child) }
      if let name = scope.comprehensionName {
        throw ScopeChecks.error("'yield' inside \(name)", at: expression.span)
      }
    default: try expression.forEachChild { (child) throws(Diagnostic) in try visit(child) }
    }
  }

  /// Records the names that a target binds and visits what it reads.
  private func assign(_ target: Expression) throws(Diagnostic) {
    switch target.node {
    case .name(let name): try add(name, .assigned, at: target.span)
    case .tuple(let items), .list(let items):
      for item in items { try assign(item) }
    case .starred(let value): try assign(value)
    default: try visit(target)
    }
  }

  private func visit(_ clauses: [ComprehensionClause], _ values: [Expression], _ name: String) throws(Diagnostic) {
    guard let first = clauses.first else { return }
    scope.iterableDepth += 1
    try visit(first.iterable)
    scope.iterableDepth -= 1
    let inner = Scope(.comprehension(name), in: scope)
    try within(inner) { () throws(Diagnostic) in
      for (index, clause) in clauses.enumerated() {
        inner.isInTarget = true
        try assign(clause.target)
        inner.isInTarget = false
        if index > 0 {
          inner.iterableDepth += 1
          try visit(clause.iterable)
          inner.iterableDepth -= 1
        }
        for condition in clause.conditions { try visit(condition) }
      }
      for value in values { try visit(value) }
    }
  }

  private func visitWalrus(_ name: String, _ nameSpan: Span, _ value: Expression, _ span: Span) throws(Diagnostic) {
    if scope.iterableDepth > 0 {
      throw ScopeChecks.error(
        "assignment expression cannot be used in a comprehension iterable expression", at: span)
    }
    if scope.comprehensionName != nil { try bindAround(name, nameSpan) }
    try visit(value)
    if scope.comprehensionName == nil { try add(name, .assigned, at: nameSpan) }
  }

  /// Binds a walrus's name in the function or module around the comprehensions.
  private func bindAround(_ name: String, _ span: Span) throws(Diagnostic) {
    var outer: Scope? = scope
    while let candidate = outer {
      let mangled = candidate.mangled(name)
      switch candidate.kind {
      case .comprehension:
        if candidate.names[mangled]?.contains(.iterationTarget) == true {
          throw ScopeChecks.error(
            "assignment expression cannot rebind comprehension iteration variable '\(name)'", at: span)
        }
      case .class:
        throw ScopeChecks.error(
          "assignment expression within a comprehension cannot be used in a class body", at: span)
      case .module, .function:
        let isFunction = candidate.parent != nil
        scope.names[mangled, default: []].insert(isFunction ? .nonlocal : .global)
        candidate.names[mangled, default: []].insert(.assigned)
        return
      }
      outer = candidate.parent
    }
  }
}
