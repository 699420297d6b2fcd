// What stands between big integers and those of 128 bits: inlined into its callers, where it is all that most
// arithmetic on numbers a little beyond 64 bits costs.

extension BigInteger {
  /// The number where it has at most 127 bits.
  @inlinable public var wide: Int128? {
    @inline(__always) get {
      if UInt(bitPattern: signedCount &+ 2) > 4 { return nil }
      let high = Int128(truncatingIfNeeded: store.values.1) &<< 64
      let magnitude = high | Int128(truncatingIfNeeded: store.values.0)
      if magnitude < 0 { return nil }
      return signedCount < 0 ? 0 &- magnitude : magnitude
    }
  }

  @inlinable @inline(__always) public init(_ value: Int128) {
    self.init(isNegative: value < 0, magnitude: (value.magnitude, 0))
  }

  /// The product of two magnitudes with a sign.
  @inlinable @inline(__always) public init(isNegative: Bool, product a: UInt128, _ b: UInt128) {
    let product = a.multipliedFullWidth(by: b)
    self.init(isNegative: isNegative, magnitude: (product.low, product.high))
  }

  @inlinable @inline(__always) init(isNegative: Bool, magnitude: (low: UInt128, high: UInt128)) {
    let limbs = (
      UInt(truncatingIfNeeded: magnitude.low), UInt(truncatingIfNeeded: magnitude.low &>> 64),
      UInt(truncatingIfNeeded: magnitude.high), UInt(truncatingIfNeeded: magnitude.high &>> 64)
    )
    let count = limbs.3 != 0 ? 4 : limbs.2 != 0 ? 3 : limbs.1 != 0 ? 2 : limbs.0 != 0 ? 1 : 0
    self.init(signedCount: isNegative ? 0 &- count : count, store: LimbStore(limbs))
  }
}
