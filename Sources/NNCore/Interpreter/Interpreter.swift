import NNKernels
import NNSyntax

/// Which names a program starts with.
public enum Dialect: Sendable {
  /// `.nn` files and the prompt: the array names need no import, `%` lines are accepted.
  case nn
  /// `.py` files: Python's names alone.
  case python
  /// Notebooks: Python's names, with `%` lines.
  case notebook

  /// How its programs are parsed.
  public var parserOptions: ParserOptions { ParserOptions(magics: self != .python) }
}

/// Writes bytes to where a program's output goes; false when nobody reads them any more.
public typealias ByteWriter = ([UInt8]) -> Bool

/// The language as one object: it runs program texts, one after the other, in one namespace.
public final class Interpreter {
  let machine: Machine
  /// Which names its programs start with.
  public let dialect: Dialect
  /// What is written for the value of an expression statement in the modes that show values; `None` is never shown.
  public var displayText: (DisplayedValue) -> String = { $0.representation + "\n" }
  /// Whether the last value shown is kept as `_`.
  public var remembersDisplayed = false

  private final class Stream: OutputStream {
    let writer: ByteWriter
    init(_ writer: @escaping ByteWriter) { self.writer = writer }
    func write(_ bytes: [UInt8]) -> Bool { writer(bytes) }
  }

  /// A fresh namespace with the names of `dialect`; what programs print goes to `writer`, in blocks or line by line.
  public init(dialect: Dialect, flushesLines: Bool = false, writer: @escaping ByteWriter) {
    self.dialect = dialect
    machine = Machine(output: Output(Stream(writer), flushesLines: flushesLines))
    Registry.install(in: machine)
    LazyMembers.install(in: machine)
    machine.builtins.value.set(.nameName, .string("builtins"))
    machine.bareNamesMaker = { BareNames.module(for: $0) }
    machine.mainHasBareNames = dialect == .nn
    startNamespace()
    machine.magicHandler = { (machine, line) throws(Fault) in
      try MagicLines.run(
        line.hasPrefix("=") ? String(line.dropFirst()) : line, wantsValue: line.hasPrefix("="), in: machine)
    }
    machine.cellHandler = { [unowned self] (source) throws(Fault) in try runFaulting(cell: source, mode: .cell) }
    machine.magicList = {
      var items = ValueList()
      for magic in MagicLines.table {
        var entry = ValueList()
        for text in [magic.name, magic.usage, magic.documentation] { entry.append(.string(text)) }
        items.append(.tuple(entry))
      }
      return .list(items)
    }
    machine.displayHandler = { [unowned self] (machine, value) throws(Fault) in try display(value, in: machine) }
  }

  private func display(_ value: borrowing Value, in machine: Machine) throws(Fault) {
    // What a call of a module that only collects gives is nothing to look at.
    if value.isNone || value.asModule.map({ $0.value.acceptsAnyAttribute }) ?? false { return }
    try machine.output.write(displayText(try DisplayedValue(value, in: machine)))
    if remembersDisplayed { remember(value) }
  }

  // MARK: Running programs

  /// What is shown of a program's values.
  public enum ExecutionMode: Sendable {
    /// Nothing.
    case program
    /// The value of a last expression, as in a notebook's cell.
    case cell
    /// The value of every expression statement, as at a prompt.
    case interactive

    var compilation: CompilationMode {
      switch self {
      case .program: .program
      case .cell: .cell
      case .interactive: .interactive
      }
    }
  }

  /// Runs a program text. Throws the error that ended it.
  public func run(_ source: SourceText, mode: ExecutionMode = .program) throws(ProgramError) {
    do throws(Fault) {
      try machine.execute(source, mode: mode.compilation, options: dialect.parserOptions)
    } catch {
      machine.settle(error)
      throw ProgramError(error)
    }
  }

  /// Runs a cell of a notebook or the prompt, which may begin with an instruction such as `%%time`.
  public func run(cell source: SourceText, mode: ExecutionMode = .cell) throws(ProgramError) {
    do throws(Fault) {
      try runFaulting(cell: source, mode: mode)
    } catch {
      machine.settle(error)
      throw ProgramError(error)
    }
  }

  private func runFaulting(cell source: SourceText, mode: ExecutionMode) throws(Fault) {
    let options = dialect.parserOptions
    if options.magics, let cell = MagicLines.cell(source.text(of: Span(start: 0, end: source.endOffset))) {
      try MagicLines.run(cell, name: source.name, in: machine)
    } else {
      try machine.execute(source, mode: mode.compilation, options: options)
    }
  }

  /// Forgets all variables, as if the next program were the first; modules that come with the interpreter may stay
  /// imported.
  public func startNamespace(keepingLibrary: Bool = false) {
    machine.startNamespace(keepingLibrary: keepingLibrary)
    ConsoleStreams.install(in: machine)
  }

  /// Tells programs who they are: `__file__` (nil at the prompt), `sys.argv`, and `sys.path`, where modules are looked
  /// for.
  public func setProgram(file: String?, arguments: [String], searchPath: [String] = []) {
    if let file { machine.main.value.set(.fileName, .string(file)) }
    let system = machine.makeModule("sys")
    system.value.set(Symbol("argv"), .texts(arguments))
    system.value.set(Symbol("path"), .texts(searchPath))
  }

  /// Where programs' errors go: `sys.stderr`.
  public func writeErrors(_ writer: @escaping ByteWriter) { machine.errorOutput = Output(Stream(writer)) }

  /// Divides integers as Python 2 does.
  public func floorDivisions() { machine.floorsDivision = true }

  /// Gives programs the system's files, and the modules that come with the interpreter.
  public func provide(files: any FileSystem, library: any ModuleLibrary) {
    machine.files = files
    provide(library: library)
  }

  /// Gives programs the modules that come with the interpreter.
  public func provide(library: any ModuleLibrary) {
    machine.library = library
    machine.declareLibraryModules()
  }

  /// Runs a module as the program, as `nn -m NAME` does; for a package its `__main__`. False: there is no such module.
  public func run(module name: String, arguments: [String]) throws(ProgramError) -> Bool {
    do throws(Fault) {
      return try machine.runAsMain(name, arguments: arguments)
    } catch {
      machine.settle(error)
      throw ProgramError(error)
    }
  }

  /// The tree of a program text. Throws the syntax error that a run would end with.
  public func tree(of source: SourceText) throws(ProgramError) -> Module {
    do throws(Diagnostic) {
      return try Parser.parseEither(source, options: dialect.parserOptions)
    } catch {
      throw ProgramError(Fault(error, in: source))
    }
  }

  /// The text of `nn --dump bytecode`. Throws the syntax error that a run would end with.
  public func bytecode(of source: SourceText, mode: ExecutionMode = .program) throws(ProgramError) -> String {
    let tree = try self.tree(of: source)
    do throws(Diagnostic) {
      let code = try Compiler.compile(tree, source: source, mode: mode.compilation, into: machine.main.unowned)
      return BytecodeDump.text(code, globals: machine.main.value.names, in: machine)
    } catch {
      throw ProgramError(Fault(error, in: source))
    }
  }

  // MARK: Around programs

  /// Interrupts the program when `flag` is raised; `raise` raises it when memory has come to its end, `lower`
  /// takes it back once the program knows.
  public func watch(_ flag: InterruptFlag, raise: @escaping () -> Void, lower: @escaping () -> Void) {
    Interrupts.flag = flag
    machine.interrupt = flag
    DetachedCall.flag = flag
    Interrupts.lower = lower
    BlockPool.raiseAlarm = raise
    BlockPool.flushOutput = { [machine] in machine.output.flush() }
    BlockPool.keepReserve()
  }

  /// Takes a raised flag back that has not reached a program.
  public func lowerInterrupt() { Interrupts.lower() }

  /// Hands each warning to `handler`, once for a line, as the text to write: `file:line: RuntimeWarning: text`.
  public func onWarning(_ handler: @escaping (String) -> Void) {
    machine.warningHandler = { warning in
      handler("\(warning.file):\(warning.line): \(warning.category): \(warning.text)".escapedForTerminal + "\n")
    }
  }

  /// Hands each error to `handler` that nothing can catch, as the text to write: a generator's that was let go.
  public func onIgnoredError(_ handler: @escaping (String) -> Void) {
    machine.unraisableHandler = { [machine] (fault, value) in
      let name = (try? machine.repr(value)) ?? value.typeName
      handler("Exception ignored in: \(name)\n".escapedForTerminal + ProgramError(fault).report)
    }
  }

  /// The program has ended: generators that wait in a `try` do what its handlers have to, files are written out.
  public func finish() {
    runExitCalls()
    machine.finalizeAll()
    for entry in machine.unfinished.values { entry.payload?.finish() }
  }

  /// A notebook's cell has ended: its figures are shown, and the next cell draws on new ones.
  public func endCell() {
    do throws(Fault) {
      guard let showing = try machine.importedModule("matplotlib._showing") else { return }
      _ = try machine.call(try machine.attribute(showing, Symbol("end_of_cell")), ValueList())
    } catch {
      machine.settle(error)
      machine.output.flush()
      try? machine.errorOutput?.write(ProgramError(error).report)
      machine.errorOutput?.flush()
    }
  }

  /// Calls what `atexit` was told, the last first.
  private func runExitCalls() {
    while let entry = machine.exitCalls.popLast() {
      guard let tuple = entry.asTuple, tuple.value.items.count == 3 else { continue }
      do throws(Fault) {
        _ = try machine.call(
          tuple.value.items[0], try machine.items(tuple.value.items[1]), keywords: tuple.value.items[2])
      } catch {
        machine.settle(error)
        machine.output.flush()
        try? machine.errorOutput?.write("Exception ignored in atexit callback:\n" + ProgramError(error).report)
        machine.errorOutput?.flush()
      }
    }
  }

  /// Hands an error that ends the program to the `sys.excepthook` that the program has set. False where it has set
  /// none, or where that one failed too: then the error is still to be shown.
  public func runExceptHook(for error: ProgramError) -> Bool {
    guard let hook = machine.module("sys")?.value.value(of: Symbol("excepthook")),
      hook.asBuiltin?.value.builtin !== Builtin.exceptHook
    else { return false }
    do throws(Fault) {
      let exception = error.fault.exception()
      var arguments = ValueList()
      arguments.append(exception.value.type.copy())
      arguments.append(.exception(exception.copy()))
      arguments.append(exception.value.traceback)
      _ = try machine.call(hook, arguments)
      machine.output.flush()
      machine.errorOutput?.flush()
      return true
    } catch {
      machine.settle(error)
      machine.output.flush()
      try? machine.errorOutput?.write("Error in sys.excepthook:\n" + ProgramError(error).report)
      try? machine.errorOutput?.write("\nOriginal exception was:\n")
      machine.errorOutput?.flush()
      return false
    }
  }

  /// Writes text among what programs print.
  public func write(_ text: String) {
    do throws(Fault) {
      try machine.output.write(text)
    } catch {
      // The reader has gone away; `isOutputClosed` says so.
    }
  }

  /// Writes what is still collected of the program's output.
  public func flush() { machine.output.flush() }

  /// Whether the reader of the output has gone away.
  public var isOutputClosed: Bool { machine.output.isClosed }
}
