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
  /// Whether more text could still make the program valid (an open bracket, string or block at the end of the text).
  public var isAtEnd: Bool

  /// A diagnostic at `span`.
  public init(_ kind: Kind, _ message: String, at span: Span, hint: String? = nil, isAtEnd: Bool = false) {
    self.span = span
    self.kind = kind
    self.message = message
    self.hint = hint
    self.isAtEnd = isAtEnd
  }
}
