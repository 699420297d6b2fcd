import NNSyntax

/// Which names a block of code binds and uses: what decides whether a variable is a register, a cell or a global.
/// A class, since scopes and compilers share it and its sets would be copied with them.
final class NameUse {
  /// Names bound in the block itself, in the order of their first binding.
  private(set) var bound: [String] = []
  private var boundSet: Set<String> = []
  private var used: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  private(set) var deleted: Set<String> = []
  /// Names that a `:=` binds in the middle of an expression, in a comprehension inside the block too.
  private(set) var rebound: Set<String> = []
  /// Whether the block is a comprehension or generator expression.
  private var isComprehension = false
  /// Whether the block is the body of a generator.
  private(set) var hasYield = false
  /// Names that functions inside the block take from outside themselves.
  private(set) var nestedFree: Set<String> = []
  /// Whether the block is the body of a class: functions inside do not see its names.
  private(set) var isClass = false
  /// Names that functions inside the block bind in its stead (`nonlocal`, `:=`).
  private var nestedBound: Set<String> = []
  /// When names are bound and captured, and in which loops.
  private var order = CaptureOrder()
  /// The innermost class around: private names (`__x`) carry its name.
  let className: String?

  /// The names of a function's body, its parameters among the bound ones. With `namesClass` it captures its class: a body
  /// that was put off has to capture what its placeholder did, even where the lexer saw `super` and the tree does not use it.
  init(parameters: Parameters, body: [Statement], in className: String?, namesClass: Bool = false) {
    self.className = className
    if namesClass { used.insert(FunctionScope.classCellName) }
    for parameter in parameters.all { bind(parameter.name) }
    visit(body)
  }

  init(parameters: Parameters, body: Expression, in className: String?) {
    self.className = className
    for parameter in parameters.all { bind(parameter.name) }
    visit(body)
  }

  /// The names that a comprehension binds (the targets of its clauses), and what its parts use.
  init(clauses: [ComprehensionClause], parts: [Expression], in className: String?) {
    self.className = className
    isComprehension = true
    for clause in clauses { visitTarget(clause.target) }
    for (position, clause) in clauses.enumerated() {
      if position > 0 { visit(clause.iterable) }
      clause.conditions.forEach { visit($0) }
    }
    parts.forEach { visit($0) }
  }

  /// The names of a generator expression's body.
  convenience init(generator element: Expression, _ clauses: [ComprehensionClause], in className: String?) {
    self.init(clauses: clauses, parts: [element], in: className)
    hasYield = true
  }

  /// The names of a class's body.
  init(_ definition: ClassDefinition) {
    className = definition.name.name
    isClass = true
    visit(definition.body)
  }

  /// Whether the block may ask for all its variables at once.
  var asksForLocals: Bool { !used.isDisjoint(with: ["locals", "vars", "dir", "eval", "exec"]) }
  /// Whether the block may run a text that makes variables.
  var runsText: Bool { used.contains("exec") }

  /// A name as it counts inside the class around: `__x` is `_C__x`.
  func mangled(_ name: String) -> String { NameUse.mangled(name, in: className) }

  static func mangled(_ name: String, in className: String?) -> String {
    guard let className, name.utf8.first == UInt8(ascii: "_"), name.hasPrefix("__"), !name.hasSuffix("__"),
      !name.utf8.contains(UInt8(ascii: "."))
    else { return name }
    let stem = className.drop { $0 == "_" }
    return stem.isEmpty ? name : "_\(stem)\(name)"
  }

  func binds(_ name: String) -> Bool { boundSet.contains(name) && !globals.contains(name) && !nonlocals.contains(name) }

  /// The names that the block takes from outside itself, those of functions inside it included.
  var free: Set<String> {
    if isClass {
      let own = used.filter { !binds($0) && !globals.contains($0) }
      return own.union(nonlocals).union(nestedFree).subtracting([FunctionScope.classCellName])
    }
    if nestedFree.isEmpty && nonlocals.isEmpty { return used.filter { !binds($0) && !globals.contains($0) } }
    return used.union(nestedFree).union(nonlocals).filter { !binds($0) && !globals.contains($0) }
  }

  /// Whether a function takes a name from outside itself.
  func takes(_ name: String) -> Bool {
    (used.contains(name) || nestedFree.contains(name) || nonlocals.contains(name)) && !binds(name)
      && !globals.contains(name)
  }

  /// Whether a variable that functions inside share has its last value before the first of them is made: they need no
  /// cell then, a copy of the value will do.
  func isSteady(_ name: String) -> Bool {
    !isClass && nestedFree.contains(name) && !deleted.contains(name) && !nestedBound.contains(name) && !runsText
      && order.isBoundBeforeCapture(name)
  }

  private func bind(_ name: String) {
    let name = mangled(name)
    if boundSet.insert(name).inserted { bound.append(name) }
    order.bind(name)
  }

  /// A function, class or generator is made here, and takes these names from the block.
  private func capture(_ names: Set<String>, binding others: Set<String>) {
    nestedFree.formUnion(names)
    nestedBound.formUnion(others)
    order.capture(names)
  }

  /// The names outside the block that it binds, or functions inside it.
  private var boundOutside: Set<String> { nonlocals.union(nestedBound.filter { !binds($0) }) }

  private func use(_ name: String) {
    used.insert(mangled(name))
    // `super()` finds its class by the cell that a method shares with it.
    if name == "super" { used.insert(FunctionScope.classCellName) }
  }

  private func visitFunction(_ definition: FunctionDefinition) {
    definition.decorators.forEach { visit($0) }
    bind(definition.name.name)
    visit(definition.returns)
    visitDefaults(definition.parameters)
    if let body = definition.deferred {
      // What such a function takes from outside itself is in the module, but for its class.
      capture(body.namesClass ? [FunctionScope.classCellName] : [], binding: [])
    } else {
      let use = NameUse(parameters: definition.parameters, body: definition.body, in: className)
      capture(use.free, binding: use.boundOutside)
    }
    order.bind(mangled(definition.name.name))
  }

  private func visitClass(_ definition: ClassDefinition) {
    definition.decorators.forEach { visit($0) }
    definition.arguments.forEach { visit($0.value) }
    bind(definition.name.name)
    let use = NameUse(definition)
    capture(use.free, binding: use.boundOutside)
    order.bind(mangled(definition.name.name))
  }

  private func visitLambda(_ parameters: Parameters, _ body: Expression) {
    visitDefaults(parameters)
    let use = NameUse(parameters: parameters, body: body, in: className)
    capture(use.free, binding: use.boundOutside)
  }

  private func visitDefaults(_ parameters: Parameters) {
    for parameter in parameters.all {
      visit(parameter.defaultValue)
      visit(parameter.annotation)
    }
  }

  private func visitComprehension(_ clauses: [ComprehensionClause], _ parts: [Expression]) {
    visit(clauses.first?.iterable)
    let use = NameUse(clauses: clauses, parts: parts, in: className)
    used.formUnion(use.used.filter { !use.boundSet.contains($0) })
    order.beginLoop()
    let captured = use.nestedFree.filter { !use.boundSet.contains($0) }
    capture(captured, binding: use.nestedBound.filter { !use.boundSet.contains($0) })
    use.rebound.sorted().forEach { rebind($0) }
    order.endLoop()
  }

  /// A generator expression is a function of its own; what a `:=` in it binds is a variable of the block.
  private func visitGenerator(_ element: Expression, _ clauses: [ComprehensionClause]) {
    visit(clauses.first?.iterable)
    let use = NameUse(clauses: clauses, parts: [element], in: className)
    capture(use.free.union(use.rebound), binding: use.boundOutside.union(use.rebound))
    use.rebound.sorted().forEach { rebind($0) }
  }

  /// A `:=`: in a comprehension it binds in the block around.
  private func rebind(_ name: String) {
    rebound.insert(name)
    if !isComprehension { bind(name) }
  }
}

extension NameUse {
  private func visit(_ statements: [Statement]) { statements.forEach { visit($0) } }

  private func visit(_ statement: Statement) {
    switch statement.node {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      visit(value)
      targets.forEach { visitTarget($0) }
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(value)
      visitTarget(target)
    case .annotatedAssign(let target, let annotation, let value, _):
      visit(value)
      // Only classes and modules evaluate the annotations of their variables.
      if isClass { visit(annotation) }
      visitTarget(target)
    case .print(let statement):
      visit(statement.file)
      statement.values.forEach { visit($0) }
    case .pass, .break, .continue, .magic: break
    case .return(let value): visit(value)
    case .delete(let targets):
      targets.forEach { visitTarget($0) }
      for target in targets { if case .name(let name) = target.node { deleted.insert(mangled(name)) } }
    case .global(let names): globals.formUnion(names.map { mangled($0.name) })
    case .nonlocal(let names): nonlocals.formUnion(names.map { mangled($0.name) })
    case .assert(let test, let message):
      visit(test)
      visit(message)
    case .import(let aliases):
      for alias in aliases { if let name = alias.alias ?? alias.path.first { bind(name.name) } }
    case .importFrom(let from):
      for alias in from.names ?? [] { if let name = alias.alias ?? alias.path.first { bind(name.name) } }
    case .if(let blocks, let orElse):
      for block in blocks {
        visit(block.test)
        visit(block.body)
      }
      visit(orElse)
    case .for(let target, let iterable, let body, let orElse):
      visit(iterable)
      order.beginLoop()
      visitTarget(target)
      visit(body)
      order.endLoop()
      visit(orElse)
    case .while(let test, let body, let orElse):
      order.beginLoop()
      visit(test)
      visit(body)
      order.endLoop()
      visit(orElse)
    case .function(let definition): visitFunction(definition)
    case .class(let definition): visitClass(definition)
    case .try(let node): visit(node)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { visitTarget(target) }
      }
      visit(body)
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    }
  }

  /// The name of a handler is unbound at its end.
  private func visit(_ node: TryStatement) {
    visit(node.body)
    for handler in node.handlers {
      visit(handler.type)
      if let name = handler.name?.name {
        bind(name)
        deleted.insert(name)
      }
      visit(handler.body)
    }
    visit(node.orElse)
    visit(node.finally)
  }

  private func visit(_ expression: Expression?) { if let expression { visit(expression) } }

  private func visit(_ expression: Expression) {
    switch expression.node {
    case .constant: break
    case .name(let name): use(name)
    case .formatted(let parts): visit(parts)
    case .attribute(let value, _, _), .starred(let value), .unary(_, let value), .await(let value): visit(value)
    case .yieldFrom(let value):
      hasYield = true
      visit(value)
    case .subscript(let value, let index):
      visit(value)
      visit(index)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): items.forEach { visit($0) }
    case .dict(let entries):
      for entry in entries {
        switch entry {
        case .pair(let key, let value):
          visit(key)
          visit(value)
        case .unpack(let value): visit(value)
        }
      }
    case .binary(_, let left, let right):
      visit(left)
      visit(right)
    case .compare(let first, let links):
      visit(first)
      links.forEach { visit($0.value) }
    case .conditional(let test, let body, let orElse):
      visit(test)
      visit(body)
      visit(orElse)
    case .call(let function, let arguments):
      visit(function)
      arguments.forEach { visit($0.value) }
    case .lambda(let parameters, let body): visitLambda(parameters, body)
    case .listComprehension(let element, let clauses), .setComprehension(let element, let clauses):
      visitComprehension(clauses, [element])
    case .generator(let element, let clauses): visitGenerator(element, clauses)
    case .dictComprehension(let key, let value, let clauses): visitComprehension(clauses, [key, value])
    case .yield(let value):
      hasYield = true
      visit(value)
    case .walrus(let name, _, let value):
      visit(value)
      rebind(name)
    }
  }

  private func visit(_ parts: [FormattedPart]) {
    for case .value(let value) in parts {
      visit(value.expression)
      visit(value.spec ?? [])
    }
  }

  /// A target binds its names and uses what its subscripts and attributes name.
  private func visitTarget(_ target: Expression) {
    switch target.node {
    case .name(let name): bind(name)
    case .tuple(let items), .list(let items): items.forEach { visitTarget($0) }
    case .starred(let value): visitTarget(value)
    default: visit(target)
    }
  }
}
