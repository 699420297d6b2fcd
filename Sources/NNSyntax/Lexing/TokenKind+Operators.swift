extension TokenKind {
  /// The longest operator or bracket that three bytes begin with, and its length; nil if none does.
  static func op(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind, Int)? {
    let equals = UInt8(ascii: "=")
    func doubled(_ one: TokenKind, _ withEquals: TokenKind, _ two: TokenKind, _ twoWithEquals: TokenKind) -> (
      TokenKind, Int
    ) {
      if second == first { return third == equals ? (twoWithEquals, 3) : (two, 2) }
      return second == equals ? (withEquals, 2) : (one, 1)
    }
    func single(_ one: TokenKind, _ withEquals: TokenKind) -> (TokenKind, Int) {
      second == equals ? (withEquals, 2) : (one, 1)
    }
    switch first {
    case UInt8(ascii: "("): return (.openParen, 1)
    case UInt8(ascii: ")"): return (.closeParen, 1)
    case UInt8(ascii: "["): return (.openBracket, 1)
    case UInt8(ascii: "]"): return (.closeBracket, 1)
    case UInt8(ascii: "{"): return (.openBrace, 1)
    case UInt8(ascii: "}"): return (.closeBrace, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ":"): return single(.colon, .walrus)
    case UInt8(ascii: "="): return single(.assign, .equal)
    case UInt8(ascii: "+"): return single(.plus, .plusAssign)
    case UInt8(ascii: "%"): return single(.percent, .percentAssign)
    case UInt8(ascii: "@"): return single(.at, .atAssign)
    case UInt8(ascii: "&"): return single(.ampersand, .ampersandAssign)
    case UInt8(ascii: "|"): return single(.pipe, .pipeAssign)
    case UInt8(ascii: "^"): return single(.caret, .caretAssign)
    case UInt8(ascii: "-"): return second == UInt8(ascii: ">") ? (.arrow, 2) : single(.minus, .minusAssign)
    case UInt8(ascii: "*"): return doubled(.star, .starAssign, .doubleStar, .doubleStarAssign)
    case UInt8(ascii: "/"): return doubled(.slash, .slashAssign, .doubleSlash, .doubleSlashAssign)
    case UInt8(ascii: ">"): return doubled(.greater, .greaterEqual, .rightShift, .rightShiftAssign)
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: ">") { return (.lessGreater, 2) }
      return doubled(.less, .lessEqual, .leftShift, .leftShiftAssign)
    case UInt8(ascii: "!"): return second == equals ? (.notEqual, 2) : nil
    case Ascii.dot: return second == Ascii.dot && third == Ascii.dot ? (.ellipsis, 3) : (.dot, 1)
    default: return nil
    }
  }
}

/// The keywords by their bytes, of which no one has more than eight.
struct KeywordTable: Sendable {
  static let shared = KeywordTable()

  private var texts = [UInt64](repeating: 0, count: 128)
  private var kinds = [TokenKind](repeating: .name, count: 128)

  private init() {
    for kind in TokenKind.allCases where kind.isKeyword {
      let packed = kind.rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      var slot = KeywordTable.slot(of: packed)
      while texts[slot] != 0 { slot = (slot + 1) & 127 }
      texts[slot] = packed
      kinds[slot] = kind
    }
  }

  private static func slot(of packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 57)
  }

  /// The keyword of a name's bytes, the last one lowest; a name otherwise.
  func kind(of packed: UInt64) -> TokenKind {
    var slot = KeywordTable.slot(of: packed)
    while texts[slot] != 0 {
      if texts[slot] == packed { return kinds[slot] }
      slot = (slot + 1) & 127
    }
    return .name
  }
}
