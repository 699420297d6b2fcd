extension Value {
  /// The class of the program whose special methods operations on this value ask for: of an instance its class, of a
  /// class its metaclass.
  var specialClass: Unowned<ClassObject>? {
    @inline(__always) borrowing get {
      switch self {
      case .instance(let r): r.value.type.unowned
      case .classObject(let r): r.value.metaclass.asClassObject
      case .exception(let r): r.value.type.asClassObject
      default: nil
      }
    }
  }

  /// Whether operations have to ask the value's type before they go on.
  var hasSpecialMethods: Bool {
    @inline(__always) borrowing get {
      switch self {
      case .instance: true
      case .classObject: true
      case .native: true
      case .exception: true
      default: false
      }
    }
  }

  /// The builtin value that an instance extends; nil where there is none.
  var payload: Value? {
    borrowing get {
      guard let instance = asInstance, !instance.value.payload.isUnbound else { return nil }
      return instance.value.payload.copy()
    }
  }

  /// The value itself, or the builtin one that it extends.
  var unwrapped: Value {
    borrowing get { payload ?? copy() }
  }
}

extension Context {
  /// The method of a value's type that the language itself calls by this name (`__len__`, `__add__`, …), bound to the
  /// value; nil where the type has none. Asked of instances of classes, and of native objects, whose methods the table of
  /// builtins holds; the values of the core are known to the operations themselves.
  func specialMethod(_ name: Symbol, of value: borrowing Value) throws(Fault) -> Value? {
    if let type = value.specialClass {
      guard let found = userMember(name, in: type) else { return nil }
      let member = found.value
      return .some(try bind(member, to: value, of: .classObject(type.owned())))
    }
    if value.asNative != nil, let found = attribute(name, of: value.attributeOwner) {
      return .some(.boundMethod(Ref(BoundMethod(value.copy(), .builtin(found.owned())))))
    }
    return nil
  }

  /// Whether a value's class or native type has a special method.
  func hasSpecial(_ name: Symbol, _ value: borrowing Value) -> Bool {
    if let type = value.specialClass { return userMember(name, in: type) != nil }
    return value.asNative != nil && attribute(name, of: value.attributeOwner) != nil
  }

  /// A special method as a function that takes the value first; nil where it has to be bound, or where there is none.
  @inline(__always) private func plainSpecial(_ name: Symbol, of value: borrowing Value) -> Value? {
    if value.asNative != nil {
      return attribute(name, of: value.attributeOwner).map { .builtin($0.owned()) }
    }
    guard let type = value.specialClass, let found = userMember(name, in: type), found.function != nil else {
      return nil
    }
    return found.value
  }

  /// What a special method answers; nil where the value's type has none.
  func callSpecial(_ name: Symbol, of value: borrowing Value) throws(Fault) -> Value? {
    if let function = plainSpecial(name, of: value) { return .some(try call(function, value.copy())) }
    guard let method = try specialMethod(name, of: value) else { return nil }
    if method.isNone { return try refused(name, value) }
    return .some(try call(method, ValueList()))
  }

  /// What a special method answers to one argument; nil where the value's type has none.
  func callSpecial(_ name: Symbol, of value: borrowing Value, _ argument: borrowing Value) throws(Fault) -> Value? {
    if let function = plainSpecial(name, of: value) {
      return .some(try call(function, value.copy(), argument.copy()))
    }
    guard let method = try specialMethod(name, of: value) else { return nil }
    if method.isNone { return try refused(name, value) }
    return .some(try call(method, argument.copy()))
  }

  /// What a special method answers to two arguments; nil where the value's type has none.
  func callSpecial(
    _ name: Symbol, of value: borrowing Value, _ first: borrowing Value, _ second: borrowing Value
  ) throws(Fault) -> Value? {
    if let function = plainSpecial(name, of: value) {
      return .some(try call(function, value.copy(), first.copy(), second.copy()))
    }
    guard let method = try specialMethod(name, of: value) else { return nil }
    if method.isNone { return try refused(name, value) }
    return .some(try call(method, first.copy(), second.copy()))
  }

  /// A special method that a class sets to None: what it stands for is not to be had by another way either.
  @inline(never) private func refused(_ name: Symbol, _ value: borrowing Value) throws(Fault) -> Value? {
    switch name {
    case .iterMethod: throw Fault(.typeError, "'\(value.typeName)' object is not iterable")
    case .containsMethod: throw Fault(.typeError, "'\(value.typeName)' object is not a container")
    case .reversedMethod: throw Fault(.typeError, "'\(value.typeName)' object is not reversible")
    case .boolMethod, .lenMethod: throw Fault(.typeError, "'NoneType' object is not callable")
    default: return nil
    }
  }

  // MARK: Calls with few arguments

  func call(
    _ callee: borrowing Value, _ first: consuming Value, _ second: consuming Value, _ third: consuming Value
  ) throws(Fault) -> Value {
    var arguments = ValueList(capacity: 3)
    arguments.append(first)
    arguments.append(second)
    arguments.append(third)
    return try call(callee, arguments)
  }
}

extension Value {
  /// Whether this is what an operator gives that does not know its operands.
  var isNotImplemented: Bool {
    borrowing get {
      switch self {
      case .special(let special): special == .notImplemented
      default: false
      }
    }
  }
}
