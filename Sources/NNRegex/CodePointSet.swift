/// The classes of code points that `\d`, `\s` and `\w` stand for.
enum CodePointClass {
  case digit, space, word

  /// Whether a code point belongs to the class, by Unicode's properties as Python's `str` methods have them.
  func contains(_ point: UInt32, ascii: Bool) -> Bool {
    if point < 0x80 || ascii { return point < 0x80 && containsASCII(point) }
    guard let properties = Unicode.Scalar(point)?.properties else { return false }
    switch self {
    case .digit: return properties.numericType == .decimal
    case .space: return properties.isWhitespace
    case .word:
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
      default: return properties.numericType != nil
      }
    }
  }

  private func containsASCII(_ point: UInt32) -> Bool {
    switch (self, point) {
    case (.digit, 48...57): true
    case (.space, 9...13), (.space, 28...31), (.space, 32): true
    case (.word, 48...57), (.word, 65...90), (.word, 95), (.word, 97...122): true
    default: false
    }
  }
}

/// A set of code points: what one position of a pattern accepts.
struct CodePointSet {
  enum Item {
    case range(ClosedRange<UInt32>)
    case category(CodePointClass, isNegated: Bool)
  }

  private let items: [Item]
  private let isNegated: Bool
  private let ignoresCase: Bool
  private let isASCII: Bool
  /// The members below 256, and whether there may be others.
  private(set) var latin = LatinSet.empty

  init(_ items: [Item], isNegated: Bool = false, ignoresCase: Bool = false, isASCII: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
    self.isASCII = isASCII
    var members = LatinSet(words: (0, 0, 0, 0), reachesBeyond: mayReachBeyond)
    for point in UInt32(0)..<256 where decide(point) { members.insert(point) }
    latin = members
  }

  /// All code points, or all but the newline.
  init(everythingBut newline: Bool) {
    self.init(newline ? [.range(10...10)] : [], isNegated: true)
  }

  private var mayReachBeyond: Bool {
    isNegated || ignoresCase
      || items.contains {
        switch $0 {
        case .range(let range): range.upperBound >= 256
        case .category(_, let isNegated): isNegated || !isASCII
        }
      }
  }

  func contains(_ point: UInt32) -> Bool { point < 256 ? latin.mayContain(point) : decide(point) }

  private func decide(_ point: UInt32) -> Bool {
    var found = has(point)
    if !found && ignoresCase {
      found = LetterCase.variants(point, ascii: isASCII).contains { $0 != point && has($0) }
    }
    return found != isNegated
  }

  private func has(_ point: UInt32) -> Bool {
    for item in items {
      switch item {
      case .range(let range): if range.contains(point) { return true }
      case .category(let category, let isNegated):
        if category.contains(point, ascii: isASCII) != isNegated { return true }
      }
    }
    return false
  }
}

/// Upper and lower case of single code points.
enum LetterCase {
  /// The code points that a case-blind comparison takes for this one, itself included.
  static func variants(_ point: UInt32, ascii: Bool) -> [UInt32] {
    if point < 0x80 {
      let lower = point >= 65 && point <= 90 ? point + 32 : point
      if lower < 97 || lower > 122 { return [point] }
      let pair = [point, point ^ 32]
      return ascii || lower != 105 && lower != 107 && lower != 115 ? pair : all(lower, pair)
    }
    if ascii { return [point] }
    return all(point == 0x130 ? 105 : single(lower(point)) ?? point, [point])
  }

  /// Adds the letters whose lower case is this one, or counts as this one.
  private static func all(_ lower: UInt32, _ known: [UInt32]) -> [UInt32] {
    var result = known
    for equal in groups.first(where: { $0.contains(lower) }) ?? [lower] {
      for other in [equal, single(upper(equal)) ?? equal, capitals[equal] ?? equal] where !result.contains(other) {
        // The capital of ı is I, whose lower case is i: that is in its group.
        result.append(other)
      }
    }
    return result
  }

  /// Small letters that have one capital letter in common.
  private static let groups: [[UInt32]] = [
    [0x69, 0x131], [0x73, 0x17F], [0xB5, 0x3BC], [0x345, 0x3B9, 0x1FBE], [0x390, 0x1FD3], [0x3B0, 0x1FE3],
    [0x3B2, 0x3D0], [0x3B5, 0x3F5], [0x3B8, 0x3D1], [0x3BA, 0x3F0], [0x3C0, 0x3D6], [0x3C1, 0x3F1], [0x3C2, 0x3C3],
    [0x3C6, 0x3D5], [0x432, 0x1C80], [0x434, 0x1C81], [0x43E, 0x1C82], [0x441, 0x1C83], [0x442, 0x1C84, 0x1C85],
    [0x44A, 0x1C86], [0x463, 0x1C87], [0x1C88, 0xA64B], [0x1E61, 0x1E9B], [0xFB05, 0xFB06],
  ]

  /// Further capital letters by their small ones: the Kelvin sign is a K.
  private static let capitals: [UInt32: UInt32] = [
    0x69: 0x130, 0x6B: 0x212A, 0xDF: 0x1E9E, 0xE5: 0x212B, 0x1C6: 0x1C5, 0x1C9: 0x1C8, 0x1CC: 0x1CB, 0x1F3: 0x1F2,
    0x3B8: 0x3F4, 0x3C9: 0x2126,
  ]

  /// The lower case of a code point, itself where it has none of one code point.
  static func folded(_ point: UInt32, ascii: Bool) -> UInt32 {
    if point < 0x80 { return point >= 65 && point <= 90 ? point + 32 : point }
    if ascii { return point }
    return single(lower(point)) ?? point
  }

  private static func lower(_ point: UInt32) -> String { Unicode.Scalar(point)?.properties.lowercaseMapping ?? "" }
  private static func upper(_ point: UInt32) -> String { Unicode.Scalar(point)?.properties.uppercaseMapping ?? "" }
  private static func single(_ text: String) -> UInt32? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.value : nil
  }
}
