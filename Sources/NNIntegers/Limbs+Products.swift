/// Products: of a limb, by rows, and Karatsuba's.
extension Limbs {
  /// Becomes `a * limb + carry` in `a.count` limbs; the limb above.
  @inline(__always) func setProduct(_ a: Limbs, limb: UInt, carry: UInt = 0) -> UInt {
    var carry = carry
    var index = 0
    while index < a.count {
      let (high, low) = multiplyAdd(a[index], limb, carry, 0)
      self[index] = low
      carry = high
      index &+= 1
    }
    return carry
  }

  /// Adds `a * limb` to the lowest `a.count` limbs; the limb above.
  @inline(__always) func addProduct(_ a: Limbs, limb: UInt) -> UInt {
    var carry: UInt = 0
    var index = 0
    let unrolled = a.count & ~3
    while index < unrolled {
      addProductLimb(a, limb, index, &carry)
      addProductLimb(a, limb, index &+ 1, &carry)
      addProductLimb(a, limb, index &+ 2, &carry)
      addProductLimb(a, limb, index &+ 3, &carry)
      index &+= 4
    }
    while index < a.count {
      addProductLimb(a, limb, index, &carry)
      index &+= 1
    }
    return carry
  }

  @inline(__always) private func addProductLimb(_ a: Limbs, _ limb: UInt, _ index: Int, _ carry: inout UInt) {
    let (high, low) = multiplyAdd(a[index], limb, self[index], carry)
    self[index] = low
    carry = high
  }

  /// Subtracts `a * limb` from the lowest `a.count` limbs; what the limb above has to lose.
  @inline(__always) func subtractProduct(_ a: Limbs, limb: UInt) -> UInt {
    var carry: UInt = 0
    var index = 0
    while index < a.count {
      let (high, low) = multiplyAdd(a[index], limb, carry, 0)
      let (difference, overflow) = self[index].subtractingReportingOverflow(low)
      self[index] = difference
      carry = high &+ (overflow ? 1 : 0)
      index &+= 1
    }
    return carry
  }

  /// Becomes `a * b` in `a.count + b.count` limbs; overlaps neither.
  func setProduct(_ a: Limbs, _ b: Limbs) {
    if a.count < b.count { return setProduct(b, a) }
    if b.count == 0 { return clear() }
    if b.count < Limbs.karatsubaThreshold {
      setProductByRows(a, b)
    } else if a.count == b.count {
      withScratch(Limbs.scratchCount(a.count)) { setEvenProduct(a, b, $0) }
    } else {
      setUnevenProduct(a, b)
    }
  }

  /// Becomes the square of `a` in `2 * a.count` limbs; does not overlap it.
  func setSquare(_ a: Limbs) {
    if a.count == 0 { return clear() }
    if a.count < Limbs.squareThreshold {
      setSquareByRows(a)
    } else {
      withScratch(Limbs.scratchCount(a.count)) { setEvenSquare(a, $0) }
    }
  }

  /// From how many limbs on Karatsuba's product and square are faster than rows; measured.
  static let karatsubaThreshold = 36
  static let squareThreshold = 56

  // MARK: By rows

  private func setProductByRows(_ a: Limbs, _ b: Limbs) {
    self[a.count] = setProduct(a, limb: b[0])
    var row = 1
    while row < b.count {
      self[row &+ a.count] = from(row).addProduct(a, limb: b[row])
      row &+= 1
    }
  }

  /// The products of unlike limbs once, twice that, and the squares of the limbs.
  private func setSquareByRows(_ a: Limbs) {
    let length = a.count
    self[0] = 0
    self[2 &* length &- 1] = 0
    if length > 1 {
      self[length] = part(1, length).setProduct(a.from(1), limb: a[0])
      var row = 1
      while row &+ 1 < length {
        self[row &+ length] = part(2 &* row &+ 1, row &+ length).addProduct(a.from(row &+ 1), limb: a[row])
        row &+= 1
      }
    }
    addSquares(a)
  }

  private func addSquares(_ a: Limbs) {
    var carry: UInt = 0
    var shifted: UInt = 0
    var index = 0
    while index < a.count {
      let low = self[2 &* index]
      let high = self[2 &* index &+ 1]
      let square = a[index].multipliedFullWidth(by: a[index])
      self[2 &* index] = addCarrying(low &<< 1 | shifted, square.low, &carry)
      self[2 &* index &+ 1] = addCarrying(high &<< 1 | low &>> 63, square.high, &carry)
      shifted = high &>> 63
      index &+= 1
    }
  }

  // MARK: Karatsuba

  /// How much scratch a product of two times `length` limbs needs.
  static func scratchCount(_ length: Int) -> Int { 2 &* length &+ 2 &* 64 }

  /// a = a1 x + a0, b = b1 x + b0: three products of half the size instead of four.
  private func setEvenProduct(_ a: Limbs, _ b: Limbs, _ scratch: Limbs) {
    let length = a.count
    if length < Limbs.karatsubaThreshold { return setProductByRows(a, b) }
    let half = (length &+ 1) / 2
    let (a0, a1) = (a.prefix(half), a.from(half))
    let (b0, b1) = (b.prefix(half), b.from(half))
    let middle = scratch.prefix(2 &* half)
    let rest = scratch.from(2 &* half)
    // The distances stand where the outer products will.
    let aIsNegative = prefix(half).setDistance(a1, a0)
    let bIsNegative = part(half, 2 &* half).setDistance(b1, b0)
    middle.setEvenProduct(prefix(half), part(half, 2 &* half), rest)
    prefix(2 &* half).setEvenProduct(a0, b0, rest)
    part(2 &* half, 2 &* length).setEvenProduct(a1, b1, rest)
    addMiddle(middle, isNegative: aIsNegative == bIsNegative, half)
  }

  private func setEvenSquare(_ a: Limbs, _ scratch: Limbs) {
    let length = a.count
    if length < Limbs.squareThreshold { return setSquareByRows(a) }
    let half = (length &+ 1) / 2
    let middle = scratch.prefix(2 &* half)
    let rest = scratch.from(2 &* half)
    _ = prefix(half).setDistance(a.from(half), a.prefix(half))
    middle.setEvenSquare(prefix(half), rest)
    prefix(2 &* half).setEvenSquare(a.prefix(half), rest)
    part(2 &* half, 2 &* length).setEvenSquare(a.from(half), rest)
    addMiddle(middle, isNegative: true, half)
  }

  /// Adds `low + high ± middle`, where low and high are the outer products that stand here, at the place `half`.
  private func addMiddle(_ middle: Limbs, isNegative: Bool, _ half: Int) {
    let low = prefix(2 &* half)
    let high = from(2 &* half)
    // The sum is not negative, whatever the carries on the way.
    var carry =
      isNegative ? 0 &- middle.setDifference(low, middle) : middle.add(low)
    carry &+= middle.add(high.prefix(min(high.count, middle.count)))
    let place = from(half)
    carry &+= place.prefix(2 &* half).add(middle)
    _ = place.from(2 &* half).setSum(place.from(2 &* half), limb: carry)
  }

  /// Cuts the longer factor into pieces of the shorter one's size.
  private func setUnevenProduct(_ a: Limbs, _ b: Limbs) {
    let size = b.count
    clear()
    withScratch(2 &* size) { product in
      var start = 0
      while start < a.count {
        let piece = a.part(start, min(start &+ size, a.count))
        let result = product.prefix(piece.count &+ size)
        result.setProduct(piece, b)
        _ = from(start).add(result)
        start &+= size
      }
    }
  }
}
