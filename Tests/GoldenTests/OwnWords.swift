import Foundation

/// The error messages that `nn` words otherwise than CPython and NumPy do (`Tests/Golden/own-words.txt`).
struct OwnWords {
  private var replacements: [String: Set<String>] = [:]

  /// The pairs of the file: `- the oracle's text`, then `+ nn's text`.
  static let recorded: OwnWords = {
    let text = (try? Paths.text(Paths.golden.appending(path: "own-words.txt"))) ?? ""
    return OwnWords(text)
  }()

  init(_ text: String) {
    var oracle: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- ") { oracle = String(line.dropFirst(2)) }
      if line.hasPrefix("+ "), let oracle { replacements[oracle, default: []].insert(String(line.dropFirst(2))) }
    }
  }

  /// Whether `actual` (`TYPE: MESSAGE`) is the oracle's `expected` or stands in the file in its place; syntax errors
  /// are recorded without their message.
  func accept(_ actual: String, for expected: String) -> Bool {
    if ["SyntaxError", "IndentationError", "TabError"].contains(expected) { return errorType(actual) == expected }
    // NumPy ends some messages with a space, which not every recording keeps.
    func trimmed(_ text: String) -> String { text.last == " " ? String(text.dropLast()) : text }
    let (actual, expected) = (trimmed(actual), trimmed(expected))
    return actual == expected || replacements[expected]?.contains(actual) == true
  }
}

/// The type in front of an error line `TYPE: MESSAGE`.
func errorType(_ line: String) -> Substring {
  line.prefix { $0 != ":" && $0 != " " }
}
