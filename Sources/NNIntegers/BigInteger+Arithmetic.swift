extension BigInteger {
  @inline(__always) public static prefix func - (a: BigInteger) -> BigInteger { a.signed(!a.isNegative) }

  public static func + (a: BigInteger, b: BigInteger) -> BigInteger { sum(a, b, b.isNegative) }
  public static func - (a: BigInteger, b: BigInteger) -> BigInteger { sum(a, b, !b.isNegative) }
  public static func += (a: inout BigInteger, b: BigInteger) { a = a + b }
  public static func -= (a: inout BigInteger, b: BigInteger) { a = a - b }
  public static func *= (a: inout BigInteger, b: BigInteger) { a = a * b }

  /// a + b, where `b` counts as negative or not.
  @inline(__always)
  private static func sum(_ a: BigInteger, _ b: BigInteger, _ bIsNegative: Bool) -> BigInteger {
    if let x = a.wideMagnitude, let y = b.wideMagnitude {
      if a.isNegative == bIsNegative {
        let (sum, overflow) = x.addingReportingOverflow(y)
        if !overflow { return BigInteger(isNegative: bIsNegative, wide: sum) }
      } else {
        return x >= y
          ? BigInteger(isNegative: a.isNegative, wide: x &- y)
          : BigInteger(isNegative: bIsNegative, wide: y &- x)
      }
    }
    return longSum(a, b, bIsNegative)
  }

  @inline(never)
  private static func longSum(_ a: BigInteger, _ b: BigInteger, _ bIsNegative: Bool) -> BigInteger {
    if a.isNegative == bIsNegative {
      return a.limbCount >= b.limbCount ? magnitudeSum(a, b, bIsNegative) : magnitudeSum(b, a, bIsNegative)
    }
    switch magnitudeOrder(a, b) {
    case 0: return BigInteger()
    case 1: return magnitudeDifference(a, b, a.isNegative)
    default: return magnitudeDifference(b, a, bIsNegative)
    }
  }

  private static func magnitudeSum(_ a: BigInteger, _ b: BigInteger, _ isNegative: Bool) -> BigInteger {
    a.withLimbs { x in
      b.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: x.count &+ 1) { $0[x.count] = $0.setSum(x, y) }
      }
    }
  }

  private static func magnitudeDifference(_ a: BigInteger, _ b: BigInteger, _ isNegative: Bool) -> BigInteger {
    a.withLimbs { x in
      b.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: x.count) { _ = $0.setDifference(x, y) }
      }
    }
  }

  public static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    let isNegative = a.isNegative != b.isNegative
    if let x = a.wideMagnitude, let y = b.wideMagnitude {
      let product = x.multipliedFullWidth(by: y)
      if product.high == 0 { return BigInteger(isNegative: isNegative, wide: product.low) }
      return BigInteger(isNegative: isNegative, capacity: 4) { limbs in
        limbs[0] = UInt(truncatingIfNeeded: product.low)
        limbs[1] = UInt(truncatingIfNeeded: product.low &>> 64)
        limbs[2] = UInt(truncatingIfNeeded: product.high)
        limbs[3] = UInt(truncatingIfNeeded: product.high &>> 64)
      }
    }
    return longProduct(a, b, isNegative)
  }

  @inline(never)
  private static func longProduct(_ a: BigInteger, _ b: BigInteger, _ isNegative: Bool) -> BigInteger {
    a.withLimbs { x in
      b.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: x.count &+ y.count) { limbs in
          if x.isSame(as: y) { limbs.setSquare(x) } else { limbs.setProduct(x, y) }
        }
      }
    }
  }

  /// The square.
  public var squared: BigInteger {
    if wideMagnitude != nil { return self * self }
    return withLimbs { x in
      BigInteger(isNegative: false, capacity: 2 &* x.count) { $0.setSquare(x) }
    }
  }
}
