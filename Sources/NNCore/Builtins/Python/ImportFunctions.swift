extension Builtin {
  static let importFunctions: [Builtin] = [
    .importByName, .importModule, .reloadModule,
    Builtin("importlib.invalidate_caches()", "Accepted: nothing is kept.") { (_, _) throws(Fault) in .nothing },
  ]

  static let importByName = Builtin(
    "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
    "What an import statement calls: the module of a dotted name, or its first part where nothing is taken from it.",
    example: "__import__('math').pi  # 3.141592653589793"
  ) { (context, arguments) throws(Fault) in
    guard let machine = context as? Machine else { return .nothing }
    guard let given = arguments[0].asString else {
      throw Fault(.typeError, "module name must be a string")
    }
    var name = given.value.text.string
    let level = try context.integer(arguments[4])
    if level < 0 { throw Fault(.valueError, "level must be >= 0") }
    if level > 0 { name = try Machine.absoluteName(name, level: level, package: machine.callerPackage) }
    let module = try machine.importModule(name)
    let wanted = arguments[3].isNone || !arguments.isGiven(3) ? ValueList() : try context.items(arguments[3])
    for index in 0..<wanted.count {
      guard let text = wanted[index].asString?.value.text.string, text != "*" else { continue }
      do throws(Fault) { _ = try machine.importMember(module, Symbol(text)) } catch {
        guard error.kind == .importError else { throw error }
      }
    }
    guard wanted.isEmpty, level == 0, let dot = name.firstIndex(of: ".") else { return module }
    return try machine.importModule(String(name[..<dot]))
  }

  static let importModule = Builtin(
    "importlib.import_module(name, package=None)", "The module of a dotted name, imported where it has not been.",
    example: "importlib.import_module('math').pi  # 3.141592653589793"
  ) { (context, arguments) throws(Fault) in
    guard let machine = context as? Machine else { return .nothing }
    guard let name = arguments[0].asString?.value.text.string else {
      throw Fault(.attributeError, "'\(arguments[0].typeName)' object has no attribute 'startswith'")
    }
    guard name.hasPrefix(".") else { return try machine.importModule(name) }
    guard let package = arguments[1].asString?.value.text.string, !package.isEmpty else {
      throw Fault(
        .typeError, "the 'package' argument is required to perform a relative import for '\(name)'")
    }
    let tail = name.drop { $0 == "." }
    return try machine.importModule(
      try Machine.absoluteName(String(tail), level: name.utf8.count - tail.utf8.count, package: package))
  }

  static let reloadModule = Builtin(
    "importlib.reload(module)", "Runs a module's text once more, in the same module.",
    example: "importlib.reload(math).pi  # 3.141592653589793"
  ) { (context, arguments) throws(Fault) in
    guard let machine = context as? Machine, let module = arguments[0].asModule else {
      throw Fault(.typeError, "reload() argument must be a module")
    }
    return try machine.reload(module)
  }
}

extension Machine {
  /// The package of the module whose code calls the builtin that runs.
  fileprivate var callerPackage: String {
    let module = frames.current.frame.function.value.module.unowned
    if let package = module.value.text(of: .packageName) { return package }
    let name = module.value.text(of: .nameName) ?? ""
    if module.value.value(of: .pathName) != nil { return name }
    return name.split(separator: ".").dropLast().joined(separator: ".")
  }
}
