import Foundation

/// Which folders of `Sources/` use which others: a folder uses another when it names a type or calls a global function
/// that only the other declares at top level, in its own module or in one that it imports.
struct Floors {
  struct Arrow: Hashable {
    let from: String
    let to: String
  }

  /// The names that each arrow carries.
  private(set) var arrows: [Arrow: Set<String>] = [:]
  private(set) var rooms: Set<String> = []

  init(_ files: [Repository.SourceFile]) {
    var declaredIn: [String: Set<String>] = [:]
    var words: [String: Set<String>] = [:]
    var visible: [String: Set<String>] = [:]
    for file in files {
      let text = Floors.withoutTextAndComments(file.text)
      rooms.insert(file.room)
      words[file.room, default: []].formUnion(Floors.names(in: text))
      visible[file.room, default: []].formUnion(Floors.imports(of: text) + [Floors.module(of: file.room)])
      for name in Floors.declarations(in: text) { declaredIn[name, default: []].insert(file.room) }
    }
    for (room, names) in words {
      for name in names where name.count > 2 {
        guard let owners = declaredIn[name], owners.count == 1, let owner = owners.first, owner != room,
          visible[room, default: []].contains(Floors.module(of: owner))
        else { continue }
        arrows[Arrow(from: room, to: owner), default: []].insert(name)
      }
    }
  }

  /// The arrows from a folder to a higher one, as text; `order` lists the folders from the ground up, a set a floor.
  func upward(in order: [Set<String>]) -> [String] {
    func level(_ room: String) -> Int? { order.firstIndex { $0.contains(room) } }
    return arrows.compactMap { arrow, names in
      guard let from = level(arrow.from), let to = level(arrow.to), from < to else { return nil }
      return "\(arrow.from) -> \(arrow.to): \(names.sorted().prefix(5).joined(separator: ", "))"
    }.sorted()
  }

  private static func module(of room: String) -> String { String(room.prefix { $0 != "/" }) }

  private static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { $0.firstMatch(of: importLine).map { String($0.1) } }
  }

  /// What is declared at the start of a line, behind attributes and modifiers.
  private static func declarations(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.first != " " && $0.first != "}" }
      .compactMap { $0.prefixMatch(of: declaration).map { String($0.1) } }
  }

  /// The names of types, and of called functions that no dot precedes.
  private static func names(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var names: [String] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      if index == start {
        index += 1
        continue
      }
      let isType = bytes[start] >= 65 && bytes[start] <= 90
      let isCalled = index < bytes.count && bytes[index] == UInt8(ascii: "(")
      let followsDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
      if isType || (isCalled && !followsDot) { names.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
    }
    return names
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == 95 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }

  /// A source text without its string literals and comments.
  static func withoutTextAndComments(_ text: String) -> String {
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: Array("//".utf8)) {
        rest = rest.drop { $0 != 10 }
      } else if rest.starts(with: Array("\"\"\"".utf8)) {
        skip(&rest, opening: 3, to: Array("\"\"\"".utf8))
      } else if byte == UInt8(ascii: "\"") {
        skip(&rest, opening: 1, to: [byte])
      } else {
        kept.append(byte)
        rest.removeFirst()
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>, opening: Int, to end: [UInt8]) {
    rest = rest.dropFirst(opening)
    while !rest.isEmpty && !rest.starts(with: end) {
      rest = rest.dropFirst(rest.first == UInt8(ascii: "\\") ? 2 : 1)
    }
    rest = rest.dropFirst(end.count)
  }

  nonisolated(unsafe) private static let declaration =
    /(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|final|open|indirect|nonisolated(?:\(unsafe\))?)\s+)*(?:struct|class|enum|protocol|actor|typealias|func|let|var|macro)\s+([A-Za-z_]\w*)/
  nonisolated(unsafe) private static let importLine =
    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|func|protocol|var|let|typealias)\s+)?(\w+)/
}
