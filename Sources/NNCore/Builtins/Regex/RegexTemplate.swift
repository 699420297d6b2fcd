import NNRegex

/// The second argument of `re.sub` as it was written: text, and references to groups.
struct RegexTemplate {
  private enum Part {
    case text([UInt32])
    case group(Int)
  }

  private var parts: [Part] = []

  /// Parses a template for a pattern. `re.error` for references to groups that it has not, IndexError for names.
  init(_ template: [UInt32], for payload: PatternPayload) throws(Fault) {
    var reader = RegexTemplateReader(template, payload)
    while let part = try reader.next() {
      switch part {
      case .point(let point): append(point)
      case .group(let group): parts.append(.group(group))
      }
    }
  }

  private mutating func append(_ point: UInt32) {
    if case .text(var text)? = parts.last {
      text.append(point)
      parts[parts.count - 1] = .text(text)
    } else {
      parts.append(.text([point]))
    }
  }

  /// Adds what the template stands for to a result: a group that took no part is empty.
  func expand(_ subject: borrowing Value, _ marks: [Int], into result: inout RegexResult) {
    for part in parts {
      switch part {
      case .text(let text): result.append(text)
      case .group(let group): result.append(subject, marks[2 * group], marks[2 * group + 1])
      }
    }
  }
}

/// Reads a template piece by piece.
private struct RegexTemplateReader {
  enum Piece {
    case point(UInt32)
    case group(Int)
  }

  private let template: [UInt32]
  private let payload: PatternPayload
  private var position = 0

  init(_ template: [UInt32], _ payload: PatternPayload) {
    self.template = template
    self.payload = payload
  }

  private func text(_ range: Range<Int>) -> String { UnicodeText(codePoints: Array(template[range])).string }

  private func error(_ message: String, at place: Int) -> Fault {
    RegexErrors.fault(message, template, place, isBytes: payload.isBytes)
  }

  private func isDigit(_ index: Int, octal: Bool = false) -> Bool {
    index < template.count && template[index] >= 48 && template[index] <= (octal ? 55 : 57)
  }

  mutating func next() throws(Fault) -> Piece? {
    guard position < template.count else { return nil }
    let point = template[position]
    position += 1
    guard point == 92 else { return .point(point) }
    guard position < template.count else { throw error("bad escape (end of pattern)", at: position - 1) }
    let letter = template[position]
    position += 1
    switch letter {
    case 103: return .group(try namedGroup())
    case 48: return .point(octal(from: position - 1, digits: 3))
    case 49...57: return try numbered()
    case 97: return .point(7)
    case 98: return .point(8)
    case 102: return .point(12)
    case 110: return .point(10)
    case 114: return .point(13)
    case 116: return .point(9)
    case 118: return .point(11)
    case 92: return .point(92)
    case 65...90, 97...122: throw error("bad escape \\\(text(position - 1..<position))", at: position - 2)
    default:
      // Only the backslash; what it stands before comes next.
      position -= 1
      return .point(92)
    }
  }

  private mutating func octal(from start: Int, digits: Int) -> UInt32 {
    var value: UInt32 = 0
    position = start
    while position < start + digits, isDigit(position, octal: true) {
      value = value * 8 + template[position] - 48
      position += 1
    }
    return value & 0xFF
  }

  /// `\1`, `\12`; three octal digits are a character.
  private mutating func numbered() throws(Fault) -> Piece {
    let start = position - 1
    if isDigit(position) {
      position += 1
      if isDigit(start, octal: true), isDigit(start + 1, octal: true), isDigit(start + 2, octal: true) {
        let value = octal(from: start, digits: 3)
        if template[start] > 51 {
          throw error(
            "octal escape value \\\(text(start..<position)) outside of range 0-0o377", at: start - 1)
        }
        return .point(value)
      }
    }
    let number = Int(text(start..<position)) ?? 0
    guard number <= payload.pattern.groupCount else { throw error("invalid group reference \(number)", at: start) }
    return .group(number)
  }

  /// `\g<name>`, `\g<1>`.
  private mutating func namedGroup() throws(Fault) -> Int {
    guard position < template.count, template[position] == 60 else { throw error("missing <", at: position) }
    let start = position + 1
    guard let end = template[start...].firstIndex(of: 62) else {
      throw start < template.count
        ? error("missing >, unterminated name", at: start) : error("missing group name", at: start)
    }
    if end == start { throw error("missing group name", at: start) }
    position = end + 1
    let name = text(start..<end)
    if name.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(name) {
      guard number <= payload.pattern.groupCount else { throw error("invalid group reference \(number)", at: start) }
      return number
    }
    guard Pattern.isGroupName(name) else { throw error("bad character in group name '\(name)'", at: start) }
    guard let found = payload.pattern.groupNames.first(where: { $0.name == name }) else {
      throw Fault(.indexError, "unknown group name '\(name)'")
    }
    return found.number
  }
}
