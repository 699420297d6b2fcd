import Foundation
import Testing

/// The `%` lines and cells, as a person meets them.
@Suite("% lines at the prompt", .serialized)
struct PromptMagicTests {
  private let session: PromptSession
  init() throws { session = try PromptSession() }

  @Test("what a line gives is a value like any other")
  func values() throws {
    let terminal = try session.open()
    session.run(terminal, "7", "7")
    terminal.type("%time 1 + 1\r")
    #expect(terminal.shows("2", ">>>"))
    session.run(terminal, "_", "2")
    session.run(terminal, "1;")
    session.run(terminal, "_", "2")
    session.run(terminal, "%pwd;")
    session.run(terminal, "kept = %who_ls")
    session.run(terminal, "kept", "[]")
    session.leave(terminal)
  }

  @Test("errors of lines are the line's own")
  func errors() throws {
    let terminal = try session.open()
    session.run(
      terminal, "%timeit", "<stdin>:1:1: ValueError: %timeit needs a statement", "1 | %timeit", "  | ^^^^^^^")
    session.run(
      terminal, "%run nofile",
      "<stdin>:1:1: FileNotFoundError: [Errno 2] No such file or directory: 'nofile'", "1 | %run nofile",
      "  | ^^^^^^^^^^^")
    terminal.type("%debug\r")
    #expect(terminal.shows("> <stdin>:1 in <module>", "      %run nofile", "(debug)"))
    terminal.type("q\r")
    #expect(terminal.shows("(debug) q", ">>>"))
    session.leave(terminal)
  }

  @Test("%run has names of its own without -i")
  func runs() throws {
    try session.folder.write(
      "own = linspace(0, 1, 3)\nprint('mine' in globals())\ndef f(): return own.size\n", as: "p.nn")
    let terminal = try session.open(columns: 200)
    session.run(terminal, "mine = 1")
    session.run(terminal, "%run \(session.folder.url.path)/p", "False")
    session.run(terminal, "f()", "3")
    session.run(terminal, "%run -i \(session.folder.url.path)/p.nn", "True")
    session.leave(terminal)
  }

  @Test("%reset asks, and forgets In as well")
  func resets() throws {
    let terminal = try session.open()
    session.run(terminal, "x = 3")
    terminal.type("%reset\r")
    #expect(terminal.shows("Forget all variables? (y/n)"))
    terminal.type("n\r")
    #expect(terminal.shows("Nothing is forgotten.", ">>>"))
    session.run(terminal, "x", "3")
    session.run(terminal, "%reset -f")
    session.run(terminal, "len(In)", "2")
    session.leave(terminal)
  }

  @Test("%whos shows all, whatever a repr does")
  func describes() throws {
    let terminal = try session.open()
    session.block(terminal, "class Bad:", "    def __repr__(self): raise OSError")
    session.run(terminal, "bad = Bad()")
    session.run(terminal, "text = '\\x1b[31m'")
    terminal.type("%whos\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("bad ") && $0.hasSuffix("<OSError in repr>") } })
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("text ") } && $0.lines.last == ">>>" })
    session.leave(terminal)
  }

  @Test("a question may stand before, or be of an element")
  func questions() throws {
    let terminal = try session.open()
    session.run(terminal, "x = [5, 'a']")
    session.run(terminal, "x[0]?", "Type:      int", "Value:     5")
    session.run(terminal, "?x", "Type:      list", "Value:     [5, 'a']", "Length:    2")
    session.run(terminal, "%precision 3")
    session.run(terminal, "array([1 / 3])", "array([0.333])", "float64 (1,)")
    session.leave(terminal)
  }

  @Test("%prun knows methods and decorated functions, and runs nothing twice")
  func profiles() throws {
    let terminal = try session.open(columns: 100)
    session.run(terminal, "n = 3")
    session.block(terminal, "if n:", "    def f(a=n):", "        return a + 1")
    session.block(terminal, "class A:", "    def m(self):", "        return f()")
    session.run(terminal, "del n")
    terminal.type("%prun A().m()\r")
    for line in ["  3         return f()", "  3         return a + 1"] {
      #expect(terminal.wait { $0.lines.contains { $0.hasSuffix(line) } && $0.lines.last == ">>>" }, "\(line)")
    }
    session.leave(terminal)
  }

  @Test("cells: %%time, %%timeit, %%capture, %%writefile, %%bash, %%prun")
  func cells() throws {
    let path = session.folder.url.appending(path: "written.txt").path
    let terminal = try session.open(columns: 200)
    for (cell, answers) in [
      ("%%time\nx = 1\nx + 5", ["6"]), ("%%capture kept\nprint('out')", []), ("kept.stdout", ["'out\\n'"]),
      ("%%writefile \(path)\none\n  two", ["Writing \(path)"]), ("%%bash\necho a\necho b", ["a", "b"]),
      ("%%timeit -n 3 -r 2 y = 4\ny + 1", []), ("%%prun\nz = 3", []),
    ] {
      let before = terminal.screen.all.count
      terminal.paste(cell, bracketed: true)
      terminal.settle()
      terminal.type("\r")
      terminal.settle(milliseconds: 50)
      // Where the lines are another language's, a blank one ends the cell.
      if terminal.screen.lines.last == "..." { terminal.type("\r") }
      #expect(terminal.wait { $0.all.count > before && $0.lines.last == ">>>" }, "\(cell)")
      for answer in answers { #expect(terminal.screen.all.dropFirst(before - 1).contains(answer), "\(cell)") }
    }
    #expect(try session.folder.text("written.txt") == "one\n  two\n")
    session.leave(terminal)
  }

  @Test("a command's last line stays, with or without its end")
  func outputs() throws {
    let terminal = try session.open(columns: 40)
    session.run(terminal, "!printf abc", "abc")
    session.run(terminal, "!printf 'abc\\n'", "abc")
    session.run(terminal, "print('x', end='')", "x")
    session.leave(terminal)
  }
}
