extension Builtin {
  static let warningsModule: [Builtin] = [.warningsWarn, .warningsFilter, .warningsSimpleFilter, .warningsReset]

  static let warningsWarn = Builtin(
    "warnings.warn(message, category=None, stacklevel=1, source=None)", "Warns the user.",
    example: "warnings.warn('too few points')"
  ) { (context, arguments) throws(Fault) in
    var kind = ExceptionKind.userWarning
    if !arguments[1].isNone {
      guard case .exception(let given)? = arguments[1].asType, given.inherits(from: .warning) else {
        throw Fault(.typeError, "category must be a Warning subclass, not '\(arguments[1].typeName)'")
      }
      kind = given
    }
    context.warn(kind, String(decoding: try context.text(arguments[0]), as: UTF8.self))
    return .nothing
  }

  static let warningsFilter = Builtin(
    "warnings.filterwarnings(action, message='', category=None, module='', lineno=0, append=False)",
    "Silences warnings of a category (`'ignore'`) or shows them again.", example: "warnings.filterwarnings('ignore')"
  ) { (context, arguments) throws(Fault) in
    try context.filterWarnings(arguments[0], arguments[2])
    return .nothing
  }

  static let warningsSimpleFilter = Builtin(
    "warnings.simplefilter(action, category=None, lineno=0, append=False)",
    "Silences warnings of a category (`'ignore'`) or shows them again.", example: "warnings.simplefilter('ignore')"
  ) { (context, arguments) throws(Fault) in
    try context.filterWarnings(arguments[0], arguments[1])
    return .nothing
  }

  static let warningsReset = Builtin(
    "warnings.resetwarnings()", "Shows all warnings again.", example: "warnings.resetwarnings()"
  ) { (context, _) throws(Fault) in
    context.ignoredWarnings = []
    return .nothing
  }
}

extension Context {
  fileprivate func filterWarnings(_ action: borrowing Value, _ category: borrowing Value) throws(Fault) {
    let name = try textArgument(action, "action must be a string, not ").string
    guard ["default", "error", "ignore", "always", "module", "once"].contains(name) else {
      throw Fault(.valueError, "invalid action: '\(name)'")
    }
    var kind = ExceptionKind.warning
    if !category.isNone {
      guard case .exception(let given)? = category.asType, given.inherits(from: .warning) else {
        throw Fault(.typeError, "category must be a Warning subclass")
      }
      kind = given
    }
    if name == "ignore" {
      ignoredWarnings.insert(kind)
    } else {
      ignoredWarnings = ignoredWarnings.filter { !$0.inherits(from: kind) && !kind.inherits(from: $0) }
    }
  }
}
