import Foundation
import Testing

/// What comes in otherwise than key by key, and keys that libedit would understand in its own way.
@Suite("What comes in at the prompt", .serialized)
struct PromptInputTests {
  private let session: PromptSession
  init() throws { session = try PromptSession() }

  @Test("lines typed while a program runs are statements of their own")
  func typesAhead() throws {
    let terminal = try session.open()
    session.run(terminal, "import time")
    terminal.type("time.sleep(0.7)\r")
    usleep(300_000)
    for line in ["x = 5\r", "x + 1\r", "for i in [3]:\r", "    print(i * x)\r", "\r", "x * 2\r", "x +"] {
      terminal.type(line)
    }
    #expect(
      terminal.shows(
        ">>> x = 5", ">>> x + 1", "6", ">>> for i in [3]:", "...     print(i * x)", "15", ">>> x * 2", "10", ">>> x +"))
    terminal.type(" 3\r")
    #expect(terminal.shows(">>> x + 3", "8", ">>>"))
    session.leave(terminal)
  }

  @Test("lines that come in at once and are statements each are run one by one")
  func linesAtOnce() throws {
    let terminal = try session.open()
    terminal.type("a = 1\rb = 2\ra + b\rb * 5\r")
    #expect(terminal.shows(">>> a = 1", ">>> b = 2", ">>> a + b", "3", ">>> b * 5", "10", ">>>"))
    terminal.type("1 / 0\ra\r")
    #expect(terminal.shows(">>> a", "1", ">>>"))
    session.leave(terminal)
  }

  @Test("Ctrl-C drops what was typed ahead")
  func interruptDropsAhead() throws {
    let terminal = try session.open()
    terminal.type("while True: pass\r\r")
    usleep(300_000)
    terminal.type("print('never')\r")
    usleep(100_000)
    terminal.type("\u{3}")
    #expect(terminal.wait { $0.lines.contains { $0.contains("KeyboardInterrupt") } && $0.lines.last == ">>>" })
    session.run(terminal, "5", "5")
    #expect(!terminal.screen.all.contains("never"))
    session.leave(terminal)
  }

  @Test("a byte of another encoding does not swallow a paste's end")
  func otherEncoding() throws {
    let terminal = try session.open()
    terminal.type(bytes: Array("\u{1B}[200~x = 'caf".utf8) + [0xE9] + Array("\u{1B}[201~'\r".utf8))
    #expect(terminal.shows(">>> x = 'caf\u{FFFD}'", ">>>"))
    session.run(terminal, "len(x)", "4")
    session.leave(terminal)
  }

  @Test("Ctrl-C drops a paste that never ends; a NUL in one is left out")
  func unendedPaste() throws {
    let terminal = try session.open()
    terminal.type("\u{1B}[200~x = 1")
    usleep(500_000)
    terminal.type("\u{3}")
    #expect(terminal.shows(">>>"))
    terminal.type("\u{1B}[200~1+1\0+2\u{1B}[201~\r")
    #expect(terminal.shows(">>> 1+1+2", "4", ">>>"))
    session.leave(terminal)
  }

  @Test("a terminal's late answers are no keys")
  func answers() throws {
    let terminal = try session.open()
    for answer in [
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}]10;x\u{7}", "\u{1B}[M !!",
    ] {
      terminal.type(answer)
      terminal.settle()
    }
    session.run(terminal, "1 + 1", "2")
    session.leave(terminal)
  }

  @Test("libedit's own commands neither crash nor leave", arguments: ["\u{1B}x'\r", "\u{1B}X'\r"])
  func extendedCommand(keys: String) throws {
    let terminal = try session.open()
    terminal.type("1")
    terminal.settle()
    terminal.type(keys)
    terminal.settle()
    terminal.type("\u{3}")
    terminal.settle()
    session.run(terminal, "2 + 2", "4")
    session.leave(terminal)
  }

  @Test("vi's commands that ask for a history", arguments: ["_", ":'\r", "G", "n", "N", "+", "-", "@a"])
  func viCommands(keys: String) throws {
    try session.folder.write("bind -v\n", as: ".editrc")
    let terminal = try session.open()
    session.run(terminal, "x = 1")
    terminal.type("x")
    terminal.settle()
    terminal.type("\u{1B}")
    terminal.settle()
    terminal.type(keys)
    terminal.settle()
    terminal.type("\u{3}")
    terminal.settle()
    terminal.type("2 + 2\r")
    #expect(terminal.shows("4", ">>>"))
    session.leave(terminal)
  }

  @Test("a line that libedit ends itself is a statement")
  func endsLine() throws {
    try session.folder.write("bind \"^O\" ed-newline\n", as: ".editrc")
    let terminal = try session.open()
    terminal.type("1 + 1\u{F}")
    #expect(terminal.shows(">>> 1 + 1", "2", ">>>"))
    session.leave(terminal)
    try session.folder.write("bind -v\n", as: ".editrc")
    let vi = try session.open()
    vi.type("x = 1")
    vi.settle()
    vi.type("\u{1B}")
    vi.settle()
    vi.type("#")
    #expect(vi.shows(">>> #x = 1", ">>>"))
    session.leave(vi)
  }

  @Test("In [1] is an expression, a pasted prompt is none")
  func prompts() throws {
    let terminal = try session.open()
    session.run(terminal, "5", "5")
    session.run(terminal, "In [1]", "'5'")
    session.run(terminal, "In [7]: 2 + 3", "5")
    session.leave(terminal)
  }

  @Test("nothing is proposed that was not asked for")
  func noGhostText() throws {
    let terminal = try session.open()
    session.run(terminal, "linspace_of_mine = 1")
    terminal.type("lin")
    terminal.settle()
    #expect(terminal.screen.lines.last == ">>> lin")
  }

  @Test("Ctrl-C at the prompt is no signal to the shell script around it")
  func processGroup() throws {
    let shell = try Terminal(
      ["-c", "$NN; echo after"],
      environment: ["NN_HISTORY": session.folder.url.appending(path: "history").path, "NO_COLOR": "1"],
      command: "/bin/sh")
    #expect(shell.shows(">>>"))
    shell.type("x\u{3}")
    #expect(shell.shows(">>> x", ">>>"))
    shell.type("\u{4}")
    #expect(shell.wait { $0.lines.last == "after" })
  }

  @Test("long statements, and those of a history that cannot be written, come back")
  func history() throws {
    let terminal = try session.open()
    let text = String(repeating: "a", count: 100_001)
    terminal.paste("long = '\(text)'", bracketed: true)
    terminal.settle(milliseconds: 300)
    terminal.type("\r")
    #expect(terminal.wait { $0.lines.last == ">>>" })
    terminal.type("\u{1B}[A")
    #expect(terminal.wait { $0.lines.last?.hasSuffix("aaa'") ?? false })
    let other = try session.open(["NN_HISTORY": "/proc/version"])
    session.run(other, "a = 1")
    other.type("\u{1B}[A")
    #expect(other.shows(">>> a = 1"))
  }
}
