import Foundation
import Testing

/// `derive`: the programs in Tests/Derive print derivations, run them as programs and compare them with `grad`; what they
/// print is kept beside them. `Tests/Derive/record.sh` makes it anew, for reading.
@Suite struct DeriveTests {
  private static let folder = Binary.root.appending(path: "Tests/Derive")

  private static let programs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".py") && $0 != "check.py" }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test(arguments: programs) func derivations(name: String) throws {
    let run = try Binary.run([DeriveTests.folder.appending(path: name + ".py").path])
    let recorded = try String(contentsOf: DeriveTests.folder.appending(path: name + ".txt"), encoding: .utf8)
    #expect(run.output == recorded, "\(run.errors.suffix(1000))")
  }
}
