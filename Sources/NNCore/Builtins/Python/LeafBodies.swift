// What the most called builtins do with their commonest arguments: nothing is called back, nothing fails. Nil for all
// others.

extension Value {
  /// `isinstance(self, type)`.
  fileprivate borrowing func isPlainInstance(of type: borrowing Value) -> Bool? {
    if let wanted = type.asClassObject {
      if let instance = asInstance {
        if instance.value.type.unowned == wanted { return true }
        if wanted.value.metaclass.asClassObject != nil { return nil }
        if instance.value.type.value.derives(from: wanted) { return true }
        return instance.value.type.value.traits.contains(.claimedClass) ? nil : false
      }
      return typeOrdinal >= 0 && wanted.value.metaclass.asClassObject == nil ? false : nil
    }
    // A type with a number, which `object` (0) and `type` (1) are not meant to be here.
    if let instance = asInstance, let wanted = type.asType, wanted.ordinal > 1 {
      let own = instance.value.type.unowned
      return own.value.base == .object && !own.value.traits.contains(.claimedClass) ? false : nil
    }
    return isPlainly(type)
  }

  /// The same of a class, a type or a tuple of them.
  borrowing func isPlainInstance(ofAny type: borrowing Value) -> Bool? {
    guard let tuple = type.exactTuple else { return isPlainInstance(of: type) }
    var index = 0
    while index < tuple.value.items.count {
      guard let answer = isPlainInstance(of: tuple.value.items[index]) else { return nil }
      if answer { return true }
      index &+= 1
    }
    return false
  }
}

extension Builtin {
  static func testLeaf(_ ascii: AsciiTest, _ arguments: Registers, _ count: Int) -> Value? {
    guard count == 1, let text = arguments[0].exactString, text.value.isASCII else { return nil }
    return .bool(ascii.holds(text.value.bytes))
  }

  /// `set.add` of a key with a plain hash.
  static func addLeaf(_ context: Context, _ arguments: Registers, _ count: Int) -> Value? {
    guard count == 2, let set = arguments[0].exactSet, !set.value.isFrozen,
      let hash = context.plainHash(arguments[1])
    else { return nil }
    switch set.value.table.probe(arguments[1], hash, set.value.table.start(hash)) {
    case .found: return .nothing
    case .ask: return nil
    case .absent(let slot):
      if set.value.table.count >= Context.longestList { return nil }
      var arguments = arguments
      set.value.table.add(arguments.take(1), hash, at: slot)
      return .nothing
    }
  }

  /// `set.discard` of a key with a plain hash.
  static func discardLeaf(_ context: Context, _ arguments: Registers, _ count: Int) -> Value? {
    guard count == 2, let set = arguments[0].exactSet, !set.value.isFrozen,
      let hash = context.plainHash(arguments[1])
    else { return nil }
    switch set.value.table.probe(arguments[1], hash, set.value.table.start(hash)) {
    case .found(let slot):
      _ = set.value.table.remove(at: slot)
      return .some(.nothing)
    case .absent: return .some(.nothing)
    case .ask: return nil
    }
  }

  /// `dict.pop` of a key with a plain hash.
  static func popLeaf(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 2 || count == 3, let dictionary = arguments[0].exactDictionary, !dictionary.value.isNamespace,
      let hash = arguments[1].quickHash
    else { return nil }
    switch dictionary.value.table.quickPlace(arguments[1], hash) {
    case .found(let entry):
      var gone = dictionary.value.table.remove(entry)
      return gone.value.exchange(.nothing)
    case .absent: return count == 3 ? arguments[2].copy() : nil
    default: return nil
    }
  }

  /// `tuple` of a tuple.
  static func tupleLeaf(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 1, arguments[0].exactTuple != nil else { return nil }
    var arguments = arguments
    return arguments.take(0)
  }

  static func attributeLeaf(_ context: Context, _ arguments: Registers, _ count: Int, tests: Bool) -> Value? {
    guard count == 2 || count == 3 && !tests, let instance = arguments[0].asInstance,
      let text = arguments[1].exactString,
      instance.value.type.value.traits.isDisjoint(with: [.getAttribute, .missingAttribute]),
      !instance.value.shape.value.isDictionary, instance.value.payload.isUnbound
    else { return nil }
    let name = context.nameStrings.symbol(of: text)
    let type = instance.value.type.unowned
    // Names of the language have meanings of their own; an iterator has methods that no class lists.
    guard text.value.byteCount > 0, text.value.bytes[0] != UInt8(ascii: "_") else { return nil }
    if let found = context.member(name, in: type) {
      guard case .user(let member) = found, instance.value.shape.value.slot(of: name) == nil else { return nil }
      if member.isPlainData { return tests ? .bool(true) : member.value.copy() }
      guard member.function != nil else { return nil }
      return tests ? .bool(true) : .boundMethod(Ref(BoundMethod(arguments[0].copy(), member.value)))
    }
    if let slot = instance.value.shape.value.slot(of: name) {
      return tests ? .bool(true) : instance.value.slots[slot].copy()
    }
    if context.special(.nextMethod, type).exists { return nil }
    return tests ? .bool(false) : count == 3 ? arguments[2].copy() : nil
  }
}
