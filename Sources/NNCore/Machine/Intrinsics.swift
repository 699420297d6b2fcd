// Calls of the commonest builtins with plain arguments: no binding, no closure, nothing that could fail.

extension Machine {
  /// Carries out the call of what stands in `R[a]`, a builtin or type, with the `count` arguments above it. False, and
  /// nothing has happened, where that is no intrinsic, or takes more.
  @inline(__always) func callIntrinsic(_ registers: Registers, _ a: Int, _ count: Int, _ destination: Int) -> Bool {
    callIntrinsic(registers[a], registers, a, count, destination)
  }

  /// The same of a builtin or type that stands elsewhere.
  @inline(never) func callIntrinsic(
    _ callee: borrowing Value, _ registers: Registers, _ a: Int, _ count: Int, _ destination: Int
  ) -> Bool {
    guard let builtin = plainCallee(callee) else { return false }
    if builtin.value.intrinsic == .unknown { builtin.value.findIntrinsic() }
    return callIntrinsic(builtin, registers, a, count, destination)
  }

  @inline(__always) private func callIntrinsic(
    _ builtin: Unowned<BuiltinObject>, _ registers: Registers, _ a: Int, _ count: Int, _ destination: Int
  ) -> Bool {
    let arguments = registers.window(a &+ 1)
    var R = registers
    switch count {
    case 1:
      guard let value = Machine.result(builtin.value.intrinsic, arguments) else { return false }
      finishIntrinsic(R, a, 1)
      R.set(destination, value)
      return true
    case 2:
      guard let value = Machine.result(builtin.value.intrinsic, arguments, arguments[1]) else { return false }
      finishIntrinsic(R, a, 2)
      R.set(destination, value)
      return true
    case 3:
      guard let value = Machine.result(builtin.value.intrinsic, arguments, arguments[1], arguments[2]) else {
        return false
      }
      finishIntrinsic(R, a, 3)
      R.set(destination, value)
      return true
    default: return false
    }
  }

  /// Carries out the call of a builtin that a global's note tells. False, and nothing has happened, where it is no
  /// intrinsic, or takes more.
  @inline(never) func callKnown(_ found: Int, _ R: Registers, _ i: Instruction) -> Bool {
    let known = builtinWindow
    guard let builtin = plainCallee(known[found]) else { return makePlainException(known[found], R, i) }
    if builtin.value.intrinsic == .unknown { builtin.value.findIntrinsic() }
    if i.opcode == .callGlobalWith { return callKnownWith(builtin, R, i) }
    if builtin.value.intrinsic == .isInstance, i.N == 2 { return testInstance(R, i) }
    return callIntrinsic(builtin, R, i.A, i.N, i.B)
  }

  /// The same of a class of exceptions that keep nothing but their arguments.
  private func makePlainException(_ callee: borrowing Value, _ registers: Registers, _ i: Instruction) -> Bool {
    var R = registers
    guard let kind = callee.builtinExceptionKind(), !kind.hasFields, kind != .axisError else { return false }
    var arguments = ValueList(capacity: i.callCount)
    if i.opcode == .callGlobalWith {
      arguments.append(R[i.N].copy())
    } else {
      for index in 0..<i.callCount { arguments.append(R.take(i.A &+ 1 &+ index)) }
    }
    R.set(i.B, .exception(Ref(ExceptionObject(kind, arguments))))
    return true
  }

  /// The same of `isinstance`.
  @inline(__always) private func testInstance(_ registers: Registers, _ i: Instruction) -> Bool {
    var R = registers
    guard let answer = R[i.A &+ 1].isPlainInstance(ofAny: R[i.A &+ 2]) else { return false }
    R.set(i.A &+ 1, .nothing)
    R.set(i.A &+ 2, .nothing)
    R.set(i.B, .bool(answer))
    return true
  }

  /// The same with the argument in R[N].
  @inline(__always) private func callKnownWith(
    _ builtin: Unowned<BuiltinObject>, _ registers: Registers, _ i: Instruction
  ) -> Bool {
    var R = registers
    guard let value = Machine.result(builtin.value.intrinsic, R.window(i.N)) else { return false }
    R.set(i.B, value)
    return true
  }

  /// R[A], R[A+1] = a marker for the builtin in cache C, and the receiver R[B]; or the call for which it is has been
  /// carried out, which makes so many more instructions.
  @inline(never) func loadMarked(
    _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter, _ function: Unowned<Function>
  ) -> Int? {
    var R = registers
    let done = callAtOnce(R, i, pc, function)
    if done == 0 { R.setMarkedMethod(i) }
    return done
  }

  /// The same of a builtin that itself stands in R[A]; nil where the cache does not know it.
  @inline(never) func loadBuiltinMethod(
    _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter, _ function: Unowned<Function>
  ) -> Int? {
    var R = registers
    let caches = function.value.caches
    let family = R[i.B].methodFamily
    guard family != 0, caches[i.C].family == family, let builtin = caches[i.C].builtin else { return nil }
    // Of sets and native objects, which share their tags with others.
    if family == 8 && builtin.value.intrinsic == .add || family >= Value.firstNativeFamily && builtin.value.leaf != nil
    {
      let done = callAtOnce(R, i, pc, function)
      if done > 0 { return done }
    }
    if i.n == 1 { R.transfer(i.B, to: i.A &+ 1) } else { R.copy(i.A &+ 1, from: R, i.B) }
    R.set(i.A, .builtin(builtin.owned()))
    return 0
  }

  /// Carries out, at a `loadMethod` of a builtin that may get a marker, the call for which it loads, where that follows
  /// at once: without arguments, or with one or two that are loaded just so. How many instructions that makes; 0, and
  /// nothing has happened, where it is something else, or takes more.
  @inline(__always) private func callAtOnce(
    _ registers: Registers, _ i: Instruction, _ pc: ProgramCounter, _ function: Unowned<Function>
  ) -> Int {
    guard let builtin = function.value.caches[i.C].builtin else { return 0 }
    let first = pc.instruction(ahead: 0)
    let receiver = registers.window(i.B)
    if first.opcode == .callMethod {
      if first.b != 0 || first.a != i.a { return 0 }
      if let value = Machine.result(builtin.value.intrinsic, receiver) {
        finishAtOnce(registers, i, first.C, value)
        return 1
      }
      guard let leaf = builtin.value.leaf, !Tracing.isAsked, let value = leaf(self, receiver, 1) else { return 0 }
      finishAtOnce(registers, i, first.C, value)
      return 1
    }
    guard builtin.value.intrinsic.takesOperands, let x = operand(first, registers, function) else { return 0 }
    let second = pc.instruction(ahead: 1)
    if second.opcode == .callMethod {
      guard second.b == 1, second.a == i.a else { return 0 }
      if builtin.value.intrinsic == .append {
        guard let list = receiver[0].exactList else { return 0 }
        list.value.items.append(x[0].copy())
        finishAtOnce(registers, i, second.C, .nothing)
      } else {
        guard let value = Machine.result(builtin.value.intrinsic, receiver, x[0]) else { return 0 }
        finishAtOnce(registers, i, second.C, value)
      }
      return 2
    }
    let third = pc.instruction(ahead: 2)
    guard third.opcode == .callMethod, third.b == 2, third.a == i.a else { return 0 }
    if builtin.value.intrinsic == .get {
      let done = countAtOnce(registers, i, pc, function)
      if done > 0 { return done }
    }
    guard let y = operand(second, registers, function),
      let value = Machine.result(builtin.value.intrinsic, receiver, x[0], y[0])
    else { return 0 }
    finishAtOnce(registers, i, third.C, value)
    return 3
  }

  /// What an instruction loads as an argument, where it stands.
  @inline(__always) func operand(
    _ i: Instruction, _ R: Registers, _ function: Unowned<Function>
  ) -> Registers? {
    switch i.opcode {
    case .move: i.n == 1 ? nil : R.window(i.B)
    case .loadConstant: function.value.constants.window(i.wide)
    default: nil
    }
  }

  /// Puts the result of a call in its place; the receiver goes where it dies with the `loadMethod`.
  @inline(__always) private func finishAtOnce(
    _ registers: Registers, _ i: Instruction, _ destination: Int, _ value: consuming Value
  ) {
    var R = registers
    if i.n == 1 { R.set(i.B, .nothing) }
    R.set(destination, value)
  }

  /// Carries out a call of the builtin for which a marker stands in R[A], with the receiver R[A+1] and B more arguments.
  /// False, and nothing has happened but that the builtin stands in its place, where that takes more.
  @inline(never) func callMarked(_ registers: Registers, _ i: Instruction, _ function: Unowned<Function>) -> Bool {
    var R = registers
    let arguments = R.window(i.A &+ 1)
    guard let builtin = markedBuiltin(R, i.A, function) else { return false }
    switch builtin.value.intrinsic {
    case .none, .unknown:
      if let leaf = builtin.value.leaf, !Tracing.isAsked, let value = leaf(self, arguments, i.B &+ 1) {
        finishIntrinsic(R, i.A, i.B &+ 1)
        R.set(i.C, value)
        return true
      }
    case .append where i.B == 1:
      guard let list = arguments[0].exactList else { break }
      list.value.items.append(R.take(i.A &+ 2))
      R.set(i.A &+ 1, .nothing)
      R.set(i.C, .nothing)
      return true
    default: if callIntrinsic(builtin, R, i.A, i.B &+ 1, i.C) { return true }
    }
    R.set(i.A, .builtin(builtin.owned()))
    return false
  }

  /// The builtin that a marker stands for: that of the cache, unless the call's arguments have come back here with another
  /// kind of receiver.
  @inline(__always) private func markedBuiltin(
    _ R: Registers, _ a: Int, _ function: Unowned<Function>
  ) -> Unowned<BuiltinObject>? {
    guard let marker = R[a].asInt else { return nil }
    let caches = function.value.caches
    if R.tag(a &+ 1) == caches[marker].markedTag, let builtin = caches[marker].builtin { return builtin }
    return attribute(caches[marker].name, of: R[a &+ 1].attributeOwner)
  }

  /// Puts the builtin in the place of a marker.
  func unmark(_ registers: Registers, _ a: Int) {
    var R = registers
    if let builtin = markedBuiltin(R, a, frames.current.frame.function) { R.set(a, .builtin(builtin.owned())) }
  }

  /// Lets the callee and its arguments go.
  @inline(__always) private func finishIntrinsic(_ R: Registers, _ a: Int, _ count: Int) {
    var R = R
    var index = a
    while index <= a &+ count {
      R.set(index, .nothing)
      index &+= 1
    }
  }

  // MARK: One argument

  @inline(__always) private static func result(_ intrinsic: Intrinsic, _ R: Registers) -> Value? {
    switch intrinsic {
    case .len: return R[0].plainLength.map { .int($0) }
    case .ord:
      guard let text = R[0].exactString, text.value.count == 1 else { return nil }
      return .int(Int(text.value[0]))
    case .isDigit, .isLetter, .isAlphanumeric, .isSpace:
      guard let text = R[0].exactString, text.value.byteCount == 1 else { return nil }
      return .bool(text.value.firstByte.passes(intrinsic))
    case .chr:
      guard let point = R[0].asInt, point >= 0, point < 256 else { return nil }
      return .character(UInt32(point))
    case .abs:
      if let integer = R[0].asInt { return integer == .min ? nil : .int(Swift.abs(integer)) }
      return R[0].asFloat.map { .float($0.magnitude) }
    case .pop:
      guard let list = R[0].exactList else { return nil }
      return list.value.items.popLast()
    case .keys: return view(.keys, R[0])
    case .values: return view(.values, R[0])
    case .items: return view(.items, R[0])
    case .bool: return R[0].quickTruth.map { .bool($0) }
    case .int: return R[0].plainInteger.map { .int($0) }
    case .float:
      if let double = R[0].asFloat { return .float(double) }
      return R[0].asInt.map { .float(Double($0)) }
    case .string:
      if R[0].exactString != nil { return R[0].copy() }
      guard let integer = R[0].asInt else { return nil }
      return .decimal(integer)
    case .type:
      if let instance = R[0].asInstance { return .classObject(instance.value.type.copy()) }
      return R[0].plainType.map { .type($0) }
    case .tuple: return R[0].exactList.flatMap { .tuple($0.value.items, ValueList()) }
    case .next: return R[0].asIterator.flatMap { $0.value.plainNext() }
    case .range:
      guard let stop = R[0].asInt else { return nil }
      return .range(Ref(RangeObject(0, stop, 1)))
    default: return nil
    }
  }

  @inline(__always) private static func view(_ mode: ViewObject.Mode, _ value: borrowing Value) -> Value? {
    guard let dictionary = value.exactDictionary, !dictionary.value.isNamespace else { return nil }
    return .view(Ref(ViewObject(mode, value.copy())))
  }

  // MARK: Two arguments

  @inline(__always) private static func result(
    _ intrinsic: Intrinsic, _ registers: Registers, _ second: borrowing Value
  ) -> Value? {
    var R = registers
    switch intrinsic {
    case .append:
      guard let list = R[0].exactList else { return nil }
      list.value.items.append(R.take(1))
      return .nothing
    case .pop:
      guard let list = R[0].exactList, var index = second.asInt else { return nil }
      if index < 0 { index &+= list.value.items.count }
      if index < 0 || index >= list.value.items.count { return nil }
      return list.value.items.remove(at: index)
    case .get:
      guard let dictionary = R[0].exactDictionary else { return nil }
      return dictionary.value.quickItem(second, orElse: .nothing)
    case .setDefault: return setDefault(R[0], second, .nothing)
    case .add:
      guard let set = R[0].exactSet, set.value.quicklyAdd(second) else { return nil }
      return .nothing
    case .startsWith:
      guard let text = R[0].exactString, let part = second.exactString else { return nil }
      return .bool(text.value.has(part.value, at: 0))
    case .endsWith:
      guard let text = R[0].exactString, let part = second.exactString else { return nil }
      return .bool(text.value.has(part.value, at: text.value.count &- part.value.count))
    case .isInstance:
      return R[0].isPlainInstance(ofAny: second).map { .bool($0) }
    case .min:
      if let x = R[0].asInt, let y = second.asInt { return .int(Swift.min(x, y)) }
      guard let x = R[0].asFloat, let y = second.asFloat else { return nil }
      return .float(y < x ? y : x)
    case .max:
      if let x = R[0].asInt, let y = second.asInt { return .int(Swift.max(x, y)) }
      guard let x = R[0].asFloat, let y = second.asFloat else { return nil }
      return .float(y > x ? y : x)
    case .range:
      guard let start = R[0].asInt, let stop = second.asInt else { return nil }
      return .range(Ref(RangeObject(start, stop, 1)))
    default: return nil
    }
  }

  // MARK: Three arguments

  @inline(__always) private static func result(
    _ intrinsic: Intrinsic, _ R: Registers, _ second: borrowing Value, _ third: borrowing Value
  ) -> Value? {
    switch intrinsic {
    case .get:
      guard let dictionary = R[0].exactDictionary else { return nil }
      return dictionary.value.quickItem(second, orElse: third)
    case .setDefault: return setDefault(R[0], second, third)
    case .range:
      guard let start = R[0].asInt, let stop = second.asInt, let step = third.asInt, step != 0 else { return nil }
      return .range(Ref(RangeObject(start, stop, step)))
    default: return nil
    }
  }

  @inline(never) private static func setDefault(
    _ dictionary: borrowing Value, _ key: borrowing Value, _ value: borrowing Value
  ) -> Value? {
    guard let dictionary = dictionary.exactDictionary, !dictionary.value.isNamespace, let hash = key.quickHash else {
      return nil
    }
    switch dictionary.value.table.quickPlace(key, hash) {
    case .found(let entry): return dictionary.value.table.entries[entry].value.copy()
    case .absent:
      dictionary.value.table.add(key.copy(), hash, value.copy())
      return value.copy()
    case .unknown: return nil
    }
  }
}

extension IteratorObject {
  /// The next item of an iterator over a list, tuple or small range; nil for others, and at the end.
  @inline(never) fileprivate mutating func plainNext() -> Value? {
    guard !isExhausted, sources.count == 1, case .sequence = mode else { return nil }
    if let list = sources[0].exactList {
      guard position < list.value.items.count else { return nil }
      position &+= 1
      return list.value.items[position &- 1].copy()
    }
    if let tuple = sources[0].exactTuple {
      guard position < tuple.value.items.count else { return nil }
      position &+= 1
      return tuple.value.items[position &- 1].copy()
    }
    guard let range = sources[0].asRange, range.value.wide == nil, position < range.value.count else { return nil }
    position &+= 1
    return .int(range.value[position &- 1])
  }
}

extension DictionaryObject {
  /// A key's value, or another one; nil where only a deep comparison can tell.
  @inline(__always) borrowing func quickItem(_ key: borrowing Value, orElse other: borrowing Value) -> Value? {
    switch quickPlace(key) {
    case .found(let entry): return table.entries[entry].value.copy()
    case .absent: return other.copy()
    case .unknown: return nil
    }
  }
}

extension Value {
  /// Whether a call of the value may be that of an intrinsic.
  var mayBeIntrinsic: Bool {
    @inline(__always) borrowing get {
      switch self {
      case .builtin(let r): r.value.intrinsic != .none
      case .type: true
      default: false
      }
    }
  }

  /// The type of a value of the commonest types.
  fileprivate var plainType: BuiltinType? {
    borrowing get {
      switch typeOrdinal {
      case 2: .bool
      case 3: .int
      case 4: .float
      case 5: .string
      case 6: .tuple
      case 7: .list
      case 8: .dictionary
      default: nil
      }
    }
  }

  /// The length of a list, tuple, string, dictionary, set or small range; nil for others.
  fileprivate var plainLength: Int? {
    @inline(__always) borrowing get {
      if let list = exactList { return list.value.items.count }
      if let string = exactString { return string.value.count }
      if let dictionary = exactDictionary { return dictionary.value.isNamespace ? nil : dictionary.value.table.count }
      if let tuple = exactTuple { return tuple.value.items.count }
      if let set = exactSet { return set.value.table.count }
      return nil
    }
  }

  /// What `int` makes of an int, a float of small size, or up to 18 digits; nil for others.
  fileprivate var plainInteger: Int? {
    @inline(__always) borrowing get {
      if let integer = asInt { return integer }
      if let double = asFloat { return double.magnitude < 0x1p62 ? Int(double) : nil }
      guard let text = exactString else { return nil }
      return text.value.bytes.plainInteger
    }
  }
}

extension ByteView {
  /// The number of up to 18 decimal digits with a sign before them; nil for other text.
  fileprivate var plainInteger: Int? {
    var index = count > 0 && (self[0] == UInt8(ascii: "-") || self[0] == UInt8(ascii: "+")) ? 1 : 0
    if index == count || count &- index > 18 { return nil }
    let isNegative = self[0] == UInt8(ascii: "-")
    var number = 0
    while index < count {
      let digit = self[index] &- 48
      if digit > 9 { return nil }
      number = number &* 10 &+ Int(digit)
      index &+= 1
    }
    return isNegative ? 0 &- number : number
  }
}

extension UInt8 {
  /// Whether a character of ASCII is of the sort that a method of texts asks for.
  fileprivate func passes(_ test: Intrinsic) -> Bool {
    let (isDigit, isLetter) = (self &- 48 < 10, (self | 0x20) &- 97 < 26)
    switch test {
    case .isDigit: return isDigit
    case .isLetter: return isLetter
    case .isAlphanumeric: return isDigit || isLetter
    default: return self &- 9 < 5 || self &- 28 < 5
    }
  }
}
