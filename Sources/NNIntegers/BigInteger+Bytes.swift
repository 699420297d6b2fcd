extension BigInteger {
  /// The number that bytes write in base 256, the lowest byte first; in two's complement where it is signed.
  public init(littleEndian bytes: [UInt8], isSigned: Bool) {
    let isNegative = isSigned && (bytes.last ?? 0) >= 0x80
    let count = (bytes.count + 7) / 8
    let padding: UInt8 = isNegative ? 0xFF : 0
    let mask: UInt = isNegative ? .max : 0
    self.init(isNegative: isNegative, capacity: count + 1) { limbs in
      for index in 0..<count {
        var limb: UInt = 0
        for place in 0..<8 {
          let byte = index * 8 + place < bytes.count ? bytes[index * 8 + place] : padding
          limb |= UInt(byte) << UInt(place * 8)
        }
        limbs[index] = limb ^ mask
      }
      limbs[count] = 0
      if isNegative { limbs[count] = limbs.setSum(limbs.prefix(count), limb: 1) }
    }
  }

  /// The bytes in base 256, the lowest first, in two's complement where it is signed. Nil where `count` bytes do not
  /// hold the number.
  public func littleEndian(count: Int, isSigned: Bool) -> [UInt8]? {
    if isNegative && !isSigned { return nil }
    let bits = isNegative ? (~self).bitWidth : bitWidth
    if count < 0 || bits + (isSigned ? 1 : 0) > count.multipliedReportingOverflow(by: 8).partialValue {
      if !(isZero && count == 0) { return nil }
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var carry = isNegative
    withLimbs { limbs in
      for index in 0..<count {
        let limb = index / 8 < limbs.count ? limbs[index / 8] : 0
        var byte = UInt8(truncatingIfNeeded: limb >> UInt(index % 8 * 8))
        if isNegative {
          byte = ~byte
          if carry { (byte, carry) = byte.addingReportingOverflow(1) }
        }
        bytes[index] = byte
      }
    }
    return bytes
  }
}
