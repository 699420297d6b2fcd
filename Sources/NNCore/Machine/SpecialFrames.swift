// Special methods in frames that instructions push for themselves: the loop goes on in them, without recursion. What
// such a frame returns is handed to the instruction by `deliver`.

extension Machine {
  /// Pushes the frame of a method for an arithmetic instruction on two registers or on a register and a constant. False:
  /// the general way has to be gone.
  func enterArithmetic(
    _ op: ArithmeticOperator, _ R: Registers, _ x: Int, _ Y: Registers, _ y: Int, inPlace: Bool
  ) throws(Fault) -> Bool {
    let names = OperatorNames.of(op)
    if let left = R[x].asInstance {
      let type = left.value.type.unowned
      if inPlace {
        let known = special(names.inPlace, type)
        if known.exists {
          guard let function = known.function, function.value.arity == 2 else { return false }
          try enter(function, R, x, Y, y, .inPlace)
          return true
        }
        if R[x].changesInPlace(op) { return false }
      }
      if let right = Y[y].asInstance, right.value.type.unowned != type, right.value.type.value.derives(from: type) {
        return false  // the reflected method may come first
      }
      guard let function = special(names.method, type).function, function.value.arity == 2 else { return false }
      try enter(function, R, x, Y, y, .method)
      return true
    }
    guard let right = Y[y].asInstance, right.value.payload.isUnbound, !R[x].hasSpecialMethods,
      op != .remainder || R[x].asString == nil, R[x].asArray == nil, R[x].asScalar == nil,
      let function = special(names.reflected, right.value.type.unowned).function, function.value.arity == 2
    else { return false }
    try enter(function, Y, y, R, x, .reflected)
    return true
  }

  /// The same for a comparison; without `__ne__` the contrary of `__eq__`.
  func enterComparison(
    _ comparison: Comparison, _ R: Registers, _ x: Int, _ Y: Registers, _ y: Int
  ) throws(Fault) -> Bool {
    guard let left = R[x].asInstance else { return false }
    let type = left.value.type.unowned
    if let right = Y[y].asInstance, right.value.type.unowned != type { return false }
    let known = special(comparison.method, type)
    if let function = known.function {
      guard function.value.arity == 2 else { return false }
      try enter(function, R, x, Y, y, .method)
      return true
    }
    guard comparison == .notEqual, left.value.payload.isUnbound, !known.exists,
      let function = special(.equalMethod, type).function, function.value.arity == 2
    else { return false }
    try enter(function, R, x, Y, y, .inPlace)
    return true
  }

  /// The same for a sign.
  func enterUnary(_ op: UnaryArithmetic, _ R: Registers, _ x: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance,
      let function = special(op.method, instance.value.type.unowned).function, function.value.arity == 1
    else { return false }
    try enterAlone(function, R, x, .none)
    return true
  }

  /// The same for a test of truth: `__bool__`, or `__len__` (which the phase tells).
  func enterTruth(_ R: Registers, _ x: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance else { return false }
    let type = instance.value.type.unowned
    let byTruth = special(.boolMethod, type)
    guard let function = byTruth.exists ? byTruth.function : special(.lenMethod, type).function,
      function.value.arity == 1
    else { return false }
    try enterAlone(function, R, x, byTruth.exists ? .method : .reflected)
    return true
  }

  /// The same for `in`.
  func enterContains(_ R: Registers, _ x: Int, _ y: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance,
      let function = special(.containsMethod, instance.value.type.unowned).function, function.value.arity == 2
    else { return false }
    try enter(function, R, x, R, y, .none)
    return true
  }

  /// Pushes the frame of `__len__` for `len(x)`, the builtin in the first register and the instance in the second. False:
  /// the general way has to be gone.
  func enterLength(_ callee: Registers, _ destination: Int) throws(Fault) -> Bool {
    var callee = callee
    guard let instance = callee[1].asInstance,
      let function = special(.lenMethod, instance.value.type.unowned).function, function.value.arity == 1
    else { return false }
    callee.set(0, .function(function.owned()))
    try push(function, base: callee.window(1), destination: Continuation(.length, destination).destination)
    return true
  }

  /// The same for an assignment to a subscript.
  func enterSetItem(_ R: Registers, _ x: Int, _ y: Int, _ z: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance,
      let function = special(.setItemMethod, instance.value.type.unowned).function, function.value.arity == 3
    else { return false }
    var T = frames.current.frame.top
    guard T.hasRoom(4 + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    T.set(0, .function(function.owned()))
    T.copy(1, from: R, x)
    T.copy(2, from: R, y)
    T.copy(3, from: R, z)
    try enter(function, T, 3)
    return true
  }

  /// The same for a subscript.
  func enterGetItem(_ R: Registers, _ x: Int, _ Y: Registers, _ y: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance,
      let function = special(.getItemMethod, instance.value.type.unowned).function, function.value.arity == 2
    else { return false }
    try enter(function, R, x, Y, y, .none)
    return true
  }

  /// The same for the start of a loop.
  func enterIteration(_ R: Registers, _ x: Int) throws(Fault) -> Bool {
    guard let instance = R[x].asInstance,
      let function = special(.iterMethod, instance.value.type.unowned).function, function.value.arity == 1
    else { return false }
    try enterAlone(function, R, x, .none)
    return true
  }

  /// Pushes the frame of a property's function.
  func enterProperty(_ function: Unowned<Function>, _ R: Registers, _ x: Int) throws(Fault) {
    try enterAlone(function, R, x, .none)
  }

  private func enterAlone(
    _ function: Unowned<Function>, _ R: Registers, _ x: Int, _ phase: OperatorPhase
  ) throws(Fault) {
    var T = frames.current.frame.top
    guard T.hasRoom(2 + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    T.set(0, .function(function.owned()))
    T.copy(1, from: R, x)
    try enter(function, T, 1, phase)
  }

  /// Pushes a function's frame above the current one's registers. The function stands below the new ones, which keeps it
  /// alive.
  private func enter(
    _ function: Unowned<Function>, _ R: Registers, _ x: Int, _ Y: Registers, _ y: Int, _ phase: OperatorPhase
  ) throws(Fault) {
    var T = frames.current.frame.top
    guard T.hasRoom(3 + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    T.set(0, .function(function.owned()))
    T.copy(1, from: R, x)
    T.copy(2, from: Y, y)
    try enter(function, T, 2, phase)
  }

  private func enter(
    _ function: Unowned<Function>, _ T: Registers, _ count: Int, _ phase: OperatorPhase = .none
  ) throws(Fault) {
    do throws(Fault) {
      try push(function, base: T.window(1), destination: Continuation(.value, phase.rawValue).destination)
    } catch {
      var T = T
      T.clear(0..<count + 1)
      throw error
    }
  }

  // MARK: Afterwards

  /// What a frame with a continuation has returned, while it is still the current one: the function or instance below
  /// its registers is taken away.
  @inline(never) func finishSpecial(_ frame: FramePointer, _ value: consuming Value) throws(Fault) -> Value {
    var below = frame.frame.base.window(-1)
    guard Continuation(frame.frame.destination).kind == .construct else {
      below.set(0, .nothing)
      return value
    }
    if !value.isNone {
      below.set(0, .nothing)
      throw Fault(.typeError, "__init__() should return None, not '\(value.typeName)'")
    }
    return below.take(0)
  }

  /// Hands the value of a frame with a continuation to the instruction that pushed it.
  @inline(never) func deliver(
    _ value: consuming Value, _ continuation: Continuation, _ R: Registers
  ) throws(Fault) {
    var R = R
    switch continuation.kind {
    case .construct: return R.set(continuation.register, value)
    case .length: return R.set(continuation.register, .int(try length(answered: value)))
    case .value: break
    case .collect: return
    }
    let frame = frames.current
    let i = frame.frame.programCounter.previous
    let phase = OperatorPhase(rawValue: continuation.register) ?? .none
    switch i.opcode {
    case .getAttribute, .getItem, .getItemConstant, .getSlice, .negative, .positive, .invert: break
    case .startLoop:
      try checkIterator(value)
      R.set(i.B, .nothing)
      return R.set(i.A, value)
    case .setItem:
      if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.A, .nothing) }
      if i.N & OperandFlags.rightIsTemporary != 0 { R.set(i.B, .nothing) }
      return
    case .jumpIfFalse, .jumpIfTrue:
      if try isTrue(value, phase) == (i.opcode == .jumpIfTrue) { frame.frame.programCounter.jump(i.wide) }
      return
    case .not: return R.set(i.A, .bool(!(try isTrue(value, phase))))
    case .contains, .notContains: return R.set(i.A, .bool(try truth(value) == (i.opcode == .contains)))
    default:
      if value.isNotImplemented {
        value = try goOn(
          i, R, frame.frame.function.value.constants,
          after: phase == .inPlace && i.comparisonTested == .notEqual ? .method : phase)
      } else if phase == .inPlace, i.comparisonTested == .notEqual {
        value = .bool(!(try truth(value)))
      }
      if i.opcode.isTest {
        if !(try truth(value)) { frame.frame.programCounter.jump(i.jump) }
        return
      }
    }
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0, !i.opcode.hasConstant { R.set(i.C, .nothing) }
    R.set(i.A, value)
  }

  /// The truth that `__bool__` has answered, or `__len__`.
  private func isTrue(_ answer: borrowing Value, _ phase: OperatorPhase) throws(Fault) -> Bool {
    phase == .reflected ? try length(answered: answer) > 0 : try truth(answered: answer)
  }

  /// An operator's value where a method has given up: what the other methods say.
  private func goOn(
    _ i: Instruction, _ R: Registers, _ K: Registers, after phase: OperatorPhase
  ) throws(Fault) -> Value {
    if i.opcode.isTest {
      return i.opcode.rawValue < Opcode.jumpUnlessLessConstant.rawValue
        ? try compare(i.comparisonTested, R[i.A], R[i.C], after: phase)
        : try compare(i.comparisonTested, R[i.A], K[i.C], after: phase)
    }
    if i.opcode.rawValue >= Opcode.less.rawValue {
      return try compare(i.opcode.comparison, R[i.B], R[i.C], after: phase)
    }
    let inPlace = i.N & OperandFlags.inPlace != 0
    if i.opcode.hasConstant {
      return try arithmetic(i.opcode.constantArithmetic, R[i.B].copy(), K[i.C].copy(), inPlace: inPlace, after: phase)
    }
    return try arithmetic(i.opcode.arithmetic, R[i.B].copy(), R[i.C].copy(), inPlace: inPlace, after: phase)
  }
}

extension Opcode {
  /// Whether the second operand is a constant, and not a register.
  fileprivate var hasConstant: Bool {
    self == .getItemConstant || rawValue >= Opcode.addConstant.rawValue && rawValue <= Opcode.remainderConstant.rawValue
  }

  /// The operator of an arithmetic instruction on a register and a constant.
  fileprivate var constantArithmetic: ArithmeticOperator {
    ArithmeticOperator(rawValue: rawValue &- Opcode.addConstant.rawValue) ?? .add
  }

  /// Whether the instruction compares and jumps.
  fileprivate var isTest: Bool {
    rawValue >= Opcode.jumpUnlessLess.rawValue && rawValue <= Opcode.jumpUnlessGreaterOrEqualConstant.rawValue
  }
}

extension Instruction {
  /// The comparison of an instruction that compares; any other gives one that no instruction asks about.
  fileprivate var comparisonTested: Comparison {
    let first =
      opcode.rawValue >= Opcode.jumpUnlessLessConstant.rawValue
      ? Opcode.jumpUnlessLessConstant : opcode.isTest ? Opcode.jumpUnlessLess : Opcode.less
    return opcode.rawValue < first.rawValue ? .less : Comparison(rawValue: opcode.rawValue &- first.rawValue) ?? .less
  }
}
