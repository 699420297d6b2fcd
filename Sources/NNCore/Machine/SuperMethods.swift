// `super().name(…)` without an object for `super()`.

extension Machine {
  /// `R[A], R[A + 1] = ` method and receiver of `super().name` in a method of the class in capture B.
  @inline(never) func loadSuperMethod(_ R: Registers, _ i: Instruction, _ function: Unowned<Function>) throws(Fault) {
    var R = R
    let caches = function.value.caches
    let slot = caches[i.C].slot
    guard function.value.globals[slot].isUnbound, let type = function.value.captures[i.B].value.content.asClassObject,
      let found = superFunction(R[0].cellContent ?? R, type, caches, i.C)
    else { return try loadSuperMethodSlowly(R, i, function, slot) }
    R.copy(i.A + 1, from: R[0].cellContent ?? R, 0)
    R.set(i.A, .function(found.owned()))
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
    if caches[cache].module != type.value.version {
      caches[cache] = InlineCache(name: caches[cache].name, slot: caches[cache].slot)
      caches[cache].module = type.value.version
    }
    caches[cache].note(ShapedEntry(shape: shape, method: function))
    return function
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
