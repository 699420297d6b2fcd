// The attributes of classes: a metaclass's descriptor that takes assignments, what the class or an ancestor has, anything
// else of the metaclass.

extension Context {
  /// `C.name`.
  func classAttribute(_ type: Unowned<ClassObject>, _ name: Symbol) throws(Fault) -> Value {
    let value = Value.classObject(type.owned())
    guard let metaclass = type.value.metaclass.asClassObject else { return try plainClassAttribute(value, type, name) }
    do throws(Fault) {
      if metaclass.value.traits.contains(.getAttribute),
        let result = try callSpecial(.getAttributeMethod, of: value, .string(name.name))
      {
        return result
      }
      return try plainClassAttribute(value, type, name)
    } catch {
      guard error.isKind(.attributeError), metaclass.value.traits.contains(.missingAttribute),
        let result = try callSpecial(.missingAttributeMethod, of: value, .string(name.name))
      else { throw error }
      return result
    }
  }

  /// `type.__getattribute__`.
  func plainClassAttribute(
    _ value: borrowing Value, _ type: Unowned<ClassObject>, _ name: Symbol
  ) throws(Fault) -> Value {
    let metaclass = type.value.metaclass.copy()
    let own = metaclass.asClassObject.flatMap { userMember(name, in: $0) }?.value ?? .unbound
    if isDataDescriptor(own) { return try bind(own, to: value, of: metaclass) }
    if let built = try builtClassAttribute(type, name) { return built }
    if let found = member(name, in: type) {
      let member = self.value(of: found)
      if let made = inheritedMaker(member, value) { return made }
      return try bindToType(member, of: value)
    }
    if !own.isUnbound { return try bind(own, to: value, of: metaclass) }
    if let built = inheritedMember(name, of: .type) {
      if built.value.builtin.isStatic { return .builtin(built.owned()) }
      return .boundMethod(Ref(BoundMethod(value.copy(), .builtin(built.owned()))))
    }
    throw noAttribute(value, name)
  }

  /// The attributes that every class has.
  private func builtClassAttribute(_ type: Unowned<ClassObject>, _ name: Symbol) throws(Fault) -> Value? {
    switch name {
    case .nameName: return .some(nameStrings.value(of: type.value.name))
    case .qualifiedName: return .some(.string(type.value.qualifiedName))
    case .basesName: return .some(.tuple(type.value.bases.copies()))
    case .mroName: return .some(.tuple(resolutionOrder(of: type)))
    case .className: return type.value.metaclass.copy()
    case .hashMethod:
      guard type.value.base.isUnhashable, case .builtin? = member(name, in: type) else { return nil }
      return .some(.nothing)
    case .dictionaryName:
      return .native(Ref(NativeObject(.mappingProxy, MappingProxyPayload(.classObject(type.owned())))))
    case .documentationName:
      guard let position = type.value.members.position(of: name) else { return .some(.nothing) }
      return type.value.members.values[position].copy()
    case .baseName: return type.value.bases.isEmpty ? .some(.nothing) : type.value.bases[0].copy()
    case .abstractMethodsName:
      if type.value.members.position(of: name) == nil { throw Fault(.attributeError, name.name) }
      return nil
    case .annotationsName:
      if type.value.members.position(of: name) == nil {
        setMember(type, name, .dictionary(Ref(DictionaryObject())))
      }
      return nil
    default: return nil
    }
  }

  /// A class and those behind it in its order of resolution.
  func resolutionOrder(of type: Unowned<ClassObject>) -> ValueList {
    var order = ValueList(capacity: type.value.ancestors.count + 1)
    order.append(.classObject(type.owned()))
    for index in 0..<type.value.ancestors.count { order.append(type.value.ancestors[index].copy()) }
    return order
  }

  /// The members of a class in a new dictionary.
  func memberDictionary(_ type: Unowned<ClassObject>) throws(Fault) -> Value {
    let dictionary = Ref(DictionaryObject())
    for position in 0..<type.value.members.count where !type.value.members.values[position].isUnbound {
      let name = type.value.members.names[position]
      if name == .documentationName, type.value.members.values[position].isNone { continue }
      try set(dictionary.unowned, nameValue(name), type.value.members.values[position].copy())
    }
    if type.value.slotNames == nil, type.value.isFirstOpen {
      for name in [Symbol.dictionaryName, Symbol("__weakref__")] {
        let builtin = Builtin("\(type.value.name.name).\(name.name)", "") { (context, arguments) throws(Fault) in
          try context.attribute(arguments[0], name)
        }
        builtin.isSpecial = true
        try set(dictionary.unowned, nameValue(name), .builtin(BuiltinObject.make(builtin)))
      }
    }
    if let place = type.value.members.position(of: .documentationName), type.value.members.values[place].isNone {
      try set(dictionary.unowned, nameValue(.documentationName), .nothing)
    }
    return .dictionary(dictionary)
  }

  // MARK: Assignment

  /// `C.name = new`.
  func setClassAttribute(_ type: Unowned<ClassObject>, _ name: Symbol, _ new: borrowing Value) throws(Fault) {
    let value = Value.classObject(type.owned())
    if let metaclass = type.value.metaclass.asClassObject {
      if metaclass.value.traits.contains(.setAttribute) {
        _ = try callSpecial(.setAttributeMethod, of: value, .string(name.name), new)
        return
      }
      if let found = userMember(name, in: metaclass) {
        let member = found.value
        if let descriptor = member.asDescriptor, descriptor.value.mode == .property, !descriptor.value.setter.isNone {
          let setter = descriptor.value.setter.copy()
          _ = try call(setter, value.copy(), new.copy())
          return
        }
        if member.mayBeDescriptor, try callSpecial(.setMethod, of: member, value, new) != nil { return }
      }
    }
    try setPlainClassAttribute(type, name, new)
  }

  /// `type.__setattr__`.
  func setPlainClassAttribute(
    _ type: Unowned<ClassObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) {
    switch name {
    case .nameName:
      guard let text = new.asString else {
        throw Fault(.typeError, "can only assign string to \(type.value.name.name).__name__, not '\(new.typeName)'")
      }
      type.value.name = Symbol(text.value.text.string)
    case .qualifiedName:
      guard let text = new.asString else {
        throw Fault(.typeError, "can only assign string to \(type.value.name.name).__qualname__, not '\(new.typeName)'")
      }
      type.value.qualifiedName = text.value.text.string
    case .basesName: try setBases(type, new)
    default: setMember(type, name, new.copy())
    }
  }

  /// `del C.name`.
  func deleteClassAttribute(_ type: Unowned<ClassObject>, _ name: Symbol) throws(Fault) {
    let value = Value.classObject(type.owned())
    if let metaclass = type.value.metaclass.asClassObject, metaclass.value.traits.contains(.deleteAttribute) {
      _ = try callSpecial(.deleteAttributeMethod, of: value, .string(name.name))
      return
    }
    guard type.value.undefine(name) else { throw noAttribute(value, name) }
    refresh(type)
  }

  /// Sets a class's member. Whatever caches knew of the class and those that derive from it is void, unless one plain
  /// value follows another.
  func setMember(_ type: Unowned<ClassObject>, _ name: Symbol, _ value: consuming Value) {
    let wasPlain = type.value.members.position(of: name).map { type.value.members.values[$0].isPlainData } ?? false
    let isPlain = wasPlain && value.isPlainData
    type.value.define(name, value)
    if !isPlain || name == .abstractMethodsName { refresh(type) }
  }

  /// Gives a class and those that derive from it new versions, and finds out again what they redefine.
  func refresh(_ type: Unowned<ClassObject>) {
    type.value.root.value.renumber()
    type.value.dictionaryShape.value.renumber()
    let defines = { (name: Symbol) in self.defines(name, in: type) }
    var traits: ClassTraits = []
    if defines(.getAttributeMethod) { traits.insert(.getAttribute) }
    if defines(.missingAttributeMethod) { traits.insert(.missingAttribute) }
    if defines(.setAttributeMethod) { traits.insert(.setAttribute) }
    if defines(.deleteAttributeMethod) { traits.insert(.deleteAttribute) }
    if defines(.getItemMethod) || defines(.setItemMethod) || defines(.containsMethod) { traits.insert(.subscripts) }
    if defines(.className) { traits.insert(.claimedClass) }
    if ArrayRole.protocols.contains(where: defines) { traits.insert(.arrayProtocols) }
    if type.value.base == .array || traits.contains(.arrayProtocols), !Tracing.hasClasses { Tracing.hasClasses = true }
    if defines(.newMethod) || type.value.base != .object { traits.insert(.construction) }
    if let metaclass = type.value.metaclass.asClassObject, userMember(.callMethod, in: metaclass) != nil {
      traits.insert(.construction)
    }
    if let position = type.value.members.position(of: .abstractMethodsName) {
      let names = type.value.members.values[position].copy()
      if let isTrue = try? truth(names), isTrue { traits.formUnion([.abstractMethods, .construction]) }
    }
    if defines(.finalizerMethod) { traits.formUnion([.finalizer, .construction]) }
    if case .exception = type.value.base, !defines(.newMethod), !traits.contains(.abstractMethods),
      type.value.metaclass.asClassObject == nil
    {
      traits.insert(.plainException)
    }
    type.value.traits = traits
    for subclass in type.value.subclasses { refresh(subclass) }
  }
}

extension Value {
  /// Whether the value is one that a class only hands out: no function and no descriptor.
  var isPlainData: Bool {
    borrowing get {
      switch self {
      case .special(let special): special != .unbound
      case .bool: true
      case .int: true
      case .float: true
      case .string: true
      case .list: true
      case .tuple: true
      case .dictionary: true
      case .set: true
      default: false
      }
    }
  }
}

extension ClassObject {
  /// Whether instances have a `__dict__` by this class, and by none that it derives from.
  fileprivate var isFirstOpen: Bool {
    if base != .object { return false }
    for index in 0..<ancestors.count {
      if let ancestor = ancestors[index].asClassObject, ancestor.value.slotNames == nil { return false }
    }
    return true
  }
}
