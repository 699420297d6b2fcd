/// Where a session's statements come from.
public protocol StatementReader: AnyObject {
  /// Asks for a statement, perhaps of many lines, or for several pasted together.
  func read() -> TypedStatement
  /// Shows what the next statement begins with; it can be changed.
  func begin(with text: String)
  /// What was typed, in this session and earlier ones, the oldest first.
  var earlier: [String] { get }
  /// Drops what was typed while a program ran that has now been interrupted.
  func forgetTypedAhead()
  /// The session has ended.
  func close()
}

/// What the user answered to a prompt.
public enum TypedStatement: Equatable {
  /// The lines without the last one's end.
  case text(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D on an empty line, or the input's end.
  case end
}

/// What a reader has to know of the language.
public struct StatementRules {
  /// Whether the lines typed so far can run, or can never become a statement.
  public var isComplete: (String) -> Bool
  /// The blanks that the next line begins with.
  public var indentation: (String) -> String
  /// What Tab offers behind a text.
  public var completions: (String) -> Completions

  public init(
    isComplete: @escaping (String) -> Bool, indentation: @escaping (String) -> String = { _ in "" },
    completions: @escaping (String) -> Completions = { _ in Completions() }
  ) {
    self.isComplete = isComplete
    self.indentation = indentation
    self.completions = completions
  }
}

/// What Tab offers: texts in the place of the last `replaced` characters before the cursor.
public struct Completions: Equatable {
  public var replaced = 0
  public var texts: [String] = []

  public init(replaced: Int = 0, texts: [String] = []) {
    self.replaced = replaced
    self.texts = texts
  }
}
