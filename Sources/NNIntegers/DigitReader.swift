/// Reads digits of a base: many of them in halves.
struct DigitReader {
  private var powers: DigitPowers
  private let digits: [UInt8]

  /// Up to how many limbs are read one after the other.
  private static let threshold = 32

  /// Nil where one is no digit of the base.
  init?(_ digits: [UInt8], radix: Int) {
    powers = DigitPowers(radix: radix)
    self.digits = digits
    for digit in digits where DigitReader.value(digit) >= UInt(radix) { return nil }
    if radix & (radix - 1) == 0 || digits.count <= powers.digitsPerLimb * DigitReader.threshold { return }
    var level = 0
    while powers.digits(level + 1) < digits.count { level += 1 }
    powers.extend(to: level)
  }

  func number() -> BigInteger {
    let radix = powers.radix
    if radix & (radix &- 1) == 0 { return bits(radix.trailingZeroBitCount) }
    return number(0, digits.count, powers.powers.count - 1)
  }

  private func number(_ start: Int, _ end: Int, _ level: Int) -> BigInteger {
    if end - start <= powers.digitsPerLimb * DigitReader.threshold { return limbs(start, end) }
    let count = powers.digits(level)
    if end - start <= count { return number(start, end, level - 1) }
    let upper = number(start, end - count, level - 1)
    return upper * powers.powers[level] + number(end - count, end, level - 1)
  }

  private func limbs(_ start: Int, _ end: Int) -> BigInteger {
    let capacity = (end - start) / powers.digitsPerLimb + 1
    return BigInteger(isNegative: false, capacity: capacity) { limbs in
      var length = 0
      var index = start
      // The first piece takes what is left over.
      var stop = start + (end - start) % powers.digitsPerLimb
      while index < end {
        var (piece, power) = (UInt(0), index == start ? UInt(1) : powers.limbPower)
        while index < stop {
          piece = piece &* powers.radix &+ DigitReader.value(digits[index])
          index &+= 1
        }
        if length == 0 { power = 0 }
        let part = limbs.prefix(length)
        let carry = part.setProduct(part, limb: power, carry: piece)
        if carry != 0 {
          limbs[length] = carry
          length &+= 1
        }
        stop &+= powers.digitsPerLimb
      }
      limbs.from(length).clear()
    }
  }

  /// Digits of whole bits.
  private func bits(_ shift: Int) -> BigInteger {
    BigInteger(isNegative: false, capacity: (digits.count * shift + 63) / 64) { limbs in
      var (limb, count, place): (UInt, Int, Int) = (0, 0, 0)
      var index = digits.count
      while index > 0 {
        index &-= 1
        let value = DigitReader.value(digits[index])
        limb |= value &<< UInt(bitPattern: count)
        count &+= shift
        if count >= 64 {
          limbs[place] = limb
          place &+= 1
          count &-= 64
          limb = count == 0 ? 0 : value &>> UInt(bitPattern: shift &- count)
        }
      }
      if count > 0 { limbs[place] = limb }
    }
  }

  @inline(__always) private static func value(_ digit: UInt8) -> UInt {
    switch digit {
    case 48...57: UInt(digit) &- 48
    case 97...122: UInt(digit) &- 87
    case 65...90: UInt(digit) &- 55
    default: 99
    }
  }
}
