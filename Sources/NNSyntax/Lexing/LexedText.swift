/// What the lexer found: the tokens up to the end or the first error.
public struct LexedText: Sendable {
  /// The tokens; the last is `endOfFile` or `error`.
  public let tokens: [Token]
  /// The error the lexer stopped at.
  public let error: Diagnostic?
  /// Whether the error outranks the parser's own errors in the text before it, as in CPython.
  let errorOutranksParser: Bool
  /// The innermost bracket still open where the lexer stopped.
  let openBracket: OpenBracket?
  /// Deprecated number spellings such as `1if x else y`.
  let warnings: [Diagnostic]
}

/// A bracket waiting for its partner.
struct OpenBracket: Sendable {
  let kind: TokenKind
  let offset: Int32
}
