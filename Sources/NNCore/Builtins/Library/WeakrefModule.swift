extension Builtin {
  /// The module behind `weakref`: `scripts/lib/weakref.py` has the rest.
  static let weakrefModule: [Builtin] = [
    Builtin(
      "_weakref.ref(o, callback=None, /)", "A reference that does not keep its object alive.",
      constructs: .native(.weakReference)
    ) { (context, arguments) throws(Fault) in
      try context.weakReference(to: arguments[0], arguments[1])
    },
    Builtin("ReferenceType.__call__(self, /)", "The object, or None once it has gone.") {
      (_, arguments) throws(Fault) in
      arguments[0].nativePayload(WeakReferencePayload.self)?.value ?? .nothing
    },
    Builtin("ReferenceType.__callback__", "What is called once the object has gone.") { (_, arguments) throws(Fault) in
      let callback = arguments[0].nativePayload(WeakReferencePayload.self)?.callback.copy() ?? .nothing
      return callback.isUnbound ? .nothing : callback
    },
    Builtin("ReferenceType.__repr__(self, /)", "Where it points to.") { (_, arguments) throws(Fault) in
      guard let reference = arguments[0].nativePayload(WeakReferencePayload.self) else { return .nothing }
      let address = arguments[0].object?.shownAddress ?? ""
      let value = reference.value
      guard let object = value.object else { return .string("<weakref at \(address); dead>") }
      return .string("<weakref at \(address); to '\(value.typeName)' at \(object.shownAddress)>")
    },
    Builtin("ReferenceType.__hash__(self, /)", "The hash of the object.") { (context, arguments) throws(Fault) in
      guard let reference = arguments[0].nativePayload(WeakReferencePayload.self) else { return .nothing }
      if let known = reference.hash { return .int(known) }
      if reference.target == nil { throw Fault(.typeError, "weak object has gone away") }
      let hash = try context.hash(reference.value)
      reference.hash = hash
      return .int(hash)
    },
    Builtin("ReferenceType.__eq__(self, other, /)", "Whether the objects are equal, or the references the same.") {
      (context, arguments) throws(Fault) in
      guard let reference = arguments[0].nativePayload(WeakReferencePayload.self),
        let other = arguments[1].nativePayload(WeakReferencePayload.self)
      else { return .special(.notImplemented) }
      if reference.target == nil || other.target == nil { return .bool(reference === other) }
      return .bool(try context.sameOrEqual(reference.value, other.value))
    },
    Builtin("_weakref.getweakrefcount(object, /)", "How many weak references an object has.") {
      (_, arguments) throws(Fault) in
      .int(arguments[0].object.map { WeakReferences.all(to: $0).count } ?? 0)
    },
    Builtin("_weakref.getweakrefs(object, /)", "The weak references of an object.") { (_, arguments) throws(Fault) in
      var result = ValueList()
      if let object = arguments[0].object {
        for pointer in WeakReferences.all(to: object) {
          if let own = (pointer as? WeakReferencePayload)?.own { result.append(.native(own.owned())) }
        }
      }
      return .list(result)
    },
  ]
}

extension Context {
  /// `ref(value, callback)`: without a callback always the same one.
  fileprivate func weakReference(to value: borrowing Value, _ callback: borrowing Value) throws(Fault) -> Value {
    guard let object = value.object, isWeaklyReferable(value) else {
      throw Fault(.typeError, "cannot create weak reference to '\(value.typeName)' object")
    }
    if callback.isNone {
      for pointer in WeakReferences.all(to: object) {
        if let known = pointer as? WeakReferencePayload, known.callback.isUnbound, let own = known.own {
          return .native(own.owned())
        }
      }
    }
    let payload = WeakReferencePayload(to: object, callback: callback.isNone ? .unbound : callback.copy())
    let reference = Ref(NativeObject(.weakReference, payload))
    payload.own = reference.unowned
    return .native(reference)
  }

  private func isWeaklyReferable(_ value: borrowing Value) -> Bool {
    guard let instance = value.asInstance else {
      return value.object.map { Value.weaklyHeld($0) != nil } ?? false
    }
    guard let names = instance.value.type.value.slotNames else { return true }
    return names.contains(Symbol("__weakref__"))
  }
}
