import NNSyntax

/// What a prompt needs of the interpreter.
extension Interpreter {
  /// Begins to keep values, statements and the frames of errors.
  public func beginSession() {
    remembersDisplayed = true
    machine.session.isOpen = true
    machine.builtins.value.set(Symbol("In"), machine.session.inputs.copy())
    machine.builtins.value.set(Symbol("Out"), .dictionary(machine.session.outputs.copy()))
  }

  /// Whether an array's value is to be followed by its dtype and shape.
  public var showsShapes: Bool { machine.session.showsShapes }

  /// What the next statement begins with, once.
  public func takeNextInput() -> String? {
    defer { machine.session.nextInput = nil }
    return machine.session.nextInput
  }

  /// Runs what was typed: the values of a single statement's expressions are shown, of several that of the last one.
  public func runTyped(_ text: String) throws(ProgramError) {
    if let inputs = machine.session.inputs.asList { inputs.value.items.append(.string(text)) }
    do throws(ProgramError) {
      let source = SourceText(name: "<stdin>", text + "\n")
      let isSilent = text.reversed().first { !$0.isWhitespace } == ";"
      try run(cell: source, mode: isSilent || hasManyStatements(source) ? .cell : .interactive)
    } catch {
      if case .exit = error.meaning { throw error }
      machine.session.lastReport = error.report
      throw error
    }
  }

  /// What `%pdb` wants after an error; nothing where no `%` line was used yet.
  public func afterError() throws(ProgramError) {
    do throws(Fault) {
      guard try machine.importedModule("_magics") != nil else { return }
      _ = try MagicLines.call("after_error", "", in: machine)
    } catch {
      machine.settle(error)
      throw ProgramError(error)
    }
  }

  private func hasManyStatements(_ source: SourceText) -> Bool {
    guard source.lineCount > 2 else { return false }
    do throws(Diagnostic) {
      return try Parser.parseEither(source, options: dialect.parserOptions).statements.count > 1
    } catch {
      return false
    }
  }

  /// Whether the program has a variable of this name.
  public func hasVariable(_ name: String) -> Bool { machine.main.value.value(of: Symbol(name)) != nil }

  /// Keeps a value that was shown as `_`, `_3` and `Out[3]`; those before it as `__` and `___`.
  func remember(_ value: borrowing Value) {
    let builtins = machine.builtins.unowned
    for (newer, older) in [("__", "___"), ("_", "__")] {
      if let earlier = builtins.value.value(of: Symbol(newer)) { builtins.value.set(Symbol(older), earlier) }
    }
    builtins.value.set(Symbol("_"), value.copy())
    guard machine.session.isOpen else { return }
    let number = machine.session.number
    builtins.value.set(Symbol("_\(number)"), value.copy())
    try? machine.set(machine.session.outputs.unowned, .int(number), value.copy())
  }
}
