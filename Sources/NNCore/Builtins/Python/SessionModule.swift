import NNSyntax

extension Builtin {
  /// `_session`: what the `%` lines, written in the language (scripts/lib/_magics.py), have to ask the interpreter.
  static let sessionModule: [Builtin] = [
    Builtin("_session.inputs()", "The list In.") { (context, _) throws(Fault) in
      context.machine?.session.inputs.copy() ?? .nothing
    },
    Builtin("_session.outputs()", "The dictionary Out.") { (context, _) throws(Fault) in
      context.machine.map { .dictionary($0.session.outputs.copy()) } ?? .nothing
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
    Builtin("_session.forget()", "Forgets the values in Out and the last error.") { (context, _) throws(Fault) in
      guard let session = context.machine?.session else { return .nothing }
      session.outputs.value.clear()
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
  /// Runs a program and those functions of the main module that were typed in, measuring each line.
  fileprivate func profile(_ source: SourceText) throws(Fault) -> Value {
    let profile = LineProfile()
    Compiler.probesStatements = true
    defer {
      Compiler.probesStatements = false
      session.profile = nil
    }
    var restored: [Symbol] = []
    var originals = ValueList()
    for name in main.value.names {
      guard let value = main.value.value(of: name), let function = value.asFunction, function.value.captures.count == 0
      else { continue }
      let code = function.value.code.unowned
      guard code.value.name == name.name, function.value.module.value.name == "__main__" else { continue }
      let text = Machine.padded(code.value.source, code.value.span)
      restored.append(name)
      originals.append(value.copy())
      try run(text, in: main, mode: .program, options: ParserOptions(magics: true))
    }
    defer {
      for (index, name) in restored.enumerated() { main.value.set(name, originals[index].copy()) }
    }
    session.profile = profile
    defer { profile.end() }
    try run(source, in: main, mode: .program, options: ParserOptions(magics: true))
    profile.end()
    session.profile = nil
    var lines = ValueList()
    for (line, entry) in profile.times {
      var items = ValueList()
      items.append(.string(line.source))
      items.append(.int(line.number))
      items.append(.int(entry.hits))
      items.append(.float(entry.seconds))
      items.append(.string(entry.text))
      lines.append(.tuple(items))
    }
    return .list(lines)
  }

  /// The text of a function alone, at the line where it stands in its source.
  private static func padded(_ source: SourceText, _ span: Span) -> SourceText {
    let first = source.lineColumn(of: span.start).line
    let last = source.lineColumn(of: max(span.start, span.end - 1)).line
    let lines = (first...Swift.max(first, last)).map { source.line($0) }
    let text = String(repeating: "\n", count: first - 1) + lines.joined(separator: "\n") + "\n"
    return SourceText(name: source.name, text)
  }
}
