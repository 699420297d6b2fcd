/// A string as Python sees it, apart from the heap: a sequence of code points with constant-time length and index. Kept
/// as UTF-8, in which a lone surrogate stands as its three-byte form; text beyond ASCII keeps its code points beside it.
/// What has to be fast works on `StringObject` instead.
struct UnicodeText: Hashable {
  let utf8: [UInt8]
  /// The code points, empty for ASCII text.
  let wide: [UInt32]

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    wide = utf8.allSatisfy { $0 < 0x80 } ? [] : CodePoints.decode(utf8)
  }

  init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  init(codePoints: [UInt32]) {
    self.init(utf8: CodePoints.encode(codePoints))
  }

  /// Of one code point.
  init(codePoint: UInt32) { self.init(codePoints: [codePoint]) }

  var isASCII: Bool { wide.isEmpty }
  /// The number of code points.
  var count: Int { wide.isEmpty ? utf8.count : wide.count }

  /// The code point at a valid index.
  subscript(index: Int) -> UInt32 { wide.isEmpty ? UInt32(utf8[index]) : wide[index] }

  var codePoints: [UInt32] { wide.isEmpty ? utf8.map(UInt32.init) : wide }

  /// The text as Swift's string; a lone surrogate becomes U+FFFD.
  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The code points of a valid range.
  func slice(_ range: Range<Int>) -> UnicodeText {
    if wide.isEmpty { return UnicodeText(ascii: Array(utf8[range])) }
    return UnicodeText(codePoints: Array(wide[range]))
  }

  private init(ascii: [UInt8]) {
    utf8 = ascii
    wide = []
  }

  static func + (left: UnicodeText, right: UnicodeText) -> UnicodeText {
    UnicodeText(
      utf8: left.utf8 + right.utf8, wide: left.isASCII && right.isASCII ? [] : left.codePoints + right.codePoints)
  }

  /// Of both forms of the same text.
  init(utf8: [UInt8], wide: [UInt32]) {
    self.utf8 = utf8
    self.wide = wide
  }

  static func == (left: UnicodeText, right: UnicodeText) -> Bool { left.utf8 == right.utf8 }
  func hash(into hasher: inout Hasher) { hasher.combine(utf8) }

  /// Order by code points, which is the order of UTF-8 bytes.
  static func < (left: UnicodeText, right: UnicodeText) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
