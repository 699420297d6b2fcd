import NNIntegers

extension Number {
  /// Whether a comparison of two numbers holds, exactly: no integer is rounded to a float.
  static func compare(_ comparison: Comparison, _ x: Number, _ y: Number) -> Bool {
    switch (x, y) {
    case (.int(let a), .int(let b)): return comparison.holds(a, b)
    case (.float(let a), .float(let b)): return comparison.holds(a, b)
    case (.int(let a), .float(let b)) where a.magnitude <= 1 << 53: return comparison.holds(Double(a), b)
    case (.float(let a), .int(let b)) where b.magnitude <= 1 << 53: return comparison.holds(a, Double(b))
    case (.float(let a), _):
      guard let b = y.integer else { return false }
      return compare(comparison, a, b)
    case (_, .float(let b)):
      guard let a = x.integer else { return false }
      return compare(comparison.swapped, b, a)
    default:
      guard let a = x.integer, let b = y.integer else { return false }
      return comparison.holds(a, b)
    }
  }

  private static func compare(_ comparison: Comparison, _ a: Double, _ b: BigInteger) -> Bool {
    guard a.isFinite, let whole = BigInteger(exactly: a.rounded(.down)) else {
      return comparison.holds(a, 0)  // nan, or an infinity that is beyond every integer
    }
    // a = whole + fraction; a fraction makes it larger than every integer up to whole.
    if whole == b && a != a.rounded(.down) { return comparison.holds(1, 0) }
    return comparison.holds(whole, b)
  }
}

extension Comparison {
  /// Whether it is `==` or `!=`.
  var isEquality: Bool { self == .equal || self == .notEqual }

  /// The comparison that holds for (b, a) when this one holds for (a, b).
  var swapped: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}

extension Context {
  /// `x op y` as a value: an array for arrays, else a bool.
  func compare(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value, after phase: OperatorPhase = .none
  ) throws(Fault) -> Value {
    if let result = x.quickComparison(comparison, y) { return .bool(result) }
    if x.hasSpecialMethods || y.hasSpecialMethods,
      let result = try instanceComparison(comparison, x, y, after: phase)
    {
      return result
    }
    if let result = NumberArithmetic.compareIntegers(comparison, x, y) { return .bool(result) }
    if let a = x.number, let b = y.number { return .bool(Number.compare(comparison, a, b)) }
    if let a = x.asString, let b = y.asString {
      let order = a == b ? 0 : comparison.isEquality ? (a.value.isEqual(to: b.value) ? 0 : 1) : a.value.order(b.value)
      return .bool(comparison.holds(order, 0))
    }
    if comparison == .equal || comparison == .notEqual, !x.isArrayLike, !y.isArrayLike,
      let isEqual = equalComplex(x, y)
    {
      return .bool(isEqual == (comparison == .equal))
    }
    if let result = try arrayComparison(comparison, x, y) { return result }
    switch comparison {
    case .equal: return .bool(try equal(x, y))
    case .notEqual: return .bool(!(try equal(x, y)))
    default: return .bool(try ordered(comparison, x, y))
    }
  }

  /// A comparison with instances: by their methods, else by the builtin values that they extend; nil where neither
  /// helps.
  private func instanceComparison(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value, after phase: OperatorPhase = .none
  ) throws(Fault) -> Value? {
    if phase == .none, let result = try leadingObjectComparison(comparison, x, y) { return result }
    if let result = try specialComparison(comparison, x, y, after: phase) { return result }
    if let result = try classOperation(comparison.ufunc.name, x, y) { return .some(result) }
    if x.payload != nil || y.payload != nil {
      do throws(Fault) { return .some(try compare(comparison, x.unwrapped, y.unwrapped)) } catch {
        throw error.naming(x).naming(y)
      }
    }
    switch comparison {
    case .equal: return .some(.bool(isSame(x, y)))
    case .notEqual: return .some(.bool(!isSame(x, y)))
    default: return nil
    }
  }

  /// `x == y` as a truth, for containers and keys. ValueError for arrays of more than one element.
  func equal(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if let result = x.quickComparison(.equal, y) { return result }
    if let own = x.asInstance, let other = y.asInstance, own.value.type.unowned == other.value.type.unowned,
      let function = special(.equalMethod, own.value.type.unowned).function, function.value.arity == 2
    {
      let answer = try call(.function(function.owned()), x.copy(), y.copy())
      if !answer.isNotImplemented { return try truth(answer) }
      if let result = try instanceComparison(.equal, x, y, after: .method) { return try truth(result) }
    } else if x.hasSpecialMethods || y.hasSpecialMethods {
      if let result = try instanceComparison(.equal, x, y) { return try truth(result) }
    }
    if let result = NumberArithmetic.compareIntegers(.equal, x, y) { return result }
    if let a = x.number, let b = y.number { return Number.compare(.equal, a, b) }
    if let a = x.asString, let b = y.asString { return a == b || a.value.isEqual(to: b.value) }
    if let isEqual = equalComplex(x, y) { return isEqual }
    if let result = try arrayComparison(.equal, x, y) { return try truth(result) }
    if let a = x.asTuple, let b = y.asTuple { return try equalItems(a.value.items, b.value.items) }
    if let a = x.asList, let b = y.asList { return try equalItems(a.value.items, b.value.items) }
    if let a = x.asDictionary, let b = y.asDictionary { return try equalDictionaries(a, b) }
    if let a = x.asRange, let b = y.asRange { return a.value.isEqual(to: b.value) }
    if let a = x.asSlice, let b = y.asSlice { return try equal(parts(a), parts(b)) }
    if x.isSetLike && y.isSetLike { return try equalSets(x, y) }
    if let a = x.asBytes, let b = y.asBytes { return a.value.bytes == b.value.bytes }
    if let a = x.asBoundMethod, let b = y.asBoundMethod {
      return isSame(a.value.receiver, b.value.receiver) && isSame(a.value.function, b.value.function)
    }
    if let a = x.asUnion, let b = y.asUnion { return try equal(a.members, b.members) }
    return isSame(x, y)
  }

  /// A slice as the tuple that it compares like.
  private func parts(_ slice: Unowned<SliceObject>) -> Value {
    var items = ValueList(capacity: 3)
    items.append(slice.value.start.copy())
    items.append(slice.value.stop.copy())
    items.append(slice.value.step.copy())
    return .tuple(items)
  }

  /// Equality of an item with another as containers ask for it: the same object is equal to itself.
  @inline(__always) func sameOrEqual(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if let x = x.asInt, let y = y.asInt { return x == y }
    if let x = x.exactString, let y = y.exactString { return x == y || x.value.isEqual(to: y.value) }
    return try sameOrEqualSlowly(x, y)
  }

  @inline(never) private func sameOrEqualSlowly(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if isSame(x, y) { return true }
    return try equal(x, y)
  }

  private func equalItems(_ a: borrowing ValueList, _ b: borrowing ValueList) throws(Fault) -> Bool {
    if a.count != b.count { return false }
    return try nested("comparison") { () throws(Fault) in
      var index = 0
      while index < a.count && index < b.count {  // methods of the items may shrink the lists
        if !(try sameOrEqualItem(a, b, index)) { return false }
        index += 1
      }
      return true
    }
  }

  private func sameOrEqualItem(
    _ a: borrowing ValueList, _ b: borrowing ValueList, _ index: Int
  ) throws(Fault) -> Bool {
    if !a[index].hasSpecialMethods && !b[index].hasSpecialMethods { return try sameOrEqual(a[index], b[index]) }
    let x = a[index].copy()
    let y = b[index].copy()
    return try sameOrEqual(x, y)
  }

  private func equalDictionaries(_ a: Unowned<DictionaryObject>, _ b: Unowned<DictionaryObject>) throws(Fault) -> Bool {
    if a.value.table.count != b.value.table.count { return false }
    return try nested("comparison") { () throws(Fault) in
      for index in 0..<a.value.table.entries.count where !a.value.table.entries[index].key.isUnbound {
        let key = a.value.table.entries[index].key.copy()
        let own = a.value.table.entries[index].value.copy()
        guard let found = try find(b, key) else { return false }
        let other = b.value.table.entries[found].value.copy()
        let version = a.value.table.version
        if !(try sameOrEqual(own, other)) { return false }
        if a.value.table.version != version { return false }
      }
      return true
    }
  }

  private func ordered(_ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if let a = x.asString, let b = y.asString {
      return comparison.holds(a.value.order(b.value), 0)
    }
    if let a = x.asTuple, let b = y.asTuple { return try orderedItems(comparison, a.value.items, b.value.items) }
    if let a = x.asList, let b = y.asList { return try orderedItems(comparison, a.value.items, b.value.items) }
    if let a = x.asSlice, let b = y.asSlice { return try ordered(comparison, parts(a), parts(b)) }
    if x.isSetLike && y.isSetLike { return try orderedSets(comparison, x, y) }
    if let a = x.asBytes, let b = y.asBytes {
      let isLess = a.value.bytes.lexicographicallyPrecedes(b.value.bytes)
      return comparison.holds(isLess ? -1 : a.value.bytes == b.value.bytes ? 0 : 1, 0)
    }
    throw Fault(
      .typeError, "'\(comparison.text)' not supported between instances of '\(x.typeName)' and '\(y.typeName)'")
  }

  private func orderedItems(
    _ comparison: Comparison, _ a: borrowing ValueList, _ b: borrowing ValueList
  ) throws(Fault) -> Bool {
    try nested("comparison") { () throws(Fault) in
      var index = 0
      while index < a.count && index < b.count {
        let x = a[index].copy()
        let y = b[index].copy()
        if !(try sameOrEqual(x, y)) { return try truth(try compare(comparison, x, y)) }
        index += 1
      }
      return comparison.holds(a.count, b.count)
    }
  }

  /// `x is y`.
  @inline(never) func isSame(_ x: borrowing Value, _ y: borrowing Value) -> Bool {
    if let a = x.object {
      if let b = y.object, a == b { return true }
      // What `base` gives stands for the array that owns the memory, of which there is one.
      guard let p = x.asArray, let q = y.asArray, x.asInstance == nil, y.asInstance == nil else { return false }
      return !p.value.isView && !q.value.isView && p.value.sharesStorage(with: q.value)
    }
    if y.object != nil { return false }
    switch x {
    case .special(let a):
      switch y {
      case .special(let b): return a == b
      default: return false
      }
    case .bool(let a): return y.asBool == a
    case .int(let a): return y.asInt == a
    case .float(let a): return y.asFloat.map { $0.bitPattern == a.bitPattern } ?? false
    case .number(let a): return y.asScalar == a.element
    case .dtype(let a):
      switch y {
      case .dtype(let b): return a == b
      default: return false
      }
    case .type(let a):
      switch y {
      case .type(let b): return a == b
      default: return false
      }
    default: return false
    }
  }

  /// Runs what goes one level deeper into nested values. RecursionError when they nest too deeply.
  func nested<T: ~Copyable>(_ what: String, _ body: () throws(Fault) -> T) throws(Fault) -> T {
    guard nesting < Context.deepestNesting else {
      throw Fault(.recursionError, "maximum recursion depth exceeded in \(what)")
    }
    nesting += 1
    defer { nesting -= 1 }
    return try body()
  }

  /// How deep native code may recurse through values or back into bytecode: bounded by the interpreter's stack.
  static let deepestNesting = 2_000
}

extension Value {
  var asSlice: Unowned<SliceObject>? {
    borrowing get {
      switch self {
      case .slice(let r): r.unowned
      default: nil
      }
    }
  }
}

extension RangeObject {
  /// Ranges are equal when their elements are.
  borrowing func isEqual(to other: borrowing RangeObject) -> Bool {
    if wide != nil || other.wide != nil { return widened.isEqual(to: other.widened) }
    if count != other.count { return false }
    if count == 0 { return true }
    return start == other.start && (count == 1 || step == other.step)
  }
}
