extension Builtin {
  /// A method's declaration: its receiver is unpacked, and other values in its place are a TypeError.
  static func method<T: Object & ~Copyable>(
    _ declaration: String, _ documentation: String, example: String = "", leaf: LeafBody? = nil,
    on receiver: @escaping (borrowing Value) -> Unowned<T>?,
    body: @escaping (Context, Unowned<T>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example, leaf: leaf) { (context, arguments) throws(Fault) in
      guard let object = receiver(arguments[0]) else { throw wrongReceiver(declaration, arguments[0]) }
      return try body(context, object, arguments)
    }
  }

  /// The fault of a method, by its declaration, that was called on a value of another type.
  static func wrongReceiver(_ declaration: String, _ value: borrowing Value) -> Fault {
    // Taken apart only here: at the start hundreds of methods are declared.
    let path = declaration.prefix { $0 != "(" }.split(separator: ".")
    let (type, name) = (path.first.map(String.init) ?? "", path.last.map(String.init) ?? "")
    return Fault(
      .typeError, "descriptor '\(name)' for '\(type)' objects doesn't apply to a '\(value.typeName)' object")
  }

  /// A constant of a module, or another name of something: `math.pi`.
  static func constant(_ name: String, _ documentation: String, _ value: @escaping () -> Value) -> Builtin {
    Builtin(name, documentation) { (_, _) throws(Fault) in value() }
  }
}
