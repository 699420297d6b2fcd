// Groups: `(…)`, and all that begins with `(?`.

extension PatternParser {
  /// Flags for the whole pattern, which stand at its start: `(?im)`.
  mutating func parseGlobalFlags() throws(PatternError) {
    while peeks("("), peeks("?", 1) {
      var end = position + 2
      var found: PatternFlags = []
      while end < pattern.count, let flag = PatternFlags(letter: pattern[end]) {
        found.insert(flag)
        end += 1
      }
      guard !found.isEmpty, end < pattern.count, pattern[end] == ("\u{29}" as Unicode.Scalar).value else { return }
      flags.insert(found)
      position = end + 1
    }
  }

  /// What stands behind an opening parenthesis; nil for a comment.
  mutating func parseGroup(_ flags: PatternFlags) throws(PatternError) -> Node? {
    let start = position - 1
    guard take("?") else { return try parseCapture(nil, flags, from: start, named: position) }
    guard let point = take() else { throw PatternError("unexpected end of pattern", at: position) }
    switch Unicode.Scalar(point) {
    case "P": return try parseNamed(flags, from: start)
    case ":": return PatternParser.enclosed(try parseBody(flags, from: start))
    case "#":
      while let point = take() { if point == ("\u{29}" as Unicode.Scalar).value { return nil } }
      throw PatternError("missing ), unterminated comment", at: start)
    case "=", "!":
      let body = try parseBody(flags, from: start)
      return .look(body, isAhead: true, isNegated: point == ("!" as Unicode.Scalar).value)
    case "<": return try parseLookBehind(flags, from: start)
    case "(": return try parseConditional(flags, from: start)
    case ">": return .atomic(try parseBody(flags, from: start))
    default:
      if PatternFlags(letter: point) != nil || point == ("-" as Unicode.Scalar).value {
        return try parseFlagged(point, flags, from: start)
      }
      throw PatternError("unknown extension ?\(text(position - 1..<position))", at: position - 2)
    }
  }

  /// The inside of a group, with its closing parenthesis.
  private mutating func parseBody(_ flags: PatternFlags, from start: Int) throws(PatternError) -> Node {
    let body = try parseAlternatives(flags)
    guard take("\u{29}") else { throw PatternError("missing ), unterminated subpattern", at: start) }
    return body
  }

  /// What a group without a number has inside: in parentheses, everything can be repeated.
  private static func enclosed(_ body: Node) -> Node {
    switch body {
    case .empty, .boundary, .repetition: .sequence([body])
    default: body
    }
  }

  private mutating func parseCapture(
    _ name: String?, _ flags: PatternFlags, from start: Int, named place: Int
  ) throws(PatternError) -> Node {
    let number = try openGroup(name, at: place)
    let body = try parseBody(flags, from: start)
    closeGroup(number)
    return .group(number, body)
  }

  private func checkName(_ name: String, at place: Int) throws(PatternError) {
    if !Pattern.isGroupName(name) { throw PatternError("bad character in group name '\(name)'", at: place) }
  }

  private mutating func parseNamed(_ flags: PatternFlags, from start: Int) throws(PatternError) -> Node {
    if take("<") {
      let place = position
      let name = try takeName(until: ">")
      try checkName(name, at: place)
      return try parseCapture(name, flags, from: start, named: place)
    }
    guard take("=") else {
      guard let point = take() else { throw PatternError("unexpected end of pattern", at: position) }
      throw PatternError("unknown extension ?P\(Unicode.Scalar(point) ?? "?")", at: position - 3)
    }
    let place = position
    let name = try takeName(until: "\u{29}")
    try checkName(name, at: place)
    guard let group = number(of: name) else { throw PatternError("unknown group name '\(name)'", at: place) }
    if isOpen(group) { throw PatternError("cannot refer to an open group", at: place) }
    return .backreference(group, ignoresCase: flags.contains(.ignoreCase), isASCII: isASCII(flags))
  }

  private mutating func parseLookBehind(_ flags: PatternFlags, from start: Int) throws(PatternError) -> Node {
    guard let point = take() else { throw PatternError("unexpected end of pattern", at: position) }
    let isNegated = point == ("!" as Unicode.Scalar).value
    guard isNegated || point == ("=" as Unicode.Scalar).value else {
      throw PatternError("unknown extension ?<\(text(position - 1..<position))", at: position - 3)
    }
    let body = try parseBody(flags, from: start)
    let width = body.width
    if width.least != width.most {
      throw PatternError("look-behind requires fixed-width pattern", at: 0, kind: .unplaced)
    }
    return .look(body, isAhead: false, isNegated: isNegated)
  }

  private mutating func parseConditional(_ flags: PatternFlags, from start: Int) throws(PatternError) -> Node {
    let place = position
    let name = try takeName(until: "\u{29}")
    let group: Int
    if let number = Int(name) {
      if number <= 0 { throw PatternError("bad group number", at: place) }
      group = number
      noteForwardReference(number, at: place)
    } else {
      try checkName(name, at: place)
      guard let number = self.number(of: name) else { throw PatternError("unknown group name '\(name)'", at: place) }
      group = number
    }
    let then = try parseSequence(flags)
    let otherwise: Node = take("|") ? try parseSequence(flags) : .empty
    if peeks("|") { throw PatternError("conditional backref with more than two branches", at: position) }
    guard take("\u{29}") else { throw PatternError("missing ), unterminated subpattern", at: start) }
    return .conditional(group: group, then: then, otherwise: otherwise)
  }

  /// `(?i:…)`, `(?s-i:…)`.
  private mutating func parseFlagged(
    _ first: UInt32, _ flags: PatternFlags, from start: Int
  ) throws(PatternError) -> Node {
    var (added, removed): (PatternFlags, PatternFlags) = ([], [])
    var point: UInt32? = first
    while let letter = point, let flag = PatternFlags(letter: letter) {
      added.insert(flag)
      point = take()
    }
    if point == ("\u{29}" as Unicode.Scalar).value {
      throw PatternError("global flags not at the start of the expression", at: start)
    }
    if point == ("-" as Unicode.Scalar).value {
      point = take()
      guard let letter = point, PatternFlags(letter: letter) != nil else {
        throw unknownFlag(point, "missing flag")
      }
      while let letter = point, let flag = PatternFlags(letter: letter) {
        if [.ascii, .unicode, .locale].contains(flag) {
          throw PatternError("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at: position)
        }
        removed.insert(flag)
        point = take()
      }
      if point != 58 { throw unknownFlag(point, "missing :") }
    }
    if point != 58 { throw unknownFlag(point, "missing -, : or )") }
    return PatternParser.enclosed(try parseBody(flags.union(added).subtracting(removed), from: start))
  }

  private func unknownFlag(_ point: UInt32?, _ missing: String) -> PatternError {
    guard let point else { return PatternError(missing, at: position) }
    let isLetter = Unicode.Scalar(point)?.properties.isAlphabetic ?? false
    return PatternError(isLetter ? "unknown flag" : missing, at: position - 1)
  }
}
