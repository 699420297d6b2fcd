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

  /// A line or block of source, coloured; `dim` for what stands around it.
  func source(_ text: String) -> String { painted(TypedText(text), SourceColours.styles) }

  /// A value as it is shown, its texts and numbers coloured.
  public func value(_ text: String) -> String {
    // What colours itself stays as it is.
    text.utf8.contains(0x1B) ? text : painted(TypedText(text), SourceColours.valueStyles)
  }

  private func painted(_ text: TypedText, _ styles: (TypedText) -> [TextStyle]) -> String {
    guard hasColour else { return text.string }
    let styles = styles(text)
    var result = ""
    var style = TextStyle.plain
    for (index, scalar) in text.enumerated() {
      // No colour goes beyond its line.
      let wanted = scalar == "\n" ? .plain : styles[index]
      if wanted != style {
        if style != .plain { result += "\u{1B}[0m" }
        result += start(wanted)
        style = wanted
      }
      result.unicodeScalars.append(scalar)
    }
    return style == .plain ? result : result + "\u{1B}[0m"
  }

  /// An error's report: places dim, the error's name bold and red, source as at the prompt, carets red.
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
        return text(margin + " | ", .dim) + (isMarks ? text(rest, .error) : source(rest))
      }
    }
    if line.hasPrefix("    ") { return source(line) }
    if line.drop(while: { $0 == " " }).hasPrefix("= hint: ") { return text(line, .number) }
    // Perhaps a place, then the error's name, then what it says.
    let name = TerminalStyle.nameRange(in: line)
    guard line[name].contains(where: \.isLetter) else { return line }
    return text(String(line[..<name.lowerBound]), .dim) + text(String(line[name]), .error) + line[name.upperBound...]
  }

  /// The error's name in the first line of what it says: `ZeroDivisionError` in `<stdin>:1:5: ZeroDivisionError: …`; empty
  /// in other lines.
  private static func nameRange(in line: String) -> Range<String.Index> {
    var start = line.startIndex
    if let colon = line.firstRange(of: ": ") {
      let numbers = line[..<colon.lowerBound].split(separator: ":").suffix(2)
      if numbers.count == 2, numbers.allSatisfy({ Int($0) != nil }) { start = colon.upperBound }
    }
    let rest = line[start...]
    let name = rest[..<(rest.firstRange(of: ": ")?.lowerBound ?? rest.endIndex)]
    let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return isName ? name.startIndex..<name.endIndex : start..<start
  }
}
