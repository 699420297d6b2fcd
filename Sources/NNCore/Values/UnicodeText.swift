/// A string as Python sees it: a sequence of code points with constant-time length and index. Kept as UTF-8, in which
/// a lone surrogate stands as its three-byte form; text beyond ASCII keeps its code points beside it.
struct UnicodeText: Hashable {
  let utf8: [UInt8]
  /// The code points, empty for ASCII text.
  private let wide: [UInt32]

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    wide = utf8.allSatisfy { $0 < 0x80 } ? [] : UnicodeText.decode(utf8)
  }

  init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  init(codePoints: [UInt32]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(codePoints.count)
    for point in codePoints { UnicodeText.append(point, to: &bytes) }
    self.init(utf8: bytes)
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
    UnicodeText(utf8: left.utf8 + right.utf8, wide: left.isASCII && right.isASCII ? [] : left.codePoints + right.codePoints)
  }

  private init(utf8: [UInt8], wide: [UInt32]) {
    self.utf8 = utf8
    self.wide = wide
  }

  static func == (left: UnicodeText, right: UnicodeText) -> Bool { left.utf8 == right.utf8 }
  func hash(into hasher: inout Hasher) { hasher.combine(utf8) }

  /// Order by code points, which is the order of UTF-8 bytes.
  static func < (left: UnicodeText, right: UnicodeText) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

  /// Appends the UTF-8 form of a code point, surrogates included.
  static func append(_ point: UInt32, to bytes: inout [UInt8]) {
    switch point {
    case 0..<0x80: bytes.append(UInt8(point))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | point >> 6))
      bytes.append(UInt8(0x80 | point & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | point >> 12))
      bytes.append(UInt8(0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | point & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | point >> 18 & 0x07))
      bytes.append(UInt8(0x80 | point >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | point & 0x3F))
    }
  }

  /// The code points of UTF-8 text; bytes that form none become U+FFFD.
  private static func decode(_ bytes: [UInt8]) -> [UInt32] {
    var points: [UInt32] = []
    points.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var point = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
      guard lead < 0x80 || lead >= 0xC0, index + length <= bytes.count else {
        points.append(0xFFFD)
        index += 1
        continue
      }
      for offset in 1..<max(length, 1) { point = point << 6 | UInt32(bytes[index + offset]) & 0x3F }
      points.append(point)
      index += length
    }
    return points
  }
}
