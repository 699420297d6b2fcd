// What the loop does itself: operations on plain numbers, and items of lists and tuples.

extension Registers {
  /// R[A] = R[B] + other[C] for two ints whose sum is one, or two floats; false where that needs more.
  @inline(__always) mutating func add(_ i: Instruction, _ other: Registers) -> Bool {
    if let x = int(i.B), let y = other.int(i.C) {
      let (result, overflow) = x.addingReportingOverflow(y)
      if overflow { return false }
      set(i.A, .int(result))
      return true
    }
    guard let x = float(i.B), let y = other.float(i.C) else { return combineMixed(.add, i, other) }
    set(i.A, .float(x + y))
    return true
  }

  @inline(__always) mutating func subtract(_ i: Instruction, _ other: Registers) -> Bool {
    if let x = int(i.B), let y = other.int(i.C) {
      let (result, overflow) = x.subtractingReportingOverflow(y)
      if overflow { return false }
      set(i.A, .int(result))
      return true
    }
    guard let x = float(i.B), let y = other.float(i.C) else { return combineMixed(.subtract, i, other) }
    set(i.A, .float(x - y))
    return true
  }

  @inline(__always) mutating func multiply(_ i: Instruction, _ other: Registers) -> Bool {
    if let x = int(i.B), let y = other.int(i.C) {
      let (result, overflow) = x.multipliedReportingOverflow(by: y)
      if overflow { return false }
      set(i.A, .int(result))
      return true
    }
    guard let x = float(i.B), let y = other.float(i.C) else { return combineMixed(.multiply, i, other) }
    set(i.A, .float(x * y))
    return true
  }

  @inline(__always) mutating func divide(_ i: Instruction, _ other: Registers) -> Bool {
    guard let x = float(i.B), let y = other.float(i.C), y != 0 else { return divideMixed(i, other) }
    set(i.A, .float(x / y))
    return true
  }

  /// The same of an int and a float, either way.
  @inline(never) private mutating func combineMixed(
    _ op: ArithmeticOperator, _ i: Instruction, _ other: Registers
  ) -> Bool {
    let (x, y): (Double, Double)
    if let a = self[i.B].asFloat, let b = other[i.C].asInt {
      (x, y) = (a, Double(b))
    } else if let a = self[i.B].asInt, let b = other[i.C].asFloat {
      (x, y) = (Double(a), b)
    } else {
      return false
    }
    switch op {
    case .add: set(i.A, .float(x + y))
    case .subtract: set(i.A, .float(x - y))
    case .multiply: set(i.A, .float(x * y))
    default: return false
    }
    return true
  }

  /// The quotient of two numbers of which one at least is an int: exact as floats, so that it is rounded once.
  @inline(never) private mutating func divideMixed(_ i: Instruction, _ other: Registers) -> Bool {
    guard i.N < OperandFlags.warnsOfDivision, let x = self[i.B].exactDouble, let y = other[i.C].exactDouble, y != 0
    else { return false }
    set(i.A, .float(x / y))
    return true
  }

  @inline(__always) mutating func floorDivide(_ i: Instruction, _ other: Registers) -> Bool {
    guard let x = int(i.B), let y = other.int(i.C), y > 0 else { return false }
    if y == 2 {
      set(i.A, .int(x >> 1))
      return true
    }
    set(i.A, .int(NumberArithmetic.floorQuotient(x, y)))
    return true
  }

  @inline(__always) mutating func remainder(_ i: Instruction, _ other: Registers) -> Bool {
    guard let x = int(i.B), let y = other.int(i.C), y > 0 else { return false }
    if y & (y &- 1) == 0 {
      set(i.A, .int(x & (y &- 1)))
      return true
    }
    set(i.A, .int(NumberArithmetic.floorRemainder(x, y)))
    return true
  }

  /// R[A] = -R[B] of a float, or an int whose negative is one; false where that needs more.
  @inline(__always) mutating func negate(_ i: Instruction) -> Bool {
    if let x = self[i.B].asFloat {
      set(i.A, .float(-x))
      return true
    }
    guard let x = self[i.B].asInt, x != .min else { return false }
    set(i.A, .int(0 &- x))
    return true
  }

  /// The truth of a register that no method has a say in; nil where that needs more.
  @inline(__always) func truth(_ index: Int) -> Bool? {
    if let truth = self[index].quickTruth { return truth }
    return self[index].plainTruth
  }

  /// The bit operators and shifts of ints that stay ints.
  @inline(__always) mutating func combineBits(_ i: Instruction) -> Bool {
    guard let x = int(i.B), let y = int(i.C) else { return false }
    switch i.opcode {
    case .bitAnd: set(i.A, .int(x & y))
    case .bitOr: set(i.A, .int(x | y))
    case .bitXor: set(i.A, .int(x ^ y))
    case .rightShift where y >= 0: set(i.A, .int(x >> min(y, 63)))
    case .leftShift where y >= 0 && y < x.magnitude.leadingZeroBitCount &- 1: set(i.A, .int(x &<< y))
    default: return false
    }
    return true
  }

  /// R[A] = R[B][other[C]] for a list, tuple or text and an int within it; false where that needs more.
  @inline(__always) mutating func copyItem(_ i: Instruction, _ other: Registers) -> Bool {
    guard var index = other.int(i.C) else { return false }
    let (items, count): (Registers?, Int)
    if let list = self.list(at: i.B) {
      (items, count) = (list.value.items.registers, list.value.items.count)
    } else if let tuple = self.tuple(at: i.B) {
      (items, count) = (tuple.value.items.registers, tuple.value.items.count)
    } else if let string = text(at: i.B) {
      if index < 0 { index &+= string.value.count }
      guard let character = string.value.cachedCharacter(index) else { return false }
      copy(i.A, from: character, 0)
      return true
    } else {
      return false
    }
    if index < 0 { index &+= count }
    guard index >= 0, index < count, let items else { return false }
    copy(i.A, from: items, index)
    return true
  }

  /// R[A] = R[B][other[C]] for a dictionary and a text that is found in it at once; false where that needs more.
  @inline(__always) mutating func copyEntry(_ i: Instruction, _ other: Registers) -> Bool {
    guard let key = other.text(at: i.C), let dictionary = self.dictionary(at: i.B),
      let value = dictionary.value.value(ofSame: key)
    else { return false }
    copy(i.A, from: value, 0)
    if i.n != 0 { releaseOperands(i) }
    return true
  }

  /// R[A][R[B]] = R[C] for a dictionary and a text that is found in it at once; false where that needs more.
  @inline(__always) func storeEntry(_ i: Instruction) -> Bool {
    guard let key = text(at: i.B), let dictionary = self.dictionary(at: i.A),
      var value = dictionary.value.value(ofSame: key)
    else { return false }
    value.copy(0, from: self, i.C)
    return true
  }

  /// Lets go of the operands that die with an instruction.
  @inline(__always) private mutating func releaseOperands(_ i: Instruction) {
    if i.N & OperandFlags.leftIsTemporary != 0 && i.B != i.A { set(i.B, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0 && i.C != i.A { set(i.C, .nothing) }
  }

  /// A field of an f-string without a specification that is a string or an int: `joinStrings` takes those as they are.
  @inline(__always) mutating func keepsText(_ i: Instruction) -> Bool {
    guard i.n == 0, self[i.B].asInt != nil || text(at: i.B) != nil else { return false }
    copy(i.A, from: self, i.B)
    return true
  }

  /// R[A][R[B]] = R[C] for a list and an int within it; false where that needs more.
  @inline(__always) func storeItem(_ i: Instruction) -> Bool {
    guard var index = int(i.B), let list = self.list(at: i.A) else { return false }
    if index < 0 { index &+= list.value.items.count }
    guard index >= 0, index < list.value.items.count, var items = list.value.items.registers else { return false }
    items.copy(index, from: self, i.C)
    return true
  }

  /// R[A], … = the parts of the tuple or list R[B], where it has as many as are asked for and none takes its place; false
  /// where that needs more.
  @inline(__always) mutating func unpackItems(_ i: Instruction) -> Bool {
    let (parts, count): (Registers?, Int)
    if let tuple = self.tuple(at: i.B) {
      (parts, count) = (tuple.value.items.registers, tuple.value.items.count)
    } else if let list = self.list(at: i.B) {
      (parts, count) = (list.value.items.registers, list.value.items.count)
    } else {
      return false
    }
    guard i.B < i.A || i.B >= i.A &+ i.C, count == i.C, let items = parts else { return false }
    var index = 0
    while index < i.C {
      copy(i.A &+ index, from: items, index)
      index &+= 1
    }
    if i.n == 1 { set(i.B, .nothing) }
    return true
  }
}

extension Registers {
  /// Whether a comparison of two ints or two floats holds; nil for other values.
  @inline(__always) private func quickly(
    _ comparison: Comparison, _ left: Int, _ other: Registers, _ right: Int
  ) -> Bool? {
    if let x = int(left), let y = other.int(right) { return comparison.holds(x, y) }
    if let x = float(left), let y = other.float(right) { return comparison.holds(x, y) }
    return nil
  }

  /// R[A] = whether a comparison of two ints or two floats in R[B] and R[C] holds; false where that needs more.
  @inline(__always) mutating func compare(_ comparison: Comparison, _ i: Instruction) -> Bool {
    guard let holds = quickly(comparison, i.B, self, i.C) else { return false }
    set(i.A, .bool(holds))
    return true
  }

  /// Jumps by B unless a comparison of two ints, floats or texts in R[A] and other[C] holds; false where that needs more.
  /// Each jump has to be a branch, which is foreseen: a place that is computed makes all that follows wait for the values.
  @inline(__always) func test(
    _ comparison: Comparison, _ i: Instruction, _ other: Registers, _ pc: inout ProgramCounter
  ) -> Bool {
    if let holds = quickly(comparison, i.A, other, i.C) {
      if _slowPath(!holds) { pc.jump(i.jump) }
      return true
    }
    if comparison == .equal || comparison == .notEqual, let x = text(at: i.A), let y = other.text(at: i.C) {
      let count = x.value.byteCount
      let areEqual =
        x == y
        || count == y.value.byteCount
          && (count == 1 ? x.value.firstByte == y.value.firstByte : Registers.areEqual(x, y))
      if _slowPath(areEqual != (comparison == .equal)) { pc.jump(i.jump) }
      return true
    }
    guard let holds = self[i.A].mixedComparison(comparison, other[i.C]) else { return false }
    if _slowPath(!holds) { pc.jump(i.jump) }
    return true
  }

  @inline(never) private static func areEqual(_ x: Unowned<StringObject>, _ y: Unowned<StringObject>) -> Bool {
    x.value.isEqual(to: y.value)
  }

  /// R[A], R[A+1] = what instances of a shape have by a name: a method and the receiver R[B], or nothing and what the
  /// instance itself keeps.
  @inline(__always) mutating func setMethod(
    _ i: Instruction, _ known: borrowing ShapedEntry, _ instance: Unowned<InstanceObject>
  ) {
    guard let method = known.method else {
      copy(i.A &+ 1, from: instance.value.slots.registers ?? self, known.slot)
      set(i.A, .unbound)
      if i.n == 1 && i.B != i.A && i.B != i.A &+ 1 { set(i.B, .nothing) }
      return
    }
    if i.n == 1 { transfer(i.B, to: i.A &+ 1) } else { copy(i.A &+ 1, from: self, i.B) }
    replace(i.A, .function(method.owned()))
  }

  /// R[A], R[A+1] = a marker, which stands for the builtin in cache C, and the receiver R[B].
  @inline(__always) mutating func setMarkedMethod(_ i: Instruction) {
    if i.n == 1 { transfer(i.B, to: i.A &+ 1) } else { copy(i.A &+ 1, from: self, i.B) }
    set(i.A, .int(i.C))
  }

  /// R[A] = whether R[C] contains R[B], or not, with the jump that asks for it next; false where that needs somebody's
  /// methods.
  @inline(__always) mutating func contains(_ i: Instruction, _ pc: inout ProgramCounter) -> Bool {
    guard let holds = textContains(i) ?? quickContains(i) else { return false }
    let next = pc.instruction(ahead: 0)
    if next.opcode == .jumpIfFalse, next.a == i.a {
      if _slowPath(!holds) { pc.jump(next.wide &+ 1) } else { pc.jump(1) }
    }
    return true
  }

  /// The same of one character of ASCII and a text.
  @inline(__always) private mutating func textContains(_ i: Instruction) -> Bool? {
    guard let text = self.text(at: i.C), let part = self.text(at: i.B), part.value.byteCount == 1 else {
      return nil
    }
    let holds = text.value.bytes.has(part.value.firstByte) == (i.opcode == .contains)
    set(i.A, .bool(holds))
    return holds
  }

  /// Carries out `list.append(x)` where its `loadMethod` and the copy of `x` are followed by the call at once. False:
  /// it is something else.
  @inline(__always) mutating func append(
    _ i: Instruction, _ pc: inout ProgramCounter, _ caches: Window<InlineCache>
  ) -> Bool {
    guard let list = self.list(at: i.B), caches[i.C].appends else { return false }
    let (load, call) = (pc.instruction(ahead: 0), pc.instruction(ahead: 1))
    guard load.opcode == .move, load.n == 0, call.opcode == .callMethod, call.a == i.a, call.b == 1 else {
      return false
    }
    list.value.items.append(copyOf: self[load.B])
    if i.n == 1 { set(i.B, .nothing) }
    set(call.C, .nothing)
    pc.jump(2)
    return true
  }

  /// R[A] = the item at an int of what gives such without being asked for more.
  @inline(__always) mutating func takeFastItem(_ i: Instruction) -> Bool {
    guard let index = self[i.C].asInt, let value = self[i.B].fastItem(index) else { return false }
    set(i.A, value)
    return true
  }

  /// R[A] = whether R[C] contains R[B], or not, which is returned too; nil where that needs somebody's methods.
  @inline(never) mutating func quickContains(_ i: Instruction) -> Bool? {
    guard let found = self[i.C].quicklyContains(self[i.B]) else { return nil }
    let holds = found == (i.opcode == .contains)
    set(i.A, .bool(holds))
    return holds
  }

  /// The same for the function in a register, whose arguments stand behind it.
  @inline(never) func fillDefaults(_ a: Int, _ function: Unowned<Function>, _ count: Int) -> Bool {
    window(a &+ 1).supplyDefaults(function, count)
  }

  /// R[A] = what a class itself has by the name in cache C, where that is known and no descriptor.
  @inline(__always) mutating func copyMember(
    _ i: Instruction, _ type: Unowned<ClassObject>, _ caches: Window<InlineCache>
  ) -> Bool {
    guard caches[i.C].link.key == 0 &- type.value.version, caches[i.C].link.form == .data,
      let member = caches[i.C].link.member, let values = member.owner.value.members.values.registers
    else { return false }
    copy(i.A, from: values, member.position)
    if i.n == 1 && i.A != i.B { set(i.B, .nothing) }
    return true
  }

  /// Makes a function's `*args` of the arguments beyond its parameters, and empty `**kwargs` where it has such. False, and
  /// nothing has changed: there is more to be bound.
  @inline(__always) func collectRest(_ function: Unowned<Function>, _ count: Int) -> Bool {
    let parameters = function.value.parameters
    let limit = parameters.positional
    guard parameters.isVariadic, parameters.count == limit, count >= limit else { return false }
    var window = self
    let rest = window.takeTuple(limit, count &- limit)
    window.set(limit, rest)
    if parameters.isKeywordVariadic { window.set(limit &+ 1, .dictionary(Ref(DictionaryObject()))) }
    return true
  }

  /// Gives the parameters of a function from `count` on their defaults. False: some have none, or more is to be bound.
  @inline(__always) func supplyDefaults(_ function: Unowned<Function>, _ count: Int) -> Bool {
    let arity = function.value.arity
    if count == arity { return true }
    guard function.value.hasDefaults(for: count), let defaults = function.value.defaults.registers else { return false }
    var window = self
    let first = arity &- function.value.defaults.count
    var index = count
    while index < arity {
      window.copy(index, from: defaults, index &- first)
      index &+= 1
    }
    return true
  }
}

extension Function {
  /// Whether there are defaults for all parameters from `count` on, and but a few.
  @inline(__always) borrowing func hasDefaults(for count: Int) -> Bool {
    let missing = arity &- count
    return missing > 0 && missing <= defaults.count && missing <= 16
  }
}

extension Value {
  /// A float, or an int that is one exactly; nil for other values.
  fileprivate var exactDouble: Double? {
    @inline(__always) borrowing get {
      if let x = asFloat { return x }
      guard let x = asInt, x.magnitude <= 1 << 53 else { return nil }
      return Double(x)
    }
  }

  /// Whether a comparison of a float and an int that is one exactly holds; nil for other values.
  @inline(never) fileprivate borrowing func mixedComparison(
    _ comparison: Comparison, _ other: borrowing Value
  ) -> Bool? {
    guard asFloat != nil && other.asInt != nil || asInt != nil && other.asFloat != nil, let x = exactDouble,
      let y = other.exactDouble
    else { return nil }
    return comparison.holds(x, y)
  }

}
