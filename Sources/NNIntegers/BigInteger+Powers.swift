extension BigInteger {
  /// To the power of `exponent`, which is not negative. The caller bounds the size.
  public func power(_ exponent: Int) -> BigInteger {
    if exponent == 0 { return 1 }
    if isZero || exponent == 1 { return self }
    // A power of two among the factors is only shifted.
    let zeros = trailingZeroBitCount
    let odd = zeros == 0 ? self : self >> zeros
    var result = odd
    var bit = exponent.bitWidth - exponent.leadingZeroBitCount - 2
    while bit >= 0 {
      result = result.squared
      if exponent >> bit & 1 != 0 { result = result * odd }
      bit -= 1
    }
    let isOdd = exponent & 1 != 0
    return (zeros == 0 ? result : result << (zeros * exponent)).signed(isNegative && isOdd)
  }

  /// To the power of `exponent` modulo `modulus`: the exponent is not negative, the modulus more than 1, and this number
  /// between 0 and the modulus. `checkpoint` is called now and then; what it throws ends the work.
  public func power<E: Error>(
    _ exponent: BigInteger, modulo modulus: BigInteger, checkpoint: () throws(E) -> Void
  ) throws(E) -> BigInteger {
    if exponent.isZero { return 1 }
    if let small = modulus.smallMagnitude, let base = smallMagnitude {
      return BigInteger(exponent.smallPower(base, small))
    }
    if modulus.isOdd { return try montgomeryPower(exponent, modulus, checkpoint) }
    var result = self
    var bit = exponent.bitWidth - 2
    while bit >= 0 {
      try checkpoint()
      result = result.squared.remainder(by: modulus)
      if exponent.bit(bit) { result = (result * self).remainder(by: modulus) }
      bit -= 1
    }
    return result
  }

  /// `base` to the power of this number, modulo one limb.
  private func smallPower(_ base: UInt, _ modulus: UInt) -> UInt {
    let shift = UInt(bitPattern: modulus.leadingZeroBitCount)
    let reciprocal = Reciprocal(modulus << shift)
    /// a · b modulo the shifted modulus, where `a` is shifted.
    func product(_ a: UInt, _ b: UInt) -> UInt {
      let wide = a.multipliedFullWidth(by: b)
      return reciprocal.divide(wide.high, wide.low).remainder
    }
    return withLimbs { limbs in
      var result = base
      var bit = bitWidth - 2
      while bit >= 0 {
        result = product(result << shift, result) >> shift
        if limbs[bit / 64] >> UInt(bit % 64) & 1 != 0 { result = product(result << shift, base) >> shift }
        bit -= 1
      }
      return result
    }
  }

  /// By windows of bits that end in a one, on numbers in Montgomery's form.
  private func montgomeryPower<E: Error>(
    _ exponent: BigInteger, _ modulus: BigInteger, _ checkpoint: () throws(E) -> Void
  ) throws(E) -> BigInteger {
    let length = modulus.limbCount
    let window = BigInteger.window(exponent.bitWidth)
    let start = (self << (64 &* length)).remainder(by: modulus)
    return try modulus.withLimbs { (limbs) throws(E) in
      let ring = MontgomeryRing(limbs)
      return try BigInteger(isNegative: false, capacity: length) { (result) throws(E) in
        try withScratch(length << (window - 1) + 4 &* length) { (scratch) throws(E) in
          let product = scratch.prefix(2 &* length)
          let odd = OddPowers(scratch.from(2 &* length), length)
          start.withLimbs { odd.start($0, ring, product) }
          odd.fill(1 << (window - 1), ring, product)
          var bit = exponent.bitWidth - 1
          var isFirst = true
          while bit >= 0 {
            try checkpoint()
            if !exponent.bit(bit) {
              ring.square(result, product)
              bit -= 1
              continue
            }
            // The longest window from here that ends in a one.
            var low = max(bit - window + 1, 0)
            while !exponent.bit(low) { low += 1 }
            var value = 0
            for place in stride(from: bit, through: low, by: -1) {
              value = value << 1 | (exponent.bit(place) ? 1 : 0)
              if !isFirst { ring.square(result, product) }
            }
            if isFirst {
              result.copy(odd[value >> 1])
            } else {
              ring.multiply(result, odd[value >> 1], product)
            }
            isFirst = false
            bit = low - 1
          }
          // Out of Montgomery's form: a product with 1.
          product.clear()
          product.copy(result)
          ring.reduce(product, into: result)
        }
      }
    }
  }

  /// The bits of a window that save most products.
  private static func window(_ bits: Int) -> Int {
    switch bits {
    case ...8: 1
    case ...24: 2
    case ...80: 3
    case ...240: 4
    case ...672: 5
    default: 6
    }
  }
}

/// The odd powers of a number, one behind the other, and a place for its square.
private struct OddPowers {
  private let square: Limbs
  private let table: Limbs
  private let length: Int

  init(_ memory: Limbs, _ length: Int) {
    square = memory.prefix(length)
    table = memory.from(length)
    self.length = length
  }

  subscript(index: Int) -> Limbs { table.part(index &* length, (index &+ 1) &* length) }

  func start(_ base: Limbs, _ ring: MontgomeryRing, _ product: Limbs) {
    self[0].clear()
    self[0].copy(base)
    square.copy(self[0])
    ring.square(square, product)
  }

  func fill(_ count: Int, _ ring: MontgomeryRing, _ product: Limbs) {
    for index in 1..<max(count, 1) {
      self[index].copy(self[index &- 1])
      ring.multiply(self[index], square, product)
    }
  }
}

/// Products modulo an odd number, of numbers that stand for themselves times 2^(64 n): the reduction then needs no
/// division (Montgomery, "Modular multiplication without trial division", 1985).
struct MontgomeryRing {
  private let modulus: Limbs
  /// -1 / modulus modulo 2^64.
  private let inverse: UInt

  init(_ modulus: Limbs) {
    self.modulus = modulus
    // Each of Newton's steps doubles the bits that are right, from three.
    let lowest = modulus[0]
    var inverse = lowest
    for _ in 0..<5 { inverse = inverse &* (2 &- lowest &* inverse) }
    self.inverse = 0 &- inverse
  }

  /// `a` becomes the product of both.
  func multiply(_ a: Limbs, _ b: Limbs, _ product: Limbs) {
    product.setProduct(a, b)
    reduce(product, into: a)
  }

  func square(_ a: Limbs, _ product: Limbs) {
    product.setSquare(a)
    reduce(product, into: a)
  }

  /// `result` becomes `product` divided by 2^(64 n) modulo the modulus; `product` is spent.
  func reduce(_ product: Limbs, into result: Limbs) {
    let length = modulus.count
    var row = 0
    while row < length {
      let place = product.part(row, row &+ length)
      // The carry takes the place of the limb that has become 0.
      let carry = place.addProduct(modulus, limb: place[0] &* inverse)
      place[0] = carry
      row &+= 1
    }
    let carry = result.setSum(product.from(length), product.prefix(length))
    if carry != 0 || Limbs.order(result, modulus) >= 0 { _ = result.subtract(modulus) }
  }
}
