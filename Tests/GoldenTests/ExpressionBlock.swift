import Foundation

/// One block of a file in `Tests/Golden/expressions`: source lines and what the oracle answered.
struct ExpressionBlock {
  let line: Int
  let source: String
  let tolerance: Tolerance?
  let dialects: Set<Dialect>
  /// The recorded lines as `nn --batch` prints them (printed lines without their mark, no warnings).
  let answer: [String]

  /// The blocks of a recorded file.
  static func blocks(of text: String) -> [ExpressionBlock] {
    var result: [ExpressionBlock] = []
    var lines: [Substring] = []
    var start = 1
    for (number, line) in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == " " || $0 == "\t" }) {
        if let block = ExpressionBlock(lines, line: start) { result.append(block) }
        lines = []
        start = number + 2
      } else {
        lines.append(line)
      }
    }
    return result
  }

  private init?(_ lines: [Substring], line: Int) {
    var source: [Substring] = [], answer: [String] = []
    var tolerance: Tolerance?
    var dialects: Set<Dialect> = [.py, .nn, .bare]
    for line in lines {
      switch line.prefix(2) {
      case "@ ":
        switch line.dropFirst(2) {
        case "py": dialects = [.py]
        case "np": dialects = [.py, .nn]
        default: dialects = [.nn]
        }
      case "~", "~ ": tolerance = Tolerance(mark: line.dropFirst(1))
      case "> ", ">": answer.append(String(line.dropFirst(2)))
      case "= ", ": ", "! ": answer.append(String(line))
      case "? ": break
      default: source.append(line)
      }
    }
    guard source.contains(where: { !$0.hasPrefix("#") }) else { return nil }
    self.line = line
    self.source = source.joined(separator: "\n")
    // Bare names are what stands for `np.`: without it the block would run twice in the same way.
    if !self.source.contains("np.") { dialects.remove(.bare) }
    self.tolerance = tolerance
    self.dialects = dialects
    self.answer = answer
  }

  /// The block's text in a batch of that dialect.
  func program(in dialect: Dialect) -> String {
    let text = dialect.source(source)
    return dialect != .bare && source.contains("np.") ? "import numpy as np\n" + text : text
  }
}
