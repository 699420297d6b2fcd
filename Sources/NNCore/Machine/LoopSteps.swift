// The steps of `for` loops. What a loop goes through stands in its first register: a list, tuple or string itself, with
// the position in the second register; a dictionary, view or set with its size at the start in the third; the next
// number of a range, with how many are left and the step; else an iterator.

/// How a loop goes through a value.
private enum LoopForm {
  case range
  /// A list, tuple or string.
  case indexed
  /// A dictionary, view or set of this size.
  case counted(Int)
  case iterator
}

extension Value {
  fileprivate var loopForm: LoopForm {
    @inline(never) borrowing get {
      switch self {
      case .range(let r): r.value.wide == nil ? .range : .iterator
      case .list: .indexed
      case .tuple: .indexed
      case .string: .indexed
      case .dictionary(let r): r.value.isNamespace ? .iterator : .counted(r.value.table.count)
      case .set(let r): .counted(r.value.table.count)
      case .view(let r): r.value.dictionary.tableCount.map { .counted($0) } ?? .iterator
      default: .iterator
      }
    }
  }

  /// Whether an iterator that nobody else sees may be the value itself: nothing is noted when the loop is made.
  var stepsThroughItself: Bool {
    borrowing get {
      switch loopForm {
      case .range, .indexed: true
      default: false
      }
    }
  }

  /// The size of a dictionary that stands for itself; nil for another value.
  private var tableCount: Int? {
    @inline(never) borrowing get {
      guard let dictionary = exactDictionary, !dictionary.value.isNamespace else { return nil }
      return dictionary.value.table.count
    }
  }
}

extension Registers {
  /// One step of a loop over a range, of which the next number stands in R[A], how many are left, and the step: true, then
  /// the number is in R[C], or false at the end.
  @inline(__always) mutating func nextNumber(_ i: Instruction) -> Bool {
    guard let next = int(i.A), let left = int(i.A &+ 1), let step = int(i.A &+ 2), left > 0 else { return false }
    setPlain(i.A, .int(next &+ step))
    setPlain(i.A + 1, .int(left &- 1))
    set(i.C, .int(next))
    return true
  }

  /// One step of a loop over a list or tuple: true, then the item is in R[C], or false at the end; nil for other loops.
  @inline(__always) mutating func nextItem(_ i: Instruction) -> Bool? {
    guard let position = int(i.A &+ 1) else { return nil }
    let (items, count): (Registers?, Int)
    if let list = self.list(at: i.A) {
      (items, count) = (list.value.items.registers, list.value.items.count)
    } else if let tuple = self.tuple(at: i.A) {
      (items, count) = (tuple.value.items.registers, tuple.value.items.count)
    } else {
      guard let text = self.text(at: i.A), let character = text.value.cachedCharacter(position) else { return nil }
      setPlain(i.A + 1, .int(position &+ 1))
      copy(i.C, from: character, 0)
      return true
    }
    guard position < count, let items else { return false }
    setPlain(i.A + 1, .int(position &+ 1))
    copy(i.C, from: items, position)
    return true
  }

  /// The position of a loop that counts; nil in other loops.
  @inline(__always) fileprivate func position(_ register: Int) -> Int? {
    float(register).map { Int(truncatingIfNeeded: $0.bitPattern) }
  }

  /// One step of a loop that counts, as `startCounting` has left it: true, then the parts of the pair are in their places,
  /// or false at the end; nil for other loops, and for text beyond ASCII.
  @inline(__always) mutating func nextPair(_ i: Instruction, _ pc: ProgramCounter) -> Bool? {
    guard let position = self.position(i.A &+ 1), let start = int(i.A &+ 2) else { return nil }
    let (items, count): (Registers?, Int)
    if let list = self.list(at: i.A) {
      (items, count) = (list.value.items.registers?.window(position), list.value.items.count)
    } else if let tuple = self.tuple(at: i.A) {
      (items, count) = (tuple.value.items.registers?.window(position), tuple.value.items.count)
    } else if let text = self.text(at: i.A) {
      (items, count) = (text.value.cachedCharacter(position), text.value.isASCII ? text.value.byteCount : .max)
    } else {
      return nil
    }
    guard position < count else { return false }
    guard let items else { return nil }
    setPlain(i.A + 1, .position(position &+ 1))
    let target = pc.instruction(ahead: i.jump).A
    set(target, .int(position &+ start))
    copy(target &+ 1, from: items, 0)
    return true
  }

  /// The next item of a plain iterator over a list, tuple or range: true, then it is in the register, or false at the
  /// end; nil for other iterators.
  @inline(__always) mutating func copyNext(of it: Unowned<IteratorObject>, to register: Int) -> Bool? {
    if it.value.isExhausted || it.value.sources.count != 1 { return nil }
    if case .reversed = it.value.mode { return copyPrevious(of: it, to: register) }
    guard case .sequence = it.value.mode else { return nil }
    let position = it.value.position
    let (items, count): (Registers?, Int)
    if let list = it.value.sources[0].exactList {
      (items, count) = (list.value.items.registers, list.value.items.count)
    } else if let tuple = it.value.sources[0].exactTuple {
      (items, count) = (tuple.value.items.registers, tuple.value.items.count)
    } else if let string = it.value.sources[0].exactString {
      guard position < string.value.count else {
        it.value.isExhausted = true
        return false
      }
      it.value.position = position &+ 1
      setCharacter(register, string, position)
      return true
    } else if let range = it.value.sources[0].asRange, range.value.wide == nil {
      if position < range.value.count {
        it.value.position = position &+ 1
        set(register, .int(range.value[position]))
        return true
      }
      it.value.isExhausted = true
      return false
    } else {
      return nil
    }
    guard position < count, let items else {
      it.value.isExhausted = true
      return false
    }
    it.value.position = position &+ 1
    copy(register, from: items, position)
    return true
  }

  /// The same for a backward iterator over a list or tuple.
  @inline(__always) private mutating func copyPrevious(of it: Unowned<IteratorObject>, to register: Int) -> Bool? {
    let position = it.value.position
    let (items, count): (Registers?, Int)
    if let list = it.value.sources[0].exactList {
      (items, count) = (list.value.items.registers, list.value.items.count)
    } else if let tuple = it.value.sources[0].exactTuple {
      (items, count) = (tuple.value.items.registers, tuple.value.items.count)
    } else {
      return nil
    }
    guard position >= 0, position < count, let items else {
      it.value.isExhausted = true
      return false
    }
    it.value.position = position &- 1
    copy(register, from: items, position)
    return true
  }

  /// The same of any iterator for which nothing has to be called; nil, and nothing has happened, for others.
  mutating func copyNext(ofAny iterator: borrowing Value, to register: Int) -> Bool? {
    if let it = iterator.asIterator { return copyNext(of: it, to: register) }
    return iterator.asNative?.value.payload.copyNext(to: self, register)
  }

  /// Puts a character of a string into a register; the position lies within it.
  @inline(__always) fileprivate mutating func setCharacter(
    _ register: Int, _ string: Unowned<StringObject>, _ position: Int
  ) {
    if let value = string.value.cachedCharacter(position) {
      copy(register, from: value, 0)
    } else {
      setOtherCharacter(register, string, position)
    }
  }

  @inline(never) private mutating func setOtherCharacter(
    _ register: Int, _ string: Unowned<StringObject>, _ position: Int
  ) {
    let point = string.value[position]
    if point < 256, let character = StringMemory.register(UInt8(truncatingIfNeeded: point)) {
      copy(register, from: character, 0)
    } else {
      set(register, .character(point))
    }
  }
}

extension Value {
  /// The position of a loop that counts.
  @inline(__always) fileprivate static func position(_ position: Int) -> Value {
    .float(Double(bitPattern: UInt64(truncatingIfNeeded: position)))
  }
}

extension Machine {
  /// Makes R[A] and the registers behind it what the loop over R[B] steps by. True: the frame of `__iter__` was pushed.
  @inline(never) func startLoop(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    switch R[i.B].loopForm {
    case .range:
      guard let range = R[i.B].asRange else { return false }
      let (start, count, step) = (range.value.start, range.value.count, range.value.step)
      R.set(i.A, .int(start))
      R.set(i.A + 1, .int(count))
      R.set(i.A + 2, .int(step))
    case .indexed:
      R.move(i.B, to: R, i.A)
      R.set(i.A + 1, .int(0))
      return false
    case .counted(let count):
      R.move(i.B, to: R, i.A)
      R.set(i.A + 1, .int(0))
      R.set(i.A + 2, .int(count))
      return false
    case .iterator:
      if startCounting(R, i) { break }
      if i.n == 1 {
        R.move(i.B, to: R, i.A)
        return false
      }
      if try enterIteration(R, i.B) { return true }
      let iterator = try iterate(R[i.B])
      R.set(i.A, iterator)
    }
    R.set(i.B, .nothing)
    return false
  }

  /// A loop over an `enumerate` that nobody else has, of which the body begins by unpacking the pair, goes through what
  /// is enumerated: the position then stands in R[A + 1] as the bits of a float, and where the count began behind it.
  private func startCounting(_ registers: Registers, _ i: Instruction) -> Bool {
    var R = registers
    let pc = frames.current.frame.programCounter
    let jump = pc.instruction(ahead: 0)
    guard let it = R[i.B].asIterator, it.isUnique, it.value.isDirect, !it.value.isExhausted,
      case .enumerate = it.value.mode, jump.opcode == .jump
    else { return false }
    let next = pc.instruction(ahead: jump.wide &+ 1)
    guard next.opcode == .nextItem, next.a == i.a, next.n == 1,
      pc.instruction(ahead: jump.wide &+ 2 &+ next.jump).C == 2,
      it.value.sources[0].exactItems != nil || it.value.sources[0].exactString != nil
    else { return false }
    let start = it.value.expectedCount
    R.set(i.A, it.value.sources[0].copy())
    R.set(i.A + 1, .position(it.value.position &- start))
    R.set(i.A + 2, .int(start))
    return true
  }

  /// A step of a loop that is not over a range, list, tuple or generator: 0 at its end, 1 where the item is in R[C], 2
  /// where its parts are where the `unpack` with which the body begins would have put them.
  @inline(never) func nextItem(_ registers: Registers, _ i: Instruction, _ pc: ProgramCounter) throws(Fault) -> Int {
    if let it = registers[i.A].asIterator, it.value.isDirect {
      return it.value.isExhausted ? 0 : nextDirectly(of: it, registers, i, pc)
    }
    if let string = registers.text(at: i.A) { return next(of: string, registers, i, pc) }
    if let dictionary = registers.dictionary(at: i.A) { return try next(of: dictionary, .keys, registers, i, pc) }
    if let set = registers[i.A].exactSet { return try next(of: set, registers, i) }
    if let view = registers[i.A].asView {
      guard let dictionary = view.value.dictionary.exactDictionary else { return 0 }
      return try next(of: dictionary, view.value.mode, registers, i, pc)
    }
    do throws(Fault) {
      if let iterator = registers[i.A].asIterator { return try next(of: iterator, registers, i, pc) }
      var R = registers
      if let native = R[i.A].asNative, let isThere = native.value.payload.copyNext(to: R, i.C) {
        return isThere ? 1 : 0
      }
      guard let item = try advance(R[i.A]) else { return 0 }
      R.set(i.C, item)
      return 1
    } catch {
      if error.isKind(.stopIteration) { return 0 }
      throw error
    }
  }

  /// Where a pair's parts go when the body of the loop begins by unpacking it.
  @inline(__always) private func pairTarget(_ i: Instruction, _ pc: ProgramCounter, _ count: Int = 2) -> Int? {
    if i.n == 0 { return nil }
    let unpack = pc.instruction(ahead: i.jump)
    return unpack.C == count ? unpack.A : nil
  }

  @inline(__always) private func next(
    of string: Unowned<StringObject>, _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter
  ) -> Int {
    var R = registers
    if let position = R.position(i.A &+ 1), let start = R.int(i.A &+ 2) {
      guard position < string.value.count, let target = pairTarget(i, pc) else { return 0 }
      R.setPlain(i.A + 1, .position(position &+ 1))
      R.set(target, .int(position &+ start))
      R.setCharacter(target &+ 1, string, position)
      return 2
    }
    guard let position = R[i.A + 1].asInt, position < string.value.count else { return 0 }
    R.setPlain(i.A + 1, .int(position &+ 1))
    R.setCharacter(i.C, string, position)
    return 1
  }

  @inline(__always) private func next(
    of dictionary: Unowned<DictionaryObject>, _ mode: ViewObject.Mode, _ registers: Registers, _ i: Instruction,
    _ pc: ProgramCounter
  ) throws(Fault) -> Int {
    var R = registers
    guard let state = R[i.A + 1].asInt, let expected = R[i.A + 2].asInt else { return 0 }
    if dictionary.value.table.count != expected {
      throw Fault(.runtimeError, "dictionary changed size during iteration")
    }
    // The place is in the lower half of the state, how many items there were in the upper one.
    let (place, seen) = (state & 0xffff_ffff, state >> 32)
    var entry = max(place, dictionary.value.table.head)
    while entry < dictionary.value.table.entries.count, dictionary.value.table.entries[entry].key.isUnbound {
      entry &+= 1
    }
    guard entry < dictionary.value.table.entries.count, let value = dictionary.value.table.entries.valueRegister(entry),
      let key = dictionary.value.table.entries.keyRegister(entry)
    else {
      R.setPlain(i.A + 1, .int(entry | seen << 32))
      return 0
    }
    if seen >= expected { throw Fault(.runtimeError, "dictionary keys changed during iteration") }
    R.setPlain(i.A + 1, .int((entry &+ 1) | (seen &+ 1) << 32))
    switch mode {
    case .keys: R.copy(i.C, from: key, 0)
    case .values: R.copy(i.C, from: value, 0)
    case .items:
      if let target = pairTarget(i, pc) {
        R.copy(target, from: key, 0)
        R.copy(target + 1, from: value, 0)
        return 2
      }
      setPair(R, i.C, key, value)
    }
    return 1
  }

  @inline(__always) private func next(
    of set: Unowned<SetObject>, _ registers: Registers, _ i: Instruction
  ) throws(Fault) -> Int {
    var R = registers
    guard var slot = R[i.A + 1].asInt, let expected = R[i.A + 2].asInt else { return 0 }
    if set.value.table.count != expected { throw Fault(.runtimeError, "Set changed size during iteration") }
    while slot < set.value.table.slots.count, set.value.table.slots[slot].key.isUnbound { slot &+= 1 }
    guard let key = set.value.table.slots.keyRegister(slot) else {
      R.setPlain(i.A + 1, .int(slot))
      return 0
    }
    R.setPlain(i.A + 1, .int(slot &+ 1))
    R.copy(i.C, from: key, 0)
    return 1
  }

  @inline(never) private func setPair(_ R: Registers, _ register: Int, _ first: Registers, _ second: Registers) {
    var R = R
    R.set(register, .tuple(first[0].copy(), second[0].copy()))
  }

  // MARK: Iterators

  @inline(never) private func next(
    of it: Unowned<IteratorObject>, _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter
  ) throws(Fault) -> Int {
    var R = registers
    if it.value.isExhausted { return 0 }
    switch it.value.mode {
    case .enumerate:
      if it.value.sources.count == 1, let target = pairTarget(i, pc) {
        guard try advance(it.value.sources[0], into: R, target + 1) else { return 0 }
        let position = it.value.position
        it.value.position = position &+ 1
        R.set(target, .int(position))
        return 2
      }
    case .zip(strict: false):
      if it.value.sources.count == 2, let target = pairTarget(i, pc) {
        // The first target keeps its value where the second source has ended.
        guard try advance(it.value.sources[0], into: R, i.C), try advance(it.value.sources[1], into: R, target + 1)
        else { return 0 }
        R.move(i.C, to: R, target)
        return 2
      }
    default: if let isThere = R.copyNext(of: it, to: i.C) { return isThere ? 1 : 0 }
    }
    guard let item = try next(R[i.A]) else { return 0 }
    R.set(i.C, item)
    return 1
  }

  /// The step of a `zip` or `enumerate` that has no iterators.
  @inline(__always) private func nextDirectly(
    of it: Unowned<IteratorObject>, _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter
  ) -> Int {
    var R = registers
    let number = it.value.position
    if case .enumerate = it.value.mode {
      guard let target = pairTarget(i, pc) else { return nextDirectTuple(of: it, R, i) }
      guard let place = it.value.directStep() else { return 0 }
      R.set(target, .int(number))
      R.copyDirect(target &+ 1, from: it.value.sources[0], place)
      return 2
    }
    guard let target = pairTarget(i, pc, it.value.sources.count) else { return nextDirectTuple(of: it, R, i) }
    if it.value.sources.count == 2, let x = it.value.sources[0].directRegister(number),
      let y = it.value.sources[1].directRegister(number)
    {
      it.value.position = number &+ 1
      R.copy(target, from: x, 0)
      R.copy(target &+ 1, from: y, 0)
      return 2
    }
    guard let place = it.value.directStep() else { return 0 }
    var index = 0
    while index < it.value.sources.count {
      R.copyDirect(target &+ index, from: it.value.sources[index], place)
      index &+= 1
    }
    return 2
  }

  /// The same where the pair is wanted as a tuple.
  @inline(never) private func nextDirectTuple(
    of it: Unowned<IteratorObject>, _ registers: Registers, _ i: Instruction
  ) -> Int {
    guard let place = it.value.directStep() else { return 0 }
    var R = registers
    // The last one may be filled again only when nobody has it.
    R.set(i.C, .nothing)
    if case .enumerate = it.value.mode {
      R.set(i.C, it.value.directPair(place))
    } else {
      R.set(i.C, it.value.directTuple(place))
    }
    return 1
  }

  /// Puts the next item of an iterator into a register; false at its end.
  @inline(__always) private func advance(
    _ source: borrowing Value, into registers: Registers, _ register: Int
  ) throws(Fault) -> Bool {
    var R = registers
    if let it = source.asIterator, let isThere = R.copyNext(of: it, to: register) { return isThere }
    guard let item = try advance(source) else { return false }
    R.set(register, item)
    return true
  }
}
