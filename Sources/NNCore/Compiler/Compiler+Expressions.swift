import NNSyntax

extension BodyCompiler {
  /// Compiles an expression; the value is in the register returned: a local's own, or `target`, or a temporary.
  mutating func compile(_ expression: Expression, into target: Int? = nil) throws(Diagnostic) -> Int {
    let span = expression.span
    if let register = compileFolded(expression, into: target) { return register }
    switch expression.node {
    case .constant(let constant): return try compileConstant(constant, into: target, at: span)
    case .name(let name): return compileName(name, into: target, at: span)
    case .formatted(let parts): return try compileFormatted(parts, into: target, at: span)
    case .attribute(let value, let name, let nameSpan):
      return try compileAttribute(value, name, into: target, at: lineSpan(span, of: nameSpan))
    case .subscript(let value, let index): return try compileSubscript(value, index, into: target, at: span)
    case .slice(let lower, let upper, let step): return try compileSlice(lower, upper, step, into: target, at: span)
    case .tuple(let items): return try compileDisplay(items, .makeTuple, into: target, at: span)
    case .list(let items): return try compileDisplay(items, .makeList, into: target, at: span)
    case .dict(let entries): return try compileDictionary(entries, into: target, at: span)
    case .unary(let op, let value): return try compileUnary(op, value, into: target, at: span)
    case .binary(let op, let left, let right): return try compileBinary(op, left, right, into: target, at: span)
    case .boolean(let op, let values): return try compileBoolean(op, values, into: target, at: span)
    case .compare(let first, let links): return try compileComparison(first, links, into: target, at: span)
    case .conditional(let test, let body, let orElse):
      return try compileConditional(test, body, orElse, into: target, at: span)
    case .call(let function, let arguments): return try compileCall(function, arguments, into: target, at: span)
    case .lambda(let parameters, let body): return try compileLambda(parameters, body, into: target, at: span)
    case .listComprehension(let element, let clauses):
      return try compileComprehension(.list(element), clauses, into: target, at: span)
    case .dictComprehension(let key, let value, let clauses):
      return try compileComprehension(.dictionary(key, value), clauses, into: target, at: span)
    case .starred: throw Diagnostic(.syntaxError, "can't use starred expression here", at: span)
    case .set(let items): return try compileSet(items, into: target, at: span)
    case .setComprehension(let element, let clauses):
      return try compileComprehension(.set(element), clauses, into: target, at: span)
    case .generator(let element, let clauses):
      return try compileGeneratorExpression(element, clauses, into: target, at: span)
    case .yield(let value): return try compileYield(value, into: target, at: span)
    case .yieldFrom(let value): return try compileYieldFrom(value, into: target, at: span)
    case .await: throw unsupported("'await' expressions", at: span)
    case .walrus(let name, _, let value): return try compileWalrus(name, value, into: target, at: span)
    }
  }

  func unsupported(_ what: String, at span: Span, hint: String? = nil) -> Diagnostic {
    Diagnostic(.syntaxError, "\(what) are not supported", at: span, hint: hint)
  }

  /// Compiles into a given register or a new temporary, never into a local's own: for operands that have to
  /// survive what is evaluated after them, and for windows of consecutive registers.
  @discardableResult
  mutating func compileInto(_ register: Int, _ expression: Expression) throws(Diagnostic) -> Int {
    let mark = self.mark
    let source = try compile(expression, into: register)
    move(source, to: register, at: expression.span)
    release(to: mark)
    return register
  }

  private mutating func compileConstant(_ constant: Constant, into target: Int?, at span: Span) throws(Diagnostic)
    -> Int
  {
    guard let index = builder.constant(constant) else { throw unsupported("literals of this kind", at: span) }
    let register = target ?? allocate()
    emit(.loadConstant, register, wide: index, at: span)
    return register
  }

  private mutating func compileName(_ name: String, into target: Int?, at span: Span) -> Int {
    // The builtin finds its class among the captures of the function that calls it.
    if name == "super" { _ = scope.place(of: FunctionScope.classCellName) }
    switch scope.place(of: name) {
    case .register(let register):
      if scope.isInComprehension {
        emitCheckInComprehension(register, name, at: span)
      } else {
        emitCheck(register, at: span)
      }
      guard scope.use?.rebound.contains(name) == true else { return register }
      // Bound anew in the middle of an expression, it may change before the value read here is used.
      let copy = target ?? allocate()
      if copy != register { emit(.move, copy, register, at: span) }
      return copy
    case .cell(let cell):
      let register = target ?? allocate()
      emit(.loadCell, register, cell, at: span)
      return register
    case .capture(let index):
      let register = target ?? allocate()
      emit(.loadCapture, register, index, at: span)
      return register
    case .capturedValue(let index):
      let register = target ?? allocate()
      emit(.loadCapturedValue, register, index, at: span)
      return register
    case .namespace:
      let register = target ?? allocate()
      emitLoadName(name, into: register, at: span)
      return register
    case .global:
      let register = target ?? allocate()
      emit(.loadGlobal, register, wide: globalSlot(name), at: span)
      return register
    }
  }

  /// The slot of a global name. Where the module is full `finish` refuses the body.
  mutating func globalSlot(_ name: String) -> Int {
    if let slot = module.value.slot(of: Symbol(scope.use?.mangled(name) ?? name)) { return slot }
    hasTooManyNames = true
    return 0
  }

  private mutating func compileAttribute(
    _ value: Expression, _ name: String, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    if case .name(let owner) = value.node, case .capturedValue(let index) = scope.place(of: owner) {
      let register = target ?? allocate()
      emit(.getCapturedAttribute, register, index, cache(name), at: span)
      return register
    }
    let mark = self.mark
    let object = try compile(value)
    release(to: mark)
    let register = target ?? allocate()
    emit(.getAttribute, register, object, cache(name), n: flags(object, 0) & 1, at: span)
    return register
  }

  private mutating func compileSubscript(
    _ value: Expression, _ index: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let object = try compile(value)
    if case .slice(let lower, let upper, let step) = index.node {
      let first = allocate(3)
      try compileSliceParts(lower, upper, step, into: first, at: index.span)
      release(to: mark)
      let register = target ?? allocate()
      emit(.getSlice, register, object, first, n: flags(object, first), at: span)
      return register
    }
    if let constant = comparedIndex(index) {
      release(to: mark)
      let register = target ?? allocate()
      emit(.getItemConstant, register, object, constant, n: flags(object, 0) & 1, at: span)
      return register
    }
    let key = try compile(index)
    release(to: mark)
    let register = target ?? allocate()
    emit(.getItem, register, object, key, n: flags(object, key), at: span)
    return register
  }

  private mutating func compileSlice(
    _ lower: Expression?, _ upper: Expression?, _ step: Expression?, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let first = allocate(3)
    try compileSliceParts(lower, upper, step, into: first, at: span)
    release(to: mark)
    let register = target ?? allocate()
    emit(.makeSlice, register, first, at: span)
    return register
  }

  private mutating func compileSliceParts(
    _ lower: Expression?, _ upper: Expression?, _ step: Expression?, into first: Int, at span: Span
  ) throws(Diagnostic) {
    for (offset, part) in [lower, upper, step].enumerated() {
      if let part {
        try compileInto(first + offset, part)
      } else if let none = builder.constant(.none) {
        emit(.loadConstant, first + offset, wide: none, at: span)
      }
    }
  }

  private mutating func compileUnary(
    _ op: UnaryOperator, _ value: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let opcode: Opcode =
      switch op {
      case .plus: .positive
      case .minus: .negative
      case .invert: .invert
      case .not: .not
      }
    let mark = self.mark
    let operand = try compile(value)
    release(to: mark)
    let register = target ?? allocate()
    emit(opcode, register, operand, n: flags(operand, 0) & 1, at: span)
    return register
  }

  private mutating func compileBinary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let x = try compile(left)
    return try emitBinary(op, x, right, into: target, releasingTo: mark, inPlace: false, at: span)
  }

  /// `R[target] = R[left] op right`; the mark is released before the target is allocated.
  mutating func emitBinary(
    _ op: BinaryOperator, _ left: Int, _ right: Expression, into target: Int?, releasingTo mark: Int, inPlace: Bool,
    at span: Span
  ) throws(Diagnostic) -> Int {
    let inPlaceFlag = inPlace ? OperandFlags.inPlace : 0
    if let opcode = op.constantOpcode, let index = numberIndex(right) {
      release(to: mark)
      let register = target ?? allocate()
      emit(opcode, register, left, index, n: flags(left, 0) & 1 | inPlaceFlag, at: span)
      return register
    }
    let y = try compile(right)
    release(to: mark)
    let register = target ?? allocate()
    emit(op.opcode, register, left, y, n: flags(left, y) | inPlaceFlag, at: span)
    return register
  }

  // MARK: Conditions

  private mutating func compileBoolean(
    _ op: BooleanOperator, _ values: [Expression], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    // Written before all operands are read, so never straight into a variable.
    let register = target.flatMap { isTemporary($0) ? $0 : nil } ?? allocate()
    var jumps: [Int] = []
    for (position, value) in values.enumerated() {
      try compileInto(register, value)
      if position < values.count - 1 {
        jumps.append(emitJump(op == .and ? .jumpIfFalse : .jumpIfTrue, register, at: value.span))
      }
    }
    patch(jumps)
    return register
  }

  private mutating func compileConditional(
    _ test: Expression, _ body: Expression, _ orElse: Expression, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    // One of the branches alone writes it, at its end.
    let register = target ?? allocate()
    let jumps = try compileJumpIfFalse(test)
    try compileInto(register, body)
    let end = emitJump(.jump, at: span)
    patch(jumps)
    try compileInto(register, orElse)
    patch([end])
    return register
  }

  private mutating func compileComparison(
    _ first: Expression, _ links: [ComparisonLink], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    if links.count == 1, let link = links.first {
      let x = try compile(first)
      let y = try compileContainer(link.value, of: link.op)
      release(to: mark)
      let register = target ?? allocate()
      emit(link.op.opcode, register, x, y, n: flags(x, y), at: span)
      return register
    }
    let register = target.flatMap { isTemporary($0) ? $0 : nil } ?? allocate()
    let inner = self.mark
    var left = try compile(first)
    var jumps: [Int] = []
    for (position, link) in links.enumerated() {
      let right = try compile(link.value)
      // A middle operand is read twice, so it never counts as a temporary here.
      emit(link.op.opcode, register, left, right, at: first.span.union(link.value.span))
      if position < links.count - 1 { jumps.append(emitJump(.jumpIfFalse, register, at: span)) }
      left = right
    }
    patch(jumps)
    release(to: inner)
    return register
  }

  /// The right operand of a comparison. A list of literals that is only looked through is a tuple.
  private mutating func compileContainer(_ value: Expression, of op: ComparisonOperator) throws(Diagnostic) -> Int {
    if op == .in || op == .notIn, case .list(let items) = value.node,
      let register = compileFolded(Expression(.tuple(items), value.span), into: nil)
    {
      return register
    }
    if op == .in || op == .notIn, case .set(let items) = value.node,
      let register = compileConstantSet(items, value.span)
    {
      return register
    }
    return try compile(value)
  }

  /// Jumps that are taken when the expression is false; the program goes on behind when it is true.
  mutating func compileJumpIfFalse(_ test: Expression) throws(Diagnostic) -> [Int] {
    switch test.node {
    case .constant(.boolean(true)): return []
    case .constant(.integer(let number)) where number != 0: return []
    case .unary(.not, let value): return try compileJumpIfTrue(value)
    case .boolean(.and, let values):
      var jumps: [Int] = []
      for value in values { jumps += try compileJumpIfFalse(value) }
      return jumps
    case .boolean(.or, let values):
      var toBody: [Int] = []
      for value in values.dropLast() { toBody += try compileJumpIfTrue(value) }
      guard let last = values.last else { return [] }
      let jumps = try compileJumpIfFalse(last)
      patch(toBody)
      return jumps
    case .compare(let first, let links):
      if let value = testedForNone(first, links) {
        let opcode: Opcode = links[0].op == .is ? .jumpIfNotNone : .jumpIfNone
        return [try compileNoneJump(opcode, value, at: test.span)]
      }
      guard usesShortJumps, links.allSatisfy({ $0.op.jumpOpcodes != nil }) else { break }
      return try compileComparingJumps(first, links, at: test.span)
    default: break
    }
    let mark = self.mark
    let register = try compile(test)
    release(to: mark)
    return [emitJump(.jumpIfFalse, register, at: test.span)]
  }

  /// What a comparison tests for being None, or not.
  private func testedForNone(_ first: Expression, _ links: [ComparisonLink]) -> Expression? {
    guard links.count == 1, links[0].op == .is || links[0].op == .isNot, case .constant(.none) = links[0].value.node
    else { return nil }
    return first
  }

  private mutating func compileNoneJump(
    _ opcode: Opcode, _ value: Expression, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    let register = try compile(value)
    release(to: mark)
    var jump = Instruction(opcode, register, wide: 0)
    jump.n = isTemporary(register) ? 1 : 0
    builder.emit(jump, span)
    return builder.position - 1
  }

  /// A chain of comparisons, each of which jumps where it does not hold.
  private mutating func compileComparingJumps(
    _ first: Expression, _ links: [ComparisonLink], at span: Span
  ) throws(Diagnostic) -> [Int] {
    let mark = self.mark
    var left = try compile(first)
    var jumps: [Int] = []
    for (position, link) in links.enumerated() {
      guard let opcodes = link.op.jumpOpcodes else { return jumps }
      let isLast = position == links.count - 1
      let place =
        links.count == 1 ? span : (position == 0 ? first : links[position - 1].value).span.union(link.value.span)
      if isLast, let index = comparedIndex(link.value) {
        emit(opcodes.constant, left, 0, index, at: place)
      } else {
        let right = try compile(link.value)
        emit(opcodes.register, left, 0, right, at: place)
        left = right
      }
      jumps.append(builder.position - 1)
    }
    release(to: mark)
    return jumps
  }

  private mutating func compileJumpIfTrue(_ test: Expression) throws(Diagnostic) -> [Int] {
    switch test.node {
    case .unary(.not, let value): return try compileJumpIfFalse(value)
    case .boolean(.or, let values):
      var jumps: [Int] = []
      for value in values { jumps += try compileJumpIfTrue(value) }
      return jumps
    case .boolean(.and, let values):
      var toEnd: [Int] = []
      for value in values.dropLast() { toEnd += try compileJumpIfFalse(value) }
      guard let last = values.last else { return [] }
      let jumps = try compileJumpIfTrue(last)
      patch(toEnd)
      return jumps
    case .compare(let first, let links) where testedForNone(first, links) != nil:
      return [try compileNoneJump(links[0].op == .is ? .jumpIfNone : .jumpIfNotNone, first, at: test.span)]
    case .compare(let first, let links) where usesShortJumps && links.allSatisfy({ $0.op.jumpOpcodes != nil }):
      // Over the jump where they do not hold.
      let failed = try compileComparingJumps(first, links, at: test.span)
      let jump = emitJump(.jump, at: test.span)
      patch(failed)
      return [jump]
    default:
      let mark = self.mark
      let register = try compile(test)
      release(to: mark)
      return [emitJump(.jumpIfTrue, register, at: test.span)]
    }
  }
}
