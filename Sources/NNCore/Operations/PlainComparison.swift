// Comparisons of values of the core that call nothing: what most programs compare.

extension Value {
  /// The string, where the value is one itself.
  fileprivate var plainString: Unowned<StringObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .string(let r): r.unowned
      default: nil
      }
    }
  }

  /// The items, where the value is a tuple or a list itself, and which of them.
  fileprivate var plainItems: (items: Registers?, count: Int, isList: Bool)? {
    @inline(__always) borrowing get {
      switch self {
      case .tuple(let r): (r.value.items.registers, r.value.items.count, false)
      case .list(let r): (r.value.items.registers, r.value.items.count, true)
      default: nil
      }
    }
  }
}

extension Comparison {
  /// Whether the comparison holds of two strings; nil where the values are none.
  @inline(never) func ofStrings(_ x: borrowing Value, _ y: borrowing Value) -> Bool? {
    guard let a = x.plainString, let b = y.plainString else { return nil }
    switch self {
    case .equal: return a == b || a.value.isEqual(to: b.value)
    case .notEqual: return !(a == b || a.value.isEqual(to: b.value))
    default: return holds(a == b ? 0 : a.value.order(b.value), 0)
    }
  }

  /// Whether the comparison holds of two tuples, or two lists, of small integers, floats and strings, one as the other
  /// up to where they differ; nil for all else.
  @inline(never) func ofItems(_ x: borrowing Value, _ y: borrowing Value) -> Bool? {
    guard let a = x.plainItems, let b = y.plainItems, a.isList == b.isList else { return nil }
    if let left = a.items, let right = b.items {
      for index in 0..<min(a.count, b.count) {
        if let first = left[index].asInt {
          guard let second = right[index].asInt else { return nil }
          if first != second { return holds(first, second) }
        } else if let first = left[index].asFloat {
          guard let second = right[index].asFloat, !first.isNaN, !second.isNaN else { return nil }
          if first != second { return holds(first, second) }
        } else {
          guard let first = left[index].plainString, let second = right[index].plainString else { return nil }
          if first == second { continue }
          let order = first.value.order(second.value)
          if order != 0 { return holds(order, 0) }
        }
      }
    }
    return holds(a.count, b.count)
  }
}

extension Value {
  /// Whether a small integer or a string is among the items of a list or tuple that call nothing when they are compared;
  /// nil for all else.
  @inline(never) borrowing func plainlyContains(_ item: borrowing Value) -> Bool? {
    guard let own = plainItems else { return nil }
    guard let items = own.items else { return own.count == 0 ? false : nil }
    if let wanted = item.plainString {
      for index in 0..<own.count {
        if let string = items[index].plainString {
          if string == wanted || string.value.isEqual(to: wanted.value) { return true }
        } else if items[index].typeOrdinal < 0 && !items[index].isNone {
          return nil
        }
      }
      return false
    }
    guard let wanted = item.asInt else { return nil }
    for index in 0..<own.count {
      if let integer = items[index].asInt {
        if integer == wanted { return true }
      } else if items[index].plainString == nil && !items[index].isNone {
        return nil
      }
    }
    return false
  }
}
