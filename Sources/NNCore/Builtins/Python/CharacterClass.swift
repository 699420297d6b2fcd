/// The classes of code points as Python's `str` tells them apart.
enum CharacterClass {
  static func isSpace(_ point: UInt32) -> Bool {
    switch point {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What ends a line for `splitlines`.
  static func isLineEnd(_ point: UInt32) -> Bool {
    switch point {
    case 10...13, 28...30, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func properties(_ point: UInt32) -> Unicode.Scalar.Properties? { Unicode.Scalar(point)?.properties }

  static func isAlphabetic(_ point: UInt32) -> Bool {
    switch properties(point)?.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isDecimal(_ point: UInt32) -> Bool { CodePoints.decimalValue(point) != nil }

  static func isDigit(_ point: UInt32) -> Bool {
    let type = properties(point)?.numericType
    return type == .decimal || type == .digit
  }

  static func isNumeric(_ point: UInt32) -> Bool { properties(point)?.numericType != nil }

  static func isAlphanumeric(_ point: UInt32) -> Bool { isAlphabetic(point) || isNumeric(point) }

  static func isUpper(_ point: UInt32) -> Bool { properties(point)?.isUppercase ?? false }
  static func isLower(_ point: UInt32) -> Bool { properties(point)?.isLowercase ?? false }
  static func isTitle(_ point: UInt32) -> Bool { properties(point)?.generalCategory == .titlecaseLetter }
  static func isCased(_ point: UInt32) -> Bool { properties(point)?.isCased ?? false }
  static func isCaseIgnorable(_ point: UInt32) -> Bool { properties(point)?.isCaseIgnorable ?? false }

  static func startsIdentifier(_ point: UInt32) -> Bool { point == 95 || properties(point)?.isXIDStart ?? false }
  static func continuesIdentifier(_ point: UInt32) -> Bool { properties(point)?.isXIDContinue ?? false }
}
