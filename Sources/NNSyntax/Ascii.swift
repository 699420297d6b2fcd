/// The ASCII codes the lexer compares with, and their classes.
enum Ascii {
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let tab: UInt8 = 0x09
  static let formFeed: UInt8 = 0x0C
  static let space: UInt8 = 0x20
  static let hash: UInt8 = 0x23
  static let backslash: UInt8 = 0x5C
  static let quote: UInt8 = 0x27
  static let doubleQuote: UInt8 = 0x22
  static let underscore: UInt8 = 0x5F
  static let dot: UInt8 = 0x2E
  static let zero: UInt8 = 0x30
  static let percent: UInt8 = 0x25
  static let exclamation: UInt8 = 0x21
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D

  /// Whether `byte` is one of `0` to `9`.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The value of a hexadecimal digit, or nil.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Whether `byte` can begin a name: a letter, an underscore, or a byte of a character beyond ASCII.
  static func isNameStart(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || byte == underscore || byte >= 0x80
  }

  /// Whether `byte` can go on a name.
  static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  /// The lower-case letter of an upper-case one; other bytes unchanged.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
