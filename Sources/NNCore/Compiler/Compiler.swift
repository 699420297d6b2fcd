import NNSyntax

/// What a program text is compiled as.
enum CompilationMode {
  case program
  /// The value of a last expression is shown, as in a notebook's cell.
  case cell
  /// The value of every expression statement is shown, as at a prompt.
  case interactive
  /// The same through `sys.displayhook`: of a text that the program has compiled.
  case shown
  /// One expression, whose value the code returns.
  case expression
}

/// Compiles the tree of a module into bytecode.
enum Compiler {
  /// Whether each statement says when it begins, for `%prun`.
  static var probesStatements = false

  /// The code of a module. Names are given slots in `module` on the way.
  static func compile(
    _ tree: Module, source: SourceText, mode: CompilationMode, into module: Unowned<ModuleObject>
  ) throws(Diagnostic) -> Code {
    let span = Span(start: 0, end: source.endOffset)
    return try compileBody(span) { (usesShortJumps) throws(Diagnostic) in
      var compiler = BodyCompiler(
        scope: FunctionScope(), source: source, module: module, usesShortJumps: usesShortJumps)
      try compiler.compileModule(tree.statements, mode: mode)
      return try compiler.finish(name: "<module>", signature: Signature(), span: span)
    }
  }

  /// Compiles with 16-bit jumps, and again without them where one was too short.
  static func compileBody(
    _ span: Span, _ attempt: (_ usesShortJumps: Bool) throws(Diagnostic) -> BodyCompiler.Outcome
  ) throws(Diagnostic) -> Code {
    switch try attempt(true) {
    case .code(let code): return code
    case .overlongJump: break
    }
    switch try attempt(false) {
    case .code(let code): return code
    case .overlongJump: throw Diagnostic(.syntaxError, "the body of this loop is too long", at: span)
    }
  }
}

/// Compiles one body: registers, jumps and loops of a module, function or lambda. The kinds of construct stand in
/// extensions.
struct BodyCompiler: ~Copyable {
  /// A body's code, or that it has to be compiled again.
  enum Outcome: ~Copyable {
    case code(Code)
    case overlongJump
  }

  /// The jumps out of the innermost loop that wait for their target.
  struct Loop {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  var builder = CodeBuilder()
  let scope: FunctionScope
  let source: SourceText
  let module: Unowned<ModuleObject>
  let usesShortJumps: Bool
  var loops: [Loop] = []
  /// The call for which the next comprehension runs in the place of a generator expression.
  var pendingFold: Span?
  /// What that call begins with, if it is one of `sum`.
  var pendingStart: Expression?
  /// The jumps out of the loops of a fold, and the registers in which its loops keep what they go through.
  var foldExits: [Int] = []
  var loopStates: [Int] = []
  /// What has to happen on the way out of the statements around, outermost first.
  var cleanups: [Cleanup] = []
  /// How many `try` and `with` statements are around: an exception in them may go on in this body.
  var protection = 0
  /// Locals that certainly have a value here; others are checked where they are read.
  var assigned: Set<Int> = []
  /// Locals that some `del` unbinds: always checked.
  var neverCertain: Set<String> = []
  /// Locals that some instruction checks: they begin unbound.
  var checked: Set<Int> = []
  private var nextRegister: Int
  private var registerCount: Int
  /// Registers among the temporaries that hold variables of comprehensions or the state of loops.
  var pinned: Set<Int> = []
  /// Locals that are read for the last time in the expression that is compiled.
  var dying: Set<Int> = []
  /// Whether some global name had no room in the module.
  var hasTooManyNames = false
  var documentation: String?
  /// How the values of a module's expression statements are shown; nil where they are not.
  var showing: CompilationMode?
  /// Whether the body has a `yield`: its calls make generators.
  var isGenerator: Bool { scope.use?.hasYield ?? false }

  init(scope: FunctionScope, source: SourceText, module: Unowned<ModuleObject>, usesShortJumps: Bool) {
    self.scope = scope
    self.source = source
    self.module = module
    self.usesShortJumps = usesShortJumps
    nextRegister = scope.localNames.count
    registerCount = nextRegister
  }

  // MARK: Registers

  /// The first register that holds no local: those from here on are temporaries.
  var firstTemporary: Int { scope.localNames.count }
  func isTemporary(_ register: Int) -> Bool {
    (register >= firstTemporary && !pinned.contains(register)) || dying.contains(register)
  }

  /// The next free register; what is above a mark is free again after `release`.
  mutating func allocate(_ count: Int = 1) -> Int {
    nextRegister += count
    registerCount = max(registerCount, nextRegister)
    return nextRegister - count
  }
  var mark: Int { nextRegister }
  mutating func release(to mark: Int) { nextRegister = mark }

  /// Begins to count how many registers a part of the body takes; gives how many there were before.
  mutating func countTemporariesAnew() -> Int {
    let used = registerCount
    registerCount = nextRegister
    return used
  }

  /// Ends that: where the part's registers end.
  mutating func endTemporaries(_ used: Int) -> Int {
    let end = registerCount
    registerCount = max(used, end)
    return end
  }

  /// The bits that say which operands of an instruction die with it.
  func flags(_ left: Int, _ right: Int) -> Int {
    (isTemporary(left) ? OperandFlags.leftIsTemporary : 0) | (isTemporary(right) ? OperandFlags.rightIsTemporary : 0)
  }

  // MARK: Emitting

  /// The place of an attribute that stands on another line than its value begins: the line of its name.
  func lineSpan(_ span: Span, of name: Span) -> Span {
    let between = source.bytes[Int(span.start)..<max(Int(span.start), Int(name.start))]
    return between.contains(UInt8(ascii: "\n")) ? Span(start: name.start, end: span.end) : span
  }

  mutating func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, n: Int = 0, at span: Span) {
    let opcode = opcode == .return && isGenerator ? .finishGenerator : opcode
    let isDivision = opcode == .divide || opcode == .divideConstant
    builder.emit(Instruction(opcode, a, b, c, n: isDivision ? n | module.value.divisionFlags : n), span)
  }

  mutating func emit(_ opcode: Opcode, _ a: Int, wide: Int, at span: Span) {
    builder.emit(Instruction(opcode, a, wide: wide), span)
  }

  /// Emits a jump whose target is not known yet; returns its index for `patch`.
  mutating func emitJump(_ opcode: Opcode, _ a: Int = 0, at span: Span) -> Int {
    builder.emit(Instruction(opcode, a, wide: 0), span)
    return builder.position - 1
  }

  mutating func patch(_ jumps: [Int]) { for jump in jumps { builder.patch(jump) } }

  mutating func emitJumpBack(to target: Int, at span: Span) {
    let index = emitJump(.jump, at: span)
    builder.patch(index, to: target)
  }

  mutating func move(_ source: Int, to target: Int, at span: Span) {
    if source != target { emit(.move, target, source, n: isTemporary(source) ? 1 : 0, at: span) }
  }

  /// Reads of a local are checked unless it certainly has a value.
  mutating func emitCheck(_ register: Int, at span: Span) {
    if assigned.contains(register) { return }
    checked.insert(register)
    emit(.checkBound, register, at: span)
  }

  /// The check of a variable that a comprehension reads: one of its own, or the function's, which would be a free
  /// variable of the comprehension if that were a function.
  mutating func emitCheckInComprehension(_ register: Int, _ name: String, at span: Span) {
    if assigned.contains(register) { return }
    let isOwn = scope.isOfComprehension(register)
    if !isOwn { checked.insert(register) }
    var check = Instruction(.checkBound, register, wide: builder.string(name))
    check.n = isOwn ? 1 : 2
    builder.emit(check, span)
  }

  // MARK: Modules

  mutating func compileModule(_ statements: [Statement], mode: CompilationMode) throws(Diagnostic) {
    documentation = statements.documentation
    if mode == .interactive || mode == .shown { showing = mode }
    if statements.hasAnnotations, module.value.value(of: .annotationsName) == nil { emitModuleAnnotations() }
    for (position, statement) in statements.enumerated() {
      if case .expression(let value) = statement.node {
        let isLast = position == statements.count - 1
        if mode == .expression {
          let register = try compile(value)
          emit(.return, register, at: value.span)
          continue
        }
        if mode == .interactive || mode == .shown || (mode == .cell && isLast && !isSilenced(statement)) {
          let mark = self.mark
          let register = try compile(value)
          emit(.display, register, n: mode == .shown ? 1 : 0, at: value.span)
          release(to: mark)
          continue
        }
      }
      try compile(statement)
    }
  }

  /// Whether a `;` follows the statement, which silences a cell's value.
  private func isSilenced(_ statement: Statement) -> Bool {
    var index = Int(statement.span.end)
    while index < source.bytes.count, source.bytes[index] == 32 || source.bytes[index] == 9 { index += 1 }
    return index < source.bytes.count && source.bytes[index] == UInt8(ascii: ";")
  }

  /// Ends the body with `return None` and hands over its code.
  consuming func finish(name: String, signature: Signature, span: Span) throws(Diagnostic) -> Outcome {
    if !isGenerator, let none = builder.constant(.none) {
      emit(.returnConstant, 0, wide: none, at: span)
    } else {
      let result = allocate()
      if let none = builder.constant(.none) { emit(.loadConstant, result, wide: none, at: span) }
      emit(.return, result, at: span)
    }
    let parameters = signature.registerCount
    if let use = scope.use, !use.isClass, use.asksForLocals { checked.formUnion(0..<firstTemporary) }
    var prologue = checked.filter { $0 >= parameters }.sorted().map { Instruction(.clear, $0) }
    let cells = scope.cellRegisters
    prologue += cells.filter { $0 >= parameters && !checked.contains($0) }.map { Instruction(.clear, $0) }
    prologue += cells.map { Instruction(.makeCell, $0) }
    // A call makes the generator and returns it; all else happens in the generator's own registers.
    if isGenerator { prologue = [Instruction(.makeGenerator, 0), Instruction(.return, 0)] + prologue }
    builder.prepend(prologue, span)
    if builder.hasOverlongJump { return .overlongJump }
    guard registerCount <= 0xFFFF, builder.fits, !hasTooManyNames else {
      throw Diagnostic(
        .syntaxError, "this block of code is too large: it needs over 65,000 registers or names", at: span)
    }
    return .code(
      builder.finish(
        name: name, qualifiedName: scope.qualifiedName, documentation: documentation, signature: signature,
        registerCount: registerCount, source: source, captures: scope.captures, localNames: scope.localNames,
        span: span, isGenerator: isGenerator))
  }
}
