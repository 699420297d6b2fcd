extension Builtin {
  static let streamFunctions: [Builtin] = [.print, .input, .exit, .quit]

  static let print = Builtin(
    "print(*args, sep=' ', end='\\n', file=None, flush=False)",
    "Writes the values, separated by `sep` and followed by `end`, to standard output or to `file`.",
    example: "print(1, 2, sep=', ')  # 1, 2",
    quick: { (context, arguments, count) throws(Fault) in try context.printPlainly(arguments, count) }
  ) { (context, arguments) throws(Fault) in
    var text: [UInt8] = []
    let separator = try context.printPart("sep", arguments[1]) ?? [32]
    let end = try context.printPart("end", arguments[2]) ?? [10]
    // Where the pieces end: an object of the program's is called for each.
    var ends: [Int] = []
    if let values = arguments.variadic(0) {
      for index in 0..<values.value.items.count {
        if index > 0 {
          text += separator
          ends.append(text.count)
        }
        try context.appendText(values.value.items[index], to: &text)
        ends.append(text.count)
      }
    }
    text += end
    ends.append(text.count)
    let flushes = try context.truth(arguments[4])
    if arguments[3].isNone {
      guard let file = context.standardStream(ConsoleStreams.output) else { return .nothing }
      try context.write(text, endingAt: ends, to: file)
      if flushes { try context.flush(file) }
    } else {
      try context.write(text, endingAt: ends, to: arguments[3])
      if flushes { try context.flush(arguments[3]) }
    }
    return .nothing
  }

  static let input = Builtin(
    "input(prompt='', /)", "A line from standard input, without its end; EOFError where there is none.",
    example: "name = input('Name: ')"
  ) { (context, arguments) throws(Fault) in
    let prompt = try context.text(arguments[0])
    guard let input = context.standardStream(ConsoleStreams.input) else {
      throw Fault(.runtimeError, "input(): lost sys.stdin")
    }
    guard let output = context.standardStream(ConsoleStreams.output) else {
      throw Fault(.runtimeError, "input(): lost sys.stdout")
    }
    try context.write(prompt, to: output)
    try context.flush(output)
    let line = try context.line(from: input)
    if line.count == 0 { throw Fault(.eofError, "EOF when reading a line") }
    return .string(line.utf8.last == 10 ? line.slice(0..<line.count - 1) : line)
  }

  static let exit = Builtin("exit(code=None)", "Ends the program.", example: "exit()", body: leave)
  static let quit = Builtin("quit(code=None)", "Ends the program.", example: "quit()", body: leave)

  /// Raises SystemExit for a status: None is 0, an integer is itself, anything else is text for standard error.
  static let leave: Body = { (context, arguments) throws(Fault) in
    var status = ValueList(capacity: 1)
    if !arguments[0].isNone { status.append(arguments[0].copy()) }
    let fault = Fault(.systemExit, arguments: status)
    fault.object?.value.setField("code", arguments[0].copy())
    throw fault
  }
}

extension Context {
  /// Prints texts and numbers on the interpreter's own output; nil, and nothing is written, for all else.
  fileprivate func printPlainly(_ arguments: Registers, _ count: Int) throws(Fault) -> Value? {
    for index in 0..<count where !arguments[index].isText { return nil }
    guard let file = standardStream(ConsoleStreams.output), isOwnOutput(file) else { return nil }
    var text: [UInt8] = []
    for index in 0..<count {
      if index > 0 { text.append(32) }
      try appendText(arguments[index], to: &text)
    }
    text.append(10)
    try output.write(text)
    return .nothing
  }

  /// `sep` or `end`; nil for None.
  fileprivate func printPart(_ name: String, _ value: borrowing Value) throws(Fault) -> [UInt8]? {
    if value.isNone { return nil }
    guard let string = value.asString else {
      throw Fault(.typeError, "\(name) must be None or a string, not \(value.typeName)")
    }
    return string.value.text.utf8
  }

  fileprivate func flush(_ file: borrowing Value) throws(Fault) {
    _ = try call(try attribute(file, Symbol("flush")), ValueList())
  }

  /// A line from an object with a `readline` method.
  fileprivate func line(from file: borrowing Value) throws(Fault) -> UnicodeText {
    let line = try call(try attribute(file, Symbol("readline")), ValueList())
    guard let text = line.asString else { throw Fault(.typeError, "object.readline() returned non-string") }
    return text.value.text
  }
}

extension Value {
  /// Whether the value is a text, a small number or None itself: its text calls nothing.
  fileprivate var isText: Bool {
    borrowing get {
      switch self {
      case .special: true
      case .bool: true
      case .int: true
      case .float: true
      case .string: true
      default: false
      }
    }
  }
}
