import Foundation
import Testing

/// Figures as programs draw them.
@Suite("Pictures")
struct PictureTests {
  @Test("limits, ticks and labels are matplotlib's, and nearly all pixels inside the plots")
  func agreement() throws {
    let run = try Binary.run(["Tests/Pictures/compare.py"], seconds: 300)
    #expect(run.output.hasSuffix("all agree\n"), "\(run.output)")
    #expect(run.code == 0)
  }

  @Test("figures that were not saved are written at the end, where --figures says")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write("plot([1, 2])\nplt.figure()\nplot([2, 1])\n", as: "two.nn")
    let run = try Binary.run(["--figures", "pictures", "two.nn"], folder: folder.url)
    #expect(run.errors == "figure: pictures/figure-1.png\nfigure: pictures/figure-2.png\n")
    for name in ["figure-1.png", "figure-2.png"] {
      let data = try Data(contentsOf: folder.url.appending(path: "pictures/\(name)"))
      #expect(data.starts(with: [137, 80, 78, 71]))
    }
  }

  @Test("the terminal's view of a figure", arguments: [80, 120])
  func terminal(columns: Int) throws {
    let run = try Binary.run(["Tests/Pictures/terminal.py", "\(columns)"], seconds: 120)
    let recorded = Binary.root.appending(path: "Tests/Pictures/terminal-\(columns).txt")
    if ProcessInfo.processInfo.environment["NN_RECORD"] != nil {
      try run.output.write(to: recorded, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try String(contentsOf: recorded, encoding: .utf8)))
  }

  @Test(
    "a terminal with images is asked, and gets them",
    arguments: [
      ("kitty", "asked", "150x100 white red", "[23, 23]"), ("sixel", "asked", "150x100 whole red", "[23, 'saved']"),
      ("iterm", "not asked", "150x100 white red", "[23, 23]"), ("plain", "asked", "blocks True", "[23]"),
    ])
  func protocols(kind: String, asked: String, first: String, back: String) throws {
    let lines = try PictureTests.python(["Tests/Pictures/play_terminal.py", Binary.path, kind])
    try #require(lines.count > 3)
    #expect(lines[0] == asked)
    #expect(lines[1] == first)
    #expect(lines.contains("title is text"))
    #expect(lines.last == "goes back \(back)")
  }

  /// The lines that a program in Python writes.
  private static func python(_ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = Binary.root
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("a figure in tmux", arguments: ["80", "120"], [true, false])
  func tmux(columns: String, isPlain: Bool) throws {
    let lines = try PictureTests.python(
      ["Tests/Pictures/in_tmux.py", Binary.path, columns] + (isPlain ? ["plain"] : []))
    if lines == ["no tmux"] { return }
    #expect(
      lines == [
        "columns True", "colours \(isPlain ? "False" : "True")",
        "braille True half blocks \(isPlain ? "False" : "True")", "title True labels True", "rows of the picture True",
      ])
  }

  @Test("matplotlib's words for bad arguments")
  func words() throws {
    let run = try Binary.run(["Tests/Pictures/bad_arguments.py"], seconds: 120)
    #expect(
      run.output
        == (try String(contentsOf: Binary.root.appending(path: "Tests/Pictures/bad_arguments.txt"), encoding: .utf8)))
  }

  @Test("the gallery draws every call, and its SVG is as recorded")
  func gallery() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["run", "gallery"], folder: folder.url, seconds: 300)
    #expect(run.code == 0, "\(run.errors)")
    let recorded = Binary.root.appending(path: "Tests/Pictures/gallery.txt")
    if ProcessInfo.processInfo.environment["NN_RECORD"] != nil {
      try run.output.write(to: recorded, atomically: true, encoding: .utf8)
    }
    #expect(run.output == (try String(contentsOf: recorded, encoding: .utf8)))
  }

  @Test(
    "bad arguments are named",
    arguments: [
      ("plt.plot([1, 2], [1])", "x and y must have same first dimension, but have shapes (2,) and (1,)"),
      ("plt.scatter([1], [2], c='nocolour')", "'c' argument must be a color"),
      ("plt.plot([1], color='nocolour')", "'nocolour'"),
      ("plt.plot([1], nothing=3)", "unexpected keyword argument 'nothing'"),
      ("plt.imshow([[1]], cmap='nomap')", "'nomap' is not a valid value for cmap"),
      ("plt.contourf([[1, 2]])", "Input z"),
      ("plt.figure(figsize=(0, 1))", "figure size must be positive finite"),
      ("plt.subplot(2, 2, 5)", "num must be an integer with 1 <= num <= 4"),
      ("plt.legend(loc='nowhere')", "'nowhere' is not a valid value for loc"),
      ("plt.hist([1], histtype='none')", "'none' is not a valid value for histtype"),
      ("plt.savefig('x.bmp')", "Format 'bmp' is not supported"),
    ])
  func badArguments(program: String, message: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["-c", program], folder: folder.url)
    #expect(run.code == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
