import NNSyntax

extension BodyCompiler {
  /// `yield value`: its value is what is sent to the generator.
  mutating func compileYield(_ value: Expression?, into target: Int?, at span: Span) throws(Diagnostic) -> Int {
    let register = allocate()
    if let value {
      try compileInto(register, value)
    } else if let none = builder.constant(.none) {
      emit(.loadConstant, register, wide: none, at: span)
    }
    emit(.yield, register, 0, mark, at: span)
    return register
  }

  /// `yield from value`: hands on what is sent, in a loop of `send` and `yield`; its value is what the iterator returns.
  mutating func compileYieldFrom(_ value: Expression, into target: Int?, at span: Span) throws(Diagnostic) -> Int {
    let register = allocate()
    let iterator = allocate()
    try compileInto(iterator, value)
    pinned.insert(iterator)
    emit(.getIterator, iterator, at: value.span)
    if let none = builder.constant(.none) { emit(.loadConstant, register, wide: none, at: span) }
    let start = builder.position
    emit(.send, iterator, 2, register, at: span)  // over the two instructions that follow
    emit(.yield, register, iterator, mark, n: 1, at: span)
    emitJumpBack(to: start, at: span)
    emit(.clear, iterator, at: span)
    pinned.remove(iterator)
    release(to: iterator)
    return register
  }

  /// A function of its own, called at once with an iterator over the first iterable.
  mutating func compileGeneratorExpression(
    _ element: Expression, _ clauses: [ComprehensionClause], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    guard let first = clauses.first else { return allocate() }
    let use = NameUse(generator: element, clauses, in: scope.use?.className)
    let parameters = Parameters(hidden: ".0", at: span)
    let code = try compileFunction("<genexpr>", parameters, use, span) { (compiler) throws(Diagnostic) in
      try compiler.compileClauses(clauses[...], firstIterable: 0, .generator(element), into: 0)
    }
    let mark = self.mark
    let callee = allocate(2)
    let made = try emitFunction(code, Parameters(), into: callee, at: span)
    move(made, to: callee, at: span)
    try compileInto(callee + 1, first.iterable)
    emit(.getIterator, callee + 1, n: 1, at: first.iterable.span)
    release(to: mark)
    let register = target ?? allocate()
    emit(.call, callee, 1, register, at: span)
    return register
  }

  /// `name := value`.
  mutating func compileWalrus(
    _ name: String, _ value: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let register = target.flatMap { isTemporary($0) ? $0 : nil } ?? allocate()
    try compileInto(register, value)
    let wasPinned = !pinned.insert(register).inserted  // the expression's value stays in it
    storeUncertainly(register, toName: name, at: span)
    if !wasPinned { pinned.remove(register) }
    return register
  }

  /// A store that may not happen at all, since it stands inside an expression.
  private mutating func storeUncertainly(_ register: Int, toName name: String, at span: Span) {
    let before = assigned
    store(register, toName: name, at: span)
    assigned = before
  }
}
