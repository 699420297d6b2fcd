/// The names that `.nn` programs have without an import: NumPy's, those of its random numbers, and pyplot's. Python's
/// own builtins keep theirs, except that some give way to NumPy's function of the same name for arrays.
enum BareNames {
  /// Python's builtins that are NumPy's where the arguments are.
  private static let shared = ["abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum"]
  /// Python's builtins and these names in one module.
  static func module(for machine: Machine) -> Ref<ModuleObject> {
    let names = Ref(ModuleObject("builtins"))
    // What a prompt keeps as `_` changes: it is found among the builtins themselves.
    for name in machine.builtins.value.names where !name.name.hasPrefix("_") {
      if let value = machine.builtins.value.value(of: name) { names.value.set(name, value) }
    }
    guard let numpy = machine.module("numpy") else { return names.copy() }
    for name in shared { share(Symbol(name), numpy.unowned, names.unowned) }
    // Before NumPy's own, so that `random` is the function: the module is `np.random`.
    if let random = machine.module("numpy.random") { add(random.unowned, to: names.unowned) }
    add(numpy.unowned, to: names.unowned)
    BarePyplot.add(to: names.unowned) { isTaken($0, names.unowned) }
    names.value.set(Symbol("np"), .module(numpy.copy()))
    return names.copy()
  }

  private static func isTaken(_ name: Symbol, _ names: Unowned<ModuleObject>) -> Bool {
    guard let slot = names.value.existingSlot(of: name) else { return false }
    return !names.value.window[slot].isUnbound
  }

  private static func add(_ module: Unowned<ModuleObject>, to names: Unowned<ModuleObject>) {
    for name in module.value.names where !isTaken(name, names) && !name.name.hasPrefix("_") {
      if let value = module.value.value(of: name) { names.value.set(name, value) }
    }
  }

  /// Makes Python's builtin one that gives way to NumPy's.
  private static func share(_ name: Symbol, _ numpy: Unowned<ModuleObject>, _ names: Unowned<ModuleObject>) {
    guard let python = names.value.value(of: name)?.asBuiltin,
      let arrayForm = numpy.value.value(of: name)?.asBuiltin
    else { return }
    names.value.set(
      name, .builtin(BuiltinObject.make(python.value.builtin.yielding(to: arrayForm.value.builtin))))
  }

}
