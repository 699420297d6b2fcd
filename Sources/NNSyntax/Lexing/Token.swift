/// A lexeme's kind. The raw value of a keyword or operator is its text.
public enum TokenKind: String, Hashable, Sendable, CaseIterable {
  case endOfFile = "end of file"
  /// The end of a logical line.
  case newline
  case indent
  case dedent
  case name
  case number
  /// A string literal with prefix and quotes.
  case string
  /// A whole line that begins with `%` or `!`.
  case magic
  /// A character that is no token: `$`, `?`, `!`, a backtick.
  case unknown
  /// The place where the lexer stopped with an error.
  case error
  /// The body of a function that is to be read later.
  case skipped = "skipped body"
  /// The same of a method that needs its class, for `super()` or by the name `__class__`.
  case skippedMethod = "skipped body of a method"

  case `false` = "False"
  case none = "None"
  case `true` = "True"
  case and
  case `as`
  case assert
  case async
  case await
  case `break`
  case `class`
  case `continue`
  case def
  case del
  case elif
  case `else`
  case except
  case finally
  case `for`
  case from
  case global
  case `if`
  case `import`
  case `in`
  case `is`
  case lambda
  case nonlocal
  case not
  case or
  case pass
  case raise
  case `return`
  case `try`
  case `while`
  case with
  case yield

  case openParen = "("
  case closeParen = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case colon = ":"
  case comma = ","
  case semicolon = ";"
  case dot = "."
  case ellipsis = "..."
  case arrow = "->"
  case walrus = ":="
  case assign = "="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case at = "@"
  case doubleStar = "**"
  case leftShift = "<<"
  case rightShift = ">>"
  case ampersand = "&"
  case pipe = "|"
  case caret = "^"
  case tilde = "~"
  case less = "<"
  case lessEqual = "<="
  case equal = "=="
  case notEqual = "!="
  /// Python 1's spelling of `!=`, always an error.
  case lessGreater = "<>"
  case greater = ">"
  case greaterEqual = ">="
  case plusAssign = "+="
  case minusAssign = "-="
  case starAssign = "*="
  case slashAssign = "/="
  case doubleSlashAssign = "//="
  case percentAssign = "%="
  case atAssign = "@="
  case doubleStarAssign = "**="
  case leftShiftAssign = "<<="
  case rightShiftAssign = ">>="
  case ampersandAssign = "&="
  case pipeAssign = "|="
  case caretAssign = "^="

  /// The words of Python, which cannot be names.
  public static var keywordTexts: [String] { allCases.filter(\.isKeyword).map(\.rawValue).sorted() }

  /// The closing bracket of an opening one.
  var partner: TokenKind? {
    switch self {
    case .openParen: .closeParen
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  /// Whether the kind is one of Python's reserved words.
  public var isKeyword: Bool {
    switch self {
    case .endOfFile, .newline, .indent, .dedent, .name, .number, .string, .magic, .unknown, .error, .skipped,
      .skippedMethod:
      false
    default: rawValue.utf8.first.map(Ascii.isNameStart) ?? false
    }
  }
}

/// One lexeme.
public struct Token: Hashable, Sendable {
  public let kind: TokenKind
  public let span: Span
  /// How many brackets are open after the token.
  public let level: UInt8
}
