extension Builtin {
  static let systemModule: [Builtin] = [
    .systemExit, .recursionLimit, .setRecursionLimit, .longestIntegerText, .setLongestIntegerText, .exceptionInfo,
    .currentException, .internText, .sizeOf, .displayHook, .exceptHook,
    Builtin("sys.__displayhook__", "The first `sys.displayhook`.") { (context, _) throws(Fault) in
      context.module("sys")?.value.value(of: Symbol("displayhook")) ?? .nothing
    },
    Builtin("sys.__excepthook__", "The first `sys.excepthook`.") { (context, _) throws(Fault) in
      context.module("sys")?.value.value(of: Symbol("excepthook")) ?? .nothing
    },
    constant("sys.maxsize", "The largest index.") { .int(Int.max) },
    constant("sys.byteorder", "The order of a number's bytes.") { .string("little") },
    constant("sys.platform", "The operating system.") { .string("linux") },
    constant("sys.executable", "The interpreter's file, which is not told.") { .string("") },
    constant("sys.argv", "The program's name and arguments.") { .texts([""]) },
    constant("sys.path", "Where modules are looked for: nowhere, all are built in.") { .texts([]) },
    constant("sys.version", "The version of Python whose behaviour is followed.") { .string("3.11.7 (nn)") },
    constant("sys.hexversion", "The version as a number.") { .int(0x030b_07f0) },
    constant("sys.api_version", "The version of Python's own interface.") { .int(1013) },
    constant("sys.copyright", "Whose work it is.") { .string("") },
    constant("sys.maxunicode", "The largest code point.") { .int(0x10FFFF) },
    constant("sys.prefix", "Where it is installed, which is not told.") { .string("") },
    constant("sys.exec_prefix", "The same.") { .string("") },
    constant("sys.base_prefix", "The same.") { .string("") },
    constant("sys.dont_write_bytecode", "No compiled modules are kept.") { .bool(true) },
    constant("sys.float_repr_style", "Floats print their shortest digits.") { .string("short") },
    constant("sys.ps1", "The prompt.") { .string(">>> ") },
    constant("sys.ps2", "The prompt of further lines.") { .string("... ") },
    constant("sys.warnoptions", "What the command line says of warnings.") { .texts([]) },
    constant("sys.meta_path", "Finders of modules: none but the interpreter's.") { .texts([]) },
    constant("sys.path_hooks", "The same.") { .texts([]) },
    Builtin("sys.getdefaultencoding()", "How text is encoded.", example: "sys.getdefaultencoding()  # 'utf-8'") {
      (_, _) throws(Fault) in
      .string("utf-8")
    },
    Builtin("sys.getfilesystemencoding()", "How names of files are encoded.") { (_, _) throws(Fault) in
      .string("utf-8")
    },
    Builtin("sys.getrefcount(object, /)", "A number that says little here.") { (_, _) throws(Fault) in .int(2) },
    Builtin("sys.gettrace()", "None: nothing is traced.") { (_, _) throws(Fault) in .nothing },
    Builtin("sys.settrace(function, /)", "Accepted.") { (_, _) throws(Fault) in .nothing },
    Builtin("sys.is_finalizing()", "False: the program runs.", example: "import sys; sys.is_finalizing()  # False") {
      (_, _) throws(Fault) in
      .bool(false)
    },
    Builtin("sys.getswitchinterval()", "Of threads, of which there is one.") { (_, _) throws(Fault) in .float(0.005) },
    Builtin("sys._getframe(depth=0, /)", "The frame that runs, or one that called it.") {
      (context, arguments) throws(Fault) in
      try context.liveFrame(Swift.max(try context.integer(arguments[0]), 0))
    },
  ]

  static let displayHook = Builtin(
    "sys.displayhook(object, /)", "Writes the repr of a value that is not None, and keeps the value as `_`.",
    example: "import sys; sys.displayhook(None)"
  ) { (context, arguments) throws(Fault) in
    if arguments[0].isNone { return .nothing }
    guard let file = context.standardStream(ConsoleStreams.output) else {
      throw Fault(.runtimeError, "lost sys.stdout")
    }
    var text: [UInt8] = []
    try context.appendRepr(arguments[0], to: &text)
    text.append(10)
    try context.write(text, to: file)
    context.builtins.value.set(Symbol("_"), arguments[0].copy())
    return .nothing
  }

  static let exceptHook = Builtin(
    "sys.excepthook(exctype, value, traceback, /)", "Writes an exception to standard error.",
    example: "import sys; sys.excepthook is sys.__excepthook__  # True"
  ) { (context, arguments) throws(Fault) in
    let show = try context.attribute(try context.importLibrary("traceback"), Symbol("print_exception"))
    var given = ValueList()
    for index in 0..<3 { given.append(arguments[index].copy()) }
    return try context.call(show, given)
  }

  static let systemExit = Builtin("sys.exit(status=None, /)", "Ends the program.", example: "sys.exit(1)", body: leave)

  static let recursionLimit = Builtin(
    "sys.getrecursionlimit()", "How deep calls may nest.", example: "sys.getrecursionlimit()"
  ) { (context, _) throws(Fault) in
    .int(context.recursionLimit)
  }

  static let setRecursionLimit = Builtin(
    "sys.setrecursionlimit(limit, /)", "Accepted; the depth of calls is bounded by the interpreter's own limit.",
    example: "sys.setrecursionlimit(5000)"
  ) { (context, arguments) throws(Fault) in
    let limit = try context.integer(arguments[0])
    if limit < 1 { throw Fault(.valueError, "recursion limit must be greater or equal than 1") }
    context.recursionLimit = limit
    return .nothing
  }

  static let exceptionInfo = Builtin(
    "sys.exc_info()", "Class, object and traceback of the exception that is being handled, or three times None.",
    example: "sys.exc_info()  # (None, None, None)"
  ) { (context, _) throws(Fault) in
    let value = context.currentException()
    var items = ValueList(capacity: 3)
    if let exception = value.asException {
      items.append(exception.value.type.copy())
      items.append(value.copy())
      items.append(exception.value.traceback)
    } else {
      for _ in 0..<3 { items.append(.nothing) }
    }
    return .tuple(items)
  }

  static let currentException = Builtin(
    "sys.exception()", "The exception that is being handled, or None.", example: "sys.exception()"
  ) { (context, _) throws(Fault) in
    context.currentException()
  }

  static let internText = Builtin("sys.intern(string, /)", "The string itself.", example: "sys.intern('a')  # 'a'") {
    (_, arguments) throws(Fault) in
    arguments[0].copy()
  }

  static let sizeOf = Builtin(
    "sys.getsizeof(object, default=None, /)", "About how many bytes a value takes.", example: "sys.getsizeof([])"
  ) { (context, arguments) throws(Fault) in
    .int(try context.approximateSize(arguments[0]))
  }
}

extension Builtin {
  static let longestIntegerText = Builtin(
    "sys.get_int_max_str_digits()", "How many decimal digits a conversion of integers may have, 0 for any number.",
    example: "sys.get_int_max_str_digits()  # 4300"
  ) { (_, _) throws(Fault) in
    .int(IntegerText.longest)
  }

  static let setLongestIntegerText = Builtin(
    "sys.set_int_max_str_digits(maxdigits)", "Sets how many decimal digits a conversion of integers may have.",
    example: "sys.set_int_max_str_digits(4300)"
  ) { (context, arguments) throws(Fault) in
    let digits = try context.integer(arguments[0])
    if digits != 0 && digits < 640 { throw Fault(.valueError, "maxdigits must be 0 or larger than 640") }
    IntegerText.longest = digits
    return .nothing
  }
}

extension Context {
  fileprivate func approximateSize(_ value: borrowing Value) throws(Fault) -> Int {
    switch value {
    case .string(let r): 49 + r.value.text.utf8.count
    case .list(let r): 56 + 8 * r.value.items.count
    case .tuple(let r): 40 + 8 * r.value.items.count
    case .dictionary(let r): 64 + 104 * r.value.table.count
    case .array(let r): 112 + r.value.count * r.value.type.size
    case .bigInteger(let r): 24 + r.value.value.magnitude.bitWidth / 8
    default: 28
    }
  }
}
