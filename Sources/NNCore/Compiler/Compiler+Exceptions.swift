import NNSyntax

extension BodyCompiler {
  /// What has to happen before a statement is left by a jump.
  struct Cleanup {
    enum Form {
      /// In the body of a handler: the exception in the register is no longer handled, and its name is unbound.
      case handling(register: Int, name: String?)
      /// Under a `finally` or a context: what leaves goes there first. `action` then says how to go on (an `Exit`, or an
      /// exception to raise again); the register behind it has the value to return.
      case block(action: Int)
    }

    let form: Form
    /// How many loops were around.
    let loops: Int
    /// The ways out that were taken, and the jumps to the block.
    var exits: [Exit] = []
    var jumps: [Int] = []

    init(_ form: Form, loops: Int) {
      self.form = form
      self.loops = loops
    }
  }

  /// A jump out of a statement.
  enum Exit: Int {
    case `break` = 1
    case `continue`, `return`
  }

  // MARK: Leaving

  mutating func emitReturn(_ register: Int, at span: Span) {
    if cleanups.isEmpty || isTemporary(register) { return emitLeave(.return, value: register, at: span) }
    // On the way out the variable may get another value.
    let copy = allocate()
    move(register, to: copy, at: span)
    emitLeave(.return, value: copy, at: span)
  }

  /// Leaves the statements around by a jump.
  mutating func emitLeave(_ exit: Exit, value: Int? = nil, at span: Span) {
    var index = cleanups.count - 1
    while index >= 0, exit == .return || cleanups[index].loops >= loops.count {
      switch cleanups[index].form {
      case .handling(let register, let name):
        emit(.endHandling, register, at: span)
        if let name { unbind(name, at: span) }
      case .block(let action):
        if let value { move(value, to: action + 1, at: span) }
        emitLoad(.integer(exit.rawValue), into: action, at: span)
        if !cleanups[index].exits.contains(exit) { cleanups[index].exits.append(exit) }
        let jump = emitJump(.jump, at: span)
        cleanups[index].jumps.append(jump)
        return
      }
      index -= 1
    }
    switch exit {
    case .return: emit(.return, value ?? 0, at: span)
    case .break:
      let jump = emitJump(.jump, at: span)
      loops[loops.count - 1].breaks.append(jump)
    case .continue:
      let jump = emitJump(.jump, at: span)
      loops[loops.count - 1].continues.append(jump)
    }
  }

  /// Goes on with the jumps that have come through a block.
  private mutating func emitExits(_ exits: [Exit], action: Int, at span: Span) {
    for exit in exits {
      let mark = self.mark
      let test = allocate(2)
      emitLoad(.integer(exit.rawValue), into: test, at: span)
      emit(.equal, test + 1, action, test, at: span)
      let skip = emitJump(.jumpIfFalse, test + 1, at: span)
      release(to: mark)
      emitLeave(exit, value: exit == .return ? action + 1 : nil, at: span)
      patch([skip])
    }
  }

  private mutating func emitLoad(_ constant: Constant, into register: Int, at span: Span) {
    if let index = builder.constant(constant) { emit(.loadConstant, register, wide: index, at: span) }
  }

  /// Takes a name's value away, if it has one.
  private mutating func unbind(_ name: String, at span: Span) {
    if case .register(let register) = scope.place(of: name) {
      emit(.clear, register, at: span)
      assigned.remove(register)
      return
    }
    let mark = self.mark
    let empty = allocate()
    emit(.clear, empty, at: span)
    store(empty, toName: name, at: span)
    release(to: mark)
  }

  // MARK: Raising

  mutating func compileRaise(_ exception: Expression?, _ cause: Expression?, at span: Span) throws(Diagnostic) {
    guard let exception else { return emit(.raise, 0, 0, n: 0, at: span) }
    let register = allocate()
    try compileInto(register, exception)
    if let cause {
      let second = allocate()
      try compileInto(second, cause)
      emit(.raise, register, second, n: 2, at: span)
    } else {
      emit(.raise, register, 0, n: 1, at: span)
    }
  }

  // MARK: Try

  mutating func compileTry(_ node: TryStatement, at span: Span) throws(Diagnostic) {
    if node.isGroup { throw unsupported("'except*' clauses", at: span) }
    protection += 1
    if node.finally.isEmpty { try compileHandlers(node, at: span) } else { try compileFinally(node, at: span) }
    protection -= 1
  }

  /// The block stands there once; `action` tells it what to do at its end.
  private mutating func compileFinally(_ node: TryStatement, at span: Span) throws(Diagnostic) {
    let mark = self.mark
    let before = assigned
    let action = allocate(2)
    pinned.formUnion([action, action + 1])
    cleanups.append(Cleanup(.block(action: action), loops: loops.count))
    let start = builder.position
    try compileHandlers(node, at: span)
    let outcome = assigned
    let cleanup = cleanups.removeLast()
    let end = builder.position
    emitLoad(.none, into: action, at: span)
    patch(cleanup.jumps)
    let target = builder.position
    assigned = before
    cleanups.append(Cleanup(.handling(register: action, name: nil), loops: loops.count))
    try compile(node.finally)
    cleanups.removeLast()
    emit(.endFinally, action, at: span)
    builder.addHandler(covering: start..<end, target: target, register: action)
    pinned.subtract([action, action + 1])
    emitExits(cleanup.exits, action: action, at: span)
    assigned.formUnion(outcome)
    release(to: mark)
  }

  /// The body, the handlers and the `else` block.
  private mutating func compileHandlers(_ node: TryStatement, at span: Span) throws(Diagnostic) {
    let mark = self.mark
    let before = assigned
    let start = builder.position
    try compile(node.body)
    let end = builder.position
    try compile(node.orElse)
    if node.handlers.isEmpty { return }
    var outcome = assigned
    var ends = [emitJump(.jump, at: span)]
    let exception = allocate()
    pinned.insert(exception)
    let target = builder.position
    for handler in node.handlers {
      assigned = before
      let skip = try compileMatch(handler, exception)
      ends.append(try compileHandler(handler, exception))
      outcome.formIntersection(assigned)
      patch(skip)
    }
    emit(.reraise, exception, at: span)
    builder.addHandler(covering: start..<end, target: target, register: exception)
    pinned.remove(exception)
    patch(ends)
    assigned = outcome
    release(to: mark)
  }

  /// Jumps when the exception is none of the handler's.
  private mutating func compileMatch(_ handler: ExceptHandler, _ exception: Int) throws(Diagnostic) -> [Int] {
    guard let type = handler.type else { return [] }
    let mark = self.mark
    let register = try compile(type)
    let result = allocate()
    emit(.matchException, result, exception, register, at: type.span)
    let skip = emitJump(.jumpIfFalse, result, at: type.span)
    release(to: mark)
    return [skip]
  }

  /// Returns the jump to the end of the statement.
  private mutating func compileHandler(_ handler: ExceptHandler, _ exception: Int) throws(Diagnostic) -> Int {
    if let name = handler.name { store(exception, toName: name.name, at: name.span) }
    cleanups.append(Cleanup(.handling(register: exception, name: handler.name?.name), loops: loops.count))
    let start = builder.position
    try compile(handler.body)
    let end = builder.position
    cleanups.removeLast()
    emit(.endHandling, exception, at: handler.span)
    guard let name = handler.name else { return emitJump(.jump, at: handler.span) }
    unbind(name.name, at: name.span)
    let jump = emitJump(.jump, at: handler.span)
    // An exception that leaves the body finds the name unbound too.
    let other = allocate()
    let target = builder.position
    unbind(name.name, at: name.span)
    emit(.reraise, other, at: handler.span)
    builder.addHandler(covering: start..<end, target: target, register: other)
    release(to: other)
    return jump
  }

  // MARK: With

  mutating func compileWith(_ items: ArraySlice<WithItem>, _ body: [Statement]) throws(Diagnostic) {
    guard let item = items.first else { return try compile(body) }
    let mark = self.mark
    let span = item.context.span
    let exit = allocate(2)
    try compileInto(exit, item.context)
    let action = allocate(2)
    let enter = allocate(2)
    emit(.loadContext, exit, enter, at: span)
    emit(.callMethod, enter, 0, enter, at: span)
    pinned.formUnion([exit, exit + 1, action, action + 1])
    let before = assigned
    cleanups.append(Cleanup(.block(action: action), loops: loops.count))
    protection += 1
    let start = builder.position
    if let target = item.target { try assign(enter, to: target) }
    release(to: enter)
    try compileWith(items.dropFirst(), body)
    let end = builder.position
    protection -= 1
    let cleanup = cleanups.removeLast()
    emitContextExit(cleanup, exit: exit, action: action, covering: start..<end, at: span)
    assigned = before
    release(to: mark)
  }

  /// Calls `__exit__` with None on every regular way, and with the exception after one, which a true answer swallows.
  private mutating func emitContextExit(
    _ cleanup: Cleanup, exit: Int, action: Int, covering range: Range<Int>, at span: Span
  ) {
    if !cleanup.exits.isEmpty { emitLoad(.none, into: action, at: span) }
    patch(cleanup.jumps)
    let call = allocate(5)
    for offset in 0...1 { emit(.move, call + offset, exit + offset, n: 1, at: span) }
    for offset in 2...4 { emitLoad(.none, into: call + offset, at: span) }
    emit(.callMethod, call, 3, call, at: span)
    pinned.subtract([exit, exit + 1, action, action + 1])
    emitExits(cleanup.exits, action: action, at: span)
    let done = emitJump(.jump, at: span)
    let target = builder.position
    for offset in 0...1 { emit(.move, call + offset, exit + offset, n: 1, at: span) }
    emit(.exceptionParts, call + 2, action, at: span)
    emit(.callMethod, call, 3, call, at: span)
    let swallow = emitJump(.jumpIfTrue, call, at: span)
    emit(.reraise, action, at: span)
    patch([swallow])
    emit(.endHandling, action, at: span)
    builder.addHandler(covering: range, target: target, register: action)
    patch([done])
  }
}
