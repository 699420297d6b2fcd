/// Full case mappings of text (one code point may become several), as CPython's `str` has them.
enum CaseMapping {
  /// `upper` and `lower` of text whose letters beyond ASCII are those of Latin-1 with a form of one code point each;
  /// nil for all else.
  static func quick(_ form: AsciiCase, _ text: Unowned<StringObject>) -> Value? {
    guard form == .upper || form == .lower else { return nil }
    let isUpper = form == .upper
    var builder = TextBuilder(capacity: text.value.byteCount)
    for index in 0..<text.value.count {
      let point = text.value[index]
      switch point {
      case 0..<0x80:
        let byte = UInt8(truncatingIfNeeded: point)
        builder.append(byte &- (isUpper ? 97 : 65) < 26 ? byte ^ 0x20 : byte)
      case 0xC0...0xDE where point != 0xD7: builder.append(codePoint: isUpper ? point : point + 0x20)
      case 0xE0...0xFE where point != 0xF7: builder.append(codePoint: isUpper ? point - 0x20 : point)
      // Punctuation, box drawing and ideographs have no case; ª, µ, º, ß and ÿ take the long way.
      case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2500...0x25FF,
        0x4E00...0x9FFF:
        builder.append(codePoint: point)
      default: return nil
      }
    }
    return builder.finish()
  }

  static func upper(_ text: UnicodeText) -> UnicodeText {
    if text.isASCII { return UnicodeText(utf8: text.utf8.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }) }
    return UnicodeText(codePoints: text.codePoints.flatMap(uppercase))
  }

  static func lower(_ text: UnicodeText) -> UnicodeText {
    if text.isASCII { return UnicodeText(utf8: text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }) }
    let points = text.codePoints
    return UnicodeText(codePoints: points.indices.flatMap { lowercase(points, $0) })
  }

  /// The first code point in title case, the others in lower case.
  static func capitalized(_ text: UnicodeText) -> UnicodeText {
    let points = text.codePoints
    return UnicodeText(codePoints: points.indices.flatMap { $0 == 0 ? titlecase(points[0]) : lowercase(points, $0) })
  }

  /// Title case for what begins a word: a cased code point after an uncased one.
  static func titled(_ text: UnicodeText) -> UnicodeText {
    let points = text.codePoints
    var result: [UInt32] = []
    var followsCased = false
    for index in points.indices {
      result += followsCased ? lowercase(points, index) : titlecase(points[index])
      followsCased = CharacterClass.isCased(points[index])
    }
    return UnicodeText(codePoints: result)
  }

  static func swapped(_ text: UnicodeText) -> UnicodeText {
    let points = text.codePoints
    return UnicodeText(
      codePoints: points.indices.flatMap { index in
        if CharacterClass.isUpper(points[index]) { return lowercase(points, index) }
        return CharacterClass.isLower(points[index]) ? uppercase(points[index]) : [points[index]]
      })
  }

  /// Full case folding: the lower case of the upper case, but for the code points that Unicode's CaseFolding.txt
  /// lists otherwise (dotless i, Cherokee, capital sharp s).
  static func folded(_ text: UnicodeText) -> UnicodeText {
    if text.isASCII { return lower(text) }
    return UnicodeText(
      codePoints: text.codePoints.flatMap { point -> [UInt32] in
        switch point {
        case 0x131, 0x13A0...0x13F5: [point]
        case 0x13F8...0x13FD: [point - 8]
        case 0xAB70...0xABBF: [point - 0xAB70 + 0x13A0]
        case 0x1E9E: [0x73, 0x73]
        default: uppercase(point).flatMap(simpleLowercase)
        }
      })
  }

  private static func uppercase(_ point: UInt32) -> [UInt32] {
    CharacterClass.properties(point)?.uppercaseMapping.unicodeScalars.map(\.value) ?? [point]
  }

  private static func titlecase(_ point: UInt32) -> [UInt32] {
    CharacterClass.properties(point)?.titlecaseMapping.unicodeScalars.map(\.value) ?? [point]
  }

  private static func simpleLowercase(_ point: UInt32) -> [UInt32] {
    CharacterClass.properties(point)?.lowercaseMapping.unicodeScalars.map(\.value) ?? [point]
  }

  /// A capital sigma at the end of a word becomes a final one.
  private static func lowercase(_ points: [UInt32], _ index: Int) -> [UInt32] {
    guard points[index] == 0x3A3 else { return simpleLowercase(points[index]) }
    let before = points[..<index].last { !CharacterClass.isCaseIgnorable($0) }
    let after = points[(index + 1)...].first { !CharacterClass.isCaseIgnorable($0) }
    let isFinal = before.map(CharacterClass.isCased) ?? false && !(after.map(CharacterClass.isCased) ?? false)
    return [isFinal ? 0x3C2 : 0x3C3]
  }
}
