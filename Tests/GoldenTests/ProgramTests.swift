import Foundation
import Testing

/// A whole recorded program, run in one dialect.
struct RecordedProgram: CustomTestStringConvertible, Sendable {
  let file: URL
  let recording: URL
  let dialect: Dialect
  var testDescription: String { "\(name) as .\(dialect)" }

  /// The programs of `Tests/Golden/programs`, each in the dialects that `variants.txt` names.
  static let all: [RecordedProgram] = {
    let folder = Paths.golden.appending(path: "programs")
    let listing = (try? Paths.text(folder.appending(path: "variants.txt"))) ?? ""
    return listing.split(separator: "\n").flatMap { line -> [RecordedProgram] in
      let parts = line.split(separator: ":")
      guard parts.count == 2 else { return [] }
      let file = folder.appending(path: String(parts[0]))
      let isFolder = file.lastPathComponent == "main.py"
      let recording = (isFolder ? file.deletingLastPathComponent() : file.deletingPathExtension())
        .appendingPathExtension("out")
      return parts[1].split(separator: " ").compactMap { Dialect(rawValue: String($0)) }.map {
        RecordedProgram(file: file, recording: recording, dialect: $0)
      }
    }
  }()

  /// The bundled programs of `scripts/` that have a recording.
  static let bundled = Paths.files(in: Paths.golden.appending(path: "scripts"), extensions: ["out"]).map { recording in
    let name = recording.deletingPathExtension().lastPathComponent
    return RecordedProgram(file: Paths.scripts.appending(path: name + ".nn"), recording: recording, dialect: .nn)
  }

  /// The whole programs of `Benchmarks`, with their small sizes.
  static let whole = ["whole", "arrays"].flatMap { part in
    Paths.files(in: Paths.golden.appending(path: part), extensions: ["out"]).map { recording in
      let name = recording.deletingPathExtension().lastPathComponent
      let file = Paths.root.appending(path: "Benchmarks/\(part)/\(name).py")
      return RecordedProgram(file: file, recording: recording, dialect: .py)
    }
  }

  /// Whether it is one of the programs of `Benchmarks`.
  private var isWhole: Bool { ["whole", "arrays"].contains(recording.deletingLastPathComponent().lastPathComponent) }

  /// `programs/NAME.py`, or `programs/NAME/main.py` for a program of several files.
  private var name: String {
    if isWhole { return recording.deletingLastPathComponent().lastPathComponent + "/" + file.lastPathComponent }
    let isFolder = file.lastPathComponent == "main.py"
    let folder = isFolder ? file.deletingLastPathComponent().lastPathComponent + "/" : ""
    return "programs/" + folder + file.lastPathComponent
  }

  /// Checks that the program does what is recorded.
  func check() throws {
    let differences = try differences()
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// Runs the program and compares what it prints, its exit code and, where it fails, its error with the recording.
  private func differences() throws -> [String] {
    let source = try Paths.text(file)
    let run =
      name.hasSuffix("/main.py") || isWhole
      ? try Interpreter.run([file.path])
      : try Interpreter.run(source: Array(dialect.source(source).utf8), as: dialect.fileExtension)
    let expected = try Paths.text(recording)
    let failure = (try? Paths.text(recording.deletingPathExtension().appendingPathExtension("err")))?
      .split(separator: "\n").map(String.init)
    // Recorded in another folder.
    let output = run.output.replacingOccurrences(of: Paths.root.path, with: "ROOT")
    var differences: [String] = []
    if run.ending != .exited(failure.flatMap { Int32($0.first ?? "") } ?? 0) {
      differences.append("ended (\(run.ending)): \(run.errors.suffix(1000))")
    }
    let tolerance = source.hasPrefix("# ~") ? Tolerance(mark: source.prefix { $0 != "\n" }.dropFirst(3)) : nil
    if !(tolerance?.agrees(expected, output) ?? (output == expected)) {
      differences.append("expected:\n\(expected)\nprinted:\n\(output)")
    }
    if let error = failure?.dropFirst().last, !Self.mentions(error, in: run.errors) {
      differences.append("expected \(error), standard error:\n\(run.errors)")
    }
    return differences
  }

  /// Whether a line of standard error ends in the error, after a place or at its start.
  private static func mentions(_ error: String, in errors: String) -> Bool {
    let type = errorType(error)
    return errors.split(separator: "\n").contains { line in
      guard let start = line.range(of: type)?.lowerBound else { return false }
      return OwnWords.recorded.accept(String(line[start...]), for: error)
    }
  }
}

@Suite("Recorded programs", .enabled(if: Interpreter.exists))
struct ProgramTests {
  @Test("golden programs", arguments: RecordedProgram.all)
  func golden(program: RecordedProgram) throws {
    try program.check()
  }

  @Test("whole programs", arguments: RecordedProgram.whole)
  func whole(program: RecordedProgram) throws {
    try program.check()
  }

  @Test("bundled programs", arguments: RecordedProgram.bundled)
  func bundled(program: RecordedProgram) throws {
    try program.check()
  }
}
