import NNSyntax

extension Builtin {
  /// `_session`: what the `%` lines, written in the language (scripts/lib/_magics.py), have to ask the interpreter.
  static let sessionModule: [Builtin] = [
    Builtin("_session.inputs()", "The list In.") { (context, _) throws(Fault) in
      context.machine?.session.inputs.copy() ?? .nothing
    },
    Builtin("_session.set_next(text, /)", "The text that the next input begins with.") {
      (context, arguments) throws(Fault) in
      context.machine?.session.nextInput = arguments[0].asString.map { $0.value.text.string }
      return .nothing
    },
    Builtin("_session.report()", "The last error's report, or None.") { (context, _) throws(Fault) in
      context.machine?.session.lastReport.map { .string($0) } ?? .nothing
    },
    Builtin("_session.shapes(on, /)", "Whether arrays' values are followed by dtype and shape.") {
      (context, arguments) throws(Fault) in
      // None only asks.
      if let on = arguments[0].asBool { context.machine?.session.showsShapes = on }
      return .bool(context.machine?.session.showsShapes ?? false)
    },
    Builtin("_session.forget()", "Forgets In, the values in Out and the last error.") { (context, _) throws(Fault) in
      guard let machine = context.machine else { return .nothing }
      let session = machine.session
      session.outputs.value.clear()
      if let inputs = session.inputs.asList {
        for number in 1..<Swift.max(inputs.value.items.count, 1) {
          machine.builtins.value.set(Symbol("_\(number)"), .unbound)
        }
        while inputs.value.items.count > 1 { _ = inputs.value.items.popLast() }
      }
      for name in ["_", "__", "___"] { machine.builtins.value.set(Symbol(name), .unbound) }
      session.forgetFrames()
      session.lastReport = nil
      return .nothing
    },
    Builtin("_session.frames()", "The frames of the last error, innermost first: name, place, line, variables.") {
      (context, _) throws(Fault) in
      guard let session = context.machine?.session else { return .nothing }
      var frames = ValueList()
      for (index, point) in session.points.enumerated() {
        let line = point.source.lineColumn(of: point.span.start).line
        var items = ValueList()
        items.append(.string(point.function))
        items.append(.string(point.source.name))
        items.append(.int(line))
        items.append(.string(point.source.line(line)))
        items.append(session.variables[index].copy())
        frames.append(.tuple(items))
      }
      return .list(frames)
    },
    Builtin("_session.source(function, /)", "The text of a function of the language and its first line, or None.") {
      (_, arguments) throws(Fault) in
      guard let function = arguments[0].asFunction else { return .nothing }
      let code = function.value.code.unowned
      let source = code.value.source
      let first = source.lineColumn(of: code.value.span.start).line
      let last = source.lineColumn(of: Swift.max(code.value.span.start, code.value.span.end - 1)).line
      let lines = (first...Swift.max(first, last)).map { source.line($0) }
      return .tuple(.string(lines.joined(separator: "\n")), .int(first))
    },
    Builtin("_session.shell(command, captures=False, /)", "Runs a command of the shell: its status and output.") {
      (context, arguments) throws(Fault) in
      let command = arguments[0].asString.map { $0.value.text.string } ?? ""
      let captures = arguments.isGiven(1) ? arguments[1].asBool ?? false : false
      context.output.flush()
      let files = try context.systemFiles()
      let result = try context.system(arguments[0]) { () throws(SystemFailure) in
        try files.runShell(command, captures: captures)
      }
      return .tuple(.int(result.status), .string(String(decoding: result.output, as: UTF8.self)))
    },
    Builtin("_session.run_cell(text, name, /)", "Runs a text as a cell, which shows the value of its last expression.")
    {
      (context, arguments) throws(Fault) in
      guard let machine = context.machine, let text = arguments[0].asString, let name = arguments[1].asString else {
        return .nothing
      }
      try machine.cellHandler?(SourceText(name: name.value.text.string, text.value.text.string))
      return .nothing
    },
    Builtin(
      "_session.run_file(text, path, /)", "Runs a file's text among names of its own, which then are the session's."
    ) {
      (context, arguments) throws(Fault) in
      guard let machine = context.machine, let text = arguments[0].asString, let path = arguments[1].asString else {
        return .nothing
      }
      try machine.runFile(SourceText(name: path.value.text.string, text.value.text.string))
      return .nothing
    },
    Builtin("_session.profile(code, name, /)", "Runs a text as a program whose lines are measured: (place, line, …).") {
      (context, arguments) throws(Fault) in
      guard let machine = context.machine, let text = arguments[0].asString, let name = arguments[1].asString else {
        return .nothing
      }
      return try machine.profile(SourceText(name: name.value.text.string, text.value.text.string))
    },
    Builtin("_session.magics()", "The `%` lines: name, usage, documentation.") { (context, _) throws(Fault) in
      context.machine?.magicList?() ?? .nothing
    },
    Builtin("_magic_value(line, /)", "What a line such as `x = !ls` assigns.") { (context, arguments) throws(Fault) in
      guard let machine = context.machine, let line = arguments[0].asString, let handler = machine.magicHandler else {
        return .nothing
      }
      return try handler(machine, "=" + line.value.text.string)
    },
  ]
}

extension Context {
  /// The machine that runs the program.
  fileprivate var machine: Machine? { self as? Machine }
}

extension Machine {
  /// Runs a file as a program of its own, and hands its names to the main module, those of one that fails too.
  fileprivate func runFile(_ source: SourceText) throws(Fault) {
    let module = newModule("__main__", file: source.name, folders: nil)
    module.value.hasBareNames = source.name.hasSuffix(".nn")
    defer {
      for name in module.value.names where !name.name.hasPrefix("__") {
        if let value = module.value.value(of: name) { main.value.set(name, value) }
      }
    }
    try run(source, in: module, mode: .program, options: ParserOptions(magics: module.value.hasBareNames))
  }
}
