import Foundation
import Testing

/// The prompt on a terminal.
@Suite("The prompt", .serialized)
struct PromptTests {
  private let session: PromptSession
  private var folder: TemporaryFolder { session.folder }
  init() throws { session = try PromptSession() }

  private func open(_ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80) throws -> Terminal {
    try session.open(environment, rows: rows, columns: columns)
  }

  private func leave(_ terminal: Terminal) { session.leave(terminal) }

  // MARK: Editing

  @Test("a statement, a block with its indentation, a blank line ends it")
  func statementsAndBlocks() throws {
    let terminal = try open()
    terminal.type("40 + 2\r")
    #expect(terminal.shows(">>> 40 + 2", "42", ">>>"))
    terminal.type("def f(x):\r")
    #expect(terminal.shows(">>> def f(x):", "..."))
    terminal.type("return x * 2\r")
    #expect(terminal.shows(">>> def f(x):", "...     return x * 2", "..."))
    terminal.type("\r")
    #expect(terminal.shows("...", ">>>"))
    terminal.type("f('é')\r")
    #expect(terminal.shows("'éé'", ">>>"))
    terminal.type("1 / 0\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("<stdin>:1:1: ZeroDivisionError") } })
    #expect(terminal.shows("  | ^^^^^", ">>>"))
    leave(terminal)
  }

  @Test("any line of a block can be edited")
  func editsBlock() throws {
    let terminal = try open()
    terminal.type("for i in range(2):\r")
    #expect(terminal.shows(">>> for i in range(2):", "..."))
    terminal.type("print(i)")
    #expect(terminal.shows(">>> for i in range(2):", "...     print(i)"))
    terminal.type("\u{1B}[A\u{1}\u{6}\u{6}\u{6}\u{6}")
    terminal.type("j\u{4}")
    #expect(terminal.shows(">>> for j in range(2):", "...     print(i)"))
    terminal.type("\u{1B}[B\u{5}\u{8}\u{8}j)\r")
    #expect(terminal.shows(">>> for j in range(2):", "...     print(j)", "..."))
    terminal.type("\r")
    #expect(terminal.shows("0", "1", ">>>"))
    leave(terminal)
  }

  /// A cell of 60 lines with all that pastes bring along.
  private static let cell: String = {
    var lines = ["# a cell", "total = 0", "é = 'naïve 数'", "", "def work(n):"]
    lines += [
      "\tresult = 0", "", "\t# a comment inside", "\tfor i in range(n):", "\t\tresult += i", "", "\treturn result", "",
    ]
    while lines.count < 58 { lines += ["total += work(\(lines.count))", ""] }
    return (lines + ["print('ran', total, é)"]).joined(separator: "\n")
  }()
  private static let answer: String = {
    var (total, count) = (0, 13)
    while count < 58 {
      total += count * (count - 1) / 2
      count += 2
    }
    return "ran \(total) naïve 数"
  }()

  enum Dress: String, CaseIterable { case none, prompts, cells, indented }

  private static func dressed(_ dress: Dress) -> String {
    let lines = cell.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      switch dress {
      case .none: String(line)
      case .prompts: (line.hasPrefix("\t") ? "... " : ">>> ") + line
      case .cells: (index == 0 ? "In [3]: " : "   ...: ") + line
      case .indented: line.isEmpty ? "" : "    " + line.replacing("\t", with: "    ")
      }
    }.joined(separator: "\n")
  }

  @Test("a pasted cell arrives intact and runs once", arguments: Dress.allCases, [true, false])
  func pastes(dress: Dress, bracketed: Bool) throws {
    let terminal = try open()
    terminal.paste(Self.dressed(dress), bracketed: bracketed)
    #expect(terminal.wait { $0.lines.last?.contains("print('ran'") ?? false })
    terminal.type("\r")
    #expect(terminal.shows(Self.answer, ">>>"))
    terminal.settle()
    #expect(terminal.screen.all.filter { $0 == Self.answer }.count == 1)
    leave(terminal)
  }

  @Test("the notebook's backprop cell", arguments: [true, false])
  func pastesBackprop(bracketed: Bool) throws {
    let text = try String(contentsOf: Binary.root.appending(path: "scripts/backprop.nn"), encoding: .utf8)
    let expected = try Binary.run(["run", "backprop"]).output.split(separator: "\n").last.map(String.init)
    let terminal = try open()
    terminal.paste(text, bracketed: bracketed)
    terminal.settle()
    terminal.type("\r")
    terminal.settle(milliseconds: 300)
    terminal.type("\r")
    #expect(terminal.wait(seconds: 60) { $0.all.contains { $0 == expected } })
    #expect(!terminal.screen.all.contains { $0.contains("Error") })
  }

  // MARK: Keys

  @Test("Ctrl-C drops the typed line, and a half typed block")
  func dropsLine() throws {
    let terminal = try open()
    terminal.type("wrong(\u{3}")
    #expect(terminal.shows(">>> wrong(", ">>>"))
    terminal.type("if True:\r")
    #expect(terminal.shows(">>> if True:", "..."))
    terminal.type("\u{3}")
    #expect(terminal.shows("...", ">>>"))
    terminal.type("1000 + 1\r")
    #expect(terminal.shows("1001", ">>>"))
    leave(terminal)
  }

  @Test("lines come back with the arrow keys, whole blocks too, in a later session too")
  func history() throws {
    let first = try open()
    first.type("1200 + 34\r")
    #expect(first.shows("1234", ">>>"))
    first.type("\u{1B}[A\r")
    #expect(first.shows("1234", ">>> 1200 + 34", "1234", ">>>"))
    first.type("for i in [7]:\r")
    #expect(first.shows("..."))
    first.type("print(i)\r")
    #expect(first.shows("...     print(i)", "..."))
    first.type("\r")
    #expect(first.shows("7", ">>>"))
    first.type("x = 5\r")
    #expect(first.shows(">>> x = 5", ">>>"))
    leave(first)
    let second = try open()
    second.type("\u{1B}[A\u{1B}[A")
    #expect(second.shows(">>> for i in [7]:", "...     print(i)"))
    second.type("\r")
    #expect(second.shows("7", ">>>"))
    second.type("12\u{1B}[A")
    #expect(second.shows(">>> 1200 + 34"))
    second.type("\u{3}import sys\r")
    #expect(second.shows(">>> import sys", ">>>"))
    second.type("sys.exit(3)\r")
    #expect(second.exitCode() == 3)
    #expect(
      try
        (FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "history").path)[.posixPermissions]
        as? Int) == 0o600)
  }

  @Test("two sessions at once keep both histories")
  func sharedHistory() throws {
    let one = try open()
    let two = try open()
    one.type("from_one = 1\r")
    #expect(one.shows(">>> from_one = 1", ">>>"))
    two.type("from_two = 2\r")
    #expect(two.shows(">>> from_two = 2", ">>>"))
    one.type("again_one = 3\r")
    #expect(one.shows(">>> again_one = 3", ">>>"))
    leave(one)
    leave(two)
    let third = try open()
    third.type("from_o\u{1B}[A")
    #expect(third.shows(">>> from_one = 1"))
    third.type("\u{15}from_t\u{1B}[A")
    #expect(third.shows(">>> from_two = 2"))
  }

  @Test("Ctrl-R searches")
  func search() throws {
    let terminal = try open()
    for line in ["alpha = 1", "beta = 2", "gamma = 3"] {
      terminal.type(line + "\r")
      #expect(terminal.shows(">>> " + line, ">>>"))
    }
    terminal.type("\u{12}= ")
    #expect(terminal.shows(">>> gamma = 3", "(reverse-i-search)`= ':"))
    terminal.type("\u{12}")
    #expect(terminal.shows(">>> beta = 2", "(reverse-i-search)`= ':"))
    terminal.type("\u{7}")
    #expect(terminal.shows(">>>"))
    terminal.type("\u{12}alp\r")
    #expect(terminal.shows(">>> alpha = 1", ">>>"))
    leave(terminal)
  }

  @Test("Ctrl-L clears the screen, the line stays")
  func clears() throws {
    let terminal = try open()
    terminal.type("1 + 1\r")
    #expect(terminal.shows("2", ">>>"))
    terminal.type("kept\u{C}")
    #expect(terminal.wait { $0.lines == [">>> kept"] })
  }

  @Test("Ctrl-X Ctrl-E edits the block in $EDITOR")
  func editsOutside() throws {
    let editor = try folder.write("#!/bin/sh\nsed -i s/one/two/ \"$1\"\n", as: "editor")
    chmod(editor, 0o755)
    let terminal = try open(["EDITOR": editor, "VISUAL": ""])
    terminal.type("'one'\u{18}\u{5}")
    #expect(terminal.shows(">>> 'two'"))
    terminal.type("\r")
    #expect(terminal.shows("'two'", ">>>"))
    leave(terminal)
  }

  @Test("vi's keys, as .editrc asks")
  func vi() throws {
    try folder.write("bind -v\n", as: ".editrc")
    let terminal = try open()
    terminal.type("abc")
    #expect(terminal.shows(">>> abc"))
    terminal.type("\u{1B}")
    terminal.settle()
    terminal.type("0x")
    #expect(terminal.shows(">>> bc"))
    terminal.type("i1 + 2 #\r")
    #expect(terminal.shows("3", ">>>"))
    terminal.type("\u{1B}[A")
    #expect(terminal.shows(">>> 1 + 2 #bc"))
    terminal.type("\u{1B}")
    terminal.settle()
    terminal.type("\r")
    #expect(terminal.shows("3", ">>> 1 + 2 #bc", "3", ">>>"))
    leave(terminal)
  }

  @Test(".editrc binds keys")
  func editrc() throws {
    try folder.write("bind \"^T\" ed-move-to-beg\n", as: ".editrc")
    let terminal = try open()
    terminal.type("+ 1\u{14}5 \r")
    #expect(terminal.shows(">>> 5 + 1", "6", ">>>"))
    leave(terminal)
  }

  @Test("Ctrl-Z gives the terminal to the shell, fg takes it back")
  func stops() throws {
    let shell = try Terminal(
      ["--norc", "-i"],
      environment: ["NN_HISTORY": folder.url.appending(path: "history").path, "PS1": "sh$ ", "NO_COLOR": "1"],
      command: "/bin/bash")
    #expect(shell.shows("sh$"))
    shell.type("$NN\r")
    #expect(shell.shows(">>>"))
    shell.type("6 * \u{1A}")
    #expect(shell.wait { $0.lines.last == "sh$" && $0.lines.contains { $0.contains("Stopped") } })
    shell.type("fg\r")
    #expect(shell.shows("sh$ fg", "$NN", ">>> 6 *"))
    shell.type("7\r")
    #expect(shell.shows(">>> 6 * 7", "42", ">>>"))
    shell.type("\u{4}")
    #expect(shell.shows("sh$"))
  }

  // MARK: Terminals

  @Test("a signal leaves the terminal sane", arguments: [SIGSEGV, SIGTERM, SIGHUP, SIGQUIT, SIGABRT])
  func dies(signal: Int32) throws {
    let terminal = try open()
    terminal.settle()
    #expect(!terminal.isSane)
    kill(terminal.child, signal)
    #expect(terminal.exitCode() == -signal)
    terminal.settle()
    #expect(terminal.isSane)
  }

  @Test("Ctrl-\\ ends it, at the prompt and in a computation")
  func quits() throws {
    let terminal = try open()
    terminal.type("x\u{1C}")
    #expect(terminal.exitCode() == -SIGQUIT)
    terminal.settle()
    #expect(terminal.isSane)
    let busy = try open()
    busy.type("while True: pass\r")
    #expect(busy.shows("..."))
    busy.type("\r")
    usleep(300_000)
    busy.type("\u{1C}")
    #expect(busy.exitCode() == -SIGQUIT)
    busy.settle()
    #expect(busy.isSane)
  }

  @Test("a terminal of 20 columns")
  func narrow() throws {
    let terminal = try open(rows: 8, columns: 20)
    terminal.type("value = 1 + 2 + 3 + 4 + 5")
    #expect(terminal.shows(">>> value = 1 + 2 +", " 3 + 4 + 5"))
    terminal.type("\u{1}\u{6}X")
    #expect(terminal.shows(">>> vXalue = 1 + 2", "+ 3 + 4 + 5"))
    terminal.type("\u{8}\u{5}\r")
    #expect(terminal.shows(">>>"))
    terminal.type("value\r")
    #expect(terminal.shows(">>> value", "15", ">>>"))
    leave(terminal)
  }

  @Test("the window changes its size")
  func resizes() throws {
    let terminal = try open(rows: 8, columns: 40)
    terminal.type("for i in range(100):\r")
    #expect(terminal.shows("..."))
    terminal.type("print(i, 'long')")
    #expect(terminal.shows(">>> for i in range(100):", "...     print(i, 'long')"))
    terminal.resize(rows: 8, columns: 16)
    #expect(terminal.shows(">>> for i in ra", "nge(100):", "...     print(i", ", 'long')"))
    terminal.resize(rows: 8, columns: 60)
    #expect(terminal.shows(">>> for i in range(100):", "...     print(i, 'long')"))
    terminal.type("Q")
    #expect(terminal.shows(">>> for i in range(100):", "...     print(i, 'long')Q"))
  }

  @Test("whatever the keys, the screen shows what a fresh painting shows")
  func random() throws {
    let terminal = try open(rows: 12, columns: 40)
    var state: UInt64 = 20_261_128
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let keys = [
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1}", "\u{5}", "\u{8}", "\u{B}", "\u{19}", "\u{15}", "\u{17}",
      "\u{1B}b", "\u{1B}f", "\u{1B}<", "\u{1B}>", "\u{14}", "数", "é", "abc ", "word = 12 + ", "(", "'", "\u{1B}[3~",
      "\u{1B}d",
      "\u{1B}[200~a = 1\r  数 b\r\rc\u{1B}[201~", "\u{1B}[9;9u", "\u{10}", "\u{E}",
    ]
    terminal.type("f(")
    for step in 0..<150 {
      terminal.settle(milliseconds: 20)
      let typed = (0...draw(5)).map { _ in keys[draw(keys.count)] }
      for key in typed { terminal.type(key) }
      if draw(8) == 0 { terminal.type("(\r") }
      if draw(10) == 0 { terminal.resize(rows: 8 + draw(8), columns: 20 + draw(40)) }
      terminal.settle(milliseconds: 60)
      let (before, column) = (terminal.screen, terminal.screen.column)
      terminal.type("\u{C}")
      terminal.settle(milliseconds: 60)
      let after = terminal.screen
      let shift = before.row - after.row
      let seen = before.lines.dropFirst(max(shift, 0))
      let same = shift >= 0 && Array(seen) == after.lines && column == after.column
      #expect(same, "step \(step), \(typed): \(before.lines) became \(after.lines)")
      if !same { break }
    }
  }

  @Test("wide and combining characters")
  func wide() throws {
    let terminal = try open(columns: 20)
    terminal.type("w = '数数数 é 数数数'")
    #expect(terminal.shows(">>> w = '数数数 é", "数数数'"))
    terminal.type("\u{1B}[D\u{1B}[D\u{8}")
    #expect(terminal.shows(">>> w = '数数数 é", "数数'"))
    terminal.type("\r")
    #expect(terminal.shows("数数'", ">>>"))
    terminal.type("len(w)\r")
    #expect(terminal.shows("8", ">>>"))
    leave(terminal)
  }

  @Test("locales without UTF-8", arguments: ["C", "POSIX"])
  func locale(name: String) throws {
    let terminal = try open(["LC_ALL": name])
    terminal.type("w = 'naïve é 数'\r")
    #expect(terminal.shows(">>> w = 'naïve é 数'", ">>>"))
    terminal.type("w\r")
    #expect(terminal.shows("'naïve é 数'", ">>>"))
    leave(terminal)
  }

  @Test("terminals that cannot move their cursor", arguments: ["dumb", "no-such-terminal", ""])
  func dumb(name: String) throws {
    let terminal = try open(["TERM": name, "NO_COLOR": ""])
    terminal.type("for i in [5]:\r")
    #expect(terminal.shows(">>> for i in [5]:", "..."))
    terminal.type("  print(i)\r")
    #expect(terminal.shows("...   print(i)", "..."))
    terminal.type("\r")
    #expect(terminal.shows("5", ">>>"))
    terminal.type("\u{3}")
    #expect(terminal.shows(">>> ^C", ">>>"))
    terminal.type("1 + 1\r")
    #expect(terminal.shows("2", ">>>"))
    #expect(terminal.screen.colours == 0)
    leave(terminal)
  }
}
