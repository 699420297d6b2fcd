/// Sums, differences, shifts and order of magnitudes.
extension Limbs {
  /// The count without leading zeros.
  @inline(__always) var significantCount: Int {
    var length = count
    while length > 0 && self[length &- 1] == 0 { length &-= 1 }
    return length
  }

  /// -1, 0 or 1 as the first is smaller, equal or larger. Neither needs a top limb other than 0.
  static func order(_ a: Limbs, _ b: Limbs) -> Int {
    var index = max(a.count, b.count)
    while index > 0 {
      index &-= 1
      let x = index < a.count ? a[index] : 0
      let y = index < b.count ? b[index] : 0
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }

  /// Becomes `a + b` in `a.count` limbs, at least as many as `b` has; the carry.
  @inline(never) func setSum(_ a: Limbs, _ b: Limbs) -> UInt {
    assert(count >= a.count && a.count >= b.count)
    var carry: UInt = 0
    var index = 0
    let unrolled = b.count & ~3
    while index < unrolled {
      self[index] = addCarrying(a[index], b[index], &carry)
      self[index &+ 1] = addCarrying(a[index &+ 1], b[index &+ 1], &carry)
      self[index &+ 2] = addCarrying(a[index &+ 2], b[index &+ 2], &carry)
      self[index &+ 3] = addCarrying(a[index &+ 3], b[index &+ 3], &carry)
      index &+= 4
    }
    while index < b.count {
      self[index] = addCarrying(a[index], b[index], &carry)
      index &+= 1
    }
    return from(index).setSum(a.from(index), limb: carry)
  }

  /// Becomes `a + limb` in `a.count` limbs; the carry.
  @inline(__always) func setSum(_ a: Limbs, limb: UInt) -> UInt {
    var carry = limb
    var index = 0
    while index < a.count && carry != 0 {
      let (sum, overflow) = a[index].addingReportingOverflow(carry)
      self[index] = sum
      carry = overflow ? 1 : 0
      index &+= 1
    }
    if !prefix(a.count).isSame(as: a) { from(index).copy(a.from(index)) }
    return carry
  }

  /// Becomes `a - b` in `a.count` limbs, at least as many as `b` has; the borrow.
  @inline(never) func setDifference(_ a: Limbs, _ b: Limbs) -> UInt {
    assert(count >= a.count && a.count >= b.count)
    var borrow: UInt = 0
    var index = 0
    let unrolled = b.count & ~3
    while index < unrolled {
      self[index] = subtractBorrowing(a[index], b[index], &borrow)
      self[index &+ 1] = subtractBorrowing(a[index &+ 1], b[index &+ 1], &borrow)
      self[index &+ 2] = subtractBorrowing(a[index &+ 2], b[index &+ 2], &borrow)
      self[index &+ 3] = subtractBorrowing(a[index &+ 3], b[index &+ 3], &borrow)
      index &+= 4
    }
    while index < b.count {
      self[index] = subtractBorrowing(a[index], b[index], &borrow)
      index &+= 1
    }
    return from(index).setDifference(a.from(index), limb: borrow)
  }

  /// Becomes `a - limb` in `a.count` limbs; the borrow.
  @inline(__always) func setDifference(_ a: Limbs, limb: UInt) -> UInt {
    var borrow = limb
    var index = 0
    while index < a.count && borrow != 0 {
      let (difference, overflow) = a[index].subtractingReportingOverflow(borrow)
      self[index] = difference
      borrow = overflow ? 1 : 0
      index &+= 1
    }
    if !prefix(a.count).isSame(as: a) { from(index).copy(a.from(index)) }
    return borrow
  }

  /// Adds `b`, which has no more limbs; the carry.
  @inline(__always) func add(_ b: Limbs) -> UInt { setSum(self, b) }

  /// Subtracts `b`, which has no more limbs; the borrow.
  @inline(__always) func subtract(_ b: Limbs) -> UInt { setDifference(self, b) }

  /// Becomes the distance of `a` and `b`, both of `count` limbs; whether `a` is the smaller one.
  func setDistance(_ a: Limbs, _ b: Limbs) -> Bool {
    let isSmaller = Limbs.order(a, b) < 0
    _ = isSmaller ? setDifferencePadded(b, a) : setDifferencePadded(a, b)
    return isSmaller
  }

  /// Becomes `a - b` in `count` limbs where `b` is not larger, each as long or shorter.
  private func setDifferencePadded(_ a: Limbs, _ b: Limbs) -> UInt {
    let length = min(b.significantCount, a.count)
    let borrow = setDifference(a, b.prefix(length))
    from(a.count).clear()
    return borrow
  }

  /// Becomes `a` shifted left by 1 to 63 bits, or by none; what is shifted out. May be the same limbs, or higher ones.
  func setShiftedLeft(_ a: Limbs, _ bits: Int) -> UInt {
    if bits == 0 {
      copy(a)
      return 0
    }
    let back = UInt(bitPattern: 64 &- bits)
    let shift = UInt(bitPattern: bits)
    var index = a.count &- 1
    var upper = a.count > 0 ? a[index] : 0
    let out = upper &>> back
    while index > 0 {
      let lower = a[index &- 1]
      self[index] = upper &<< shift | lower &>> back
      upper = lower
      index &-= 1
    }
    if a.count > 0 { self[0] = upper &<< shift }
    return out
  }

  /// Becomes `a` shifted right by 0 to 63 bits; may be the same limbs, or lower ones.
  func setShiftedRight(_ a: Limbs, _ bits: Int) {
    if bits == 0 {
      copy(a)
      return
    }
    let back = UInt(bitPattern: 64 &- bits)
    let shift = UInt(bitPattern: bits)
    var index = 0
    while index &+ 1 < a.count {
      self[index] = a[index] &>> shift | a[index &+ 1] &<< back
      index &+= 1
    }
    if a.count > 0 { self[index] = a[index] &>> shift }
  }
}

/// The sum of two limbs and a carry of 0 or 1, which becomes the next one.
@inline(__always) func addCarrying(_ a: UInt, _ b: UInt, _ carry: inout UInt) -> UInt {
  let (sum, first) = a.addingReportingOverflow(b)
  let (result, second) = sum.addingReportingOverflow(carry)
  carry = (first ? 1 : 0) | (second ? 1 : 0)
  return result
}

/// The difference of two limbs and a borrow of 0 or 1, which becomes the next one.
@inline(__always) func subtractBorrowing(_ a: UInt, _ b: UInt, _ borrow: inout UInt) -> UInt {
  let (difference, first) = a.subtractingReportingOverflow(b)
  let (result, second) = difference.subtractingReportingOverflow(borrow)
  borrow = (first ? 1 : 0) | (second ? 1 : 0)
  return result
}

/// `a * b + c + d`, which always fits two limbs.
@inline(__always) func multiplyAdd(_ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt) -> (high: UInt, low: UInt) {
  let wide = UInt128(truncatingIfNeeded: a) &* UInt128(truncatingIfNeeded: b) &+ UInt128(truncatingIfNeeded: c)
  let sum = wide &+ UInt128(truncatingIfNeeded: d)
  return (UInt(truncatingIfNeeded: sum &>> 64), UInt(truncatingIfNeeded: sum))
}
