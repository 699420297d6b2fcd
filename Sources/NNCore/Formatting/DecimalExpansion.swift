/// A binary float whose `description` gives the shortest digits that read back as the same value.
protocol ShortestDigits: BinaryFloatingPoint, LosslessStringConvertible {
  /// Where NumPy's scalars of this type switch to scientific notation.
  static var scalarCutoff: Double { get }
  /// `numpy.finfo(dtype).precision`: the number of decimal digits that always survive.
  static var decimalPrecision: Int { get }
  /// The fewest digits that identify the finite magnitude among the values of its type, the nearest to it where
  /// several would do.
  var shortestDigits: DecimalDigits { get }
}

extension ShortestDigits {
  var shortestDigits: DecimalDigits { DecimalDigits(description: magnitude.description) }
}

extension Double: ShortestDigits {
  static var scalarCutoff: Double { 1e16 }
  static var decimalPrecision: Int { 15 }
}

extension Float: ShortestDigits {
  static var scalarCutoff: Double { 1e6 }
  static var decimalPrecision: Int { 6 }
}

extension Float16: ShortestDigits {
  static var scalarCutoff: Double { 1e3 }
  static var decimalPrecision: Int { 3 }
  /// `description` writes whole numbers out, so the lengths are tried.
  var shortestDigits: DecimalDigits {
    let exact = DecimalDigits(exact: Double(self))
    for count in 1..<5 {
      let digits = exact.rounded(keeping: count)
      if Float16(digits.doubleValue) == magnitude { return digits.trimmed }
      // Above a power of two the values lie twice as far apart as below it, so only the farther neighbour may do.
      let above = exact.roundedUp(keeping: count)
      if Float16(above.doubleValue) == magnitude { return above.trimmed }
    }
    return exact.rounded(keeping: 5).trimmed
  }
}

extension DecimalDigits {
  /// Where the digits of a float are cut.
  enum Cut {
    /// After that many significant digits.
    case significant(Int)
    /// After that many digits behind the decimal point.
    case fraction(Int)
  }

  /// The digits of `ShortestDigits.shortestDigits`.
  init(shortest value: some ShortestDigits) {
    self = value.shortestDigits
  }

  /// The digits of a positive number as Swift writes it: `12.5`, `0.001`, `1e-05`. It has at most 18 digits.
  fileprivate init(description: String) {
    var significand: UInt64 = 0
    var count = 0
    var integerDigits = 0
    var leadingFractionZeros = 0
    var isBehindPoint = false
    var isExponentNegative = false
    var exponent = 0
    let bytes = description.utf8.span
    var index = 0
    scan: while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      switch byte {
      case 48...57:
        significand = significand &* 10 &+ UInt64(byte &- 48)
        if significand == 0 {
          if isBehindPoint { leadingFractionZeros &+= 1 }
        } else {
          count &+= 1
          if !isBehindPoint { integerDigits &+= 1 }
        }
      case UInt8(ascii: "."): isBehindPoint = true
      default: break scan
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      index &+= 1
      if byte == UInt8(ascii: "-") { isExponentNegative = true }
      if byte >= 48 && byte <= 57 { exponent = exponent &* 10 &+ Int(byte &- 48) }
    }
    while significand != 0 && significand % 10 == 0 {
      significand /= 10
      count &-= 1
    }
    let position = integerDigits > 0 ? integerDigits &- 1 : -leadingFractionZeros &- 1
    self.init(
      significand: significand, count: count, exponent: position &+ (isExponentNegative ? -exponent : exponent))
  }

  /// All digits of the magnitude of finite `value`, without rounding (at most 767).
  init(exact value: Double) {
    guard value != 0 else {
      self = .zero
      return
    }
    let isNormal = value.isNormal
    var significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    var power = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    while significand & 1 == 0 {
      significand >>= 1
      power += 1
    }
    // significand × 2^power is written as an integer over 10^places: for negative powers 2^-n is 5^n / 10^n.
    var limbs = [UInt32(significand % DecimalDigits.limbBase), UInt32(significand / DecimalDigits.limbBase)]
    DecimalDigits.multiply(&limbs, by: power < 0 ? 5 : 2, times: abs(power))
    let digits = DecimalDigits.digits(of: limbs)
    self.init(digits: digits, exponent: digits.count - 1 + min(power, 0))
  }

  /// The exact magnitude of finite `value` rounded half to even at `cut`.
  init(_ value: Double, cutAt cut: Cut) {
    let shortest = DecimalDigits(shortest: value)
    let kept: Int
    switch cut {
    case .significant(let count): kept = count
    case .fraction(let count): kept = count + shortest.exponent + 1
    }
    if kept < shortest.count {
      // The shortest digits lie on the same side of every rounding boundary as the exact value, unless they are
      // the boundary: a boundary between the two would be shorter than, or as short as and nearer than, they are.
      if !shortest.isTie(keeping: kept) {
        self = shortest.rounded(keeping: kept)
        return
      }
    } else if kept <= 15, value.isNormal || value == 0 {
      // Up to 15 digits survive the way through a normal double, so the next digits round away.
      self = shortest
      return
    }
    let exact = DecimalDigits(exact: value)
    switch cut {
    case .significant: self = exact.rounded(keeping: kept)
    case .fraction(let count): self = exact.rounded(keeping: count + exact.exponent + 1)
    }
  }

  /// More digits of finite `value` than the shortest, as NumPy's unique mode gives them: the exact value rounded at
  /// `cut`, but above where only that identifies the value. (The values above a power of two lie twice as far apart
  /// as those below, so that the nearest digits may belong to the neighbour below.)
  init<Binary: ShortestDigits>(extending value: Binary, to cut: Cut) {
    let exactValue = Double(value)
    let nearest = DecimalDigits(exactValue, cutAt: cut)
    self = nearest
    guard value.magnitude.significand == 1, !nearest.identifies(value) else { return }
    let exact = DecimalDigits(exact: exactValue)
    let above: DecimalDigits
    switch cut {
    case .significant(let count): above = exact.roundedUp(keeping: count)
    case .fraction(let count): above = exact.roundedUp(keeping: count + exact.exponent + 1)
    }
    if above.identifies(value) { self = above }
  }

  /// Whether the digits read back as the magnitude of `value`.
  private func identifies<Binary: ShortestDigits>(_ value: Binary) -> Bool {
    let text = String(decoding: asciiDigits, as: UTF8.self) + "e\(lastPosition)"
    return Binary(text) == value.magnitude
  }

  /// The nearest double of at most 15 digits with a position up to 10^±22.
  fileprivate var doubleValue: Double {
    var significand = 0.0
    var scale = 1.0
    for digit in asciiDigits { significand = significand * 10 + Double(digit - 48) }
    for _ in 0..<abs(lastPosition) { scale *= 10 }
    return lastPosition < 0 ? significand / scale : significand * scale
  }

  private static let limbBase: UInt64 = 1_000_000_000

  /// Multiplies `limbs` (base 10^9, lowest first) by `factor`^`times`.
  private static func multiply(_ limbs: inout [UInt32], by factor: UInt64, times: Int) {
    let (chunkTimes, chunkFactor): (Int, UInt64) = factor == 5 ? (13, 1_220_703_125) : (29, 1 << 29)
    var left = times
    while left > 0 {
      let step = left >= chunkTimes ? chunkFactor : factor
      left -= left >= chunkTimes ? chunkTimes : 1
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * step + carry
        limbs[index] = UInt32(product % limbBase)
        carry = product / limbBase
      }
      while carry > 0 {
        limbs.append(UInt32(carry % limbBase))
        carry /= limbBase
      }
    }
  }

  private static func digits(of limbs: [UInt32]) -> [UInt8] {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(limbs.count * 9)
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        reversed.append(UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
    }
    while reversed.last == 0 { reversed.removeLast() }
    return reversed.reversed()
  }
}
