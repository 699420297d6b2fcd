import NNKernels

extension Builtin {
  static let inspectionFunctions: [Builtin] = [
    .type, .isinstance, .issubclass, .callable, .id, .hash,
    constant("__debug__", "Whether assertions are checked: always.") { .bool(true) },
    constant("NotImplemented", "What an operator gives that does not know its operands.") { .special(.notImplemented) },
    constant("Ellipsis", "What `...` is.") { .special(.ellipsis) },
  ]

  static let type = Builtin(
    "type(object=<no value>, bases=<no value>, namespace=<no value>, /, **kwds)",
    "The type of a value; with three arguments a new class of that name.", example: "type(1)  # <class 'int'>",
    constructs: .type,
    quick: { (context, arguments, count) throws(Fault) in count == 1 ? context.type(of: arguments[0]) : nil }
  ) { (context, arguments) throws(Fault) in
    if arguments.isGiven(0) && !arguments.isGiven(1) && context.keywordCount(arguments[3]) == 0 {
      return context.type(of: arguments[0])
    }
    guard arguments.isGiven(0), arguments.isGiven(2) else { throw Fault(.typeError, "type() takes 1 or 3 arguments") }
    guard let name = arguments[0].asString else {
      throw Fault(.typeError, "type.__new__() argument 1 must be str, not \(arguments[0].typeName)")
    }
    guard let bases = arguments[1].asTuple else {
      throw Fault(.typeError, "type.__new__() argument 2 must be tuple, not \(arguments[1].typeName)")
    }
    guard let namespace = arguments[2].asDictionary else {
      throw Fault(.typeError, "type.__new__() argument 3 must be dict, not \(arguments[2].typeName)")
    }
    let metaclass = try context.metaclass(.type(.type), bases: bases.value.items)
    if metaclass.asClassObject != nil {
      var given = ValueList(capacity: 3)
      for index in 0..<3 { given.append(arguments[index].copy()) }
      return try context.call(metaclass, given, keywords: arguments[3])
    }
    return try context.makeClass(
      name.value.text.string, bases: bases.value.items, namespace, metaclass: metaclass, keywords: arguments[3])
  }

  static let isinstance = Builtin(
    "isinstance(obj, class_or_tuple, /)", "Whether a value is of a type, or of one of several.",
    example: "isinstance(True, int)  # True"
  ) { (context, arguments) throws(Fault) in
    .bool(try context.isInstance(arguments[0], of: arguments[1]))
  }

  static let issubclass = Builtin(
    "issubclass(cls, class_or_tuple, /)", "Whether a type is another one, or derives from it.",
    example: "issubclass(bool, int)  # True"
  ) { (context, arguments) throws(Fault) in
    .bool(try context.isSubclass(arguments[0], of: arguments[1]))
  }

  static let callable = Builtin("callable(obj, /)", "Whether a value can be called.", example: "callable(len)  # True")
  {
    (context, arguments) throws(Fault) in
    switch arguments[0].attributeOwner {
    case .function, .builtin, .ufunc, .boundMethod, .type, .staticMethod: return .bool(true)
    default:
      if let native = arguments[0].asNative, native.value.payload.isCallable { return .bool(true) }
      return .bool(context.hasSpecial(.callMethod, arguments[0]))
    }
  }

  static let id = Builtin("id(obj, /)", "A number that no other living object has.", example: "id([]) == id([])") {
    (context, arguments) throws(Fault) in
    if let object = arguments[0].object { return .int(object.shownNumber) }
    return .int(try context.hash(arguments[0]) &* 16 &+ 8)
  }

  static let hash = Builtin(
    "hash(obj, /)", "The number by which a dictionary finds a key; equal values have equal ones.",
    example: "hash(1) == hash(1.0)  # True"
  ) { (context, arguments) throws(Fault) in
    .int(try context.hash(arguments[0]))
  }
}

extension BuiltinType {
  /// Whether values of this type are also of the other.
  func isSubtype(of other: BuiltinType) -> Bool {
    if self == other || other == .object { return true }
    switch (self, other) {
    case (.bool, .int): return true
    case (.scalar(.float64), .float): return true
    case (.scalar(.complex128), .complex): return true
    case (.scalar(.text), .string): return true
    case (.scalar(.bytes), .bytes): return true
    case (.scalar(let element), .abstractScalar(let kind)): return kind.includes(element)
    case (.abstractScalar(let own), .abstractScalar(let kind)):
      return ElementType.allCases.allSatisfy { !own.includes($0) || kind.includes($0) }
    case (.native(let own), .native(let ancestor)): return own.inherits(from: ancestor)
    case (.exception(let kind), .exception(let ancestor)): return kind.inherits(from: ancestor)
    default: return false
    }
  }
}
