/// The body of a function of the library that has not been parsed: most of them are never called.
struct DeferredBody: UnparsedBody {
  private let parser: Parser
  private let header: Token

  init(_ parser: Parser, _ header: Token) {
    self.parser = parser
    self.header = header
  }

  func parse() throws(Diagnostic) -> [Statement] {
    var parser = parser
    parser.defersBodies = false
    return try parser.parseBlock(after: "function definition", header)
  }
}

extension Parser {
  /// The index behind the indented body that begins here; nil where it has to be parsed now: it is short, or what it has
  /// decides what kind of function this is.
  func deferrableBodyEnd() -> Int? {
    guard at(.newline), peek(1).kind == .indent else { return nil }
    var (place, depth) = (index + 2, 1)
    while depth > 0 {
      guard place < tokens.count else { return nil }
      switch tokens[place].kind {
      case .indent: depth += 1
      case .dedent: depth -= 1
      case .yield, .global, .nonlocal, .error, .endOfFile, .magic: return nil
      case .name:
        let span = tokens[place].span
        let length = span.end - span.start
        if length == 5 || length == 9, ["super", "__class__"].contains(text(of: tokens[place])) { return nil }
      default: break
      }
      place += 1
    }
    return place - index < 16 ? nil : place
  }

  /// Goes on behind a body; returns its docstring as the statement that it is.
  mutating func passBody(to end: Int) throws(Diagnostic) -> [Statement] {
    var statements: [Statement] = []
    if peek(2).kind == .string, peek(3).kind == .newline {
      index += 2
      try parseStatement(into: &statements)
    }
    index = end
    return statements
  }
}
