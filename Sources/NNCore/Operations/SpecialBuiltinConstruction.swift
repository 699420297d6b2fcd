// `__new__` and `__init__` of builtin types, as classes that derive from them call them.

extension SpecialOperation {
  static let ofConstruction: [(String, SpecialOperation)] = [
    (
      "__new__",
      SpecialOperation(
        "(cls, /, *args, **kwargs)", "Create and return a new object.",
        [.object, .extensible, .type, .exception, .native, .arrays]
      ) { (context, arguments, type) throws(Fault) in
        let positional = arguments.variadic(1)?.value.items.copies() ?? ValueList()
        return try context.makeNew(arguments[0], type, positional, arguments[2])
      }
    ),
    (
      "__init__",
      SpecialOperation(
        "(self, /, *args, **kwargs)", "Initialize self.",
        [.object, .list, .dictionary, .set, .bytearray, .type, .exception, .native]
      ) { (context, arguments, type) throws(Fault) in
        let positional = arguments.variadic(1)?.value.items.copies() ?? ValueList()
        try context.initialize(arguments[0], type, positional, arguments[2])
        return .nothing
      }
    ),
  ]
}

extension Context {
  /// `type.__new__(cls, …)` of a builtin type.
  func makeNew(
    _ asked: borrowing Value, _ type: BuiltinType, _ arguments: consuming ValueList, _ keywords: borrowing Value
  ) throws(Fault) -> Value {
    guard asked.isClass else {
      throw Fault(
        .typeError, "\(type.name).__new__(X): X is not a type object (\(asked.typeName))")
    }
    guard let wanted = asked.asClassObject else {
      if let own = asked.asType, own != type, !own.isSubtype(of: type) {
        throw Fault(
          .typeError, "\(type.name).__new__(\(own.name)): \(own.name) is not a subtype of \(type.name)")
      }
      return try call(asked, arguments, keywords: keywords)
    }
    guard wanted.value.base.isSubtype(of: type) else {
      let name = wanted.value.name.name
      throw Fault(.typeError, "\(type.name).__new__(\(name)): \(name) is not a subtype of \(type.name)")
    }
    switch type {
    case .object:
      if wanted.value.base != .object {
        let (name, base) = (wanted.value.name.name, wanted.value.base.name)
        throw Fault(.typeError, "object.__new__(\(name)) is not safe, use \(base).__new__()")
      }
      try checkNoArguments(wanted, arguments.count + keywordCount(keywords))
      return try makePlainInstance(wanted)
    case .type:
      guard arguments.count == 3, let name = arguments[0].asString, let bases = arguments[1].asTuple,
        let namespace = arguments[2].asDictionary
      else { throw Fault(.typeError, "type.__new__() takes exactly 3 arguments (\(arguments.count) given)") }
      let metaclass = try metaclass(asked, bases: bases.value.items)
      return try makeClass(
        name.value.text.string, bases: bases.value.items, namespace, metaclass: metaclass, keywords: keywords)
    case .exception:
      return try makeExceptionInstance(wanted, arguments)
    default:
      try checkConcrete(wanted)
      // What the class's own `__init__` takes is not the immutable container's.
      if wanted.value.base == .tuple || wanted.value.base == .frozenset, keywordCount(keywords) > 0,
        userMember(.initMethod, in: wanted) != nil
      {
        return try makeNew(asked, type, arguments, .nothing)
      }
      let payload =
        wanted.value.base.isImmutable || wanted.value.base == .classMethod || wanted.value.base == .staticMethod
          || wanted.value.base == .native(.partial)
        ? try call(.type(wanted.value.base), arguments, keywords: keywords)
        : try emptyPayload(wanted.value.base)
      let instance = Ref(InstanceObject(wanted.owned(), payload: payload.unwrapped))
      if wanted.value.traits.contains(.finalizer) { instance.object.flags.insert(.hasFinalizer) }
      let made = Value.instance(instance)
      if made.asArray != nil { _ = try callSpecial(Symbol("__array_finalize__"), of: made, .nothing) }
      return made
    }
  }

  /// What an instance holds before its `__init__`: nothing where the builtin type makes nothing without arguments.
  private func emptyPayload(_ base: BuiltinType) throws(Fault) -> Value {
    do throws(Fault) {
      return try call(.type(base), ValueList())
    } catch {
      guard case .native = base, error.isKind(.typeError) else { throw error }
      return .unbound
    }
  }

  /// An instance without attributes. TypeError where abstract methods are left.
  func makePlainInstance(_ type: Unowned<ClassObject>) throws(Fault) -> Value {
    try checkConcrete(type)
    let instance = InstanceMemory.make(type)
    if type.value.traits.contains(.finalizer) { instance.object.flags.insert(.hasFinalizer) }
    return .instance(instance)
  }

  private func checkConcrete(_ type: Unowned<ClassObject>) throws(Fault) {
    guard type.value.traits.contains(.abstractMethods),
      let position = type.value.members.position(of: .abstractMethodsName)
    else { return }
    let items = try self.items(type.value.members.values[position])
    var names: [String] = []
    for index in 0..<items.count { names.append(String(decoding: try text(items[index]), as: UTF8.self)) }
    names.sort()
    throw Fault(
      .typeError,
      "Can't instantiate abstract class \(type.value.name.name) with abstract method\(names.count == 1 ? "" : "s") "
        + names.joined(separator: ", "))
  }

  func keywordCount(_ keywords: borrowing Value) -> Int { keywords.asDictionary?.value.table.count ?? 0 }

  /// TypeError where arguments reach `object` that no method of the class has taken.
  private func checkNoArguments(_ type: Unowned<ClassObject>, _ count: Int) throws(Fault) {
    if count == 0 { return }
    if userMember(.newMethod, in: type) != nil {
      throw Fault(.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
    }
    if userMember(.initMethod, in: type) == nil {
      throw Fault(.typeError, "\(type.value.name.name)() takes no arguments")
    }
  }

  /// `type.__init__(self, …)` of a builtin type.
  func initialize(
    _ value: borrowing Value, _ type: BuiltinType, _ arguments: consuming ValueList, _ keywords: borrowing Value
  ) throws(Fault) {
    switch type {
    case .object:
      guard let instance = value.asInstance, arguments.count + keywordCount(keywords) > 0 else { return }
      let own = instance.value.type.unowned
      if userMember(.initMethod, in: own) != nil {
        throw Fault(.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      if userMember(.newMethod, in: own) == nil, instance.value.payload.isUnbound {
        throw Fault(
          .typeError, "\(own.value.name.name).__init__() takes exactly one argument (the instance to initialize)")
      }
    case .type: break
    case .exception:
      guard let exception = value.asException else { return }
      exception.value.arguments = arguments
      try initialize(exception, keywords: keywords.asDictionary)
    default:
      guard let instance = value.asInstance else { return try refill(value, type, arguments, keywords) }
      let payload = try call(.type(instance.value.type.value.base), arguments, keywords: keywords)
      _ = instance.value.payload.exchange(payload)
    }
  }

  /// `list.__init__(values, …)` and the like: the container has other items afterwards.
  private func refill(
    _ value: borrowing Value, _ type: BuiltinType, _ arguments: consuming ValueList, _ keywords: borrowing Value
  ) throws(Fault) {
    let made = try call(.type(type), arguments, keywords: keywords)
    if let list = value.asList, let items = made.asList { list.value.items = items.value.items.copies() }
    if let dictionary = value.asDictionary, let items = made.asDictionary { try update(dictionary, from: items) }
    if value.asSet != nil, made.asSet != nil {
      _ = try call(try attribute(value, Symbol("clear")), ValueList())
      _ = try call(try attribute(value, Symbol("update")), made)
    }
  }

  /// `type.__call__`: a new object of a class, initialized. Where nothing of it is redefined the machine does the same
  /// without coming here.
  func makeInstance(
    of value: borrowing Value, _ arguments: consuming ValueList, keywords: borrowing Value
  ) throws(Fault) -> Value {
    guard let type = value.asClassObject else { return try call(value, arguments, keywords: keywords) }
    let keep = type.owned()
    let made: Value
    if let new = userMember(.newMethod, in: keep.unowned) {
      let function = try bindToType(new.value, of: value)
      var given = ValueList(capacity: arguments.count + 1)
      given.append(value.copy())
      for index in 0..<arguments.count { given.append(arguments[index].copy()) }
      made = try call(function, given, keywords: keywords)
    } else if keep.value.base == .type, arguments.count == 1, keywordCount(keywords) == 0 {
      return self.type(of: arguments[0])
    } else {
      made = try makeNew(value, keep.value.base, arguments.copies(), keywords)
    }
    guard isPlainInstance(made, of: value) else { return made }
    try initializeNew(made, arguments, keywords)
    return made
  }

  /// Calls `__init__` on a new object.
  private func initializeNew(
    _ made: borrowing Value, _ arguments: consuming ValueList, _ keywords: borrowing Value
  ) throws(Fault) {
    let type = self.type(of: made)
    guard let own = type.asClassObject else { return }
    switch member(.initMethod, in: own) {
    case .user(let found):
      let method = try bind(found.value, to: made, of: type)
      let result = try call(method, arguments, keywords: keywords)
      if !result.isNone { throw Fault(.typeError, "__init__() should return None, not '\(result.typeName)'") }
    default:
      if own.value.base.isImmutable || own.value.base == .type || own.value.base == .native(.partial) { return }
      if own.value.base == .object, userMember(.newMethod, in: own) != nil { return }
      // Names that the class's own `__new__` takes are not the container's.
      if own.value.base == .list || own.value.base == .set, userMember(.newMethod, in: own) != nil {
        return try initialize(made, own.value.base, arguments, .nothing)
      }
      try initialize(made, own.value.base, arguments, keywords)
    }
  }

  /// An exception of a class that a program defines.
  private func makeExceptionInstance(
    _ type: Unowned<ClassObject>, _ arguments: consuming ValueList
  ) throws(Fault) -> Value {
    guard case .exception(let kind) = type.value.base else { return .nothing }
    return .exception(try makeException(kind, type: .classObject(type.owned()), arguments))
  }
}
