/// What builtins see of the machine that runs them: its streams, its modules, and how to call back into it.
class Context {
  let output: Output
  /// Standard error, where the program has one apart from its output.
  var errorOutput: Output?
  /// What `sys.setrecursionlimit` was told.
  var recursionLimit = 1000
  /// What becomes of warnings, the newest rule first.
  var warningFilters: [WarningFilter] = [] {
    didSet { forgetWarnings() }
  }
  /// The lists that `catch_warnings(record=True)` collects in, innermost last.
  var warningRecords = ValueList()
  /// The stream behind `numpy.random`.
  let random = RandomStream()
  /// Whether the next call of a builtin is not for the program's classes to answer.
  var skipsClasses = false
  /// The record of what is being differentiated, while a gradient is open.
  var tracer: Tracer?
  /// What becomes of floating-point errors: `np.errstate`.
  var floatErrors = FloatErrorModes()
  /// The functions that elements of arrays print with, by kinds of dtypes; None where there are none.
  var printFormatter = Value.nothing
  /// How arrays print.
  var printOptions = PrintOptions()
  /// The names that need no import.
  let builtins: Ref<ModuleObject>
  private var modules: [String: ModuleBox] = [:]
  /// What is still to be declared.
  private var pending = PendingDeclarations()
  /// `sys.modules`: what has been imported, by dotted name.
  var importedModules: Ref<DictionaryObject>
  /// The system's files; nil where programs have none.
  var files: (any FileSystem)?
  /// Members of modules that are made when they are first asked for, by their dotted names.
  var lazyMembers: [String: LazyMember] = [:]

  /// How a member of a module is made.
  struct LazyMember {
    let make: (Context) throws(Fault) -> Value
    init(_ make: @escaping (Context) throws(Fault) -> Value) { self.make = make }
  }
  /// What `atexit` was told: a function, its arguments, its named ones.
  var exitCalls = ValueList()
  /// What `gc.isenabled` says.
  var collectsCycles = true
  /// What has something left to do when the process ends: files with bytes to write.
  var unfinished: [ObjectIdentifier: WeakPayload] = [:]

  /// A native object's inside that may go away at any time.
  final class WeakPayload {
    weak var payload: NativePayload?
    init(_ payload: NativePayload) { self.payload = payload }
  }

  /// The modules that come with the interpreter as texts.
  var library: (any ModuleLibrary)?
  private var attributes: [AttributeOwner: [Symbol: AttributeBox]] = [:]
  /// What native types were asked for lately, by name and type.
  private var nativeAttributes = [NativeAttribute?](repeating: nil, count: 64)
  private var knowsNativeAttributes = false
  /// Members of classes that were looked up.
  let memberCache = MemberCache()
  /// Names as values, by the numbers of their symbols.
  let nameStrings = NameStrings()
  /// Methods of builtin types that are operations of the language, made when first asked for.
  var specialBuiltins: [SpecialBuiltinKey: SpecialBuiltinBox] = [:]
  /// Open `repr`s of containers, by address: an object inside itself prints as `[...]`.
  var openReprs: [Int] = []
  /// Calls from native code into bytecode that are open.
  var nesting = 0

  private final class ModuleBox {
    let module: Ref<ModuleObject>
    init(_ module: consuming Ref<ModuleObject>) { self.module = module }
  }

  private final class AttributeBox {
    let builtin: Ref<BuiltinObject>
    init(_ builtin: Builtin) { self.builtin = BuiltinObject.make(builtin) }
  }

  init(output: Output) {
    ObjectKinds.register()
    self.output = output
    builtins = Ref(ModuleObject("builtins"))
    importedModules = Ref(DictionaryObject())
  }

  // MARK: What the machine does

  /// Calls any callable with positional arguments.
  func call(_ callee: borrowing Value, _ arguments: consuming ValueList) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// Calls any callable with positional arguments and named ones.
  func call(
    _ callee: borrowing Value, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// What calling a type does.
  func constructor(of type: BuiltinType) -> Builtin? { nil }

  /// Calls with one argument.
  func call(_ callee: borrowing Value, _ argument: consuming Value) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// Calls with two arguments.
  func call(_ callee: borrowing Value, _ first: consuming Value, _ second: consuming Value) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// Runs a generator until it yields or ends; `value` is what its `yield` gives.
  func resume(_ generator: Unowned<GeneratorObject>, sending value: consuming Value) throws(Fault) -> Resumption {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// All that a generator still yields; nil where it has to be asked for one after the other.
  func collected(_ generator: Unowned<GeneratorObject>) throws(Fault) -> ValueList? { nil }

  /// Raises a fault where a generator waits, and runs it until it yields or ends.
  func resume(_ generator: Unowned<GeneratorObject>, throwing fault: Fault) throws(Fault) -> Resumption {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// Ends a generator where it waits, after what its handlers have to do.
  func close(_ generator: Unowned<GeneratorObject>) throws(Fault) {
    throw Fault(.systemError, "nothing can be called here")
  }
  /// Calls any callable with positional arguments and with those of a dictionary, by name.
  func call(
    _ callee: borrowing Value, _ arguments: consuming ValueList, keywords: borrowing Value
  ) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be called here")
  }

  /// A module that comes with the interpreter, imported.
  func importLibrary(_ name: String) throws(Fault) -> Value {
    throw Fault(.systemError, "nothing can be imported here")
  }

  /// The name of the module whose code runs.
  var callerModuleName: String? { nil }

  /// What Python 2 called by a name that a module lacks; nil where it had none, or the program is not of that age.
  func olderMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? { nil }

  /// The member of a native module that is written in the language; nil where it has none of that name.
  func libraryMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? { nil }

  /// The names of such members, those that nobody asked for yet too.
  func libraryNames(of module: String) -> [String] { [] }

  /// The method that Python 2 had by a name that a value lacks.
  func olderAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value? { nil }

  /// A safe point inside long native loops: throws KeyboardInterrupt after Ctrl-C.
  func checkInterrupt() throws(Fault) {}

  /// Warns the user, once for each line that does so.
  final func warn(_ kind: ExceptionKind, _ text: String) throws(Fault) {
    try warn(.type(.exception(kind)), text) { .exception(Ref(ExceptionObject(kind, [text]))) }
  }

  /// Warns the user at the place of the frame that is `level - 1` calls further out. `message` makes the exception that
  /// the warning is.
  func warn(
    _ category: borrowing Value, _ text: String, level: Int = 1, message: () -> Value
  ) throws(Fault) {}

  /// Shows warnings again that were shown once.
  func forgetWarnings() {}

  /// The exception that is being handled, or None.
  func currentException() -> Value { .nothing }

  // MARK: Modules

  /// The module of a dotted name.
  func module(_ name: String) -> Ref<ModuleObject>? {
    makeDeclarations(of: .module(name))
    return modules[name].map { $0.module.copy() }
  }

  /// The module of a dotted name, made when missing and bound in its parent.
  func makeModule(_ name: String) -> Ref<ModuleObject> {
    makeDeclarations(of: .module(name))
    if let box = modules[name] { return box.module.copy() }
    let module = Ref(ModuleObject(name))
    modules[name] = ModuleBox(module.copy())
    if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let parent = makeModule(String(name[..<dot]))
      parent.value.set(Symbol(String(name[name.utf8.index(after: dot)...])), .module(module.copy()))
    }
    return module
  }

  /// Makes a module known by another name, without a parent: NumPy as `autograd.numpy`.
  func provide(_ name: String, _ module: consuming Ref<ModuleObject>) { modules[name] = ModuleBox(module) }

  var moduleNames: Set<String> { Set(modules.keys).union(pending.moduleNames) }

  // MARK: Declarations

  /// Has declarations made when one of these modules or types is first asked for.
  func declareLater(_ owners: [String], when isAsked: @escaping () -> Void) { pending.add(owners, isAsked) }

  /// Makes all declarations that wait.
  func makeAllDeclarations() { while let next = pending.takeAny() { next() } }

  /// Makes the declarations that wait for a module or type; false where there are none.
  @discardableResult private func makeDeclarations(of owner: PendingDeclarations.Owner) -> Bool {
    var isAny = false
    while let next = pending.take(owner) {
      next()
      isAny = true
    }
    return isAny
  }

  // MARK: Attributes of values

  /// Declares a method or property of a type.
  func addAttribute(_ builtin: Builtin, to owner: AttributeOwner) {
    attributes[owner, default: [:]][Symbol(builtin.name)] = AttributeBox(builtin)
    if knowsNativeAttributes {
      nativeAttributes = Array(repeating: nil, count: 64)
      knowsNativeAttributes = false
    }
  }

  /// The method or property of a type that has this name.
  func attribute(_ name: Symbol, of owner: AttributeOwner) -> Unowned<BuiltinObject>? {
    guard case .native(let type) = owner else {
      if let found = attributes[owner]?[name] { return found.builtin.unowned }
      return makeDeclarations(of: .type(owner)) ? attribute(name, of: owner) : nil
    }
    let place = (name.id &* 31 &+ Int(type.ordinal)) & 63
    if let known = nativeAttributes[place], known.name == name, known.type == type { return known.builtin }
    guard let found = attributes[owner]?[name] else {
      return makeDeclarations(of: .type(owner)) ? attribute(name, of: owner) : nil
    }
    knowsNativeAttributes = true
    nativeAttributes[place] = NativeAttribute(name: name, type: type, builtin: found.builtin.unowned)
    return found.builtin.unowned
  }

  /// The names of a type's methods and properties, sorted.
  func attributeNames(of owner: AttributeOwner) -> [String] {
    makeDeclarations(of: .type(owner))
    return (attributes[owner] ?? [:]).keys.map(\.name).sorted()
  }
}

/// A method or property of a native type, as it was found.
private struct NativeAttribute {
  let name: Symbol
  let type: NativeType
  let builtin: Unowned<BuiltinObject>
}
