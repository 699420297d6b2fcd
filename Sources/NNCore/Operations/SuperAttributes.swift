extension Context {
  /// What a name means behind a `super` object's class, in the order of resolution of its receiver's class.
  func superMember(_ object: Unowned<SuperObject>, _ name: Symbol) -> ClassMember? {
    let isOfClass = isClassReceiver(object)
    let type = isOfClass ? object.value.receiver.copy() : self.type(of: object.value.receiver)
    guard let own = type.asClassObject else { return nil }
    if isSame(type, object.value.type) { return member(name, in: own, from: 0) }
    for index in 0..<own.value.ancestors.count where isSame(own.value.ancestors[index], object.value.type) {
      return member(name, in: own, from: index + 1)
    }
    return nil
  }

  /// Whether the receiver is a class that derives from the `super` object's: in class methods and `__new__`.
  private func isClassReceiver(_ object: Unowned<SuperObject>) -> Bool {
    object.value.receiver.isClass && isSubtype(object.value.receiver, of: object.value.type)
  }

  /// `super().name`.
  func superAttribute(_ object: Unowned<SuperObject>, _ name: Symbol) throws(Fault) -> Value {
    if name != .className, let found = superMember(object, name) {
      let member = value(of: found)
      let receiver = object.value.receiver.copy()
      if isClassReceiver(object) {
        // A builtin of the metaclass's order binds the class; what classes inherit from each other does not.
        if case .builtin(let builtin) = found, !builtin.value.builtin.isStatic, receiver.asClassObject != nil,
          builtin.value.builtin.name == "__init_subclass__"
        {
          return member
        }
        return try bindToType(member, of: receiver)
      }
      return try bind(member, to: receiver, of: type(of: receiver))
    }
    switch name.name {
    case "__class__": return .type(.superType)
    case "__self__": return object.value.receiver.copy()
    case "__thisclass__": return object.value.type.copy()
    default:
      let receiver = object.value.receiver.copy()
      if let exception = receiver.asException, let found = try groupFunction(exception.value.kind, name) {
        return .boundMethod(Ref(BoundMethod(receiver.copy(), found)))
      }
      throw Fault(.attributeError, "'super' object has no attribute '\(name.name)'")
    }
  }
}
