import Foundation
import Testing

/// What Tab offers.
@Suite("Completion at the prompt", .serialized)
struct PromptCompletionTests {
  private let session: PromptSession
  init() throws { session = try PromptSession() }

  @Test("one name, a common beginning, then columns")
  func names() throws {
    let terminal = try session.open(columns: 60)
    terminal.type("linsp\t")
    #expect(terminal.shows(">>> linspace"))
    terminal.type("\u{15}")
    session.run(terminal, "thing_one = thing_two = thing_three = 1")
    terminal.type("th\t")
    #expect(terminal.shows(">>> thing_"))
    terminal.settle()
    terminal.type("\t")
    #expect(terminal.shows(">>> thing_", "thing_one    thing_three  thing_two"))
    terminal.type("tw\t")
    #expect(terminal.shows(">>> thing_two"))
    terminal.type("\r")
    #expect(terminal.shows(">>> thing_two", "1", ">>>"))
    session.leave(terminal)
  }

  @Test("attributes, members, arguments, keys, files, commands, imports")
  func kinds() throws {
    let terminal = try session.open()
    try session.folder.write("1\n", as: "some_file.txt")
    session.run(terminal, "X = ones((2, 3))")
    session.run(terminal, "d = {'alpha': 1, 7: 2}")
    session.run(terminal, "import math")
    session.block(terminal, "def f(alpha, beta_value=2): return alpha")
    for (typed, completed) in [
      ("X.sh", "X.shape"), ("math.fact", "math.factorial"), ("f(1, be", "f(1, beta_value="),
      ("linspace(0, 1, endp", "linspace(0, 1, endpoint="), ("d['al", "d['alpha'"), ("%whos", "%whos"),
      ("%timei", "%timeit"),
      ("open('\(session.folder.url.path)/some_f", "open('\(session.folder.url.path)/some_file.txt"),
      ("%run \(session.folder.url.path)/some_f", "%run \(session.folder.url.path)/some_file.txt"),
      ("import itert", "import itertools"), ("whil", "while"), ("np.random.standard_n", "np.random.standard_normal"),
    ] {
      terminal.type("\u{15}\u{C}" + typed)
      terminal.settle(milliseconds: 60)
      terminal.type("\t")
      #expect(
        terminal.wait(seconds: 3) { $0.lines.joined().hasPrefix(">>> " + completed) },
        "\(typed): \(terminal.screen.lines)")
    }
    terminal.type("\u{15}\u{C}d[\t")
    #expect(terminal.shows(">>> d[", "'alpha'  7"))
  }

  @Test("attributes of elements, literals and calls")
  func guesses() throws {
    let terminal = try session.open()
    session.run(terminal, "x = [ones(3), {'k': 'text'}]")
    session.block(terminal, "class C:", "    def method_of_c(self): return 1")
    for (typed, completed) in [
      ("x[0].resh", "x[0].reshape"), ("x[1]['k'].upp", "x[1]['k'].upper"), ("'abc'.casef", "'abc'.casefold"),
      ("zeros(3).argso", "zeros(3).argsort"), ("C().meth", "C().method_of_c"),
      ("'a b'.split().app", "'a b'.split().append"),
      ("f'{linsp", "f'{linspace"), ("from numpy import (linsp", "from numpy import (linspace"),
      ("x[0].T.cumpr", "x[0].T.cumprod"),
    ] {
      terminal.type("\u{15}\u{C}" + typed)
      terminal.settle(milliseconds: 60)
      terminal.type("\t")
      #expect(
        terminal.wait(seconds: 3) { $0.lines.joined().hasPrefix(">>> " + completed) },
        "\(typed): \(terminal.screen.lines)")
    }
  }

  @Test("names that have to be quoted, and names that a terminal would obey")
  func quotes() throws {
    let folder = session.folder.url.appending(path: "odd").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["it's", "aa\u{1B}[31mred", "aa\nnew"] { try session.folder.write("", as: "odd/" + name) }
    let terminal = try session.open(columns: 200)
    session.run(terminal, "import os")
    session.run(terminal, "os.chdir('\(folder)')")
    session.run(terminal, "d = {\"it's\": 1}")
    for (typed, completed) in [("d[", "d[\"it's\""), ("open('it", "open('it\\'s")] {
      terminal.type("\u{15}\u{C}" + typed)
      terminal.settle(milliseconds: 60)
      terminal.type("\t")
      #expect(
        terminal.wait(seconds: 3) { $0.lines.joined() == ">>> " + completed }, "\(typed): \(terminal.screen.lines)")
    }
    terminal.type("\u{15}\u{C}open('aa\t")
    terminal.settle()
    terminal.type("\t")
    terminal.settle()
    #expect(!terminal.shown.contains("\u{1B}[31m"))
    #expect(terminal.screen.lines.count == 2, "\(terminal.screen.lines)")
  }

  @Test("a long list says how much there is more, and Tab shows it")
  func pages() throws {
    let terminal = try session.open(rows: 10, columns: 60)
    terminal.type("np.\t")
    #expect(
      terminal.wait {
        $0.lines.last?.hasPrefix("1 to ") ?? false && $0.lines.last?.hasSuffix(": Tab for more") ?? false
      })
    let first = terminal.screen.lines
    terminal.type("\t")
    #expect(terminal.wait { $0.lines.last?.contains(" of ") ?? false && $0.lines != first })
    terminal.type("linsp\t")
    #expect(terminal.wait { $0.lines == [">>> np.linspace"] || $0.lines.last == ">>> np.linspace" })
  }

  @Test("importing for completion runs no file of the user's")
  func imports() throws {
    try session.folder.write("print('USER CODE')\ndef mine(): pass\n", as: "json.py")
    let terminal = try session.open(columns: 200)
    session.run(terminal, "import os")
    session.run(terminal, "os.chdir('\(session.folder.url.path)')")
    terminal.type("from json import mi\t")
    #expect(terminal.shows(">>> from json import mine"))
    #expect(!terminal.screen.all.contains { $0.hasPrefix("USER CODE") })
  }

  @Test("never runs the program's code")
  func isQuiet() throws {
    let terminal = try session.open()
    session.block(
      terminal, "class Loud:", "    def __getattr__(self, name): print('asked')",
      "    value = property(lambda self: print('asked'))")
    session.run(terminal, "x = Loud()")
    terminal.type("x.val\t")
    #expect(terminal.shows(">>> x.value"))
    terminal.type(".\t")
    terminal.settle()
    #expect(!terminal.screen.all.contains { $0.hasPrefix("asked") })
  }
}
