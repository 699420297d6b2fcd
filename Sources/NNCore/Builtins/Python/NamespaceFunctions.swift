extension Builtin {
  static let namespaceFunctions: [Builtin] = [.globals, .locals, .vars, .dir]

  static let globals = Builtin(
    "globals()", "The module's variables as a dictionary; a change of one is a change of the other.",
    example: "globals()['x']"
  ) {
    (context, _) throws(Fault) in
    guard let module = context.callerModule else { return .dictionary(Ref(DictionaryObject())) }
    return try context.namespace(of: module)
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
    return try context.namespace(of: module)
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
    } else if let module = arguments[0].asModule, let own = module.value.value(of: .dirMethod) {
      return try context.callNamed("sorted", try context.call(own, ValueList()))
    } else {
      names = context.knownNames(of: arguments[0])
    }
    var items = ValueList(capacity: names.count)
    for name in names.sorted() { items.append(.string(name)) }
    return .list(items)
  }
}

extension Context {
  /// The module whose code calls the builtin that runs.
  fileprivate var callerModule: Unowned<ModuleObject>? {
    guard let machine = self as? Machine else { return nil }
    let caller = machine.callingFrame
    return machine.frames.depth(caller) == 0 ? machine.main.unowned : caller.frame.function.value.module.unowned
  }

  /// The variables of the function that calls, in a new dictionary; the module's own where no function does.
  func localVariables() throws(Fault) -> Value {
    guard let machine = self as? Machine else { return .dictionary(Ref(DictionaryObject())) }
    return try localVariables(of: machine.callingFrame)
  }

  /// The variables of a frame.
  func localVariables(of frame: FramePointer) throws(Fault) -> Value {
    guard let machine = self as? Machine else { return .nothing }
    if machine.isModuleFrame(frame) {
      let isBottom = machine.frames.depth(frame) == 0
      return try namespace(of: isBottom ? machine.main.unowned : frame.frame.function.value.module.unowned)
    }
    let function = frame.frame.function
    let names = function.value.code.value.localNames
    if names.first?.name == FunctionScope.namespaceName { return frame.frame.base[0].copy() }
    var R = frame.frame.base
    let place = names.firstIndex { $0.name == FunctionScope.localsName }
    let kept = place.flatMap { R[$0].exactDictionary }
    let result = kept?.owned() ?? Ref(DictionaryObject())
    for register in 0..<min(names.count, function.value.registerCount) {
      if register == place || R[register].isUnbound { continue }
      let value = R[register].asCell.map { $0.value.content.copy() } ?? R[register].copy()
      if !value.isUnbound { try set(result.unowned, .string(names[register].name), value) }
    }
    let free = function.value.code.value.captures
    for index in 0..<min(free.count, function.value.captures.count) {
      if let value = function.value.content(ofCapture: index) ?? function.value.capturedValue(index) {
        try set(result.unowned, .string(free[index].name.name), value[0].copy())
      }
    }
    if let place, kept == nil { R.set(place, .dictionary(result.copy())) }
    return .dictionary(result)
  }
}
