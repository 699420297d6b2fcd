/// Parses the syntax of Python's regular expressions; the errors have the words and places of `re.error`.
struct PatternParser {
  /// Groups inside groups: enough for any pattern that was written, and small enough for recursion.
  private static let deepestNesting = 200

  let pattern: [UInt32]
  let isBytes: Bool
  var position = 0
  /// The flags of the whole pattern.
  var flags: PatternFlags
  private(set) var groupCount = 0
  private(set) var names: [(name: String, number: Int)] = []
  private var openGroups: Set<Int> = []
  private var depth = 0
  /// Groups that `(?(n)…)` asked for before they were seen, with the place.
  private var forwardReferences: [(group: Int, position: Int)] = []

  init(_ pattern: [UInt32], flags: PatternFlags, isBytes: Bool) throws(PatternError) {
    self.pattern = pattern
    self.isBytes = isBytes
    self.flags = flags
  }

  /// The tree of the whole pattern.
  mutating func parse() throws(PatternError) -> Node {
    try parseGlobalFlags()
    if !isBytes && !flags.contains(.ascii) { flags.insert(.unicode) }
    let node = try parseAlternatives(flags)
    if position < pattern.count { throw PatternError("unbalanced parenthesis", at: position) }
    for reference in forwardReferences where reference.group > groupCount {
      throw PatternError("invalid group reference \(reference.group)", at: reference.position)
    }
    return node
  }

  // MARK: Reading

  func peek(_ distance: Int = 0) -> UInt32? {
    position + distance < pattern.count ? pattern[position + distance] : nil
  }

  func peeks(_ character: Unicode.Scalar, _ distance: Int = 0) -> Bool { peek(distance) == character.value }

  mutating func take() -> UInt32? {
    guard position < pattern.count else { return nil }
    position += 1
    return pattern[position - 1]
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == character.value else { return false }
    position += 1
    return true
  }

  /// The text of a part of the pattern, for messages.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for index in range.clamped(to: 0..<pattern.count) {
      text.unicodeScalars.append(Unicode.Scalar(pattern[index]) ?? "?")
    }
    return text
  }

  /// What stands before `terminator`, which is taken too.
  mutating func takeName(until terminator: Unicode.Scalar) throws(PatternError) -> String {
    let start = position
    while let point = take() {
      if point != terminator.value { continue }
      if position - 1 == start { throw PatternError("missing group name", at: position - 1) }
      return text(start..<position - 1)
    }
    if start == position { throw PatternError("missing group name", at: position) }
    throw PatternError("missing \(terminator), unterminated name", at: start)
  }

  // MARK: Alternatives and sequences

  mutating func parseAlternatives(_ flags: PatternFlags) throws(PatternError) -> Node {
    depth += 1
    defer { depth -= 1 }
    if depth > PatternParser.deepestNesting {
      throw PatternError("pattern is nested too deeply", at: position)
    }
    var branches = [try parseSequence(flags)]
    while take("|") { branches.append(try parseSequence(flags)) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  mutating func parseSequence(_ flags: PatternFlags) throws(PatternError) -> Node {
    var parts: [Node] = []
    while let point = peek(), point != ("|" as Unicode.Scalar).value, point != ("\u{29}" as Unicode.Scalar).value {
      if flags.contains(.verbose) && skipVerbose() { continue }
      let start = position
      if let (least, most) = try takeQuantifier() {
        try addRepetition(least, most, at: start, to: &parts)
      } else if let part = try parseItem(flags) {
        parts.append(part)
      }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// Skips white space and comments.
  private mutating func skipVerbose() -> Bool {
    guard let point = peek() else { return false }
    if point == 32 || (9...13).contains(point) {
      position += 1
      return true
    }
    guard take("#") else { return false }
    while let point = take(), point != 10 {}
    return true
  }

  private func addRepetition(
    _ least: Int, _ most: Int, at start: Int, to parts: inout [Node], mode: RepetitionMode
  ) throws(PatternError) {
    guard let body = parts.popLast() else { throw PatternError("nothing to repeat", at: start) }
    switch body {
    case .empty, .boundary: throw PatternError("nothing to repeat", at: start)
    case .repetition: throw PatternError("multiple repeat", at: start)
    default: parts.append(.repetition(body, least: least, most: most, mode: mode))
    }
  }

  private mutating func addRepetition(
    _ least: Int, _ most: Int, at start: Int, to parts: inout [Node]
  ) throws(PatternError) {
    let mode: RepetitionMode = take("?") ? .lazy : take("+") ? .possessive : .greedy
    try addRepetition(least, most, at: start, to: &parts, mode: mode)
  }

  /// The bounds of a quantifier; nil where none stands here, a brace that begins none among them.
  private mutating func takeQuantifier() throws(PatternError) -> (Int, Int)? {
    if take("*") { return (0, Node.unlimited) }
    if take("+") { return (1, Node.unlimited) }
    if take("?") { return (0, 1) }
    guard peeks("{"), !peeks("}", 1) else { return nil }
    let start = position
    position += 1
    let low = try takeNumber()
    let high = take(",") ? try takeNumber() : low
    let hasComma = pattern[position - 1] == 44 || text(start..<position).contains(",")
    guard take("}"), low != nil || hasComma else {
      position = start
      return nil
    }
    let least = low ?? 0
    let most = high ?? Node.unlimited
    if most < least { throw PatternError("min repeat greater than max repeat", at: start + 1) }
    return (least, most)
  }

  private mutating func takeNumber() throws(PatternError) -> Int? {
    let start = position
    while let point = peek(), (48...57).contains(point) { position += 1 }
    if start == position { return nil }
    guard let number = Int(text(start..<position)), number < 4_294_967_295 else {
      throw PatternError("the repetition number is too large", at: start, kind: .overflow)
    }
    return number
  }

  // MARK: Items

  /// One item; nil where it was only a comment.
  private mutating func parseItem(_ flags: PatternFlags) throws(PatternError) -> Node? {
    guard let point = take() else { return nil }
    switch Unicode.Scalar(point) {
    case "[": return .set(try parseSet(flags))
    case "(": return try parseGroup(flags)
    case "\\": return try parseEscape(flags)
    case ".": return .set(CodePointSet(everythingBut: !flags.contains(.dotAll)))
    case "^": return .boundary(flags.contains(.multiline) ? .lineStart : .start)
    case "$": return .boundary(flags.contains(.multiline) ? .lineEnd : .end)
    default: return literal(point, flags)
    }
  }

  /// Whether classes and cases are ASCII's alone.
  func isASCII(_ flags: PatternFlags) -> Bool { isBytes || flags.contains(.ascii) }

  func literal(_ point: UInt32, _ flags: PatternFlags) -> Node {
    guard flags.contains(.ignoreCase) else { return .literal(point) }
    let variants = LetterCase.variants(point, ascii: isASCII(flags))
    if variants.count == 1 { return .literal(point) }
    return .set(CodePointSet(variants.map { .range($0...$0) }, isASCII: isASCII(flags)))
  }

  // MARK: Groups' book-keeping

  /// Opens a capturing group and returns its number.
  mutating func openGroup(_ name: String?, at start: Int) throws(PatternError) -> Int {
    groupCount += 1
    if let name {
      if let earlier = number(of: name) {
        throw PatternError(
          "redefinition of group name '\(name)' as group \(groupCount); was group \(earlier)", at: start)
      }
      names.append((name, groupCount))
    }
    openGroups.insert(groupCount)
    return groupCount
  }

  mutating func closeGroup(_ number: Int) { openGroups.remove(number) }

  func number(of name: String) -> Int? { names.first { $0.name == name }?.number }

  func isOpen(_ group: Int) -> Bool { openGroups.contains(group) }

  mutating func noteForwardReference(_ group: Int, at position: Int) {
    forwardReferences.append((group, position))
  }
}
