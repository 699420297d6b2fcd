import Foundation

@testable import NNSyntax

/// Files beside the tests and at the root of the repository.
enum Recordings {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The lines of a file in the tests' folder.
  static func lines(_ name: String) throws -> [String] {
    try text(folder.appendingPathComponent(name)).split(separator: "\n").map(String.init)
  }

  /// The text of a file at the root of the repository.
  static func rootText(_ name: String) throws -> String {
    try text(folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(name))
  }

  private static func text(_ url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  /// The program text of a recorded snippet, as `record_compile.py` describes it.
  static func decoded(_ snippet: String) -> String {
    let lines = snippet.replacingOccurrences(of: "⏎", with: "\n").replacingOccurrences(of: "⇥", with: "\t")
    return lines.replacing(/\{U\+([0-9A-F]{4,6})\}/) { match in
      String(UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? "?")
    }
  }
}

/// What the parser says of a text.
struct Verdict: Equatable {
  var kind = "ok"
  var line = 0
  var message = ""

  /// Parses `text`.
  init(_ text: String, options: ParserOptions = ParserOptions()) {
    let source = SourceText(name: "<test>", text)
    do throws(Diagnostic) {
      _ = try Parser.parse(source, options: options)
    } catch let diagnostic {
      kind = diagnostic.kind.rawValue
      line = source.lineColumn(of: diagnostic.span.start).line
      message = diagnostic.message
    }
  }
}

/// Parses `text`, whose tree is wanted.
func parse(_ text: String, magics: Bool = false) throws -> Module {
  try Parser.parse(SourceText(name: "<test>", text), options: ParserOptions(magics: magics))
}
