// Counting in a dictionary: `counts[key] = counts.get(key, 0) + 1` and `counts[key] += 1` with plain numbers look for the
// key once.

extension Machine {
  /// Carries out, at the `loadMethod` of a dictionary's `get`, all of `d[k] = d.get(k, x) + y`, where the next
  /// instructions say that, and the numbers are plain. How many instructions that makes; 0, and nothing has happened,
  /// where it is something else, or takes more.
  @inline(never) func countAtOnce(
    _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter, _ function: Unowned<Function>
  ) -> Int {
    var R = registers
    guard isCounting(i, pc), i.n == 0, let dictionary = R[i.B].exactDictionary, !dictionary.value.isNamespace,
      let key = operand(pc.instruction(ahead: 0), R, function),
      let other = operand(pc.instruction(ahead: 1), R, function),
      let added = added(pc, 3, R, function, to: pc.instruction(ahead: 2).C), let hash = key[0].quickHash
    else { return 0 }
    switch dictionary.value.table.quickPlace(key[0], hash) {
    case .found(let entry):
      guard var place = dictionary.value.table.entries.valueRegister(entry), place.addNumber(added) else { return 0 }
      // It may be assigned to other targets too.
      R.copy(pc.instruction(ahead: 4).C, from: place, 0)
      return 5
    case .absent:
      guard let x = other[0].asInt, let y = added[0].asInt else { return 0 }
      let (sum, overflow) = x.addingReportingOverflow(y)
      if overflow { return 0 }
      dictionary.value.table.add(key[0].copy(), hash, .int(sum))
      R.set(pc.instruction(ahead: 4).C, .int(sum))
      return 5
    case .unknown: return 0
    }
  }

  /// Whether a `loadMethod` and what follows are `d[k] = d.get(k, …) + …`, with the same dictionary and key.
  @inline(__always) private func isCounting(_ i: Instruction, _ pc: ProgramCounter) -> Bool {
    let sum = pc.instruction(ahead: 3)
    guard sum.opcode == .addConstant || sum.opcode == .add else { return false }
    let store = pc.instruction(ahead: 4)
    let key = pc.instruction(ahead: 0)
    return store.opcode == .setItem && store.n == 0 && store.a == i.b && store.b == key.b && key.opcode == .move
      && store.c == sum.a
  }

  /// The number that an addition puts to what stands in a register; nil where it does something else.
  @inline(__always) private func added(
    _ pc: ProgramCounter, _ distance: Int, _ R: Registers, _ function: Unowned<Function>, to register: Int
  ) -> Registers? {
    let sum = pc.instruction(ahead: distance)
    guard sum.B == register else { return nil }
    switch sum.opcode {
    case .addConstant: return function.value.constants.window(sum.C)
    case .add: return sum.N & OperandFlags.rightIsTemporary == 0 && sum.C != register ? R.window(sum.C) : nil
    default: return nil
    }
  }

  /// Carries out, at a `getItem` that has found its value in a dictionary, all of `d[k] += x`. False: it is something
  /// else, or takes more.
  @inline(__always) func countInPlace(_ i: Instruction, _ R: Registers, _ found: Registers) -> Bool {
    var pc = frames.current.frame.programCounter
    let sum = pc.instruction(ahead: 0)
    guard sum.opcode == .addConstant || sum.opcode == .add, sum.a == i.a, sum.b == i.a, i.n == 0 else { return false }
    let store = pc.instruction(ahead: 1)
    guard store.opcode == .setItem, store.a == i.b, store.b == i.c, store.c == i.a,
      let added = added(pc, 0, R, frames.current.frame.function, to: i.A)
    else { return false }
    var found = found
    if !found.addNumber(added) { return false }
    pc.jump(2)
    frames.current.frame.programCounter = pc
    var R = R
    R.copy(i.A, from: found, 0)
    if store.N & OperandFlags.leftIsTemporary != 0 { R.set(store.A, .nothing) }
    if store.N & OperandFlags.rightIsTemporary != 0 { R.set(store.B, .nothing) }
    return true
  }
}

extension Registers {
  /// Adds a number to the first register's, where both are small ints, or floats. False, and nothing has happened, where
  /// they are not.
  @inline(__always) fileprivate mutating func addNumber(_ added: Registers) -> Bool {
    if let x = self[0].asInt, let y = added[0].asInt {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if overflow { return false }
      setPlain(0, .int(sum))
      return true
    }
    guard let x = self[0].asFloat, let y = added[0].asFloat else { return false }
    setPlain(0, .float(x + y))
    return true
  }
}
