import CProcess
import Glibc
import NNCore
import NNLibrary
import NNKernels
import NNRepl
import NNSyntax
import Synchronization

/// One run of the command: an interpreter, what it is asked for, and the exit code that follows.
struct Session {
  /// The exit codes that are not the program's own, as Python's.
  enum ExitCode {
    static let success: Int32 = 0
    static let failure: Int32 = 1
    static let usage: Int32 = 2
    static let interrupted: Int32 = 130
  }

  /// Ends the command with a message.
  struct Failure: Error {
    let message: String
    let code: Int32
  }

  let request: Request
  let interpreter: Interpreter

  /// Answers a request and ends the process. Everything printed is written before.
  static func run(_ request: Request) -> Never {
    let session = Session(request)
    var code: Int32
    do throws(Failure) {
      code = try session.perform()
    } catch {
      StandardStreams.writeErrors("nn: \(error.message)\n")
      code = error.code
    }
    session.finish()
    session.interpreter.flush()
    if StandardStreams.failedToWrite && code == ExitCode.success { code = ExitCode.failure }
    // While the interpreter lives: the system takes its memory faster than we could give it back.
    // Without the exit functions of libraries: a factorisation that was left behind may run in one of them still.
    fflush(nil)
    nn_keep_profile()
    withExtendedLifetime(session) { _exit(code) }
  }

  /// What the program has left to do at its end.
  private func finish() {
    if case .batch = request.action { return }
    interpreter.finish()
  }

  private init(_ request: Request) {
    self.request = request
    let dialect: Dialect =
      switch request.action {
      case .run(let program), .dump(_, let program): program.dialect
      case .batch(let path): Request.Program.file(path).dialect
      case .prompt, .listBundled, .manual: .nn
      }
    interpreter = Interpreter(
      dialect: dialect, flushesLines: isatty(STDOUT_FILENO) == 1, writer: StandardStreams.writeOutput)
    let interpreter = interpreter
    if request.dividesAsPython2 { interpreter.floorDivisions() }
    // The library in the language reads them.
    if let folder = request.figuresFolder { setenv("NN_FIGURES", folder, 1) }
    if request.hidesFigures { setenv("NN_INLINE", "0", 1) }
    interpreter.writeErrors {
      StandardStreams.writeErrors($0)
      return true
    }
    interpreter.provide(files: SystemFiles(), library: BundledModules())
    interpreter.onWarning {
      interpreter.flush()
      StandardStreams.writeErrors($0)
    }
    interpreter.onIgnoredError {
      interpreter.flush()
      StandardStreams.writeErrors($0)
    }
    Session.watchInterrupts(interpreter)
  }

  /// Makes the counter of the signal handler the flag that stops programs.
  private static func watchInterrupts(_ interpreter: Interpreter) {
    guard let counter = nn_interrupts() else { return }
    let flag = UnsafeRawPointer(counter).assumingMemoryBound(to: Atomic<UInt32>.self)
    interpreter.watch(InterruptFlag(flag), raise: { counter.pointee = 1 }, lower: { counter.pointee = 0 })
  }

  private func perform() throws(Failure) -> Int32 {
    switch request.action {
    case .prompt: return prompt()
    case .run(let program):
      let code = try run(program)
      return request.staysAtPrompt ? prompt() : code
    case .dump(let stage, let program):
      return try dump(stage, program)
    case .batch(let path):
      return Batch.run(try Session.read(.file(path)), on: interpreter)
    case .listBundled:
      interpreter.write(BundledPrograms.list)
      return ExitCode.success
    case .manual:
      interpreter.write(Manual.text)
      return ExitCode.success
    }
  }

  // MARK: Programs

  /// The bytes of a program's text.
  private static func read(_ program: Request.Program) throws(Failure) -> [UInt8] {
    do throws(StandardStreams.ReadFailure) {
      switch program {
      case .file(let path): return try StandardStreams.readFile(path)
      case .standardInput: return try StandardStreams.readInput()
      case .code(let text): return Array(text.utf8)
      case .bundled(let name): return Array((BundledPrograms.text(name) ?? "").utf8)
      case .module: return []
      }
    } catch {
      throw Failure(message: "can't open file '\(program.argument)': \(error.message)", code: ExitCode.usage)
    }
  }

  /// What a program is called in messages.
  private static func name(_ program: Request.Program) -> String {
    switch program {
    case .file(let path): path
    case .code: "<string>"
    case .standardInput: "<stdin>"
    case .bundled(let name): name.hasSuffix(".nn") ? name : name + ".nn"
    case .module(let name): name
    }
  }

  private func run(_ program: Request.Program) throws(Failure) -> Int32 {
    if case .module(let name) = program { return try run(module: name) }
    let bytes = try Session.read(program)
    var file: String?
    if case .file(let path) = program { file = SystemFiles.absolute(path) }
    interpreter.setProgram(
      file: file, arguments: [program.argument] + request.arguments, searchPath: Session.searchPath(program))
    if interpreter.dialect == .notebook { return try run(notebook(program, bytes)) }
    return execute(SourceText(name: Session.name(program), rawBytes: bytes), mode: .program)
  }

  /// The folder of the program, the working folder where it has none, and those of `NN_PATH`.
  private static func searchPath(_ program: Request.Program) -> [String] {
    var path = [""]
    switch program {
    case .file(let file): path = [SystemFiles.folder(of: SystemFiles.absolute(SystemFiles.resolved(file)))]
    case .module: path = [SystemFiles.folder(of: SystemFiles.absolute("x"))]
    default: break
    }
    guard let more = getenv("NN_PATH") else { return path }
    return path + String(cString: more).split(separator: ":").map(String.init)
  }

  private func run(module name: String) throws(Failure) -> Int32 {
    interpreter.setProgram(
      file: nil, arguments: ["-m"] + request.arguments, searchPath: Session.searchPath(.module(name)))
    do throws(ProgramError) {
      if try interpreter.run(module: name, arguments: request.arguments) { return ExitCode.success }
    } catch {
      return report(error)
    }
    throw Failure(message: "No module named \(name)", code: ExitCode.failure)
  }

  private func notebook(_ program: Request.Program, _ bytes: [UInt8]) throws(Failure) -> Notebook {
    do throws(Notebook.ReadError) {
      return try Notebook(name: Session.name(program), bytes: bytes)
    } catch {
      throw Failure(message: "\(Session.name(program)): \(error.message)", code: ExitCode.usage)
    }
  }

  private func run(_ notebook: Notebook) -> Int32 {
    var result = ExitCode.success
    for cell in notebook.cells {
      if let language = cell.foreignLanguage {
        StandardStreams.writeErrors("\(cell.source.name): left out, its language is \(language)\n")
        continue
      }
      let code = execute(cell.source, mode: .cell)
      interpreter.endCell()
      if code == ExitCode.success { continue }
      result = code
      if !request.keepsGoing || code != ExitCode.failure { break }
    }
    return result
  }

  private func execute(_ source: SourceText, mode: Interpreter.ExecutionMode) -> Int32 {
    do throws(ProgramError) {
      switch mode {
      case .cell: try interpreter.run(cell: source)
      default: try interpreter.run(source, mode: mode)
      }
      return ExitCode.success
    } catch {
      return report(error)
    }
  }

  /// Shows an error, after what the program has printed; returns the exit code that it means.
  private func report(_ error: ProgramError) -> Int32 {
    interpreter.flush()
    interpreter.lowerInterrupt()
    switch error.meaning {
    case .exit(let code, let text):
      if let text { StandardStreams.writeErrors(text + "\n") }
      return code
    case .brokenPipe where interpreter.isOutputClosed:
      return ExitCode.success
    case .interrupt:
      if !interpreter.runExceptHook(for: error) { StandardStreams.writeErrors(error.report) }
      return ExitCode.interrupted
    case .failure, .brokenPipe:
      if interpreter.runExceptHook(for: error) { return ExitCode.failure }
      StandardStreams.writeErrors(TerminalStyle(for: STDERR_FILENO).report(error.report))
      return ExitCode.failure
    }
  }

  // MARK: The prompt

  private func prompt() -> Int32 {
    if request.action == .prompt {
      interpreter.setProgram(file: nil, arguments: [""], searchPath: Session.searchPath(.code("")))
    }
    if isatty(STDIN_FILENO) == 1 {
      showShapes()
      if request.action == .prompt {
        interpreter.write(Prompt.banner(version: Version.text, style: TerminalStyle(for: STDOUT_FILENO)))
        interpreter.flush()
      }
      if let code = runInitialization() { return code }
    }
    return Prompt(interpreter, statements: statements) { error in
      let code = report(error)
      if case .exit = error.meaning { return .leave(code) }
      return .goOn
    }.run()
  }

  /// Runs the user's `init.nn`; the code to leave with where that says so.
  private func runInitialization() -> Int32? {
    if request.skipsInitialization { return nil }
    var folder = getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? ""
    if folder.isEmpty { folder = (getenv("HOME").map { String(cString: $0) } ?? "") + "/.config" }
    let path = folder + "/nn/init.nn"
    guard access(path, R_OK) == 0 else { return nil }
    do throws(StandardStreams.ReadFailure) {
      let source = SourceText(name: path, rawBytes: try StandardStreams.readFile(path))
      do throws(ProgramError) {
        try interpreter.run(source)
      } catch {
        let code = report(error)
        if case .exit = error.meaning { return code }
      }
    } catch {
      StandardStreams.writeErrors("nn: can't read '\(path)': \(error.message)\n")
    }
    return nil
  }

  /// An array's value is followed by a line of its dtype and shape.
  private func showShapes() {
    let style = TerminalStyle(for: STDOUT_FILENO)
    let interpreter = interpreter
    interpreter.displayText = { [unowned interpreter] value in
      let text = style.value(value.representation) + "\n"
      guard interpreter.showsShapes, let array = value.array, array.shape != "()" else { return text }
      return text + style.text("\(array.dtype) \(array.shape)", .dim) + "\n"
    }
  }

  /// The editor on the terminal; lines where there is none, or none that can be edited on.
  private var statements: any StatementReader {
    let rules = Prompt.rules(interpreter)
    let isTerminal = isatty(STDIN_FILENO) == 1
    if isTerminal,
      let editor = BlockEditor(rules: rules, historyPath: Session.historyPath, style: TerminalStyle(for: STDOUT_FILENO))
    {
      editor.cursorPlace = { StandardStreams.cursorPlace }
      return editor
    }
    return PlainStatements(rules: rules, showsPrompt: isTerminal)
  }

  /// The file of typed statements: `NN_HISTORY`, or `nn/history` in the folder for programs' states.
  private static var historyPath: String? {
    if let path = getenv("NN_HISTORY") { return String(cString: path) }
    if let folder = getenv("XDG_STATE_HOME"), folder.pointee != 0 { return String(cString: folder) + "/nn/history" }
    return getenv("HOME").map { String(cString: $0) + "/.local/state/nn/history" }
  }

  // MARK: Dumps

  private func dump(_ stage: Request.Stage, _ program: Request.Program) throws(Failure) -> Int32 {
    let bytes = try Session.read(program)
    let name = Session.name(program)
    guard interpreter.dialect == .notebook else {
      return dump(stage, SourceText(name: name, rawBytes: bytes), mode: .program)
    }
    var result = ExitCode.success
    for cell in try notebook(program, bytes).cells {
      interpreter.write("# \(cell.source.name)\n")
      result = max(result, dump(stage, cell.source, mode: .cell))
    }
    return result
  }

  private func dump(_ stage: Request.Stage, _ source: SourceText, mode: Interpreter.ExecutionMode) -> Int32 {
    do throws(ProgramError) {
      interpreter.write(try text(stage, source, mode))
      return ExitCode.success
    } catch {
      return report(error)
    }
  }

  private func text(
    _ stage: Request.Stage, _ source: SourceText, _ mode: Interpreter.ExecutionMode
  ) throws(ProgramError) -> String {
    switch stage {
    case .tokens: TokenDump.text(source, options: interpreter.dialect.parserOptions)
    case .tree: TreeDump.text(try interpreter.tree(of: source), source)
    case .bytecode: try interpreter.bytecode(of: source, mode: mode)
    }
  }
}
