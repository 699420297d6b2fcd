extension Builtin {
  /// The tests of what a text consists of.
  static let stringTests: [Builtin] = [
    all(.digit, "isdigit", "digits", CharacterClass.isDigit),
    all(.letter, "isalpha", "letters", CharacterClass.isAlphabetic),
    all(.alphanumeric, "isalnum", "letters and digits", CharacterClass.isAlphanumeric),
    all(.space, "isspace", "white space", CharacterClass.isSpace),
    all(.digit, "isnumeric", "numeric characters", CharacterClass.isNumeric),
    all(.digit, "isdecimal", "decimal digits", CharacterClass.isDecimal),
    test(.printable, "isprintable", "Whether nothing in it would be escaped by `repr`.") {
      $0.allSatisfy(CodePoints.isPrintable)
    },
    test(.ascii, "isascii", "Whether all is ASCII.") { $0.allSatisfy { $0 < 0x80 } },
    test(.identifier, "isidentifier", "Whether it could be a name.") { points in
      guard let first = points.first, CharacterClass.startsIdentifier(first) else { return false }
      return points.allSatisfy(CharacterClass.continuesIdentifier)
    },
    test(.upper, "isupper", "Whether there are letters and all of them are capital.") { points in
      points.contains(where: CharacterClass.isUpper)
        && !points.contains { CharacterClass.isLower($0) || CharacterClass.isTitle($0) }
    },
    test(.lower, "islower", "Whether there are letters and all of them are small.") { points in
      points.contains(where: CharacterClass.isLower)
        && !points.contains { CharacterClass.isUpper($0) || CharacterClass.isTitle($0) }
    },
    test(
      .titled, "istitle", "Whether each word begins with a capital letter and goes on with small ones.", isTitled),
  ]

  private static func all(
    _ ascii: AsciiTest, _ name: String, _ what: String, _ belongs: @escaping (UInt32) -> Bool
  ) -> Builtin {
    stringMethod(
      "str.\(name)(self, /)", "Whether it is not empty and consists of \(what).", example: "'Ab1'.\(name)()",
      leaf: { (_, arguments, count) in testLeaf(ascii, arguments, count) }
    ) { (_, text, _) throws(Fault) in
      if text.value.isASCII { return .bool(ascii.holds(text.value.bytes)) }
      for index in 0..<text.value.count where !belongs(text.value[index]) { return .bool(false) }
      return .bool(true)
    }
  }

  private static func test(
    _ ascii: AsciiTest, _ name: String, _ documentation: String, _ holds: @escaping ([UInt32]) -> Bool
  ) -> Builtin {
    stringMethod(
      "str.\(name)(self, /)", documentation, example: "'Ab1'.\(name)()",
      leaf: { (_, arguments, count) in testLeaf(ascii, arguments, count) }
    ) { (_, text, _) throws(Fault) in
      .bool(text.value.isASCII ? ascii.holds(text.value.bytes) : holds(text.value.text.codePoints))
    }
  }

  private static func isTitled(_ points: [UInt32]) -> Bool {
    var (hasCased, followsCased) = (false, false)
    for point in points {
      if CharacterClass.isUpper(point) || CharacterClass.isTitle(point) {
        if followsCased { return false }
        (hasCased, followsCased) = (true, true)
      } else if CharacterClass.isLower(point) {
        if !followsCased { return false }
        (hasCased, followsCased) = (true, true)
      } else {
        followsCased = false
      }
    }
    return hasCased
  }
}
