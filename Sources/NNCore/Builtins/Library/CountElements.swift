extension Builtin {
  static let countFunctions: [Builtin] = [.countElements]

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
