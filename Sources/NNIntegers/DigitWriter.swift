/// Writes the digits of numbers in one base: long ones in halves, so that they take little more than a product.
struct DigitWriter {
  private var powers: DigitPowers
  private(set) var text: [UInt8] = []

  /// From how many limbs on halves are written instead of single limbs divided off; measured.
  private static let threshold = 24

  init(radix: Int) { powers = DigitPowers(radix: radix) }

  /// Appends the digits of a number, without its sign.
  mutating func write(_ number: BigInteger) {
    if powers.radix & (powers.radix &- 1) == 0 { return writeBits(number, powers.radix.trailingZeroBitCount) }
    if number.limbCount < DigitWriter.threshold { return writeLimbs(number, width: 1) }
    let bitsPerLimb = 63 - powers.limbPower.leadingZeroBitCount
    text.reserveCapacity((number.bitWidth / bitsPerLimb + 1) * powers.digitsPerLimb)
    var level = 0
    powers.extend(to: 0)
    while powers.powers[level].bitWidth * 2 - 2 < number.bitWidth {
      level += 1
      powers.extend(to: level)
    }
    write(number, level, width: 1)
  }

  mutating func writeSign() { text.append(UInt8(ascii: "-")) }

  /// Appends a number that is below the square of the power at `level`, with zeros before it up to `width`.
  private mutating func write(_ number: BigInteger, _ level: Int, width: Int) {
    if level == 0 || number.limbCount < DigitWriter.threshold { return writeLimbs(number, width: width) }
    let power = powers.powers[level]
    if number < power { return write(number, level - 1, width: width) }
    let (upper, lower) = number.magnitude.divided(by: power)
    write(upper, level - 1, width: width - powers.digits(level))
    write(lower, level - 1, width: powers.digits(level))
  }

  private mutating func writeLimbs(_ number: BigInteger, width: Int) {
    let shift = powers.limbPower.leadingZeroBitCount
    let reciprocal = Reciprocal(powers.limbPower << UInt(bitPattern: shift))
    number.withLimbs { limbs in
      // The number in base `limbPower` has at most one limb more for every 16 or so.
      withScratch(3 &* limbs.count &+ 2) { scratch in
        let rest = scratch.prefix(limbs.count)
        let pieces = scratch.from(limbs.count)
        rest.copy(limbs)
        var (length, count) = (limbs.count, 0)
        while length > 0 {
          let part = rest.prefix(length)
          pieces[count] = part.setQuotient(part, reciprocal, shift)
          count &+= 1
          length = part.significantCount
        }
        writePieces(pieces, count, width: width)
      }
    }
  }

  /// Appends limbs in base `limbPower`, the highest last; all but that one with all of their digits.
  private mutating func writePieces(_ pieces: Limbs, _ count: Int, width: Int) {
    var first = 0
    var top = count > 0 ? pieces[count &- 1] : 0
    while top > 0 {
      top /= powers.radix
      first &+= 1
    }
    let digits = max(count &- 1, 0) &* powers.digitsPerLimb &+ first
    text.append(contentsOf: repeatElement(48, count: max(digits, width)))
    var end = text.count
    let (radix, digitsPerLimb) = (powers.radix, powers.digitsPerLimb)
    var span = text.mutableSpan
    for index in 0..<count {
      DigitWriter.write(pieces[index], radix, end, &span)
      end &-= digitsPerLimb
    }
  }

  /// Writes the digits of a limb so that they end at `end`.
  @inline(__always)
  private static func write(_ piece: UInt, _ radix: UInt, _ end: Int, _ text: inout MutableSpan<UInt8>) {
    var (piece, place) = (piece, end)
    if radix == 10 {
      // In pairs, each of which waits for one product.
      while piece >= 10 {
        let rest = piece / 100
        let pair = piece &- rest &* 100
        let tens = (pair &* 103) &>> 10
        place &-= 2
        text[place] = 48 &+ UInt8(truncatingIfNeeded: tens)
        text[place &+ 1] = 48 &+ UInt8(truncatingIfNeeded: pair &- tens &* 10)
        piece = rest
      }
      if piece > 0 { text[place &- 1] = 48 &+ UInt8(truncatingIfNeeded: piece) }
      return
    }
    while piece > 0 {
      place &-= 1
      text[place] = digit(piece % radix)
      piece /= radix
    }
  }

  /// Appends digits of `shift` whole bits.
  private mutating func writeBits(_ number: BigInteger, _ shift: Int) {
    let mask: UInt = (1 << UInt(bitPattern: shift)) &- 1
    let digits = max((number.bitWidth + shift - 1) / shift, 1)
    let start = text.count
    text.append(contentsOf: repeatElement(48, count: digits))
    var place = text.count
    var text = text.mutableSpan
    number.withLimbs { limbs in
      // The bits that are not written yet, of a limb and of what the one before left.
      var (bits, count): (UInt, Int) = (0, 0)
      for index in 0..<limbs.count {
        var limb = limbs[index]
        var left = 64
        if count > 0 {
          let taken = shift &- count
          place &-= 1
          if place < start { return }
          text[place] = DigitWriter.digit((bits | limb &<< UInt(bitPattern: count)) & mask)
          limb = limb &>> UInt(bitPattern: taken)
          left &-= taken
        }
        while left >= shift && place > start {
          place &-= 1
          text[place] = DigitWriter.digit(limb & mask)
          limb = limb &>> UInt(bitPattern: shift)
          left &-= shift
        }
        (bits, count) = (limb, left)
      }
      if count > 0 && place > start { text[place &- 1] = DigitWriter.digit(bits & mask) }
    }
  }

  @inline(__always) private static func digit(_ value: UInt) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    return value < 10 ? 48 &+ value : 87 &+ value
  }
}
