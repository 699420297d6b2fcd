// Comparisons of values that need nobody's methods.

extension Value {
  /// Whether two ints, floats that are numbers, or strings are equal; nil for other values.
  @inline(__always) borrowing func quicklyEqual(_ other: borrowing Value) -> Bool? {
    if let x = asInt, let y = other.asInt { return x == y }
    if let x = exactString, let y = other.exactString { return x == y || x.value.isEqual(to: y.value) }
    if let x = asFloat, let y = other.asFloat { return x == y ? true : x.isNaN || y.isNaN ? nil : false }
    return nil
  }

  /// The order of two ints, floats that are numbers, or strings: negative, 0 or positive; nil for other values.
  @inline(__always) borrowing func quickOrder(_ other: borrowing Value) -> Int? {
    if let x = asInt, let y = other.asInt { return x < y ? -1 : x == y ? 0 : 1 }
    if let x = exactString, let y = other.exactString { return x == y ? 0 : x.value.order(y.value) }
    if let x = asFloat, let y = other.asFloat { return x < y ? -1 : x > y ? 1 : x == y ? 0 : nil }
    if let x = asFloat, let y = other.asInt, y.magnitude <= 1 << 53 {
      return x < Double(y) ? -1 : x > Double(y) ? 1 : x == Double(y) ? 0 : nil
    }
    if let x = asInt, let y = other.asFloat, x.magnitude <= 1 << 53 {
      return Double(x) < y ? -1 : Double(x) > y ? 1 : Double(x) == y ? 0 : nil
    }
    return nil
  }

  /// Whether a comparison of ints, floats, strings, or tuples or lists of such, holds; nil where others take part.
  @inline(never) borrowing func quickComparison(
    _ comparison: Comparison, _ other: borrowing Value, depth: Int = 0
  ) -> Bool? {
    if let x = exactString, let y = other.exactString {
      switch comparison {
      case .equal: return x == y || x.value.isEqual(to: y.value)
      case .notEqual: return x != y && !x.value.isEqual(to: y.value)
      default: return comparison.holds(x == y ? 0 : x.value.order(y.value), 0)
      }
    }
    if let x = exactTuple, let y = other.exactTuple {
      return x.value.items.quickComparison(comparison, y.value.items, depth)
    }
    if let x = exactList, let y = other.exactList {
      return x.value.items.quickComparison(comparison, y.value.items, depth)
    }
    return quickOrder(other).map { comparison.holds($0, 0) }
  }
}

extension ValueList {
  /// The same for the items of tuples and lists, the first of which that differ decide.
  @inline(__always) fileprivate func quickComparison(
    _ comparison: Comparison, _ other: borrowing ValueList, _ depth: Int
  ) -> Bool? {
    let isEquality = comparison == .equal || comparison == .notEqual
    if isEquality && count != other.count { return comparison == .notEqual }
    let shorter = min(count, other.count)
    var index = 0
    while index < shorter {
      if isEquality, let isEqual = self[index].quicklyEqual(other[index]) {
        if !isEqual { return comparison == .notEqual }
      } else if let order = self[index].quickOrder(other[index]) {
        if order != 0 { return comparison.holds(order, 0) }
      } else {
        // Lists of lists and the like, but for those that may contain themselves.
        guard depth < 6, let isEqual = self[index].quickComparison(.equal, other[index], depth: depth &+ 1) else {
          return nil
        }
        if !isEqual {
          return isEquality
            ? comparison == .notEqual : self[index].quickComparison(comparison, other[index], depth: depth &+ 1)
        }
      }
      index &+= 1
    }
    return comparison.holds(count, other.count)
  }
}
