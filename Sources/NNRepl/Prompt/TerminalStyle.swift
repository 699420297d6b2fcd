import CEditLine
import Glibc

/// What texts look like on a terminal.
public enum TextStyle: UInt8, Sendable {
  case plain, prompt, continuation, keyword, string, number, comment, magic, error, dim

  /// The parameters of the escape sequence that begins it.
  fileprivate var parameters: String {
    switch self {
    case .plain: ""
    case .prompt: "1;32"
    case .continuation: "32"
    case .keyword: "35"
    case .string: "32"
    case .number: "36"
    case .comment: "2"
    case .magic: "34"
    case .error: "1;31"
    case .dim: "2"
    }
  }
}

/// Writes styles as a terminal wants them, or not at all where colours are not wanted.
public struct TerminalStyle: Sendable {
  public let hasColour: Bool
  public init(hasColour: Bool) { self.hasColour = hasColour }

  /// Whether the terminal is one that is known, and no `dumb` one.
  private static let isCapable = nn_terminal_moves_cursor() != 0

  /// Colours for a file that is a terminal, unless NO_COLOR is set or TERM is `dumb`.
  public init(for file: Int32) {
    let refuses = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    hasColour = isatty(file) == 1 && !refuses && TerminalStyle.isCapable
  }

  /// A text in a style.
  public func text(_ text: String, _ style: TextStyle) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }

  /// The sequence that begins a style; none for plain text.
  func start(_ style: TextStyle) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.parameters)m" : ""
  }

  /// An error's report: the name in red, the calls before it and the margin dim, carets red.
  public func report(_ report: String) -> String {
    guard hasColour else { return report }
    return report.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : reportLine(String(line))
    }.joined(separator: "\n")
  }

  private func reportLine(_ line: String) -> String {
    if line.hasPrefix("  File ") || line.hasPrefix("Traceback ") || line.hasPrefix("  [") { return text(line, .dim) }
    if let bar = line.firstRange(of: " | ") {
      let margin = line[..<bar.lowerBound]
      if margin.allSatisfy({ $0 == " " || $0.isNumber }) {
        let rest = String(line[bar.upperBound...])
        let isMarks = margin.allSatisfy { $0 == " " }
        return text(margin + " | ", .dim) + (isMarks ? text(rest, .error) : rest)
      }
    }
    let isHint = line.drop { $0 == " " }.hasPrefix("= hint: ")
    if isHint || line.hasPrefix(" ") { return isHint ? text(line, .number) : line }
    return text(line, .error)
  }
}
