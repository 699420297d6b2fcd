extension Machine {
  /// An operation on large arrays together with the operations of the next instructions that take its result: in one
  /// pass. `Y` holds the right operand: registers or constants. False: nothing was done.
  @inline(never) func fusedArithmetic(_ R: Registers, _ i: Instruction, _ Y: Registers) throws(Fault) -> Bool {
    if i.N & ~(OperandFlags.leftIsTemporary | OperandFlags.rightIsTemporary) != 0 { return false }
    if let array = R[i.B].asArray, FusedChain.takes(array.value) { return try fusedArithmetic(R, i, Y, array) }
    if let array = Y[i.C].asArray, FusedChain.takes(array.value) { return try fusedArithmetic(R, i, Y, array) }
    return false
  }

  private func fusedArithmetic(
    _ R: Registers, _ i: Instruction, _ Y: Registers, _ array: Unowned<NDArray>
  ) throws(Fault) -> Bool {
    var R = R
    let frame = frames.current
    var place = frame.frame.programCounter
    var ahead = place
    if !ahead.next().mayGoOn || Tracing.isOpen { return false }
    let chain = try FusedChain(array.value)
    guard try Machine.add(i.opcode, R[i.B], Y[i.C], to: chain) else { return false }
    var current = i.A
    var dying: [Int] = []
    if i.N & OperandFlags.leftIsTemporary != 0 { dying.append(i.B) }
    if i.N & OperandFlags.rightIsTemporary != 0 { dying.append(i.C) }
    while chain.isOpen {
      ahead = place
      var next = ahead.next()
      var loading: Instruction?
      if next.opcode == .loadConstant || next.opcode == .loadGlobal, next.A != current {
        loading = next
        next = ahead.next()
      }
      guard next.N & ~(OperandFlags.leftIsTemporary | OperandFlags.rightIsTemporary) == 0 else { break }
      let takesLeft = next.B == current && next.N & OperandFlags.leftIsTemporary != 0
      let hasConstant = next.opcode.hasConstantOperand
      let takesRight = !hasConstant && next.C == current && next.N & OperandFlags.rightIsTemporary != 0
      if takesLeft == takesRight { break }
      let register = takesLeft ? next.C : next.B
      let otherDies = next.N & (takesLeft ? OperandFlags.rightIsTemporary : OperandFlags.leftIsTemporary) != 0
      if let loading {
        if hasConstant || loading.A != register || !otherDies { break }
        let isGlobal = loading.opcode == .loadGlobal
        if isGlobal {
          let globals = frame.frame.function.value.globals
          guard try Machine.add(next.opcode, globals[loading.wide], isLeft: takesRight, to: chain) else { break }
        } else {
          let constants = frame.frame.function.value.constants
          guard try Machine.add(next.opcode, constants[loading.wide], isLeft: takesRight, to: chain) else { break }
        }
      } else if hasConstant {
        let constants = frame.frame.function.value.constants
        guard try Machine.add(next.opcode, constants[register], isLeft: false, to: chain) else { break }
      } else {
        if register == current || dying.contains(register) { break }
        guard try Machine.add(next.opcode, R[register], isLeft: takesRight, to: chain) else { break }
        if otherDies { dying.append(register) }
      }
      current = next.A
      place = ahead
    }
    guard chain.length > 1, let result = try chain.run() else { return false }
    for register in dying { R.set(register, .nothing) }
    R.set(current, .result(result))
    frames.current.frame.programCounter = place
    return true
  }

  /// Adds the first operation.
  private static func add(
    _ opcode: Opcode, _ left: borrowing Value, _ right: borrowing Value, to chain: FusedChain
  ) throws(Fault) -> Bool {
    if left.hasSpecialMethods || right.hasSpecialMethods { return false }
    if opcode == .power {
      guard right.isTwo else { return false }
      return try chain.add(.multiply, left.arrayOperand, left.arrayOperand)
    }
    guard let ufunc = opcode.fusedUfunc else { return false }
    guard left.isNumeric && right.isNumeric else { return false }
    return try chain.add(ufunc, left.arrayOperand, right.arrayOperand)
  }

  /// Adds an operation on what the one before gave and another value.
  private static func add(
    _ opcode: Opcode, _ other: borrowing Value, isLeft: Bool, to chain: FusedChain
  ) throws(Fault) -> Bool {
    if other.hasSpecialMethods { return false }
    if opcode == .power {
      guard !isLeft, other.isTwo else { return false }
      return try chain.add(.multiply, nil, nil)
    }
    guard let ufunc = opcode.fusedUfunc, let operand = other.arrayOperand else { return false }
    if isLeft { return try chain.add(ufunc, operand, nil) }
    return try chain.add(ufunc, nil, operand)
  }
}

extension Value {
  /// Whether the value is the exponent that squares.
  fileprivate var isTwo: Bool { borrowing get { asInt == 2 || asFloat == 2 } }
}

extension Instruction {
  /// Whether a chain may go on with this instruction, before anything else is looked at.
  fileprivate var mayGoOn: Bool {
    opcode == .loadConstant || opcode == .loadGlobal || opcode == .power || opcode.fusedUfunc != nil
  }
}

extension Opcode {
  fileprivate var hasConstantOperand: Bool {
    switch self {
    case .addConstant, .subtractConstant, .multiplyConstant, .divideConstant: true
    default: false
    }
  }

  /// The function of an operation that chains are made of; nil for other instructions.
  fileprivate var fusedUfunc: Ufunc? {
    switch self {
    case .add, .addConstant: .add
    case .subtract, .subtractConstant: .subtract
    case .multiply, .multiplyConstant: .multiply
    case .divide, .divideConstant: .divide
    case .less: .less
    case .lessOrEqual: .lessEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterEqual
    default: nil
    }
  }
}
