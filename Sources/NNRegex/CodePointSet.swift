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
      switch point {
      case 65...90: return ascii ? [point, point + 32] : [point, point + 32] + further(point + 32)
      case 97...122: return ascii ? [point, point - 32] : [point, point - 32] + further(point)
      default: return [point]
      }
    }
    if ascii { return [point] }
    var result = [point]
    for other in [single(lower(point)), single(upper(point)), single(lower(single(upper(point)) ?? point))] {
      if let other, !result.contains(other) { result.append(other) }
    }
    return result
  }

  /// The letters beyond ASCII whose other case is an ASCII letter: the long s and the Kelvin sign.
  private static func further(_ lower: UInt32) -> [UInt32] { lower == 115 ? [0x17F] : lower == 107 ? [0x212A] : [] }

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
