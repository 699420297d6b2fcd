/// What becomes of the warnings of a category: one rule of `warnings.filterwarnings`.
final class WarningFilter {
  enum Action: String {
    case `default`, error, ignore, always, module, once
  }

  let action: Action
  /// A class of warnings.
  let category: Value
  /// What the text begins with, in lower case; empty for any.
  let prefix: String
  /// The line; 0 for any.
  let line: Int

  init(_ action: Action, _ category: consuming Value, prefix: String = "", line: Int = 0) {
    self.action = action
    self.category = category
    self.prefix = prefix
    self.line = line
  }

  /// Whether the rule is about a warning.
  func applies(to category: borrowing Value, _ text: String, line: Int) -> Bool {
    (self.line == 0 || self.line == line) && category.isExceptionClass(self.category)
      && (prefix.isEmpty || text.lowercased().hasPrefix(prefix))
  }

  /// What CPython begins with: categories for developers are silent, deprecation speaks in the program itself.
  static func standardAction(_ category: borrowing Value) -> Action {
    for kind in [ExceptionKind.pendingDeprecationWarning, .importWarning, .resourceWarning]
    where category.isExceptionClass(kind) {
      return .ignore
    }
    return .default
  }
}

/// A warning that `catch_warnings(record=True)` has collected.
final class WarningMessagePayload: NativePayload {
  var message: Value
  var category: Value
  let file: String
  let line: Int

  init(_ message: consuming Value, _ category: consuming Value, file: String, line: Int) {
    self.message = message
    self.category = category
    self.file = file
    self.line = line
  }

  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(message)
    visitor.visit(category)
  }

  override func clear() {
    message = .nothing
    category = .nothing
  }
}

/// `warnings.catch_warnings`: keeps the rules from before.
final class CatchWarningsPayload: NativePayload {
  let records: Bool
  let action: WarningFilter?
  var saved: [WarningFilter]?

  init(records: Bool, action: WarningFilter?) {
    self.records = records
    self.action = action
  }
}
