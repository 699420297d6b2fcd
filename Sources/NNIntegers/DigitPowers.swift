/// What writing and reading in a base needs: how many digits a limb holds, and powers of the base.
struct DigitPowers {
  let radix: UInt
  /// The digits that always fit a limb, and the base to the power of them.
  let digitsPerLimb: Int
  let limbPower: UInt
  /// The base to the power of `digitsPerLimb`, of twice that, of four times that, …, as far as they are needed.
  private(set) var powers: [BigInteger] = []

  init(radix: Int) {
    self.radix = UInt(radix)
    if radix == 10 {
      (digitsPerLimb, limbPower) = (19, 10_000_000_000_000_000_000)
      return
    }
    var (power, digits) = (UInt(radix), 1)
    while true {
      let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix))
      if overflow { break }
      power = next
      digits += 1
    }
    digitsPerLimb = digits
    limbPower = power
  }

  /// The digits that the power at `level` has places for.
  func digits(_ level: Int) -> Int { digitsPerLimb << level }

  /// Makes the powers up to a level.
  mutating func extend(to level: Int) {
    if powers.isEmpty { powers.append(BigInteger(limbPower)) }
    while powers.count <= level { powers.append(powers[powers.count - 1].squared) }
  }
}
