/// A printf-like conversion of a float, as CPython's `PyOS_double_to_string` does it.
struct FloatConversion {
  /// The layout of the digits.
  enum Style {
    /// `repr`: the shortest digits.
    case shortest
    case scientific
    case positional
    /// The shorter of the two, `precision` significant digits, zeros at the end removed.
    case general
    /// Like general, with at least one digit behind the point (a precision without a type in a format spec).
    case generalWithFraction
  }

  var style: Style
  /// The number of digits behind the point, or of significant digits for the general styles.
  var precision: Int
  /// `#`: the point stays, and `general` keeps zeros at the end.
  var isAlternate = false
  /// `E`, `F`, `G`: capital letters.
  var isUppercase = false
  /// `z`: a result whose digits are all zero loses its minus.
  var dropsNegativeZero = false

  /// The style for the letters `e f g` in either case, or nil.
  static func style(letter: UInt32) -> Style? {
    switch letter | 0x20 {
    case 101: .scientific
    case 102: .positional
    case 103: .general
    default: nil
    }
  }

  /// The text of `value`: `-` where negative, no sign otherwise.
  func text(_ value: Double) -> [UInt8] {
    var out: [UInt8] = []
    if value.isFinite {
      appendFinite(value, to: &out)
    } else {
      _ = NumberText.appendNonFinite(value, to: &out)
    }
    if isUppercase {
      for index in out.indices where out[index] >= 97 && out[index] <= 122 { out[index] -= 32 }
    }
    return out
  }

  private func appendFinite(_ value: Double, to out: inout [UInt8]) {
    let digits: DecimalDigits
    switch style {
    case .shortest: digits = DecimalDigits(shortest: value)
    case .scientific: digits = DecimalDigits(value, cutAt: .significant(precision + 1))
    case .positional: digits = DecimalDigits(value, cutAt: .fraction(precision))
    case .general, .generalWithFraction: digits = DecimalDigits(value, cutAt: .significant(max(precision, 1)))
    }
    if value.sign == .minus && !(dropsNegativeZero && digits.isZero) { out.append(UInt8(ascii: "-")) }
    switch style {
    case .scientific:
      NumberText.appendScientific(digits, fraction: precision, keepsPoint: isAlternate, to: &out)
    case .positional:
      NumberText.appendPositional(digits, fraction: precision, keepsPoint: isAlternate, to: &out)
    case .shortest, .general, .generalWithFraction:
      appendGeneral(digits.trimmed, to: &out)
    }
  }

  private func appendGeneral(_ digits: DecimalDigits, to out: inout [UInt8]) {
    let significant = max(precision, 1)
    let limit: Int
    switch style {
    case .shortest: limit = 16
    case .generalWithFraction: limit = significant - 1
    default: limit = significant
    }
    let keepsZeros = isAlternate && style != .shortest
    if digits.exponent < -4 || digits.exponent >= limit {
      let fraction = keepsZeros ? significant - 1 : max(digits.count - 1, 0)
      NumberText.appendScientific(digits, fraction: fraction, keepsPoint: isAlternate, to: &out)
    } else {
      let kept = keepsZeros ? max(significant - 1 - digits.exponent, 0) : digits.fractionCount
      let fraction = style == .general ? kept : max(kept, 1)
      NumberText.appendPositional(digits, fraction: fraction, keepsPoint: isAlternate, to: &out)
    }
  }
}
