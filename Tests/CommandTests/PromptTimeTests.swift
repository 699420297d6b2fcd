import Foundation
import Testing

/// What the prompt has to do in time. `NN_BINARY` is the release build; times of any other are not held against bars.
@Suite("The prompt in time", .serialized)
struct PromptTimeTests {
  private let session: PromptSession
  init() throws { session = try PromptSession() }

  private static let isRelease = Binary.path.contains("release")
  /// What the machine's other work may add.
  private static let slack = isRelease ? 1.0 : 10.0

  private func milliseconds(_ body: () throws -> Bool) rethrows -> Double {
    let start = ContinuousClock.now
    #expect(try body())
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  /// The best of some tries: others use the machine too.
  private func best(of tries: Int, _ body: () throws -> Double) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<tries { best = min(best, try body()) }
    return best
  }

  static let computations = [
    ["i = 0", "for i in range(10**9): pass"],
    ["a = ones((4000, 4000))", "dot(a, a)"],
    ["x = np.random.rand(10**8)", "sort(x)"],
    ["g = (i for i in range(10**12))", "sum(g)"],
    ["h = (i * i for i in range(10**12) if i < 0)", "list(h)"],
    ["z = ones(10**7)", "for i in range(10**5): z + z"],
    ["x = np.random.rand(2**24)", "np.fft.fft(x)"],
    ["x = np.random.rand(2000, 2000)", "np.linalg.svd(x)"],
    ["x = np.random.rand(10**8)", "argsort(x)"],
  ]

  @Test("Ctrl-C stops a computation within 100 ms and keeps the variables", arguments: computations)
  func interrupts(lines: [String]) throws {
    let terminal = try session.open()
    session.run(terminal, "kept = 123")
    session.run(terminal, lines[0], seconds: 60)
    terminal.type(lines[1] + "\r")
    if lines[1].hasPrefix("for ") {
      #expect(terminal.shows("..."))
      terminal.type("\r")
    }
    let taken = try best(of: 1) {
      usleep(400_000)
      terminal.settle(milliseconds: 1)
      let time = milliseconds {
        terminal.type("\u{3}")
        return terminal.wait(seconds: 20) { $0.lines.contains { $0.contains("KeyboardInterrupt") } }
      }
      return time
    }
    #expect(taken < 100 * Self.slack, "\(lines[1]): \(taken) ms")
    #expect(terminal.shows(">>>"))
    session.run(terminal, "kept", "123")
    session.leave(terminal)
  }

  @Test("the echo of 1+1 within 5 ms")
  func echo() throws {
    let terminal = try session.open()
    session.run(terminal, "1+1", "2")
    let taken = best(of: 10) {
      terminal.type("1+1")
      terminal.settle()
      let shown = terminal.shown.utf8.count
      return milliseconds {
        terminal.type("\r")
        return terminal.wait { _ in terminal.shown.utf8.dropFirst(shown).contains(UInt8(ascii: "2")) }
      }
    }
    #expect(taken < 5 * Self.slack, "\(taken) ms")
  }

  @Test("the prompt is shown within 15 ms of the start")
  func start() throws {
    let taken = try best(of: 20) {
      let terminal = try Terminal(environment: ["HOME": session.folder.url.path, "NO_COLOR": "1"])
      #expect(terminal.waitForBytes(">>> "))
      return (ContinuousClock.now - terminal.started) / .milliseconds(1)
    }
    #expect(taken < 15 * Self.slack, "\(taken) ms")
  }

  @Test("2,000 pasted lines within a second", arguments: [true, false])
  func paste(bracketed: Bool) throws {
    let terminal = try session.open()
    let text =
      (1...2000).map { "value_\($0) = \($0) # a line of some length" }.joined(separator: "\n") + "\nlast = 'end'"
    let taken = milliseconds {
      terminal.paste(text, bracketed: bracketed)
      return terminal.wait { $0.lines.last == "... last = 'end'" }
    }
    #expect(taken < 1000 * Self.slack, "\(taken) ms")
    terminal.type("\r")
    #expect(terminal.shows(">>>"))
    session.run(terminal, "value_2000", "2000")
  }

  @Test("completion within 10 ms")
  func completion() throws {
    let terminal = try session.open()
    terminal.type("lins\t")
    #expect(terminal.shows(">>> linspace"))
    let taken = best(of: 10) {
      terminal.type("\u{15}lins")
      terminal.settle()
      return milliseconds {
        terminal.type("\t")
        return terminal.shows(">>> linspace")
      }
    }
    #expect(taken < 10 * Self.slack, "\(taken) ms")
  }
}
