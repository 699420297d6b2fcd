/// Code points of text held as UTF-8 bytes in which lone surrogates may stand (WTF-8).
enum CodePoints {
  /// The code points of `text`; bytes that form no code point each become U+FFFD.
  static func decode(_ text: some Collection<UInt8>) -> [UInt32] {
    var points: [UInt32] = []
    points.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      points.append(next(in: text, at: &index))
    }
    return points
  }

  /// The code point that starts at `index`, which moves behind it; U+FFFD for a byte that starts none.
  static func next<Bytes: Collection<UInt8>>(in text: Bytes, at index: inout Bytes.Index) -> UInt32 {
    let lead = text[index]
    text.formIndex(after: &index)
    if lead < 0x80 { return UInt32(lead) }
    let length: Int
    var point: UInt32
    switch lead {
    case 0xC2...0xDF: (length, point) = (1, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, point) = (2, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, point) = (3, UInt32(lead & 0x07))
    default: return 0xFFFD
    }
    var ahead = index
    for _ in 0..<length {
      guard ahead < text.endIndex, text[ahead] & 0xC0 == 0x80 else { return 0xFFFD }
      point = point << 6 | UInt32(text[ahead] & 0x3F)
      text.formIndex(after: &ahead)
    }
    guard point <= 0x10FFFF else { return 0xFFFD }
    index = ahead
    return point
  }

  /// Appends the UTF-8 bytes of `point`; surrogates are written like any other code point.
  static func append(_ point: UInt32, to out: inout [UInt8]) {
    switch point {
    case 0..<0x80:
      out.append(UInt8(truncatingIfNeeded: point))
    case 0x80..<0x800:
      out.append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
      out.append(continuation(point))
    case 0x800..<0x10000:
      out.append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      out.append(continuation(point >> 6))
      out.append(continuation(point))
    default:
      out.append(UInt8(truncatingIfNeeded: 0xF0 | (point >> 18 & 0x07)))
      out.append(continuation(point >> 12))
      out.append(continuation(point >> 6))
      out.append(continuation(point))
    }
  }

  /// The UTF-8 bytes of `points`.
  static func encode(_ points: some Sequence<UInt32>) -> [UInt8] {
    var out: [UInt8] = []
    for point in points { append(point, to: &out) }
    return out
  }

  /// The number of code points in well-formed `text`.
  static func count(_ text: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// The first `count` code points of `text`.
  static func prefix(_ text: [UInt8], _ count: Int) -> ArraySlice<UInt8> {
    var left = count
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      if left <= 0 { return text[..<index] }
      left -= 1
    }
    return text[...]
  }

  /// The value of a decimal digit of any script (`'٣'` is 3), or nil.
  static func decimalValue(_ point: UInt32) -> Int? {
    if point < 0x80 { return point >= 48 && point <= 57 ? Int(point) - 48 : nil }
    guard let properties = Unicode.Scalar(point)?.properties, properties.numericType == .decimal,
      let value = properties.numericValue
    else { return nil }
    return Int(exactly: value)
  }

  /// Whether Python shows the code point as it is in a repr: not a control, format, surrogate, private or
  /// unassigned one, nor a separator other than the space. CPython 3.11 knows Unicode 14, so what later
  /// versions assigned counts as unassigned.
  static func isPrintable(_ point: UInt32) -> Bool {
    if point < 0x7F { return point >= 0x20 }
    guard let properties = Unicode.Scalar(point)?.properties else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default:
      guard let age = properties.age else { return false }
      return age.major <= 14
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | (bits & 0x3F))
  }
}
