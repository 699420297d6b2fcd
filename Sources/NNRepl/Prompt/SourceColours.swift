import NNSyntax

/// The styles of a program's text, as the lexer sees it.
enum SourceColours {
  /// A longer text stays plain: it is lexed at each key.
  private static let longest = 20_000

  /// A style for each code point of `text`.
  static func styles(_ text: TypedText) -> [TextStyle] {
    var styles = [TextStyle](repeating: .plain, count: text.count)
    if text.isEmpty || text.count > longest { return styles }
    let source = SourceText(name: "<stdin>", text.string)
    var ofByte = [TextStyle](repeating: .plain, count: source.bytes.count)
    var end = 0
    for token in Lexer.lex(source, magics: true).tokens {
      let (start, stop) = (Int(token.span.start), min(Int(token.span.end), ofByte.count))
      if start > end { paintComment(source, end..<min(start, ofByte.count), &ofByte) }
      if start < stop, let style = style(of: token, source) {
        for index in start..<stop { ofByte[index] = style }
      }
      end = max(end, stop)
    }
    var byte = 0
    for (index, scalar) in text.enumerated() {
      if byte < ofByte.count { styles[index] = ofByte[byte] }
      byte += UTF8.width(scalar)
    }
    return styles
  }

  /// The styles of a value as it is shown: its texts and numbers. It need not be a text of the language.
  static func valueStyles(_ text: TypedText) -> [TextStyle] {
    styles(text).map { $0 == .string || $0 == .number ? $0 : .plain }
  }

  private static func style(of token: Token, _ source: SourceText) -> TextStyle? {
    switch token.kind {
    case .string: .string
    case .number, .true, .false, .none: .number
    case .magic: .magic
    case .error: nil
    case let kind: kind.isKeyword ? .keyword : nil
    }
  }

  /// A comment stands between tokens.
  private static func paintComment(_ source: SourceText, _ range: Range<Int>, _ ofByte: inout [TextStyle]) {
    var isComment = false
    for index in range where index < ofByte.count {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "#") { isComment = true }
      if byte == 10 { isComment = false }
      if isComment { ofByte[index] = .comment }
    }
  }
}
