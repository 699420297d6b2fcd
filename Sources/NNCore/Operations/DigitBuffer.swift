extension Double {
  /// The value rounded to few decimals, halves to even; nil where that goes the long way. Exact: the decimal is a
  /// quotient of two floats without error, rounded once.
  func quicklyRounded(_ places: Int) -> Double? {
    guard places >= 0, let scaled = DigitBuffer.scaled(self, places), scaled < 1 << 53 else { return nil }
    let magnitude = Double(scaled) / Double(DigitBuffer.powers[places])
    return sign == .minus ? -magnitude : magnitude
  }
}

/// The digits of a number, written from their end.
struct DigitBuffer {
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var start = 64

  var count: Int { 64 - start }

  mutating func prepend(_ byte: UInt8) {
    if start == 0 { return }
    start -= 1
    bytes[start] = byte
  }

  /// The decimal digits, with zeros before them up to `least`.
  mutating func prepend(_ number: UInt64, least: Int, isGrouped: Bool) {
    var (left, written) = (number, 0)
    repeat {
      if isGrouped && written > 0 && written % 3 == 0 { prepend(UInt8(ascii: ",")) }
      prepend(48 + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
      written += 1
    } while left > 0 || written < least
  }

  func append(to text: inout TextBuilder) { for index in start..<64 { text.append(bytes[index]) } }

  static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  ]

  /// The absolute value times a power of ten, rounded exactly, halves to even; nil where it is large, or the power is.
  static func scaled(_ value: Double, _ places: Int) -> UInt64? {
    let magnitude = value.magnitude
    guard places < powers.count, magnitude < 1e8, magnitude == 0 || magnitude.isNormal else { return nil }
    if magnitude == 0 { return 0 }
    // Where the float product is far enough from a tie its rounding decides as the exact one's would.
    let near = magnitude * Double(powers[places])
    if near < 0x1p40 {
      let rounded = near.rounded()
      if (near - rounded).magnitude < 0.499 { return UInt64(rounded) }
    }
    let product = UInt128(magnitude.significandBitPattern | 1 << 52) * UInt128(powers[places])
    let shift = 1075 - Int(magnitude.exponentBitPattern)
    // Below half of the last place: the product has less than 90 bits.
    if shift > 100 { return 0 }
    guard shift > 0 else { return nil }
    let half = UInt128(1) << UInt128(shift - 1)
    let rest = product & (half << 1 - 1)
    let whole = UInt64(truncatingIfNeeded: product >> UInt128(shift))
    return rest > half || (rest == half && whole & 1 == 1) ? whole + 1 : whole
  }
}
