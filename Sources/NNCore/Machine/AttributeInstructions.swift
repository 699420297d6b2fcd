// Attributes of instances through inline caches.

/// What is to be done with the value of a frame that an instruction has pushed for itself: packed into the frame's
/// destination, a negative number.
struct Continuation {
  enum Kind: Int {
    /// `__init__`: the call's value is the instance, which stands below the frame's registers.
    case construct
    /// A method that stands for an attribute or an operator: its value is the instruction's.
    case value
    /// `__len__`, called by `len`: its value is checked, and the call's.
    case length
    /// A generator whose items a list collects: it stands in the register, and behind it whether it becomes a tuple.
    case collect
  }
  let kind: Kind
  let register: Int

  init(_ kind: Kind, _ register: Int) {
    self.kind = kind
    self.register = register
  }

  init(_ destination: Int) {
    kind = Kind(rawValue: ~destination & 3) ?? .value
    register = ~destination >> 2
  }

  /// Whether a frame's destination says that it is that of `__init__`.
  @inline(__always) static func constructs(_ destination: Int) -> Bool {
    ~destination & 3 == Kind.construct.rawValue
  }

  /// The destination of the frame.
  var destination: Int { ~(register << 2 | kind.rawValue) }
}

extension Machine {
  /// `R[A] = R[B].name`. False: a frame was pushed that will write there.
  @inline(never) func getAttribute(
    _ R: Registers, _ i: Instruction, _ caches: Window<InlineCache>
  ) throws(Fault) -> Bool {
    var R = R
    let name = caches[i.C].name
    if let instance = R[i.B].asInstance, instance.value.type.value.traits.isDisjoint(with: .getAttribute) {
      let shape = instance.value.shape.value.id
      if caches[i.C].link.key == shape {
        if caches[i.C].link.form != .item { return loadLink(R, i, caches[i.C].link) }
        if R.copyTupleItem(i, caches[i.C].link.index) { return true }
      }
      if caches[i.C].module == shape, let getter = caches[i.C].getter {
        try enterProperty(getter, R, i.B)
        return false
      }
      if let entry = caches[i.C].entry(of: shape), entry.method == nil, let slots = instance.value.slots.registers {
        R.copy(i.A, from: slots, entry.slot)
        if i.n == 1 && i.A != i.B { R.set(i.B, .nothing) }
        return true
      }
      if name == .className, userMember(name, in: instance.value.type.unowned) == nil {
        let type = instance.value.type.copy()
        if i.n == 1 { R.set(i.B, .nothing) }
        R.set(i.A, .classObject(type))
        return true
      }
      if linkMember(of: instance, caches, i.C) {
        return loadLink(R, i, caches[i.C].link)
      }
      switch try instanceAttribute(R, i, instance, caches) {
      case .done: return true
      case .entered: return false
      case .general: break
      }
    } else if let type = R[i.B].asClassObject {
      if name == .nameName, type.value.metaclass.asClassObject == nil {
        let value = nameStrings.value(of: type.value.name)
        if i.n == 1 { R.set(i.B, .nothing) }
        R.set(i.A, value)
        return true
      }
      if caches[i.C].link.key == -type.value.version || linkMember(of: type, caches, i.C) {
        return loadLink(R, i, caches[i.C].link)
      }
    } else if let exception = R[i.B].asException {
      if name == .argumentsName, let arguments = quickArguments(exception) {
        if i.n == 1 { R.set(i.B, .nothing) }
        R.set(i.A, arguments)
        return true
      }
    } else if let value = try moduleAttribute(R[i.B], caches, i.C) {
      R.set(i.A, value)
      return true
    }
    let value: Value
    if !Tracing.isOpen, let getter = builtinGetter(R[i.B], caches, i.C) {
      value = try getter.value.body(self, R.window(i.B))
    } else {
      value = try attribute(R[i.B], name)
    }
    if i.n == 1 { R.set(i.B, .nothing) }
    R.set(i.A, value)
    return true
  }

  /// The property that a type with many calls of methods has by an instruction's name.
  private func builtinGetter(
    _ value: borrowing Value, _ caches: Window<InlineCache>, _ cache: Int
  ) -> Unowned<BuiltinObject>? {
    let family = value.methodFamily
    // Native objects say themselves what they have.
    if family == 0 || family >= Value.firstNativeFamily { return nil }
    if caches[cache].family == family, let known = caches[cache].builtin { return known }
    guard caches[cache].name != .className, let found = attribute(caches[cache].name, of: value.attributeOwner),
      found.value.builtin.isProperty
    else { return nil }
    caches[cache].family = family
    caches[cache].builtin = found
    return found
  }

  private enum AttributeOutcome { case done, entered, general }

  /// An attribute that the instance itself has, or a property of its class: remembered for its shape.
  private func instanceAttribute(
    _ R: Registers, _ i: Instruction, _ instance: Unowned<InstanceObject>, _ caches: Window<InlineCache>
  ) throws(Fault) -> AttributeOutcome {
    var R = R
    let name = caches[i.C].name
    let type = instance.value.type.unowned
    if !type.value.traits.contains(.missingAttribute), let member = userMember(name, in: type),
      let getter = member.getter, getter.value.arity == 1
    {
      caches[i.C].module = instance.value.shape.value.id
      caches[i.C].getter = getter
      try enterProperty(getter, R, i.B)
      return .entered
    }
    if let tuple = instance.value.payload.exactTuple, !type.value.traits.contains(.missingAttribute),
      let index = userMember(name, in: type)?.itemIndex, index < tuple.value.items.count
    {
      if !instance.value.shape.value.isDictionary {
        let shape = instance.value.shape.value.id
        caches[i.C].link = MemberLink(key: shape, form: .item, index: index)
      }
      let value = tuple.value.items[index].copy()
      if i.n == 1 { R.set(i.B, .nothing) }
      R.set(i.A, value)
      return .done
    }
    guard let slot = instance.value.shape.value.slot(of: name), !isDataDescriptor(name, in: type) else {
      return .general
    }
    caches[i.C].note(ShapedEntry(shape: instance.value.shape.value.id, slot: slot))
    let value = instance.value.slots[slot].copy()
    if i.n == 1 { R.set(i.B, .nothing) }
    R.set(i.A, value)
    return .done
  }

  private func isDataDescriptor(_ name: Symbol, in type: Unowned<ClassObject>) -> Bool {
    guard let member = member(name, in: type) else { return false }
    let value = value(of: member)
    return isDataDescriptor(value)
  }

  private func moduleAttribute(
    _ value: borrowing Value, _ caches: Window<InlineCache>, _ cache: Int
  ) throws(Fault) -> Value? {
    guard let r = value.asModule else { return nil }
    let serial = r.value.serial
    if caches[cache].module == serial, !r.value.window[caches[cache].slot].isUnbound {
      return r.value.window[caches[cache].slot].copy()
    }
    if let slot = r.value.existingSlot(of: caches[cache].name) {
      caches[cache].module = serial
      caches[cache].slot = slot
    }
    return nil
  }

  /// `R[A].name = R[B]`; where n is 1, as `object.__setattr__` does it.
  @inline(never) func setAttribute(
    _ R: Registers, _ i: Instruction, _ caches: Window<InlineCache>
  ) throws(Fault) {
    let name = caches[i.C].name
    if let instance = R[i.A].asInstance, let entry = caches[i.C].entry(of: instance.value.shape.value.id) {
      store(R, i, instance, entry)
      return
    }
    guard let instance = R[i.A].asInstance, isPlainStore(name, instance, isForced: i.n == 1) else {
      if i.n == 1, let instance = R[i.A].asInstance {
        return try setPlainAttribute(R[i.A], instance, name, R[i.B])
      }
      return try setAttribute(R[i.A], name, R[i.B])
    }
    var entry = ShapedEntry(shape: instance.value.shape.value.id)
    if let slot = instance.value.shape.value.slot(of: name) {
      entry.slot = slot
    } else if let grown = instance.value.shape.value.adding(name) {
      entry.grown = grown
    } else {
      return try setOwnAttribute(instance, name, R[i.B])
    }
    caches[i.C].note(entry)
    store(R, i, instance, entry)
  }

  @inline(__always) private func store(
    _ R: Registers, _ i: Instruction, _ instance: Unowned<InstanceObject>, _ entry: ShapedEntry
  ) {
    if let grown = entry.grown {
      instance.value.grow(to: grown, R[i.B])
    } else if var slots = instance.value.slots.registers {
      slots.copy(entry.slot, from: R, i.B)
    }
  }

  /// Whether nothing of the class takes part in storing an attribute.
  private func isPlainStore(_ name: Symbol, _ instance: Unowned<InstanceObject>, isForced: Bool) -> Bool {
    let type = instance.value.type.unowned
    if !isForced, type.value.traits.contains(.setAttribute) { return false }
    if let allowed = type.value.slotNames, !allowed.contains(name) { return false }
    if instance.value.shape.value.isDictionary || name == .className || name == .dictionaryName { return false }
    return !isDataDescriptor(name, in: type)
  }

  @inline(never) func loadMethod(_ R: Registers, _ i: Instruction, _ caches: Window<InlineCache>) throws(Fault) {
    var R = R
    let family = R[i.B].methodFamily
    if family != 0, caches[i.C].family == family, let builtin = caches[i.C].builtin {
      let A = i.A
      if i.n == 1 { R.set(A + 1, R.take(i.B)) } else { R.copy(A + 1, from: R, i.B) }
      R.set(A, .builtin(builtin.owned()))
      return
    }
    let name = caches[i.C].name
    if let r = R[i.B].asModule {
      let serial = r.value.serial
      if caches[i.C].module == serial, !r.value.window[caches[i.C].slot].isUnbound {
        R.set(i.A, .unbound)
        R.set(i.A + 1, r.value.window[caches[i.C].slot].copy())
        return
      }
      if let slot = r.value.existingSlot(of: name), !r.value.window[slot].isUnbound {
        caches[i.C].module = serial
        caches[i.C].slot = slot
      }
      let value = try member(r, name)
      R.set(i.A, .unbound)
      R.set(i.A + 1, value)
      return
    }
    if let instance = R[i.B].asInstance {
      if loadMethod(R, i, instance, caches) { return }
    } else if let type = R[i.B].asClassObject {
      if caches[i.C].link.key == -type.value.version || linkMember(of: type, caches, i.C) {
        return loadLinkedMethod(R, i, caches[i.C].link, type)
      }
    } else if let object = R[i.B].asSuperObject {
      if try loadMethod(R, i, object, name) { return }
    }
    let owner = R[i.B].attributeOwner
    if caches[i.C].owner == owner, let builtin = caches[i.C].builtin {
      let receiver = i.n == 1 ? R.take(i.B) : R[i.B].copy()
      R.set(i.A, .builtin(builtin.owned()))
      R.set(i.A + 1, receiver)
      return
    }
    if owner != .instance, owner != .type, owner != .superObject, owner != .function, owner != .exception,
      let found = attribute(name, of: owner), !found.value.builtin.isProperty, !found.value.builtin.isStatic
    {
      caches[i.C].owner = owner
      caches[i.C].builtin = found
      caches[i.C].family = R[i.B].methodFamily
      if found.value.intrinsic == .unknown { found.value.findIntrinsic() }
      let isMarked =
        R[i.B].asSet == nil && R[i.B].asGenerator == nil && R[i.B].asNative == nil
        && (found.value.intrinsic != .none || found.value.leaf != nil)
      caches[i.C].markedTag = isMarked && caches[i.C].family != 0 ? R.tag(i.B) : 0xFF
      caches[i.C].appends = found.value.intrinsic == .append
      let receiver = R[i.B].copy()
      R.set(i.A, .builtin(found.owned()))
      R.set(i.A + 1, receiver)
      return
    }
    let value = try attribute(R[i.B], name)
    R.set(i.A, .unbound)
    R.set(i.A + 1, value)
  }

  /// The function that an instance's class has by the name, with the instance as its receiver. False: the general way
  /// has to be gone.
  private func loadMethod(
    _ R: Registers, _ i: Instruction, _ instance: Unowned<InstanceObject>, _ caches: Window<InlineCache>
  ) -> Bool {
    var R = R
    let shape = instance.value.shape.value.id
    let function: Unowned<Function>
    if let known = caches[i.C].entry(of: shape) {
      guard let method = known.method else {
        // A function that the instance itself keeps.
        guard let slots = instance.value.slots.registers else { return false }
        R.copy(i.A + 1, from: slots, known.slot)
        R.set(i.A, .unbound)
        if i.n == 1 && i.B != i.A && i.B != i.A + 1 { R.set(i.B, .nothing) }
        return true
      }
      function = method
    } else if caches[i.C].link.key == shape {
      loadLinkedMethod(R, i, caches[i.C].link, instance.value.type.unowned)
      return true
    } else {
      let name = caches[i.C].name
      let type = instance.value.type.unowned
      guard type.value.traits.isDisjoint(with: .getAttribute), !instance.value.shape.value.isDictionary else {
        return false
      }
      if let slot = instance.value.shape.value.slot(of: name) {
        // The next time it is known.
        if !isDataDescriptor(name, in: type) { caches[i.C].note(ShapedEntry(shape: shape, slot: slot)) }
        return false
      }
      guard let found = userMember(name, in: type)?.function else {
        if !linkMember(of: instance, caches, i.C) { return false }
        loadLinkedMethod(R, i, caches[i.C].link, type)
        return true
      }
      caches[i.C].note(ShapedEntry(shape: shape, method: found))
      function = found
    }
    if i.n == 1 { R.move(i.B, to: R, i.A + 1) } else { R.copy(i.A + 1, from: R, i.B) }
    R.set(i.A, .function(function.owned()))
    return true
  }

  /// The function that `super().name` is, with its receiver. False: the general way has to be gone.
  private func loadMethod(
    _ R: Registers, _ i: Instruction, _ object: Unowned<SuperObject>, _ name: Symbol
  ) throws(Fault) -> Bool {
    var R = R
    guard object.value.receiver.asInstance != nil, let member = superMember(object, name) else { return false }
    let function = value(of: member)
    guard function.asFunction != nil else { return false }
    let receiver = object.value.receiver.copy()
    R.set(i.A, function)
    R.set(i.A + 1, receiver)
    return true
  }
}
