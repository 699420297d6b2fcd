/// Makes the matcher's program from a parsed pattern.
struct PatternCompiler {
  private(set) var program: [PatternInstruction] = []
  private(set) var sets: [CodePointSet] = []
  private(set) var registerCount = 0
  private let lastGroupRegister: Int

  init(_ node: Node, groupCount: Int) {
    registerCount = 2 * (groupCount + 1) + 1
    lastGroupRegister = registerCount - 1
    emit(node)
    program.append(.accept)
  }

  private mutating func emit(_ node: Node) {
    switch node {
    case .empty: break
    case .literal(let point): program.append(.literal(point))
    case .set(let set): program.append(.set(add(set)))
    case .sequence(let parts): for part in parts { emit(part) }
    case .alternation(let parts): emit(alternatives: parts)
    case .group(let number, let body):
      program.append(.mark(2 * number))
      emit(body)
      program.append(.mark(2 * number + 1))
      program.append(.closed(number, register: lastGroupRegister))
    case .repetition(let body, let least, let most, let mode): emit(body, least, most, mode)
    case .atomic(let body):
      let start = reserve()
      emit(body)
      program.append(.accept)
      program[start] = .atomic(next: program.count)
    case .look(let body, let isAhead, let isNegated):
      let start = reserve()
      emit(body)
      program.append(.accept)
      program[start] = .look(back: isAhead ? -1 : body.width.least, isNegated: isNegated, next: program.count)
    case .boundary(let boundary): program.append(.boundary(boundary))
    case .backreference(let group, let ignoresCase, let isASCII):
      program.append(.backreference(group, ignoresCase: ignoresCase, isASCII: isASCII))
    case .conditional(let group, let then, let otherwise):
      let test = reserve()
      emit(then)
      let end = reserve()
      program[test] = .ifGroup(group, otherwise: program.count)
      emit(otherwise)
      program[end] = .jump(program.count)
    }
  }

  /// A place for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    program.append(.accept)
    return program.count - 1
  }

  private mutating func add(_ set: CodePointSet) -> Int {
    sets.append(set)
    return sets.count - 1
  }

  private mutating func emit(alternatives: [Node]) {
    var ends: [Int] = []
    for (index, part) in alternatives.enumerated() {
      if index == alternatives.count - 1 {
        emit(part)
        break
      }
      let split = reserve()
      emit(part)
      ends.append(reserve())
      program[split] = .split(otherwise: program.count)
    }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func emit(_ body: Node, _ least: Int, _ most: Int, _ mode: RepetitionMode) {
    if mode == .possessive { return emit(.atomic(.repetition(body, least: least, most: most, mode: .greedy))) }
    switch body {
    case .literal(let point):
      let set = add(CodePointSet([.range(point...point)]))
      program.append(.run(set: set, least: least, most: most, isLazy: mode == .lazy))
    case .set(let set):
      program.append(.run(set: add(set), least: least, most: most, isLazy: mode == .lazy))
    default:
      if least == 0 && most == 1 { return emit(optional: body, isLazy: mode == .lazy) }
      let register = registerCount
      registerCount += 2
      program.append(.startLoop(register))
      let head = reserve()
      emit(body)
      program.append(.jump(head))
      program[head] = .loop(
        register: register, least: least, most: most, isLazy: mode == .lazy, exit: program.count)
    }
  }

  private mutating func emit(optional body: Node, isLazy: Bool) {
    let split = reserve()
    if isLazy {
      // First past it; the body is what is tried otherwise.
      let skip = reserve()
      program[split] = .split(otherwise: program.count)
      emit(body)
      program[skip] = .jump(program.count)
    } else {
      emit(body)
      program[split] = .split(otherwise: program.count)
    }
  }
}
