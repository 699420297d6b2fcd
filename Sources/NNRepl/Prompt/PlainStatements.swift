import Glibc

/// Statements read line by line, without an editor: from a pipe, or from a terminal that cannot move its cursor.
public final class PlainStatements: StatementReader {
  private let rules: StatementRules
  private let showsPrompt: Bool
  private var bytes: [UInt8] = []
  private var position = 0
  private var hasEnded = false
  private var draft = ""
  public private(set) var earlier: [String] = []

  public init(rules: StatementRules, showsPrompt: Bool) {
    self.rules = rules
    self.showsPrompt = showsPrompt
  }

  public func begin(with text: String) { draft = text }
  public func forgetTypedAhead() {}
  public func close() {}

  public func read() -> TypedStatement {
    var text = draft
    if !draft.isEmpty {
      if showsPrompt { print(draft) }
      draft = ""
    }
    while true {
      if showsPrompt {
        print(text.isEmpty ? ">>> " : "... ", terminator: "")
        fflush(nil)
      }
      switch readLine() {
      case .end where !text.isEmpty: return .text(text)
      case .end: return .end
      case .interrupted:
        if showsPrompt { print() }
        return .interrupted
      case .text(let line):
        text += text.isEmpty ? line : "\n" + line
        if text.isEmpty || !rules.isComplete(text) { continue }
        earlier.append(text)
        return .text(text)
      }
    }
  }

  /// The next line without its end.
  private func readLine() -> TypedStatement {
    var line: [UInt8] = []
    while true {
      if let end = bytes[position...].firstIndex(of: 10) {
        line += bytes[position..<end]
        position = end + 1
        return .text(String(decoding: line, as: UTF8.self))
      }
      line += bytes[position...]
      bytes = [UInt8](repeating: 0, count: 65536)
      let count = hasEnded ? 0 : bytes.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      let isInterrupted = count < 0 && errno == EINTR
      bytes.removeLast(bytes.count - max(count, 0))
      position = 0
      if isInterrupted { return .interrupted }
      if count > 0 { continue }
      hasEnded = true
      return line.isEmpty ? .end : .text(String(decoding: line, as: UTF8.self))
    }
  }
}
