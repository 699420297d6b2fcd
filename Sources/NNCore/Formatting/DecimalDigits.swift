/// The decimal digits of a magnitude: digit `i` stands for `digit × 10^(exponent - i)`, all further ones are zero.
///
/// Up to 18 digits live in one integer; only longer (exact) expansions need an array.
struct DecimalDigits {
  /// The power of ten of the first digit; 0 for zero.
  private(set) var exponent: Int
  /// The number of stored digits; 0 for zero. The last one may be a zero.
  private(set) var count: Int
  private var short: UInt64
  private var long: [UInt8]

  /// Zero.
  static let zero = DecimalDigits(significand: 0, exponent: 0)

  /// `significand`'s digits (at most 18), the first one at 10^exponent.
  init(significand: UInt64, exponent: Int) {
    short = significand
    long = []
    count = DecimalDigits.digitCount(significand)
    self.exponent = significand == 0 ? 0 : exponent
  }

  /// `significand`'s digits, of which there are `count` (at most 18), the first one at 10^exponent.
  init(significand: UInt64, count: Int, exponent: Int) {
    short = significand
    long = []
    self.count = count
    self.exponent = significand == 0 ? 0 : exponent
  }

  /// `digits` (values 0 to 9, the first one not 0), the first one at 10^exponent.
  init(digits: [UInt8], exponent: Int) {
    short = 0
    long = digits
    count = digits.count
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  /// Whether the magnitude is zero.
  var isZero: Bool { count == 0 }

  /// The power of ten of the last stored digit.
  var lastPosition: Int { exponent - count + 1 }

  /// The number of digits behind the point that are needed to write all stored digits.
  var fractionCount: Int { count == 0 ? 0 : max(0, -lastPosition) }

  /// The number of digits of the integer part in positional notation, at least 1.
  var integerCount: Int { max(1, exponent + 1) }

  /// The digits without zeros at the end.
  var trimmed: DecimalDigits {
    guard count > 0 else { return self }
    if long.isEmpty {
      var value = short
      while value % 10 == 0 { value /= 10 }
      return DecimalDigits(significand: value, exponent: exponent)
    }
    return DecimalDigits(digits: Array(long[..<(long.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]), exponent: exponent)
  }

  /// Appends the digits at the powers of ten from `first` down to `last` in ASCII; nothing when `first < last`.
  func append(from first: Int, downTo last: Int, to out: inout [UInt8]) {
    guard first >= last else { return }
    let leading = min(max(first - exponent, 0), first - last + 1)
    DecimalDigits.appendZeros(leading, to: &out)
    let start = exponent - (first - leading)
    let end = min(exponent - last + 1, count)
    if start < end { appendStored(start..<end, to: &out) }
    DecimalDigits.appendZeros(first - last + 1 - leading - max(end - start, 0), to: &out)
  }

  /// The stored digits in ASCII.
  var asciiDigits: [UInt8] {
    var out: [UInt8] = []
    append(from: exponent, downTo: lastPosition, to: &out)
    return out
  }

  /// The digits rounded half to even, as if they were the exact value, to the first `kept` (which may be negative).
  func rounded(keeping kept: Int) -> DecimalDigits {
    guard kept < count else { return self }
    guard kept >= 0 else { return .zero }
    return long.isEmpty ? roundedShort(kept) : roundedLong(kept)
  }

  /// The digits rounded away from zero to the first `kept`, 1 to 18 and fewer than there are.
  func roundedUp(keeping kept: Int) -> DecimalDigits {
    guard kept > 0, kept < min(count, 19) else { return self }
    let head = asciiDigits[..<kept].reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) } + 1
    let carried = DecimalDigits.digitCount(head) > kept
    return DecimalDigits(significand: carried ? head / 10 : head, exponent: carried ? exponent + 1 : exponent)
  }

  /// Whether the digits behind the first `kept` are exactly one half of the last kept digit's unit.
  func isTie(keeping kept: Int) -> Bool {
    guard long.isEmpty, kept >= 0, kept < count else { return false }
    let unit = DecimalDigits.powerOfTen(count - kept)
    return short % unit == unit / 2
  }

  private func roundedShort(_ kept: Int) -> DecimalDigits {
    let unit = DecimalDigits.powerOfTen(count - kept)
    var head = short / unit
    let tail = short % unit
    if tail > unit / 2 || (tail == unit / 2 && head & 1 == 1) { head += 1 }
    // A carry into a new digit, or into the digit before the first when nothing is kept.
    let carried = DecimalDigits.digitCount(head) > kept
    if carried && kept > 0 { head /= 10 }
    return DecimalDigits(significand: head, exponent: carried ? exponent + 1 : exponent)
  }

  private func roundedLong(_ kept: Int) -> DecimalDigits {
    var head = Array(long[..<kept])
    let isOdd = kept > 0 && long[kept - 1] & 1 == 1
    let isUp: Bool
    if long[kept] != 5 {
      isUp = long[kept] > 5
    } else {
      isUp = isOdd || long[(kept + 1)...].contains { $0 != 0 }
    }
    guard isUp else { return DecimalDigits(digits: head, exponent: exponent) }
    while let last = head.popLast() {
      if last < 9 {
        head.append(last + 1)
        return DecimalDigits(digits: head, exponent: exponent)
      }
    }
    return DecimalDigits(significand: 1, exponent: exponent + 1)
  }

  private func appendStored(_ range: Range<Int>, to out: inout [UInt8]) {
    guard long.isEmpty else {
      for digit in long[range] { out.append(48 + digit) }
      return
    }
    var value = short / DecimalDigits.powerOfTen(count - range.upperBound)
    let start = out.count
    DecimalDigits.appendZeros(range.count, to: &out)
    var index = out.count - 1
    while index >= start {
      out[index] = 48 + UInt8(truncatingIfNeeded: value % 10)
      value /= 10
      index -= 1
    }
  }

  private static func appendZeros(_ count: Int, to out: inout [UInt8]) {
    if count > 0 { out.append(contentsOf: repeatElement(48, count: count)) }
  }

  /// The number of decimal digits of `value`; 0 for zero.
  static func digitCount(_ value: UInt64) -> Int {
    // 1233 / 4096 is log10 2, so this is the count or one less.
    let estimate = ((64 &- value.leadingZeroBitCount) &* 1233) >> 12
    return value >= powersOfTen[estimate] ? estimate &+ 1 : estimate
  }

  /// 10^exponent for 0 to 19.
  static func powerOfTen(_ exponent: Int) -> UInt64 {
    powersOfTen[min(max(exponent, 0), 19)]
  }

  private static let powersOfTen: InlineArray<20, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
