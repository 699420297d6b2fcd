// The instructions that take a value apart into registers.

extension Machine {
  func unpack(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    let expected = i.C
    if let list = R[i.B].exactList, list.value.items.count == expected {
      let keep = list.owned()
      if i.n == 1 { R.set(i.B, .nothing) }
      if let items = keep.value.items.registers {
        for index in 0..<expected { R.copy(i.A + index, from: items, index) }
      }
      return
    }
    if let tuple = R[i.B].asTuple, tuple.value.items.count == expected,
      R[i.B].asInstance == nil || !hasSpecial(.iterMethod, R[i.B])
    {
      // The value may stand in one of the registers that are written.
      let keep = tuple.owned()
      if let items = keep.value.items.registers {
        for index in 0..<expected { R.copy(i.A + index, from: items, index) }
      }
      if i.n == 1 { R.set(i.B, .nothing) }
      return
    }
    if let module = R[i.B].asModule, module.value.acceptsAnyAttribute {
      // `fig, ax = plt.subplots()`: as many placeholders as are asked for.
      let placeholder = module.owned()
      for index in 0..<expected { R.set(i.A + index, .module(placeholder.copy())) }
      return
    }
    let items = try unpackedItems(R[i.B], atMost: expected)
    for index in 0..<expected { R.set(i.A + index, items[index].copy()) }
  }

  /// Exactly as many items as are asked for. An iterator gives no more than one beyond.
  private func unpackedItems(_ value: borrowing Value, atMost expected: Int) throws(Fault) -> ValueList {
    if let count = value.plainCount {
      if count > expected { throw Machine.tooMany(expected) }
      if count < expected { throw Machine.tooFew(expected, count) }
      return try items(value)
    }
    let iterator = try iterate(value, orSay: "cannot unpack non-iterable ", " object", keepingOwn: true)
    var items = ValueList(capacity: expected)
    while let item = try next(iterator) {
      if items.count == expected { throw Machine.tooMany(expected) }
      items.append(item)
    }
    if items.count < expected { throw Machine.tooFew(expected, items.count) }
    return items
  }

  private static func tooMany(_ expected: Int) -> Fault {
    Fault(.valueError, "too many values to unpack (expected \(expected))")
  }

  private static func tooFew(_ expected: Int, _ count: Int) -> Fault {
    Fault(.valueError, "not enough values to unpack (expected \(expected), got \(count))")
  }

  func unpackStarred(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    let (before, after) = (i.N, i.C)
    let items: ValueList
    if R[i.B].plainCount != nil {
      items = try self.items(R[i.B])
    } else {
      let source = try iterate(R[i.B], orSay: "cannot unpack non-iterable ", " object", keepingOwn: true)
      items = try remaining(source)
    }
    if items.count < before + after {
      throw Fault(
        .valueError, "not enough values to unpack (expected at least \(before + after), got \(items.count))")
    }
    let end = items.count - after
    for index in 0..<before { R.set(i.A + index, items[index].copy()) }
    R.set(i.A + before, .list(items.copies(before..<end)))
    for index in 0..<after { R.set(i.A + before + 1 + index, items[end + index].copy()) }
  }
}
