// What builtin types have to make values of them, as a class of the program inherits it: it makes values of the class.

extension Context {
  /// `fromkeys`, `from_bytes` or `fromhex` of a builtin type, bound to the class that it is asked of; nil for any other
  /// member.
  func inheritedMaker(_ member: borrowing Value, _ type: borrowing Value) -> Value? {
    guard let builtin = member.asBuiltin?.value.builtin else { return nil }
    let maker: Builtin
    switch builtin.name {
    case "fromkeys": maker = .inheritedFromKeys
    case "from_bytes": maker = .inheritedFromBytes
    case "fromhex": maker = .inheritedFromHex
    default: return nil
    }
    return .boundMethod(Ref(BoundMethod(type.copy(), .builtin(BuiltinObject.make(maker)))))
  }

  /// A value of a class from what its builtin type makes of the arguments.
  fileprivate func made(
    _ name: String, for type: borrowing Value, _ arguments: consuming ValueList, keywords: borrowing Value
  ) throws(Fault) -> Value {
    guard let base = type.asClassObject?.value.base, let maker = builtinMember(Symbol(name), of: base) else {
      throw noAttribute(type, Symbol(name))
    }
    let plain = try call(.builtin(maker.owned()), arguments, keywords: keywords)
    return try call(type, plain)
  }
}

extension Builtin {
  fileprivate static let inheritedFromKeys = Builtin(
    "dict.fromkeys(cls, iterable, value=None, /)", "A new dictionary of the class with these keys and one value."
  ) { (context, arguments) throws(Fault) in
    let result = try context.call(arguments[0], ValueList())
    let value = arguments[2].copy()
    try context.forEach(arguments[1]) { (key) throws(Fault) in
      try context.setItem(result, at: key, to: value.copy())
      return true
    }
    return result
  }

  fileprivate static let inheritedFromBytes = maker("int.from_bytes", "from_bytes")
  fileprivate static let inheritedFromHex = maker("float.fromhex", "fromhex")

  private static func maker(_ title: String, _ name: String) -> Builtin {
    Builtin("\(title)(cls, /, *args, **kwargs)", "A value of the class from what its builtin type makes.") {
      (context, arguments) throws(Fault) in
      let positional = arguments.variadic(1)?.value.items.copies() ?? ValueList()
      return try context.made(name, for: arguments[0], positional, keywords: arguments[2])
    }
  }
}
