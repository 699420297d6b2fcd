import Foundation
import Testing

/// The prompt on a terminal.
@Suite("The prompt", .serialized)
struct PromptTests {
  private func open(_ folder: TemporaryFolder) throws -> Terminal {
    try Terminal(environment: ["NN_HISTORY": folder.url.appending(path: "history").path])
  }

  @Test("statements, blocks, errors, Ctrl-D")
  func session() throws {
    let terminal = try open(try TemporaryFolder())
    #expect(terminal.wait(for: ">>> "))
    terminal.type("40 + 2\r")
    #expect(terminal.wait(for: "\n42"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("def f(x):\r")
    #expect(terminal.wait(for: "... "))
    terminal.type("  return x * 2\r")
    #expect(terminal.wait(for: "... "))
    terminal.type("\r")
    #expect(terminal.wait(for: ">>> "))
    terminal.type("f('é')\r")
    #expect(terminal.wait(for: "'éé'"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("1 / 0\r")
    #expect(terminal.wait(for: "ZeroDivisionError"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("\u{4}")
    #expect(terminal.exitCode() == 0)
  }

  @Test("Ctrl-C drops the typed line, and a half typed block")
  func dropsLine() throws {
    let terminal = try open(try TemporaryFolder())
    #expect(terminal.wait(for: ">>> "))
    terminal.type("wrong(\u{3}")
    #expect(terminal.wait(for: "^C"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("if True:\r")
    #expect(terminal.wait(for: "... "))
    terminal.type("\u{3}")
    #expect(terminal.wait(for: ">>> "))
    terminal.type("1000 + 1\r")
    #expect(terminal.wait(for: "\n1001"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("\u{4}")
    #expect(terminal.exitCode() == 0)
  }

  @Test("Ctrl-C stops a computation and keeps the variables")
  func stopsComputation() throws {
    let terminal = try open(try TemporaryFolder())
    #expect(terminal.wait(for: ">>> "))
    terminal.type("x = 123\r")
    #expect(terminal.wait(for: ">>> "))
    terminal.type("while True: pass\r")
    #expect(terminal.wait(for: "... "))
    terminal.type("\r")
    usleep(300_000)
    terminal.type("\u{3}")
    #expect(terminal.wait(for: "KeyboardInterrupt"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("x + 4000\r")
    #expect(terminal.wait(for: "\n4123"))
    #expect(terminal.wait(for: ">>> "))
    terminal.type("\u{4}")
    #expect(terminal.exitCode() == 0)
  }

  @Test("lines come back with the arrow keys, in a later session too")
  func history() throws {
    let folder = try TemporaryFolder()
    let first = try open(folder)
    #expect(first.wait(for: ">>> "))
    first.type("1200 + 34\r")
    #expect(first.wait(for: "\n1234"))
    #expect(first.wait(for: ">>> "))
    first.type("\u{1B}[A\r")
    #expect(first.wait(for: "\n1234"))
    #expect(first.wait(for: ">>> "))
    first.type("\u{4}")
    #expect(first.exitCode() == 0)
    let second = try open(folder)
    #expect(second.wait(for: ">>> "))
    second.type("\u{1B}[A\r")
    #expect(second.wait(for: "\n1234"))
    #expect(second.wait(for: ">>> "))
    second.type("import sys\r")
    #expect(second.wait(for: ">>> "))
    second.type("sys.exit(3)\r")
    #expect(second.exitCode() == 3)
  }
}
