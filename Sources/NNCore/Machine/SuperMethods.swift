// `super().name(…)` without an object for `super()`.

extension Machine {
  /// `R[A], R[A + 1] = ` method and receiver of `super().name` in a method of the class in capture B.
  @inline(never) func loadSuperMethod(_ R: Registers, _ i: Instruction, _ function: Unowned<Function>) throws(Fault) {
    var R = R
    let caches = function.value.caches
    let slot = caches[i.C].slot
    guard function.value.globals[slot].isUnbound, let type = function.value.content(ofCapture: i.B)?[0].asClassObject
    else { return try loadSuperMethodSlowly(R, i, function, slot) }
    let receiver = R[0].cellContent ?? R
    if let found = superFunction(receiver, type, caches, i.C) {
      R.copy(i.A + 1, from: receiver, 0)
      R.set(i.A, .function(found.owned()))
    } else if let found = superBuiltin(receiver, type, caches, i.C) {
      R.copy(i.A + 1, from: receiver, 0)
      R.set(i.A, .builtin(found.owned()))
    } else {
      try loadSuperMethodSlowly(R, i, function, slot)
    }
  }

  /// The builtin `__init__` that an exception finds behind a class; nil: the general way has to be gone.
  private func superBuiltin(
    _ receiver: Registers, _ type: Unowned<ClassObject>, _ caches: Window<InlineCache>, _ cache: Int
  ) -> Unowned<BuiltinObject>? {
    guard caches[cache].name == .initMethod, let exception = receiver[0].asException,
      let own = exception.value.type.asClassObject
    else { return nil }
    if caches[cache].module == type.value.version, caches[cache].link.key == -own.value.version,
      let known = caches[cache].builtin
    {
      return known
    }
    guard case .builtin(let found)? = member(.initMethod, in: own, behind: type), found.value.builtin.isMethod else {
      return nil
    }
    renew(caches, cache, type)
    caches[cache].link = MemberLink(key: -own.value.version)
    caches[cache].builtin = found
    return found
  }

  /// The function that instances of the receiver's class find behind a class by the cache's name; nil: the general way
  /// has to be gone.
  private func superFunction(
    _ receiver: Registers, _ type: Unowned<ClassObject>, _ caches: Window<InlineCache>, _ cache: Int
  ) -> Unowned<Function>? {
    guard let instance = receiver[0].asInstance else { return nil }
    let shape = instance.value.shape.value.id
    if caches[cache].module == type.value.version, let known = caches[cache].entry(of: shape)?.method { return known }
    guard let member = member(caches[cache].name, in: instance.value.type.unowned, behind: type),
      case .user(let found) = member, let function = found.function
    else { return nil }
    renew(caches, cache, type)
    caches[cache].note(ShapedEntry(shape: shape, method: function))
    return function
  }

  /// A cache knows what stands behind one class only.
  private func renew(_ caches: Window<InlineCache>, _ cache: Int, _ type: Unowned<ClassObject>) {
    if caches[cache].module == type.value.version { return }
    caches[cache] = InlineCache(name: caches[cache].name, slot: caches[cache].slot)
    caches[cache].module = type.value.version
  }

  /// What a name means in a class behind another one in its order of resolution; nil where that is not there.
  private func member(
    _ name: Symbol, in type: Unowned<ClassObject>, behind other: Unowned<ClassObject>
  ) -> ClassMember? {
    if name == .className { return nil }
    if type == other { return member(name, in: type, from: 0) }
    for index in 0..<type.value.ancestors.count where type.value.ancestors[index].asClassObject == other {
      return member(name, in: type, from: index + 1)
    }
    return nil
  }

  private func loadSuperMethodSlowly(
    _ R: Registers, _ i: Instruction, _ function: Unowned<Function>, _ slot: Int
  ) throws(Fault) {
    var R = R
    let callee =
      function.value.globals[slot].isUnbound ? try builtinGlobal(function, slot) : function.value.globals[slot].copy()
    if case .superType? = callee.asType {
      // Called from here, it sees this frame.
      var T = frames.current.frame.top
      guard T.hasRoom(1 + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
      T.set(0, callee)
      let object = try callSlowly(function.value.registerCount, 0, destination: i.A)
      R.set(i.A, object ?? .nothing)
    } else {
      R.set(i.A, try call(callee, ValueList()))
    }
    try loadMethod(R, Instruction(.loadMethod, i.A, i.A, i.C, n: 1), function.value.caches)
  }
}
