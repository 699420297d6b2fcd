extension Context {
  /// The method of a value's type that the language itself calls by this name (`__len__`, `__add__`, …), bound to the
  /// value; nil where the type has none. Asked of instances of classes, and of native objects, whose methods the table of
  /// builtins holds; the values of the core are known to the operations themselves.
  func specialMethod(_ name: Symbol, of value: borrowing Value) throws(Fault) -> Value? {
    if value.asNative != nil, let found = attribute(name, of: value.attributeOwner) {
      return .some(.boundMethod(Ref(BoundMethod(value.copy(), .builtin(found.owned())))))
    }
    return nil
  }

  /// What a special method answers; nil where the value's type has none.
  func callSpecial(_ name: Symbol, of value: borrowing Value) throws(Fault) -> Value? {
    guard let method = try specialMethod(name, of: value) else { return nil }
    return .some(try call(method, ValueList()))
  }

  /// What a special method answers to one argument; nil where the value's type has none.
  func callSpecial(_ name: Symbol, of value: borrowing Value, _ argument: borrowing Value) throws(Fault) -> Value? {
    guard let method = try specialMethod(name, of: value) else { return nil }
    var arguments = ValueList(capacity: 1)
    arguments.append(argument.copy())
    return .some(try call(method, arguments))
  }

  /// What a special method answers to two arguments; nil where the value's type has none.
  func callSpecial(
    _ name: Symbol, of value: borrowing Value, _ first: borrowing Value, _ second: borrowing Value
  ) throws(Fault) -> Value? {
    guard let method = try specialMethod(name, of: value) else { return nil }
    var arguments = ValueList(capacity: 2)
    arguments.append(first.copy())
    arguments.append(second.copy())
    return .some(try call(method, arguments))
  }
}
