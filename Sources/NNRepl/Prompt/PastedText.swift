/// What a pasted text means: prompts of another session before its lines, and an indentation that all lines share, are
/// no part of the program.
enum PastedText {
  /// The program in a pasted text.
  static func program(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.isBlank || first == ">" || first == "I" || first == "\n" else {
      return text
    }
    return dedented(withoutPrompts(text))
  }

  /// The text without `>>> `, `... `, `In [3]: ` and `   ...: ` before its lines, when its first line has such a prompt;
  /// lines of output between them go as well.
  private static func withoutPrompts(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }), isPrompted(first) else { return text }
    var result: [Substring] = []
    for line in lines {
      if let rest = withoutPrompt(line) {
        result.append(rest)
      } else if line.allSatisfy(\.isWhitespace) {
        result.append("")
      }
    }
    return result.joined(separator: "\n")
  }

  private static func isPrompted(_ line: Substring) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    return (text.hasPrefix(">>>") || text.hasPrefix("In [")) && withoutPrompt(line) != nil
  }

  /// What follows a line's prompt; nil without one.
  private static func withoutPrompt(_ line: Substring) -> Substring? {
    let text = line.drop(while: \.isWhitespace)
    for mark in [">>>", "...:", "..."] where text.hasPrefix(mark) {
      let rest = text.dropFirst(mark.count)
      if rest.isEmpty { return "" }
      if rest.first == " " { return rest.dropFirst() }
    }
    guard text.hasPrefix("In ["), let end = text.firstIndex(of: "]"), text[end...].hasPrefix("]:") else { return nil }
    let rest = text[end...].dropFirst(2)
    return rest.first == " " ? rest.dropFirst() : rest
  }

  /// The text without the indentation that all its lines share.
  private static func dedented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let full = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard var common = full.first?.prefix(while: { $0 == " " || $0 == "\t" }), !common.isEmpty else { return text }
    for line in full {
      let blanks = line.prefix { $0 == " " || $0 == "\t" }
      common = common.prefix(zip(common, blanks).prefix { $0 == $1 }.count)
    }
    return lines.map { $0.hasPrefix(common) ? $0.dropFirst(common.count) : $0.drop(while: \.isWhitespace) }
      .joined(separator: "\n")
  }
}
