/// f-strings, by CPython 3.11's rules: the expressions are found by their brackets and quotes first and parsed afterwards.
extension Parser {
  /// CPython's bound of brackets within one f-string expression.
  private static let maximumFormatBrackets = 200

  /// The parts of an f-string (level 0) from `position` on, or of a format spec (level 1) up to its closing brace.
  mutating func parseFormattedParts(
    of literal: StringLiteral, from position: inout Int, level: Int
  ) throws(Diagnostic) -> [FormattedPart] {
    var parts: [FormattedPart] = []
    while position < literal.body.upperBound {
      parts.append(.text(try parseFormattedText(of: literal, from: &position, level: level)))
      guard position < literal.body.upperBound, source.bytes[position] == Ascii.openBrace else { break }
      parts += try parseFormattedValue(of: literal, from: &position, level: level)
    }
    return Parser.joined(parts)
  }

  /// Text up to a value or the end; doubled braces stand for one.
  private mutating func parseFormattedText(
    of literal: StringLiteral, from position: inout Int, level: Int
  ) throws(Diagnostic) -> [UInt8] {
    let bytes = source.bytes
    let end = literal.body.upperBound
    var text: [UInt8] = []
    var start = position
    while position < end {
      let byte = bytes[position]
      if byte == Ascii.backslash, !literal.isRaw, position + 1 < end {
        position += bytes[position + 1] == Ascii.openBrace ? 1 : 2
        if bytes[position - 1] == 0x4E, position < end, bytes[position] == Ascii.openBrace {
          while position < end, bytes[position] != Ascii.closeBrace { position += 1 }
          position = min(position + 1, end)
        }
        continue
      }
      if byte == Ascii.openBrace || byte == Ascii.closeBrace {
        if level == 0, position + 1 < end, bytes[position + 1] == byte {
          text += try decode(start..<position + 1, of: literal)
          position += 2
          start = position
          continue
        }
        if level == 0, byte == Ascii.closeBrace {
          throw error("f-string: single '}' is not allowed", at: literal.span)
        }
        break
      }
      position += 1
    }
    return text + (try decode(start..<min(position, end), of: literal))
  }

  /// `{expression=!conversion:spec}` as a value, with its text before it for `=`.
  private mutating func parseFormattedValue(
    of literal: StringLiteral, from position: inout Int, level: Int
  ) throws(Diagnostic) -> [FormattedPart] {
    guard level < 2 else { throw error("f-string: expressions nested too deeply", at: literal.span) }
    let end = literal.body.upperBound
    let start = position + 1
    let finish = try endOfFormattedExpression(of: literal, from: start)
    guard finish < end else { throw error("f-string: expecting '}'", at: literal.span) }
    let expression = try parseFormattedExpression(start..<finish, of: literal)
    position = finish
    var parts: [FormattedPart] = []
    let hasDebugText = source.bytes[position] == 0x3D
    if hasDebugText {
      position += 1
      while position < end, [Ascii.space, 9, 10, 11, 12].contains(source.bytes[position]) { position += 1 }
      parts.append(.text(Array(source.bytes[start..<position])))
    }
    var conversion = try parseConversion(of: literal, from: &position)
    var spec: [FormattedPart]?
    if position < end, source.bytes[position] == 0x3A {
      position += 1
      spec = try parseFormattedParts(of: literal, from: &position, level: level + 1)
    }
    guard position < end, source.bytes[position] == Ascii.closeBrace else {
      throw error("f-string: expecting '}'", at: literal.span)
    }
    position += 1
    if hasDebugText, conversion == nil, spec == nil { conversion = .repr }
    parts.append(.value(FormattedValue(expression: expression, conversion: conversion, spec: spec)))
    return parts
  }

  private func parseConversion(
    of literal: StringLiteral, from position: inout Int
  ) throws(Diagnostic) -> FormattedValue.Conversion? {
    let end = literal.body.upperBound
    guard position < end, source.bytes[position] == Ascii.exclamation else { return nil }
    position += 1
    guard position < end else { throw error("f-string: expecting '}'", at: literal.span) }
    let letter = String(decoding: [source.bytes[position]], as: UTF8.self)
    position += 1
    guard let conversion = FormattedValue.Conversion(rawValue: letter) else {
      throw error("f-string: invalid conversion character: expected 's', 'r', or 'a'", at: literal.span)
    }
    return conversion
  }

  /// The offset of the `}`, `!`, `:` or `=` that ends the expression, or the literal's end.
  private func endOfFormattedExpression(of literal: StringLiteral, from start: Int) throws(Diagnostic) -> Int {
    let bytes = source.bytes
    let end = literal.body.upperBound
    var position = start
    var quote: (byte: UInt8, width: Int)?
    var brackets: [TokenKind] = []
    func isTripled(_ at: Int) -> Bool { at + 2 < end && bytes[at + 1] == bytes[at] && bytes[at + 2] == bytes[at] }
    while position < end {
      let byte = bytes[position]
      if byte == Ascii.backslash {
        throw error("f-string expression part cannot include a backslash", at: literal.span)
      }
      if let open = quote {
        if byte == open.byte, open.width == 1 || isTripled(position) {
          position += open.width - 1
          quote = nil
        }
      } else if byte == Ascii.quote || byte == Ascii.doubleQuote {
        let width = isTripled(position) ? 3 : 1
        quote = (byte, width)
        position += width - 1
      } else if byte == Ascii.hash {
        throw error("f-string expression part cannot include '#'", at: literal.span)
      } else if brackets.isEmpty, "!:}=><".utf8.contains(byte) {
        let isTwoBytes = position + 1 < end && bytes[position + 1] == 0x3D && "!=<>".utf8.contains(byte)
        if isTwoBytes {
          position += 1
        } else if byte != 0x3E, byte != 0x3C {
          return position
        }
      } else if let kind = TokenKind.op(byte, 0, 0)?.0 {
        try trackFormatBracket(kind, &brackets, literal)
      }
      position += 1
    }
    if quote != nil { throw error("f-string: unterminated string", at: literal.span) }
    if let open = brackets.last { throw error("f-string: unmatched '\(open.rawValue)'", at: literal.span) }
    return end
  }

  private func trackFormatBracket(
    _ kind: TokenKind, _ brackets: inout [TokenKind], _ literal: StringLiteral
  ) throws(Diagnostic) {
    switch kind {
    case .openParen, .openBracket, .openBrace:
      guard brackets.count < Parser.maximumFormatBrackets else {
        throw error("f-string: too many nested parenthesis", at: literal.span)
      }
      brackets.append(kind)
    case .closeParen, .closeBracket, .closeBrace:
      guard let open = brackets.popLast() else {
        throw error("f-string: unmatched '\(kind.rawValue)'", at: literal.span)
      }
      guard open.partner == kind else {
        throw error(
          "f-string: closing parenthesis '\(kind.rawValue)' does not match opening parenthesis '\(open.rawValue)'",
          at: literal.span)
      }
    default: break
    }
  }

  private mutating func parseFormattedExpression(
    _ range: Range<Int>, of literal: StringLiteral
  ) throws(Diagnostic) -> Expression {
    if source.bytes[range].allSatisfy({ [Ascii.space, 9, 10, 12, 13].contains($0) }) {
      let end = source.bytes[range.upperBound]
      let message =
        end == Ascii.closeBrace
        ? "empty expression not allowed"
        : "expression required before '\(String(decoding: [end], as: UTF8.self))'"
      throw error("f-string: " + message, at: literal.span)
    }
    try enter()
    defer { leave() }
    let lexed = Lexer.lexFormattedExpression(source, range)
    var parser = Parser(source: source, lexedText: lexed, options: options, nesting: nesting)
    do throws(Diagnostic) {
      let expression = try parser.parseStarExpressions()
      try parser.expect(.newline)
      warnings += parser.warnings
      return expression
    } catch var diagnostic {
      errorIsFinal = true
      let ranked = parser.ranked(diagnostic)
      if ranked == lexed.error || parser.errorIsFinal { throw ranked }
      diagnostic.continuation = .none
      if diagnostic.kind == .syntaxError, !diagnostic.message.hasPrefix("f-string: ") {
        diagnostic.message = "f-string: " + diagnostic.message
      }
      throw diagnostic
    }
  }
}
