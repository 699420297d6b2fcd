// The attributes of instances, in the order of the language: a descriptor of the class that takes assignments, what the
// instance has itself, anything else of the class, `__getattr__`.

extension Context {
  /// `instance.name`.
  func instanceAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    let type = instance.value.type.unowned
    let traits = type.value.traits
    if traits.isDisjoint(with: [.getAttribute, .missingAttribute]) {
      return try plainAttribute(value, instance, name)
    }
    do throws(Fault) {
      if traits.contains(.getAttribute),
        let result = try callSpecial(.getAttributeMethod, of: value, .string(name.name))
      {
        return result
      }
      return try plainAttribute(value, instance, name)
    } catch {
      guard error.isKind(.attributeError), traits.contains(.missingAttribute),
        let result = try callSpecial(.missingAttributeMethod, of: value, .string(name.name))
      else { throw error }
      return result
    }
  }

  /// `object.__getattribute__`.
  func plainAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    let type = instance.value.type.unowned
    let member = optionalMember(name, in: type)
    if isDataDescriptor(member) { return try bindAttribute(member, value, type, name) }
    if let own = try ownAttribute(instance, name) { return own }
    if !member.isUnbound { return try bindAttribute(member, value, type, name) }
    switch name {
    case .className: return .classObject(type.owned())
    case .dictionaryName where type.value.slotNames == nil: return try attributeDictionary(instance)
    default: throw noAttribute(value, name)
    }
  }

  /// What a name means in a class, unbound where it means nothing.
  func optionalMember(_ name: Symbol, in type: Unowned<ClassObject>) -> Value {
    guard let found = member(name, in: type) else { return .unbound }
    return value(of: found)
  }

  private func bindAttribute(
    _ member: borrowing Value, _ value: borrowing Value, _ type: Unowned<ClassObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    if let descriptor = member.asDescriptor, descriptor.value.mode == .property, descriptor.value.getter.isNone {
      throw Fault(.attributeError, "property '\(name.name)' of '\(type.value.name.name)' object has no getter")
    }
    return try bind(member, to: value, of: .classObject(type.owned()))
  }

  /// What the instance itself has by a name.
  func ownAttribute(_ instance: Unowned<InstanceObject>, _ name: Symbol) throws(Fault) -> Value? {
    if let dictionary = instance.value.dictionary {
      if let hidden = instance.value.hidden, instance.value.type.value.memberSlots.contains(name) {
        guard let entry = try find(hidden, nameValue(name)) else { return nil }
        return hidden.value.table.entries[entry].value.copy()
      }
      guard let entry = try find(dictionary, nameValue(name)) else { return nil }
      return dictionary.value.table.entries[entry].value.copy()
    }
    guard let slot = instance.value.shape.value.slot(of: name) else { return nil }
    return instance.value.slots[slot].copy()
  }

  /// `instance.__dict__`: from now on the instance keeps its attributes there.
  func attributeDictionary(_ instance: Unowned<InstanceObject>) throws(Fault) -> Value {
    if let dictionary = instance.value.dictionary { return .dictionary(dictionary.owned()) }
    let dictionary = Ref(DictionaryObject())
    let hidden = Ref(DictionaryObject())
    let isHidden = instance.value.type.value.memberSlots
    for slot in 0..<instance.value.slots.count {
      let name = instance.value.shape.value.names[slot]
      let target = isHidden.contains(name) ? hidden.unowned : dictionary.unowned
      try set(target, nameValue(name), instance.value.slots[slot].copy())
    }
    instance.value.keep(
      in: .dictionary(dictionary.copy()), hidden: isHidden.isEmpty ? .unbound : .dictionary(hidden))
    return .dictionary(dictionary)
  }

  // MARK: Assignment

  /// `instance.name = new`.
  func setInstanceAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) {
    if instance.value.type.value.traits.contains(.setAttribute) {
      _ = try callSpecial(.setAttributeMethod, of: value, .string(name.name), new)
      return
    }
    try setPlainAttribute(value, instance, name, new)
  }

  /// What of an array may be assigned: of the array itself where the instance is one.
  private static let arrayAttributes: Set<Symbol> = Set(
    ["shape", "dtype", "strides", "flat", "real", "imag"].map { Symbol($0) })

  /// `object.__setattr__`.
  func setPlainAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) {
    let type = instance.value.type.unowned
    let member = optionalMember(name, in: type)
    if try setThroughDescriptor(member, value, type, name, new) { return }
    if instance.value.payload.asArray != nil, Context.arrayAttributes.contains(name) {
      return try setAttribute(instance.value.payload.copy(), name, new)
    }
    if name == .className { return try changeClass(instance, to: new) }
    if name == .dictionaryName, type.value.slotNames == nil {
      guard new.asDictionary != nil else {
        throw Fault(.typeError, "__dict__ must be set to a dictionary, not a '\(new.typeName)'")
      }
      _ = try attributeDictionary(instance)
      let hidden = instance.value.hidden.map { Value.dictionary($0.owned()) } ?? .unbound
      return instance.value.keep(in: new.copy(), hidden: hidden)
    }
    if let allowed = type.value.slotNames, !allowed.contains(name) {
      if !member.isUnbound {
        throw Fault(.attributeError, "'\(type.value.name.name)' object attribute '\(name.name)' is read-only")
      }
      throw noAttribute(value, name)
    }
    // A slot that was deleted from its class.
    if member.isUnbound, type.value.slotNames != nil, type.value.memberSlots.contains(name) {
      throw noAttribute(value, name)
    }
    try setOwnAttribute(instance, name, new)
  }

  /// Stores what the instance itself has by a name.
  func setOwnAttribute(_ instance: Unowned<InstanceObject>, _ name: Symbol, _ new: borrowing Value) throws(Fault) {
    if let dictionary = instance.value.dictionary {
      let isHidden = instance.value.hidden != nil && instance.value.type.value.memberSlots.contains(name)
      return try set(isHidden ? instance.value.hidden ?? dictionary : dictionary, nameValue(name), new.copy())
    }
    if let slot = instance.value.shape.value.slot(of: name) {
      _ = instance.value.slots[slot].exchange(new.copy())
    } else if !instance.value.add(name, new) {
      _ = try attributeDictionary(instance)
      try setOwnAttribute(instance, name, new)
    }
  }

  /// Whether the class's member takes the assignment.
  func setThroughDescriptor(
    _ member: borrowing Value, _ value: borrowing Value, _ type: Unowned<ClassObject>, _ name: Symbol,
    _ new: borrowing Value
  ) throws(Fault) -> Bool {
    switch member {
    case .descriptor(let r):
      guard r.value.mode == .property else { return false }
      if r.value.setter.isNone {
        throw Fault(.attributeError, "property '\(name.name)' of '\(type.value.name.name)' object has no setter")
      }
      let setter = r.value.setter.copy()
      _ = try call(setter, value.copy(), new.copy())
      return true
    case .instance:
      if try callSpecial(.setMethod, of: member, value, new) != nil { return true }
      guard let payload = member.payload, payload.asDescriptor != nil else { return false }
      return try setThroughDescriptor(payload, value, type, name, new)
    case .native: return try callSpecial(.setMethod, of: member, value, new) != nil
    default: return false
    }
  }

  private func changeClass(_ instance: Unowned<InstanceObject>, to new: borrowing Value) throws(Fault) {
    guard let type = new.asClassObject else {
      if new.isClass {
        throw Fault(.typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
      }
      throw Fault(.typeError, "__class__ must be set to a class, not '\(new.typeName)' object")
    }
    guard type.value.base == instance.value.type.value.base,
      type.value.memberSlots == instance.value.type.value.memberSlots,
      type.value.slotNames.map(Set.init) == instance.value.type.value.slotNames.map(Set.init)
    else {
      throw Fault(
        .typeError,
        "__class__ assignment: '\(type.value.name.name)' object layout differs from "
          + "'\(instance.value.type.value.name.name)'")
    }
    _ = try attributeDictionary(instance)
    let keep = instance.value.type.copy()
    instance.value.change(to: type.owned())
    _ = keep
  }

  // MARK: Deletion

  /// `del instance.name`.
  func deleteInstanceAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol
  ) throws(Fault) {
    if instance.value.type.value.traits.contains(.deleteAttribute) {
      _ = try callSpecial(.deleteAttributeMethod, of: value, .string(name.name))
      return
    }
    try deletePlainAttribute(value, instance, name)
  }

  /// `object.__delattr__`.
  func deletePlainAttribute(
    _ value: borrowing Value, _ instance: Unowned<InstanceObject>, _ name: Symbol
  ) throws(Fault) {
    let type = instance.value.type.unowned
    let member = optionalMember(name, in: type)
    if !member.isUnbound {
      if let descriptor = member.asDescriptor, descriptor.value.mode == .property {
        if descriptor.value.deleter.isNone {
          throw Fault(.attributeError, "property '\(name.name)' of '\(type.value.name.name)' object has no deleter")
        }
        let deleter = descriptor.value.deleter.copy()
        _ = try call(deleter, value.copy())
        return
      }
      if member.mayBeDescriptor, try callSpecial(.deleteMethod, of: member, value) != nil { return }
    }
    if name == .dictionaryName, type.value.slotNames == nil {
      _ = try attributeDictionary(instance)
      let hidden = instance.value.hidden.map { Value.dictionary($0.owned()) } ?? .unbound
      return instance.value.keep(in: .dictionary(Ref(DictionaryObject())), hidden: hidden)
    }
    guard try ownAttribute(instance, name) != nil else { throw noAttribute(value, name) }
    let dictionary = try attributeDictionary(instance)
    if let hidden = instance.value.hidden, type.value.memberSlots.contains(name) {
      return try deleteItem(.dictionary(hidden.owned()), at: nameValue(name))
    }
    try deleteItem(dictionary, at: nameValue(name))
  }

  // MARK: Names

  /// A name as a value: the same string each time.
  func nameValue(_ name: Symbol) -> Value {
    nameStrings.value(of: name)
  }

  /// The names of a value's attributes, sorted, as `dir` lists them.
  func knownNames(of value: borrowing Value) -> [String] {
    var names: Set<String> = []
    switch value {
    case .instance(let r):
      collectMembers(r.value.type.unowned, &names)
      if let dictionary = r.value.dictionary {
        names.formUnion(dictionary.value.textKeys())
      } else {
        names.formUnion(r.value.shape.value.names.map(\.name))
      }
    case .classObject(let r): collectMembers(r.unowned, &names)
    case .type(let type): for ancestor in type.resolutionOrder { collectMembers(ancestor, &names) }
    case .module(let r):
      names.formUnion(r.value.names.filter { r.value.value(of: $0) != nil }.map(\.name))
      names.formUnion(libraryNames(of: r.value.name))
    default:
      names.formUnion(attributeNames(of: value.attributeOwner))
      for ancestor in value.builtinType.resolutionOrder { collectMembers(ancestor, &names) }
    }
    return names.sorted()
  }

  private func collectMembers(_ type: Unowned<ClassObject>, _ names: inout Set<String>) {
    collectOwnMembers(type, &names)
    for index in 0..<type.value.ancestors.count {
      if let ancestor = type.value.ancestors[index].asClassObject {
        collectOwnMembers(ancestor, &names)
      } else if let ancestor = type.value.ancestors[index].asType {
        collectMembers(ancestor, &names)
      }
    }
    names.formUnion(type.value.slotNames == nil ? ["__dict__", "__weakref__"] : [])
  }

  private func collectOwnMembers(_ type: Unowned<ClassObject>, _ names: inout Set<String>) {
    for position in 0..<type.value.members.count where !type.value.members.values[position].isUnbound {
      names.insert(type.value.members.names[position].name)
    }
  }

  private func collectMembers(_ type: BuiltinType, _ names: inout Set<String>) {
    if let owner = type.attributeOwner { names.formUnion(attributeNames(of: owner)) }
    names.formUnion(specialBuiltinNames(of: type))
    names.formUnion(["__class__", "__doc__"])
  }
}

extension DictionaryObject {
  /// The keys that are strings, in their order.
  borrowing func textKeys() -> [String] {
    var keys: [String] = []
    for index in 0..<table.entries.count {
      if let key = table.entries[index].key.asString { keys.append(key.value.text.string) }
    }
    return keys
  }
}
