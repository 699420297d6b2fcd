import NNKernels

extension Builtin {
  static let inspectionFunctions: [Builtin] = [
    .type, .isinstance, .issubclass, .callable, .id, .hash,
    constant("NotImplemented", "What an operator gives that does not know its operands.") { .special(.notImplemented) },
    constant("Ellipsis", "What `...` is.") { .special(.ellipsis) },
  ]

  static let type = Builtin(
    "type(object, /)", "The type of a value.", example: "type(1)  # <class 'int'>", constructs: .type
  ) { (_, arguments) throws(Fault) in
    if let exception = arguments[0].asException { return exception.value.type.copy() }
    return .type(arguments[0].builtinType)
  }

  static let isinstance = Builtin(
    "isinstance(obj, class_or_tuple, /)", "Whether a value is of a type, or of one of several.",
    example: "isinstance(True, int)  # True"
  ) { (context, arguments) throws(Fault) in
    .bool(
      try context.isSubtype(
        arguments[0].builtinType, arguments[1], "isinstance() arg 2 must be a type, a tuple of types, or a union"))
  }

  static let issubclass = Builtin(
    "issubclass(cls, class_or_tuple, /)", "Whether a type is another one, or derives from it.",
    example: "issubclass(bool, int)  # True"
  ) { (context, arguments) throws(Fault) in
    guard let type = arguments[0].asType else { throw Fault(.typeError, "issubclass() arg 1 must be a class") }
    return .bool(
      try context.isSubtype(type, arguments[1], "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
  }

  static let callable = Builtin("callable(obj, /)", "Whether a value can be called.", example: "callable(len)  # True")
  {
    (_, arguments) throws(Fault) in
    switch arguments[0].attributeOwner {
    case .function, .builtin, .boundMethod, .type: .bool(true)
    default: .bool(false)
    }
  }

  static let id = Builtin("id(obj, /)", "A number that no other living object has.", example: "id([]) == id([])") {
    (context, arguments) throws(Fault) in
    if let object = arguments[0].object { return .int(object.address) }
    return .int(try context.hash(arguments[0]) &* 16 &+ 8)
  }

  static let hash = Builtin(
    "hash(obj, /)", "The number by which a dictionary finds a key; equal values have equal ones.",
    example: "hash(1) == hash(1.0)  # True"
  ) { (context, arguments) throws(Fault) in
    .int(try context.hash(arguments[0]))
  }
}

extension Context {
  /// Whether a type derives from a type or from one in a tuple, which may be nested.
  fileprivate func isSubtype(
    _ type: BuiltinType, _ other: borrowing Value, _ message: String
  ) throws(Fault) -> Bool {
    if let wanted = other.asType { return type.isSubtype(of: wanted) }
    guard let tuple = other.asTuple else { throw Fault(.typeError, message) }
    return try nested("isinstance") { () throws(Fault) in
      for index in 0..<tuple.value.items.count {
        if try isSubtype(type, tuple.value.items[index], message) { return true }
      }
      return false
    }
  }
}

extension BuiltinType {
  /// Whether values of this type are also of the other.
  func isSubtype(of other: BuiltinType) -> Bool {
    if self == other || other == .object { return true }
    switch (self, other) {
    case (.bool, .int): return true
    case (.scalar(.float64), .float): return true
    case (.scalar(let element), .abstractScalar(let kind)): return kind.includes(element)
    case (.abstractScalar(let own), .abstractScalar(let kind)):
      return ElementType.allCases.allSatisfy { !own.includes($0) || kind.includes($0) }
    case (.native(let own), .native(let ancestor)): return own.inherits(from: ancestor)
    case (.exception(let kind), .exception(let ancestor)): return kind.inherits(from: ancestor)
    default: return false
    }
  }
}
