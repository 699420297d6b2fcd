/// The text of `nn --dump tokens`: one token a line with its place, kind and text.
public enum TokenDump {
  /// The tokens of a source, and the lexer's error if it stopped at one.
  public static func text(_ source: SourceText, options: ParserOptions = ParserOptions()) -> String {
    let lexed = Lexer.lex(source, magics: options.magics)
    var lines = lexed.tokens.map { token in
      let place = source.lineColumn(of: token.span.start)
      let text = source.text(of: token.span)
      let isNamed = token.kind.rawValue != text && !text.isEmpty && text != "\n"
      return "\(place.line):\(place.column) \(token.kind.rawValue)" + (isNamed ? " \(quoted(text))" : "")
    }
    if let error = lexed.error { lines.append("\(error.kind.rawValue): \(error.message)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A text in double quotes with control characters escaped, fit for a terminal.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\"", "\\": result += "\\" + String(scalar)
    default: result += scalar.isPrintable ? String(scalar) : "\\u{\(hex(scalar.value))}"
    }
  }
  return result + "\""
}
