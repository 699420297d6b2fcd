/// Division: by one limb, by rows (Knuth's algorithm D with a two-limb reciprocal), and recursive (Burnikel and Ziegler,
/// as Brent and Zimmermann's "Modern Computer Arithmetic" has it).
extension Limbs {
  /// From how many quotient limbs on halves are divided instead of rows; measured.
  static let recursionThreshold = 60

  /// Becomes `a / divisor` in `a.count` limbs, may be `a` itself; the remainder. The divisor is not 0.
  func setQuotient(_ a: Limbs, limb divisor: UInt) -> UInt {
    let shift = divisor.leadingZeroBitCount
    let reciprocal = Reciprocal(divisor &<< UInt(bitPattern: shift))
    return setQuotient(a, reciprocal, shift)
  }

  /// The same by a divisor made ready: `reciprocal` is that of the divisor shifted left.
  func setQuotient(_ a: Limbs, _ reciprocal: Reciprocal, _ shift: Int) -> UInt {
    var index = a.count &- 1
    if index < 0 { return 0 }
    let bits = UInt(bitPattern: shift)
    // Shifting by 64 has to give 0.
    var limb = a[index]
    var remainder = limb >> (64 &- bits)
    while index > 0 {
      let next = a[index &- 1]
      let shifted = limb &<< bits | next >> (64 &- bits)
      (self[index], remainder) = reciprocal.divide(remainder, shifted)
      limb = next
      index &-= 1
    }
    (self[0], remainder) = reciprocal.divide(remainder, limb &<< bits)
    return remainder &>> bits
  }

  /// The remainder of a division by one limb, which is not 0.
  func remainder(limb divisor: UInt) -> UInt {
    let shift = UInt(bitPattern: divisor.leadingZeroBitCount)
    let reciprocal = Reciprocal(divisor &<< shift)
    var remainder: UInt = 0
    var index = count &- 1
    // Of the number itself by the shifted divisor; the last step shifts.
    while index >= 0 {
      remainder = reciprocal.divide(remainder, self[index]).remainder
      index &-= 1
    }
    if shift == 0 { return remainder }
    return reciprocal.divide(remainder &>> (64 &- shift), remainder &<< shift).remainder &>> shift
  }

  /// Divides `a` by `b`, whose top limb is not 0 and which has no more limbs. The quotient takes
  /// `a.count - b.count + 1` limbs and the remainder `b.count`; what is nil is not wanted.
  static func divide(_ a: Limbs, _ b: Limbs, quotient: Limbs?, remainder: Limbs?) {
    let shift = b[b.count &- 1].leadingZeroBitCount
    let (length, steps) = (b.count, a.count &- b.count &+ 1)
    withScratch(a.count &+ 1 &+ length &+ steps) { scratch in
      let dividend = scratch.prefix(a.count &+ 1)
      let divisor = scratch.part(a.count &+ 1, a.count &+ 1 &+ length)
      dividend[a.count] = dividend.setShiftedLeft(a, shift)
      _ = divisor.setShiftedLeft(b, shift)
      let result = quotient ?? scratch.from(a.count &+ 1 &+ length)
      result.prefix(steps).setQuotient(dividend, divisor)
      if let remainder {
        remainder.setShiftedRight(dividend.prefix(length), shift)
      }
    }
  }

  /// Divides `a`, whose top part is below `b`, by `b`, whose top bit is set and which has at least two limbs. The
  /// remainder is left in `a`.
  private func setQuotient(_ a: Limbs, _ b: Limbs) {
    if b.count == 2 { return setQuotientByTwo(a, b) }
    if b.count < Limbs.recursionThreshold || count < Limbs.recursionThreshold {
      let reciprocal = WideReciprocal(b[b.count &- 1], b[b.count &- 2])
      return setQuotientByRows(a, b, reciprocal)
    }
    // Pieces of the divisor's size from the top; the first takes what is left over.
    let size = b.count
    var start = count
    let first = count % size == 0 ? size : count % size
    start &-= first
    part(start, count).setShortQuotient(a.part(start, start &+ size &+ first), b)
    while start > 0 {
      start &-= size
      part(start, start &+ size).setShortQuotient(a.part(start, start &+ 2 &* size), b)
    }
  }

  private func setQuotientByTwo(_ a: Limbs, _ b: Limbs) {
    let reciprocal = WideReciprocal(b[1], b[0])
    var remainder = UInt128(a[a.count &- 1], a[a.count &- 2])
    var index = a.count &- 3
    while index >= 0 {
      (self[index], remainder) = reciprocal.divide(remainder, a[index])
      index &-= 1
    }
    a.clear()
    a[0] = UInt(truncatingIfNeeded: remainder)
    a[1] = UInt(truncatingIfNeeded: remainder &>> 64)
  }

  private func setQuotientByRows(_ a: Limbs, _ b: Limbs, _ reciprocal: WideReciprocal) {
    let length = b.count
    var row = count
    while row > 0 {
      row &-= 1
      let top = UInt128(a[row &+ length], a[row &+ length &- 1])
      // At most one too large.
      var digit = top >= reciprocal.divisor ? UInt.max : reciprocal.divide(top, a[row &+ length &- 2]).quotient
      let place = a.part(row, row &+ length)
      let borrow = place.subtractProduct(b, limb: digit)
      var rest = a[row &+ length] &- borrow
      while rest != 0 {
        digit &-= 1
        rest &+= place.add(b)
      }
      a[row &+ length] = 0
      self[row] = digit
    }
  }

  /// A quotient of no more limbs than the divisor has.
  private func setShortQuotient(_ a: Limbs, _ b: Limbs) {
    assert(a.count == b.count &+ count && count <= b.count)
    if count == 0 { return }
    if count < Limbs.recursionThreshold {
      let reciprocal = WideReciprocal(b[b.count &- 1], b[b.count &- 2])
      return setQuotientByRows(a, b, reciprocal)
    }
    let half = count / 2
    from(half).setCorrectedQuotient(a.from(half), b)
    prefix(half).setCorrectedQuotient(a.prefix(b.count &+ half), b)
  }

  /// A quotient of fewer limbs than the divisor has: found from as many of the divisor's upper limbs, it is at most two
  /// too large, which the lower ones tell.
  private func setCorrectedQuotient(_ a: Limbs, _ b: Limbs) {
    let skipped = b.count &- count
    let upper = a.from(skipped)
    setSaturatedQuotient(upper, b.from(skipped))
    let rest = a.prefix(b.count)
    var top = Int(bitPattern: a[b.count])
    withScratch(b.count) { product in
      product.setProduct(self, b.prefix(skipped))
      top &-= Int(bitPattern: rest.subtract(product))
    }
    while top < 0 {
      _ = setDifference(self, limb: 1)
      top &+= Int(bitPattern: rest.add(b))
    }
    a[b.count] = 0
  }

  /// A quotient that would have one limb more only by what was cut off the divisor: then the largest that fits.
  private func setSaturatedQuotient(_ a: Limbs, _ b: Limbs) {
    guard Limbs.order(a.from(count), b) == 0 else { return setShortQuotient(a, b) }
    var index = 0
    while index < count {
      self[index] = UInt.max
      index &+= 1
    }
    a.from(count).clear()
    _ = a.setSum(a, b)
  }
}
