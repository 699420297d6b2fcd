import Foundation
import Testing

/// What is recorded but not answered yet (`Tests/Golden/awaiting.txt`): the tests pass over exactly these.
struct AwaitingList {
  static let recorded = AwaitingList((try? Paths.text(Paths.golden.appending(path: "awaiting.txt"))) ?? "")

  /// Items as `NAME DIALECT` or `NAME DIALECT HASH`.
  private var items: Set<String> = []

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count > 1 else { continue }
      let hash = parts.count > 2 ? " " + parts[2] : ""
      for dialect in parts[1].split(separator: ",") { items.insert("\(parts[0]) \(dialect)\(hash)") }
    }
  }

  /// Whether the block of that theme is awaited in the dialect.
  func contains(_ block: ExpressionBlock, of theme: String, in dialect: Dialect) -> Bool {
    !items.isEmpty && items.contains("expressions/\(theme) \(dialect) \(Self.hash(block.source))")
  }

  /// Whether the item `programs/NAME.py` (or of another folder) is awaited in the dialect.
  func contains(_ name: String, in dialect: Dialect) -> Bool {
    items.contains("\(name) \(dialect)")
  }

  /// Reports items that are answered by now: an error in `make test` (`NN_AWAITING=strict`), elsewhere a warning.
  static func report(answered: [String]) {
    guard !answered.isEmpty else { return }
    let text =
      "\(answered.count) awaited and answered by now, write them down with Tests/Golden/await.py:\n"
      + answered.prefix(10).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["NN_AWAITING"] == "strict" {
      Issue.record("\(text)")
    } else {
      print(text)
    }
  }

  /// The 64-bit FNV-1a hash, as `await.py` writes it.
  static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
