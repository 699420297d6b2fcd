import NNKernels
import NNSyntax

/// The register machine: runs bytecode, calls functions, unwinds frames.
final class Machine: Context {
  /// Registers that every call leaves free above its frame, for native code's small calls.
  static let spareRegisters = 64
  private static let registerCount = 1 << 22
  private static let frameCount = 10_000

  private let registers: RegisterStack
  let registerLimit: Registers
  let frames: FrameStack
  /// The values of the builtins, by their slots.
  private(set) var builtinWindow: Registers
  /// Stands for native code among the frames.
  let native: Ref<Function>
  /// What calling a type does: `int("3")`.
  private var constructors: [BuiltinType: Constructor] = [:]
  /// The same of the commonest types, by their ordinals.
  let plainConstructors = Buffer<Unowned<BuiltinObject>?>(count: BuiltinType.ordinals, repeating: nil)
  /// The module whose statements run at top level.
  private(set) var main: Ref<ModuleObject>
  /// Whether integers are divided as in Python 2.
  var floorsDivision = false
  /// Whether the main module starts with the array names.
  var mainHasBareNames = false
  /// The members of native modules that are written in the language.
  lazy var libraryIndex = LibraryIndex(library?.members ?? [])
  /// Makes the module of the names that `.nn` files start with, Python's among them; called once, when first needed.
  var bareNamesMaker: ((Machine) -> Ref<ModuleObject>)?
  private var madeBareNames: Ref<ModuleObject>
  /// Handles `%` and `!` lines; before one whose value is wanted stands `=`.
  var magicHandler: ((Machine, String) throws(Fault) -> Value)?
  /// The list of the `%` lines there are.
  var magicList: (() -> Value)?
  /// Runs a text as a cell, which may begin with an instruction such as `%%time`.
  var cellHandler: ((SourceText) throws(Fault) -> Void)?
  /// What a prompt remembers.
  let session = SessionRecord()
  /// Gets each warning's category and text with its place; the command writes it to standard error.
  var warningHandler: ((Warning) -> Void)?
  var shownWarnings: Set<Warning> = []
  /// `Interrupts.flag`, at hand for each nested run.
  var interrupt = InterruptFlag.never
  /// How many exceptions are being handled in the frames, or more: a suspended generator's count too.
  var handlingCount = 0
  /// Gets each error that nothing can catch, since it happened while an object was let go.
  var unraisableHandler: ((Fault, borrowing Value) -> Void)?

  /// Called with the value of an expression statement at a prompt or at a cell's end.
  var displayHandler: ((Machine, borrowing Value) throws(Fault) -> Void)?

  /// A builtin that makes values of a type.
  private final class Constructor {
    let builtin: Ref<BuiltinObject>
    init(_ builtin: Builtin) { self.builtin = BuiltinObject.make(builtin) }
  }

  override init(output: Output) {
    registers = RegisterStack(count: Machine.registerCount)
    registerLimit = registers.limit
    builtinWindow = registers.bottom
    // Instructions copy values all the time: two words, not three.
    ObjectKinds.register()
    precondition(ValueBits.areAsExpected)
    native = Machine.nativeFunction(keywordNames: [], in: Ref(ModuleObject("<native>")))
    main = Ref(ModuleObject("__main__"))
    madeBareNames = Ref(ModuleObject("builtins"))
    let bottom = Frame(
      programCounter: ProgramCounter(native.value.start), base: registers.bottom, top: registers.bottom.window(1),
      function: native.unowned, destination: 0)
    frames = FrameStack(depth: Machine.frameCount, bottom: bottom)
    super.init(output: output)
    builtinWindow = builtins.value.window
  }

  /// A function without instructions of its own, for the frames of native callers.
  static func nativeFunction(keywordNames: [Symbol], in module: consuming Ref<ModuleObject>) -> Ref<Function> {
    var constants = ValueList()
    constants.append(.nothing)
    let code = Code(
      name: "<native>", documentation: nil, signature: Signature(), registerCount: 0,
      instructions: Buffer([Instruction(.return)]), spans: [Span(start: 0, end: 0)],
      source: SourceText(name: "<native>", ""), constants: constants, handlers: [], captures: [], localNames: [],
      caches: Buffer([]), keywordNames: Buffer(keywordNames), span: Span(start: 0, end: 0))
    return Ref(Function(Ref(code), module: module))
  }

  // MARK: Running programs

  /// Begins a namespace without variables, as at the start of a program; modules that come with the interpreter may
  /// stay imported.
  func startNamespace(keepingLibrary: Bool = false) {
    let before = importedModules.copy()
    main = newModule("__main__", file: nil, folders: nil)
    dropUnfinished()
    main.value.set(.packageName, .nothing)
    main.value.hasBareNames = mainHasBareNames
    printOptions = PrintOptions()
    printFormatter = .nothing
    importedModules = Ref(DictionaryObject())
    let system = makeModule("sys")
    system.value.set(Symbol("modules"), .dictionary(importedModules.copy()))
    for (name, module) in [("sys", system.unowned), ("builtins", builtins.unowned), ("__main__", main.unowned)] {
      // A string has a hash, so nothing can fail.
      try? setImported(name, .module(module.owned()))
    }
    if keepingLibrary { importLibrary(of: before) }
  }

  /// The names that `.nn` files start with.
  func bareNames() -> Ref<ModuleObject> {
    if let maker = bareNamesMaker {
      bareNamesMaker = nil
      madeBareNames = maker(self)
    }
    return madeBareNames.copy()
  }

  /// Compiles and runs a module's text in the main module.
  func execute(_ source: SourceText, mode: CompilationMode, options: ParserOptions) throws(Fault) {
    try run(source, in: main, mode: mode, options: options)
  }

  /// Compiles and runs a text in a module.
  func run(
    _ source: SourceText, in module: borrowing Ref<ModuleObject>, mode: CompilationMode, options: ParserOptions
  ) throws(Fault) {
    let tree: Module
    var options = options
    options.isTrusted = module.value.isBundled
    do throws(Diagnostic) {
      tree = try Parser.parseEither(source, options: options)
    } catch {
      throw Fault(error, in: source)
    }
    if mode == .program {
      module.value.set(.documentationName, tree.statements.documentation.map { .string($0) } ?? .nothing)
    }
    _ = try run(tree, source, in: module, mode: mode)
  }

  /// Compiles and runs a tree in a module; returns what an expression's value is.
  func run(
    _ tree: Module, _ source: SourceText, in module: borrowing Ref<ModuleObject>, mode: CompilationMode
  ) throws(Fault) -> Value {
    let code: Code
    let isBundled = module.value.isBundled
    module.value.divisionFlags =
      floorsDivision && !isBundled
      ? OperandFlags.floorsDivision : tree.isPython2 && mode == .program ? OperandFlags.warnsOfDivision : 0
    do throws(Diagnostic) {
      code = try Compiler.compile(tree, source: source, mode: mode, into: module.unowned)
    } catch {
      throw Fault(error, in: source)
    }
    return try execute(code, in: module)
  }

  /// Runs a compiled module.
  func execute(_ code: consuming Code, in module: borrowing Ref<ModuleObject>) throws(Fault) -> Value {
    let function = Ref(Function(Ref(code), module: module.copy()))
    let below = frames.current
    var T = below.frame.top
    T.set(0, .function(function.copy()))
    let top = T
    below.frame.top = T.window(1)
    defer {
      below.frame.top = top
      T.set(0, .nothing)
    }
    try push(function.unowned, base: T.window(1), destination: 0)
    return try run()
  }

  override func libraryMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    try findLibraryMember(module, name)
  }

  /// Notes what calling a type does.
  func setConstructor(_ builtin: Builtin, of type: BuiltinType) {
    let constructor = Constructor(builtin)
    constructors[type] = constructor
    if type.ordinal >= 0 { plainConstructors[type.ordinal] = constructor.builtin.unowned }
  }

  /// What calling a type does; nil where it makes no values.
  func constructorObject(of type: BuiltinType) -> Unowned<BuiltinObject>? {
    if let known = constructors[type] { return known.builtin.unowned }
    if case .exception(let kind) = type {
      setConstructor(Builtin.exceptionType(kind), of: type)
    } else {
      // A type whose module nobody has asked for.
      makeAllDeclarations()
    }
    return constructors[type]?.builtin.unowned
  }

  override func constructor(of type: BuiltinType) -> Builtin? { constructorObject(of: type)?.value.builtin }

  override func libraryNames(of module: String) -> [String] { libraryIndex.names(of: module) }

  override func olderMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    try findOlderMember(module, name)
  }

  override func olderAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value? {
    try findOlderAttribute(value, name)
  }

  override func call(_ callee: borrowing Value, _ arguments: consuming ValueList) throws(Fault) -> Value {
    try callFromNative(callee, arguments)
  }

  override func call(
    _ callee: borrowing Value, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    try callFromNative(callee, arguments, names, named)
  }

  override func call(_ callee: borrowing Value, _ argument: consuming Value) throws(Fault) -> Value {
    try callFromNative(callee, argument, .unbound)
  }

  override func call(
    _ callee: borrowing Value, _ first: consuming Value, _ second: consuming Value
  ) throws(Fault) -> Value {
    try callFromNative(callee, first, second)
  }

  override func resume(
    _ generator: Unowned<GeneratorObject>, sending value: consuming Value
  ) throws(Fault) -> Resumption {
    try resumeNested(generator, sending: value)
  }

  override func collected(_ generator: Unowned<GeneratorObject>) throws(Fault) -> ValueList? {
    try collectNested(generator)
  }

  override func resume(_ generator: Unowned<GeneratorObject>, throwing fault: Fault) throws(Fault) -> Resumption {
    try raise(fault, in: generator)
  }

  override func close(_ generator: Unowned<GeneratorObject>) throws(Fault) { try closeNested(generator) }

  override func call(
    _ callee: borrowing Value, _ arguments: consuming ValueList, keywords: borrowing Value
  ) throws(Fault) -> Value {
    try callFromNative(callee, arguments, keywords: keywords)
  }

  override var callerModuleName: String? {
    let module = frames.current.frame.function.value.module.unowned
    return module.value.value(of: .nameName)?.asString.map { $0.value.text.string } ?? module.value.name
  }

  // MARK: Safe points

  /// Whether something waits for the next safe point.
  var needsService: Bool { @inline(__always) get { Heap.needsService || interrupt.isRaised } }

  /// A safe point: nothing is half done. Throws KeyboardInterrupt after Ctrl-C, collects cycles.
  @inline(never) func service() throws(Fault) {
    try checkInterrupt()
    if Heap.needsService {
      Heap.needsService = false
      if Heap.untilCollection <= 0 { CycleCollector.collectSome() }
      BlockPool.keepReserve()
      while let object = Heap.takeUnfinished() { finalize(object) }
    }
  }

  override func importLibrary(_ name: String) throws(Fault) -> Value { try importModule(name) }

  override func checkInterrupt() throws(Fault) {
    try Interrupts.check()
  }

  // MARK: Warnings and exceptions

  override func warn(
    _ category: borrowing Value, _ text: String, level: Int = 1, message: () -> Value
  ) throws(Fault) {
    try issueWarning(category, text, level: level, message: message)
  }

  override func forgetWarnings() { shownWarnings = [] }

  override func currentException() -> Value {
    guard let exception = handledException() else { return .nothing }
    return .exception(exception.owned())
  }
}
