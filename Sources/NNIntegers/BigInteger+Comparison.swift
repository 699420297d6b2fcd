extension BigInteger: Comparable {
  public static func == (a: BigInteger, b: BigInteger) -> Bool {
    if a.signedCount != b.signedCount { return false }
    if let x = a.wideMagnitude, let y = b.wideMagnitude { return x == y }
    return magnitudeOrder(a, b) == 0
  }

  public static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.signedCount != b.signedCount { return a.signedCount < b.signedCount }
    let order = magnitudeOrder(a, b)
    return a.isNegative ? order > 0 : order < 0
  }

  /// -1, 0 or 1 as the magnitude of the first is smaller, equal or larger.
  static func magnitudeOrder(_ a: BigInteger, _ b: BigInteger) -> Int {
    if let x = a.wideMagnitude, let y = b.wideMagnitude { return x < y ? -1 : x == y ? 0 : 1 }
    if a.limbCount != b.limbCount { return a.limbCount < b.limbCount ? -1 : 1 }
    return a.withLimbs { x in b.withLimbs { y in Limbs.order(x, y) } }
  }
}

extension BigInteger: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(hashRemainder)
  }
}
