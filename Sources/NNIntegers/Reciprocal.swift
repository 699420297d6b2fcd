/// Division of two limbs by one whose top bit is set, by multiplication with its reciprocal (Möller and Granlund,
/// "Improved division by invariant integers", 2011).
struct Reciprocal {
  let divisor: UInt
  /// floor((2^128 - 1) / divisor) - 2^64.
  let value: UInt

  @inline(__always) init(_ divisor: UInt) {
    assert(divisor >> 63 == 1)
    self.divisor = divisor
    value = divisor.dividingFullWidth((~divisor, UInt.max)).quotient
  }

  /// Divides `high · 2^64 + low`; `high` is below the divisor.
  @inline(__always) func divide(_ high: UInt, _ low: UInt) -> (quotient: UInt, remainder: UInt) {
    assert(high < divisor)
    let product = value.multipliedFullWidth(by: high)
    let (lower, carry) = product.low.addingReportingOverflow(low)
    var quotient = product.high &+ high &+ (carry ? 1 : 0) &+ 1
    var remainder = low &- quotient &* divisor
    if remainder > lower {
      quotient &-= 1
      remainder &+= divisor
    }
    if remainder >= divisor {
      quotient &+= 1
      remainder &-= divisor
    }
    return (quotient, remainder)
  }
}

/// The same for three limbs by two.
struct WideReciprocal {
  let divisor: UInt128
  /// floor((2^192 - 1) / divisor) - 2^64.
  let value: UInt

  private var high: UInt { @inline(__always) get { UInt(truncatingIfNeeded: divisor &>> 64) } }
  private var low: UInt { @inline(__always) get { UInt(truncatingIfNeeded: divisor) } }

  @inline(__always) init(_ high: UInt, _ low: UInt) {
    var value = Reciprocal(high).value
    var product = high &* value &+ low
    if product < low {
      value &-= 1
      if product >= high {
        value &-= 1
        product &-= high
      }
      product &-= high
    }
    let part = value.multipliedFullWidth(by: low)
    let (sum, overflow) = product.addingReportingOverflow(part.high)
    let divisor = UInt128(high, low)
    if overflow {
      value &-= 1
      if UInt128(sum, part.low) >= divisor { value &-= 1 }
    }
    self.divisor = divisor
    self.value = value
  }

  /// Divides `top · 2^64 + low`; `top` is below the divisor.
  @inline(__always) func divide(_ top: UInt128, _ low: UInt) -> (quotient: UInt, remainder: UInt128) {
    assert(top < divisor)
    let upper = UInt(truncatingIfNeeded: top &>> 64)
    let product = value.multipliedFullWidth(by: upper)
    let estimate = UInt128(product.high, product.low) &+ top
    var quotient = UInt(truncatingIfNeeded: estimate &>> 64)
    let rest = UInt(truncatingIfNeeded: top) &- quotient &* high
    let back = self.low.multipliedFullWidth(by: quotient)
    var remainder = UInt128(rest, low) &- UInt128(back.high, back.low) &- divisor
    quotient &+= 1
    if UInt(truncatingIfNeeded: remainder &>> 64) >= UInt(truncatingIfNeeded: estimate) {
      quotient &-= 1
      remainder &+= divisor
    }
    if remainder >= divisor {
      quotient &+= 1
      remainder &-= divisor
    }
    return (quotient, remainder)
  }
}

extension UInt128 {
  /// Two limbs as one number.
  @inline(__always) init(_ high: UInt, _ low: UInt) {
    self = UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
  }
}
