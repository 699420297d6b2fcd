// What the most called operations of builtin types do as methods (`super().__init__()`, `object.__setattr__`) in the
// commonest cases. Nil for all others.

extension SpecialOperation {
  /// The leaf body of a builtin type's operation; nil where it has none.
  static func leaf(_ name: Symbol, of type: BuiltinType) -> Builtin.LeafBody? {
    if name == .setAttributeMethod && type == .object {
      return { (context, arguments, count) in context.assignLeaf(arguments, count) }
    }
    if name == .newMethod && type == .tuple {
      return { (_, arguments, count) in newTupleLeaf(arguments, count) }
    }
    if name == .newMethod && type == .object {
      return { (_, arguments, count) in
        guard count == 1, let type = arguments[0].asClassObject, type.value.base == .object,
          type.value.traits.isDisjoint(with: [.abstractMethods, .finalizer])
        else { return nil }
        return .instance(InstanceMemory.make(type))
      }
    }
    guard name == .initMethod else { return nil }
    if type == .object {
      return { (_, arguments, count) in count == 1 && arguments[0].asInstance != nil ? .some(.nothing) : nil }
    }
    guard case .exception(let kind) = type, !kind.hasFields, !kind.inherits(from: .unicodeError) else { return nil }
    return { (_, arguments, count) in
      guard count > 0, let exception = arguments[0].asException, !exception.value.kind.hasFields else { return nil }
      var arguments = arguments
      var items = ValueList(capacity: count &- 1)
      for index in 1..<count { items.append(arguments.take(index)) }
      exception.value.arguments = items
      return .some(.nothing)
    }
  }

  /// `tuple.__new__` of a class that extends `tuple`, and a tuple.
  private static func newTupleLeaf(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 2, let type = arguments[0].asClassObject, type.value.base == .tuple,
      type.value.traits.isDisjoint(with: [.abstractMethods, .finalizer]), arguments[1].exactTuple != nil
    else { return nil }
    var arguments = arguments
    return .instance(Ref(InstanceObject(type.owned(), payload: arguments.take(1))))
  }
}

extension Context {
  /// `object.__setattr__` of an instance whose class has no say in that attribute.
  func assignLeaf(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 3, let instance = arguments[0].asInstance, let text = arguments[1].exactString,
      !instance.value.shape.value.isDictionary
    else { return nil }
    let name = nameStrings.symbol(of: text)
    let type = instance.value.type.unowned
    guard type.value.slotNames == nil, name != .className, name != .dictionaryName else { return nil }
    switch member(name, in: type) {
    case .none: break
    case .user(let found): if !found.isPlainData { return nil }
    case .builtin: return nil
    }
    if let slot = instance.value.shape.value.slot(of: name) {
      _ = instance.value.slots[slot].exchange(arguments[2].copy())
      return .some(.nothing)
    }
    return instance.value.add(name, arguments[2]) ? .some(.nothing) : nil
  }
}

extension UserMember {
  /// Whether it is a number, a text or the like, and no descriptor.
  var isPlainData: Bool {
    let values = owner.value.members.values.registers
    return values.map { $0[position].typeOrdinal >= 0 || $0[position].isNone } ?? false
  }
}
