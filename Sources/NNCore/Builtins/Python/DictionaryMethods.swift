extension Builtin {
  static let dictionaryMethods: [Builtin] = [
    view(.keys, "The keys"), view(.values, "The values"), view(.items, "The pairs of key and value"), .dictGet,
    .dictPop,
    .dictPopItem, .dictSetDefault, .dictUpdate, .dictCopy, .dictClear, .dictFromKeys,
  ]

  @inline(__always) private static func dictMethod(
    _ declaration: String, _ documentation: String, example: String, leaf: LeafBody? = nil,
    body: @escaping (Context, Unowned<DictionaryObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example, leaf: leaf) { (context, arguments) throws(Fault) in
      guard let object = arguments[0].asDictionary else { throw wrongReceiver(declaration, arguments[0]) }
      return try body(context, object, arguments)
    }
  }

  private static func view(_ mode: ViewObject.Mode, _ what: String) -> Builtin {
    let name = mode.rawValue
    return dictMethod(
      "dict.\(name)(self, /)", "\(what), as a view that sees later changes.", example: "list({'a': 1}.\(name)())"
    ) { (_, _, arguments) throws(Fault) in
      .view(Ref(ViewObject(mode, arguments[0].copy())))
    }
  }

  static let dictGet = dictMethod(
    "dict.get(self, key, default=None, /)", "A key's value, or the default.", example: "{'a': 1}.get('b', 0)  # 0"
  ) { (context, dictionary, arguments) throws(Fault) in
    guard let entry = try context.find(dictionary, arguments[1]) else { return arguments[2].copy() }
    return dictionary.value.table.entries[entry].value.copy()
  }

  static let dictPop = dictMethod(
    "dict.pop(self, key, default=<no value>, /)", "Removes a key and returns its value, or the default.",
    example: "{'a': 1}.pop('a')  # 1",
    leaf: { (_, arguments, count) in popLeaf(arguments, count) }
  ) { (context, dictionary, arguments) throws(Fault) in
    if let value = try context.remove(dictionary, arguments[1]) { return value }
    if arguments.isGiven(2) { return arguments[2].copy() }
    throw Fault.missingKey(arguments[1])
  }

  static let dictPopItem = dictMethod(
    "dict.popitem(self, /)", "Removes the newest pair and returns it.", example: "{'a': 1}.popitem()  # ('a', 1)"
  ) { (context, dictionary, _) throws(Fault) in
    if dictionary.value.isNamespace { try context.refresh(dictionary) }
    var entry = dictionary.value.table.entries.count - 1
    while entry >= 0 && dictionary.value.table.entries[entry].key.isUnbound { entry -= 1 }
    if entry < 0 { throw Fault.missingKey(.string("popitem(): dictionary is empty")) }
    var gone = dictionary.value.table.remove(entry)
    if dictionary.value.isNamespace { context.passOn(dictionary, gone.key, .unbound) }
    return .tuple(gone.key.exchange(.nothing), gone.value.exchange(.nothing))
  }

  static let dictSetDefault = dictMethod(
    "dict.setdefault(self, key, default=None, /)", "A key's value; the default, stored, where it had none.",
    example: "{'a': 1}.setdefault('b', 0)  # 0"
  ) { (context, dictionary, arguments) throws(Fault) in
    if let entry = try context.find(dictionary, arguments[1]) {
      return dictionary.value.table.entries[entry].value.copy()
    }
    try context.set(dictionary, arguments[1], arguments[2].copy())
    return arguments[2].copy()
  }

  static let dictUpdate = Builtin(
    "dict.update(self, other=<no value>, /, **kwargs)", "Takes over the entries of a dictionary, pairs or keywords.",
    example: "d = {}; d.update({'a': 1}, b=2)",
    quick: { (context, arguments, count) throws(Fault) in
      guard count == 2, let dictionary = arguments[0].asDictionary else { return nil }
      try context.update(dictionary, from: arguments[1])
      return .nothing
    }
  ) { (context, arguments) throws(Fault) in
    guard let dictionary = arguments[0].asDictionary else { throw wrongReceiver("dict.update", arguments[0]) }
    if arguments.isGiven(1) { try context.update(dictionary, from: arguments[1]) }
    if let named = arguments[2].asDictionary { try context.update(dictionary, from: named) }
    return .nothing
  }

  static let dictCopy = dictMethod(
    "dict.copy(self, /)", "A new dictionary with the same entries.", example: "{1: 2}.copy()"
  ) {
    (context, dictionary, _) throws(Fault) in
    let result = Ref(DictionaryObject())
    try context.update(result.unowned, from: dictionary)
    return .dictionary(result)
  }

  static let dictClear = dictMethod("dict.clear(self, /)", "Removes all entries.", example: "d = {1: 2}; d.clear()") {
    (context, dictionary, _) throws(Fault) in
    if let module = dictionary.value.module.asModule {
      for name in module.value.names { module.value.set(name, .unbound) }
    }
    // The old entries are released when the dictionary is empty already.
    var old = Table()
    swap(&old, &dictionary.value.table)
    return .nothing
  }

  static let dictFromKeys = Builtin(
    "dict.fromkeys(iterable, value=None, /)", "A new dictionary with these keys and one value.",
    example: "dict.fromkeys('ab', 0)  # {'a': 0, 'b': 0}"
  ) { (context, arguments) throws(Fault) in
    let result = Ref(DictionaryObject())
    try context.forEach(arguments[0]) { (key) throws(Fault) in
      try context.set(result.unowned, key, arguments[1].copy())
      return true
    }
    return .dictionary(result)
  }
}
