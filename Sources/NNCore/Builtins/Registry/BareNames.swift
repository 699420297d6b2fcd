/// The names that `.nn` programs have without an import: NumPy's, those of its random numbers, and pyplot's. Python's
/// own builtins keep theirs, except that some give way to NumPy's function of the same name for arrays.
enum BareNames {
  /// Python's builtins that are NumPy's where the arguments are.
  private static let shared = ["abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum"]
  /// Puts the names among the builtins.
  static func install(in machine: Machine) {
    guard let numpy = machine.module("numpy") else { return }
    for name in shared { share(Symbol(name), numpy.unowned, machine) }
    // Before NumPy's own, so that `random` is the function: the module is `np.random`.
    if let random = machine.module("numpy.random") { add(random.unowned, to: machine) }
    add(numpy.unowned, to: machine)
    for name in PlotPlaceholders.functions where !isTaken(Symbol(name), machine) {
      machine.builtins.value.set(Symbol(name), ModuleObject.placeholder(name, of: "matplotlib.pyplot"))
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
