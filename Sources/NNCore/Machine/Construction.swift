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
      return try constructException(type.unowned, callee, count, destination: destination)
    }
    if !type.value.traits.isDisjoint(with: .construction) {
      if try enterExactNew(type, callee, count, keywords: keywords, first: first, destination: destination) {
        return nil
      }
      if let instance = emptyContainer(type.unowned) {
        guard let member = userMember(.initMethod, in: type.unowned) else {
          if count == 0 { return .some(.instance(instance)) }
          return .some(try constructSlowly(type, callee, count, keywords: keywords, first: first))
        }
        if let function = member.function {
          callee.set(0, .instance(instance))
          try initialize(function, callee, count, keywords: keywords, first: first, destination: destination)
          return nil
        }
      }
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

  /// A new instance of a class that extends `dict` or `list` and makes its instances as those do; nil for others.
  private func emptyContainer(_ type: Unowned<ClassObject>) -> Ref<InstanceObject>? {
    guard type.value.base == .dictionary || type.value.base == .list, type.value.metaclass.asClassObject == nil,
      type.value.traits.isDisjoint(with: [.abstractMethods, .finalizer]), userMember(.newMethod, in: type) == nil
    else { return nil }
    let payload: Value = type.value.base == .dictionary ? .dictionary(Ref(DictionaryObject())) : .list(ValueList())
    return Ref(InstanceObject(type.owned(), payload: payload))
  }

  /// What modules of the library have of which each `__new__` makes an instance of the very class that it is given.
  private static let exactNew = Symbol("_new_is_exact")

  /// Pushes the frame of such a `__new__`, as the one that `namedtuple` writes. False, and nothing has happened, for other
  /// classes.
  private func enterExactNew(
    _ type: borrowing Ref<ClassObject>, _ callee: Registers, _ count: Int, keywords: Int, first: Int,
    destination: Int
  ) throws(Fault) -> Bool {
    guard type.value.base == .tuple || type.value.base == .object, type.value.metaclass.asClassObject == nil,
      !special(.initMethod, type.unowned).exists, let member = userMember(.newMethod, in: type.unowned),
      let descriptor = member.value.asDescriptor, let function = descriptor.value.getter.asFunction,
      function.value.module.value.existingSlot(of: Machine.exactNew) != nil
    else { return false }
    var (callee, window) = (callee, callee.window(1))
    let keep = function.owned()
    window.shiftUp(count)
    window.set(0, callee.take(0))
    callee.set(0, .function(keep.copy()))
    if !(keywords == 0 && window.supplyDefaults(keep.unowned, count + 1)) {
      try bind(keep.unowned, window, positional: count + 1 - keywords, keywords: keywords, first: first)
    }
    try push(keep.unowned, base: window, destination: destination)
    return true
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
  @inline(never) func constructException(
    _ type: Unowned<ClassObject>, _ callee: Registers, _ count: Int, destination: Int
  ) throws(Fault) -> Value? {
    var (callee, window) = (callee, callee.window(1))
    guard case .exception(let kind) = type.value.base else { return .some(.nothing) }
    let method = special(.initMethod, type)
    guard method.exists else {
      let arguments = window.takeList(0, count)
      return .some(.exception(try makeException(kind, type: .classObject(type.owned()), arguments)))
    }
    guard let function = method.function else {
      return .some(try constructSlowly(type.owned(), callee, count, keywords: 0, first: 0))
    }
    var arguments = ValueList(capacity: count)
    for index in 0..<count { arguments.append(copyOf: window[index]) }
    callee.set(0, .exception(try makeException(kind, type: .classObject(type.owned()), arguments)))
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
