/// Matches a program against code points by backtracking, with a stack of its own: no input can overflow the machine's.
/// It serves one match after the other, so that its memory is made once.
struct Matcher {
  /// A choice that is left to try, or a register's earlier value to restore on the way to one.
  private struct Entry {
    enum Kind: UInt8 { case branch, restore, greedyRun, lazyRun, lazyLoop }
    let kind: Kind
    /// The instruction, or the register.
    let target: Int32
    let position: Int32
    /// How far a run may go back or on; the register's value.
    let limit: Int32
  }

  /// Entries that a stack may have: half a gigabyte.
  private static let deepestStack = 1 << 25
  /// What is kept from one match to the next.
  private static let largestKeptStack = 1 << 12
  private static let stepsBetweenChecks = 1 << 16
  /// How many code points that a run looks at count as one step, a power of two.
  private static let pointsOfStep = 6

  private let program: PatternProgram
  private let lastGroupRegister: Int
  private(set) var registers: [Int]
  /// Whether a register was written since all of them were cleared.
  private var isWritten = false
  private var stack: [Entry] = []
  /// Steps that are left before the next check.
  private var steps = Matcher.stepsBetweenChecks
  /// How many atomic groups and look-arounds are being run.
  private var depth = 0
  /// The subject ends here for the pattern.
  private var end = 0
  private var mustReachEnd = false
  private var forbiddenEnd = -1
  /// Whether the match was given up: stopped, or too deep.
  private(set) var outcome = Outcome.decided

  enum Outcome { case decided, stopped, tooDeep }

  init(_ program: PatternProgram, registerCount: Int, groupCount: Int) {
    self.program = program
    lastGroupRegister = 2 * (groupCount + 1)
    registers = Array(repeating: -1, count: registerCount)
    stack.reserveCapacity(16)
  }

  /// What the next matches have to keep to: they end at `end` at the latest, there if they must, and not at `forbiddenEnd`.
  mutating func prepare(end: Int, mustReachEnd: Bool, forbiddenEnd: Int) {
    self.end = end
    self.mustReachEnd = mustReachEnd
    self.forbiddenEnd = forbiddenEnd
    depth = 0
    outcome = .decided
    if stack.capacity > Matcher.largestKeptStack { stack = [] }
  }

  /// The end of a match that begins at `start`, whose marks are then in the registers; nil where there is none.
  /// `shouldStop` is asked now and then.
  mutating func match<Unit: UnsignedInteger & FixedWidthInteger>(
    at start: Int, _ subject: Subject<Unit>, _ shouldStop: () -> Bool
  ) -> Int? {
    if isWritten {
      for index in registers.indices { registers[index] = -1 }
      isWritten = false
    }
    if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
    return run(0, start, subject, shouldStop)
  }

  /// Runs from an instruction to an `accept`; entries below the present height of the stack are left alone.
  private mutating func run<Unit: UnsignedInteger & FixedWidthInteger>(
    _ start: Int, _ from: Int, _ subject: Subject<Unit>, _ shouldStop: () -> Bool
  ) -> Int? {
    let base = stack.count
    let program = program
    let end = end
    var counter = start
    var position = from
    while true {
      steps &-= 1
      if steps < 0, isOver(shouldStop) { return nil }
      var holds = true
      switch program.instructions[counter] {
      case .literal(let point):
        holds = position < end && subject[position] == point
        position &+= 1
      case .literals(let first, let count):
        holds = has(Int(first), Int(count), position, subject)
        position &+= Int(count)
      case .set(let set):
        holds = position < end && program.contains(set, subject[position])
        position &+= 1
      case .run(let set, _, let mode, let least, let most):
        holds = startRun(counter, set, mode, least, most, &position, subject)
      case .boundary(let boundary): holds = self.holds(boundary, position, subject)
      case .open(let group): set(2 * Int(group), position)
      case .close(let group):
        set(2 * Int(group) + 1, position)
        set(lastGroupRegister, Int(group))
      case .jump(let target):
        counter = Int(target)
        continue
      case .split(let otherwise, let guarded, let otherwiseGuarded):
        if !allows(guarded, position, subject) {
          counter = Int(otherwise)
          continue
        }
        if allows(otherwiseGuarded, position, subject) { push(.branch, Int(otherwise), position) }
      case .startLoop(let register):
        set(Int(register), 0)
        set(Int(register) + 1, -1)
      case .loop(let register, let exit, let guarded, let exitGuarded, let isLazy, let least, let most):
        let register = Int(register)
        if registers[register] < least {
          // As in Python, the place is not noted: the next round may be empty here, too.
          set(register, registers[register] + 1)
        } else if isLazy {
          push(.lazyLoop, counter, position)
          counter = Int(exit)
          continue
        } else if registers[register] < most && registers[register + 1] != position
          && allows(guarded, position, subject)
        {
          if allows(exitGuarded, position, subject) { push(.branch, Int(exit), position) }
          enterLoop(register, position)
        } else {
          counter = Int(exit)
          continue
        }
      case .atomic(let next):
        let height = stack.count
        depth += 1
        let reached = run(counter + 1, position, subject, shouldStop)
        depth -= 1
        if let reached {
          forgetBranches(above: height)
          position = reached
          counter = Int(next)
          continue
        }
        holds = false
      case .look(let back, let isNegated, let next):
        if looks(counter, back, isNegated, position, subject, shouldStop) && outcome == .decided {
          counter = Int(next)
          continue
        }
        holds = false
      case .backreference(let group, let ignoresCase, let isASCII):
        holds = repeats(Int(group), ignoresCase, isASCII, &position, subject)
      case .ifGroup(let group, let otherwise):
        if registers[2 * Int(group)] < 0 || registers[2 * Int(group) + 1] < 0 {
          counter = Int(otherwise)
          continue
        }
      case .accept:
        if depth > 0 || ((!mustReachEnd || position == end) && position != forbiddenEnd) { return position }
        holds = false
      }
      if holds {
        counter &+= 1
      } else {
        guard outcome == .decided, let (target, place) = backtrack(to: base, subject) else { return nil }
        counter = target
        position = place
      }
    }
  }

  /// Goes back to the last choice above `base`; nil when none is left.
  private mutating func backtrack<Unit: UnsignedInteger & FixedWidthInteger>(
    to base: Int, _ subject: Subject<Unit>
  ) -> (Int, Int)? {
    while stack.count > base, let entry = stack.popLast() {
      let target = Int(entry.target)
      let position = Int(entry.position)
      switch entry.kind {
      case .branch: return (target, position)
      case .restore: registers[target] = Int(entry.limit)
      case .greedyRun:
        guard let place = shorter(target, position, Int(entry.limit), subject) else { continue }
        if place > Int(entry.limit) { push(.greedyRun, target, place, limit: Int(entry.limit)) }
        return (target + 1, place)
      case .lazyRun:
        guard let place = longer(target, position, Int(entry.limit), subject) else { continue }
        push(.lazyRun, target, place, limit: Int(entry.limit))
        return (target + 1, place)
      case .lazyLoop:
        guard case .loop(let register, _, _, _, _, _, let most) = program.instructions[target],
          registers[Int(register)] < most, registers[Int(register) + 1] != position
        else { continue }
        enterLoop(Int(register), position)
        return (target + 1, position)
      }
    }
    return nil
  }

  // MARK: The stack

  private mutating func push(_ kind: Entry.Kind, _ target: Int, _ position: Int, limit: Int = 0) {
    if stack.count >= Matcher.deepestStack { outcome = .tooDeep }
    stack.append(
      Entry(
        kind: kind, target: Int32(truncatingIfNeeded: target), position: Int32(truncatingIfNeeded: position),
        limit: Int32(truncatingIfNeeded: limit)))
  }

  /// What a register held comes back with the choice before, if there is one.
  @inline(__always) private mutating func set(_ register: Int, _ value: Int) {
    if !stack.isEmpty || depth > 0 { push(.restore, register, 0, limit: registers[register]) }
    registers[register] = value
    isWritten = true
  }

  private mutating func enterLoop(_ register: Int, _ position: Int) {
    set(register, registers[register] + 1)
    set(register + 1, position)
  }

  /// Drops the choices above a height, but keeps what restores registers.
  private mutating func forgetBranches(above height: Int) {
    var kept = height
    for index in height..<max(height, stack.count) where stack[index].kind == .restore {
      stack[kept] = stack[index]
      kept += 1
    }
    stack.removeLast(stack.count - kept)
  }

  @inline(never) private mutating func isOver(_ shouldStop: () -> Bool) -> Bool {
    steps = Matcher.stepsBetweenChecks
    if outcome == .decided && shouldStop() { outcome = .stopped }
    return outcome != .decided
  }
}

// MARK: Single instructions

extension Matcher {
  /// Whether the next code point lets a way be worth trying.
  @inline(__always) private func allows<Unit: UnsignedInteger & FixedWidthInteger>(
    _ guarded: Int32, _ position: Int, _ subject: Subject<Unit>
  ) -> Bool {
    guarded < 0 || (position < end && program.contains(guarded, subject[position]))
  }

  private func has<Unit: UnsignedInteger & FixedWidthInteger>(
    _ first: Int, _ count: Int, _ position: Int, _ subject: Subject<Unit>
  ) -> Bool {
    guard count <= end - position else { return false }
    for offset in 0..<count
    where subject[position &+ offset] != program.literals[first &+ offset] { return false }
    return true
  }

  @inline(__always) private mutating func startRun<Unit: UnsignedInteger & FixedWidthInteger>(
    _ counter: Int, _ set: Int32, _ mode: RepetitionMode, _ least: Int, _ most: Int, _ position: inout Int,
    _ subject: Subject<Unit>
  ) -> Bool {
    guard least <= end - position else { return false }
    let needed = position + least
    let furthest = most < end - position ? position + most : end
    let stop = mode == .lazy ? needed : furthest
    var reached = position
    while reached < stop && program.contains(set, subject[reached]) { reached &+= 1 }
    steps &-= (reached &- position) >> Matcher.pointsOfStep
    if reached < needed { return false }
    switch mode {
    case .lazy: push(.lazyRun, counter, reached, limit: furthest)
    case .greedy: if reached > needed { push(.greedyRun, counter, reached, limit: needed) }
    case .possessive: break
    }
    position = reached
    return true
  }

  /// The next shorter end of a greedy run that what follows it may begin at; nil where there is none.
  private mutating func shorter<Unit: UnsignedInteger & FixedWidthInteger>(
    _ counter: Int, _ reached: Int, _ limit: Int, _ subject: Subject<Unit>
  ) -> Int? {
    guard case .run(_, let guarded, _, _, _) = program.instructions[counter] else { return nil }
    var place = reached - 1
    while place >= limit && !allows(guarded, place, subject) { place &-= 1 }
    steps &-= (reached &- place) >> Matcher.pointsOfStep
    return place >= limit ? place : nil
  }

  /// The next longer end of a lazy run that what follows it may begin at; nil where there is none.
  private mutating func longer<Unit: UnsignedInteger & FixedWidthInteger>(
    _ counter: Int, _ reached: Int, _ limit: Int, _ subject: Subject<Unit>
  ) -> Int? {
    guard case .run(let set, let guarded, _, _, _) = program.instructions[counter] else { return nil }
    var place = reached
    defer { steps &-= (place &- reached) >> Matcher.pointsOfStep }
    while place < limit && program.contains(set, subject[place]) {
      place &+= 1
      if allows(guarded, place, subject) { return place }
    }
    return nil
  }

  /// Whether a look-around holds.
  private mutating func looks<Unit: UnsignedInteger & FixedWidthInteger>(
    _ counter: Int, _ back: Int, _ isNegated: Bool, _ position: Int, _ subject: Subject<Unit>, _ shouldStop: () -> Bool
  ) -> Bool {
    let start = back < 0 ? position : position - back
    if start < 0 { return isNegated }
    let height = stack.count
    depth += 1
    let matches = run(counter + 1, start, subject, shouldStop) != nil
    depth -= 1
    if !matches { return isNegated }
    if isNegated {
      // What it matched is not the outside's business.
      while stack.count > height, let entry = stack.popLast() {
        if entry.kind == .restore { registers[Int(entry.target)] = Int(entry.limit) }
      }
    } else {
      forgetBranches(above: height)
    }
    return !isNegated
  }

  private func repeats<Unit: UnsignedInteger & FixedWidthInteger>(
    _ group: Int, _ ignoresCase: Bool, _ isASCII: Bool, _ position: inout Int, _ subject: Subject<Unit>
  ) -> Bool {
    let (start, stop) = (registers[2 * group], registers[2 * group + 1])
    guard start >= 0, stop >= start, stop - start <= end - position else { return false }
    for offset in 0..<(stop - start) {
      let x = subject[start + offset]
      let y = subject[position + offset]
      if x == y { continue }
      if !ignoresCase || LetterCase.folded(x, ascii: isASCII) != LetterCase.folded(y, ascii: isASCII) { return false }
    }
    position += stop - start
    return true
  }

  private func holds<Unit: UnsignedInteger & FixedWidthInteger>(
    _ boundary: Boundary, _ position: Int, _ subject: Subject<Unit>
  ) -> Bool {
    switch boundary {
    case .start: position == 0
    case .lineStart: position == 0 || subject[position - 1] == 10
    case .absoluteEnd: position == end
    case .end: position == end || (position == end - 1 && subject[position] == 10)
    case .lineEnd: position == end || subject[position] == 10
    case .word(let ascii): isWord(position - 1, ascii, subject) != isWord(position, ascii, subject)
    case .notWord(let ascii): end > 0 && isWord(position - 1, ascii, subject) == isWord(position, ascii, subject)
    }
  }

  private func isWord<Unit: UnsignedInteger & FixedWidthInteger>(
    _ position: Int, _ ascii: Bool, _ subject: Subject<Unit>
  ) -> Bool {
    position >= 0 && position < end
      && CodePointClass.word.contains(subject[position], ascii: ascii)
  }
}
