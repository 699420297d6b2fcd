extension Builtin {
  static let warningsModule: [Builtin] = [
    .warningsWarn, .warningsFilter, .warningsSimpleFilter, .warningsReset, .warningsFormat, .catchWarnings,
    .enterCatchWarnings, .exitCatchWarnings, .warningMessageText,
    record("message", "The warning as an exception.") { $0.message.copy() },
    record("category", "The class of the warning.") { $0.category.copy() },
    record("filename", "The source that warned.") { .string($0.file) },
    record("lineno", "The line that warned.") { .int($0.line) },
    record("line", "The text of the line; not kept.") { _ in .nothing },
    record("file", "Where it was written to: nowhere.") { _ in .nothing },
    record("source", "The object that warned; not kept.") { _ in .nothing },
  ]

  private static func record(
    _ name: String, _ documentation: String, _ value: @escaping (WarningMessagePayload) -> Value
  ) -> Builtin {
    Builtin("WarningMessage.\(name)", documentation) { (_, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(WarningMessagePayload.self) else { return .nothing }
      return value(payload)
    }
  }

  static let warningsWarn = Builtin(
    "warnings.warn(message, category=None, stacklevel=1, source=None)", "Warns the user.",
    example: "warnings.warn('too few points')"
  ) { (context, arguments) throws(Fault) in
    let level = try context.integer(arguments[2])
    if let exception = arguments[0].asException, exception.value.isKind(.warning) {
      let text = String(decoding: try context.text(arguments[0]), as: UTF8.self)
      let warning = exception.owned()
      try context.warn(warning.value.type, text, level: level) { .exception(warning.copy()) }
      return .nothing
    }
    let category = try context.warningCategory(arguments[1], default: .userWarning)
    let text = String(decoding: try context.text(arguments[0]), as: UTF8.self)
    var items = ValueList(capacity: 1)
    items.append(arguments[0].copy())
    let warning = category.asType == nil ? try context.call(category, items) : category.warning(items)
    try context.warn(category, text, level: level) { warning.copy() }
    return .nothing
  }

  static let warningsFilter = Builtin(
    "warnings.filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False)",
    "Says what becomes of warnings of a category: `'ignore'`, `'error'`, `'always'`, `'default'`, `'once'`. The message "
      + "is what their text begins with.",
    example: "warnings.filterwarnings('ignore')"
  ) { (context, arguments) throws(Fault) in
    let prefix = try context.textArgument(arguments[1], "message must be a string, not ").string
    try context.addWarningFilter(
      arguments[0], arguments[2], prefix: prefix, line: arguments[4], appends: try context.truth(arguments[5]))
    return .nothing
  }

  static let warningsSimpleFilter = Builtin(
    "warnings.simplefilter(action, category=Warning, lineno=0, append=False)",
    "Says what becomes of warnings of a category: `'ignore'`, `'error'`, `'always'`, `'default'`, `'once'`.",
    example: "warnings.simplefilter('ignore')"
  ) { (context, arguments) throws(Fault) in
    try context.addWarningFilter(
      arguments[0], arguments[1], prefix: "", line: arguments[2], appends: try context.truth(arguments[3]))
    return .nothing
  }

  static let warningsReset = Builtin(
    "warnings.resetwarnings()", "Shows all warnings again.", example: "warnings.resetwarnings()"
  ) { (context, _) throws(Fault) in
    context.warningFilters = [WarningFilter(.default, .type(.exception(.warning)))]
    return .nothing
  }

  static let warningsFormat = Builtin(
    "warnings.formatwarning(message, category, filename, lineno, line=None)", "A warning as it is written.",
    example: "warnings.formatwarning('few', UserWarning, 'a.py', 3)  # 'a.py:3: UserWarning: few\\n'"
  ) { (context, arguments) throws(Fault) in
    let parts = try (0..<4).map { (index) throws(Fault) -> String in
      if index == 1 { return arguments[1].exceptionClassName }
      return String(decoding: try context.text(arguments[index]), as: UTF8.self)
    }
    let line = arguments[4].isNone ? "" : "  " + String(decoding: try context.text(arguments[4]), as: UTF8.self) + "\n"
    return .string("\(parts[2]):\(parts[3]): \(parts[1]): \(parts[0])\n\(line)")
  }

  // MARK: catch_warnings

  static let catchWarnings = Builtin(
    "warnings.catch_warnings(*, record=False, module=None, action=None, category=Warning, lineno=0, append=False)",
    "A context after which warnings are treated as before it; with `record` they are collected in a list.",
    example: "warnings.catch_warnings()", constructs: .native(.catchWarnings)
  ) { (context, arguments) throws(Fault) in
    var filter: WarningFilter?
    if !arguments[2].isNone {
      filter = try context.warningFilter(arguments[2], arguments[3], prefix: "", line: arguments[4])
    }
    let payload = CatchWarningsPayload(records: try context.truth(arguments[0]), action: filter)
    return .native(Ref(NativeObject(.catchWarnings, payload)))
  }

  static let enterCatchWarnings = Builtin(
    "catch_warnings.__enter__(self, /)", "Keeps what becomes of warnings.",
    example: "warnings.catch_warnings().__enter__()"
  ) { (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(CatchWarningsPayload.self) else { return .nothing }
    if payload.saved != nil { throw Fault(.runtimeError, "Cannot enter catch_warnings twice") }
    payload.saved = context.warningFilters
    context.forgetWarnings()
    if let filter = payload.action { context.warningFilters.insert(filter, at: 0) }
    guard payload.records else { return .nothing }
    let list = Value.list(ValueList())
    context.warningRecords.append(list.copy())
    return list
  }

  static let exitCatchWarnings = Builtin(
    "catch_warnings.__exit__(self, *exc_info)", "Restores what becomes of warnings.",
    example: "warnings.catch_warnings().__exit__"
  ) { (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(CatchWarningsPayload.self), let saved = payload.saved else {
      throw Fault(.runtimeError, "Cannot exit catch_warnings without entering first")
    }
    payload.saved = nil
    context.warningFilters = saved
    if payload.records { _ = context.warningRecords.popLast() }
    return .nothing
  }

  static let warningMessageText = Builtin(
    "WarningMessage.__str__(self, /)", "What was recorded of a warning.",
    example: "warnings.catch_warnings(record=True)"
  ) { (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(WarningMessagePayload.self) else { return .nothing }
    let file = try context.repr(.string(payload.file))
    return .string(
      "{message : \(try context.repr(payload.message)), category : '\(payload.category.exceptionClassName)', "
        + "filename : \(file), lineno : \(payload.line), line : None}")
  }
}

extension Value {
  /// A warning of this builtin class.
  fileprivate borrowing func warning(_ arguments: consuming ValueList) -> Value {
    guard case .exception(let kind)? = asType else { return .nothing }
    return .exception(Ref(ExceptionObject(kind, arguments)))
  }
}

extension Context {
  /// A class of warnings; None and what was left out are the default.
  fileprivate func warningCategory(_ value: borrowing Value, default kind: ExceptionKind) throws(Fault) -> Value {
    if value.isNone || value.isUnbound { return .type(.exception(kind)) }
    guard value.isExceptionClass(.warning) else {
      throw Fault(.typeError, "category must be a Warning subclass, not '\(value.typeName)'")
    }
    return value.copy()
  }

  fileprivate func warningFilter(
    _ action: borrowing Value, _ category: borrowing Value, prefix: String, line: borrowing Value
  ) throws(Fault) -> WarningFilter {
    let name = try textArgument(action, "action must be a string, not ").string
    guard let action = WarningFilter.Action(rawValue: name) else {
      throw Fault(.assertionError, "invalid action: '\(name)'")
    }
    let kept = try warningCategory(category, default: .warning)
    return WarningFilter(action, kept, prefix: Context.plainPrefix(prefix), line: try integer(line))
  }

  fileprivate func addWarningFilter(
    _ action: borrowing Value, _ category: borrowing Value, prefix: String, line: borrowing Value, appends: Bool
  ) throws(Fault) {
    let filter = try warningFilter(action, category, prefix: prefix, line: line)
    if appends { warningFilters.append(filter) } else { warningFilters.insert(filter, at: 0) }
  }

  /// The plain text that a pattern begins with; leading `.*` match anything.
  private static func plainPrefix(_ pattern: String) -> String {
    if pattern.hasPrefix(".*") { return "" }
    let special: Set<Character> = [".", "*", "+", "?", "[", "(", "{", "|", "^", "$", "\\"]
    return String(pattern.prefix { !special.contains($0) }).lowercased()
  }
}
