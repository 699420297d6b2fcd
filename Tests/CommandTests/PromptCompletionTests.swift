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
