/// Digits in bases from 2 to 36, both ways in halves, so that long texts take little more than a product.
extension BigInteger {
  /// The digits, lower case, behind a minus sign for a negative number.
  public func digits(radix: Int) -> [UInt8] {
    if isZero { return [48] }
    var writer = DigitWriter(self, radix: radix)
    return writer.text(magnitude)
  }

  /// The number that digits of a base write, without sign; nil where one is none, or none are there.
  public init?(digits: [UInt8], radix: Int) {
    guard !digits.isEmpty, let reader = DigitReader(digits, radix: radix) else { return nil }
    self = reader.number()
  }
}

/// Writes the digits of one number.
private struct DigitWriter {
  private var powers: DigitPowers
  private let isNegative: Bool
  private let shift: Int?
  private var text: [UInt8]

  /// From how many limbs on halves are written instead of single limbs divided off; measured.
  private static let threshold = 24

  init(_ number: BigInteger, radix: Int) {
    powers = DigitPowers(radix: radix)
    isNegative = number.isNegative
    shift = radix & (radix - 1) == 0 ? radix.trailingZeroBitCount : nil
    // A digit has more bits than 7 / 8 of the logarithm's upper neighbour: never too few places.
    let bits = shift ?? 0
    let digits =
      bits > 0
      ? (number.bitWidth + bits - 1) / bits
      : (number.limbCount * 64 / (powers.limbPower.bitWidth - powers.limbPower.leadingZeroBitCount - 1) + 1)
        * powers.digitsPerLimb
    text = [UInt8](repeating: 48, count: digits + 1)
  }

  mutating func text(_ magnitude: BigInteger) -> [UInt8] {
    if let shift {
      writeBits(magnitude, shift)
    } else {
      var level = 0
      while powers.powers[level].bitWidth * 2 - 2 < magnitude.bitWidth {
        level += 1
        powers.extend(to: level)
      }
      write(magnitude, level, text.count)
    }
    let start = text.firstIndex { $0 != 48 } ?? text.count - 1
    if isNegative { text[start - 1] = 45 }
    return Array(text[(isNegative ? start - 1 : start)...])
  }

  /// Writes a number, which is below the square of the power at `level`, so that it ends at `end`.
  private mutating func write(_ number: BigInteger, _ level: Int, _ end: Int) {
    if number.isZero { return }
    if level == 0 || number.limbCount < DigitWriter.threshold { return writeLimbs(number, end) }
    let power = powers.powers[level]
    if number < power { return write(number, level - 1, end) }
    let (upper, lower) = number.divided(by: power)
    write(upper, level - 1, end - powers.digits(level))
    write(lower, level - 1, end)
  }

  private mutating func writeLimbs(_ number: BigInteger, _ end: Int) {
    var end = end
    let radix = powers.radix
    let digitsPerLimb = powers.digitsPerLimb
    let shift = powers.limbPower.leadingZeroBitCount
    let reciprocal = Reciprocal(powers.limbPower << UInt(shift))
    number.withLimbs { limbs in
      withScratch(limbs.count) { rest in
        rest.copy(limbs)
        var length = limbs.count
        while length > 0 {
          let part = rest.prefix(length)
          var limb = part.setQuotient(part, reciprocal, shift)
          length = part.significantCount
          var place = end
          while limb > 0 {
            place -= 1
            text[place] = DigitWriter.digit(radix == 10 ? limb % 10 : limb % radix)
            limb = radix == 10 ? limb / 10 : limb / radix
          }
          end -= digitsPerLimb
        }
      }
    }
  }

  /// Digits of whole bits.
  private mutating func writeBits(_ number: BigInteger, _ shift: Int) {
    let mask: UInt = (1 << UInt(shift)) - 1
    number.withLimbs { limbs in
      var place = text.count
      var bit = 0
      let width = limbs.count * 64
      while bit < width && place > 0 {
        let (index, offset) = (bit / 64, UInt(bit % 64))
        var value = limbs[index] >> offset
        if offset > 64 - UInt(shift) && index + 1 < limbs.count { value |= limbs[index + 1] << (64 - offset) }
        place -= 1
        text[place] = DigitWriter.digit(value & mask)
        bit += shift
      }
    }
  }

  private static func digit(_ value: UInt) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    return value < 10 ? 48 + value : 87 + value
  }
}

/// Reads digits.
private struct DigitReader {
  private var powers: DigitPowers
  private let values: [UInt8]

  /// Up to how many limbs are read one after the other.
  private static let threshold = 32

  init?(_ digits: [UInt8], radix: Int) {
    powers = DigitPowers(radix: radix)
    var values: [UInt8] = []
    values.reserveCapacity(digits.count)
    for digit in digits {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 97...122: value = digit - 87
      case 65...90: value = digit - 55
      default: return nil
      }
      guard value < radix else { return nil }
      values.append(value)
    }
    self.values = values
    if radix & (radix - 1) == 0 { return }
    var level = 0
    while powers.digits(level + 1) < values.count { level += 1 }
    powers.extend(to: level)
  }

  func number() -> BigInteger {
    let radix = powers.radix
    if radix & (radix - 1) == 0 { return bits(radix.trailingZeroBitCount) }
    return number(values[...], powers.powers.count - 1)
  }

  private func number(_ digits: ArraySlice<UInt8>, _ level: Int) -> BigInteger {
    if digits.count <= powers.digitsPerLimb * DigitReader.threshold { return limbs(digits) }
    let count = powers.digits(level)
    if digits.count <= count { return number(digits, level - 1) }
    let upper = number(digits.dropLast(count), level - 1)
    return upper * powers.powers[level] + number(digits.suffix(count), level - 1)
  }

  private func limbs(_ digits: ArraySlice<UInt8>) -> BigInteger {
    let capacity = digits.count / powers.digitsPerLimb + 1
    return BigInteger(isNegative: false, capacity: capacity) { limbs in
      limbs.clear()
      var length = 0
      var index = digits.startIndex
      // The first piece takes what is left over.
      var end = index + digits.count % powers.digitsPerLimb
      while index < digits.endIndex {
        var (piece, power) = (UInt(0), UInt(1))
        while index < end {
          piece = piece &* powers.radix &+ UInt(digits[index])
          power = power &* powers.radix
          index += 1
        }
        let part = limbs.prefix(length)
        let carry = part.setProduct(part, limb: power, carry: piece)
        if carry != 0 {
          limbs[length] = carry
          length += 1
        }
        end += powers.digitsPerLimb
      }
    }
  }

  /// Digits of whole bits.
  private func bits(_ shift: Int) -> BigInteger {
    BigInteger(isNegative: false, capacity: (values.count * shift + 63) / 64) { limbs in
      limbs.clear()
      var bit = 0
      for value in values.reversed() {
        let (index, offset) = (bit / 64, UInt(bit % 64))
        limbs[index] |= UInt(value) << offset
        if offset > 64 - UInt(shift) {
          let spill = UInt(value) >> (64 - offset)
          if spill != 0 { limbs[index + 1] |= spill }
        }
        bit += shift
      }
    }
  }
}
