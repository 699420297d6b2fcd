/// What the methods of letter case do to ASCII text.
enum AsciiCase {
  case upper, lower, capitalized, titled, swapped

  /// Whether a text stays as it is.
  func keeps(_ bytes: ByteView) -> Bool {
    guard self == .upper || self == .lower else { return false }
    let first: UInt8 = self == .upper ? 97 : 65
    for index in 0..<bytes.count where bytes[index] &- first < 26 { return false }
    return true
  }

  func mapped(_ bytes: ByteView) -> Value {
    var builder = TextBuilder(capacity: bytes.count)
    if self == .upper || self == .lower {
      builder.append(ascii: bytes, flippingCaseFrom: self == .upper ? 97 : 65)
      return builder.finish()
    }
    var isInside = false
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isSmall = byte &- 97 < 26
      let isCapital = byte &- 65 < 26
      let flips: Bool
      switch self {
      case .upper: flips = isSmall
      case .lower: flips = isCapital
      case .swapped: flips = isSmall || isCapital
      case .capitalized: flips = index == 0 ? isSmall : isCapital
      case .titled:
        flips = isInside ? isCapital : isSmall
        isInside = isSmall || isCapital
      }
      builder.append(flips ? byte ^ 0x20 : byte)
    }
    return builder.finish()
  }
}
