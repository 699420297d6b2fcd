/// Makes the matcher's program from a parsed pattern. Each part is compiled with the knowledge of what may come behind it:
/// ways that the next code point rules out are not tried, and runs that need not give anything back do not.
struct PatternCompiler {
  private var instructions: [PatternInstruction] = []
  private var literals: [UInt32] = []
  private var sets: [PatternSet] = []
  private(set) var registerCount = 0

  var program: PatternProgram { PatternProgram(instructions, literals: literals, sets: sets) }

  init(_ node: Node, groupCount: Int) {
    // Two marks a group, and the group that was closed last.
    registerCount = 2 * (groupCount + 1) + 1
    emit(node, .anything)
    append(.accept)
  }

  private var end: Int32 { Int32(truncatingIfNeeded: instructions.count) }
  private mutating func append(_ instruction: PatternInstruction) { instructions.append(instruction) }

  /// A place for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    append(.accept)
    return instructions.count - 1
  }

  private mutating func add(_ set: CodePointSet) -> Int32 { add(PatternSet(latin: set.latin, whole: set)) }

  /// A guard; -1 where there is nothing to check.
  private mutating func add(guard beginning: Beginning) -> Int32 {
    beginning.required.map { add(PatternSet(latin: $0, whole: nil)) } ?? -1
  }

  private mutating func add(_ set: PatternSet) -> Int32 {
    sets.append(set)
    return Int32(sets.count - 1)
  }

  private mutating func emit(_ node: Node, _ following: Beginning) {
    switch node {
    case .empty: break
    case .literal(let point): append(.literal(point))
    case .set(let set): append(.set(add(set)))
    case .sequence(let parts): emit(sequence: parts, following)
    case .alternation(let parts): emit(alternatives: parts[...], following)
    case .group(let number, let body):
      append(.open(Int32(number)))
      emit(body, following)
      append(.close(Int32(number)))
    case .repetition(let body, let least, let most, let mode): emit(body, least, most, mode, following)
    case .atomic(let body):
      let start = reserve()
      emit(body, .anything)
      append(.accept)
      instructions[start] = .atomic(next: end)
    case .look(let body, let isAhead, let isNegated):
      let start = reserve()
      emit(body, .anything)
      append(.accept)
      instructions[start] = .look(back: isAhead ? -1 : body.width.least, isNegated: isNegated, next: end)
    case .boundary(let boundary): append(.boundary(boundary))
    case .backreference(let group, let ignoresCase, let isASCII):
      append(.backreference(Int32(group), ignoresCase: ignoresCase, isASCII: isASCII))
    case .conditional(let group, let then, let otherwise):
      let test = reserve()
      emit(then, following)
      let jump = reserve()
      instructions[test] = .ifGroup(Int32(group), otherwise: end)
      emit(otherwise, following)
      instructions[jump] = .jump(end)
    }
  }

  private mutating func emit(sequence parts: [Node], _ following: Beginning) {
    var behind = Array(repeating: following, count: parts.count)
    for index in parts.indices.dropLast().reversed() {
      behind[index] = parts[index + 1].beginning.followed(by: behind[index + 1])
    }
    var index = 0
    while index < parts.count {
      let points = leadingLiterals(parts[index...])
      if points.count > 1 {
        append(.literals(Int32(literals.count), count: Int32(points.count)))
        literals += points
        index += points.count
      } else {
        emit(parts[index], behind[index])
        index += 1
      }
    }
  }

  /// The code points that a sequence begins with.
  private func leadingLiterals(_ parts: ArraySlice<Node>) -> [UInt32] {
    var points: [UInt32] = []
    for case .literal(let point) in parts.prefix(while: { if case .literal = $0 { true } else { false } }) {
      points.append(point)
    }
    return points
  }

  private mutating func emit(alternatives: ArraySlice<Node>, _ following: Beginning) {
    var ends: [Int] = []
    var rest = alternatives
    while let part = rest.popFirst() {
      if rest.isEmpty {
        emit(part, following)
        break
      }
      let split = reserve()
      let others = Node.alternation(Array(rest)).beginning
      emit(part, following)
      ends.append(reserve())
      instructions[split] = .split(
        otherwise: end, guarded: add(guard: part.beginning.followed(by: following)),
        otherwiseGuarded: add(guard: others.followed(by: following)))
    }
    for place in ends { instructions[place] = .jump(end) }
  }

  private mutating func emit(
    _ body: Node, _ least: Int, _ most: Int, _ mode: RepetitionMode, _ following: Beginning
  ) {
    let run: CodePointSet
    switch body {
    case .literal(let point): run = CodePointSet([.range(point...point)])
    case .set(let set): run = set
    default:
      if mode == .possessive {
        emit(.atomic(.repetition(body, least: least, most: most, mode: .greedy)), following)
      } else if least == 0 && most == 1 {
        emit(optional: body, isLazy: mode == .lazy, following)
      } else {
        emit(loop: body, least, most, isLazy: mode == .lazy, following)
      }
      return
    }
    // What stands in the run cannot be what follows: nothing that it gave back would help.
    let ends = following.required.map { run.latin.isDisjoint(with: $0) } ?? false
    append(
      .run(
        set: add(run), guarded: add(guard: following),
        mode: ends && mode == .greedy ? .possessive : mode, least: least, most: most))
  }

  private mutating func emit(loop body: Node, _ least: Int, _ most: Int, isLazy: Bool, _ following: Beginning) {
    let register = Int32(registerCount)
    registerCount += 2
    append(.startLoop(register))
    let head = reserve()
    let first = body.beginning
    // Behind the body comes the body again, or what follows.
    let again = Beginning(set: first.set.union(following.set), mayBeEmpty: following.mayBeEmpty)
    emit(body, again)
    append(.jump(Int32(head)))
    instructions[head] = .loop(
      register: register, exit: end, guarded: add(guard: first.followed(by: again)),
      exitGuarded: add(guard: following), isLazy: isLazy, least: least, most: most)
  }

  private mutating func emit(optional body: Node, isLazy: Bool, _ following: Beginning) {
    let split = reserve()
    let whole = add(guard: body.beginning.followed(by: following))
    let skipped = add(guard: following)
    if isLazy {
      // First past it; the body is what is tried otherwise.
      let skip = reserve()
      instructions[split] = .split(otherwise: end, guarded: skipped, otherwiseGuarded: whole)
      emit(body, following)
      instructions[skip] = .jump(end)
    } else {
      emit(body, following)
      instructions[split] = .split(otherwise: end, guarded: whole, otherwiseGuarded: skipped)
    }
  }
}
