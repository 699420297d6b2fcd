import Foundation
import Testing

/// `derive`: the programs in Tests/Derive print derivations, run them as programs and compare them with `grad`; what they
/// print is kept beside them. `Tests/Derive/record.sh` makes it anew, for reading.
@Suite struct DeriveTests {
  private static let folder = Binary.root.appending(path: "Tests/Derive")

  private static let programs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".py") && !["check.py", "every_function.py"].contains($0) }
      .map { String($0.dropLast(3)) }.sorted()
  }()

  @Test(arguments: programs) func derivations(name: String) throws {
    let run = try Binary.run([DeriveTests.folder.appending(path: name + ".py").path])
    let recorded = try String(contentsOf: DeriveTests.folder.appending(path: name + ".txt"), encoding: .utf8)
    #expect(run.output == recorded, "\(run.errors.suffix(1000))")
  }

  /// Every function of NumPy's that has a derivative has a text, or an error that says that it has none.
  @Test(arguments: 0..<6) func everyFunction(part: Int) throws {
    let program = DeriveTests.folder.appending(path: "every_function.py").path
    let run = try Binary.run([program, "part", String(part), "6"])
    let recorded = try String(contentsOf: DeriveTests.folder.appending(path: "every_function.txt"), encoding: .utf8)
    let lines = run.output.split(separator: "\n")
    #expect(lines.last?.hasSuffix(" 0 wrong") == true, "\(run.errors.suffix(1000))")
    for line in lines.dropLast() { #expect(recorded.contains(line), "\(line)") }
  }
}
