import NNIntegers

/// Numbers from a fixed seed (SplitMix64), many of them with long runs of equal bits, where carries run far.
struct NumberSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(bits() % UInt64(limit)) }

  /// A number of at most `limbs` limbs.
  mutating func number(_ limbs: Int, isSigned: Bool = true) -> BigInteger {
    let count = 1 + below(limbs)
    var bytes: [UInt8] = []
    let kind = below(3)
    for _ in 0..<count {
      var limb = bits()
      if kind == 0 { limb = limb & 3 == 0 ? limb : limb & 1 == 0 ? 0 : .max }
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: limb >> (8 * UInt64(place)))) }
    }
    let magnitude = BigInteger(littleEndian: bytes, isSigned: false) >> below(64)
    return isSigned && bits() & 1 == 0 ? -magnitude : magnitude
  }
}
