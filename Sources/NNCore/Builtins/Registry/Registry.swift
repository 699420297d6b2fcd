/// Puts declared builtins where programs find them: in modules, among the names that need no import, and as methods.
enum Registry {
  /// Every builtin of the interpreter.
  static let all: [Builtin] =
    BuiltinFamily.first + Builtin.exceptionTypes + BuiltinFamily.python.flatMap { $0.builtins() } + numpyBuiltins

  /// NumPy's functions, types and methods.
  static let numpyBuiltins = BuiltinFamily.numpy.builtins()

  /// Installs the builtins in a fresh machine: what a program may have to do with at once, the others when they are asked
  /// for.
  static func install(in machine: Machine) {
    Derivative.makeTable = { DerivativeTable.all }
    // Their constructors are declared at the first call (`Machine.constructorObject`).
    for kind in ExceptionKind.python where !kind.name.utf8.contains(UInt8(ascii: ".")) {
      machine.builtins.value.set(Symbol(kind.name), .type(.exception(kind)))
    }
    install(BuiltinFamily.first, in: machine)
    for family in BuiltinFamily.python {
      machine.declareLater(family.owners) { [unowned machine] in install(family.builtins(), in: machine) }
    }
    machine.declareLater(BuiltinFamily.numpy.owners) { [unowned machine] in
      install(numpyBuiltins, in: machine)
      NumPyNames.install(in: machine)
    }
    machine.installElementHooks()
  }

  private static func install(_ builtins: [Builtin], in machine: Machine) {
    for builtin in builtins { install(builtin, in: machine) }
  }

  private static func install(_ builtin: Builtin, in machine: Machine) {
    let name = Symbol(builtin.name)
    for type in builtin.methodOf {
      if let owner = AttributeOwner(named: type) { machine.addAttribute(builtin, to: owner) }
    }
    if !builtin.owner.isEmpty, let owner = AttributeOwner(named: builtin.owner) {
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
