extension Builtin {
  static let foldFunctions: [Builtin] = [.sum, .min, .max, .any, .all, .reduce]

  static let sum = Builtin(
    "sum(iterable, /, start=0)", "The sum of `start` and all items.", example: "sum([1, 2, 3])  # 6",
    quick: { (_, arguments, count) throws(Fault) in count == 1 ? Context.plainSum(arguments[0]) : nil }
  ) { (context, arguments) throws(Fault) in
    let iterator = try context.iterate(arguments[0])
    if arguments[1].asString != nil {
      throw Fault(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    }
    if arguments[1].asBytes != nil {
      throw Fault(.typeError, "sum() can't sum \(arguments[1].typeName) [use b''.join(seq) instead]")
    }
    var total = arguments[1].copy()
    try context.forEach(arguments[0], from: iterator) { (item) throws(Fault) in
      if let sum = total.asInt, let number = item.asInt {
        let (result, overflow) = sum.addingReportingOverflow(number)
        if !overflow {
          total = .int(result)
          return true
        }
      }
      total = try context.arithmetic(.add, total.exchange(.nothing), item)
      return true
    }
    return total
  }

  static let min = Builtin(
    "min(*args, key=None, default=<no value>)", "The smallest of the arguments, or of the items of a single one.",
    example: "min(3, 1, 2)  # 1",
    quick: { (_, arguments, count) throws(Fault) in Context.plainExtreme(isLeast: true, arguments, count) }
  ) { (context, arguments) throws(Fault) in
    try context.extreme(.less, "min", arguments)
  }

  static let max = Builtin(
    "max(*args, key=None, default=<no value>)", "The largest of the arguments, or of the items of a single one.",
    example: "max([3, 1, 2])  # 3",
    quick: { (_, arguments, count) throws(Fault) in Context.plainExtreme(isLeast: false, arguments, count) }
  ) { (context, arguments) throws(Fault) in
    try context.extreme(.greater, "max", arguments)
  }

  static let any = Builtin(
    "any(iterable, /)", "Whether any item is true.", example: "any([0, 1])  # True",
    leaf: { (_, arguments, count) in Context.plainSearch(arguments, count, for: true).map { .bool($0) } }
  ) { (context, arguments) throws(Fault) in
    .bool(try context.search(arguments[0], for: true))
  }

  static let all = Builtin(
    "all(iterable, /)", "Whether all items are true.", example: "all([0, 1])  # False",
    leaf: { (_, arguments, count) in Context.plainSearch(arguments, count, for: false).map { .bool(!$0) } }
  ) { (context, arguments) throws(Fault) in
    .bool(!(try context.search(arguments[0], for: false)))
  }

  static let reduce = Builtin(
    "reduce(function, iterable, initial=<no value>, /)", "Folds the items into one by a function of two arguments.",
    example: "reduce(lambda a, b: a * b, [2, 3])  # 6"
  ) { (context, arguments) throws(Fault) in
    var result = arguments[2].copy()
    try context.forEach(arguments[1]) { (item) throws(Fault) in
      if result.isUnbound {
        result = item
      } else {
        result = try context.call(arguments[0], result.exchange(.nothing), item)
      }
      return true
    }
    if result.isUnbound { throw Fault(.typeError, "reduce() of empty iterable with no initial value") }
    return result
  }
}

extension Context {
  /// `min` and `max` of small integers or of floats: several arguments, or the items of a list or tuple. Nil for all
  /// else.
  fileprivate static func plainExtreme(isLeast: Bool, _ arguments: Registers, _ count: Int) -> Value? {
    if count > 1 { return plainExtreme(isLeast, arguments, count) }
    if count == 0 || !arguments[0].isPlainSequence { return nil }
    if let list = arguments[0].asList, let items = list.value.items.registers {
      return plainExtreme(isLeast, items, list.value.items.count)
    }
    if let tuple = arguments[0].asTuple, let items = tuple.value.items.registers {
      return plainExtreme(isLeast, items, tuple.value.items.count)
    }
    return nil
  }

  /// The sum of a list or tuple of ints and floats; nil for others, and where it grows beyond 64 bits.
  fileprivate static func plainSum(_ values: borrowing Value) -> Value? {
    if let view = values.asView, view.value.mode == .values,
      let dictionary = view.value.dictionary.exactDictionary, !dictionary.value.isNamespace
    {
      return plainSum(ofValuesOf: dictionary)
    }
    guard let (registers, count) = values.exactItems, let items = registers, count < 1 << 20 else { return nil }
    var (total, index) = (0, 0)
    while index < count, let item = items[index].asInt {
      let (sum, overflow) = total.addingReportingOverflow(item)
      if overflow { return nil }
      total = sum
      index &+= 1
    }
    if index == count { return .int(total) }
    var sum = Double(total)
    while index < count {
      if let item = items[index].asFloat {
        sum += item
      } else if let item = items[index].asInt {
        sum += Double(item)
      } else {
        return nil
      }
      index &+= 1
    }
    return .float(sum)
  }

  /// The same of a dictionary's values, where all are ints.
  private static func plainSum(ofValuesOf dictionary: Unowned<DictionaryObject>) -> Value? {
    guard dictionary.value.table.entries.count < 1 << 20 else { return nil }
    var total = 0
    for entry in 0..<dictionary.value.table.entries.count {
      if dictionary.value.table.entries[entry].key.isUnbound { continue }
      guard let number = dictionary.value.table.entries[entry].value.asInt else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(number)
      if overflow { return nil }
      total = sum
    }
    return .int(total)
  }

  private static func plainExtreme(_ isLeast: Bool, _ values: Registers, _ count: Int) -> Value? {
    if count == 0 || count > 1 << 20 { return nil }
    if var best = values[0].asInt {
      for index in 1..<count {
        guard let value = values[index].asInt else { return nil }
        if isLeast ? value < best : value > best { best = value }
      }
      return .int(best)
    }
    guard var best = values[0].asFloat else { return nil }
    for index in 1..<count {
      guard let value = values[index].asFloat else { return nil }
      if isLeast ? value < best : value > best { best = value }
    }
    return .float(best)
  }

  /// Whether an item of a list or tuple of plain values has the given truth; nil for others.
  fileprivate static func plainSearch(_ arguments: Registers, _ count: Int, for wanted: Bool) -> Bool? {
    guard count == 1, let (registers, length) = arguments[0].exactItems, length < 1 << 20 else { return nil }
    guard let items = registers else { return false }
    var index = 0
    while index < length {
      let isTrue: Bool
      if let integer = items[index].asInt {
        isTrue = integer != 0
      } else if let truth = items[index].asBool {
        isTrue = truth
      } else if items[index].isNone {
        isTrue = false
      } else if let truth = items[index].plainTruth {
        isTrue = truth
      } else {
        return nil
      }
      if isTrue == wanted { return true }
      index &+= 1
    }
    return false
  }

  /// Whether an item has the given truth.
  fileprivate func search(_ iterable: borrowing Value, for wanted: Bool) throws(Fault) -> Bool {
    var isFound = false
    try forEach(iterable) { (item) throws(Fault) in
      isFound = try truth(item) == wanted
      return !isFound
    }
    return isFound
  }

  /// `min` and `max`: `(*args, key, default)`.
  fileprivate func extreme(
    _ comparison: Comparison, _ name: String, _ arguments: Registers
  ) throws(Fault) -> Value {
    guard let values = arguments.variadic(0) else { return .nothing }
    let count = values.value.items.count
    if count == 0 { throw Fault(.typeError, "\(name) expected at least 1 argument, got 0") }
    if count > 1 {
      if arguments.isGiven(2) {
        throw Fault(.typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
      }
      return try extreme(comparison, arguments[0], key: arguments[1]) ?? .nothing
    }
    if let best = try extreme(comparison, values.value.items[0], key: arguments[1]) { return best }
    if arguments.isGiven(2) { return arguments[2].copy() }
    throw Fault(.valueError, "\(name)() arg is an empty sequence")
  }

  /// The first item that no other one exceeds; nil for no items.
  private func extreme(
    _ comparison: Comparison, _ iterable: borrowing Value, key: borrowing Value
  ) throws(Fault) -> Value? {
    if key.isNone, iterable.plainCount != nil { return try extreme(comparison, of: iterable) }
    var best = Value.unbound
    var bestKey = Value.unbound
    try forEach(iterable) { (item) throws(Fault) in
      let itemKey = try applied(key, to: item)
      if best.isUnbound {
        best = item
        bestKey = itemKey
      } else if try truth(try compare(comparison, itemKey, bestKey)) {
        best = item
        bestKey = itemKey
      }
      return true
    }
    return best.isUnbound ? nil : .some(best)
  }

  /// The same of the items of a list or tuple themselves.
  private func extreme(_ comparison: Comparison, of sequence: borrowing Value) throws(Fault) -> Value? {
    var best = Value.unbound
    var index = 0
    while let item = try self.item(sequence, index) {
      index &+= 1
      if index & 0xFFF == 0 { try checkInterrupt() }
      if best.isUnbound {
        best = item
      } else if let isBetter = item.quickComparison(comparison, best) {
        if isBetter { best = item }
      } else if try truth(try compare(comparison, item, best)) {
        best = item
      }
    }
    return best.isUnbound ? nil : .some(best)
  }

  /// What a `key` function makes of an item; the item itself where there is no function.
  func applied(_ key: borrowing Value, to item: borrowing Value) throws(Fault) -> Value {
    if key.isNone { return item.copy() }
    if let value = foundItem(key, item) { return value }
    return try call(key, item.copy())
  }

  /// What `d.get` of a dictionary says of a plain key; nil for other functions and keys.
  private func foundItem(_ key: borrowing Value, _ item: borrowing Value) -> Value? {
    guard let method = key.asBoundMethod, let dictionary = method.value.receiver.exactDictionary,
      let builtin = method.value.function.asBuiltin
    else { return nil }
    if builtin.value.intrinsic == .unknown { builtin.value.findIntrinsic() }
    return builtin.value.intrinsic == .get ? dictionary.value.quickItem(item, orElse: .nothing) : nil
  }
}
