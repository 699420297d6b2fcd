/// An integer of any size: a sign and a magnitude of 64-bit limbs. Up to four limbs stand in the value itself, so that
/// arithmetic modulo 128-bit numbers allocates nothing.
public struct BigInteger {
  /// How many limbs the magnitude has, negative for a negative number. The top limb is not 0.
  @usableFromInline let signedCount: Int
  @usableFromInline let store: LimbStore

  @inlinable @inline(__always) init(signedCount: Int, store: LimbStore) {
    self.signedCount = signedCount
    self.store = store
  }

  /// 0.
  @inline(__always) public init() { self.init(isNegative: false, magnitude: 0) }

  @inline(__always) public init(_ value: Int) { self.init(isNegative: value < 0, magnitude: value.magnitude) }
  @inline(__always) public init(_ value: UInt) { self.init(isNegative: false, magnitude: value) }
  @inline(__always) public init(_ value: UInt64) { self.init(isNegative: false, magnitude: UInt(value)) }

  @inline(__always) init(isNegative: Bool, magnitude: UInt) {
    let count = magnitude == 0 ? 0 : isNegative ? -1 : 1
    self.init(signedCount: count, store: LimbStore((magnitude, 0, 0, 0)))
  }

  @inline(__always) init(isNegative: Bool, wide magnitude: UInt128) {
    self.init(isNegative: isNegative, magnitude: (magnitude, 0))
  }

  /// The number whose magnitude `body` writes: all of `capacity` limbs, at most so many of them significant.
  @inline(__always)
  init<E: Error>(isNegative: Bool, capacity: Int, _ body: (Limbs) throws(E) -> Void) throws(E) {
    var count = 0
    let store = try LimbStore(capacity: capacity, count: &count, body)
    self.init(signedCount: isNegative ? 0 &- count : count, store: store)
  }

  /// The same magnitude with a sign.
  @inline(__always) func signed(_ isNegative: Bool) -> BigInteger {
    BigInteger(signedCount: isNegative ? 0 &- limbCount : limbCount, store: store)
  }

  // MARK: Properties

  /// How many limbs the magnitude has.
  @inline(__always) var limbCount: Int { signedCount < 0 ? 0 &- signedCount : signedCount }
  public var isZero: Bool { signedCount == 0 }
  public var isNegative: Bool { signedCount < 0 }
  public var isOdd: Bool { lowestLimb & 1 != 0 }
  public var magnitude: BigInteger { signed(false) }

  private var lowestLimb: UInt {
    limbCount <= LimbStore.inlineCapacity ? store.values.0 : withLimbs { $0[0] }
  }

  /// The magnitude where it has one limb at most.
  @inline(__always) var smallMagnitude: UInt? { limbCount <= 1 ? store.values.0 : nil }

  /// The magnitude where it has two limbs at most.
  @inline(__always) var wideMagnitude: UInt128? {
    limbCount <= 2 ? UInt128(store.values.1, store.values.0) : nil
  }

  /// The limbs of the magnitude, not to be written.
  @inline(__always) func withLimbs<R, E: Error>(_ body: (Limbs) throws(E) -> R) throws(E) -> R {
    try store.withLimbs(limbCount, body)
  }

  /// The bits of the magnitude, without leading zeros.
  public var bitWidth: Int {
    if let small = smallMagnitude { return 64 &- small.leadingZeroBitCount }
    return withLimbs { $0.count &* 64 &- $0[$0.count &- 1].leadingZeroBitCount }
  }

  /// The zeros below the lowest one of the magnitude; 0 for 0.
  public var trailingZeroBitCount: Int {
    withLimbs { limbs in
      var index = 0
      while index < limbs.count && limbs[index] == 0 { index &+= 1 }
      return index == limbs.count ? 0 : index &* 64 &+ limbs[index].trailingZeroBitCount
    }
  }

  /// The ones among the bits of the magnitude.
  public var nonzeroBitCount: Int {
    withLimbs { limbs in
      var count = 0
      for index in 0..<limbs.count { count &+= limbs[index].nonzeroBitCount }
      return count
    }
  }

  /// The lowest 64 bits in two's complement.
  public var lowWord: UInt { isNegative ? 0 &- lowestLimb : lowestLimb }

  /// The remainder of the magnitude modulo 2^61 - 1, of which Python's hashes are made.
  public var hashRemainder: Int {
    let modulus: UInt = (1 << 61) - 1
    return withLimbs { limbs in
      var sum: UInt = 0
      var index = limbs.count
      // 2^64 is 8 modulo 2^61 - 1.
      while index > 0 {
        index &-= 1
        let limb = (limbs[index] & modulus) &+ limbs[index] &>> 61
        sum = ((sum &<< 3) & modulus) &+ sum &>> 58 &+ limb
        sum = (sum & modulus) &+ sum &>> 61
        if sum >= modulus { sum &-= modulus }
      }
      return Int(bitPattern: sum)
    }
  }
}

extension BigInteger: ExpressibleByIntegerLiteral {
  @inline(__always) public init(integerLiteral value: Int) { self.init(value) }
}

extension BigInteger: CustomStringConvertible {
  public var description: String { String(decoding: digits(radix: 10), as: UTF8.self) }
}

extension Int {
  /// The same number, nil where it needs more than 64 bits.
  @inline(__always) public init?(exactly value: BigInteger) {
    guard let magnitude = value.smallMagnitude else { return nil }
    if value.isNegative {
      guard magnitude <= 1 << 63 else { return nil }
      self = Int(bitPattern: 0 &- magnitude)
    } else {
      guard magnitude < 1 << 63 else { return nil }
      self = Int(bitPattern: magnitude)
    }
  }

  /// The nearest number of 64 bits.
  public init(clamping value: BigInteger) { self = Int(exactly: value) ?? (value.isNegative ? .min : .max) }
}

extension UInt64 {
  /// The same number, nil where it is negative or needs more than 64 bits.
  public init?(exactly value: BigInteger) {
    guard let magnitude = value.smallMagnitude, !value.isNegative else { return nil }
    self = UInt64(magnitude)
  }
}
