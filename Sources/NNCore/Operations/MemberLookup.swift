extension Context {
  /// What a name means in a class.
  @inline(__always) func member(_ name: Symbol, in type: Unowned<ClassObject>) -> ClassMember? {
    if let known = memberCache.find(type.value.version, name) { return known }
    return searchMember(name, in: type)
  }

  @inline(never) private func searchMember(_ name: Symbol, in type: Unowned<ClassObject>) -> ClassMember? {
    let found = member(name, of: type) ?? member(name, in: type, from: 0)
    memberCache.keep(type.value.version, name, found)
    return found
  }

  /// A member that the class itself defines.
  func member(_ name: Symbol, of type: Unowned<ClassObject>) -> ClassMember? {
    guard let position = type.value.members.position(of: name) else { return nil }
    return .user(UserMember(owner: type, position: position))
  }

  /// A member of the class's ancestors from one on.
  func member(_ name: Symbol, in type: Unowned<ClassObject>, from first: Int) -> ClassMember? {
    for index in first..<max(type.value.ancestors.count, first) {
      if let ancestor = type.value.ancestors[index].asClassObject {
        if let found = member(name, of: ancestor) { return found }
      } else if let ancestor = type.value.ancestors[index].asType, let found = builtinMember(name, of: ancestor) {
        return .builtin(found)
      }
    }
    return nil
  }

  /// A method or property of a builtin type itself, not of those that it derives from.
  func builtinMember(_ name: Symbol, of type: BuiltinType) -> Unowned<BuiltinObject>? {
    if let owner = type.attributeOwner, let found = attribute(name, of: owner) { return found }
    return specialBuiltin(name, of: type)
  }

  /// A method or property of a builtin type, inherited ones included.
  func inheritedMember(_ name: Symbol, of type: BuiltinType) -> Unowned<BuiltinObject>? {
    if let found = builtinMember(name, of: type) { return found }
    for ancestor in type.resolutionOrder.dropFirst() {
      if let found = builtinMember(name, of: ancestor) { return found }
    }
    return nil
  }

  /// A member that a class of the program defines, the class or an ancestor.
  @inline(__always) func userMember(_ name: Symbol, in type: Unowned<ClassObject>) -> UserMember? {
    switch member(name, in: type) {
    case .user(let found): found
    default: nil
    }
  }

  /// Whether a class of the program defines a member, the class or an ancestor, and no builtin type before it: as
  /// `userMember`, without asking `object`, whose members would be made for that.
  func defines(_ name: Symbol, in type: Unowned<ClassObject>) -> Bool {
    if member(name, of: type) != nil { return true }
    for index in 0..<type.value.ancestors.count {
      if let ancestor = type.value.ancestors[index].asClassObject {
        if member(name, of: ancestor) != nil { return true }
      } else if let ancestor = type.value.ancestors[index].asType, ancestor != .object {
        if builtinMember(name, of: ancestor) != nil { return false }
      }
    }
    return false
  }

  /// A special method that the program defines for a class, as instructions need it.
  @inline(__always) func special(_ name: Symbol, _ type: Unowned<ClassObject>) -> KnownMethod {
    if let known = type.value.known(name) { return known }
    return findSpecial(name, type)
  }

  @inline(never) private func findSpecial(_ name: Symbol, _ type: Unowned<ClassObject>) -> KnownMethod {
    let member = userMember(name, in: type)
    let method = KnownMethod(version: type.value.version, exists: member != nil, function: member?.function)
    type.value.note(name, method)
    return method
  }

  /// A copy of a member's value.
  func value(of member: ClassMember) -> Value {
    switch member {
    case .user(let found): found.value
    case .builtin(let builtin): .builtin(builtin.owned())
    }
  }

  // MARK: Descriptors

  /// What a class's member is for one of its instances: functions become methods, descriptors are asked.
  func bind(_ member: borrowing Value, to instance: borrowing Value, of type: borrowing Value) throws(Fault) -> Value {
    switch member {
    case .function: return .boundMethod(Ref(BoundMethod(instance.copy(), member.copy())))
    case .builtin(let r):
      if r.value.builtin.isProperty { return try property(r.unowned, instance) }
      if let base = instance.asInstance?.value.type.value.base, base.isUnhashable, r.value.builtin.isObjectHash {
        return .nothing
      }
      if !r.value.builtin.isMethod {
        guard !r.value.builtin.methodOf.isEmpty, instance.asInstance != nil, instance.asArray != nil else {
          return member.copy()
        }
        let method = BuiltinObject.make(r.value.builtin.methodForm)
        return .boundMethod(Ref(BoundMethod(instance.copy(), .builtin(method))))
      }
      return .boundMethod(Ref(BoundMethod(instance.copy(), member.copy())))
    case .descriptor(let r):
      switch r.value.mode {
      case .staticMethod: return r.value.getter.copy()
      case .classMethod: return try bindToClass(r.value.getter, type)
      case .property:
        if r.value.getter.isNone { throw Fault(.attributeError, "unreadable attribute") }
        let getter = r.value.getter.copy()
        return try call(getter, instance.copy())
      case .member:
        let name = Symbol(r.value.getter.asString?.value.text.string ?? "")
        if let own = instance.asInstance, let value = try ownAttribute(own, name) { return value }
        throw noAttribute(instance, name)
      }
    case .native(let r) where r.value.payload.bindsAsMethod:
      return .boundMethod(Ref(BoundMethod(instance.copy(), member.copy())))
    default:
      if member.mayBeDescriptor, let get = try specialMethod(.getMethod, of: member) {
        return try call(get, instance.copy(), type.copy())
      }
      if let payload = member.payload, payload.asDescriptor != nil { return try bind(payload, to: instance, of: type) }
      return member.copy()
    }
  }

  /// What a class's member is when the class itself is asked.
  func bindToType(_ member: borrowing Value, of type: borrowing Value) throws(Fault) -> Value {
    switch member {
    case .descriptor(let r):
      switch r.value.mode {
      case .staticMethod: return r.value.getter.copy()
      case .classMethod: return try bindToClass(r.value.getter, type)
      case .property: return member.copy()
      case .member: return member.copy()
      }
    default:
      if member.mayBeDescriptor, let get = try specialMethod(.getMethod, of: member) {
        return try call(get, .nothing, type.copy())
      }
      if let payload = member.payload, let descriptor = payload.asDescriptor, descriptor.value.mode != .property {
        return try bindToType(payload, of: type)
      }
      return member.copy()
    }
  }

  /// A class method's function for a class.
  private func bindToClass(_ function: borrowing Value, _ type: borrowing Value) throws(Fault) -> Value {
    switch function {
    case .function: return .boundMethod(Ref(BoundMethod(type.copy(), function.copy())))
    case .builtin: return .boundMethod(Ref(BoundMethod(type.copy(), function.copy())))
    case .boundMethod: return .boundMethod(Ref(BoundMethod(type.copy(), function.copy())))
    default:
      if function.asDescriptor != nil { return try bind(function, to: type, of: type) }
      if function.mayBeDescriptor, let get = try specialMethod(.getMethod, of: function) {
        return try call(get, type.copy(), self.type(of: type))
      }
      return .boundMethod(Ref(BoundMethod(type.copy(), function.copy())))
    }
  }

  /// Whether a member decides on assignments to the attribute, and so comes before what the instance itself has.
  func isDataDescriptor(_ member: borrowing Value) -> Bool {
    switch member {
    case .descriptor(let r): return r.value.mode == .property
    case .builtin(let r): return r.value.builtin.isProperty
    case .instance(let r):
      let type = r.value.type.unowned
      if let descriptor = r.value.payload.asDescriptor { return descriptor.value.mode == .property }
      return userMember(.setMethod, in: type) != nil || userMember(.deleteMethod, in: type) != nil
    case .native(let r):
      return attribute(.setMethod, of: .native(r.value.type)) != nil
    default: return false
    }
  }
}

extension UserMember {
  /// A copy of the member's value.
  var value: Value { owner.value.members.values[position].copy() }

  /// The member, if it is a function; the class keeps it.
  @inline(__always) var function: Unowned<Function>? { owner.value.members.values[position].asFunction }
}

extension UserMember {
  /// The function of a property; nil where the member is something else, or has none.
  var getter: Unowned<Function>? {
    guard let descriptor = owner.value.members.values[position].asDescriptor, descriptor.value.mode == .property else {
      return nil
    }
    return descriptor.value.getter.asFunction
  }

  /// The index of the item that a property gives; nil where the member is something else.
  var itemIndex: Int? {
    guard let descriptor = owner.value.members.values[position].asDescriptor, descriptor.value.mode == .property else {
      return nil
    }
    return descriptor.value.getter.asNative?.value.payload.itemIndex
  }
}

extension Value {
  /// Whether the value's type may have `__get__`.
  var mayBeDescriptor: Bool {
    borrowing get {
      switch self {
      case .instance: true
      case .native: true
      default: false
      }
    }
  }
}
