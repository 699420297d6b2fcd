extension Builtin {
  static let containerTypes: [Builtin] = [.list, .tuple, .dict, .slice, .noneType, .object]

  static let list = Builtin(
    "list(iterable=(), /)", "A new list of the items.", example: "list('ab')  # ['a', 'b']", constructs: .list
  ) { (context, arguments) throws(Fault) in
    .list(arguments.isNoIterable(0) ? ValueList() : try context.items(arguments[0]))
  }

  static let tuple = Builtin(
    "tuple(iterable=(), /)", "A tuple of the items.", example: "tuple([1, 2])  # (1, 2)", constructs: .tuple,
    leaf: { (_, arguments, count) in tupleLeaf(arguments, count) }
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asTuple != nil, arguments[0].asInstance == nil { return arguments[0].copy() }
    return .tuple(arguments.isNoIterable(0) ? ValueList() : try context.items(arguments[0]))
  }

  static let dict = Builtin(
    "dict(iterable=(), /, **kwargs)", "A new dictionary from a dictionary or pairs, and from keyword arguments.",
    example: "dict([('a', 1)], b=2)  # {'a': 1, 'b': 2}", constructs: .dictionary,
    quick: { (context, arguments, count) throws(Fault) in
      if count > 1 { return nil }
      let result = Ref(DictionaryObject())
      if count == 1 { try context.update(result.unowned, from: arguments[0]) }
      return .dictionary(result)
    }
  ) { (context, arguments) throws(Fault) in
    let result = Ref(DictionaryObject())
    if !arguments.isNoIterable(0) { try context.update(result.unowned, from: arguments[0]) }
    if let named = arguments[1].asDictionary { try context.update(result.unowned, from: named) }
    return .dictionary(result)
  }

  static let slice = Builtin(
    "slice(start, stop=<no value>, step=None, /)", "What `start:stop:step` is in a subscript.",
    example: "slice(1, 3)  # slice(1, 3, None)", constructs: .slice
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(1) { return .slice(Ref(SliceObject(.nothing, arguments[0].copy(), .nothing))) }
    return .slice(Ref(SliceObject(arguments[0].copy(), arguments[1].copy(), arguments[2].copy())))
  }

  static let noneType = Builtin(
    "_types.NoneType(*args, **kwargs)", "None.", example: "type(None)()", constructs: .noneType
  ) { (context, arguments) throws(Fault) in
    if (arguments.variadic(0)?.value.items.count ?? 0) + context.keywordCount(arguments[1]) > 0 {
      throw Fault(.typeError, "NoneType takes no arguments")
    }
    return .nothing
  }

  /// A value that is equal to nothing but itself. Closures keep their variables in cells, which no program sees as
  /// values, so a cell can stand for it.
  static let object = Builtin(
    "object(*args, **kwargs)", "A value that is equal to nothing but itself.", example: "missing = object()",
    constructs: .object,
    quick: { (_, _, count) throws(Fault) in count == 0 ? .cell(Ref(Cell(.unbound))) : nil }
  ) { (context, arguments) throws(Fault) in
    if (arguments.variadic(0)?.value.items.count ?? 0) + context.keywordCount(arguments[1]) > 0 {
      throw Fault(.typeError, "object() takes no arguments")
    }
    return .cell(Ref(Cell(.unbound)))
  }
}

extension Registers {
  /// Whether an iterable argument with the default `()` was left out.
  fileprivate func isNoIterable(_ index: Int) -> Bool {
    self[index].isUnbound
  }
}
