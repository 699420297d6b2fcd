import NNSyntax

extension BodyCompiler {
  mutating func compile(_ statement: Statement) throws(Diagnostic) {
    let mark = self.mark
    let span = statement.span
    if Compiler.probesStatements { emit(.magic, 1, wide: 0, at: span) }
    switch statement.node {
    case .expression(let value):
      let register = try compile(value)
      if let showing, scope.isModule { emit(.display, register, n: showing == .shown ? 1 : 0, at: value.span) }
    case .assign(let targets, let value): try compileAssignment(targets, value)
    case .augmentedAssign(let target, let op, let value): try compileAugmented(target, op, value, at: span)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      if let value { try compileAssignment([target], value) }
      if isSimple, scope.isClass || scope.isModule { try compileAnnotation(target, annotation) }
    case .print(let statement): try compilePrint(statement, at: span)
    case .pass, .global, .nonlocal: break
    case .break:
      guard !loops.isEmpty else { throw Diagnostic(.syntaxError, "'break' outside loop", at: span) }
      emitLeave(.break, at: span)
    case .continue:
      guard !loops.isEmpty else { throw Diagnostic(.syntaxError, "'continue' not properly in loop", at: span) }
      emitLeave(.continue, at: span)
    case .return(let value): try compileReturn(value, at: span)
    case .delete(let targets): for target in targets { try compileDelete(target) }
    case .assert(let test, let message): try compileAssert(test, message, at: span)
    case .import(let aliases): for alias in aliases { compileImport(alias) }
    case .importFrom(let from): try compileImportFrom(from, at: span)
    case .if(let blocks, let orElse): try compileIf(blocks, orElse, at: span)
    case .for(let target, let iterable, let body, let orElse): try compileFor(target, iterable, body, orElse)
    case .while(let test, let body, let orElse): try compileWhile(test, body, orElse, at: span)
    case .function(let definition): try compileFunctionStatement(definition, at: span)
    case .magic(let line):
      let index = builder.string(line.marker + line.name + (line.arguments.isEmpty ? "" : " " + line.arguments))
      emit(.magic, 0, wide: index, at: span)
    case .class(let definition): try compileClass(definition, at: span)
    case .try(let node): try compileTry(node, at: span)
    case .with(let items, let body): try compileWith(items[...], body)
    case .raise(let exception, let cause): try compileRaise(exception, cause, at: span)
    }
    release(to: mark)
  }

  mutating func compile(_ statements: [Statement]) throws(Diagnostic) {
    for statement in statements { try compile(statement) }
  }

  private mutating func compileReturn(_ value: Expression?, at span: Span) throws(Diagnostic) {
    if case .conditional(let test, let body, let orElse) = value?.node {
      // Two returns, without a register in which the branches meet.
      let mark = self.mark
      let jumps = try compileJumpIfFalse(test)
      try compileReturn(body, at: span)
      release(to: mark)
      patch(jumps)
      return try compileReturn(orElse, at: span)
    }
    if !isGenerator && cleanups.isEmpty, let index = constantIndex(value) {
      return emit(.returnConstant, 0, wide: index, at: span)
    }
    let register: Int
    if let value {
      dying = protection == 0 ? try localsReadOnce(value) : []
      defer { dying = [] }
      register = try compile(value)
    } else {
      register = allocate()
      if let none = builder.constant(.none) { emit(.loadConstant, register, wide: none, at: span) }
    }
    emitReturn(register, at: span)
  }

  /// Locals that a returned expression reads just once: they die there, and an array lends its memory.
  private func localsReadOnce(_ value: Expression) throws(Diagnostic) -> Set<Int> {
    var reads: [String: Int] = [:]
    try countReads(value, weight: 1, &reads)
    // These builtins read variables without naming them.
    if ["super", "locals", "vars", "dir", "eval", "exec"].contains(where: { reads[$0] != nil }) { return [] }
    var registers: Set<Int> = []
    for (name, count) in reads where count == 1 {
      if case .register(let register) = scope.place(of: name), register < firstTemporary { registers.insert(register) }
    }
    return registers
  }

  /// Counts the reads of names; what a comprehension or lambda reads counts twice, since it may run again.
  private func countReads(
    _ value: Expression, weight: Int, _ reads: inout [String: Int]
  ) throws(Diagnostic) {
    var weight = weight
    switch value.node {
    case .name(let name): reads[name, default: 0] += weight
    case .walrus(let name, _, _): reads[name, default: 0] += 2
    case .lambda, .listComprehension, .dictComprehension, .setComprehension, .generator: weight = 2
    default: break
    }
    let childWeight = weight
    try value.forEachChild { (child) throws(Diagnostic) in try countReads(child, weight: childWeight, &reads) }
  }

  /// Python 2's print: a call of the builtin with the items, `end` and `file` as named.
  private mutating func compilePrint(_ statement: PrintStatement, at span: Span) throws(Diagnostic) {
    let callee = allocate()
    emit(.loadBuiltin, callee, wide: builder.string("print"), at: span)
    let first = allocate(max(statement.values.count + 2, 2))
    for (offset, value) in statement.values.enumerated() { try compileInto(first + offset, value) }
    var keywords: [String] = []
    if statement.hasTrailingComma {
      emit(.loadConstant, first + statement.values.count, wide: builder.string(" "), at: span)
      keywords.append("end")
    }
    if let file = statement.file {
      try compileInto(first + statement.values.count + keywords.count, file)
      keywords.append("file")
    }
    let names = builder.keywords(keywords)
    emit(.callKeywords, callee, statement.values.count + keywords.count, names, n: keywords.count, at: span)
  }

  private mutating func compileAssert(
    _ test: Expression, _ message: Expression?, at span: Span
  ) throws(Diagnostic) {
    let failed = try compileJumpIfFalse(test)
    let end = emitJump(.jump, at: span)
    patch(failed)
    let register = allocate()
    if let message {
      try compileInto(register, message)
    } else {
      emit(.clear, register, at: span)
    }
    emit(.raiseAssertion, register, at: test.span)
    patch([end])
  }

  // MARK: Branches and loops

  private mutating func compileIf(
    _ blocks: [ConditionalBlock], _ orElse: [Statement], at span: Span
  ) throws(Diagnostic) {
    var ends: [Int] = []
    var outcomes: [Set<Int>] = []
    for (position, block) in blocks.enumerated() {
      let mark = self.mark
      let skip = try compileJumpIfFalse(block.test)
      release(to: mark)
      let before = assigned
      try compile(block.body)
      outcomes.append(assigned)
      assigned = before
      if position < blocks.count - 1 || !orElse.isEmpty { ends.append(emitJump(.jump, at: span)) }
      patch(skip)
    }
    try compile(orElse)
    patch(ends)
    for outcome in outcomes { assigned.formIntersection(outcome) }
  }

  private mutating func compileWhile(
    _ test: Expression, _ body: [Statement], _ orElse: [Statement], at span: Span
  ) throws(Diagnostic) {
    let start = builder.position
    let before = assigned
    let mark = self.mark
    let used = countTemporariesAnew()
    let exits = try compileJumpIfFalse(test)
    release(to: mark)
    loops.append(Loop())
    try compile(body)
    let loop = loops.removeLast()
    for jump in loop.continues { builder.patch(jump, to: start) }
    emitJumpBack(to: start, at: test.span)
    patch(exits)
    assigned = before
    try compile(orElse)
    assigned = before
    patch(loop.breaks)
    clearTemporaries(from: mark, used, at: test.span)
  }

  private mutating func compileFor(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement]
  ) throws(Diagnostic) {
    let before = assigned
    let floor = mark
    let used = countTemporariesAnew()
    let source = allocate()
    try compileInto(source, iterable)
    loops.append(Loop())
    try compileLoop(over: source, target: target, iterableSpan: iterable.span) { (compiler) throws(Diagnostic) in
      try compiler.compile(body)
      let continues = compiler.loops[compiler.loops.count - 1].continues
      compiler.patch(continues)
    }
    let breaks = loops.removeLast().breaks
    assigned = before
    try compile(orElse)
    assigned = before
    patch(breaks)
    clearTemporaries(from: floor, used, at: iterable.span)
  }

  /// What a module's loop has left in registers beyond its statements' is let go behind it: a module has no end at
  /// which that would happen.
  private mutating func clearTemporaries(from floor: Int, _ used: Int, at span: Span) {
    let end = endTemporaries(used)
    guard scope.isModule, loops.isEmpty, floor < end else { return }
    for register in floor..<min(end, floor + 16) { emit(.clear, register, at: span) }
  }

  /// A loop over the value in a register, the target assigned before each run of the body.
  mutating func compileLoop(
    over source: Int, target: Expression, iterableSpan: Span, isIterator: Bool = false,
    _ body: (inout BodyCompiler) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let mark = self.mark
    let state = allocate(3)
    pinned.formUnion(state..<state + 3)
    loopStates.append(state)
    emit(.startLoop, state, source, n: isIterator ? 1 : 0, at: iterableSpan)
    let toTest = emitJump(.jump, at: iterableSpan)
    let item = plainRegister(of: target) ?? allocate()
    let start = builder.position
    if plainRegister(of: target) == nil {
      try assign(item, to: target)
    } else if !neverCertain.contains(targetName(target)) {
      assigned.insert(item)
    }
    try body(&self)
    patch([toTest])
    emitNextItem(state, item, backTo: start, unpacks: builder.unpacks(item, at: start), at: iterableSpan)
    // The iterator is let go as soon as the loop is left by its end.
    emit(.clear, state, at: iterableSpan)
    pinned.subtract(state..<state + 3)
    release(to: mark)
  }

  private mutating func emitNextItem(_ state: Int, _ item: Int, backTo start: Int, unpacks: Bool, at span: Span) {
    if usesShortJumps {
      emit(.nextItem, state, 0, item, n: unpacks ? 1 : 0, at: span)
      builder.patch(builder.position - 1, to: start)
      return
    }
    emit(.nextItem, state, 1, item, at: span)  // over the jump to the end
    let end = emitJump(.jump, at: span)
    emitJumpBack(to: start, at: span)
    builder.patch(end)
  }

  /// The register of a target that is a plain local, in which items can be delivered straight away.
  private func plainRegister(of target: Expression) -> Int? {
    guard case .name(let name) = target.node, case .register(let register) = scope.place(of: name) else { return nil }
    return register
  }

  private func targetName(_ target: Expression) -> String {
    if case .name(let name) = target.node { return name }
    return ""
  }

  // MARK: Imports

  private mutating func compileImport(_ alias: ImportAlias) {
    let register = allocate()
    let path = alias.path.dotted
    emit(.importModule, register, wide: builder.string(path), at: alias.span)
    if let name = alias.alias {
      store(register, toName: name.name, at: alias.span)
    } else if let top = alias.path.first {
      if alias.path.count > 1 { emit(.importModule, register, wide: builder.string(top.name), at: alias.span) }
      store(register, toName: top.name, at: alias.span)
    }
  }

  private mutating func compileImportFrom(_ from: ImportFrom, at span: Span) throws(Diagnostic) {
    let path = String(repeating: ".", count: from.level) + from.path.dotted
    if path == "__future__" {
      if from.names?.contains(where: { $0.path.first?.name == "annotations" }) == true {
        module.value.annotationsAreText = true
      }
      return
    }
    let module = allocate()
    emit(.importModule, module, wide: builder.string(path), at: span)
    guard let names = from.names else {
      emit(.importStar, module, at: span)
      return
    }
    pinned.insert(module)
    for alias in names {
      guard let name = alias.path.first else { continue }
      let register = allocate()
      emit(.importFrom, register, module, builder.cache(name.name), at: span)
      store(register, toName: (alias.alias ?? name).name, at: alias.span)
      release(to: register)
    }
    pinned.remove(module)
  }
}

extension [Identifier] {
  /// The dotted name of these parts. Mostly there is one, and the runtime takes long to get ready for the first `joined`.
  fileprivate var dotted: String {
    var name = first?.name ?? ""
    for part in dropFirst() { name += "." + part.name }
    return name
  }
}
