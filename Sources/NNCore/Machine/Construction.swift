// Calling classes.

extension Machine {
  /// `C(…)`, the class in `callee[0]` and its arguments above. Where only `__init__` is the program's own its frame is
  /// pushed, and nil returned: the instance waits in the callee's register.
  func construct(
    _ type: borrowing Ref<ClassObject>, _ callee: Registers, _ count: Int, keywords: Int, first: Int,
    destination: Int
  ) throws(Fault) -> Value? {
    var callee = callee
    if type.value.traits.contains(.plainException), keywords == 0 {
      return try constructException(type, callee, count, destination: destination)
    }
    if !type.value.traits.isDisjoint(with: .construction) {
      return .some(try constructSlowly(type, callee, count, keywords: keywords, first: first))
    }
    let instance = InstanceMemory.make(type.unowned)
    guard let member = userMember(.initMethod, in: type.unowned) else {
      if count > 0 { throw Fault(.typeError, "\(type.value.name.name)() takes no arguments") }
      return .some(.instance(instance))
    }
    guard let function = member.function else {
      return .some(try constructSlowly(type, callee, count, keywords: keywords, first: first))
    }
    callee.set(0, .instance(instance))
    try initialize(function, callee, count, keywords: keywords, first: first, destination: destination)
    return nil
  }

  /// Pushes the frame of `__init__` for the new object in `callee[0]`, which waits there.
  private func initialize(
    _ function: Unowned<Function>, _ callee: Registers, _ count: Int, keywords: Int = 0, first: Int = 0,
    destination: Int
  ) throws(Fault) {
    var window = callee.window(1)
    for index in stride(from: count - 1, through: 0, by: -1) { window.move(index, to: window, index + 1) }
    window.copy(0, from: callee, 0)
    if count + 1 != function.value.arity || keywords > 0 {
      try bind(function, window, positional: count + 1 - keywords, keywords: keywords, first: first)
    }
    try push(function, base: window, destination: Continuation(.construct, destination).destination)
  }

  /// The same for a class that derives from a builtin exception and has no `__new__`.
  private func constructException(
    _ type: borrowing Ref<ClassObject>, _ callee: Registers, _ count: Int, destination: Int
  ) throws(Fault) -> Value? {
    var (callee, window) = (callee, callee.window(1))
    var arguments = ValueList(capacity: count)
    for index in 0..<count { arguments.append(window[index].copy()) }
    guard case .exception(let kind) = type.value.base else { return .some(.nothing) }
    let member = userMember(.initMethod, in: type.unowned)
    if let member, member.function == nil {
      return .some(try constructSlowly(type, callee, count, keywords: 0, first: 0))
    }
    let made = Value.exception(try makeException(kind, type: .classObject(type.copy()), arguments))
    guard let function = member?.function else {
      window.clear(0..<count)
      return .some(made)
    }
    callee.set(0, made)
    try initialize(function, callee, count, destination: destination)
    return nil
  }

  /// The general way: the metaclass's `__call__`, `__new__`, `__init__`.
  private func constructSlowly(
    _ type: borrowing Ref<ClassObject>, _ callee: Registers, _ count: Int, keywords: Int, first: Int
  ) throws(Fault) -> Value {
    var window = callee.window(1)
    let call = spreadArguments(window, count, keywords: keywords, first: first)
    let named = Ref(DictionaryObject())
    for index in 0..<call.names.count {
      try set(named.unowned, nameValue(call.names[index]), call.named[index].copy())
    }
    window.clear(0..<count)
    let value = Value.classObject(type.copy())
    let caller = frames.current
    let top = caller.frame.top
    caller.frame.top = window.window(1)
    defer { caller.frame.top = top }
    if let metaclass = type.value.metaclass.asClassObject, let member = userMember(.callMethod, in: metaclass) {
      let method = try bind(member.value, to: value, of: type.value.metaclass)
      return try self.call(method, call.positional.copies(), keywords: .dictionary(named))
    }
    return try makeInstance(of: value, call.positional.copies(), keywords: .dictionary(named))
  }

  /// The arguments of a call, as native code takes them.
  struct SpreadArguments: ~Copyable {
    var positional = ValueList()
    var names: [Symbol] = []
    var named = ValueList()
  }

  func spreadArguments(_ window: Registers, _ count: Int, keywords: Int, first: Int) -> SpreadArguments {
    var result = SpreadArguments()
    let names = frames.current.frame.function.value.code.value.keywordNames.window
    for index in 0..<count - keywords { result.positional.append(window[index].copy()) }
    for index in 0..<keywords {
      result.names.append(names[first + index])
      result.named.append(window[count - keywords + index].copy())
    }
    return result
  }
}
