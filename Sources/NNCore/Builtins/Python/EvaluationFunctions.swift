import NNSyntax

extension Builtin {
  static let evaluationFunctions: [Builtin] = [
    Builtin(
      "eval(source, globals=None, locals=None, /)", "The value of an expression's text.", example: "eval('6 * 7')  # 42"
    ) { (context, arguments) throws(Fault) in
      try context.evaluate(arguments, "eval")
    },
    Builtin(
      "exec(source, globals=None, locals=None, /, *, closure=None)", "Runs a text of statements.",
      example: "exec('x = 42')"
    ) { (context, arguments) throws(Fault) in
      _ = try context.evaluate(arguments, "exec")
      return .nothing
    },
    Builtin(
      "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
      "A text, read once, that `eval` and `exec` can run.", example: "eval(compile('6 * 7', 'sum', 'eval'))  # 42"
    ) { (context, arguments) throws(Fault) in
      let filename = try context.path(arguments[1])
      guard let modeText = arguments[2].asString?.value.text.string else {
        throw Fault(.typeError, "compile() argument 'mode' must be str, not \(arguments[2].typeName)")
      }
      guard let mode = ProgramText.Mode(rawValue: modeText) else {
        throw Fault(.valueError, "compile() mode must be 'exec', 'eval' or 'single'")
      }
      if arguments[0].nativePayload(ProgramText.self) != nil { return arguments[0].copy() }
      let program = try context.program(arguments[0], filename, mode, "compile", "string, bytes or AST object")
      return .native(Ref(NativeObject(.code, program)))
    },
    Builtin("code.co_name", "The name of what was compiled.") { (_, _) throws(Fault) in .string("<module>") },
    Builtin("code.co_filename", "The file's name that `compile` was told.") { (_, arguments) throws(Fault) in
      .string(arguments[0].nativePayload(ProgramText.self)?.source.name ?? "")
    },
  ]
}

extension Context {
  /// The text of a program that `eval`, `exec` or `compile` was given.
  fileprivate func program(
    _ value: borrowing Value, _ filename: String, _ mode: ProgramText.Mode, _ function: String, _ wanted: String
  ) throws(Fault) -> ProgramText {
    var bytes: [UInt8]
    if let text = value.asString {
      bytes = text.value.text.utf8
    } else if let given = value.asBytes {
      bytes = given.value.bytes
    } else {
      throw Fault(.typeError, "\(function)() arg 1 must be a \(wanted)")
    }
    if bytes.contains(0) { throw Fault(.syntaxError, "source code string cannot contain null bytes") }
    if mode == .eval { bytes.removeFirst(bytes.prefix { $0 == 32 || $0 == 9 }.count) }
    var options = ParserOptions()
    options.longestInteger = IntegerText.longest
    if let module = (self as? Machine)?.callingFrame.frame.function.value.module.unowned {
      options.magics = module.value.hasBareNames && mode != .eval
      options.python2 = module.value.divisionFlags != 0
      // What this writes is right, and most of it is never called.
      options.isTrusted = module.value.isBundled && mode == .exec && module.value.name == "dataclasses"
    }
    let source = SourceText(name: filename, rawBytes: bytes, origin: value.asString != nil ? .string : .bytes)
    return try ProgramText(source, mode, options: options)
  }

  /// `eval` and `exec`.
  fileprivate func evaluate(_ arguments: Registers, _ function: String) throws(Fault) -> Value {
    guard let machine = self as? Machine else { return .nothing }
    let caller = machine.callingFrame
    let module = try globals(arguments[1], caller, machine, function)
    if !arguments[2].isNone && arguments[2].asDictionary == nil && arguments[2].asInstance == nil {
      throw Fault(
        .typeError,
        function == "exec"
          ? "locals must be a mapping or None, not \(arguments[2].typeName)" : "locals must be a mapping")
    }
    let program: ProgramText
    if let compiled = arguments[0].nativePayload(ProgramText.self) {
      program = compiled
    } else {
      program = try self.program(
        arguments[0], "<string>", function == "eval" ? .eval : .exec, function, "string, bytes or code object")
    }
    if let local = try locals(arguments[1], arguments[2], caller, machine), let dictionary = local.asDictionary,
      dictionary.value.module.asModule != module.unowned
    {
      let inner = try self.module(of: dictionary, named: module.value.name)
      inner.value.enclosing = .module(module.copy())
      inner.value.hasBareNames = module.value.hasBareNames
      return try machine.run(program, in: inner)
    }
    return try machine.run(program, in: module)
  }

  /// The module in which global names are looked up: the caller's, or that of a dictionary.
  private func globals(
    _ given: borrowing Value, _ caller: FramePointer, _ machine: Machine, _ function: String
  ) throws(Fault) -> Ref<ModuleObject> {
    let own = caller.frame.function.value.module.unowned
    if given.isNone { return machine.frames.depth(caller) == 0 ? machine.main.copy() : own.owned() }
    guard let dictionary = given.asDictionary else {
      throw Fault(
        .typeError,
        function == "exec"
          ? "exec() globals must be a dict, not \(given.typeName)" : "globals must be a dict")
    }
    let module = try self.module(of: dictionary, named: "__main__")
    if module.value.existingSlot(of: .builtinsName) == nil {
      module.value.set(.builtinsName, .module(builtins.copy()))
      module.value.hasBareNames = own.value.hasBareNames
    }
    return module.copy()
  }

  /// The dictionary of local names, where they are others than the global ones.
  private func locals(
    _ globals: borrowing Value, _ given: borrowing Value, _ caller: FramePointer, _ machine: Machine
  ) throws(Fault) -> Value? {
    if !given.isNone {
      if given.asDictionary != nil { return given.copy() }
      // Another mapping: its items.
      let copy = Ref(DictionaryObject())
      try update(copy.unowned, from: given)
      return .some(.dictionary(copy))
    }
    if !globals.isNone || machine.isModuleFrame(caller) { return nil }
    return .some(try localVariables())
  }
}
