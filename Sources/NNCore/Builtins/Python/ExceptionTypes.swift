extension Builtin {
  /// Python's exception classes, each constructible from its arguments.
  static var exceptionTypes: [Builtin] { ExceptionKind.python.map(exceptionType) }

  /// The names that two of them had, and the methods of all.
  static let exceptionMembers: [Builtin] =
    ["IOError", "EnvironmentError"].map { constant($0, "Another name of OSError.") { .type(.exception(.osError)) } }
    + [.exceptionInit, .exceptionText, .exceptionRepr, .addNote, .withTraceback]

  /// NumPy's own exception classes.
  static let numpyExceptionTypes: [Builtin] = ExceptionKind.allCases.filter(\.belongsToNumPy).map(exceptionType)

  /// What makes exceptions of a kind.
  static func exceptionType(_ kind: ExceptionKind) -> Builtin {
    let signature = kind.keywordNames.isEmpty ? "(*args)" : "(*args, **kwargs)"
    return Builtin("\(kind.name)\(signature)", "An exception of this class.", constructs: .exception(kind)) {
      (context, arguments) throws(Fault) in
      let items = arguments.variadic(0)?.value.items.copies() ?? ValueList()
      let keywords = kind.keywordNames.isEmpty ? nil : arguments[1].asDictionary
      return .exception(try context.makeException(kind, items, keywords: keywords))
    }
  }

  static let exceptionInit = Builtin(
    "exception.__init__(self, *args, **kwargs)", "Sets the arguments.", example: "ValueError.__init__(ValueError(), 1)",
    quick: { (context, arguments, count) throws(Fault) in
      guard count > 0, let exception = arguments[0].asException else { return nil }
      var items = ValueList(capacity: count - 1)
      for index in 1..<count { items.append(arguments[index].copy()) }
      exception.value.arguments = items
      try context.initialize(exception)
      return .nothing
    }
  ) { (context, arguments) throws(Fault) in
    let exception = try exceptionReceiver(arguments[0], "__init__")
    exception.value.arguments = arguments.variadic(1)?.value.items.copies() ?? ValueList()
    try context.initialize(exception, keywords: arguments[2].asDictionary)
    return .nothing
  }

  static let exceptionText = Builtin(
    "exception.__str__(self, /)", "The message.", example: "ValueError('bad').__str__()  # 'bad'"
  ) { (context, arguments) throws(Fault) in
    .string(UnicodeText(utf8: try context.exceptionText(try exceptionReceiver(arguments[0], "__str__"))))
  }

  static let exceptionRepr = Builtin(
    "exception.__repr__(self, /)", "The exception as source would make it.",
    example: "ValueError('bad').__repr__()  # \"ValueError('bad')\""
  ) { (context, arguments) throws(Fault) in
    var text: [UInt8] = []
    try context.appendExceptionRepr(try exceptionReceiver(arguments[0], "__repr__"), to: &text)
    return .string(UnicodeText(utf8: text))
  }

  static let addNote = Builtin(
    "exception.add_note(self, note, /)", "Adds a line to the exception's report.",
    example: "ValueError('bad').add_note('see above')"
  ) { (context, arguments) throws(Fault) in
    try context.addNote(try exceptionReceiver(arguments[0], "add_note"), arguments[1])
    return .nothing
  }

  static let withTraceback = Builtin(
    "exception.with_traceback(self, tb, /)", "Sets the traceback and gives the exception.",
    example: "ValueError('bad').with_traceback(None)  # ValueError('bad')"
  ) { (context, arguments) throws(Fault) in
    try context.setTraceback(try exceptionReceiver(arguments[0], "with_traceback"), arguments[1])
    return arguments[0].copy()
  }

  private static func exceptionReceiver(
    _ value: borrowing Value, _ method: String
  ) throws(Fault) -> Unowned<ExceptionObject> {
    guard let exception = value.asException else {
      throw Fault(
        .typeError, "descriptor '\(method)' requires a 'BaseException' object but received a '\(value.typeName)'")
    }
    return exception
  }

  /// What Python 2 has under other names.
  static let python2Names: [Builtin] = [
    constant("xrange", "Python 2's name of range.") { .type(.range) },
    constant("unicode", "Python 2's name of str.") { .type(.string) },
    constant("basestring", "Python 2's name of str.") { .type(.string) },
    constant("long", "Python 2's name of int.") { .type(.int) },
    constant("unichr", "Python 2's name of chr.") { .builtin(BuiltinObject.make(.chr)) },
    constant("raw_input", "Python 2's name of input.") { .builtin(BuiltinObject.make(.input)) },
  ]
}

extension ExceptionKind {
  /// All but NumPy's.
  static var python: [ExceptionKind] { allCases.filter { !$0.belongsToNumPy } }

  fileprivate var belongsToNumPy: Bool { rawValue.hasPrefix("numpy.") }
}
