/// Shifts, and bits as if in two's complement without end.
extension BigInteger {
  /// Times a power of two; `count` is not negative.
  public static func << (a: BigInteger, count: Int) -> BigInteger {
    if a.isZero || count <= 0 { return a }
    let (limbs, bits) = (count / 64, count % 64)
    return a.withLimbs { x in
      BigInteger(isNegative: a.isNegative, capacity: x.count &+ limbs &+ 1) { result in
        result.prefix(limbs).clear()
        result[x.count &+ limbs] = result.from(limbs).setShiftedLeft(x, bits)
      }
    }
  }

  /// Divided by a power of two and rounded down; `count` is not negative.
  public static func >> (a: BigInteger, count: Int) -> BigInteger {
    if count <= 0 { return a }
    let (limbs, bits) = (count / 64, count % 64)
    if limbs >= a.limbCount { return BigInteger(a.isNegative ? -1 : 0) }
    let isRounded = a.isNegative && a.trailingZeroBitCount < count
    return a.withLimbs { x in
      BigInteger(isNegative: a.isNegative, capacity: x.count &- limbs &+ 1) { result in
        result.setShiftedRight(x.from(limbs), bits)
        let length = x.count &- limbs
        result[length] = isRounded ? result.setSum(result.prefix(length), limb: 1) : 0
      }
    }
  }

  public static prefix func ~ (a: BigInteger) -> BigInteger { -a - 1 }

  public static func & (a: BigInteger, b: BigInteger) -> BigInteger {
    if !a.isNegative && !b.isNegative {
      return bitwise(a, b, isNegative: false, count: min(a.limbCount, b.limbCount)) { $0 & $1 }
    }
    return bitwise(a, b, isNegative: a.isNegative && b.isNegative) { $0 & $1 }
  }

  public static func | (a: BigInteger, b: BigInteger) -> BigInteger {
    bitwise(a, b, isNegative: a.isNegative || b.isNegative) { $0 | $1 }
  }

  public static func ^ (a: BigInteger, b: BigInteger) -> BigInteger {
    bitwise(a, b, isNegative: a.isNegative != b.isNegative) { $0 ^ $1 }
  }

  /// Joins the limbs of both in two's complement.
  @inline(__always)
  private static func bitwise(
    _ a: BigInteger, _ b: BigInteger, isNegative: Bool, count: Int? = nil, _ join: (UInt, UInt) -> UInt
  ) -> BigInteger {
    let length = count ?? max(a.limbCount, b.limbCount)
    return a.withLimbs { x in
      b.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: length &+ 1) { result in
          var (left, right) = (ComplementLimbs(x, a.isNegative), ComplementLimbs(y, b.isNegative))
          var out = Complement(isNegative)
          for index in 0..<length { result[index] = out.next(join(left.limb(index), right.limb(index))) }
          result[length] = out.next(isNegative ? UInt.max : 0)
        }
      }
    }
  }

  /// The bit at a place of two's complement.
  public func bit(_ place: Int) -> Bool {
    let limb = place / 64
    if limb >= limbCount { return isNegative }
    let isSet = withLimbs { $0[limb] &>> UInt(bitPattern: place % 64) & 1 } != 0
    return isNegative && trailingZeroBitCount < place ? !isSet : isSet
  }
}

/// The negation of limbs one after the other: all bits turned over, plus 1.
private struct Complement {
  private let mask: UInt
  private var carry: UInt

  @inline(__always) init(_ isNegative: Bool) {
    mask = isNegative ? UInt.max : 0
    carry = isNegative ? 1 : 0
  }

  @inline(__always) mutating func next(_ limb: UInt) -> UInt {
    let (sum, overflow) = (limb ^ mask).addingReportingOverflow(carry)
    carry = overflow ? 1 : 0
    return sum
  }
}

/// The limbs of a number in two's complement, to be asked for in order, endlessly.
private struct ComplementLimbs {
  private let limbs: Limbs
  private var complement: Complement

  @inline(__always) init(_ limbs: Limbs, _ isNegative: Bool) {
    self.limbs = limbs
    complement = Complement(isNegative)
  }

  @inline(__always) mutating func limb(_ index: Int) -> UInt {
    complement.next(index < limbs.count ? limbs[index] : 0)
  }
}
