/// Puts declared builtins where programs find them: in modules, among the names that need no import, and as methods.
enum Registry {
  /// Every builtin of the interpreter, by family.
  static let all: [Builtin] = pythonBuiltins + numpyBuiltins

  /// Python's functions, types and methods, and the modules of its library.
  static var pythonBuiltins: [Builtin] { Builtin.pythonFamilies.flatMap { $0 } }
  /// NumPy's functions and methods.
  static let numpyBuiltins: [Builtin] = [
    Builtin.ufuncs, Builtin.creation, Builtin.numberRanges, Builtin.dtypes, Builtin.arrayProperties,
    Builtin.arrayMethods, Builtin.arrayClassMethods, Builtin.shapes, Builtin.joining, Builtin.rearranging,
    Builtin.reductions, Builtin.statistics,
    Builtin.percentiles, Builtin.products, Builtin.arrayBytes, Builtin.selections, Builtin.sortings, Builtin.histograms,
    Builtin.comparisons, Builtin.ufuncMembers, Builtin.dtypeAttributes, Builtin.moreArrayMethods,
    Builtin.series, Builtin.printing, Builtin.randomNumbers, Builtin.randomIntegers,
    Builtin.floatErrorState, Builtin.strideTricks, Builtin.floatTexts, Builtin.randomSources,
    Builtin.randomSourceStates, Builtin.arrayMemory,
  ].flatMap { $0 }

  /// Installs all builtins in a fresh machine.
  static func install(in machine: Machine) {
    Derivative.table = DerivativeTable.all
    for builtin in all { install(builtin, in: machine) }
    NumPyNames.install(in: machine)
  }

  private static func install(_ builtin: Builtin, in machine: Machine) {
    let name = Symbol(builtin.name)
    for type in builtin.methodOf {
      if let owner = AttributeOwner(named: type) { machine.addAttribute(builtin, to: owner) }
    }
    if let owner = AttributeOwner(named: builtin.owner) {
      machine.addAttribute(builtin, to: owner)
    } else if let type = builtin.constructs {
      machine.setConstructor(builtin, of: type)
      module(builtin.owner, in: machine).value.set(name, .type(type))
    } else if builtin.isProperty {
      module(builtin.owner, in: machine).value.set(name, constant(builtin, machine))
    } else {
      module(builtin.owner, in: machine).value.set(name, .builtin(BuiltinObject.make(builtin)))
    }
  }

  /// The value of a module's constant, which its body makes once.
  private static func constant(_ builtin: Builtin, _ machine: Machine) -> Value {
    do throws(Fault) { return try builtin.body(machine, machine.builtins.value.window) } catch { return .nothing }
  }

  private static func module(_ name: String, in machine: Machine) -> Ref<ModuleObject> {
    name.isEmpty ? machine.builtins.copy() : machine.makeModule(name)
  }
}
