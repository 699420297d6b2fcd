// Searches that call nothing: what most programs look for.

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

  /// The items, where the value is a tuple or a list itself.
  fileprivate var plainItems: (items: Registers?, count: Int)? {
    @inline(__always) borrowing get {
      switch self {
      case .tuple(let r): (r.value.items.registers, r.value.items.count)
      case .list(let r): (r.value.items.registers, r.value.items.count)
      default: nil
      }
    }
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
