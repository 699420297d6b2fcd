// Escapes and sets.

extension PatternParser {
  /// What an escape stands for in a set.
  private enum Escaped {
    case point(UInt32)
    case category(CodePointClass, isNegated: Bool)
  }

  /// What stands behind a backslash outside sets.
  mutating func parseEscape(_ flags: PatternFlags) throws(PatternError) -> Node {
    let start = position - 1
    guard let point = peek() else { throw PatternError("bad escape (end of pattern)", at: start) }
    let ascii = isASCII(flags)
    switch Unicode.Scalar(point) {
    case "A": return boundary(.start)
    case "Z": return boundary(.absoluteEnd)
    case "b": return boundary(.word(ascii: ascii))
    case "B": return boundary(.notWord(ascii: ascii))
    case .some("1"..."9"): return try parseReference(flags, from: start)
    default: break
    }
    switch try takeEscape(from: start, inSet: false) {
    case .point(let point): return literal(point, flags)
    case .category(let category, let isNegated):
      return .set(CodePointSet([.category(category, isNegated: isNegated)], isASCII: ascii))
    }
  }

  private mutating func boundary(_ boundary: Boundary) -> Node {
    position += 1
    return .boundary(boundary)
  }

  /// `\1`, or an octal escape of three digits.
  private mutating func parseReference(_ flags: PatternFlags, from start: Int) throws(PatternError) -> Node {
    position += 1
    if let digit = peek(), (48...57).contains(digit) {
      position += 1
      if isOctal(start + 1), isOctal(start + 2), isOctal(start + 3) {
        position += 1
        return literal(try octal(start + 1..<position, from: start), flags)
      }
    }
    let group = Int(text(start + 1..<position)) ?? 0
    if group > groupCount { throw PatternError("invalid group reference \(group)", at: start + 1) }
    if isOpen(group) { throw PatternError("cannot refer to an open group", at: start) }
    return .backreference(group, ignoresCase: flags.contains(.ignoreCase), isASCII: isASCII(flags))
  }

  private func isOctal(_ index: Int) -> Bool { index < pattern.count && (48...55).contains(pattern[index]) }

  private func octal(_ range: Range<Int>, from start: Int) throws(PatternError) -> UInt32 {
    let value = UInt32(text(range), radix: 8) ?? 0
    if value > 0o377 {
      throw PatternError("octal escape value \\\(text(range)) outside of range 0-0o377", at: start)
    }
    return value
  }

  /// The escapes that sets have too.
  private mutating func takeEscape(from start: Int, inSet: Bool) throws(PatternError) -> Escaped {
    guard let point = take() else { throw PatternError("bad escape (end of pattern)", at: start) }
    switch Unicode.Scalar(point) {
    case "d": return .category(.digit, isNegated: false)
    case "D": return .category(.digit, isNegated: true)
    case "s": return .category(.space, isNegated: false)
    case "S": return .category(.space, isNegated: true)
    case "w": return .category(.word, isNegated: false)
    case "W": return .category(.word, isNegated: true)
    case "a": return .point(7)
    case "b" where inSet: return .point(8)
    case "f": return .point(12)
    case "n": return .point(10)
    case "r": return .point(13)
    case "t": return .point(9)
    case "v": return .point(11)
    case "x": return .point(try hexadecimal(2, from: start))
    case "u" where !isBytes: return .point(try hexadecimal(4, from: start))
    case "U" where !isBytes:
      let value = try hexadecimal(8, from: start)
      if value > 0x10FFFF { throw PatternError("bad escape \(text(start..<position))", at: start) }
      return .point(value)
    case .some("0"..."7"):
      let most = inSet ? 2 : point == 48 ? 2 : 0
      var taken = 0
      while taken < most, isOctal(position) {
        position += 1
        taken += 1
      }
      return .point(try octal(start + 1..<position, from: start))
    case .some("a"..."z"), .some("A"..."Z"), "8", "9":
      throw PatternError("bad escape \(text(start..<position))", at: start)
    default: return .point(point)
    }
  }

  private mutating func hexadecimal(_ count: Int, from start: Int) throws(PatternError) -> UInt32 {
    let first = position
    while position < first + count, let point = peek(), let scalar = Unicode.Scalar(point),
      scalar.properties.isASCIIHexDigit
    {
      position += 1
    }
    guard position == first + count, let value = UInt32(text(first..<position), radix: 16) else {
      throw PatternError("incomplete escape \(text(start..<position))", at: start)
    }
    return value
  }

  // MARK: Sets

  /// `[…]`, behind its opening bracket.
  mutating func parseSet(_ flags: PatternFlags) throws(PatternError) -> CodePointSet {
    let start = position - 1
    let isNegated = take("^")
    let first = position
    var items: [CodePointSet.Item] = []
    while true {
      let place = position
      guard let point = peek() else { throw PatternError("unterminated character set", at: start) }
      if point == 93 && place != first {
        position += 1
        break
      }
      let low = try takeMember()
      if peeks("-") && position + 1 >= pattern.count { throw PatternError("unterminated character set", at: start) }
      guard peeks("-"), !peeks("]", 1) else {
        items.append(item(low))
        continue
      }
      position += 1
      let high = try takeMember()
      guard case .point(let lower) = low, case .point(let upper) = high, lower <= upper else {
        throw PatternError("bad character range \(text(place..<position))", at: place)
      }
      items.append(.range(lower...upper))
    }
    return CodePointSet(
      items, isNegated: isNegated, ignoresCase: flags.contains(.ignoreCase), isASCII: isASCII(flags))
  }

  private mutating func takeMember() throws(PatternError) -> Escaped {
    let start = position
    guard let point = take() else { throw PatternError("unterminated character set", at: start) }
    return point == 92 ? try takeEscape(from: start, inSet: true) : .point(point)
  }

  private func item(_ member: Escaped) -> CodePointSet.Item {
    switch member {
    case .point(let point): .range(point...point)
    case .category(let category, let isNegated): .category(category, isNegated: isNegated)
    }
  }
}
