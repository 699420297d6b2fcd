import NNCore
import NNSyntax

/// Runs the blocks of a file for the recorded tests, each in a fresh namespace, and prints their values and errors as
/// `Tests/Golden/README.md` says.
enum Batch {
  private static let separator = "%%"

  /// Returns the exit code.
  static func run(_ bytes: [UInt8], on interpreter: Interpreter) -> Int32 {
    interpreter.displayText = { value in
      let lines = value.representation.split(separator: "\n", omittingEmptySubsequences: false)
      let type = value.array.map { "\(value.typeName) \($0.dtype) \($0.shape)" } ?? value.typeName
      return lines.map { "= \($0)\n" }.joined() + ": \(type)\n"
    }
    for block in blocks(of: bytes) {
      interpreter.startNamespace(keepingLibrary: true)
      do throws(ProgramError) {
        try interpreter.run(SourceText(name: "<block>", rawBytes: block), mode: .cell)
      } catch {
        if error.meaning == .interrupt { return Session.ExitCode.interrupted }
        interpreter.write(text(of: error))
      }
      interpreter.write(separator + "\n")
    }
    return Session.ExitCode.success
  }

  /// The texts between lines that are exactly the separator.
  private static func blocks(of bytes: [UInt8]) -> [[UInt8]] {
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    return lines.split(omittingEmptySubsequences: false) { $0.elementsEqual(separator.utf8) }
      .map { Array($0.joined(separator: [newline])) }
  }

  private static func text(of error: ProgramError) -> String {
    let text = error.message.isEmpty ? error.publicName : "\(error.publicName): \(error.message)"
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { "! \($0)\n" }.joined()
  }
}
