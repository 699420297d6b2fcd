extension BigInteger {
  /// The greatest common divisor of the magnitudes, by Lehmer's algorithm. `checkpoint` is called now and then; what it
  /// throws ends the work.
  public static func greatestCommonDivisor<E: Error>(
    _ a: BigInteger, _ b: BigInteger, checkpoint: () throws(E) -> Void
  ) throws(E) -> BigInteger {
    var (x, y) = (a.magnitude, b.magnitude)
    if x < y { swap(&x, &y) }
    while y.limbCount > 2 {
      try checkpoint()
      if x.limbCount - y.limbCount > 1 {
        (x, y) = (y, x.remainder(by: y))
        continue
      }
      let length = x.limbCount
      var next = (x, y)
      try x.withLimbs { (xLimbs) throws(E) in
        try y.withLimbs { (yLimbs) throws(E) in
          try withScratch(4 &* length) { (scratch) throws(E) in
            var pair = LehmerPair(xLimbs, yLimbs, scratch)
            try pair.reduce(checkpoint)
            next = pair.numbers
          }
        }
      }
      // One step as it is, for the leading bits alone may decide none.
      (x, y) = next.1.isZero ? next : (next.1, next.0.remainder(by: next.1))
    }
    if y.isZero { return x }
    let rest = x.remainder(by: y)
    guard let first = y.wideMagnitude, let second = rest.wideMagnitude else { return y }
    return BigInteger(isNegative: false, wide: UInt128.greatestCommonDivisor(first, second))
  }

  /// The number whose product with this one is 1 modulo `modulus`, which is positive; nil where none is.
  public func inverse<E: Error>(modulo modulus: BigInteger, checkpoint: () throws(E) -> Void) throws(E) -> BigInteger? {
    var (x, y) = (modulus, floorRemainder(by: modulus))
    var (last, factor) = (BigInteger(), BigInteger(1))
    while !y.isZero {
      try checkpoint()
      let (quotient, remainder) = x.divided(by: y)
      (x, y) = (y, remainder)
      (last, factor) = (factor, last - quotient * factor)
    }
    if x != 1 { return nil }
    return last.floorRemainder(by: modulus)
  }
}

extension UInt128 {
  /// Both numbers' greatest common divisor, by halving.
  fileprivate static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    if a == 0 || b == 0 { return a | b }
    let shift = (a | b).trailingZeroBitCount
    var (x, y) = (a >> a.trailingZeroBitCount, b >> b.trailingZeroBitCount)
    while x > UInt.max || y > UInt.max {
      if x == y { return x << shift }
      if x < y { swap(&x, &y) }
      x &-= y
      x = x &>> UInt128(truncatingIfNeeded: x.trailingZeroBitCount)
    }
    var (u, v) = (UInt(truncatingIfNeeded: x), UInt(truncatingIfNeeded: y))
    while u != v {
      let difference = u &- v
      let isSmaller = u < v
      v = isSmaller ? u : v
      u = isSmaller ? 0 &- difference : difference
      u = u &>> UInt(truncatingIfNeeded: difference.trailingZeroBitCount)
    }
    return UInt128(truncatingIfNeeded: u) << shift
  }
}

/// Two numbers in Euclid's algorithm: many of its steps are found from the leading 64 bits and done at once.
private struct LehmerPair {
  private var x: Limbs
  private var y: Limbs
  private var spareX: Limbs
  private var spareY: Limbs

  /// `scratch` has four times the limbs of the larger number, which is `a`.
  init(_ a: Limbs, _ b: Limbs, _ scratch: Limbs) {
    let length = a.count
    x = scratch.prefix(length)
    y = scratch.part(length, 2 &* length)
    spareX = scratch.part(2 &* length, 3 &* length)
    spareY = scratch.part(3 &* length, 4 &* length)
    x.copy(a)
    y.clear()
    y.copy(b)
  }

  var numbers: (BigInteger, BigInteger) { (number(x), number(y)) }

  private func number(_ limbs: Limbs) -> BigInteger {
    let limbs = limbs.prefix(limbs.significantCount)
    return BigInteger(isNegative: false, capacity: limbs.count) { $0.copy(limbs) }
  }

  /// Until two limbs are left of the smaller number, or it is much shorter than the larger.
  mutating func reduce<E: Error>(_ checkpoint: () throws(E) -> Void) throws(E) {
    var steps = 0
    while true {
      let length = x.significantCount
      shorten(length)
      if length <= 2 || y[length &- 2] == 0 && y[length &- 1] == 0 { return }
      let matrix = LehmerMatrix(top(x), top(y))
      if matrix.b == 0 { return }
      apply(matrix)
      steps &+= 1
      if steps & 0x3F == 0 { try checkpoint() }
    }
  }

  private mutating func shorten(_ length: Int) {
    if length == x.count { return }
    (x, y, spareX, spareY) = (x.prefix(length), y.prefix(length), spareX.prefix(length), spareY.prefix(length))
  }

  /// The 63 bits at the place of the larger number's leading ones.
  private func top(_ limbs: Limbs) -> UInt {
    let last = x.count &- 1
    let shift = UInt(bitPattern: x[last].leadingZeroBitCount)
    let upper = limbs[last] << shift
    return (shift == 0 ? upper : upper | limbs[last &- 1] >> (64 &- shift)) >> 1
  }

  /// x becomes a x - b y and y becomes d y - c x, or the negation of both.
  private mutating func apply(_ matrix: LehmerMatrix) {
    LehmerPair.combine(x, matrix.a, y, matrix.b, matrix.isSwapped, spareX)
    LehmerPair.combine(y, matrix.d, x, matrix.c, matrix.isSwapped, spareY)
    (x, spareX) = (spareX, x)
    (y, spareY) = (spareY, y)
  }

  /// out = u · p - v · q, or its negation.
  private static func combine(_ u: Limbs, _ p: UInt, _ v: Limbs, _ q: UInt, _ isNegated: Bool, _ out: Limbs) {
    var (plus, minus, borrow): (UInt, UInt, UInt) = (0, 0, 0)
    let (first, second) = isNegated ? (v, u) : (u, v)
    let (firstFactor, secondFactor) = isNegated ? (q, p) : (p, q)
    var index = 0
    while index < out.count {
      let upper = multiplyAdd(first[index], firstFactor, plus, 0)
      let lower = multiplyAdd(second[index], secondFactor, minus, 0)
      (plus, minus) = (upper.high, lower.high)
      out[index] = subtractBorrowing(upper.low, lower.low, &borrow)
      index &+= 1
    }
  }
}

/// Steps of Euclid's algorithm as one: (x, y) becomes (a x - b y, d y - c x), both negated after an odd number of steps.
private struct LehmerMatrix {
  private(set) var a: UInt = 1
  private(set) var b: UInt = 0
  private(set) var c: UInt = 0
  private(set) var d: UInt = 1
  private(set) var isSwapped = false

  /// As many steps as the leading bits of both numbers decide: Collins's condition in the form of Jebelean ("A double-digit
  /// Lehmer-Euclid algorithm for finding the GCD of long integers", 1995).
  init(_ first: UInt, _ second: UInt) {
    var (x, y) = (first, second)
    while y != 0 {
      let quotient = x / y
      let rest = x &- quotient &* y
      // The cofactors of the two remainders to come, without their signs, which alternate.
      let (newC, overflowC) = quotient.multipliedReportingOverflow(by: c)
      let (newD, overflowD) = quotient.multipliedReportingOverflow(by: d)
      let (nextC, carryC) = newC.addingReportingOverflow(a)
      let (nextD, carryD) = newD.addingReportingOverflow(b)
      if overflowC || overflowD || carryC || carryD || nextC >> 32 != 0 || nextD >> 32 != 0 { return }
      // Exact whatever the lower bits are.
      let isExact =
        isSwapped
        ? rest >= nextC && y &- rest >= nextD &+ d
        : rest >= nextD && y &- rest >= nextC &+ c
      if !isExact { return }
      (x, y) = (y, rest)
      (a, b, c, d) = (c, d, nextC, nextD)
      isSwapped.toggle()
    }
  }
}
