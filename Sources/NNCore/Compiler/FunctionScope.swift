import NNSyntax

/// Where a name's value is.
enum VariablePlace {
  case register(Int)
  /// A register that holds a cell.
  case cell(Int)
  /// One of the function's captures.
  case capture(Int)
  case global
}

/// The variables of one body: a module, a function or a lambda. Comprehensions run in the registers of the body
/// around them, in a block of their own names (as CPython 3.12 does, PEP 709).
final class FunctionScope {
  let parent: FunctionScope?
  let use: NameUse?
  private(set) var registers: [String: Int] = [:]
  private var cells: Set<String> = []
  private(set) var captures: [Capture] = []
  private var captureIndex: [String: Int] = [:]
  /// The names of the registers of locals.
  private(set) var localNames: [Symbol] = []
  private var blocks: [Block] = []

  private struct Block {
    var registers: [String: Int]
    var cells: Set<String>
  }

  /// The scope of a module, whose names are global.
  init() {
    parent = nil
    use = nil
  }

  /// The scope of a function: parameters take the first registers in their order, other locals those behind.
  init(parent: FunctionScope, use: NameUse, parameters: [String]) {
    self.parent = parent
    self.use = use
    for name in parameters { declare(name, use) }
    for name in use.bound where registers[name] == nil && use.binds(name) { declare(name, use) }
  }

  private func declare(_ name: String, _ use: NameUse) {
    registers[name] = localNames.count
    localNames.append(Symbol(name))
    if use.nestedFree.contains(name) { cells.insert(name) }
  }

  var isModule: Bool { use == nil }
  /// Parameters and locals that functions inside share: the body makes cells for them at its start.
  var cellRegisters: [Int] { cells.compactMap { registers[$0] }.sorted() }

  func place(of name: String) -> VariablePlace {
    for block in blocks.reversed() {
      if let register = block.registers[name] {
        return block.cells.contains(name) ? .cell(register) : .register(register)
      }
    }
    guard let use else { return .global }
    if use.globals.contains(name) { return .global }
    if let register = registers[name] { return cells.contains(name) ? .cell(register) : .register(register) }
    if let index = capture(name) { return .capture(index) }
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

  /// How a function made in this scope gets hold of a variable.
  private func captureSource(_ name: String) -> Capture? {
    for block in blocks.reversed() {
      if let register = block.registers[name] { return Capture(isLocal: true, index: register) }
    }
    guard let use, !use.globals.contains(name) else { return nil }
    if let register = registers[name] { return Capture(isLocal: true, index: register) }
    return capture(name).map { Capture(isLocal: false, index: $0) }
  }

  /// Opens the block of a comprehension.
  func push(registers: [String: Int], cells: Set<String>) { blocks.append(Block(registers: registers, cells: cells)) }
  func pop() { blocks.removeLast() }
}
