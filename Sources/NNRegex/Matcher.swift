/// Matches a program against code points by backtracking, with a stack of its own: no input can overflow the machine's.
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
  private static let stepsBetweenChecks = 1 << 16

  private let program: [PatternInstruction]
  private let sets: [CodePointSet]
  private let subject: [UInt32]
  /// The subject ends here for the pattern.
  private let end: Int
  /// Asked now and then; true ends the match.
  private let shouldStop: () -> Bool
  private(set) var registers: [Int]
  private var stack: [Entry] = []
  private var steps = 0
  /// Whether the match was given up: stopped, or too deep.
  private(set) var outcome = Outcome.decided

  enum Outcome { case decided, stopped, tooDeep }

  init(
    _ program: [PatternInstruction], _ sets: [CodePointSet], registerCount: Int, subject: [UInt32], end: Int,
    shouldStop: @escaping () -> Bool
  ) {
    self.program = program
    self.sets = sets
    self.subject = subject
    self.end = end
    self.shouldStop = shouldStop
    registers = Array(repeating: -1, count: registerCount)
    stack.reserveCapacity(16)
  }

  /// The end of a match that begins at `start`, whose marks are then in the registers; nil where there is none.
  /// It does not end at `forbiddenEnd`.
  mutating func match(at start: Int, mustReachEnd: Bool, forbiddenEnd: Int) -> Int? {
    for index in registers.indices { registers[index] = -1 }
    stack.removeAll(keepingCapacity: true)
    return run(0, start, mustReachEnd: mustReachEnd, forbiddenEnd: forbiddenEnd)
  }

  /// Runs from an instruction to an `accept`; entries below the present height of the stack are left alone.
  private mutating func run(_ start: Int, _ from: Int, mustReachEnd: Bool = false, forbiddenEnd: Int = -1) -> Int? {
    let base = stack.count
    var counter = start
    var position = from
    while true {
      steps &+= 1
      if steps & (Matcher.stepsBetweenChecks - 1) == 0, isOver() { return nil }
      var holds = true
      switch program[counter] {
      case .literal(let point):
        holds = position < end && subject[position] == point
        if holds { position += 1 }
      case .set(let set):
        holds = position < end && sets[set].contains(subject[position])
        if holds { position += 1 }
      case .run(let set, let least, let most, let isLazy):
        holds = startRun(counter, set, least, most, isLazy, &position)
      case .boundary(let boundary): holds = self.holds(boundary, position)
      case .mark(let register): set(register, position)
      case .closed(let group, let register): set(register, group)
      case .jump(let target):
        counter = target
        continue
      case .split(let otherwise): push(.branch, otherwise, position)
      case .startLoop(let register):
        set(register, 0)
        set(register + 1, -1)
      case .loop(let register, let least, let most, let isLazy, let exit):
        if registers[register] < least {
          enterLoop(register, position)
        } else if isLazy {
          push(.lazyLoop, counter, position)
          counter = exit
          continue
        } else if registers[register] < most && registers[register + 1] != position {
          push(.branch, exit, position)
          enterLoop(register, position)
        } else {
          counter = exit
          continue
        }
      case .atomic(let next):
        let height = stack.count
        if let reached = run(counter + 1, position) {
          forgetBranches(above: height)
          position = reached
          counter = next
          continue
        }
        holds = false
      case .look(let back, let isNegated, let next):
        if looks(counter, back, position) != isNegated && outcome == .decided {
          counter = next
          continue
        }
        holds = false
      case .backreference(let group, let ignoresCase, let isASCII):
        holds = repeats(group, ignoresCase, isASCII, &position)
      case .ifGroup(let group, let otherwise):
        if registers[2 * group] < 0 || registers[2 * group + 1] < 0 {
          counter = otherwise
          continue
        }
      case .accept:
        if (!mustReachEnd || position == end) && position != forbiddenEnd { return position }
        holds = false
      }
      if holds {
        counter += 1
      } else {
        guard outcome == .decided, let (target, place) = backtrack(to: base) else { return nil }
        counter = target
        position = place
      }
    }
  }

  /// Goes back to the last choice above `base`; nil when none is left.
  private mutating func backtrack(to base: Int) -> (Int, Int)? {
    while stack.count > base, let entry = stack.popLast() {
      let target = Int(entry.target)
      let position = Int(entry.position)
      switch entry.kind {
      case .branch: return (target, position)
      case .restore: registers[target] = Int(entry.limit)
      case .greedyRun:
        // One member less.
        if position - 1 > Int(entry.limit) { push(.greedyRun, target, position - 1, limit: Int(entry.limit)) }
        return (target + 1, position - 1)
      case .lazyRun:
        guard case .run(let set, _, _, _) = program[target], position < Int(entry.limit),
          sets[set].contains(subject[position])
        else { continue }
        push(.lazyRun, target, position + 1, limit: Int(entry.limit))
        return (target + 1, position + 1)
      case .lazyLoop:
        guard case .loop(let register, _, let most, _, _) = program[target], registers[register] < most,
          registers[register + 1] != position
        else { continue }
        enterLoop(register, position)
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

  private mutating func set(_ register: Int, _ value: Int) {
    push(.restore, register, 0, limit: registers[register])
    registers[register] = value
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

  private mutating func isOver() -> Bool {
    if outcome == .decided && shouldStop() { outcome = .stopped }
    return outcome != .decided
  }

  // MARK: Single instructions

  private mutating func startRun(
    _ counter: Int, _ set: Int, _ least: Int, _ most: Int, _ isLazy: Bool, _ position: inout Int
  ) -> Bool {
    let furthest = most < end - position ? position + most : end
    guard least <= end - position else { return false }
    let needed = position + least
    var reached = position
    let stop = isLazy ? needed : furthest
    while reached < stop && sets[set].contains(subject[reached]) { reached += 1 }
    if reached < needed { return false }
    if isLazy {
      push(.lazyRun, counter, reached, limit: furthest)
    } else if reached > needed {
      push(.greedyRun, counter, reached, limit: needed)
    }
    position = reached
    return true
  }

  private mutating func looks(_ counter: Int, _ back: Int, _ position: Int) -> Bool {
    let start = back < 0 ? position : position - back
    if start < 0 { return false }
    let height = stack.count
    guard run(counter + 1, start) != nil else { return false }
    if case .look(_, let isNegated, _) = program[counter], isNegated {
      // What it matched is not the outside's business.
      while stack.count > height, let entry = stack.popLast() {
        if entry.kind == .restore { registers[Int(entry.target)] = Int(entry.limit) }
      }
    } else {
      forgetBranches(above: height)
    }
    return true
  }

  private func repeats(_ group: Int, _ ignoresCase: Bool, _ isASCII: Bool, _ position: inout Int) -> Bool {
    let (start, stop) = (registers[2 * group], registers[2 * group + 1])
    guard start >= 0, stop >= start, stop - start <= end - position else { return false }
    for offset in 0..<(stop - start) {
      let (x, y) = (subject[start + offset], subject[position + offset])
      if x == y { continue }
      if !ignoresCase || LetterCase.folded(x, ascii: isASCII) != LetterCase.folded(y, ascii: isASCII) { return false }
    }
    position += stop - start
    return true
  }

  private func holds(_ boundary: Boundary, _ position: Int) -> Bool {
    switch boundary {
    case .start: position == 0
    case .lineStart: position == 0 || subject[position - 1] == 10
    case .absoluteEnd: position == end
    case .end: position == end || (position == end - 1 && subject[position] == 10)
    case .lineEnd: position == end || subject[position] == 10
    case .word(let ascii): isWord(position - 1, ascii) != isWord(position, ascii)
    case .notWord(let ascii): end > 0 && isWord(position - 1, ascii) == isWord(position, ascii)
    }
  }

  private func isWord(_ position: Int, _ ascii: Bool) -> Bool {
    position >= 0 && position < end && CodePointClass.word.contains(subject[position], ascii: ascii)
  }
}
