/// What parameters are written for; the two differ in annotations and in the token that ends them.
enum ParameterOwner {
  case function
  case lambda

  /// The token after the last parameter.
  var terminator: TokenKind { self == .function ? .closeParen : .colon }
  /// The words of CPython's message about parenthesized parameters.
  var description: String { self == .function ? "Function" : "Lambda expression" }
}

extension Parser {
  /// The parameters up to, not including, the closing token.
  mutating func parseParameters(_ owner: ParameterOwner) throws(Diagnostic) -> Parameters {
    var parameters = Parameters()
    var hasSlash = false
    var hasStar = false
    while !at(owner.terminator) {
      switch current.kind {
      case .slash:
        try parseSlash(&parameters, hasSlash: hasSlash, hasStar: hasStar)
        hasSlash = true
      case .star:
        if hasStar {
          let isRepeated = peek(1).kind == .name || peek(1).kind == .comma
          throw isRepeated ? error("* argument may appear only once", at: current.span) : invalidSyntax()
        }
        try parseStarParameter(&parameters, owner)
        hasStar = true
      case .doubleStar:
        try parseKeywordVariadic(&parameters, owner)
        return parameters
      case .openParen:
        let isPlain = !hasSlash && !hasStar && parameters.positional.last?.defaultValue == nil
        throw isPlain ? parenthesizedParametersError(owner) : invalidSyntax()
      default:
        try parsePlainParameter(&parameters, isKeywordOnly: hasStar, owner)
      }
      guard at(.comma) else { break }
      advance()
    }
    return parameters
  }

  private mutating func parseSlash(
    _ parameters: inout Parameters, hasSlash: Bool, hasStar: Bool
  ) throws(Diagnostic) {
    let span = current.span
    if hasStar { throw error("/ must be ahead of *", at: span) }
    if hasSlash { throw error("/ may appear only once", at: span) }
    if parameters.positional.isEmpty {
      throw peek(1).kind == .comma ? error("at least one argument must precede /", at: span) : invalidSyntax()
    }
    advance()
    if at(.star) { throw error("expected comma between / and *", at: current.span) }
    parameters.positionalOnly = parameters.positional
    parameters.positional = []
  }

  private mutating func parseStarParameter(
    _ parameters: inout Parameters, _ owner: ParameterOwner
  ) throws(Diagnostic) {
    let star = advance().span
    if at(owner.terminator) { throw error("named arguments must follow bare *", at: star) }
    if at(.comma) {
      let next = peek(1).kind
      if next == owner.terminator || next == .doubleStar {
        throw error("named arguments must follow bare *", at: star)
      }
      return
    }
    let parameter = try parseParameterHead(owner, annotationMayBeStarred: true)
    if at(.assign) { throw error("var-positional argument cannot have default value", at: current.span) }
    parameters.variadic = parameter
  }

  private mutating func parseKeywordVariadic(
    _ parameters: inout Parameters, _ owner: ParameterOwner
  ) throws(Diagnostic) {
    advance()
    parameters.keywordVariadic = try parseParameterHead(owner)
    if at(.assign) { throw error("var-keyword argument cannot have default value", at: current.span) }
    guard accept(.comma) else { return }
    switch current.kind {
    case .name, .star, .doubleStar, .slash:
      throw error("arguments cannot follow var-keyword argument", at: current.span)
    default: break
    }
  }

  private mutating func parsePlainParameter(
    _ parameters: inout Parameters, isKeywordOnly: Bool, _ owner: ParameterOwner
  ) throws(Diagnostic) {
    let head = try parseParameterHead(owner)
    var value: Expression?
    if at(.assign) {
      let assign = advance().span
      if at(.comma) || at(.closeParen) { throw error("expected default value expression", at: assign) }
      value = try parseExpression()
    }
    let parameter = Parameter(
      name: head.name, nameSpan: head.nameSpan, annotation: head.annotation, defaultValue: value)
    if isKeywordOnly {
      parameters.keywordOnly.append(parameter)
      return
    }
    let previous = parameters.positional.last ?? parameters.positionalOnly.last
    if value == nil, previous?.defaultValue != nil, at(.comma) || at(owner.terminator) {
      throw error("non-default argument follows default argument", at: head.nameSpan)
    }
    parameters.positional.append(parameter)
  }

  private mutating func parseParameterHead(
    _ owner: ParameterOwner, annotationMayBeStarred: Bool = false
  ) throws(Diagnostic) -> Parameter {
    let name = try parseIdentifier()
    var annotation: Expression?
    if owner == .function, accept(.colon) {
      annotation = annotationMayBeStarred && at(.star) ? try parseStarred() : try parseExpression()
    }
    return Parameter(name: name.name, nameSpan: name.span, annotation: annotation, defaultValue: nil)
  }

  private mutating func parenthesizedParametersError(_ owner: ParameterOwner) -> Diagnostic {
    let start = index
    let startOffset = current.span.start
    let list: Void? = attempt { (parser) throws(Diagnostic) in
      parser.advance()
      _ = try parser.parseIdentifier()
      while parser.accept(.comma), parser.at(.name) { parser.advance() }
      try parser.expect(.closeParen)
    }
    guard list != nil else { return invalidSyntax() }
    let wrong = span(from: startOffset)
    index = start
    return error("\(owner.description) parameters cannot be parenthesized", at: wrong)
  }
}
