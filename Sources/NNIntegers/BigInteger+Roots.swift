import Glibc

extension BigInteger {
  /// The integer part of the square root; the number is not negative.
  public var squareRoot: BigInteger { squareRootAndRest.root }

  /// The root and what its square leaves, by halves: Zimmermann's "Karatsuba square root" (1999).
  private var squareRootAndRest: (root: BigInteger, rest: BigInteger) {
    if let small = smallMagnitude {
      let root = BigInteger.squareRoot(small)
      return (BigInteger(root), BigInteger(small &- root &* root))
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

  private static func squareRoot(_ value: UInt) -> UInt {
    var root = UInt(Double(value).squareRoot())
    // The float may be one off on either side, and its square then too large for a limb.
    while root > UInt(UInt32.max) || root &* root > value { root &-= 1 }
    while root < UInt(UInt32.max) && (root &+ 1) &* (root &+ 1) <= value { root &+= 1 }
    return root
  }
}
