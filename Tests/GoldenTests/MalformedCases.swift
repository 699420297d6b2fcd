import Foundation

/// A program that must end in order: an error of its own or, for mutants, success.
struct Hostile: Sendable {
  let name: String
  let source: [UInt8]

  /// The first bytes of the source, for a report.
  var excerpt: String { String(decoding: source.prefix(400), as: UTF8.self) }
}

/// The hand-written wrong programs of `Tests/Malformed/cases.txt`.
enum MalformedCases {
  static func all() throws -> [Hostile] {
    let lines = try Paths.text(Paths.malformed.appending(path: "cases.txt"))
      .split(separator: "\n", omittingEmptySubsequences: false)
    var cases: [Hostile] = []
    var group = ""
    for part in lines.split(separator: "%%").dropFirst() {
      var body = part
      if let first = body.first, first.hasPrefix("# "), !first.contains("{{") {
        group = String(first.dropFirst(2))
        body = body.dropFirst()
      }
      let text = body.joined(separator: "\n")
      cases.append(Hostile(name: "\(cases.count + 1) (\(group)): \(text.prefix(40))", source: expanded(text)))
    }
    return cases
  }

  /// `text` with `{{TEXT*N}}` written out N times (`;;` in it is a line break) and `{{xNN}}` as that byte.
  static func expanded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let open = Array("{{".utf8), close = Array("}}".utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: open), let (piece, end) = template(bytes, from: position + open.count, close) {
        result += piece
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  /// What a template stands for and the place after it; nil where none is.
  private static func template(_ bytes: [UInt8], from start: Int, _ close: [UInt8]) -> (piece: [UInt8], end: Int)? {
    var position = start + 1
    while position + close.count <= bytes.count {
      if bytes[position...].starts(with: close) {
        let inner = String(decoding: bytes[start..<position], as: UTF8.self)
        if let piece = meaning(inner) { return (piece, position + close.count) }
      }
      position += 1
    }
    return nil
  }

  private static func meaning(_ inner: String) -> [UInt8]? {
    if inner.count == 3, inner.hasPrefix("x"), let byte = UInt8(inner.dropFirst(), radix: 16) { return [byte] }
    guard let star = inner.lastIndex(of: "*"), let count = Int(inner[inner.index(after: star)...]) else { return nil }
    let text = inner[..<star].replacingOccurrences(of: ";;", with: "\n")
    return Array(String(repeating: text, count: count).utf8)
  }
}
