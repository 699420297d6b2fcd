import Foundation
import Testing

/// Notebooks on the command line.
@Suite("Notebooks")
struct NotebookCommandTests {
  /// A notebook of code cells, with a text cell before them.
  private func notebook(_ cells: [String]) throws -> String {
    let code = cells.map { ["cell_type": "code", "source": $0] as [String: Any] }
    let text: [String: Any] = ["cell_type": "markdown", "source": ["# Title\n"]]
    let data = try JSONSerialization.data(withJSONObject: ["cells": [text] + code, "nbformat": 4])
    return String(decoding: data, as: UTF8.self)
  }

  private func run(_ cells: [String], options: [String] = []) throws -> Binary.Run {
    let folder = try TemporaryFolder()
    try folder.write(try notebook(cells), as: "book.ipynb")
    return try Binary.run(options + ["book.ipynb"], folder: folder.url)
  }

  @Test("cells share a namespace, and a last expression is shown unless a semicolon follows it")
  func cells() throws {
    let run = try run([
      "%matplotlib inline\nx = 2", "x\nx + 1", "x + 2;", "(x + 3);  # quiet", "print(x)\nNone", "'a; b'",
    ])
    #expect(run.output == "3\n2\n'a; b'\n")
    #expect(run.errors.isEmpty)
    #expect(run.code == 0)
  }

  @Test("an error names its cell and ends the run")
  func error() throws {
    let run = try run(["x = 1", "x\ny = x / 0", "print('never')"])
    #expect(run.errors.hasPrefix("book.ipynb, cell 2:2:5: ZeroDivisionError: division by zero\n2 | y = x / 0\n"))
    #expect(run.output.isEmpty)
    #expect(run.code == 1)
  }

  @Test("--keep-going runs the cells after an error")
  func keepsGoing() throws {
    let run = try run(["1 / 0", "print('on')", "x = ("], options: ["--keep-going"])
    #expect(run.output == "on\n")
    #expect(run.errors.contains("cell 1:1:1: ZeroDivisionError"))
    #expect(run.errors.contains("cell 3:1:5: SyntaxError"))
    #expect(run.code == 1)
  }

  @Test("cells of other languages are left out, which is said")
  func foreign() throws {
    let run = try run(["%%latex\n$x$", "print(1)"])
    #expect(run.output == "1\n")
    #expect(run.errors == "book.ipynb, cell 1: left out, its language is latex\n")
  }

  @Test("cells begin with the instructions that the prompt has")
  func instructions() throws {
    let run = try run([
      "print('first')", "%%bash\necho shell", "%%capture kept\nprint('quiet')", "kept.stdout",
      "%%writefile mine.txt\na\n", "open('mine.txt').read()", "# about time\n%%time\nx = 4\nx + 1",
      "%%timeit -n 1 -r 1\nx",
      "%%prun\nx = 5", "%%time\n1 / 0",
    ])
    #expect(run.output.hasPrefix("first\nshell\n'quiet\\n'\nWriting mine.txt\n'a\\n'\n5\nCPU time: "), "\(run.output)")
    #expect(run.output.contains("per loop (mean"))
    #expect(run.output.contains(" 2 x = 5\n"))
    #expect(
      run.errors.hasPrefix("book.ipynb, cell 10:2:1: ZeroDivisionError: division by zero\n2 | 1 / 0\n"), "\(run.errors)"
    )
  }

  @Test(
    "a file that is no notebook is refused",
    arguments: ["", "{", "[1, 2]", "{\"cells\": 3}", "print(1)", "{\"cells\": [\u{1}"])
  func refused(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, as: "book.ipynb")
    let run = try Binary.run(["book.ipynb"], folder: folder.url)
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("nn: book.ipynb: no notebook"), "\(run.errors)")
  }
}
