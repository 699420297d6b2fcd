import Glibc

extension BigInteger {
  /// The integer part of the square root; the number is not negative.
  public var squareRoot: BigInteger { squareRootAndRest.root }

  /// The root and what its square leaves, by halves: Zimmermann's "Karatsuba square root" (1999).
  private var squareRootAndRest: (root: BigInteger, rest: BigInteger) {
    if let wide = wideMagnitude {
      let root = BigInteger.squareRoot(wide)
      return (BigInteger(root), BigInteger(isNegative: false, wide: wide &- UInt128(root) &* UInt128(root)))
    }
    // The upper half keeps at least twice `quarter` bits but one.
    let quarter = (bitWidth + 1) / 4
    let (upper, upperRest) = (self >> (2 * quarter)).squareRootAndRest
    let (quotient, rest) = ((upperRest << quarter) + part(quarter, quarter)).divided(by: upper << 1)
    var root = (upper << quarter) + quotient
    var remainder = (rest << quarter) + part(0, quarter) - quotient.squared
    if remainder.isNegative {
      remainder = remainder + (root << 1) - 1
      root = root - 1
    }
    return (root, remainder)
  }

  /// The `count` bits from a place on.
  private func part(_ place: Int, _ count: Int) -> BigInteger { (self >> place) & ((BigInteger(1) << count) - 1) }

  private static func squareRoot(_ value: UInt128) -> UInt {
    if value == 0 { return 0 }
    let estimate = BigInteger(isNegative: false, wide: value).rounded.squareRoot()
    // At most 2^11 off; Newton's step leaves at most one. The largest root is kept within its limb.
    let start = estimate >= 0x1p64 ? UInt128(UInt.max) : UInt128(estimate)
    var root = min((start &+ value / start) / 2, UInt128(UInt.max))
    while root &* root > value { root &-= 1 }
    while root < UInt128(UInt.max) && (root &+ 1) &* (root &+ 1) <= value { root &+= 1 }
    return UInt(truncatingIfNeeded: root)
  }
}
