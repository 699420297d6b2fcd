import NNSyntax

/// What `compile` makes: a text that has been read and can be run in any namespace.
final class ProgramText: NativePayload {
  enum Mode: String { case exec, eval, single }
  let source: SourceText
  let tree: Module
  let mode: Mode

  init(_ source: SourceText, _ mode: Mode, options: ParserOptions) throws(Fault) {
    self.source = source
    self.mode = mode
    do throws(Diagnostic) {
      tree = try Parser.parseEither(source, options: options)
      if mode == .eval { try ProgramText.checkExpression(tree, source) }
    } catch {
      throw Fault(error, in: source)
    }
  }

  /// `eval` takes one expression.
  private static func checkExpression(_ tree: Module, _ source: SourceText) throws(Diagnostic) {
    guard let first = tree.statements.first else {
      throw Diagnostic(.syntaxError, "invalid syntax", at: Span(start: 0, end: source.endOffset))
    }
    if case .expression = first.node, tree.statements.count == 1 { return }
    if case .expression = first.node { throw Diagnostic(.syntaxError, "invalid syntax", at: tree.statements[1].span) }
    throw Diagnostic(.syntaxError, "invalid syntax", at: first.span)
  }

  var compilation: CompilationMode {
    switch mode {
    case .exec: .program
    case .eval: .expression
    case .single: .shown
    }
  }
}

extension Machine {
  /// The frame of the language that the builtin which runs was called from.
  var callingFrame: FramePointer {
    var pointer = frames.current
    while frames.depth(pointer) > 0, pointer.frame.function.value.module.value.name == "<native>" {
      pointer = pointer.below
    }
    return pointer
  }

  /// Whether a frame is that of a module's statements.
  func isModuleFrame(_ pointer: FramePointer) -> Bool {
    pointer.frame.function.value.code.value.name == "<module>" || frames.depth(pointer) == 0
  }

  /// Runs a text with its names in a module.
  func run(_ program: ProgramText, in module: borrowing Ref<ModuleObject>) throws(Fault) -> Value {
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    nesting += 1
    defer { nesting -= 1 }
    return try run(program.tree, program.source, in: module, mode: program.compilation)
  }
}
