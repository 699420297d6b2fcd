extension Builtin {
  static let setTypes: [Builtin] = [.set, .frozenset]

  static let setMethods: [Builtin] =
    ["set", "frozenset"].flatMap { sharedSetMethods($0) }
    + [
      .setAdd, .setRemove, .setDiscard, .setPop, .setClear, .setUpdate, .setIntersectionUpdate, .setDifferenceUpdate,
      .setSymmetricDifferenceUpdate, .viewIsDisjoint, .viewMapping,
    ]

  static let set = Builtin(
    "set(iterable=(), /)", "A new set of the items.", example: "set([2, 1, 2])  # {1, 2}", constructs: .set
  ) { (context, arguments) throws(Fault) in
    .set(arguments.isGiven(0) ? try context.makeSet(of: arguments[0]) : Ref(SetObject()))
  }

  static let frozenset = Builtin(
    "frozenset(iterable=(), /)", "A set of the items that never changes, and so may be a key.",
    example: "frozenset([2, 1, 2])  # frozenset({1, 2})", constructs: .frozenset
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(0) { return .set(Ref(SetObject(isFrozen: true))) }
    if let set = arguments[0].asSet, set.value.isFrozen, arguments[0].asInstance == nil { return arguments[0].copy() }
    return .set(try context.makeSet(of: arguments[0], isFrozen: true))
  }

  private static func setMethod(
    _ declaration: String, _ documentation: String, example: String = "", leaf: LeafBody? = nil,
    body: @escaping (Context, Unowned<SetObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, leaf: leaf, on: { $0.asSet }, body: body)
  }

  /// What both kinds of set can do.
  private static func sharedSetMethods(_ type: String) -> [Builtin] {
    [setCopy(type)] + setCombinations(type) + setComparisons(type)
  }

  private static func setCopy(_ type: String) -> Builtin {
    setMethod("\(type).copy(self, /)", "A set of the same items.", example: "\(type)([1]).copy() == {1}  # True") {
      (context, set, arguments) throws(Fault) in
      if set.value.isFrozen { return arguments[0].copy() }
      return .set(try context.copy(set, isFrozen: false))
    }
  }

  private static func setCombinations(_ type: String) -> [Builtin] {
    [
      setMethod(
        "\(type).union(self, *others)", "The items of this and of all others.",
        example: "\(type)([1]).union([2], [3]) == {1, 2, 3}  # True"
      ) { (context, set, arguments) throws(Fault) in
        let result = try context.copy(set, isFrozen: set.value.isFrozen)
        try arguments.forEachOther { (other) throws(Fault) in try context.update(result.unowned, from: other) }
        return .set(result)
      },
      setMethod(
        "\(type).intersection(self, *others)", "The items that this and all others have.",
        example: "\(type)([1, 2]).intersection([2, 3]) == {2}  # True"
      ) { (context, set, arguments) throws(Fault) in .set(try context.intersection(set, of: arguments)) },
      setMethod(
        "\(type).difference(self, *others)", "The items that no other has.",
        example: "\(type)([1, 2]).difference([2, 3]) == {1}  # True"
      ) { (context, set, arguments) throws(Fault) in .set(try context.difference(set, of: arguments)) },
      setMethod(
        "\(type).symmetric_difference(self, other, /)", "The items that one of both alone has.",
        example: "\(type)([1, 2]).symmetric_difference([2, 3]) == {1, 3}  # True"
      ) { (context, set, arguments) throws(Fault) in
        .set(try context.symmetricDifference(set, arguments[1], isFrozen: set.value.isFrozen))
      },
    ]
  }

  private static func setComparisons(_ type: String) -> [Builtin] {
    [
      setMethod(
        "\(type).isdisjoint(self, other, /)", "Whether both have no item in common.",
        example: "\(type)([1]).isdisjoint([2])  # True"
      ) { (context, set, arguments) throws(Fault) in .bool(try context.areDisjoint(set, arguments[1])) },
      setMethod(
        "\(type).issubset(self, other, /)", "Whether the other has all items of this.",
        example: "\(type)([1]).issubset([1, 2])  # True",
        leaf: { (_, arguments, count) in
          guard count == 2, let set = arguments[0].exactSet, let other = arguments[1].exactSet else { return nil }
          return set.value.table.isPlainSubset(of: other.value.table).map { .bool($0) }
        }
      ) { (context, set, arguments) throws(Fault) in
        if arguments[1].asSet != nil { return .bool(try context.orderedSets(.lessOrEqual, arguments[0], arguments[1])) }
        let common = try context.intersection(set, arguments[1], isFrozen: false)
        return .bool(common.value.table.count == set.value.table.count)
      },
      setMethod(
        "\(type).issuperset(self, other, /)", "Whether this has all items of the other.",
        example: "\(type)([1, 2]).issuperset([1])  # True"
      ) { (context, _, arguments) throws(Fault) in
        if arguments[1].asSet != nil { return .bool(try context.orderedSets(.lessOrEqual, arguments[1], arguments[0])) }
        return .bool(try context.isSubset(arguments[1], of: arguments[0]))
      },
    ]
  }

  static let setAdd = Builtin(
    "set.add(self, object, /)", "Adds an item.", example: "s = {1}; s.add(2)",
    leaf: { (context, arguments, count) in addLeaf(context, arguments, count) }
  ) { (context, arguments) throws(Fault) in
    guard let set = arguments[0].asSet else { throw wrongReceiver("set.add(self, object, /)", arguments[0]) }
    try context.add(arguments[1], to: set)
    return .nothing
  }

  static let setRemove = setMethod(
    "set.remove(self, object, /)", "Removes an item; KeyError where the set has it not.",
    example: "s = {1, 2}; s.remove(2)"
  ) { (context, set, arguments) throws(Fault) in
    if try context.discard(arguments[1], try context.memberHash(arguments[1]), from: set) { return .nothing }
    throw Fault.missingKey(arguments[1])
  }

  static let setDiscard = setMethod(
    "set.discard(self, object, /)", "Removes an item, where the set has it.", example: "s = {1, 2}; s.discard(3)",
    leaf: { (context, arguments, count) in discardLeaf(context, arguments, count) }
  ) { (context, set, arguments) throws(Fault) in
    _ = try context.discard(arguments[1], try context.memberHash(arguments[1]), from: set)
    return .nothing
  }

  static let setPop = setMethod("set.pop(self, /)", "Removes some item and returns it.", example: "{1}.pop()  # 1") {
    (_, set, _) throws(Fault) in
    guard let key = set.value.table.pop() else { throw Fault.missingKey(.string("pop from an empty set")) }
    return key
  }

  static let setClear = setMethod("set.clear(self, /)", "Removes all items.", example: "s = {1}; s.clear()") {
    (context, set, _) throws(Fault) in
    context.clear(set)
    return .nothing
  }

  static let setUpdate = setMethod(
    "set.update(self, *others)", "Adds the items of all others.", example: "s = {1}; s.update([2], [3])"
  ) { (context, set, arguments) throws(Fault) in
    try arguments.forEachOther { (other) throws(Fault) in try context.update(set, from: other) }
    return .nothing
  }

  static let setIntersectionUpdate = setMethod(
    "set.intersection_update(self, *others)", "Keeps the items that all others have.",
    example: "s = {1, 2}; s.intersection_update([2])"
  ) { (context, set, arguments) throws(Fault) in
    let common = try context.intersection(set, of: arguments)
    set.value.table.exchangeKeys(&common.value.table)
    return .nothing
  }

  static let setDifferenceUpdate = setMethod(
    "set.difference_update(self, *others)", "Removes the items of all others.",
    example: "s = {1, 2}; s.difference_update([2])"
  ) { (context, set, arguments) throws(Fault) in
    try arguments.forEachOther { (other) throws(Fault) in try context.remove(other, from: set) }
    return .nothing
  }

  static let setSymmetricDifferenceUpdate = setMethod(
    "set.symmetric_difference_update(self, other, /)", "Keeps the items that one of both alone has.",
    example: "s = {1, 2}; s.symmetric_difference_update([2, 3])"
  ) { (context, set, arguments) throws(Fault) in
    try context.toggle(arguments[1], in: set)
    return .nothing
  }

  static let viewIsDisjoint = Builtin(
    "dict_view.isdisjoint(self, other, /)", "Whether both have no item in common.",
    example: "{1: 2}.keys().isdisjoint([2])  # True"
  ) { (context, arguments) throws(Fault) in
    let other = try context.makeSet(of: arguments[1])
    return .bool(try context.areDisjoint(other.unowned, arguments[0]))
  }

  static let viewMapping = Builtin("dict_view.mapping", "The dictionary of the view, to be read only.") {
    (_, arguments) throws(Fault) in
    guard let view = arguments[0].asView else { return .nothing }
    return .native(Ref(NativeObject(.mappingProxy, MappingProxyPayload(view.value.dictionary.copy()))))
  }
}

extension Registers {
  /// Calls `body` with each argument behind a method's receiver.
  fileprivate func forEachOther(_ body: (borrowing Value) throws(Fault) -> Void) throws(Fault) {
    guard let others = variadic(1) else { return }
    for index in 0..<others.value.items.count { try body(others.value.items[index]) }
  }
}

extension Context {
  /// `set.intersection` with all arguments.
  fileprivate func intersection(_ set: Unowned<SetObject>, of arguments: Registers) throws(Fault) -> Ref<SetObject> {
    let isFrozen = set.value.isFrozen
    var result = set.owned()
    var isCopied = false
    try arguments.forEachOther { (other) throws(Fault) in
      result = try intersection(result.unowned, other, isFrozen: isFrozen)
      isCopied = true
    }
    return isCopied ? result : try copy(set, isFrozen: isFrozen)
  }

  /// `set.difference` with all arguments.
  fileprivate func difference(_ set: Unowned<SetObject>, of arguments: Registers) throws(Fault) -> Ref<SetObject> {
    let isFrozen = set.value.isFrozen
    var result: Ref<SetObject>? = nil
    try arguments.forEachOther { (other) throws(Fault) in
      if let found = result?.unowned {
        try remove(other, from: found)
      } else {
        result = try difference(set, other, isFrozen: isFrozen)
      }
    }
    if let found = result?.unowned { return found.owned() }
    return try copy(set, isFrozen: isFrozen)
  }
}
