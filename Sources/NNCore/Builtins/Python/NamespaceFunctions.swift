extension Builtin {
  static let namespaceFunctions: [Builtin] = [.globals, .locals, .vars, .dir]

  static let globals = Builtin(
    "globals()", "A dictionary with copies of the module's variables.", example: "globals()['x']"
  ) {
    (context, _) throws(Fault) in
    guard let module = context.callerModule else { return .dictionary(Ref(DictionaryObject())) }
    return try context.variables(module)
  }

  static let locals = Builtin("locals()", "A dictionary with copies of the local variables.", example: "locals()") {
    (context, _) throws(Fault) in
    try context.localVariables()
  }

  static let vars = Builtin(
    "vars(object=<no value>, /)", "A dictionary with the variables of a module, or the local ones.",
    example: "vars(math)"
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(0) { return try context.localVariables() }
    guard let module = arguments[0].asModule else {
      throw Fault(.typeError, "vars() argument must have __dict__ attribute")
    }
    return try context.variables(module)
  }

  static let dir = Builtin(
    "dir(object=<no value>, /)", "The sorted names of a value's attributes, or of the local variables.",
    example: "dir(math)"
  ) { (context, arguments) throws(Fault) in
    var names: [String] = []
    if !arguments.isGiven(0) {
      let scope = try context.localVariables()
      if let dictionary = scope.asDictionary { names = dictionary.value.textKeys() }
    } else if let module = arguments[0].asModule {
      names = module.value.names.filter { module.value.value(of: $0) != nil }.map(\.name)
    } else if let type = arguments[0].asType, let owner = type.attributeOwner {
      names = context.attributeNames(of: owner)
    } else {
      names = context.attributeNames(of: arguments[0].attributeOwner)
    }
    var items = ValueList(capacity: names.count)
    for name in names.sorted() { items.append(.string(name)) }
    return .list(items)
  }
}

extension DictionaryObject {
  /// The keys that are strings, in their order.
  fileprivate borrowing func textKeys() -> [String] {
    var keys: [String] = []
    for index in 0..<table.entries.count {
      if let key = table.entries[index].key.asString { keys.append(key.value.text.string) }
    }
    return keys
  }
}

extension Context {
  private var caller: Unowned<Function>? { (self as? Machine)?.frames.current.frame.function }

  /// The module whose code calls the builtin that runs.
  fileprivate var callerModule: Unowned<ModuleObject>? { caller?.value.module.unowned }

  /// A module's variables in a new dictionary.
  fileprivate func variables(_ module: Unowned<ModuleObject>) throws(Fault) -> Value {
    let result = Ref(DictionaryObject())
    for name in module.value.names {
      if let value = module.value.value(of: name) { try set(result.unowned, .string(name.name), value) }
    }
    return .dictionary(result)
  }

  /// The variables of the function that calls; of the module where no function does.
  fileprivate func localVariables() throws(Fault) -> Value {
    guard let machine = self as? Machine, let function = caller else { return .dictionary(Ref(DictionaryObject())) }
    let names = function.value.code.value.localNames
    if names.isEmpty && function.value.code.value.signature.registerCount == 0 {
      return try variables(function.value.module.unowned)
    }
    let result = Ref(DictionaryObject())
    let R = machine.frames.current.frame.base
    for register in 0..<min(names.count, function.value.registerCount) where !R[register].isUnbound {
      let value = R[register].asCell.map { $0.value.content.copy() } ?? R[register].copy()
      if !value.isUnbound { try set(result.unowned, .string(names[register].name), value) }
    }
    return .dictionary(result)
  }
}
