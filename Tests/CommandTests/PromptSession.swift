import Foundation
import Testing

/// Prompts with a home folder and a history of their own.
struct PromptSession {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// A prompt on a terminal without colours.
  func open(
    _ environment: [String: String] = [:], _ arguments: [String] = [], rows: Int = 24, columns: Int = 80
  ) throws -> Terminal {
    let terminal = try Terminal(
      arguments,
      environment: [
        "NN_HISTORY": folder.url.appending(path: "history").path, "HOME": folder.url.path, "NO_COLOR": "1",
        "XDG_CONFIG_HOME": "", "TMPDIR": folder.url.path,
      ].merging(environment) { $1 },
      rows: rows, columns: columns)
    #expect(terminal.shows(">>>"))
    return terminal
  }

  /// Types a statement, and waits for the lines that follow it.
  func run(_ terminal: Terminal, _ statement: String, _ answer: String..., seconds: Double = 10) {
    terminal.type(statement + "\r")
    let last = statement.split(separator: "\r").last.map(String.init) ?? ""
    let wanted = [(statement.contains("\r") ? "... " : ">>> ") + last] + answer + [">>>"]
    let found = terminal.wait(seconds: seconds) { $0.all.suffix(wanted.count) == wanted[...] }
    if !found { print("The terminal shows:\n" + terminal.screen.lines.joined(separator: "\n")) }
    #expect(found, "\(statement)")
  }

  /// Types a block, each line with the blanks that its beginning does not have yet, and a blank line after it.
  func block(_ terminal: Terminal, _ lines: String...) {
    for (index, line) in lines.enumerated() {
      let shown = (index == 0 ? ">>> " : "... ") + line
      // What the prompt has put there already.
      terminal.settle(milliseconds: 30)
      let given = max(0, terminal.screen.column - 4)
      terminal.type(String(line.dropFirst(min(given, line.prefix { $0 == " " }.count))))
      #expect(terminal.wait { $0.lines.last == shown }, "\(line): \(terminal.screen.lines)")
      terminal.type("\r")
      #expect(terminal.wait { $0.lines.last == "..." })
    }
    terminal.settle(milliseconds: 30)
    terminal.type("\r")
    #expect(terminal.wait { $0.lines.last == ">>>" })
  }

  func leave(_ terminal: Terminal) {
    // Before the prompt is there the terminal would take Ctrl-D for the end of what a program reads.
    #expect(terminal.wait { $0.lines.last?.hasPrefix(">>>") == true }, "\(terminal.screen.lines)")
    terminal.type("\u{4}")
    #expect(terminal.exitCode() == 0)
    #expect(terminal.screen.unknown == [])
  }
}
