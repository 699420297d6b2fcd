/// NumPy's float printing (`dragon4_positional` and `dragon4_scientific` of numpy/_core/src/multiarray/dragon4.c):
/// the options and the text they give.
struct Dragon4 {
  /// What happens to zeros at the end of the fraction.
  enum Trim {
    /// `'k'`: they stay, and are added up to the wanted number of digits.
    case keep
    /// `'.'`: they go, the point stays.
    case leavePoint
    /// `'0'`: they go but for one behind the point.
    case leaveOneZero
    /// `'-'`: they go, and so does a point at the end.
    case all
  }

  /// The shortest digits that identify the value, at most `precision` and at least `minimumDigits` behind the point;
  /// otherwise the exact value rounded to `precision` digits.
  var isUnique = true
  /// The largest number of digits behind the point; nil for as many as needed (only with `isUnique`).
  var precision: Int?
  /// The least number of digits behind the point.
  var minimumDigits: Int?
  var trim: Trim = .keep
  /// Whether `+` is written.
  var showsPlus = false
  /// The least number of characters before the point, with the sign.
  var padLeft = 0
  /// The least number of characters behind the point (positional only).
  var padRight = 0
  /// The least number of digits of the exponent (scientific only).
  var exponentDigits = 2

  /// Precisions and paddings above this are cut, as NumPy's own buffer cuts them.
  static let maximumDigits = 16_000

  /// The digits that positional notation shows of finite `value`.
  func positionalDigits(_ value: some ShortestDigits) -> DecimalDigits {
    guard isUnique else { return DecimalDigits(Double(value), cutAt: .fraction(bounded(precision))) }
    let shortest = DecimalDigits(shortest: value)
    if let precision, shortest.fractionCount > precision {
      return DecimalDigits(Double(value), cutAt: .fraction(precision))
    }
    if let minimumDigits, !shortest.isZero, shortest.lastPosition > -minimumDigits {
      return DecimalDigits(extending: value, to: .fraction(bounded(minimumDigits)))
    }
    return shortest
  }

  /// The digits that scientific notation shows of finite `value`.
  func scientificDigits(_ value: some ShortestDigits) -> DecimalDigits {
    guard isUnique else { return DecimalDigits(Double(value), cutAt: .significant(bounded(precision) + 1)) }
    let shortest = DecimalDigits(shortest: value)
    if let precision, shortest.count > precision + 1 {
      return DecimalDigits(Double(value), cutAt: .significant(precision + 1))
    }
    if let minimumDigits, !shortest.isZero, shortest.count < minimumDigits + 1 {
      return DecimalDigits(extending: value, to: .significant(bounded(minimumDigits) + 1))
    }
    return shortest
  }

  /// The number of digits behind the point that the text of `digits` has, its zeros at the end handled by `trim`.
  func shownFraction(stored: Int, trimmed: Int) -> Int {
    switch trim {
    case .keep: max(stored, bounded(isUnique ? minimumDigits : precision))
    case .leavePoint, .all: trimmed
    case .leaveOneZero: max(trimmed, 1)
    }
  }

  /// Appends finite `value` in positional notation.
  func appendPositional(_ value: some ShortestDigits, to out: inout [UInt8]) {
    let digits = positionalDigits(value)
    var fraction = shownFraction(stored: digits.fractionCount, trimmed: digits.trimmed.fractionCount)
    // What was cut down to nothing keeps its zeros.
    if digits.isZero && value != 0 && isUnique && trim == .keep { fraction = max(fraction, bounded(precision)) }
    let sign = signByte(value)
    pad(min(padLeft, Dragon4.maximumDigits) - digits.integerCount - (sign == nil ? 0 : 1), to: &out)
    if let sign { out.append(sign) }
    NumberText.appendPositional(digits, fraction: fraction, keepsPoint: trim != .all, to: &out)
    let right = min(padRight, Dragon4.maximumDigits)
    // A column of points keeps its place where the point is missing.
    if trim == .all && fraction == 0 && right > 0 { out.append(32) }
    pad(right - fraction, to: &out)
  }

  /// Appends finite `value` in scientific notation.
  func appendScientific(_ value: some ShortestDigits, to out: inout [UInt8]) {
    let digits = scientificDigits(value)
    let stored = max(digits.count - 1, 0)
    let fraction = shownFraction(stored: stored, trimmed: max(digits.trimmed.count - 1, 0))
    let sign = signByte(value)
    pad(min(padLeft, Dragon4.maximumDigits) - 1 - (sign == nil ? 0 : 1), to: &out)
    if let sign { out.append(sign) }
    NumberText.appendScientific(
      digits, fraction: fraction, keepsPoint: trim != .all, exponentDigits: min(exponentDigits, 5), to: &out)
  }

  private func signByte(_ value: some ShortestDigits) -> UInt8? {
    value.sign == .minus ? UInt8(ascii: "-") : showsPlus ? UInt8(ascii: "+") : nil
  }

  private func pad(_ count: Int, to out: inout [UInt8]) {
    for _ in 0..<max(count, 0) { out.append(32) }
  }

  private func bounded(_ digits: Int?) -> Int {
    min(digits ?? 0, Dragon4.maximumDigits)
  }
}

extension Dragon4 {
  /// Appends finite `value` in positional notation, `precision` and `minimumDigits` counted from its first digit.
  func appendSignificant(_ value: some ShortestDigits, to out: inout [UInt8]) {
    var options = self
    let shortest = DecimalDigits(shortest: value)
    let wanted = max(precision ?? shortest.count, 1)
    let place = shortest.isZero ? 0 : shortest.exponent
    let cut = DecimalDigits(Double(value), cutAt: .significant(wanted))
    let fraction = isUnique ? max(wanted - 1 - place, 0) : max(cut.fractionCount, wanted - cut.integerCount)
    if isUnique {
      options.precision = precision == nil ? nil : fraction
      options.minimumDigits = minimumDigits.map { max($0 - 1 - place, 0) }
      if let precision, shortest.count > precision, place >= precision {
        return DecimalDigits(Double(value), cutAt: .significant(precision)).appendWhole(value.sign, options, to: &out)
      }
    } else {
      options.precision = fraction
      if place >= wanted {
        return DecimalDigits(Double(value), cutAt: .significant(wanted)).appendWhole(value.sign, options, to: &out)
      }
    }
    options.appendPositional(value, to: &out)
  }
}

extension DecimalDigits {
  /// Appends digits that all stand before the point.
  fileprivate func appendWhole(_ sign: FloatingPointSign, _ options: Dragon4, to out: inout [UInt8]) {
    if sign == .minus { out.append(UInt8(ascii: "-")) } else if options.showsPlus { out.append(UInt8(ascii: "+")) }
    let fraction = options.trim == .leaveOneZero ? 1 : 0
    NumberText.appendPositional(self, fraction: fraction, keepsPoint: options.trim != .all, to: &out)
  }
}
