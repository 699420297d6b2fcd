// Chains of instructions on integers of up to 127 bits, and bools: `(seed * a + c) % 2 ** 64` makes no integers on the
// way.

extension Machine {
  /// Carries out an arithmetic instruction on two integers, or one and a bool, and those behind it that go on with its
  /// result alone. Nil: nothing has happened, it takes more; true: the loop has to go on behind them.
  @inline(never) func wideArithmetic(
    _ op: ArithmeticOperator, _ registers: Registers, _ i: Instruction, _ Y: Registers
  ) -> Bool? {
    var R = registers
    guard i.N < OperandFlags.warnsOfDivision, let a = R[i.B].wideOperand, let b = Y[i.C].wideOperand,
      R[i.B].asBool == nil || Y[i.C].asBool == nil,
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
      guard let other = step.operand(R, K)[0].wideOperand,
        let next = step.isSwapped
          ? NumberArithmetic.wideResult(step.op, other, result) : NumberArithmetic.wideResult(step.op, result, other)
      else { break }
      result = next
      if step.length == 2 { R.copy(step.register, from: step.operand(R, K), 0) }
      if step.operandDies { R.set(step.register, .nothing) }
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
  private(set) var length = 1
  /// Whether the result stands on the right.
  private(set) var isSwapped = false
  /// The constant that the other operand is; -1 where it stands in a register.
  private var constant = -1

  /// The next instruction, where it goes on with what would stand in a register.
  @inline(__always) init?(_ pc: ProgramCounter, _ register: Int) {
    let first = pc.instruction(ahead: 0)
    var instruction = first
    if first.opcode == .loadConstant {
      instruction = pc.instruction(ahead: 1)
      guard instruction.C == first.A, first.A != register else { return nil }
      (length, constant) = (2, first.wide)
    }
    if instruction.N >= OperandFlags.warnsOfDivision { return nil }
    self.instruction = instruction
    let number = instruction.opcode.rawValue
    if number >= Opcode.add.rawValue && number <= Opcode.bitXor.rawValue {
      op = instruction.opcode.arithmetic
      isSwapped = length == 1 && instruction.C == register
      if isSwapped {
        if instruction.B == register || instruction.N & OperandFlags.rightIsTemporary == 0 { return nil }
      } else if instruction.B != register || instruction.N & OperandFlags.leftIsTemporary == 0 {
        return nil
      }
      return
    }
    guard length == 1, number >= Opcode.addConstant.rawValue, number <= Opcode.remainderConstant.rawValue,
      instruction.B == register, instruction.N & OperandFlags.leftIsTemporary != 0,
      let constantOperator = ArithmeticOperator(rawValue: number &- Opcode.addConstant.rawValue)
    else { return nil }
    op = constantOperator
    constant = instruction.C
  }

  /// The register of the other operand.
  @inline(__always) var register: Int { isSwapped ? instruction.B : instruction.C }

  /// Where the other operand stands.
  @inline(__always) func operand(_ R: Registers, _ K: Registers) -> Registers {
    constant >= 0 ? K.window(constant) : R.window(register)
  }

  /// Whether the other operand is a temporary that has been made for this.
  @inline(__always) var operandDies: Bool {
    constant < 0
      && instruction.N & (isSwapped ? OperandFlags.leftIsTemporary : OperandFlags.rightIsTemporary) != 0
  }
}
