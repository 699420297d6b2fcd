/// An operation of the language as a method of builtin types.
struct SpecialOperation {
  typealias Body = (_ context: Context, _ arguments: Registers, _ type: BuiltinType) throws(Fault) -> Value

  /// The parameters as written, with parentheses.
  let signature: String
  let documentation: String
  /// The types that have the method themselves.
  let types: TypeFamily
  let body: Body

  init(_ signature: String, _ documentation: String, _ types: TypeFamily, _ body: @escaping Body) {
    self.signature = signature
    self.documentation = documentation
    self.types = types
    self.body = body
  }
}

/// Sets of builtin types that have the same operations.
struct TypeFamily: OptionSet {
  let rawValue: Int
  static let object = TypeFamily(rawValue: 1)
  static let type = TypeFamily(rawValue: 2)
  static let integers = TypeFamily(rawValue: 4)
  static let float = TypeFamily(rawValue: 8)
  static let complex = TypeFamily(rawValue: 16)
  static let string = TypeFamily(rawValue: 32)
  static let bytes = TypeFamily(rawValue: 64)
  static let tuple = TypeFamily(rawValue: 128)
  static let list = TypeFamily(rawValue: 256)
  static let dictionary = TypeFamily(rawValue: 512)
  static let set = TypeFamily(rawValue: 1024)
  static let frozenset = TypeFamily(rawValue: 2048)
  static let range = TypeFamily(rawValue: 4096)
  static let iterators = TypeFamily(rawValue: 8192)
  static let exception = TypeFamily(rawValue: 1 << 14)
  static let callables = TypeFamily(rawValue: 1 << 15)
  static let descriptors = TypeFamily(rawValue: 1 << 16)
  static let bytearray = TypeFamily(rawValue: 1 << 17)
  static let views = TypeFamily(rawValue: 1 << 18)
  static let native = TypeFamily(rawValue: 1 << 19)
  static let arrays = TypeFamily(rawValue: 1 << 20)
  static let none = TypeFamily(rawValue: 1 << 21)
  /// NumPy's scalars.
  static let elements = TypeFamily(rawValue: 1 << 22)

  static let numbers: TypeFamily = [.integers, .float, .complex]
  static let reals: TypeFamily = [.integers, .float]
  static let texts: TypeFamily = [.string, .bytes, .bytearray]
  static let sequences: TypeFamily = [.texts, .tuple, .list]
  static let sets: TypeFamily = [.set, .frozenset]
  static let containers: TypeFamily = [.sequences, .dictionary, .sets, .range, .views]
  static let extensible: TypeFamily = [.numbers, .sequences, .dictionary, .sets]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ type: BuiltinType) {
    switch type {
    case .object: self = .object
    case .type: self = .type
    case .int, .bool: self = .integers
    case .float: self = .float
    case .complex: self = .complex
    case .string: self = .string
    case .bytes: self = .bytes
    case .bytearray: self = .bytearray
    case .tuple: self = .tuple
    case .list: self = .list
    case .dictionary: self = .dictionary
    case .set: self = .set
    case .frozenset: self = .frozenset
    case .range: self = .range
    case .iterator, .generator: self = .iterators
    case .exception: self = .exception
    case .function, .builtinFunction, .ufunc, .boundMethod, .methodDescriptor, .wrapperDescriptor, .methodWrapper:
      self = .callables
    case .property, .staticMethod, .classMethod, .attributeDescriptor, .memberDescriptor: self = .descriptors
    case .view: self = .views
    case .native(let type): self = type.iterates ? [.native, .iterators] : .native
    case .array: self = .arrays
    case .scalar: self = .elements
    default: self = .none
    }
  }
}

extension Context {
  /// An operation of the language as a method of a builtin type; nil where the type itself has none of that name. Made
  /// when it is first asked for.
  func specialBuiltin(_ name: Symbol, of type: BuiltinType) -> Unowned<BuiltinObject>? {
    guard let operation = SpecialOperation.all[name] else { return nil }
    let key = SpecialBuiltinKey(type: type, name: name)
    if let known = specialBuiltins[key] { return known.unowned }
    guard !operation.types.isDisjoint(with: TypeFamily(type)) else {
      specialBuiltins[key] = SpecialBuiltinBox(nil)
      return nil
    }
    let body = operation.body
    let builtin = Builtin(
      "\(type.shortName).\(name.name)\(operation.signature)", operation.documentation,
      leaf: SpecialOperation.leaf(name, of: type)
    ) { (context, arguments) throws(Fault) in
      try body(context, arguments, type)
    }
    builtin.isSpecial = true
    let box = SpecialBuiltinBox(builtin)
    specialBuiltins[key] = box
    return box.unowned
  }

  /// The names of those methods that a builtin type has itself.
  func specialBuiltinNames(of type: BuiltinType) -> [String] {
    let family = TypeFamily(type)
    return SpecialOperation.all.filter { !$0.value.types.isDisjoint(with: family) }.map(\.key.name)
  }
}

extension SpecialOperation {
  /// The operations by name.
  static let all: [Symbol: SpecialOperation] = {
    var table: [Symbol: SpecialOperation] = [:]
    for (name, operation) in ofObjects + ofCopies + ofTypes + ofOperators + ofContainers + ofNumbers + ofConstruction {
      table[Symbol(name)] = operation
    }
    return table
  }()

  /// What every value can do.
  private static let ofObjects: [(String, SpecialOperation)] = [
    (
      "__repr__",
      SpecialOperation("(self, /)", "Return repr(self).", [.object, .extensible, .exception, .type]) {
        (context, arguments, type) throws(Fault) in
        if type == .object, let instance = arguments[0].asInstance {
          return .string(try context.plainRepr(instance))
        }
        if let type = arguments[0].asClassObject { return .string("<class '\(type.value.fullName)'>") }
        return .string(try context.repr(arguments[0].unwrapped))
      }
    ),
    (
      "__str__",
      SpecialOperation("(self, /)", "Return str(self).", [.object, .string, .exception]) {
        (context, arguments, type) throws(Fault) in
        if type == .object, arguments[0].asInstance != nil {
          // `__repr__` may be this very method.
          return try context.nested("__str__") { () throws(Fault) in .string(try context.repr(arguments[0])) }
        }
        return .string(UnicodeText(utf8: try context.text(arguments[0].unwrapped)))
      }
    ),
    (
      "__format__",
      SpecialOperation("(self, format_spec, /)", "Return format(self, format_spec).", [.object, .extensible]) {
        (context, arguments, type) throws(Fault) in
        let spec = arguments[1].asString?.value.text.utf8 ?? []
        if type == .object, arguments[0].asInstance != nil {
          guard spec.isEmpty else {
            throw Fault(
              .typeError, "unsupported format string passed to \(arguments[0].typeName).__format__")
          }
          return .string(UnicodeText(utf8: try context.text(arguments[0])))
        }
        if spec.isEmpty { return .string(UnicodeText(utf8: try context.text(arguments[0]))) }
        return .string(UnicodeText(utf8: try context.format(arguments[0].unwrapped, spec)))
      }
    ),
    (
      "__hash__",
      SpecialOperation("(self, /)", "Return hash(self).", [.object, .numbers, .string, .bytes, .tuple, .frozenset]) {
        (context, arguments, type) throws(Fault) in
        if type == .object, let object = arguments[0].object { return .int(object.address >> 4) }
        return .int(try context.hash(arguments[0].unwrapped))
      }
    ),
    (
      "__getattribute__",
      SpecialOperation("(self, name, /)", "Return getattr(self, name).", [.object, .type]) {
        (context, arguments, _) throws(Fault) in
        let name = try context.attributeName(arguments[1])
        if let instance = arguments[0].asInstance {
          return try context.plainAttribute(arguments[0], instance, name)
        }
        if let type = arguments[0].asClassObject { return try context.plainClassAttribute(arguments[0], type, name) }
        return try context.attribute(arguments[0], name)
      }
    ),
    (
      "__setattr__",
      SpecialOperation("(self, name, value, /)", "Implement setattr(self, name, value).", [.object, .type]) {
        (context, arguments, _) throws(Fault) in
        let name = try context.attributeName(arguments[1])
        if let instance = arguments[0].asInstance {
          try context.setPlainAttribute(arguments[0], instance, name, arguments[2])
        } else if let type = arguments[0].asClassObject {
          try context.setPlainClassAttribute(type, name, arguments[2])
        } else {
          try context.setAttribute(arguments[0], name, arguments[2])
        }
        return .nothing
      }
    ),
    (
      "__delattr__",
      SpecialOperation("(self, name, /)", "Implement delattr(self, name).", [.object]) {
        (context, arguments, _) throws(Fault) in
        let name = try context.attributeName(arguments[1])
        if let instance = arguments[0].asInstance {
          try context.deletePlainAttribute(arguments[0], instance, name)
        } else {
          try context.deleteAttribute(arguments[0], name)
        }
        return .nothing
      }
    ),
    (
      "__dir__",
      SpecialOperation("(self, /)", "Default dir() implementation.", [.object]) {
        (context, arguments, _) throws(Fault) in
        var names = ValueList()
        for name in context.knownNames(of: arguments[0]) { names.append(.string(name)) }
        return .list(names)
      }
    ),
    (
      "__init_subclass__",
      SpecialOperation("()", "Called when a class is subclassed.", [.object]) { (_, _, _) throws(Fault) in .nothing }
    ),
    (
      "__subclasshook__",
      SpecialOperation("(subclass, /)", "Abstract classes can override this.", [.object]) { (_, _, _) throws(Fault) in
        .special(.notImplemented)
      }
    ),
  ]

  /// What classes can do.
  private static let ofTypes: [(String, SpecialOperation)] = [
    (
      "__call__",
      SpecialOperation("(self, /, *args, **kwargs)", "Call self as a function.", [.type, .callables]) {
        (context, arguments, type) throws(Fault) in
        let positional = arguments.variadic(1)?.value.items.copies() ?? ValueList()
        guard type == .type, arguments[0].asClassObject != nil else {
          return try context.call(arguments[0], positional, keywords: arguments[2])
        }
        return try context.makeInstance(of: arguments[0], positional, keywords: arguments[2])
      }
    ),
    (
      "mro",
      SpecialOperation("(self, /)", "Return a type's method resolution order.", [.type]) {
        (context, arguments, _) throws(Fault) in
        let order = try context.attribute(arguments[0], .mroName)
        return .list(try context.items(order))
      }
    ),
    (
      "__subclasses__",
      SpecialOperation("(self, /)", "Return a list of immediate subclasses.", [.type]) {
        (_, arguments, _) throws(Fault) in
        var items = ValueList()
        for subclass in arguments[0].asClassObject?.value.subclasses ?? [] {
          items.append(.classObject(subclass.owned()))
        }
        return .list(items)
      }
    ),
    (
      "__instancecheck__",
      SpecialOperation("(self, instance, /)", "Check if an object is an instance.", [.type]) {
        (context, arguments, _) throws(Fault) in
        .bool(context.isPlainInstance(arguments[1], of: arguments[0]))
      }
    ),
    (
      "__subclasscheck__",
      SpecialOperation("(self, subclass, /)", "Check if a class is a subclass.", [.type]) {
        (context, arguments, _) throws(Fault) in
        .bool(context.isSubtype(arguments[1], of: arguments[0]))
      }
    ),
    (
      "__prepare__",
      SpecialOperation("(*args, **kwargs)", "Create the namespace for the class statement.", [.type]) {
        (_, _, _) throws(Fault) in
        .dictionary(Ref(DictionaryObject()))
      }
    ),
    (
      "__get__",
      SpecialOperation(
        "(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.",
        [.callables, .descriptors]
      ) { (context, arguments, _) throws(Fault) in
        let owner = arguments[2].isNone ? context.type(of: arguments[1]) : arguments[2].copy()
        let own = arguments[0].unwrapped
        if arguments[1].isNone && !arguments[2].isNone { return try context.bindToType(own, of: owner) }
        return try context.bind(own, to: arguments[1], of: owner)
      }
    ),
    (
      "__set__",
      SpecialOperation("(self, instance, value, /)", "Set an attribute of instance to value.", [.descriptors]) {
        (context, arguments, _) throws(Fault) in
        let own = arguments[0].unwrapped
        guard let property = own.asDescriptor, !property.value.setter.isNone else {
          throw Fault(.attributeError, "property of '\(arguments[1].typeName)' object has no setter")
        }
        let setter = property.value.setter.copy()
        _ = try context.call(setter, arguments[1].copy(), arguments[2].copy())
        return .nothing
      }
    ),
  ]
}

extension Context {
  /// An attribute's name from an argument.
  func attributeName(_ value: borrowing Value) throws(Fault) -> Symbol {
    guard let name = value.asString else {
      throw Fault(.typeError, "attribute name must be string, not '\(value.typeName)'")
    }
    return nameStrings.symbol(of: name)
  }

  /// The text of an instance whose class has no `__repr__`.
  func plainRepr(_ instance: Unowned<InstanceObject>) throws(Fault) -> String {
    "<\(instance.value.type.value.fullName) object at \(Value.instance(instance.owned()).object?.shownAddress ?? "")>"
  }
}
