/// The names that `.nn` programs have without an import: NumPy's, those of its random numbers, and pyplot's. Python's
/// own builtins keep theirs, except that some give way to NumPy's function of the same name for arrays.
enum BareNames {
  /// Python's builtins that are NumPy's where the arguments are.
  private static let shared = ["abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum"]
  /// Keywords that only NumPy's functions have.
  private static let arrayKeywords = Set(
    ["axis", "keepdims", "dtype", "out", "where", "initial", "decimals"].map(Symbol.init))

  /// Puts the names among the builtins.
  static func install(in machine: Machine) {
    guard let numpy = machine.module("numpy") else { return }
    for name in shared { share(Symbol(name), numpy.unowned, machine) }
    add(numpy.unowned, to: machine)
    if let random = machine.module("numpy.random") { add(random.unowned, to: machine) }
    for name in PlotPlaceholders.functions where !isTaken(Symbol(name), machine) {
      machine.builtins.value.set(Symbol(name), PlotPlaceholders.member(name, of: "matplotlib.pyplot"))
    }
    if let pyplot = machine.module("matplotlib.pyplot") {
      machine.builtins.value.set(Symbol("plt"), .module(pyplot.copy()))
    }
    machine.builtins.value.set(Symbol("np"), .module(numpy.copy()))
  }

  private static func isTaken(_ name: Symbol, _ machine: Machine) -> Bool {
    guard let slot = machine.builtins.value.existingSlot(of: name) else { return false }
    return !machine.builtins.value.window[slot].isUnbound
  }

  private static func add(_ module: Unowned<ModuleObject>, to machine: Machine) {
    for name in module.value.names where !isTaken(name, machine) && !name.name.hasPrefix("_") {
      if let value = module.value.value(of: name) { machine.builtins.value.set(name, value) }
    }
  }

  /// Makes Python's builtin one that gives way to NumPy's.
  private static func share(_ name: Symbol, _ numpy: Unowned<ModuleObject>, _ machine: Machine) {
    guard let python = machine.builtins.value.value(of: name)?.asBuiltin,
      let arrayForm = numpy.value.value(of: name)?.asBuiltin
    else { return }
    machine.builtins.value.set(
      name, .builtin(BuiltinObject.make(python.value.builtin.yielding(to: arrayForm.value.builtin))))
  }

  /// Whether a call is one of NumPy's function: its first argument is an array (or its only one a NumPy scalar), or it
  /// has a keyword that Python's function lacks.
  static func areArrayArguments(
    _ arrayForm: Builtin, _ window: Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>
  ) -> Bool {
    if positional > 0 {
      if let array = window[0].asArray, array.value.rank > 0 || positional == 1 { return true }
      if positional == 1 && window[0].asScalar != nil { return true }
    }
    for index in 0..<keywords where arrayKeywords.contains(names[first &+ index]) { return true }
    return false
  }
}

extension Value {
  var asBuiltin: Unowned<BuiltinObject>? {
    borrowing get {
      switch self {
      case .builtin(let r): r.unowned
      default: nil
      }
    }
  }
}
