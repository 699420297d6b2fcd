extension Builtin {
  /// The tests of what a text consists of.
  static let stringTests: [Builtin] = [
    all("isdigit", "digits", CharacterClass.isDigit), all("isalpha", "letters", CharacterClass.isAlphabetic),
    all("isalnum", "letters and digits", CharacterClass.isAlphanumeric),
    all("isspace", "white space", CharacterClass.isSpace),
    all("isnumeric", "numeric characters", CharacterClass.isNumeric),
    all("isdecimal", "decimal digits", CharacterClass.isDecimal),
    test("isprintable", "Whether nothing in it would be escaped by `repr`.") { $0.allSatisfy(CodePoints.isPrintable) },
    test("isascii", "Whether all is ASCII.") { $0.allSatisfy { $0 < 0x80 } },
    test("isidentifier", "Whether it could be a name.") { points in
      guard let first = points.first, CharacterClass.startsIdentifier(first) else { return false }
      return points.allSatisfy(CharacterClass.continuesIdentifier)
    },
    test("isupper", "Whether there are letters and all of them are capital.") { points in
      points.contains(where: CharacterClass.isUpper)
        && !points.contains { CharacterClass.isLower($0) || CharacterClass.isTitle($0) }
    },
    test("islower", "Whether there are letters and all of them are small.") { points in
      points.contains(where: CharacterClass.isLower)
        && !points.contains { CharacterClass.isUpper($0) || CharacterClass.isTitle($0) }
    },
    test("istitle", "Whether each word begins with a capital letter and goes on with small ones.", isTitled),
  ]

  private static func all(_ name: String, _ what: String, _ belongs: @escaping (UInt32) -> Bool) -> Builtin {
    let ascii = (0..<128).map { belongs(UInt32($0)) }
    return stringMethod(
      "str.\(name)(self, /)", "Whether it is not empty and consists of \(what).", example: "'Ab1'.\(name)()"
    ) { (_, text, _) throws(Fault) in
      let count = text.value.count
      for index in 0..<count {
        let point = text.value[index]
        if !(point < 128 ? ascii[Int(point)] : belongs(point)) { return .bool(false) }
      }
      return .bool(count > 0)
    }
  }

  private static func test(_ name: String, _ documentation: String, _ holds: @escaping ([UInt32]) -> Bool) -> Builtin {
    stringMethod("str.\(name)(self, /)", documentation, example: "'Ab1'.\(name)()") { (_, text, _) throws(Fault) in
      return .bool(holds(text.value.text.codePoints))
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
