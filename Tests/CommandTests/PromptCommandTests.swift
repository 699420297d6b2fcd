import Foundation
import Testing

/// What a session at the prompt can be asked.
@Suite("Commands of the prompt", .serialized)
struct PromptCommandTests {
  private let session: PromptSession
  init() throws { session = try PromptSession() }

  @Test("an array's value is followed by dtype and shape, unless that is switched off")
  func shapes() throws {
    let terminal = try session.open()
    session.run(terminal, "arange(3.0)", "array([0., 1., 2.])", "float64 (3,)")
    session.run(terminal, "%shapes off", "dtype and shape after arrays: off")
    session.run(terminal, "arange(3.0)", "array([0., 1., 2.])")
    session.leave(terminal)
  }

  @Test("earlier values and statements: _, __, _2, Out[2], In[2]")
  func earlier() throws {
    let terminal = try session.open()
    session.run(terminal, "10 + 1", "11")
    session.run(terminal, "'two'", "'two'")
    session.run(terminal, "_", "'two'")
    session.run(terminal, "__", "'two'")
    session.run(terminal, "_1 + Out[1]", "22")
    session.run(terminal, "In[2]", "\"'two'\"")
    session.run(terminal, "%hist -n 1-2", "   1: 10 + 1", "   2: 'two'")
    session.leave(terminal)
  }

  @Test("help(f), f? and f??")
  func help() throws {
    let terminal = try session.open()
    session.block(terminal, "def f(a, b=2):", "    'Adds.'", "    return a + b")
    session.run(terminal, "f?", "Type:      function", "Signature: f(a, b=2)", "Doc:       Adds.")
    session.run(
      terminal, "f??", "Type:      function", "Signature: f(a, b=2)", "Source:", "def f(a, b=2):", "    'Adds.'",
      "    return a + b")
    session.run(terminal, "nothing?", "There is nothing called 'nothing'.")
    terminal.type("help(linspace)\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("linspace(") } && $0.lines.last == ">>>" })
    session.leave(terminal)
  }

  @Test("%who and %whos")
  func variables() throws {
    let terminal = try session.open()
    session.run(terminal, "%who", "No variables.")
    session.run(terminal, "x = arange(6.0).reshape(2, 3)")
    session.run(terminal, "name = 'nn'")
    session.run(terminal, "%who", "name  x")
    session.run(
      terminal, "%whos", "name  type     dtype    shape   bytes  value", "name  str               2              'nn'",
      "x     ndarray  float64  (2, 3)  48 B   0 1 2 3 4 5")
    session.run(terminal, "%reset -f")
    session.run(terminal, "%who", "No variables.")
    session.leave(terminal)
  }

  @Test("%time, %timeit and %prun")
  func times() throws {
    let terminal = try session.open()
    session.block(terminal, "def f(n):", "    for i in range(n): n += i", "    return n")
    terminal.type("%time f(3)\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("CPU time: ") && $0.contains("wall time: ") } })
    #expect(terminal.shows("6", ">>>"))
    terminal.type("%timeit -n 10 -r 3 f(3)\r")
    #expect(
      terminal.wait { $0.lines.contains { $0.hasSuffix("per loop (mean ± std. dev. of 3 runs, 10 loops each)") } })
    terminal.type("%prun f(50)\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasSuffix(" 51     2     for i in range(n): n += i") } })
    #expect(terminal.shows(">>>"))
    session.leave(terminal)
  }

  @Test("%run, %load, %save, %edit, %cd, %pwd, %env")
  func files() throws {
    let folder = session.folder
    let program = try folder.write("import sys\ny = 5\nprint('ran', sys.argv[1:])\n", as: "program.nn")
    let editor = try folder.write("#!/bin/sh\necho 'edited = 77' > \"$1\"\n", as: "editor")
    chmod(editor, 0o755)
    let terminal = try session.open(["EDITOR": editor, "VISUAL": "", "SOME": "thing"], columns: 120)
    session.run(terminal, "%cd \(folder.url.path)", folder.url.path)
    session.run(terminal, "%pwd", "'\(folder.url.path)'")
    session.run(terminal, "%run program.nn a b", "ran ['a', 'b']")
    session.run(terminal, "y", "5")
    session.run(terminal, "%save session.nn 4 1", "2 statements written to session.nn")
    #expect(try folder.text("session.nn") == "y\n%cd \(folder.url.path)\n")
    session.run(terminal, "%edit", "Running what was edited.")
    session.run(terminal, "edited", "77")
    session.run(terminal, "%env SOME", "'thing'")
    session.run(terminal, "%env SOME=other", "env: SOME=other")
    session.run(terminal, "!echo $SOME", "other")
    terminal.type("%load \(program)\r")
    #expect(terminal.shows(">>> import sys", "... y = 5", "... print('ran', sys.argv[1:])"))
    terminal.type("\r")
    #expect(terminal.wait { $0.lines.suffix(2) == ["ran []", ">>>"] })
    session.leave(terminal)
  }

  @Test("!cmd and x = !cmd")
  func shell() throws {
    let terminal = try session.open()
    session.run(terminal, "word = 'hi'")
    session.run(terminal, "!echo $word {1 + 1}; exit 3", "hi 2")
    session.run(terminal, "_exit_code", "3")
    session.run(terminal, "lines = !printf 'a\\nb\\n'")
    session.run(terminal, "lines", "['a', 'b']")
    session.leave(terminal)
  }

  @Test("an error shows its place; %tb shows it again, %debug its frames")
  func errors() throws {
    let terminal = try session.open()
    session.block(terminal, "def g(a):", "    b = a * 2", "    return b / 0")
    let report = [
      "Traceback (most recent call last):", "  File \"<stdin>\", line 1, in <module>", "    g(21)",
      "<stdin>:3:12: ZeroDivisionError: division by zero", "3 |     return b / 0", "  |            ^^^^^",
    ]
    terminal.type("g(21)\r")
    #expect(terminal.wait { $0.lines.suffix(8) == ([">>> g(21)"] + report + [">>>"])[...] })
    terminal.type("%tb\r")
    #expect(terminal.wait { $0.lines.suffix(8) == ([">>> %tb"] + report + [">>>"])[...] })
    terminal.type("%debug\r")
    #expect(terminal.shows("> <stdin>:3 in g", "      return b / 0", "(debug)"))
    terminal.type("b\n")
    #expect(terminal.shows("(debug) b", "42", "(debug)"))
    terminal.type("a\n")
    #expect(terminal.shows("a = 21", "b = 42", "(debug)"))
    terminal.type("u\n")
    #expect(terminal.shows("> <stdin>:1 in <module>", "      g(21)", "(debug)"))
    terminal.type("q\n")
    #expect(terminal.shows("(debug) q", ">>>"))
    session.leave(terminal)
  }

  @Test("unknown lines say so, notebooks' preparations are accepted")
  func unknown() throws {
    let terminal = try session.open()
    session.run(
      terminal, "%whoss", "<stdin>:1:1: NameError: the magic line '%whoss' is not available", "1 | %whoss",
      "  | ^^^^^^", "  = hint: did you mean '%whos'?")
    session.run(terminal, "%matplotlib inline")
    session.run(terminal, "%load_ext autoreload")
    terminal.type("%lsmagic\r")
    #expect(terminal.wait { $0.lines.contains { $0.contains("%whos") && $0.contains("%timeit") } })
    #expect(terminal.shows(">>>"))
    session.leave(terminal)
  }

  @Test("a banner of two lines; tutorial types lines, explains and waits")
  func tutorial() throws {
    let terminal = try session.open()
    #expect(terminal.screen.lines.count == 3)
    #expect(terminal.screen.lines[1].contains("help") && terminal.screen.lines[1].contains("tutorial"))
    #expect(terminal.screen.lines[1].contains("Ctrl-D"))
    terminal.type("tutorial\r")
    #expect(terminal.shows(">>> 6 * 7"))
    terminal.settle()
    terminal.type("\r")
    #expect(terminal.wait { $0.lines.contains("42") && $0.lines.last == ">>> _ / 4" })
    for _ in 0..<8 {
      let before = terminal.screen.all.count
      terminal.type("\r")
      #expect(terminal.wait { $0.all.count > before && $0.lines.last?.hasPrefix(">>>") ?? false })
      terminal.settle(milliseconds: 300)
    }
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("That was the tour.") } && $0.lines.last == ">>>" })
    terminal.type("help\r")
    #expect(terminal.wait { $0.lines.contains { $0.hasPrefix("tutorial     a tour") } && $0.lines.last == ">>>" })
    terminal.type("exit\r")
    #expect(terminal.exitCode() == 0)
  }

  @Test("README.md's session is what a terminal shows")
  func readme() throws {
    let text = try String(contentsOf: Binary.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(text.firstRange(of: "```pycon\n"))
    let rest = text[start.upperBound...]
    let end = try #require(rest.firstRange(of: "\n```"))
    let lines = rest[..<end.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let terminal = try session.open(rows: 60, columns: 100)
    for (index, line) in lines.enumerated() where line.hasPrefix(">>> ") || line.hasPrefix("...") {
      let before = Array(lines[..<index])
      #expect(terminal.wait { $0.all.dropFirst(2).dropLast().elementsEqual(before) }, "\(line)")
      terminal.settle(milliseconds: 30)
      let typed = line.dropFirst(4)
      let given = max(0, terminal.screen.column - 4)
      terminal.type(typed.dropFirst(min(given, typed.prefix { $0 == " " }.count)) + "\r")
    }
    #expect(terminal.wait { $0.all.dropFirst(2).dropLast().elementsEqual(lines) })
    if !terminal.screen.all.dropFirst(2).dropLast().elementsEqual(lines) {
      print(terminal.screen.all.joined(separator: "\n"))
    }
    session.leave(terminal)
  }

  @Test("init.nn runs first, not with --no-init")
  func initialization() throws {
    let config = session.folder.url.appending(path: ".config/nn")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    try Data("mine = 7\n".utf8).write(to: config.appending(path: "init.nn"))
    let terminal = try session.open()
    session.run(terminal, "mine", "7")
    session.leave(terminal)
    let other = try session.open([:], ["--no-init"])
    other.type("mine\r")
    #expect(other.wait { $0.lines.contains { $0.contains("NameError") } })
    session.leave(other)
  }

  @Test("colours where they are wanted")
  func colours() throws {
    let plain = try session.open()
    plain.type("'text' + 1\r")
    #expect(plain.wait { $0.lines.contains { $0.contains("TypeError") } })
    #expect(plain.screen.colours == 0)
    let coloured = try session.open(["NO_COLOR": ""])
    coloured.settle()
    let greeting = coloured.screen.colours
    #expect(greeting > 0)
    coloured.type("'text'")
    coloured.settle()
    #expect(coloured.screen.colours > greeting)
    let typed = coloured.screen.colours
    coloured.type(" + 1\r")
    #expect(coloured.shows(">>>"))
    #expect(coloured.screen.colours > typed + 2)
    // The error's name, its source and carets.
    #expect(coloured.shown.contains("\u{1B}[1;31mTypeError\u{1B}[0m: "))
    #expect(coloured.shown.contains("\u{1B}[2m1 | \u{1B}[0m\u{1B}[32m'text'\u{1B}[0m + \u{1B}[36m1\u{1B}[0m"))
    #expect(coloured.shown.contains("\u{1B}[1;31m^"))
    // Values, and the dim line below arrays.
    session.run(coloured, "['a', 1]", "['a', 1]")
    #expect(coloured.shown.contains("[\u{1B}[32m'a'\u{1B}[0m, \u{1B}[36m1\u{1B}[0m]"))
    session.run(coloured, "ones(2)", "array([1., 1.])", "float64 (2,)")
    #expect(coloured.shown.contains("\u{1B}[2mfloat64 (2,)\u{1B}[0m"))
    let dumb = try session.open(["NO_COLOR": "", "TERM": "dumb"])
    dumb.type("1 / 0\r")
    #expect(dumb.wait { $0.lines.contains { $0.contains("ZeroDivisionError") } })
    #expect(!dumb.shown.contains("\u{1B}["))
  }

  @Test("%pdb opens %debug after an error")
  func postMortem() throws {
    let terminal = try session.open()
    session.run(terminal, "%pdb on", "An error opens %debug: on")
    terminal.type("1 / 0\r")
    #expect(terminal.shows("> <stdin>:1 in <module>", "      1 / 0", "(debug)"))
    terminal.type("q\n")
    #expect(terminal.shows("(debug) q", ">>>"))
    session.leave(terminal)
  }

  @Test("statements are kept below XDG_STATE_HOME, or in ~/.local/state")
  func stateFolder() throws {
    let home = session.folder.url.path
    for (variable, path) in [(home + "/state", "state/nn/history"), ("", ".local/state/nn/history")] {
      let terminal = try Terminal(environment: ["HOME": home, "XDG_STATE_HOME": variable, "NO_COLOR": "1"])
      #expect(terminal.shows(">>>"))
      terminal.type("kept = 1\r")
      #expect(terminal.shows(">>> kept = 1", ">>>"))
      session.leave(terminal)
      #expect(try session.folder.text(path) == "kept = 1\n")
    }
  }

  @Test("make install puts the manual page and the completions into place")
  func installs() throws {
    let target = session.folder.url.path
    let run = try Binary.shell("make -o build install NN=\"$NN\" DESTDIR=\(target) PREFIX=/usr")
    #expect(run.code == 0, "\(run.errors)")
    for file in ["man/man1/nn.1", "bash-completion/completions/nn", "zsh/site-functions/_nn"] {
      #expect(try !session.folder.text("usr/share/" + file).isEmpty)
    }
  }

  @Test("the manual page and the shells' completions")
  func manual() throws {
    let manual = try Binary.run(["--manual"])
    #expect(manual.code == 0)
    #expect(manual.output.hasPrefix(".TH NN 1"))
    #expect(manual.output.contains(".B %whos"))
    #expect(manual.output.contains("\\-\\-no\\-init"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try Binary.run(["--generate-completion-script", shell])
      #expect(script.code == 0)
      #expect(script.output.contains("--no-init") || script.output.contains("no-init"))
    }
  }
}
