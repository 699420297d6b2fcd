extension Machine {
  /// A warning, once for each place.
  struct Warning: Hashable {
    let category: String
    let text: String
    let file: String
    let line: Int
  }

  /// Hands on the floating-point warnings that the last operations left, with the line that runs.
  @inline(never) func deliverWarnings() throws(Fault) {
    let warnings = FloatingPointWarnings.drain()
    for warning in warnings {
      switch floatErrors.mode(of: warning.flag) {
      case .ignore: continue
      case .warn: try warn(.runtimeWarning, warning.text)
      case .raise: throw Fault(.floatingPointError, warning.text)
      case .print: try errorOutput?.write("Warning: \(warning.text)\n")
      case .call, .log:
        let flags = warnings.filter { $0.function == warning.function }.reduce(0) { $0 | $1.flag.bit }
        try report(warning, flags)
      }
    }
  }

  /// Hands a floating-point error to the function or the log that `np.seterrcall` was told.
  private func report(_ warning: FloatingPointWarnings.Warning, _ flags: Int) throws(Fault) {
    let handler = floatErrors.handler.copy()
    var arguments = ValueList(capacity: 2)
    if floatErrors.mode(of: warning.flag) == .log {
      if handler.isNone {
        throw Fault(.nameError, "log specified for \(warning.text) but no object with write method found.")
      }
      arguments.append(.string("Warning: \(warning.text)\n"))
      _ = try call(try attribute(handler, Symbol("write")), arguments)
      return
    }
    if handler.isNone {
      throw Fault(.nameError, "python callback specified for \(warning.text) but no function found.")
    }
    arguments.append(.string(warning.flag.text))
    arguments.append(.int(flags))
    _ = try call(handler, arguments)
  }

  /// What the rules make of a warning at a place.
  func issueWarning(
    _ category: borrowing Value, _ text: String, level: Int, message: () -> Value
  ) throws(Fault) {
    let (file, line) = place(level)
    let filter = warningFilters.first { $0.applies(to: category, text, line: line) }
    let action = filter?.action ?? WarningFilter.standardAction(category)
    let name = category.exceptionClassName
    switch action {
    case .ignore: return
    case .error:
      let value = message()
      if let exception = value.asException { throw Fault(raising: exception) }
    case .always: break
    case .once:
      guard shownWarnings.insert(Warning(category: name, text: text, file: "", line: 0)).inserted else { return }
    case .module:
      guard shownWarnings.insert(Warning(category: name, text: text, file: file, line: 0)).inserted else { return }
    case .default:
      guard shownWarnings.insert(Warning(category: name, text: text, file: file, line: line)).inserted else { return }
    }
    guard !warningRecords.isEmpty else {
      warningHandler?(Warning(category: name, text: text, file: file, line: line))
      return
    }
    let record = WarningMessagePayload(message(), category.copy(), file: file, line: line)
    let records = warningRecords[warningRecords.count - 1].copy()
    records.asList?.value.items.append(.native(Ref(NativeObject(.warningMessage, record))))
  }

  /// The source and line that the frame `level - 1` calls further out is at; native callers do not count, nor do the
  /// library's functions in a gradient.
  private func place(_ level: Int) -> (file: String, line: Int) {
    var frame = frames.current
    var level = level
    var isInside = false
    while frames.depth(frame) > 0 {
      let code = frame.frame.function.value.code.unowned
      if code.value.differentiates { isInside = true }
      if !code.value.isNativeCaller && !(isInside && code.value.isBundled) {
        level -= 1
        if level <= 0 { break }
      }
      frame = frame.below
    }
    let function = frame.frame.function
    let code = function.value.code.unowned
    let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
    let span = offset >= 0 && offset < code.value.spans.count ? code.value.spans[offset] : code.value.span
    if code.value.isNativeCaller { return ("sys", 1) }
    return (code.value.source.name, code.value.source.lineColumn(of: span.start).line)
  }
}

extension Code {
  /// Whether it is of the library.
  fileprivate var isBundled: Bool { borrowing get { source.name.hasPrefix("<nn>/") } }

  /// Whether it is of the module that differentiates functions.
  fileprivate var differentiates: Bool { borrowing get { source.name.hasPrefix("<nn>/autograd/") } }

  /// Whether it stands for native code among the frames.
  fileprivate var isNativeCaller: Bool { borrowing get { name == "<native>" } }
}

extension Value {
  /// The name of a class of exceptions.
  var exceptionClassName: String {
    borrowing get { asClassObject?.value.name.name ?? asType?.name ?? "Warning" }
  }
}
