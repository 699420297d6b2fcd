import NNSyntax

// Calls of builtins with a generator expression that they go through at once: where the name means the builtin, the loop
// runs in place, without a generator.

extension BodyCompiler {
  /// `sum(x for …)` and the like; nil for any other call.
  mutating func compileFold(
    _ function: Expression, _ arguments: [Argument], into target: Int?, at span: Span
  ) throws(Diagnostic) -> Int? {
    guard case .name(let name) = function.node, let fold = FoldedBuiltin(named: name),
      case .global = scope.place(of: name), scope.foldDepth < BodyCompiler.deepestFold,
      let first = arguments.first, case .positional = first.kind,
      case .generator(let element, let clauses) = first.value.node, !endsByStopIteration(element, clauses)
    else { return nil }
    let start = fold == .sum ? BodyCompiler.start(arguments) : nil
    if arguments.count > 1 && start == nil {
      guard fold == .sorted || fold == .min || fold == .max, arguments.dropFirst().allSatisfy(\.isPlainKeyword) else {
        return nil
      }
    }
    scope.foldDepth += 1
    defer { scope.foldDepth -= 1 }
    let mark = self.mark
    let before = assigned
    let result = allocate()
    var test = Instruction(.testBuiltin, result, wide: globalSlot(name))
    test.n = fold.rawValue
    builder.emit(test, span)
    let toCall = emitJump(.jumpIfFalse, result, at: span)
    pendingFold = span
    pendingStart = start
    let folded: Int
    switch fold {
    case .sum, .any, .all:
      folded = try compileComprehension(.fold(element, fold, span), clauses, into: result, at: span)
    case .list: folded = try compileComprehension(.list(element), clauses, into: result, at: span)
    case .set: folded = try compileComprehension(.set(element), clauses, into: result, at: span)
    case .tuple:
      folded = try compileComprehension(.list(element), clauses, into: result, at: span)
      emit(.makeTupleFromList, folded, at: span)
    case .sorted, .min, .max, .dict, .frozenset:
      folded = try compilePlainCall(function, BodyCompiler.collecting(arguments), into: result, at: span)
    }
    move(folded, to: result, at: span)
    let toEnd = emitJump(.jump, at: span)
    patch([toCall])
    assigned = before
    let called = try compilePlainCall(function, arguments, into: result, at: span)
    move(called, to: result, at: span)
    patch([toEnd])
    release(to: mark)
    let register = target ?? allocate()
    move(result, to: register, at: span)
    return register
  }

  /// The arguments of `"".join(x for …)`, with a list in the place of the generator.
  mutating func joinArguments(
    _ value: Expression, _ name: String, _ arguments: [Argument], at span: Span
  ) -> [Argument] {
    guard name == "join", arguments.count == 1, case .constant(.string) = value.node, let first = arguments.first,
      case .positional = first.kind, case .generator(let element, let clauses) = first.value.node,
      !endsByStopIteration(element, clauses)
    else { return arguments }
    pendingFold = span
    return BodyCompiler.collecting(arguments)
  }

  /// What `sum` begins with, the one argument behind what it goes through.
  private static func start(_ arguments: [Argument]) -> Expression? {
    guard arguments.count == 2 else { return nil }
    switch arguments[1].kind {
    case .positional: return arguments[1].value
    case .keyword("start"): return arguments[1].value
    default: return nil
    }
  }

  /// How deep such calls may stand in each other: each compiles its loop twice.
  private static let deepestFold = 2

  /// The same arguments with a list in the place of the generator expression.
  private static func collecting(_ arguments: [Argument]) -> [Argument] {
    guard let first = arguments.first, case .generator(let element, let clauses) = first.value.node else {
      return arguments
    }
    let list = Expression(.listComprehension(element: element, clauses), first.value.span)
    return [Argument(kind: first.kind, value: list, span: first.span)] + arguments.dropFirst()
  }

  /// Whether a StopIteration is likely to come out of the loop, which a generator makes another exception of.
  private func endsByStopIteration(_ element: Expression, _ clauses: [ComprehensionClause]) -> Bool {
    NameUse(generator: element, clauses, in: scope.use?.className).free.contains("next")
  }

  /// What one step of such a loop does; the jumps that leave the loop are noted.
  mutating func compileFoldStep(
    _ element: Expression, _ fold: FoldedBuiltin, into result: Int, at span: Span
  ) throws(Diagnostic) {
    if fold == .sum {
      let value = try compile(element)
      emit(.add, result, result, value, n: flags(result, value), at: span)
      return
    }
    let fails = try compileJumpIfFalse(element)
    if fold == .any {
      emitTruth(true, into: result, at: span)
      foldExits.append(emitJump(.jump, at: span))
      patch(fails)
    } else {
      let next = emitJump(.jump, at: span)
      patch(fails)
      emitTruth(false, into: result, at: span)
      foldExits.append(emitJump(.jump, at: span))
      patch([next])
    }
  }

  /// Puts what `sum` begins with into a register; a text is refused.
  mutating func compileFoldStart(_ start: Expression, into result: Int, at span: Span) throws(Diagnostic) {
    try compileInto(result, start)
    if case .constant(let constant) = start.node, constant.isNumber { return }
    emit(.testBuiltin, result, n: Int(UInt8.max), at: span)
  }

  /// What such a loop begins with.
  mutating func emitFoldStart(_ fold: FoldedBuiltin, into result: Int, at span: Span) {
    if fold != .sum { return emitTruth(fold == .all, into: result, at: span) }
    if let zero = builder.constant(.integer(0)) { emit(.loadConstant, result, wide: zero, at: span) }
  }

  private mutating func emitTruth(_ truth: Bool, into register: Int, at span: Span) {
    if let index = builder.constant(.boolean(truth)) { emit(.loadConstant, register, wide: index, at: span) }
  }
}

extension Argument {
  /// Whether this is a named argument whose making nobody sees.
  fileprivate var isPlainKeyword: Bool {
    guard case .keyword = kind else { return false }
    switch value.node {
    case .constant, .name, .lambda: return true
    default: return false
    }
  }
}
