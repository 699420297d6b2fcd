import Foundation
import Testing

/// What the command does with its arguments, and the codes it ends with.
@Suite("The command")
struct CommandTests {
  /// A command line and the code it ends with.
  static let exitCodes: [([String], Int32)] = [
    (["-c", "print(1)"], 0), (["-c", "1/0"], 1), (["-c", "x = ("], 1), (["missing-file.nn"], 2), (["--bogus"], 2),
    (["--dump", "nonsense", "-"], 2), (["-c"], 2), (["run"], 2), (["run", "no-such-program"], 2),
    (["run", "--list"], 0), (["--version"], 0), (["--help"], 0), (["/"], 2),
  ]

  @Test("exit codes", arguments: exitCodes)
  func exitCode(arguments: [String], code: Int32) throws {
    #expect(try Binary.run(arguments).code == code)
  }

  @Test("-c runs its code with its arguments")
  func code() throws {
    let run = try Binary.run(["-c", "import sys\nprint(sys.argv, __name__)", "a", "-b", "--help"])
    #expect(run.output == "['-c', 'a', '-b', '--help'] __main__\n")
    #expect(run.errors.isEmpty)
    #expect(run.code == 0)
  }

  @Test("a file sees its name and arguments")
  func file() throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/usr/bin/env nn\nimport sys\nprint(__file__, sys.argv)\n", as: "p.nn")
    let run = try Binary.run(["p.nn", "-i", "x"], folder: folder.url)
    #expect(run.output == "\(folder.url.appending(path: "p.nn").path) ['p.nn', '-i', 'x']\n")
  }

  @Test("- and a pipe run standard input", arguments: [["-"], []])
  func standardInput(arguments: [String]) throws {
    let run = try Binary.run(arguments, input: "x = 20\nprint(x + 1)\nx\n")
    #expect(run.output == "21\n")
    #expect(run.code == 0)
  }

  @Test("-i opens the prompt after the program, with its variables")
  func staysAtPrompt() throws {
    let run = try Binary.run(["-i", "-c", "x = 7"], input: "x + 1\nNone\n'a'\n")
    #expect(run.output == "8\n'a'\n")
    #expect(run.code == 0)
    let failed = try Binary.run(["-i", "-c", "x = 7\n1/0"], input: "x\n")
    #expect(failed.output == "7\n")
    #expect(failed.errors.contains("ZeroDivisionError"))
  }

  @Test("the prompt keeps the last value, takes blocks, and goes on after errors")
  func prompt() throws {
    let run = try Binary.run(
      ["-i"], input: "40 + 2\n_ * 2\ndef f(x):\n  return x + 1\n\nf(1)\nundefined_name\n5\n")
    #expect(run.output == "42\n84\n2\n5\n")
    #expect(run.errors.contains("<stdin>:1:1: NameError: name 'undefined_name' is not defined"))
    #expect(run.code == 0)
  }

  @Test("what was printed before an error stands before it")
  func order() throws {
    let run = try Binary.shell("$NN -c 'print(1); print(2); 1/0' 2>&1")
    #expect(run.output.hasPrefix("1\n2\n<string>:1:"))
  }

  @Test("a warning is shown once for its line")
  func warnings() throws {
    let folder = try TemporaryFolder()
    try folder.write("import numpy as np\nfor i in range(3):\n    np.zeros(2) / 0\nprint('done')\n", as: "w.nn")
    let run = try Binary.run(["w.nn"], folder: folder.url)
    #expect(run.errors == "w.nn:3: RuntimeWarning: invalid value encountered in divide\n")
    #expect(run.output == "done\n")
  }

  @Test("a closed pipe ends quietly")
  func closedPipe() throws {
    let program = "i = 0\nwhile True:\n    print(i)\n    i = i + 1\n"
    let run = try Binary.shell("$NN -c '\(program)' | head -n 2; echo ${PIPESTATUS[0]}")
    #expect(run.output == "0\n1\n0\n")
    #expect(run.errors.isEmpty)
  }

  @Test("output that cannot be written is an error")
  func fullDisk() throws {
    let run = try Binary.shell("$NN -c 'print(1)' > /dev/full")
    #expect(run.code == 1)
    #expect(run.errors == "nn: cannot write the output: No space left on device\n")
  }

  @Test(
    "Ctrl-C ends a loop with KeyboardInterrupt",
    arguments: [
      "while True:\n    pass\n", "def f():\n    while True:\n        x = 1\nf()\n",
    ])
  func interrupt(program: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("print('begun', flush=True)\n" + program, as: "loop.nn")
    let run = try Binary.run(["loop.nn"], folder: folder.url) { process in
      usleep(300_000)
      process.interrupt()
    }
    #expect(run.code == 130)
    #expect(run.output == "begun\n")
    #expect(run.errors.contains("loop.nn:"))
    #expect(run.errors.contains(": KeyboardInterrupt\n"))
  }

  @Test("SIGTERM ends the process as it does any other")
  func terminate() throws {
    let run = try Binary.run(["-c", "while True: pass"]) { process in
      usleep(200_000)
      process.terminate()
    }
    #expect(run.code == 128 + 15)
  }

  /// A call, the code it ends with, and what standard error says.
  static let exits: [(String, Int32, String)] = [
    ("sys.exit()", 0, ""), ("sys.exit(0)", 0, ""), ("sys.exit(7)", 7, ""), ("sys.exit('gone')", 1, "gone\n"),
  ]

  @Test("sys.exit sets the code", arguments: exits)
  func systemExit(call: String, code: Int32, text: String) throws {
    let run = try Binary.run(["-c", "import sys\nprint('x')\n\(call)\nprint('y')"])
    #expect(run.code == code)
    #expect(run.errors == text)
    #expect(run.output == "x\n")
  }

  @Test("the bundled programs are listed with what they do")
  func list() throws {
    let run = try Binary.run(["run", "--list"])
    let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    let files = try FileManager.default.contentsOfDirectory(atPath: Binary.root.appending(path: "scripts").path)
    #expect(names == files.filter { $0.hasSuffix(".nn") }.map { String($0.dropLast(3)) }.sorted())
  }

  @Test(
    "dumps show each stage",
    arguments: [
      ("tokens", "1:1 name \"y\""), ("tree", "assign  @1:1"), ("bytecode", "addConstant"),
    ])
  func dump(stage: String, line: String) throws {
    let run = try Binary.run(["--dump", stage, "-"], input: "y = 1\ny + 2\n")
    #expect(run.output.contains(line), "\(run.output)")
    #expect(run.code == 0)
    #expect(try Binary.run(["--dump", "bytecode", "-"], input: "x = (").code == 1)
  }

  @Test("an installed binary runs wherever it is")
  func installed() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "nn")
    try FileManager.default.copyItem(atPath: Binary.path, toPath: copy.path)
    let environment = ["PATH=/usr/bin:/bin"]
    let run = try Binary.shell("env -i \(environment[0]) \(copy.path) run --list", folder: folder.url)
    #expect(run.code == 0)
    #expect(run.output.contains("backprop"))
    let libraries = try Binary.shell("ldd \(copy.path)")
    #expect(!libraries.output.contains("swift"), "\(libraries.output)")
  }
}
