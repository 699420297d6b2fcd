import NNSyntax

extension BodyCompiler {
  /// A tuple or list of items, some of them perhaps starred.
  mutating func compileDisplay(
    _ items: [Expression], _ opcode: Opcode, into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    let mark = self.mark
    // Long displays are built in pieces, so that a literal of any length fits the registers.
    if items.contains(where: \.isStarred) || items.count > 1000 {
      let list = try compileExtendedList(items, at: span)
      if opcode == .makeTuple { emit(.makeTupleFromList, list, at: span) }
      release(to: mark)
      let register = target ?? allocate()
      move(list, to: register, at: span)
      return register
    }
    let first = try compileConsecutively(items)
    release(to: mark)
    let register = target ?? allocate()
    emit(opcode, register, first, items.count, at: span)
    return register
  }

  /// Values in consecutive registers, the first of which is returned.
  mutating func compileConsecutively(_ items: [Expression]) throws(Diagnostic) -> Int {
    let first = allocate(items.count)
    for (offset, item) in items.enumerated() { try compileInto(first + offset, item) }
    return first
  }

  /// A list in a temporary, with `*` items spread into it.
  mutating func compileExtendedList(_ items: [Expression], at span: Span) throws(Diagnostic) -> Int {
    let list = allocate()
    emit(.makeList, list, list, 0, at: span)
    for item in items {
      let mark = self.mark
      if case .starred(let value) = item.node {
        let register = try compile(value)
        emit(.extend, list, register, at: item.span)
      } else {
        let register = try compile(item)
        emit(.append, list, register, at: item.span)
      }
      release(to: mark)
    }
    return list
  }

  /// A set of items, some of them perhaps starred. One of three constants or more is filled at once, from a set of
  /// them: so CPython has it, and the order shows it.
  mutating func compileSet(_ items: [Expression], into target: Int?, at span: Span) throws(Diagnostic) -> Int {
    let mark = self.mark
    let set = allocate()
    emit(.makeSet, set, at: span)
    for item in items {
      let inner = self.mark
      if case .starred(let value) = item.node {
        let register = try compile(value)
        emit(.updateSet, set, register, at: item.span)
      } else {
        let register = try compile(item)
        emit(.addToSet, set, register, at: item.span)
      }
      release(to: inner)
    }
    var result = set
    if items.count > 2 && items.allSatisfy(\.isConstant) {
      result = allocate()
      emit(.makeSet, result, at: span)
      emit(.updateSet, result, set, at: span)
    }
    release(to: mark)
    let register = target ?? allocate()
    move(result, to: register, at: span)
    return register
  }

  mutating func compileDictionary(_ entries: [DictEntry], into target: Int?, at span: Span) throws(Diagnostic) -> Int {
    let mark = self.mark
    let dictionary = allocate()
    emit(.makeDictionary, dictionary, dictionary, 0, at: span)
    for entry in entries {
      let inner = self.mark
      switch entry {
      case .pair(let key, let value):
        let k = try compile(key)
        let v = try compile(value)
        emit(.insertPair, dictionary, k, v, at: key.span)
      case .unpack(let value):
        let source = try compile(value)
        emit(.update, dictionary, source, at: value.span)
      }
      release(to: inner)
    }
    release(to: mark)
    let register = target ?? allocate()
    move(dictionary, to: register, at: span)
    return register
  }

  mutating func compileFormatted(_ parts: [FormattedPart], into target: Int?, at span: Span) throws(Diagnostic) -> Int {
    if parts.count == 1, case .text(let bytes) = parts[0], let index = builder.constant(.string(bytes)) {
      let register = target ?? allocate()
      emit(.loadConstant, register, wide: index, at: span)
      return register
    }
    let mark = self.mark
    let first = allocate(parts.count)
    for (offset, part) in parts.enumerated() {
      switch part {
      case .text(let bytes):
        if let index = builder.constant(.string(bytes)) { emit(.loadConstant, first + offset, wide: index, at: span) }
      case .value(let value): try compileFormattedValue(value, into: first + offset, at: span)
      }
    }
    release(to: mark)
    let register = target ?? allocate()
    emit(.joinStrings, register, first, parts.count, at: span)
    return register
  }

  private mutating func compileFormattedValue(
    _ value: FormattedValue, into register: Int, at span: Span
  ) throws(Diagnostic) {
    let mark = self.mark
    let source = try compile(value.expression)
    let conversion: UInt8 =
      switch value.conversion {
      case nil: 0
      case .string: UInt8(ascii: "s")
      case .repr: UInt8(ascii: "r")
      case .ascii: UInt8(ascii: "a")
      }
    if let parts = value.spec, !parts.isEmpty {
      let spec = allocate()
      let text = try compileFormatted(parts, into: spec, at: span)
      move(text, to: spec, at: span)
      emit(.formatValue, register, source, spec, n: Int(conversion), at: value.expression.span)
    } else {
      emit(.formatPlain, register, source, n: Int(conversion), at: value.expression.span)
    }
    release(to: mark)
  }

  // MARK: Comprehensions

  /// What a comprehension collects.
  enum Collected {
    case list(Expression)
    case set(Expression)
    case dictionary(Expression, Expression)
    /// Nothing: each element is yielded.
    case generator(Expression)
    /// Nothing: a fold's result stands in the register.
    case fold(Expression, FoldedBuiltin, Span)

    var parts: [Expression] {
      switch self {
      case .list(let element), .set(let element), .generator(let element), .fold(let element, _, _): [element]
      case .dictionary(let key, let value): [key, value]
      }
    }
  }

  /// Compiled in line: its variables are registers of their own, unseen from outside.
  mutating func compileComprehension(
    _ collected: Collected, _ clauses: [ComprehensionClause], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int {
    guard let first = clauses.first else { return allocate() }
    let mark = self.mark
    let (call, begin) = (pendingFold, pendingStart)
    (pendingFold, pendingStart) = (nil, nil)
    let result = allocate()
    pinned.insert(result)
    let iterable = allocate()
    try compileInto(iterable, first.iterable)
    if let begin { try compileFoldStart(begin, into: result, at: call ?? span) }
    let use = NameUse(clauses: clauses, parts: collected.parts, in: scope.use?.className)
    var registers: [String: Int] = [:]
    for name in use.bound { registers[name] = allocate() }
    let cells = Set(use.bound.filter { use.nestedFree.contains($0) })
    pinned.formUnion(registers.values)
    for (name, register) in registers.sorted(by: { $0.value < $1.value }) {
      emit(.clear, register, at: span)
      if cells.contains(name) { emit(.makeCell, register, at: span) }
    }
    scope.push(registers: registers, cells: cells)
    switch collected {
    case .list: emit(.makeList, result, result, 0, at: span)
    case .set: emit(.makeSet, result, at: span)
    case .dictionary: emit(.makeDictionary, result, result, 0, at: span)
    case .fold(_, let fold, let span): if begin == nil { emitFoldStart(fold, into: result, at: span) }
    case .generator: break
    }
    let (exits, states) = (foldExits, loopStates)
    (foldExits, loopStates) = ([], [])
    let start = builder.position + 1  // what begins the loop still belongs to the call
    try compileClauses(clauses[...], firstIterable: iterable, collected, into: result)
    scope.pop()
    if let call { builder.addFold(from: start, call) }
    if !foldExits.isEmpty {
      patch(foldExits)
      for state in loopStates { emit(.clear, state, at: span) }
    }
    (foldExits, loopStates) = (exits, states)
    for register in registers.values.sorted() { emit(.clear, register, at: span) }
    pinned.subtract(registers.values)
    assigned.subtract(registers.values)
    pinned.remove(result)
    release(to: mark)
    let register = target ?? allocate()
    move(result, to: register, at: span)
    return register
  }

  mutating func compileClauses(
    _ clauses: ArraySlice<ComprehensionClause>, firstIterable: Int?, _ collected: Collected, into result: Int
  ) throws(Diagnostic) {
    let mark = self.mark
    guard let clause = clauses.first else {
      switch collected {
      case .list(let element):
        let value = try compile(element)
        emit(.append, result, value, n: isTemporary(value) ? 1 : 0, at: element.span)
      case .set(let element):
        let value = try compile(element)
        emit(.addToSet, result, value, at: element.span)
      case .dictionary(let key, let value):
        let k = try compile(key)
        let v = try compile(value)
        emit(.insertPair, result, k, v, at: key.span)
      case .fold(let element, let fold, let span): try compileFoldStep(element, fold, into: result, at: span)
      case .generator(let element):
        let value = try compileInto(allocate(), element)
        emit(.yield, value, 0, self.mark, at: element.span)
      }
      release(to: mark)
      return
    }
    var isIterator = false
    if case .generator = collected { isIterator = firstIterable != nil }
    let source = firstIterable ?? allocate()
    if firstIterable == nil { try compileInto(source, clause.iterable) }
    try compileLoop(
      over: source, target: clause.target, iterableSpan: clause.iterable.span, isIterator: isIterator
    ) {
      (compiler) throws(Diagnostic) in
      var next: [Int] = []
      for condition in clause.conditions { next += try compiler.compileJumpIfFalse(condition) }
      try compiler.compileClauses(clauses.dropFirst(), firstIterable: nil, collected, into: result)
      compiler.patch(next)
    }
    release(to: mark)
  }
}

extension Expression {
  /// Whether CPython's compiler knows its value.
  fileprivate var isConstant: Bool {
    switch node {
    case .constant: true
    case .unary(_, let value): value.isConstant
    case .tuple(let items): items.allSatisfy(\.isConstant)
    default: false
    }
  }

  var isStarred: Bool {
    if case .starred = node { return true }
    return false
  }
}
