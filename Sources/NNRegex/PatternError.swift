/// What is wrong with a pattern, in the words of Python's `re.error`.
public struct PatternError: Error {
  /// `unplaced`: the message has no place; `overflow`: Python raises an OverflowError.
  public enum Kind { case pattern, overflow, unplaced }
  public let message: String
  /// The index of the code point where it is wrong.
  public let position: Int
  public let kind: Kind

  init(_ message: String, at position: Int, kind: Kind = .pattern) {
    self.message = message
    self.position = position
    self.kind = kind
  }
}
