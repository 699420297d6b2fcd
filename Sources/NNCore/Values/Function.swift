import NNSyntax

/// Where an exception raised at an instruction in `start..<end` goes: registers from `register` up are released and
/// `register` takes the exception. In `target..<handlingEnd` it is being handled, as long as the register holds it.
struct Handler {
  let start: Int
  let end: Int
  let target: Int
  let register: Int
  let handlingEnd: Int

  @inline(__always) func covers(_ offset: Int) -> Bool { offset >= start && offset < end }
  @inline(__always) func handles(_ offset: Int) -> Bool { offset >= target && offset < handlingEnd }
}

/// Where a closure finds a variable when it is made: a cell in its maker's register, or one of the maker's captures.
/// Where the variable is never bound again, its value stands in the place of the cell.
struct Capture {
  let name: Symbol
  let isLocal: Bool
  let isValue: Bool
  let index: Int
}

/// The parameters of a compiled function, in the order of its first registers.
struct Signature {
  var names: [Symbol] = []
  var positionalOnly = 0
  /// Parameters that can be given by position, the positional-only ones included.
  var positional = 0
  var keywordOnly = 0
  var isVariadic = false
  var isKeywordVariadic = false

  /// The registers that the parameters take: the named ones, then `*args`, then `**kwargs`.
  var registerCount: Int { names.count + (isVariadic ? 1 : 0) + (isKeywordVariadic ? 1 : 0) }
  var variadicRegister: Int { names.count }
  var keywordVariadicRegister: Int { names.count + (isVariadic ? 1 : 0) }
}

/// What binding has to know of a function's parameters, without counting references.
struct ParameterTable {
  /// Parameters that can be given by position.
  let positional: Int
  let positionalOnly: Int
  /// All that have names.
  let count: Int
  let isVariadic: Bool
  let isKeywordVariadic: Bool
  private let names: Window<Symbol>

  init(_ signature: Signature, _ names: Window<Symbol>) {
    positional = signature.positional
    positionalOnly = signature.positionalOnly
    count = signature.names.count
    isVariadic = signature.isVariadic
    isKeywordVariadic = signature.isKeywordVariadic
    self.names = names
  }

  /// The parameter that can be given by a name, and likely is a certain one.
  @inline(__always) func index(of name: Symbol, likely: Int) -> Int? {
    likely >= positionalOnly && likely < count && names[likely] == name ? likely : index(of: name)
  }

  /// The parameter that can be given by a name.
  @inline(__always) func index(of name: Symbol) -> Int? {
    var index = positionalOnly
    while index < count {
      if names[index] == name { return index }
      index &+= 1
    }
    return nil
  }
}

/// What each function made from a body takes over from it.
struct FunctionHead {
  let start: Window<Instruction>
  let constants: Registers?
  let caches: Window<InlineCache>
  let registerCount: Int32
  /// The number of arguments of the fast path; -1 when every call has to be bound.
  let arity: Int32
  let isGenerator: Bool
}

/// A compiled body, shared by the functions made from it.
struct Code: Object, ~Copyable {
  static var kind: Kind { .code }
  let head: FunctionHead
  let name: String
  let documentation: String?
  let signature: Signature
  let registerCount: Int
  let instructions: Buffer<Instruction>
  /// The source of each instruction.
  let spans: [Span]
  let source: SourceText
  let constants: ValueList
  /// Innermost first.
  let handlers: [Handler]
  let captures: [Capture]
  /// The names of locals, for error messages.
  let localNames: [Symbol]
  let caches: Buffer<InlineCache>
  /// Captures, handlers and the parameters' names once more, for fast loops; name, source and spans for tracebacks.
  let captureTable: Buffer<Capture>
  let handlerTable: Buffer<Handler>
  let traced: TracedBody
  /// Whether generator expressions run in place here.
  let hasFolds: Bool
  let parameterNames: Buffer<Symbol>
  let parameters: ParameterTable
  /// The keyword names of the calls in this code.
  let keywordNames: Buffer<Symbol>
  /// The place of the whole function or module.
  let span: Span
  /// Whether a call makes a generator.
  let isGenerator: Bool
  /// The name with those of the classes and functions around: `C.method`, `f.<locals>.g`.
  let qualifiedName: String
  /// What makes the code that belongs here, where the body has not been compiled.
  var deferred: DeferredCode?

  /// Lets it store attributes as `object.__setattr__` does.
  borrowing func storePlainly() {
    deferred?.storesPlainly = true
    for index in 0..<instructions.count where instructions.window[index].opcode == .setAttribute {
      instructions.window[index].n = 1
    }
  }

  init(
    name: String, documentation: String?, signature: Signature, registerCount: Int,
    instructions: consuming Buffer<Instruction>, spans: [Span], source: SourceText, constants: consuming ValueList,
    handlers: [Handler], folds: [FoldedLoop] = [], captures: [Capture], localNames: [Symbol],
    caches: consuming Buffer<InlineCache>,
    keywordNames: consuming Buffer<Symbol>, span: Span, isGenerator: Bool = false, qualifiedName: String = ""
  ) {
    self.isGenerator = isGenerator
    self.qualifiedName = qualifiedName
    self.name = name
    self.documentation = documentation
    self.signature = signature
    self.registerCount = registerCount
    self.instructions = instructions
    self.spans = spans
    self.source = source
    self.constants = constants
    self.handlers = handlers
    self.captures = captures
    captureTable = Buffer(captures)
    handlerTable = Buffer(handlers)
    hasFolds = !folds.isEmpty
    traced = TracedBody(function: name, source: source, spans: spans, folds: folds)
    parameterNames = Buffer(signature.names)
    parameters = ParameterTable(signature, parameterNames.window)
    self.localNames = localNames
    self.caches = caches
    self.keywordNames = keywordNames
    self.span = span
    let isPlain = !parameters.isVariadic && !parameters.isKeywordVariadic && parameters.count == parameters.positional
    head = FunctionHead(
      start: self.instructions.window, constants: self.constants.registers, caches: self.caches.window,
      registerCount: Int32(truncatingIfNeeded: registerCount),
      arity: isPlain ? Int32(truncatingIfNeeded: parameters.positional) : -1, isGenerator: isGenerator)
  }
}

extension Code {
  /// Whether a local variable stands in a cell, which functions inside share.
  borrowing func hasCell(_ register: Int) -> Bool {
    for index in 0..<instructions.count {
      let instruction = instructions[index]
      switch instruction.opcode {
      case .makeCell: if instruction.A == register { return true }
      case .clear: break
      default: return false
      }
    }
    return false
  }

  /// Whether functions inside capture a local variable, in a cell or as a value.
  borrowing func isCaptured(_ register: Int) -> Bool {
    for index in 0..<constants.count {
      guard let inner = constants[index].asCode else { continue }
      if inner.value.captures.contains(where: { $0.isLocal && $0.index == register }) { return true }
    }
    return false
  }
}

/// What few functions have: names and attributes that a program has given them.
final class FunctionExtras {
  /// Unbound: that of the code.
  var documentation = Value.unbound
  var name = Value.unbound
  var qualifiedName = Value.unbound
  var module = Value.unbound
  var annotations = Value.unbound
  /// The attributes, a dictionary.
  var dictionary = Value.unbound

  func traverse(_ visitor: inout Visitor) {
    visitor.visit(documentation)
    visitor.visit(name)
    visitor.visit(qualifiedName)
    visitor.visit(module)
    visitor.visit(annotations)
    visitor.visit(dictionary)
  }
}

/// The code of a function of the library whose body is compiled when it is first called. The compiler has the subclass.
class DeferredCode {
  /// Whether it will store attributes as `object.__setattr__` does.
  var storesPlainly = false
}

/// A function: code with its defaults, captured cells and global variables. What the loop needs is copied from the
/// code, so that it is one load away.
struct Function: Object, ~Copyable {
  static var kind: Kind { .function }
  private(set) var code: Ref<Code>
  private(set) var start: Window<Instruction>
  private(set) var constants: Registers
  private(set) var caches: Window<InlineCache>
  private var counts: (registers: Int32, arity: Int32)
  /// Whether a call makes a generator.
  let isGenerator: Bool
  let globals: Registers
  let module: Ref<ModuleObject>
  var defaults: ValueList
  /// Of the keyword-only parameters, unbound where there is none.
  var keywordDefaults: ValueList
  /// Cells, and values that need none.
  var captures: ValueList
  var extras: FunctionExtras?

  init(
    _ code: consuming Ref<Code>, module: consuming Ref<ModuleObject>, defaults: consuming ValueList = ValueList(),
    keywordDefaults: consuming ValueList = ValueList(), captures: consuming ValueList = ValueList()
  ) {
    start = code.value.head.start
    // A body always has a constant, so there is a window.
    constants = code.value.head.constants ?? module.value.window
    caches = code.value.head.caches
    counts = (code.value.head.registerCount, code.value.head.arity)
    isGenerator = code.value.head.isGenerator
    self.code = code
    globals = module.value.window
    self.module = module
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.captures = captures
  }

  var registerCount: Int { @inline(__always) get { Int(counts.registers) } }
  /// The number of arguments of the fast path; -1 when every call has to be bound.
  var arity: Int { @inline(__always) get { Int(counts.arity) } }
  var parameters: ParameterTable { @inline(__always) get { code.value.parameters } }

  /// Takes the code of a body that was compiled late; the parameters are the same.
  mutating func complete(_ code: consuming Ref<Code>) {
    start = code.value.instructions.window
    constants = code.value.constants.registers ?? module.value.window
    caches = code.value.caches.window
    counts.registers = Int32(truncatingIfNeeded: code.value.registerCount)
    self.code = code
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(defaults)
    visitor.visit(keywordDefaults)
    visitor.visit(module)
    visitor.visit(captures)
    extras?.traverse(&visitor)
  }

  mutating func clear() {
    extras = nil
    defaults.removeAll()
    keywordDefaults.removeAll()
    captures.removeAll()
  }
}
