import NNSyntax

// What the instructions do when their fast path in the loop does not fit.

extension Opcode {
  /// The operator of an arithmetic instruction on two registers.
  var arithmetic: ArithmeticOperator {
    ArithmeticOperator(rawValue: rawValue &- Opcode.add.rawValue) ?? .add
  }
}

extension Opcode {
  /// Whether this is a call of a global, whose result goes to R[B].
  var callsGlobal: Bool { self == .callGlobal || self == .callGlobalWith }

  /// The comparison of an instruction on two registers.
  var comparison: Comparison { Comparison(rawValue: rawValue &- Opcode.less.rawValue) ?? .equal }
}

extension Machine {
  /// An operand of an instruction: taken out of its register where it dies here.
  @inline(__always) private func operand(_ R: Registers, _ register: Int, dies: Bool) -> Value {
    var R = R
    return dies ? R.take(register) : R[register].copy()
  }

  /// An arithmetic instruction on two registers. True: the frame of a special method was pushed.
  @inline(never) func arithmetic(
    _ op: ArithmeticOperator, _ R: Registers, _ i: Instruction
  ) throws(Fault) -> Bool {
    var R = R
    if op == .add, R[i.B].typeOrdinal == 5, R[i.C].typeOrdinal == 5 {
      try addStrings(R, i)
      return false
    }
    // Of many values the operation asks first whether there is room for them.
    if op == .add, let left = R[i.B].exactTuple, let right = R[i.C].exactTuple,
      left.value.items.count &+ right.value.items.count < 1 << 16
    {
      let sum = Value.tuple(left.value.items, right.value.items)
      release(R, i)
      R.set(i.A, sum)
      return false
    }
    if op == .add, i.N & OperandFlags.inPlace == 0, let left = R[i.B].exactList, let right = R[i.C].exactList,
      left.value.items.count &+ right.value.items.count < 1 << 16
    {
      var sum = ValueList(capacity: left.value.items.count &+ right.value.items.count)
      sum.append(copiesOf: left.value.items, 0, left.value.items.count)
      sum.append(copiesOf: right.value.items, 0, right.value.items.count)
      release(R, i)
      R.set(i.A, .list(Ref(ListObject(sum))))
      return false
    }
    if let isAhead = wideArithmetic(op, R, i, R) { return isAhead }
    if op == .multiply, repeatList(R, i, R[i.C]) { return false }
    if R[i.B].exactSet != nil, R[i.C].exactSet != nil,
      let result = try setArithmetic(op, R[i.B], R[i.C], inPlace: i.N & OperandFlags.inPlace != 0)
    {
      release(R, i)
      R.set(i.A, result)
      return false
    }
    let op = i.N < OperandFlags.warnsOfDivision ? op : try python2Division(R[i.B], R[i.C], i)
    if R[i.B].hasSpecialMethods || R[i.C].hasSpecialMethods {
      if try enterArithmetic(op, R, i.B, R, i.C, inPlace: i.N & OperandFlags.inPlace != 0) { return true }
    } else if op == .remainder, R[i.B].typeOrdinal == 5, let template = R[i.B].asString {
      if let text = try quickPercent(template, R[i.C]) {
        release(R, i)
        R.set(i.A, text)
        return false
      }
    } else if let result = NumberArithmetic.quickly(op, R[i.B], R[i.C]) {
      R.set(i.A, result)
      return false
    } else if let result = try NumberArithmetic.integers(op, R[i.B], R[i.C]) {
      release(R, i)
      R.set(i.A, result)
      return false
    } else if let x = R[i.B].asScalar, let y = R[i.C].asScalar, let result = x.fastArithmetic(op, y) {
      R.set(i.A, .scalar(result))
      return false
    } else if op == .add, R[i.B].asString != nil, R[i.C].asString != nil {
      try addStrings(R, i)
      return false
    }
    if op == .multiply, try scaledProduct(R, i, R) { return true }
    if try fusedArithmetic(R, i, R) { return true }
    let x = operand(R, i.B, dies: i.N & OperandFlags.leftIsTemporary != 0)
    let y = operand(R, i.C, dies: i.N & OperandFlags.rightIsTemporary != 0)
    R.set(i.A, try arithmetic(op, x, y, inPlace: i.N & OperandFlags.inPlace != 0))
    if FloatingPointWarnings.hasPending { try deliverWarnings() }
    return false
  }

  /// `R[A] = R[B] * times` of a list, where that makes another one that is not long; false for all else.
  private func repeatList(_ R: Registers, _ i: Instruction, _ times: borrowing Value) -> Bool {
    var R = R
    guard let list = R[i.B].exactList, let number = times.asInt, i.N & OperandFlags.inPlace == 0 else { return false }
    let (count, times) = (list.value.items.count, max(number, 0))
    guard count <= 10_000, times <= 10_000, count &* times <= 10_000 else { return false }
    let items = repeated(list.value.items, times)
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
    R.set(i.A, .list(Ref(ListObject(items))))
    return true
  }

  /// `R[A] = R[B] + R[C]` of strings. Where the left one dies here, and nobody else has it, it grows in its place.
  private func addStrings(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    guard let left = R[i.B].asString, let right = R[i.C].asString else { return }
    if left.value.byteCount + right.value.byteCount > Context.largestString { throw Fault(.memoryError, "") }
    let dies = left != right && (i.N & OperandFlags.leftIsTemporary != 0 || i.A == i.B)
    if dies && i.N & OperandFlags.inPlace != 0 { forgetGlobal(R[i.B], storedFrom: i.A) }
    let sum = Value.concatenation(operand(R, i.B, dies: dies), right)
    R.set(i.A, sum)
  }

  /// Empties the global variable that the next instruction stores a register in, where it holds the object that the
  /// register is made from, and nobody else has that.
  private func forgetGlobal(_ value: borrowing Value, storedFrom register: Int) {
    let frame = frames.current
    var ahead = frame.frame.programCounter
    let next = ahead.next()
    guard next.opcode == .storeGlobal, next.A == register, let object = value.object, object.count == 2 else { return }
    var globals = frame.frame.function.value.globals
    if globals[next.wide].object == object { globals.set(next.wide, .unbound) }
  }

  @inline(never) func arithmetic(
    _ op: ArithmeticOperator, _ R: Registers, _ i: Instruction, constants K: Registers
  ) throws(Fault) -> Bool {
    var R = R
    if let isAhead = wideArithmetic(op, R, i, K) { return isAhead }
    if op == .multiply, repeatList(R, i, K[i.C]) { return false }
    let op = i.N < OperandFlags.warnsOfDivision ? op : try python2Division(R[i.B], K[i.C], i)
    if R[i.B].hasSpecialMethods {
      if try enterArithmetic(op, R, i.B, K, i.C, inPlace: i.N & OperandFlags.inPlace != 0) { return true }
    } else if let result = NumberArithmetic.quickly(op, R[i.B], K[i.C]) {
      R.set(i.A, result)
      return false
    } else if let result = try NumberArithmetic.integers(op, R[i.B], K[i.C]) {
      if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
      R.set(i.A, result)
      return false
    }
    if op == .multiply, try scaledProduct(R, i, K) { return true }
    if try fusedArithmetic(R, i, K) { return true }
    let x = operand(R, i.B, dies: i.N & OperandFlags.leftIsTemporary != 0)
    R.set(i.A, try arithmetic(op, x, K[i.C].copy(), inPlace: i.N & OperandFlags.inPlace != 0))
    if FloatingPointWarnings.hasPending { try deliverWarnings() }
    return false
  }

  /// A sign or `~`. True: the frame of a special method was pushed.
  @inline(never) func unary(_ op: UnaryArithmetic, _ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    if R[i.B].hasSpecialMethods, try enterUnary(op, R, i.B) { return true }
    let x = operand(R, i.B, dies: i.N & OperandFlags.leftIsTemporary != 0)
    R.set(i.A, try unary(op, x))
    return false
  }

  @inline(never) func compare(_ comparison: Comparison, _ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    if let result = R[i.B].quickComparison(comparison, R[i.C]) {
      release(R, i)
      R.set(i.A, .bool(result))
      return false
    }
    if R[i.B].hasSpecialMethods, try enterComparison(comparison, R, i.B, R, i.C) { return true }
    let result = try compare(comparison, R[i.B], R[i.C])
    release(R, i)
    R.set(i.A, result)
    return false
  }

  @inline(never) func holds(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Bool {
    if let result = x.quickComparison(comparison, y) { return result }
    if let result = NumberArithmetic.compareIntegers(comparison, x, y) { return result }
    return try truth(try compare(comparison, x, y))
  }

  /// Goes on where a comparison that R[A] and an operand do not settle at once leads: it jumps where that does not hold.
  /// True: the loop has to go on elsewhere, behind the jump or in the frame of a special method.
  @inline(never) func jumpUnless(
    _ comparison: Comparison, _ R: Registers, _ i: Instruction, _ Y: Registers
  ) throws(Fault) -> Bool {
    if R[i.A].hasSpecialMethods, try enterComparison(comparison, R, i.A, Y, i.C) { return true }
    if try holds(comparison, R[i.A], Y[i.C]) { return false }
    frames.current.frame.programCounter.jump(i.jump)
    return true
  }

  /// The same for a test of the truth of R[A].
  @inline(never) func jumpOnTruth(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    if R[i.A].hasSpecialMethods, try enterTruth(R, i.A) { return true }
    if try truth(R[i.A]) != (i.opcode == .jumpIfTrue) { return false }
    frames.current.frame.programCounter.jump(i.wide)
    return true
  }

  /// `R[A] = not R[B]`. True: the frame of a special method was pushed.
  @inline(never) func negate(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    if R[i.B].hasSpecialMethods, try enterTruth(R, i.B) { return true }
    let value = try truth(R[i.B])
    R.set(i.A, .bool(!value))
    return false
  }

  /// `R[A] = R[B] in R[C]`, or not. True: the frame of a special method was pushed.
  @inline(never) func contains(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    if let set = R[i.C].exactSet, let hash = plainHash(R[i.B]) {
      switch set.value.table.probe(R[i.B], hash, set.value.table.start(hash)) {
      case .ask: break
      case .found:
        R.set(i.A, .bool(i.opcode == .contains))
        return false
      case .absent:
        R.set(i.A, .bool(i.opcode == .notContains))
        return false
      }
    }
    if R[i.C].hasSpecialMethods, try enterContains(R, i.C, i.B) { return true }
    let found = try contains(R[i.C], R[i.B])
    R.set(i.A, .bool(found == (i.opcode == .contains)))
    return false
  }

  /// Releases the operands in B and C that die with the instruction.
  @inline(__always) private func release(_ R: Registers, _ i: Instruction) {
    var R = R
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0 { R.set(i.C, .nothing) }
  }

  /// Whether the operands are one object; temporaries go.
  @inline(never) func areSame(_ R: Registers, _ i: Instruction) -> Bool {
    let result = isSame(R[i.B], R[i.C])
    release(R, i)
    return result
  }

  /// `R[A] = R[B][Y[C]]`, where Y holds registers or constants. True: the frame of a special method was pushed.
  @inline(never) func getItem(_ R: Registers, _ i: Instruction, _ Y: Registers) throws(Fault) -> Bool {
    var R = R
    if let dictionary = R[i.B].exactDictionary, case .found(let entry) = dictionary.value.quickPlace(Y[i.C]),
      let value = dictionary.value.table.entries.valueRegister(entry)
    {
      if i.opcode == .getItem, countInPlace(i, R, value) { return true }
      R.copy(i.A, from: value, 0)
      if i.N & OperandFlags.leftIsTemporary != 0 && i.B != i.A { R.set(i.B, .nothing) }
      if i.N & OperandFlags.rightIsTemporary != 0 && i.C != i.A { R.set(i.C, .nothing) }
      return false
    }
    if R.instance(at: i.B) != nil, try enterGetItem(R, i.B, Y, i.C) { return true }
    if let value = quickItem(R[i.B], Y[i.C]) {
      release(R, i)
      R.set(i.A, value)
      return false
    }
    return try getItemSlowly(R, i, Y)
  }

  @inline(never) private func getItemSlowly(
    _ R: Registers, _ i: Instruction, _ Y: Registers
  ) throws(Fault) -> Bool {
    var R = R
    if let dictionary = R[i.B].plainDictionary, !dictionary.value.isNamespace {
      let hash = try hash(Y[i.C])
      if let entry = try entry(of: Y[i.C], hash, in: dictionary),
        let value = dictionary.value.table.entries.valueRegister(entry)
      {
        R.copy(i.A, from: value, 0)
        if i.N & OperandFlags.leftIsTemporary != 0 && i.B != i.A { R.set(i.B, .nothing) }
        if i.N & OperandFlags.rightIsTemporary != 0 && i.C != i.A { R.set(i.C, .nothing) }
        return false
      }
      if R[i.B].exactDictionary != nil { throw Fault.missingKey(Y[i.C]) }
    }
    if let native = R[i.B].asNative, let index = Y[i.C].asInt, let value = native.value.payload.quickItem(index) {
      release(R, i)
      R.set(i.A, value)
      return false
    }
    if R[i.B].hasSpecialMethods {
      if try enterGetItem(R, i.B, Y, i.C) { return true }
      if let value = try inheritedItem(R[i.B], Y[i.C]) {
        release(R, i)
        R.set(i.A, value)
        return false
      }
    }
    let value = try item(R[i.B], at: Y[i.C])
    release(R, i)
    R.set(i.A, value)
    return false
  }

  @inline(never) func getSlice(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    if let value = quickSlice(R[i.B], R.window(i.C)) {
      R.set(i.A, value)
      return false
    }
    if let value = quickArraySlice(R[i.B], R.window(i.C)) {
      R.set(i.A, value)
      return false
    }
    let slice = SliceObject(R.take(i.C), R.take(i.C + 1), R.take(i.C + 2))
    R.set(i.C, .slice(Ref(slice)))
    return try getItem(R, i, R)
  }

  /// The item that an instance of a class that extends `dict`, without a `__getitem__` of its own, has for a number or a
  /// string; nil where it is not there, and for all else.
  private func inheritedItem(_ value: borrowing Value, _ key: borrowing Value) throws(Fault) -> Value? {
    let kind = key.typeOrdinal
    guard kind >= 0 && kind <= 5, let instance = value.asInstance, let dictionary = instance.value.payload.asDictionary,
      userMember(.getItemMethod, in: instance.value.type.unowned) == nil,
      let entry = try find(dictionary, key)
    else { return nil }
    return dictionary.value.table.entries[entry].value.copy()
  }

  /// `R[A][R[B]] = R[C]`. True: the frame of a special method was pushed.
  @inline(never) func setItem(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    if let dictionary = R[i.A].exactDictionary, !dictionary.value.isNamespace, let hash = R[i.B].quickHash {
      let place = dictionary.value.table.quickPlace(R[i.B], hash)
      if case .found(let entry) = place, var place = dictionary.value.table.entries.valueRegister(entry) {
        place.copy(0, from: R, i.C)
        releaseTarget(R, i)
        return false
      }
      if case .absent = place {
        dictionary.value.table.add(R[i.B].copy(), hash, R[i.C].copy())
        releaseTarget(R, i)
        return false
      }
    }
    if quickSetItem(R[i.A], R[i.B], R[i.C]) {
      releaseTarget(R, i)
      if FloatingPointWarnings.hasPending { try deliverWarnings() }
      return false
    }
    return try setItemSlowly(R, i)
  }

  /// Releases the container and the index of an assignment that die with it.
  @inline(__always) private func releaseTarget(_ R: Registers, _ i: Instruction) {
    var R = R
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.A, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0 { R.set(i.B, .nothing) }
  }

  @inline(never) private func setItemSlowly(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    if R[i.A].hasSpecialMethods, try enterSetItem(R, i.A, i.B, i.C) { return true }
    if let dictionary = R[i.A].plainDictionary, !dictionary.value.isNamespace {
      let hash = try hash(R[i.B])
      if let entry = try entry(of: R[i.B], hash, in: dictionary),
        var place = dictionary.value.table.entries.valueRegister(entry)
      {
        place.copy(0, from: R, i.C)
      } else {
        dictionary.value.table.add(R[i.B].copy(), hash, R[i.C].copy())
      }
    } else {
      try setItem(R[i.A], at: R[i.B], to: R[i.C])
      if FloatingPointWarnings.hasPending { try deliverWarnings() }
    }
    releaseTarget(R, i)
    return false
  }

  // MARK: Calls

  /// Calls a global that is no function of as many parameters. False: a frame was pushed.
  @inline(never) func callGlobal(
    _ R: Registers, _ i: Instruction, _ function: Unowned<Function>
  ) throws(Fault) -> Bool {
    var R = R
    let known = builtinWindow
    if R[i.A].isUnbound, let found = function.value.globals.note(i.C), !known[found].isUnbound {
      R.copy(i.A, from: known, found)
    } else if R[i.A].isUnbound {
      do throws(Fault) {
        let value = try builtinGlobal(function, i.C)
        R.set(i.A, value)
      } catch {
        throw placedAtCallee(error, function, i.C)
      }
    }
    guard let value = try callPlainly(R, i.A, i.callCount, destination: i.B) else { return false }
    R.set(i.A, .nothing)
    R.set(i.B, value)
    return true
  }

  /// The fault of an undefined callee with its place: the name that the call begins with, not the whole call.
  private func placedAtCallee(_ fault: Fault, _ function: Unowned<Function>, _ slot: Int) -> Fault {
    let code = function.value.code.unowned
    let offset = frames.current.frame.programCounter.offset(from: function.value.start) - 1
    let names = function.value.module.value.names
    guard offset >= 0, offset < code.value.spans.count, slot < names.count else { return fault }
    let start = code.value.spans[offset].start
    let span = Span(start: start, end: start &+ Int32(clamping: names[slot].name.utf8.count))
    fault.trace.append(TracePoint(function: code.value.name, source: code.value.source, span: span))
    fault.isPlaced = true
    return fault
  }

  /// The calls that are not plain. False: a frame was pushed.
  @inline(never) func callOther(_ R: Registers, _ i: Instruction) throws(Fault) -> Bool {
    var R = R
    let a = i.A
    switch i.opcode {
    case .callKeywords:
      if try enterNamed(R.window(a), i.B, keywords: i.N, first: i.C, destination: a) { return false }
      guard let value = try callSlowly(a, i.B, keywords: i.N, first: i.C, destination: a) else { return false }
      R.set(a, value)
    case .callSpread:
      guard let value = try i.n == 1 ? callSpreadMethod(a) : callSpread(a) else { return false }
      R.set(a, value)
    default:
      unmark(R, a)
      let hasReceiver = !R[a].isUnbound
      let (callee, count) = hasReceiver ? (R.window(a), i.B &+ 1) : (R.window(a &+ 1), i.B)
      if try enterNamed(callee, count, keywords: i.N, first: i.C, destination: a) { return false }
      guard let value = try callMethod(R, a, i.B, keywords: i.N, first: i.C, destination: a) else { return false }
      R.set(a, value)
    }
    return true
  }

  /// With a receiver in `R[a + 1]` it is the first argument; without one the callee stands there.
  private func callMethod(
    _ R: Registers, _ a: Int, _ count: Int, keywords: Int, first: Int, destination: Int
  ) throws(Fault) -> Value? {
    if R[a].isUnbound {
      return try callSlowly(a + 1, count, keywords: keywords, first: first, destination: destination)
    }
    return try callSlowly(a, count + 1, keywords: keywords, first: first, destination: destination)
  }
}

extension Value {
  /// The item of a string or flat float array at a plain index, where that needs no more than a load.
  @inline(__always) borrowing func fastItem(_ index: Int) -> Value? {
    switch self {
    case .string(let r):
      r.value.isASCII && index >= 0 && index < r.value.byteCount ? .character(UInt32(r.value.bytes[index])) : nil
    case .array(let r): r.value.fastElement(index).map { .scalar($0) }
    default: nil
    }
  }

  /// Stores into a flat float array at a plain index; false where that needs more.
  @inline(__always) borrowing func fastSetItem(_ index: Int, _ new: borrowing Value) -> Bool {
    switch self {
    case .array(let r):
      if let double = new.asFloat { return r.value.fastStore(index, double) }
      if let scalar = new.asScalar, scalar.type == .float64 { return r.value.fastStore(index, scalar.asDouble) }
      return false
    default: return false
    }
  }
}
