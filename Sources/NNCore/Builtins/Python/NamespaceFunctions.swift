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
    if arguments[0].asModule == nil {
      do throws(Fault) { return try context.attribute(arguments[0], .dictionaryName) } catch {
        if error.isKind(.attributeError) { throw Fault(.typeError, "vars() argument must have __dict__ attribute") }
        throw error
      }
    }
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
    } else if let listed = try context.callSpecial(.dirMethod, of: arguments[0]) {
      return try context.callNamed("sorted", listed)
    } else {
      names = context.knownNames(of: arguments[0])
    }
    var items = ValueList(capacity: names.count)
    for name in names.sorted() { items.append(.string(name)) }
    return .list(items)
  }
}

extension Context {
  private var caller: Unowned<Function>? { (self as? Machine)?.frames.current.frame.function }

  /// The module whose code calls the builtin that runs.
  fileprivate var callerModule: Unowned<ModuleObject>? { caller?.value.module.unowned }

  /// The variables of the function that calls; of the module where no function does.
  fileprivate func localVariables() throws(Fault) -> Value {
    guard let machine = self as? Machine, let function = caller else { return .dictionary(Ref(DictionaryObject())) }
    let names = function.value.code.value.localNames
    if names.first?.name == FunctionScope.namespaceName { return machine.frames.current.frame.base[0].copy() }
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
