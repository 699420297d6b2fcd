/// Turns a source text into tokens by the rules of CPython's tokenizer: logical lines, indentation, brackets.
public struct Lexer {
  /// CPython's limit of open brackets.
  static let maximumBrackets = 200
  /// CPython's limit of indentation levels, the outermost included.
  static let maximumIndents = 100

  let source: SourceText
  let bytes: [UInt8]
  /// The offset the lexer reads up to: the text's end, or the end of an f-string's expression.
  let end: Int
  let magics: Bool
  let python2: Bool
  var position: Int
  var tokens: [Token] = []
  var brackets: [OpenBracket] = []
  var warnings: [Diagnostic] = []
  var indents: [Indent] = [Indent(column: 0, alternate: 0)]
  /// Whether bodies of functions are passed over.
  private var defersBodies = false
  /// Where a body ends that had to be read: functions inside it are read as well.
  var eagerEnd = 0
  private var errorOutranksParser = true
  private let keywords = KeywordTable.shared

  /// An indentation, with tabs to the next multiple of eight and with tabs as one column.
  struct Indent: Equatable {
    var column: Int
    var alternate: Int
  }

  private init(source: SourceText, range: Range<Int>, magics: Bool, python2: Bool = false) {
    self.source = source
    self.python2 = python2
    self.magics = magics
    bytes = source.bytes
    position = range.lowerBound
    end = range.upperBound
    tokens.reserveCapacity(range.count / 8)
  }

  /// The tokens of a whole source; `magics` admits lines that begin with `%` or `!`.
  public static func lex(_ source: SourceText, magics: Bool = false, python2: Bool = false) -> LexedText {
    var lexer = Lexer(source: source, range: 0..<source.bytes.count, magics: magics, python2: python2)
    return lexer.run { (lexer) throws(Diagnostic) in
      try lexer.validateEncoding()
      try lexer.lexLines()
    }
  }

  /// The tokens of a text of the library, which is right: bodies of its functions are passed over.
  static func lexTrusted(_ source: SourceText) -> LexedText {
    var lexer = Lexer(source: source, range: 0..<source.bytes.count, magics: false)
    lexer.defersBodies = true
    return lexer.run { (lexer) throws(Diagnostic) in try lexer.lexLines() }
  }

  /// The tokens of a body that was passed over: an indent, lines, a dedent.
  static func lexBody(_ source: SourceText, _ range: Range<Int>) -> LexedText {
    var lexer = Lexer(source: source, range: range, magics: false)
    return lexer.run { (lexer) throws(Diagnostic) in try lexer.lexLines() }
  }

  /// The tokens of an f-string's expression, between the parentheses CPython puts around it.
  static func lexFormattedExpression(_ source: SourceText, _ range: Range<Int>) -> LexedText {
    var lexer = Lexer(source: source, range: range, magics: false)
    return lexer.run { (lexer) throws(Diagnostic) in
      let start = Int32(clamping: range.lowerBound)
      lexer.brackets.append(OpenBracket(kind: .openParen, offset: start))
      lexer.append(.openParen, from: range.lowerBound)
      while try lexer.lexToken() {}
      lexer.brackets.removeAll()
      lexer.append(.closeParen, from: lexer.end)
      lexer.append(.newline, from: lexer.end)
      lexer.append(.endOfFile, from: lexer.end)
    }
  }

  private mutating func run(_ body: (inout Lexer) throws(Diagnostic) -> Void) -> LexedText {
    var error: Diagnostic?
    do throws(Diagnostic) {
      try body(&self)
    } catch let diagnostic {
      error = diagnostic
      tokens.append(Token(kind: .error, span: diagnostic.span, level: UInt8(clamping: brackets.count)))
    }
    return LexedText(
      tokens: tokens, error: error, errorOutranksParser: errorOutranksParser, openBracket: brackets.last,
      warnings: warnings)
  }

  // MARK: Lines

  private mutating func lexLines() throws(Diagnostic) {
    while position < end {
      guard try lexLineStart() else { continue }
      let first = tokens.count
      while try lexToken() {}
      if defersBodies, position >= eagerEnd, isDefinition(from: first) { try passBody() }
    }
    if let open = brackets.last {
      errorOutranksParser = false
      throw unclosed(open)
    }
    let last = lastOffset
    for _ in indents.dropFirst() { append(.dedent, from: last, to: last) }
    append(.endOfFile, from: last, to: last)
  }

  /// The end of the last line, where CPython reports what is missing at the end of the text.
  private var lastOffset: Int { end > 0 && bytes[end - 1] == Ascii.newline ? end - 1 : end }

  /// The error for a bracket that nothing closes.
  private func unclosed(_ open: OpenBracket) -> Diagnostic {
    Diagnostic(
      .syntaxError, "'\(open.kind.rawValue)' was never closed", at: Span(start: open.offset, end: open.offset &+ 1),
      continuation: .lexeme)
  }

  /// Reads the indentation of a line; returns false for a blank one, which is consumed.
  mutating func lexLineStart() throws(Diagnostic) -> Bool {
    var indent = Indent(column: 0, alternate: 0)
    var firstIndent: Indent?
    scan: while true {
      switch peek() {
      case Ascii.space:
        indent.column += 1
        indent.alternate += 1
      case Ascii.tab:
        indent.column = (indent.column / 8 + 1) * 8
        indent.alternate += 1
      case Ascii.formFeed:
        indent = Indent(column: 0, alternate: 0)
      case Ascii.backslash:
        firstIndent = firstIndent ?? (indent.column > 0 ? indent : nil)
        try skipContinuation()
        continue scan
      default:
        break scan
      }
      position += 1
    }
    if peek() == Ascii.hash { skipComment() }
    if peek() == Ascii.newline || position >= end {
      position += 1
      return false
    }
    try applyIndent(
      Indent(column: firstIndent?.column ?? indent.column, alternate: firstIndent?.alternate ?? indent.alternate))
    if magics, peek() == Ascii.percent || peek() == Ascii.exclamation || isQuestion { lexMagic() }
    return true
  }

  /// A line of the environment's, up to its end.
  private mutating func lexMagic() {
    let start = position
    while position < end, peek() != Ascii.newline { position += 1 }
    append(.magic, from: start)
  }

  /// Whether the line asks what something is: `name?`, `name??`, `x[0]?` or `?name`.
  private var isQuestion: Bool {
    let mark = UInt8(ascii: "?")
    if peek() == mark { return true }
    var stop = position
    while stop < end, bytes[stop] != Ascii.newline { stop += 1 }
    while stop > position, bytes[stop - 1] == Ascii.space || bytes[stop - 1] == Ascii.tab { stop -= 1 }
    guard stop > position, bytes[stop - 1] == mark else { return false }
    while stop > position, bytes[stop - 1] == mark { stop -= 1 }
    var depth = 0
    for byte in bytes[position..<stop] {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","), Ascii.space:
        if depth == 0 { return false }
      default: if !Ascii.isNamePart(byte) && byte != Ascii.dot { return false }
      }
    }
    return stop > position && depth == 0
  }

  /// Whether the last token is an assignment's sign of a statement: what follows may be a line of the environment's, `!ls`.
  private var isAssignedMagic: Bool { magics && brackets.isEmpty && tokens.last?.kind == .assign }

  private mutating func applyIndent(_ indent: Indent) throws(Diagnostic) {
    guard let current = indents.last else { return }
    if indent.column == current.column {
      if indent.alternate != current.alternate { throw tabError() }
    } else if indent.column > current.column {
      if indent.alternate <= current.alternate { throw tabError() }
      if indents.count >= Lexer.maximumIndents {
        errorOutranksParser = false
        throw Diagnostic(.indentationError, "too many levels of indentation", at: lineSpan())
      }
      indents.append(indent)
      append(.indent, from: position)
    } else {
      while indents.count > 1, let top = indents.last, indent.column < top.column {
        indents.removeLast()
        append(.dedent, from: position)
      }
      guard indent.column == indents.last?.column else {
        errorOutranksParser = false
        throw Diagnostic(
          .indentationError, "unindent does not match any outer indentation level", at: lineSpan())
      }
      if indent.alternate != indents.last?.alternate { throw tabError() }
    }
  }

  private mutating func tabError() -> Diagnostic {
    errorOutranksParser = false
    return Diagnostic(.tabError, "inconsistent use of tabs and spaces in indentation", at: lineSpan())
  }

  private func lineSpan() -> Span {
    source.lineSpan(source.lineColumn(of: Int32(clamping: position)).line)
  }

  // MARK: Tokens

  /// Reads one token of a logical line; returns false after the newline that ends it, or at the end of the text.
  mutating func lexToken() throws(Diagnostic) -> Bool {
    try skipSpace()
    let start = position
    let byte = peek()
    if position >= end {
      if brackets.isEmpty { append(.newline, from: start) }
      return false
    }
    if byte == Ascii.newline {
      append(.newline, from: start, to: start + 1)
      position += 1
      return false
    }
    if byte == Ascii.percent || byte == Ascii.exclamation, isAssignedMagic {
      lexMagic()
    } else if Ascii.isDigit(byte) || (byte == Ascii.dot && Ascii.isDigit(peek(1))) {
      try lexNumber()
    } else if Ascii.isNameStart(byte) {
      try lexNameOrPrefixedString()
    } else if byte == Ascii.quote || byte == Ascii.doubleQuote {
      try lexString(from: start)
    } else {
      try lexOperator()
    }
    return true
  }

  /// Skips spaces, comments, continued lines, and newlines inside brackets.
  private mutating func skipSpace() throws(Diagnostic) {
    while position < end {
      switch peek() {
      case Ascii.space, Ascii.tab, Ascii.formFeed: position += 1
      case Ascii.newline where !brackets.isEmpty: position += 1
      case Ascii.hash: skipComment()
      case Ascii.backslash: try skipContinuation()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while position < end, peek() != Ascii.newline { position += 1 }
  }

  private mutating func skipContinuation() throws(Diagnostic) {
    position += 1
    guard peek() == Ascii.newline || position >= end else {
      errorOutranksParser = false
      throw failure("unexpected character after line continuation character", from: position)
    }
    position += 1
    guard position < end else {
      errorOutranksParser = false
      if let open = brackets.last { throw unclosed(open) }
      throw Diagnostic(
        .syntaxError, "unexpected EOF while parsing",
        at: Span(start: Int32(clamping: lastOffset), end: Int32(clamping: end)), continuation: .lexeme)
    }
  }

  private mutating func lexOperator() throws(Diagnostic) {
    let start = position
    if let (kind, length) = TokenKind.op(peek(), peek(1), peek(2)) {
      position += length
      try trackBrackets(kind, at: start)
      append(kind, from: start)
      return
    }
    let byte = peek()
    if byte < Ascii.space || byte == 0x7F {
      throw failure("invalid non-printable character U+\(hex(UInt32(byte)))", from: start)
    }
    position += 1
    append(.unknown, from: start)
  }

  private mutating func trackBrackets(_ kind: TokenKind, at start: Int) throws(Diagnostic) {
    switch kind {
    case .openParen, .openBracket, .openBrace:
      guard brackets.count < Lexer.maximumBrackets else { throw failure("too many nested parentheses", from: start) }
      brackets.append(OpenBracket(kind: kind, offset: Int32(clamping: start)))
    case .closeParen, .closeBracket, .closeBrace:
      guard let open = brackets.last else { throw failure("unmatched '\(kind.rawValue)'", from: start) }
      guard kind == open.kind.partner else {
        let openLine = source.lineColumn(of: open.offset).line
        let sameLine = openLine == source.lineColumn(of: Int32(clamping: start)).line
        throw failure(
          "closing parenthesis '\(kind.rawValue)' does not match opening parenthesis '\(open.kind.rawValue)'"
            + (sameLine ? "" : " on line \(openLine)"), from: start)
      }
      brackets.removeLast()
    default: break
    }
  }

  // MARK: Reading

  /// The keyword that a name of up to eight bytes is, which `packed` holds; a name otherwise.
  func kind(ofName packed: UInt64, _ length: Int) -> TokenKind { length <= 8 ? keywords.kind(of: packed) : .name }

  /// The byte `ahead` of the current one, 0 beyond the end.
  func peek(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < end ? bytes[index] : 0
  }

  /// Appends a token that ends at `to`, or at the current position.
  mutating func append(_ kind: TokenKind, from start: Int, to finish: Int? = nil) {
    let span = Span(start: Int32(clamping: start), end: Int32(clamping: finish ?? max(start, position)))
    tokens.append(Token(kind: kind, span: span, level: UInt8(clamping: brackets.count)))
  }

  /// A SyntaxError at the bytes from `start` to the current position, one at least.
  func failure(_ message: String, from start: Int) -> Diagnostic {
    let span = Span(start: Int32(clamping: start), end: Int32(clamping: max(position, start + 1)))
    return Diagnostic(.syntaxError, message, at: span)
  }
}

/// A code point as CPython writes it: four hexadecimal digits at least.
func hex(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
