extension BigInteger {
  /// The integer that a float is; nil where it is none.
  public init?(exactly value: Double) {
    guard value.isFinite && value == value.rounded(.towardZero) else { return nil }
    if let small = Int(exactly: value) {
      self.init(small)
      return
    }
    let significand = UInt(value.significandBitPattern | 1 << 52)
    self = BigInteger(isNegative: value < 0, magnitude: significand) << (Int(value.exponent) - 52)
  }

  /// The integer part of a float, which is finite.
  public init(truncating value: Double) { self = BigInteger(exactly: value.rounded(.towardZero)) ?? BigInteger() }

  /// The nearest float, ties to even; infinite beyond the range.
  public var rounded: Double {
    let width = bitWidth
    if width > 1100 { return isNegative ? -.infinity : .infinity }
    if let small = smallMagnitude { return isNegative ? -Double(small) : Double(small) }
    let (top, exponent) = leadingBits(width)
    let scaled = Double(top) * Double(sign: .plus, exponent: Swift.min(exponent, 1000), significand: 1)
    return isNegative ? -scaled : scaled
  }

  /// The float times a power of two that is nearest to the magnitude: for numbers beyond a float's range. The float is
  /// 0, or at least 0.5 and less than 1.
  public var fraction: (value: Double, exponent: Int) {
    if isZero { return (0, 0) }
    let width = bitWidth
    let (top, exponent) = leadingBits(width)
    let value = Double(top)
    let shift = Int(value.exponent) + 1
    return (Double(sign: .plus, exponent: -shift, significand: value), exponent + shift)
  }

  /// The 64 leading bits and the power of two that they count; the lowest is set where anything below is, so that no tie
  /// is seen where there is none.
  private func leadingBits(_ width: Int) -> (top: UInt, exponent: Int) {
    if let small = smallMagnitude { return (small, 0) }
    let exponent = width &- 64
    let (index, bits) = (exponent / 64, UInt(bitPattern: exponent % 64))
    let top = withLimbs { limbs in
      bits == 0 ? limbs[index] : limbs[index] &>> bits | limbs[index &+ 1] &<< (64 &- bits)
    }
    return (trailingZeroBitCount < exponent ? top | 1 : top, exponent)
  }
}
