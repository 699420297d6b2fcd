import NNIntegers

extension Context {
  /// `x op y` (or `x op= y`). Consumes its operands, so that an array that dies here lends its memory.
  func arithmetic(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool = false,
    after phase: OperatorPhase = .none
  ) throws(Fault) -> Value {
    if x.hasSpecialMethods || y.hasSpecialMethods {
      if phase == .none, !inPlace, let result = try leadingObjectArithmetic(op, x, y) { return result }
      if let result = try specialArithmetic(op, x, y, inPlace: inPlace, after: phase) { return result }
      if let result = try classOperation(op.ufuncName, x, y, inPlace: inPlace) { return result }
      // What stands on the right of a template is formatted as it is.
      let isTemplate = op == .remainder && x.payload == nil && (x.asString != nil || x.asBytes != nil)
      if !isTemplate, x.payload != nil || y.payload != nil { return try payloadArithmetic(op, x, y, inPlace: inPlace) }
    }
    if let a = x.asBool, let b = y.asBool, let result = op.logical(a, b) { return .bool(result) }
    if let result = try NumberArithmetic.integers(op, x, y) { return result }
    if let a = x.number, let b = y.number {
      if let result = try NumberArithmetic.apply(op, a, b) { return result }
      throw unsupported(op, x, y, inPlace)
    }
    if op == .remainder, let template = x.asString {
      if let text = try quickPercent(template, y) { return text }
      return .string(try percentFormat(template.value.text.utf8, y))
    }
    if x.isArrayLike || y.isArrayLike {
      return try arrayArithmetic(op, x, y, inPlace: inPlace)
    }
    if x.asBytes != nil, let result = try bytesArithmetic(op, x, y, inPlace: inPlace) { return result }
    if let result = try sequenceArithmetic(op, x, y, inPlace: inPlace) { return result }
    if y.asBytes != nil, let result = try bytesArithmetic(op, x, y, inPlace: inPlace) { return result }
    if let result = try setArithmetic(op, x, y, inPlace: inPlace) { return result }
    if let result = try complexArithmetic(op, x, y) { return result }
    if op == .bitOr, let union = typeUnion(x, y) { return union }
    throw unsupported(op, x, y, inPlace)
  }

  /// An operator on instances that extend builtin values, none of whose classes knows the operator.
  private func payloadArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value {
    let own = x.unwrapped
    let result = try payloadResult(op, x, y, own, inPlace)
    return inPlace && result.object != nil && isSame(result, own) ? x.copy() : result
  }

  /// The operator on the builtin values that instances extend; an error names the classes of the operands.
  private func payloadResult(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, _ own: borrowing Value, _ inPlace: Bool
  ) throws(Fault) -> Value {
    if inPlace, op == .add, let list = own.asList {
      try extend(list, with: y)
      return own.copy()
    }
    if op == .bitOr, let dictionary = own.asDictionary, y.asDictionary != nil, hasOwnKeys(y) {
      let merged = inPlace ? dictionary.owned() : Ref(DictionaryObject())
      if !inPlace { try update(merged.unowned, from: dictionary) }
      try update(merged.unowned, from: y)
      return .dictionary(merged)
    }
    let isTemplate = op == .remainder && (own.asString != nil || own.asBytes != nil)
    let other = isTemplate ? y.copy() : y.unwrapped
    do throws(Fault) { return try arithmetic(op, own.copy(), other, inPlace: inPlace) } catch {
      guard error.isKind(.typeError), error.message.hasPrefix("unsupported operand") else {
        throw error.naming(x).naming(y)
      }
      throw unsupported(op, x, y, inPlace)
    }
  }

  func unsupported(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, _ inPlace: Bool
  ) -> Fault {
    let text = inPlace ? (op == .power ? "**=" : op.text + "=") : op.text
    if op == .add, let message = concatenationMessage(x, y) { return Fault(.typeError, message) }
    let hint = x.listHint ?? y.listHint
    return Fault(
      .typeError, "unsupported operand type(s) for \(text): '\(x.typeName)' and '\(y.typeName)'",
      operands: [x.typeName, y.typeName], hint: hint)
  }

  private func concatenationMessage(_ x: borrowing Value, _ y: borrowing Value) -> String? {
    switch x {
    case .string: "can only concatenate str (not \"\(y.typeName)\") to str"
    case .list: "can only concatenate list (not \"\(y.typeName)\") to list"
    case .tuple: "can only concatenate tuple (not \"\(y.typeName)\") to tuple"
    default: nil
    }
  }

  /// Strings, lists, tuples and dictionaries; nil where the operator is not theirs.
  private func sequenceArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    switch op {
    case .add:
      if x.asString != nil, let b = y.asString { return .some(.concatenation(x.copy(), b)) }
      if let a = x.asList {
        if inPlace {
          try extend(a, with: y)
          return x.copy()
        }
        guard let b = y.asList else { return nil }
        return .some(.list(try joined(a.value.items, b.value.items)))
      }
      if let a = x.asTuple, let b = y.asTuple { return .some(.tuple(try joined(a.value.items, b.value.items))) }
    case .multiply:
      if let result = try repeated(x, y, inPlace: inPlace) { return result }
      // In place only a number gives way to the sequence on its right.
      if !inPlace || x.number != nil || x.isNone, let result = try repeated(y, x, inPlace: false) { return result }
    case .bitOr:
      if inPlace, let a = x.asDictionary, y.asDictionary == nil {
        try update(a, from: y)
        return x.copy()
      }
      guard let a = x.asDictionary, let b = y.asDictionary else { return nil }
      if inPlace {
        try update(a, from: b)
        return x.copy()
      }
      let merged = Ref(DictionaryObject())
      try update(merged.unowned, from: a)
      try update(merged.unowned, from: b)
      return .some(.dictionary(merged))
    default: break
    }
    return nil
  }

  private func joined(_ a: borrowing ValueList, _ b: borrowing ValueList) throws(Fault) -> ValueList {
    try checkRoom(values: a.count + b.count)
    var result = ValueList(capacity: a.count + b.count)
    result.append(copiesOf: a, 0, a.count)
    result.append(copiesOf: b, 0, b.count)
    return result
  }

  /// `list.extend`: the items of any iterable, itself included.
  func extend(_ list: Unowned<ListObject>, with source: borrowing Value) throws(Fault) {
    if let other = source.exactList, other != list { return try append(other.value.items, to: list) }
    if let other = source.exactTuple { return try append(other.value.items, to: list) }
    if source.asList != nil || source.asTuple != nil {
      var items = try self.items(source)
      items.reverse()
      while let item = items.popLast() { list.value.items.append(item) }
      return
    }
    // One by one: what an iterator does on the way may change the list.
    try forEach(source) { (item) throws(Fault) in
      if list.value.items.count >= Context.longestList { throw Fault(.memoryError, "") }
      list.value.items.append(item)
      return true
    }
  }

  private func append(_ items: borrowing ValueList, to list: Unowned<ListObject>) throws(Fault) {
    try checkRoom(values: list.value.items.count + items.count - list.value.items.capacity)
    list.value.items.append(copiesOf: items, 0, items.count)
  }

  /// Copies all entries of one dictionary into another.
  func update(_ target: Unowned<DictionaryObject>, from source: Unowned<DictionaryObject>) throws(Fault) {
    if source.value.isNamespace { try refresh(source) }
    if target != source, target.value.table.count == 0, !target.value.isNamespace {
      target.value.table.add(entriesOf: source.value.table)
      return
    }
    var entry = 0
    while entry < source.value.table.entries.count {
      if !source.value.table.entries[entry].key.isUnbound {
        let key = source.value.table.entries[entry].key.copy()
        try set(target, key, source.value.table.entries[entry].value.copy())
      }
      entry += 1
    }
  }

  /// Copies all entries of a mapping, an instance with `keys`; false where the value is none.
  func updateFromMapping(_ target: Unowned<DictionaryObject>, _ source: borrowing Value) throws(Fault) -> Bool {
    guard source.hasSpecialMethods, !source.isClass, let keys = try optionalAttribute(source, Symbol("keys")) else {
      return false
    }
    try copyEntries(of: source, keys: keys, into: target)
    return true
  }

  /// Copies the entries of a mapping whose method `keys` was found.
  func copyEntries(
    of source: borrowing Value, keys: borrowing Value, into target: Unowned<DictionaryObject>
  ) throws(Fault) {
    let names = try call(keys, ValueList())
    try forEach(names) { (key) throws(Fault) in
      try set(target, key, try item(source, at: key))
      return true
    }
  }

  /// An attribute, nil where the value has none of that name.
  func optionalAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value? {
    if plainlyLacks(value, name) { return nil }
    do throws(Fault) { return .some(try attribute(value, name)) } catch {
      if error.isKind(.attributeError) { return nil }
      throw error
    }
  }

  /// `sequence * count`; nil where the operands are something else. MemoryError beyond a limit.
  private func repeated(
    _ sequence: borrowing Value, _ count: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    let isSequence = sequence.asString != nil || sequence.asList != nil || sequence.asTuple != nil
    guard isSequence else { return nil }
    guard let times = try indexInteger(count, orRaise: .overflowError) else {
      if count.floatOperand != nil || !inPlace || count.asInstance == nil {
        throw Fault(.typeError, "can't multiply sequence by non-int of type '\(count.typeName)'")
      }
      return nil
    }
    let length = try length(sequence)
    // Nothing stays nothing, however often.
    let times64 = length == 0 ? 0 : max(times, 0)
    let (total, overflow) = length.multipliedReportingOverflow(by: times64)
    if overflow || total > (sequence.asString == nil ? Context.longestList : 1 << 31) { throw Fault(.memoryError, "") }
    if let string = sequence.asString {
      return .some(string.value.repeated(times64))
    }
    try checkRoom(values: total)
    if let list = sequence.asList {
      let items = repeated(list.value.items, times64)
      if inPlace {
        list.value.items = items
        return sequence.copy()
      }
      return .some(.list(items))
    }
    guard let tuple = sequence.asTuple else { return nil }
    return .some(.tuple(repeated(tuple.value.items, times64)))
  }

  /// The items again and again; their number has been bounded.
  func repeated(_ items: borrowing ValueList, _ times: Int) -> ValueList {
    var result = ValueList(capacity: items.count * times)
    if items.count == 1 {
      result.append(items[0], times: times)
    } else {
      for _ in 0..<times { result.append(copiesOf: items, 0, items.count) }
    }
    return result
  }

  /// `-x`, `+x`, `~x`.
  func unary(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value {
    if x.hasSpecialMethods {
      if let result = try specialUnary(op, x) { return result }
      if let result = try classOperation(op.ufuncName, x, .unbound) { return result }
      if let payload = x.payload { do throws(Fault) { return try unary(op, payload) } catch { throw error.naming(x) } }
    }
    if let number = x.number {
      switch (op, number) {
      case (.positive, .int(let value)): return .int(value)
      case (.positive, .float(let value)): return .float(value)
      case (.positive, .big(let value)): return .integer(value)
      case (.negative, .float(let value)): return .float(-value)
      case (.negative, .int(let value)):
        return value == Int.min ? .integer(-BigInteger(value)) : .int(-value)
      case (.negative, .big(let value)): return .integer(-value)
      case (.invert, .int(let value)): return .int(~value)
      case (.invert, .big(let value)): return .integer(-value - 1)
      case (.invert, .float): break
      }
    } else if x.isArrayLike {
      return try arrayUnary(op, x)
    } else if let complex = x.asComplex, op != .invert {
      return op == .negative ? .complex(-complex.value.number) : x.copy()
    }
    throw Fault(.typeError, "bad operand type for unary \(op.rawValue): '\(x.typeName)'")
  }
}

extension ArithmeticOperator {
  /// The result for two bools where it is a bool: for `&`, `|` and `^`.
  fileprivate func logical(_ a: Bool, _ b: Bool) -> Bool? {
    switch self {
    case .bitAnd: a && b
    case .bitOr: a || b
    case .bitXor: a != b
    default: nil
    }
  }
}

extension Value {
  /// Whether the value is an array or a NumPy scalar: what makes an operation NumPy's.
  var isArrayLike: Bool {
    borrowing get {
      switch self {
      case .array: true
      case .number: true
      case .wide: true
      default: false
      }
    }
  }
}
