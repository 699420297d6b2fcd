// Chains of instructions on integers of up to 127 bits: `(seed * a + c) % 2 ** 64` makes no integers on the way.

extension Machine {
  /// Carries out an arithmetic instruction on two integers, and those behind it that go on with its result alone. Nil:
  /// nothing has happened, it takes more; true: the loop has to go on behind them.
  @inline(never) func wideArithmetic(
    _ op: ArithmeticOperator, _ registers: Registers, _ i: Instruction, _ Y: Registers
  ) -> Bool? {
    var R = registers
    guard i.N < OperandFlags.warnsOfDivision, let a = R[i.B].wideInteger, let b = Y[i.C].wideInteger,
      var result = NumberArithmetic.wideResult(op, a, b)
    else { return nil }
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0 { R.set(i.C, .nothing) }
    let frame = frames.current
    let K = frame.frame.function.value.constants
    var pc = frame.frame.programCounter
    var target = i.A
    var isAhead = false
    while let step = WideStep(pc, target) {
      let operand = step.operand(R, K)
      guard let b = operand[0].wideInteger, let next = NumberArithmetic.wideResult(step.op, result, b) else { break }
      result = next
      if step.operandDies { R.set(step.instruction.C, .nothing) }
      target = step.instruction.A
      pc.jump(step.length)
      isAhead = true
    }
    R.set(target, .integer(result))
    if isAhead { frame.frame.programCounter = pc }
    return isAhead
  }
}

/// An arithmetic instruction on a result that is wanted nowhere else.
private struct WideStep {
  let instruction: Instruction
  let op: ArithmeticOperator
  /// How many instructions it is with the one that loads its constant.
  let length: Int
  /// The constant that the first of two loads; -1 where there is one.
  private let loaded: Int

  /// The next instruction, where it goes on with what would stand in a register.
  @inline(__always) init?(_ pc: ProgramCounter, _ register: Int) {
    let first = pc.instruction(ahead: 0)
    var instruction = first
    var (length, loaded) = (1, -1)
    if first.opcode == .loadConstant {
      instruction = pc.instruction(ahead: 1)
      guard instruction.C == first.A, first.A != register else { return nil }
      (length, loaded) = (2, first.wide)
    }
    guard instruction.B == register, instruction.N < OperandFlags.warnsOfDivision,
      instruction.N & OperandFlags.leftIsTemporary != 0
    else { return nil }
    let number = instruction.opcode.rawValue
    if number >= Opcode.add.rawValue && number <= Opcode.bitXor.rawValue {
      guard instruction.C != register else { return nil }
      op = instruction.opcode.arithmetic
    } else if loaded < 0, number >= Opcode.addConstant.rawValue, number <= Opcode.remainderConstant.rawValue,
      let constantOperator = ArithmeticOperator(rawValue: number &- Opcode.addConstant.rawValue)
    {
      op = constantOperator
    } else {
      return nil
    }
    self.instruction = instruction
    self.length = length
    self.loaded = loaded
  }

  /// Where the other operand stands.
  @inline(__always) func operand(_ R: Registers, _ K: Registers) -> Registers {
    if loaded >= 0 { return K.window(loaded) }
    return instruction.opcode.rawValue >= Opcode.addConstant.rawValue
      ? K.window(instruction.C) : R.window(instruction.C)
  }

  /// Whether the other operand is a temporary that has been made for this.
  @inline(__always) var operandDies: Bool { loaded < 0 && instruction.N & OperandFlags.rightIsTemporary != 0 }
}
