import NNIntegers

/// A finite decimal number of at most 38 digits. The language keeps decimals as instances with the slots `_sign`, `_int`,
/// `_exp` and `_kind`.
struct QuickDecimal {
  var isNegative: Bool
  var coefficient: Int128
  var exponent: Int

  init(isNegative: Bool, _ coefficient: Int128, _ exponent: Int) {
    (self.isNegative, self.coefficient, self.exponent) = (isNegative, coefficient, exponent)
  }

  /// An int, or an instance of the template's class; nil for others, larger numbers, infinities and what is no number.
  init?(_ value: borrowing Value, like template: Unowned<InstanceObject>) {
    if let integer = value.asInt {
      self.init(isNegative: integer < 0, Int128(integer.magnitude), 0)
      return
    }
    guard let instance = value.asInstance, instance.value.shape == template.value.shape,
      instance.value.slots.count == 4, let sign = instance.value.slots[0].asInt,
      let exponent = instance.value.slots[2].asInt, exponent.magnitude < 1 << 40,
      let kind = instance.value.slots[3].exactString, kind.value.count == 0
    else { return nil }
    if let small = instance.value.slots[1].asInt {
      self.init(isNegative: sign != 0, Int128(small), exponent)
    } else if let wide = instance.value.slots[1].asBigInteger?.value.value.wide, wide < QuickDecimal.powers[38] {
      self.init(isNegative: sign != 0, wide, exponent)
    } else {
      return nil
    }
  }

  /// Texts such as `12`, `-0.50` and `1.5E+3`, of up to 38 digits.
  init?(text: ByteView) {
    var place = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative || text.count > 0 && text[0] == UInt8(ascii: "+") { place = 1 }
    var (number, digits, fraction) = (Int128(0), 0, 0)
    var hasPoint = false
    while place < text.count {
      let byte = text[place]
      if byte &- 48 < 10 {
        if digits == 38 { return nil }
        number = number &* 10 &+ Int128(byte &- 48)
        digits += 1
        if hasPoint { fraction += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    if digits == 0 || place != text.count { return nil }
    self.init(isNegative: isNegative, number, -fraction)
  }

  /// 1, 10, … 10**38.
  static let powers: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count < 39 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  static func digitCount(_ number: Int128) -> Int {
    if number == 0 { return 1 }
    let estimate = ((128 - number.leadingZeroBitCount) * 1233) >> 12
    return powers[estimate] <= number ? estimate + 1 : estimate
  }

  /// The coefficient for an exponent that is lower by `places`; nil where it gets too long.
  func scaled(_ places: Int) -> Int128? {
    if places == 0 { return coefficient }
    guard places > 0, places <= 37, QuickDecimal.digitCount(coefficient) + places <= 37 else { return nil }
    return coefficient * QuickDecimal.powers[places]
  }

  /// The sum; nil where that takes more.
  func adding(_ other: QuickDecimal, roundsDown: Bool) -> QuickDecimal? {
    let exponent = min(self.exponent, other.exponent)
    guard let x = scaled(self.exponent - exponent), let y = other.scaled(other.exponent - exponent) else { return nil }
    if x == 0 && y == 0 && isNegative == other.isNegative { return QuickDecimal(isNegative: isNegative, 0, exponent) }
    let total = (isNegative ? -x : x) + (other.isNegative ? -y : y)
    if total == 0 { return QuickDecimal(isNegative: roundsDown, 0, exponent) }
    return QuickDecimal(isNegative: total < 0, total < 0 ? -total : total, exponent)
  }

  func multiplied(_ other: QuickDecimal) -> QuickDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    if overflow || product >= QuickDecimal.powers[38] { return nil }
    return QuickDecimal(isNegative: isNegative != other.isNegative, product, exponent + other.exponent)
  }

  /// The quotient with a digit more than the precision, which tells whether there are more; nil where that takes more.
  func divided(_ other: QuickDecimal, precision: Int) -> QuickDecimal? {
    if coefficient == 0 || other.coefficient == 0 { return nil }
    let shift = QuickDecimal.digitCount(other.coefficient) - QuickDecimal.digitCount(coefficient) + precision + 1
    guard shift >= 0, let dividend = scaled(shift) else { return nil }
    var exponent = self.exponent - other.exponent - shift
    var (quotient, rest) = dividend.quotientAndRemainder(dividingBy: other.coefficient)
    if rest != 0 {
      if quotient % 5 == 0 { quotient += 1 }
    } else {
      let ideal = self.exponent - other.exponent
      while exponent < ideal, quotient % 10 == 0 {
        quotient /= 10
        exponent += 1
      }
    }
    return QuickDecimal(isNegative: isNegative != other.isNegative, quotient, exponent)
  }

  /// -1, 0 or 1; nil where that takes more.
  func order(_ other: QuickDecimal) -> Int? {
    let exponent = min(self.exponent, other.exponent)
    guard let x = scaled(self.exponent - exponent), let y = other.scaled(other.exponent - exponent) else { return nil }
    let (a, b) = (isNegative ? -x : x, other.isNegative ? -y : y)
    return a < b ? -1 : a > b ? 1 : 0
  }

  /// The number without its last `count` digits, rounded, and whether that was inexact; nil for very many.
  func cut(_ count: Int, _ rounding: DecimalRounding) -> (QuickDecimal, isInexact: Bool)? {
    guard count > 0, count <= 37 else { return nil }
    let unit = QuickDecimal.powers[count]
    var (kept, rest) = coefficient.quotientAndRemainder(dividingBy: unit)
    if rest != 0 && rounding.goesUp(kept, rest * 2, unit, isNegative) { kept += 1 }
    return (QuickDecimal(isNegative: isNegative, kept, exponent + count), rest != 0)
  }

  /// An instance like the template.
  func value(like template: Unowned<InstanceObject>) -> Value {
    var slots = ValueList(capacity: 4)
    slots.append(.int(isNegative ? 1 : 0))
    slots.append(.integer(coefficient))
    slots.append(.int(exponent))
    slots.append(template.value.slots[3].copy())
    return .instance(Ref(InstanceObject(like: template, slots: slots)))
  }

  /// The text without an exponent; nil where it has one.
  var text: Value? {
    let count = QuickDecimal.digitCount(coefficient)
    let left = exponent + count
    guard exponent <= 0, left > -6, count <= 38 else { return nil }
    var builder = TextBuilder(capacity: count + 10)
    if isNegative { builder.append(UInt8(ascii: "-")) }
    if left <= 0 {
      builder.append(UInt8(ascii: "0"))
      builder.append(UInt8(ascii: "."))
      builder.append(repeating: UInt8(ascii: "0"), count: -left)
    }
    let places = Swift.min(-exponent, count)
    let unit = QuickDecimal.powers[places]
    if left > 0 {
      QuickDecimal.append(coefficient / unit, digits: left, to: &builder)
      if places > 0 { builder.append(UInt8(ascii: ".")) }
    }
    if places > 0 { QuickDecimal.append(left > 0 ? coefficient % unit : coefficient, digits: places, to: &builder) }
    return builder.finish()
  }

  private static func append(_ number: Int128, digits count: Int, to builder: inout TextBuilder) {
    if count <= 19 { return builder.append(UInt(truncatingIfNeeded: number), digits: count) }
    append(number / powers[19], digits: count - 19, to: &builder)
    builder.append(UInt(truncatingIfNeeded: number % powers[19]), digits: 19)
  }
}

/// How digits that are cut off change the last one that stays.
enum DecimalRounding {
  case halfEven, halfUp, halfDown, up, down, ceiling, floor, zeroFiveUp

  /// By its name, which the language checks.
  init?(_ name: ByteView) {
    switch (name.count, name.count > 11 ? name[name.count == 15 ? 11 : 6] : name.count > 6 ? name[6] : 0) {
    case (15, UInt8(ascii: "E")): self = .halfEven
    case (15, UInt8(ascii: "D")): self = .halfDown
    case (13, UInt8(ascii: "H")): self = .halfUp
    case (13, UInt8(ascii: "C")): self = .ceiling
    case (11, UInt8(ascii: "F")): self = .floor
    case (10, UInt8(ascii: "D")): self = .down
    case (10, UInt8(ascii: "0")): self = .zeroFiveUp
    case (8, UInt8(ascii: "U")): self = .up
    default: return nil
    }
  }

  /// Whether a coefficient is made larger; `twice` what is cut off, which is not 0, is compared with the unit.
  func goesUp(_ kept: Int128, _ twice: Int128, _ unit: Int128, _ isNegative: Bool) -> Bool {
    switch self {
    case .halfEven: twice > unit || twice == unit && kept & 1 == 1
    case .halfUp: twice >= unit
    case .halfDown: twice > unit
    case .up: true
    case .down: false
    case .ceiling: !isNegative
    case .floor: isNegative
    case .zeroFiveUp: kept % 5 == 0
    }
  }
}
