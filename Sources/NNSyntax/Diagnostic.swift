/// An error found in a program's text before it runs: the place, Python's exception type, the message, one hint.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The exception type CPython raises for the same text.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
    case recursionError = "RecursionError"
    case memoryError = "MemoryError"
    /// CPython's type for a Python 2 habit that parses but is deprecated; only in `Module.warnings`.
    case syntaxWarning = "SyntaxWarning"
    case deprecationWarning = "DeprecationWarning"
  }

  /// Where the error stands in the source.
  public var span: Span
  /// The exception type.
  public var kind: Kind
  /// CPython's message where it has one.
  public var message: String
  /// What to write instead, if there is a likely guess.
  public var hint: String?
  /// What the text would need to become valid after all.
  public var continuation: Continuation

  /// How more text could still make a program of one that ends too early.
  public enum Continuation: Hashable, Sendable {
    /// Nothing that follows helps.
    case none
    /// A block or a decorated definition is missing.
    case block
    /// A bracket, string or continued line is open.
    case lexeme
  }

  /// A diagnostic at `span`.
  public init(_ kind: Kind, _ message: String, at span: Span, hint: String? = nil, continuation: Continuation = .none) {
    self.span = span
    self.kind = kind
    self.message = message
    self.hint = hint
    self.continuation = continuation
  }
}
