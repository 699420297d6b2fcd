// What classes have, found by attribute instructions: class variables, methods, class and static methods.

extension Machine {
  /// Notes what the class of an instance has by the cache's name, where the instance itself has nothing. False: the
  /// general way has to be gone.
  func linkMember(of instance: Unowned<InstanceObject>, _ caches: Window<InlineCache>, _ cache: Int) -> Bool {
    let shape = instance.value.shape
    let name = caches[cache].name
    let type = instance.value.type.unowned
    guard !shape.value.isDictionary, name != .className, name != .dictionaryName,
      type.value.traits.isDisjoint(with: .getAttribute), shape.value.slot(of: name) == nil
    else { return false }
    return link(name, in: type, key: shape.value.id, caches, cache)
  }

  /// The same of a class itself, where its metaclass is `type`.
  func linkMember(of type: Unowned<ClassObject>, _ caches: Window<InlineCache>, _ cache: Int) -> Bool {
    let name = caches[cache].name
    // The names of the language may mean something of every class.
    guard type.value.metaclass.asClassObject == nil, name.id >= Symbol.fixedNames.count else { return false }
    return link(name, in: type, key: -type.value.version, caches, cache)
  }

  private func link(
    _ name: Symbol, in type: Unowned<ClassObject>, key: Int, _ caches: Window<InlineCache>, _ cache: Int
  ) -> Bool {
    guard let member = userMember(name, in: type),
      let form = member.owner.value.members.values[member.position].linkForm
    else { return false }
    caches[cache].link = MemberLink(key: key, form: form, member: member)
    return true
  }

  /// `R[A] = R[B].name` of what was noted.
  func loadLink(_ R: Registers, _ i: Instruction, _ link: MemberLink) -> Bool {
    var R = R
    guard let member = link.member, let values = member.owner.value.members.values.registers else { return true }
    switch link.form {
    case .item: return true  // is there
    case .data: R.copy(i.A, from: values, member.position)
    case .function:
      // Of an instance it becomes a method.
      if link.key > 0 {
        let method = BoundMethod(R[i.B].copy(), values[member.position].copy())
        R.set(i.A, .boundMethod(Ref(method)))
      } else {
        R.copy(i.A, from: values, member.position)
      }
    case .staticMethod: if let d = values[member.position].asDescriptor { R.set(i.A, d.value.getter.copy()) }
    case .classMethod:
      if let d = values[member.position].asDescriptor {
        let method = BoundMethod(R[i.B].classOfReceiver, d.value.getter.copy())
        R.set(i.A, .boundMethod(Ref(method)))
      }
    }
    if i.n == 1 && i.A != i.B { R.set(i.B, .nothing) }
    return true
  }

  /// `R[A], R[A + 1] = ` method and receiver, or unbound and the attribute, of what was noted. Not for functions of
  /// instances.
  func loadLinkedMethod(_ R: Registers, _ i: Instruction, _ link: MemberLink, _ type: Unowned<ClassObject>) {
    var R = R
    guard let member = link.member, let values = member.owner.value.members.values.registers else { return }
    // The receiver may stand where the class does.
    let keep = type.owned()
    switch link.form {
    case .data, .function, .item:
      R.copy(i.A + 1, from: values, member.position)
      R.set(i.A, .unbound)
    case .staticMethod:
      if let d = values[member.position].asDescriptor { R.set(i.A + 1, d.value.getter.copy()) }
      R.set(i.A, .unbound)
    case .classMethod:
      if let d = values[member.position].asDescriptor { R.set(i.A, d.value.getter.copy()) }
      R.set(i.A + 1, .classObject(keep))
    }
  }
}

extension Registers {
  /// R[A] = an item of the tuple that the instance R[B] extends; false where it has no such item.
  @inline(__always) mutating func copyTupleItem(_ i: Instruction, _ index: Int) -> Bool {
    guard let instance = self[i.B].asInstance, let tuple = instance.value.payload.exactTuple,
      index < tuple.value.items.count, let items = tuple.value.items.registers
    else { return false }
    copy(i.A, from: items, index)
    if i.n == 1 && i.A != i.B { set(i.B, .nothing) }
    return true
  }
}

extension Value {
  /// How a class's member is found through instances or the class; nil where that is not said so simply.
  fileprivate var linkForm: MemberLink.Form? {
    borrowing get {
      switch self {
      case .function: return .function
      case .descriptor(let r):
        guard r.value.getter.asFunction != nil else { return nil }
        switch r.value.mode {
        case .staticMethod: return .staticMethod
        case .classMethod: return .classMethod
        case .property: return nil
        case .member: return nil
        }
      case .instance: return nil
      case .native: return nil
      case .builtin: return nil
      case .special(let special): return special == .unbound ? nil : .data
      default: return .data
      }
    }
  }

  /// The class of an instance, or the class itself.
  fileprivate var classOfReceiver: Value {
    borrowing get {
      switch self {
      case .instance(let r): .classObject(r.value.type.copy())
      default: copy()
      }
    }
  }
}
