extension Builtin {
  static let countFunctions: [Builtin] = [.countElements, .moveToEnd, .popFirst, .orderedView]

  static let moveToEnd = Builtin(
    "_collections._move_to_end(dictionary, key, /)", "Makes a key of a dictionary the newest.",
    example: "from _collections import _move_to_end; d = {1: 2, 3: 4}; _move_to_end(d, 1); d  # {3: 4, 1: 2}"
  ) { (context, arguments) throws(Fault) in
    guard let dictionary = arguments[0].asDictionary, !dictionary.value.isNamespace else {
      throw wrongReceiver("dict.pop", arguments[0])
    }
    let hash = try context.hash(arguments[1])
    guard let entry = try context.entry(of: arguments[1], hash, in: dictionary) else {
      throw Fault.missingKey(arguments[1])
    }
    if entry == dictionary.value.table.entries.count - 1 { return .nothing }
    var gone = dictionary.value.table.remove(entry)
    dictionary.value.table.add(gone.key.exchange(.nothing), hash, gone.value.exchange(.nothing))
    return .nothing
  }

  static let popFirst = Builtin(
    "_collections._pop_first(dictionary, /)", "Removes the oldest pair of a dictionary and returns it.",
    example: "from _collections import _pop_first; _pop_first({1: 2, 3: 4})  # (1, 2)"
  ) { (_, arguments) throws(Fault) in
    guard let dictionary = arguments[0].asDictionary, !dictionary.value.isNamespace,
      dictionary.value.table.count > 0
    else { throw Fault.missingKey(.string("dictionary is empty")) }
    var entry = dictionary.value.table.head
    while dictionary.value.table.entries[entry].key.isUnbound { entry += 1 }
    var gone = dictionary.value.table.remove(entry)
    return .tuple(gone.key.exchange(.nothing), gone.value.exchange(.nothing))
  }

  static let orderedView = Builtin(
    "_collections._ordered_view(dictionary, mode, /)", "The keys, values or items of an OrderedDict.",
    example: "from _collections import _ordered_view; _ordered_view({1: 2}, 'keys')  # odict_keys([1])"
  ) { (_, arguments) throws(Fault) in
    guard let dictionary = arguments[0].asDictionary, let name = arguments[1].asString,
      let mode = ViewObject.Mode(rawValue: name.value.text.string)
    else { throw Fault(.typeError, "a dictionary and the name of a view are needed") }
    return .view(Ref(ViewObject(mode, .dictionary(dictionary.owned()), isOrdered: true)))
  }

  static let countElements = Builtin(
    "_collections._count_elements(mapping, iterable, /)", "Adds 1 to a mapping's count of each element of an iterable.",
    example: "from _collections import _count_elements; d = {}; _count_elements(d, 'aab'); d  # {'a': 2, 'b': 1}"
  ) { (context, arguments) throws(Fault) in
    if let dictionary = arguments[0].plainDictionary, !dictionary.value.isNamespace {
      try context.forEach(arguments[1]) { (element) throws(Fault) in
        try context.count(element, in: dictionary)
        return true
      }
      return .nothing
    }
    let get = try context.attribute(arguments[0], getName)
    try context.forEach(arguments[1]) { (element) throws(Fault) in
      let count = try context.arithmetic(.add, try context.call(get, element.copy(), .int(0)), .int(1))
      try context.setItem(arguments[0], at: element, to: count)
      return true
    }
    return .nothing
  }

  private static let getName = Symbol("get")
}

extension Context {
  /// Adds 1 to an element's count, which a dictionary may not have yet.
  fileprivate func count(_ element: borrowing Value, in dictionary: Unowned<DictionaryObject>) throws(Fault) {
    let hash = try hash(element)
    guard let entry = try entry(of: element, hash, in: dictionary) else {
      return dictionary.value.table.add(element.copy(), hash, .int(1))
    }
    if let count = dictionary.value.table.entries[entry].value.asInt, count < .max {
      _ = dictionary.value.table.exchangeValue(entry, .int(count &+ 1))
      return
    }
    let sum = try arithmetic(.add, dictionary.value.table.entries[entry].value.copy(), .int(1))
    try set(dictionary, element, sum)
  }
}
