extension Builtin {
  static let listMethods: [Builtin] = [
    .listAppend, .listExtend, .listInsert, .listPop, .listRemove, .listReverse, .listCopy, .listClear,
  ]

  @inline(__always) private static func listMethod(
    _ declaration: String, _ documentation: String, example: String, leaf: LeafBody? = nil,
    body: @escaping (Context, Unowned<ListObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example, leaf: leaf) { (context, arguments) throws(Fault) in
      guard let object = arguments[0].asList else { throw wrongReceiver(declaration, arguments[0]) }
      return try body(context, object, arguments)
    }
  }

  static let listAppend = listMethod(
    "list.append(self, object, /)", "Adds an item at the end.", example: "x = []; x.append(1)"
  ) { (_, list, arguments) throws(Fault) in
    list.value.items.append(arguments[1].copy())
    return .nothing
  }

  static let listExtend = listMethod(
    "list.extend(self, iterable, /)", "Adds all items of an iterable at the end.", example: "x = []; x.extend('ab')",
    leaf: { (_, arguments, count) in
      guard count == 2, let list = arguments[0].exactList, list.value.items.count < 1 << 20 else { return nil }
      if let other = arguments[1].exactList, other != list, other.value.items.count < 1 << 20 {
        list.value.items.append(copiesOf: other.value.items, 0, other.value.items.count)
        return .some(.nothing)
      }
      guard let other = arguments[1].exactTuple else { return nil }
      list.value.items.append(copiesOf: other.value.items, 0, other.value.items.count)
      return .some(.nothing)
    }
  ) { (context, list, arguments) throws(Fault) in
    try context.extend(list, with: arguments[1])
    return .nothing
  }

  static let listInsert = listMethod(
    "list.insert(self, index, object, /)", "Inserts an item before an index.", example: "x = [2]; x.insert(0, 1)",
    leaf: { (_, arguments, count) in
      guard count == 3, let list = arguments[0].exactList, let index = arguments[1].asInt else { return nil }
      var arguments = arguments
      list.value.items.insert(arguments.take(2), at: index < 0 ? index &+ list.value.items.count : index)
      return .some(.nothing)
    }
  ) { (context, list, arguments) throws(Fault) in
    let index = try context.integer(arguments[1])
    list.value.items.insert(arguments[2].copy(), at: index < 0 ? index &+ list.value.items.count : index)
    return .nothing
  }

  static let listPop = listMethod(
    "list.pop(self, index=-1, /)", "Removes an item, the last by default, and returns it.", example: "[1, 2].pop()  # 2"
  ) { (context, list, arguments) throws(Fault) in
    let index = try context.integer(arguments[1])
    let count = list.value.items.count
    if count == 0 { throw Fault(.indexError, "pop from empty list") }
    let place = index < 0 ? index &+ count : index
    guard place >= 0 && place < count else {
      throw Fault(.indexError, "pop index out of range", hint: "the length is \(count)")
    }
    return list.value.items.remove(at: place)
  }

  static let listRemove = listMethod(
    "list.remove(self, value, /)", "Removes the first item that is equal to a value.",
    example: "x = [1, 2]; x.remove(1)"
  ) { (context, list, arguments) throws(Fault) in
    var index = 0
    while index < list.value.items.count {
      let item = list.value.items[index].copy()
      if try context.sameOrEqual(item, arguments[1]) {
        if index < list.value.items.count { _ = list.value.items.remove(at: index) }
        return .nothing
      }
      index += 1
      if index & 0xFFF == 0 { try context.checkInterrupt() }
    }
    throw Fault(.valueError, "list.remove(x): x not in list")
  }

  static let listReverse = listMethod(
    "list.reverse(self, /)", "Reverses the order of the items.", example: "x = [1, 2]; x.reverse()",
    leaf: { (_, arguments, count) in
      guard count == 1, let list = arguments[0].exactList else { return nil }
      list.value.items.reverse()
      return .some(.nothing)
    }
  ) { (_, list, _) throws(Fault) in
    list.value.items.reverse()
    return .nothing
  }

  static let listCopy = listMethod("list.copy(self, /)", "A new list of the same items.", example: "[1].copy()  # [1]")
  {
    (_, list, _) throws(Fault) in
    .list(list.value.items.copies())
  }

  static let listClear = listMethod("list.clear(self, /)", "Removes all items.", example: "x = [1]; x.clear()") {
    (_, list, _) throws(Fault) in
    // The old items are released when the list is empty already.
    var old = ValueList()
    swap(&old, &list.value.items)
    old.removeAll()
    return .nothing
  }
}
