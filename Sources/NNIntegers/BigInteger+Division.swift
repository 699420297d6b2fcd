/// Division as Python has it: the quotient rounded down, the remainder of the divisor's sign. No divisor may be 0.
extension BigInteger {
  public func floorDivided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    let (quotient, remainder) = divided(by: divisor)
    if remainder.isZero || remainder.isNegative == divisor.isNegative { return (quotient, remainder) }
    return (quotient - 1, remainder + divisor)
  }

  public func floorQuotient(by divisor: BigInteger) -> BigInteger {
    if isNegative == divisor.isNegative {
      if let x = smallMagnitude, let y = divisor.smallMagnitude { return BigInteger(x / y) }
      return quotient(by: divisor)
    }
    return floorDivided(by: divisor).quotient
  }

  public func floorRemainder(by divisor: BigInteger) -> BigInteger {
    let result = remainder(by: divisor)
    return result.isZero || result.isNegative == divisor.isNegative ? result : result + divisor
  }

  /// The quotient cut toward zero, and the remainder of the dividend's sign.
  public func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    let (steps, isNegative) = (limbCount &- divisor.limbCount &+ 1, isNegative != divisor.isNegative)
    if steps < 1 { return (BigInteger(), self) }
    return withLimbs { x in
      divisor.withLimbs { y in
        var remainder = BigInteger()
        let quotient = BigInteger(isNegative: isNegative, capacity: steps) { quotient in
          if y.count == 1 {
            let rest = quotient.setQuotient(x, limb: y[0])
            remainder = BigInteger(isNegative: self.isNegative, magnitude: rest)
          } else {
            remainder = BigInteger(isNegative: self.isNegative, capacity: y.count) {
              Limbs.divide(x, y, quotient: quotient, remainder: $0)
            }
          }
        }
        return (quotient, remainder)
      }
    }
  }

  /// The quotient cut toward zero.
  func quotient(by divisor: BigInteger) -> BigInteger {
    let (steps, isNegative) = (limbCount &- divisor.limbCount &+ 1, isNegative != divisor.isNegative)
    if steps < 1 { return BigInteger() }
    return withLimbs { x in
      divisor.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: steps) { quotient in
          if y.count == 1 {
            _ = quotient.setQuotient(x, limb: y[0])
          } else {
            Limbs.divide(x, y, quotient: quotient, remainder: nil)
          }
        }
      }
    }
  }

  /// The remainder, of the dividend's sign.
  func remainder(by divisor: BigInteger) -> BigInteger {
    if limbCount < divisor.limbCount { return self }
    if let y = divisor.smallMagnitude {
      let rest = smallMagnitude.map { $0 % y } ?? withLimbs { $0.remainder(limb: y) }
      return BigInteger(isNegative: isNegative, magnitude: rest)
    }
    if let y = divisor.wideMagnitude { return BigInteger(isNegative: isNegative, wide: remainder(wide: y)) }
    return withLimbs { x in
      divisor.withLimbs { y in
        BigInteger(isNegative: isNegative, capacity: y.count) {
          Limbs.divide(x, y, quotient: nil, remainder: $0)
        }
      }
    }
  }

  /// The remainder of the magnitude by two limbs, of which the upper is not 0.
  private func remainder(wide divisor: UInt128) -> UInt128 {
    let shift = UInt128(truncatingIfNeeded: divisor.leadingZeroBitCount)
    let shifted = divisor &<< shift
    let reciprocal = WideReciprocal(UInt(truncatingIfNeeded: shifted &>> 64), UInt(truncatingIfNeeded: shifted))
    return withLimbs { limbs in
      // By the shifted divisor; at the end the remainder is shifted instead of the whole dividend.
      var remainder = UInt128(limbs[limbs.count &- 1], limbs[limbs.count &- 2])
      if remainder >= shifted { remainder &-= shifted }
      var index = limbs.count &- 3
      while index >= 0 {
        remainder = reciprocal.divide(remainder, limbs[index]).remainder
        index &-= 1
      }
      if shift == 0 { return remainder }
      let low = UInt(truncatingIfNeeded: remainder) &<< UInt(truncatingIfNeeded: shift)
      return reciprocal.divide(remainder &>> (64 &- shift), low).remainder &>> shift
    }
  }
}
