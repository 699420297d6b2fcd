// The operators and comparisons of sets, and of the views of dictionaries that are like sets.

extension Context {
  /// `x op y` for `-`, `&`, `|` and `^` of sets and views; nil where it is not theirs.
  func setArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    guard op == .subtract || op == .bitAnd || op == .bitOr || op == .bitXor else { return nil }
    if let set = x.asSet, y.asSet != nil {
      if inPlace && !set.value.isFrozen {
        try setInPlace(op, set, y)
        return x.copy()
      }
      return .some(.set(try combined(op, set, y, isFrozen: set.value.isFrozen)))
    }
    if x.isSetView || y.isSetView { return try viewArithmetic(op, x, y) }
    return nil
  }

  private func combined(
    _ op: ArithmeticOperator, _ set: Unowned<SetObject>, _ other: borrowing Value, isFrozen: Bool
  ) throws(Fault) -> Ref<SetObject> {
    switch op {
    case .subtract: return try difference(set, other, isFrozen: isFrozen)
    case .bitAnd: return try intersection(set, other, isFrozen: isFrozen)
    case .bitXor: return try symmetricDifference(set, other, isFrozen: isFrozen)
    default:
      let result = try copy(set, isFrozen: isFrozen)
      try update(result.unowned, from: other)
      return result
    }
  }

  private func setInPlace(_ op: ArithmeticOperator, _ set: Unowned<SetObject>, _ other: borrowing Value) throws(Fault) {
    switch op {
    case .subtract: try remove(other, from: set)
    case .bitXor: try toggle(other, in: set)
    case .bitAnd:
      let common = try intersection(set, other, isFrozen: false)
      set.value.table.exchangeKeys(&common.value.table)
    default: try update(set, from: other)
    }
  }

  /// `&`, `|`, `^` and `-` where one side is a view of keys or items: the other may be any iterable.
  private func viewArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    if op == .bitAnd { return .some(.set(x.isSetView ? try viewIntersection(x, y) : try viewIntersection(y, x))) }
    let result = try makeSet(ofView: x)
    switch op {
    case .subtract: try remove(y, from: result.unowned)
    case .bitOr: try update(result.unowned, from: y)
    default: try toggle(y, in: result.unowned)
    }
    return .some(.set(result))
  }

  /// The set of a view's items, of the size that a set of the dictionary would have.
  private func makeSet(ofView view: borrowing Value) throws(Fault) -> Ref<SetObject> {
    switch view {
    case .view(let r) where r.value.mode == .keys: try makeSet(of: r.value.dictionary)
    default: try makeSet(of: view)
    }
  }

  private func viewIntersection(_ view: borrowing Value, _ other: borrowing Value) throws(Fault) -> Ref<SetObject> {
    let count = try length(view)
    if let set = other.asSet, count <= set.value.table.count { return try intersection(set, view, isFrozen: false) }
    if other.isSetView, try length(other) > count { return try commonItems(of: view, in: other) }
    return try commonItems(of: other, in: view)
  }

  private func commonItems(of items: borrowing Value, in view: borrowing Value) throws(Fault) -> Ref<SetObject> {
    let result = Ref(SetObject())
    try forEach(items) { (item) throws(Fault) in
      if try contains(view, item) { try add(item, to: result.unowned) }
      return true
    }
    return result
  }

  /// Whether every item of one collection is in another.
  func isSubset(_ x: borrowing Value, of y: borrowing Value) throws(Fault) -> Bool {
    var isInside = true
    if let first = x.asSet, let second = y.asSet {
      if first.value.table.count > second.value.table.count { return false }
      if first.value.table.slots.count < 1 << 16, let answer = first.value.table.isPlainSubset(of: second.value.table) {
        return answer
      }
      var slot = 0
      while slot < first.value.table.slots.count {
        if try find(keyAt: slot, of: first, in: second) == false { return false }
        slot &+= 1
        if slot & 0xFFF == 0 { try checkInterrupt() }
      }
      return true
    }
    try forEach(x) { (item) throws(Fault) in
      isInside = try contains(y, item)
      return isInside
    }
    return isInside
  }

  /// `x == y` of two values that are like sets.
  func equalSets(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if try length(x) != length(y) { return false }
    return try isSubset(x, of: y)
  }

  /// The order of values that are like sets: by inclusion.
  func orderedSets(_ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    let (count, other) = (try length(x), try length(y))
    switch comparison {
    case .less: return count < other ? try isSubset(x, of: y) : false
    case .lessOrEqual: return count <= other ? try isSubset(x, of: y) : false
    case .greater: return other < count ? try isSubset(y, of: x) : false
    default: return other <= count ? try isSubset(y, of: x) : false
    }
  }

  /// `item in dictionary.items()`.
  func containsPair(_ dictionary: borrowing Value, _ item: borrowing Value) throws(Fault) -> Bool {
    guard let dictionary = dictionary.asDictionary, let pair = item.asTuple, pair.value.items.count == 2 else {
      return false
    }
    guard let entry = try find(dictionary, pair.value.items[0]) else { return false }
    let value = dictionary.value.table.entries[entry].value.copy()
    return try sameOrEqual(value, pair.value.items[1])
  }
}

extension Value {
  /// Whether it is a view that is like a set: of keys or items.
  var isSetView: Bool {
    borrowing get {
      switch self {
      case .view(let r): r.value.mode != .values
      default: false
      }
    }
  }

  /// Whether it compares like a set.
  var isSetLike: Bool { borrowing get { asSet != nil || isSetView } }
}
