import NNSyntax

/// Where a name's value is.
enum VariablePlace {
  case register(Int)
  /// A register that holds a cell.
  case cell(Int)
  /// A cell among the function's captures.
  case capture(Int)
  /// A value among them.
  case capturedValue(Int)
  case global
  /// In the namespace of the class whose body this is.
  case namespace
}

/// The variables of one body: a module, a function, a lambda or a class, whose names stand in a namespace and are seen
/// by no function inside. Comprehensions run in the registers of the body
/// around them, in a block of their own names (as CPython 3.12 does, PEP 709).
final class FunctionScope {
  let parent: FunctionScope?
  let use: NameUse?
  /// The name of the body with those of the classes and functions around; empty for a module.
  let qualifiedName: String
  private(set) var registers: [String: Int] = [:]
  private var cells: Set<String> = []
  private(set) var captures: [Capture] = []
  private var captureIndex: [String: Int] = [:]
  /// The names of the registers of locals.
  private(set) var localNames: [Symbol] = []
  private var blocks: [Block] = []
  /// Whether register 0 is a parameter that is given by position.
  var hasReceiver = false

  /// How many calls that run a generator expression in place are around.
  var foldDepth = 0

  private struct Block {
    var registers: [String: Int]
    var cells: Set<String>
  }

  /// The scope of a module, whose names are global.
  init() {
    parent = nil
    use = nil
    qualifiedName = ""
  }

  /// The scope of a class: its namespace is register 0, the cell of `__class__` register 1 where a method asks for it.
  init(parent: FunctionScope, classUse use: NameUse, name: String) {
    self.parent = parent
    self.use = use
    foldDepth = parent.foldDepth
    qualifiedName = parent.qualifiedName(of: name)
    registers[FunctionScope.namespaceName] = 0
    localNames.append(Symbol(FunctionScope.namespaceName))
    if use.nestedFree.contains(FunctionScope.classCellName) { declare(FunctionScope.classCellName, use) }
  }

  /// No name of a program: that of a class body's register 0.
  static let namespaceName = ".namespace"
  /// No name of a program either: the dictionary that texts run in, in functions that may run some.
  static let localsName = ".locals"
  static let classCellName = "__class__"

  /// The qualified name of a function or class that is defined here.
  func qualifiedName(of name: String) -> String {
    guard let use, !use.globals.contains(name) else { return name }
    return qualifiedName + (use.isClass ? "." : ".<locals>.") + name
  }

  /// The scope of a function: parameters take the first registers in their order, other locals those behind.
  init(parent: FunctionScope, use: NameUse, name: String, parameters: [String]) {
    self.parent = parent
    self.use = use
    foldDepth = parent.foldDepth
    qualifiedName = parent.qualifiedName(of: name)
    for name in parameters { declare(name, use) }
    for name in use.bound where registers[name] == nil && use.binds(name) { declare(name, use) }
    if use.runsText { declare(FunctionScope.localsName, use) }
    if use.isClass || parent.capturesNothing { return }
    if parent.isClass, parent.blocks.isEmpty, parent.parent?.capturesNothing ?? false {
      if use.takes(FunctionScope.classCellName) { _ = capture(FunctionScope.classCellName) }
      return
    }
    // In the order of their names, whatever order the body is compiled in.
    for name in use.free.sorted() where !use.globals.contains(name) { _ = capture(name) }
  }

  /// Whether functions that are made here find all names outside themselves in the module.
  private var capturesNothing: Bool { isModule && blocks.isEmpty }

  private func declare(_ name: String, _ use: NameUse) {
    registers[name] = localNames.count
    localNames.append(Symbol(name))
    if use.nestedFree.contains(name), !use.isSteady(name) { cells.insert(name) }
  }

  var isModule: Bool { use == nil }
  var isClass: Bool { use?.isClass ?? false }
  /// Parameters and locals that functions inside share: the body makes cells for them at its start.
  var cellRegisters: [Int] { cells.compactMap { registers[$0] }.sorted() }

  func place(of name: String) -> VariablePlace {
    let name = use?.mangled(name) ?? name
    for block in blocks.reversed() {
      if let register = block.registers[name] {
        return block.cells.contains(name) ? .cell(register) : .register(register)
      }
    }
    guard let use else { return .global }
    if use.globals.contains(name) { return .global }
    if use.isClass && blocks.isEmpty && !use.nonlocals.contains(name) { return .namespace }
    if !use.isClass, let register = registers[name] {
      return cells.contains(name) ? .cell(register) : .register(register)
    }
    if let index = capture(name) { return captures[index].isValue ? .capturedValue(index) : .capture(index) }
    return .global
  }

  /// The capture of the class around a method, where `super()` here means the method's first parameter.
  func superCapture() -> Int? {
    guard let use, hasReceiver, !use.isClass, blocks.isEmpty, foldDepth == (parent?.foldDepth ?? 0),
      case .global = place(of: "super"),
      case .capture(let index) = place(of: FunctionScope.classCellName)
    else { return nil }
    return index
  }

  /// Where a name of a class's body is looked up that its namespace does not have.
  func placeBehindNamespace(of name: String) -> VariablePlace {
    let name = use?.mangled(name) ?? name
    if use?.binds(name) != true, let index = capture(name) { return .capture(index) }
    return .global
  }

  /// The index of a capture of a variable of an enclosing function; nil when none binds the name.
  private func capture(_ name: String) -> Int? {
    if let index = captureIndex[name] { return index }
    guard let found = parent?.captureSource(name) else { return nil }
    captures.append(found)
    captureIndex[name] = captures.count - 1
    return captures.count - 1
  }

  /// The capture of `__class__` for a method that needs it; empty outside of a class's body.
  var classCapture: [Capture] {
    guard let register = registers[FunctionScope.classCellName] else { return [] }
    return [localCapture(FunctionScope.classCellName, register, inCell: cells)]
  }

  /// How a function made in this scope gets hold of a variable.
  private func captureSource(_ name: String) -> Capture? {
    for block in blocks.reversed() {
      if let register = block.registers[name] { return localCapture(name, register, inCell: block.cells) }
    }
    guard let use, use.isClass || !use.globals.contains(name) else { return nil }
    if let register = registers[name] { return localCapture(name, register, inCell: cells) }
    return capture(name).map {
      Capture(name: Symbol(name), isLocal: false, isValue: captures[$0].isValue, index: $0)
    }
  }

  private func localCapture(_ name: String, _ register: Int, inCell cells: Set<String>) -> Capture {
    Capture(name: Symbol(name), isLocal: true, isValue: !cells.contains(name), index: register)
  }

  /// Opens the block of a comprehension.
  func push(registers: [String: Int], cells: Set<String>) { blocks.append(Block(registers: registers, cells: cells)) }
  func pop() { blocks.removeLast() }
  var isInComprehension: Bool { !blocks.isEmpty }
  /// Whether a register holds a variable of a comprehension that is open.
  func isOfComprehension(_ register: Int) -> Bool {
    blocks.contains { $0.registers.values.contains(register) }
  }
}
