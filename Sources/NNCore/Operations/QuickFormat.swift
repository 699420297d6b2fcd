/// The common format specifications (`>10`, `05d`, `,`, `.2f`, `6.1%`), read without taking the text apart and applied
/// straight to the text that is being written. What they do not know goes the long way, `FormatSpec`.
struct QuickFormat {
  private var fill: UInt8 = 32
  /// `<`, `>` or `^`; 0 where the type decides.
  private var align: UInt8 = 0
  private var hasPlus = false
  private var hasPrefix = false
  private var isZeroPadded = false
  private var width = 0
  private var isGrouped = false
  private var precision = -1
  private var type: UInt8 = 0

  /// Nil for a specification that is not one of the common ones.
  init?(_ spec: ByteView, _ start: Int, _ end: Int) {
    var place = start
    if place + 1 < end, QuickFormat.isAlignment(spec[place + 1]), spec[place] < 0x80 {
      (fill, align) = (spec[place], spec[place + 1])
      place += 2
    } else if place < end, QuickFormat.isAlignment(spec[place]) {
      align = spec[place]
      place += 1
    }
    if place < end, spec[place] == UInt8(ascii: "+") {
      hasPlus = true
      place += 1
    }
    if place < end, spec[place] == UInt8(ascii: "#") {
      hasPrefix = true
      place += 1
    }
    if place < end, spec[place] == UInt8(ascii: "0") {
      isZeroPadded = true
      place += 1
    }
    guard let width = QuickFormat.number(spec, &place, end) else { return nil }
    self.width = width
    if place < end, spec[place] == UInt8(ascii: ",") {
      isGrouped = true
      place += 1
    }
    if place < end, spec[place] == UInt8(ascii: ".") {
      let first = place + 1
      place = first
      guard let digits = QuickFormat.number(spec, &place, end), place > first else { return nil }
      precision = digits
    }
    if place < end {
      type = spec[place]
      place += 1
    }
    if place != end || (isZeroPadded && (align != 0 || isGrouped)) || (hasPrefix && baseBits == 0) { return nil }
  }

  /// `%5.2f` and its like: the flags and sizes of a conversion of the percent operator, of `type` d, f or s.
  init(isLeft: Bool, isZeroPadded: Bool, width: Int, precision: Int, type: UInt8) {
    align = isLeft ? UInt8(ascii: "<") : UInt8(ascii: ">")
    self.isZeroPadded = isZeroPadded && !isLeft && type != UInt8(ascii: "s")
    if self.isZeroPadded { align = 0 }
    (self.width, self.precision, self.type) = (width, precision, type)
  }

  private static func isAlignment(_ byte: UInt8) -> Bool { byte == 60 || byte == 62 || byte == 94 }

  /// A number of up to three digits, 0 where there is none; nil for a longer one.
  static func number(_ spec: ByteView, _ place: inout Int, _ end: Int) -> Int? {
    var (result, count) = (0, 0)
    while place < end, spec[place] &- 48 < 10 {
      if count == 3 { return nil }
      result = result * 10 + Int(spec[place] &- 48)
      place += 1
      count += 1
    }
    return result
  }

  /// Appends the value in this format; false, and nothing is appended, where that goes the long way.
  func append(_ value: borrowing Value, to text: inout TextBuilder) -> Bool {
    if value.asInstance == nil, let string = value.asString { return append(string, to: &text) }
    if let integer = value.asInt {
      if type == 0 || type == UInt8(ascii: "d") { return precision < 0 && append(integer, to: &text) }
      if baseBits > 0 { return precision < 0 && !isGrouped && append(integer, inBase: baseBits, to: &text) }
      return integer.magnitude < 1 << 53 && append(Double(integer), to: &text)
    }
    if let float = value.asFloat { return append(float, to: &text) }
    return false
  }

  /// The bits of a digit where the type is a base that is a power of two, else 0.
  private var baseBits: Int {
    switch type {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 4
    case UInt8(ascii: "o"): 3
    case UInt8(ascii: "b"): 1
    default: 0
    }
  }

  private func append(_ integer: Int, inBase bits: Int, to text: inout TextBuilder) -> Bool {
    let magnitude = integer.magnitude
    let width = UInt.bitWidth - magnitude.leadingZeroBitCount
    let count = Swift.max((width + bits - 1) / bits, 1)
    var sized = self
    // The prefix stands between sign and zeros.
    if hasPrefix, isZeroPadded { sized.width = Swift.max(self.width - 2, 0) }
    let isPadded = hasPrefix && !isZeroPadded
    if hasPrefix, isZeroPadded {
      let hasSign = integer < 0 || hasPlus
      if hasSign { text.append(integer < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")) }
      appendPrefix(to: &text)
      text.append(repeating: 48, count: Swift.max(sized.width - count - (hasSign ? 1 : 0), 0))
    }
    let padding =
      hasPrefix && isZeroPadded ? 0 : appendStart(of: count + (isPadded ? 2 : 0), isNegative: integer < 0, to: &text)
    if isPadded { appendPrefix(to: &text) }
    let letters = UInt8(ascii: type == UInt8(ascii: "X") ? "A" : "a") - 10
    let mask = UInt(1) << UInt(bits) - 1
    for index in stride(from: count - 1, through: 0, by: -1) {
      let digit = UInt8((magnitude >> UInt(index * bits)) & mask)
      text.append(digit < 10 ? 48 + digit : letters + digit)
    }
    text.append(repeating: fill, count: padding)
    return true
  }

  private func appendPrefix(to text: inout TextBuilder) {
    text.append(UInt8(ascii: "0"))
    text.append(type)
  }

  private func append(_ string: Unowned<StringObject>, to text: inout TextBuilder) -> Bool {
    guard type == 0 || type == UInt8(ascii: "s"), !hasPlus, !isZeroPadded, !isGrouped else { return false }
    let count = precision < 0 ? string.value.count : min(string.value.count, precision)
    let padding = max(width - count, 0)
    let left = align == 62 ? padding : align == 94 ? padding / 2 : 0
    text.append(repeating: fill, count: left)
    if count == string.value.count {
      text.append(string)
    } else {
      for index in 0..<count { text.append(codePoint: string.value[index]) }
    }
    text.append(repeating: fill, count: padding - left)
    return true
  }

  private func append(_ integer: Int, to text: inout TextBuilder) -> Bool {
    guard !isGrouped || !isZeroPadded else { return false }
    if !isGrouped {
      let count = StringMemory.digitCount(integer.magnitude)
      let padding = appendStart(of: count, isNegative: integer < 0, to: &text)
      text.append(integer.magnitude, digits: count)
      text.append(repeating: fill, count: padding)
      return true
    }
    var digits = DigitBuffer()
    digits.prepend(UInt64(integer.magnitude), least: 1, isGrouped: isGrouped)
    append(digits, isNegative: integer < 0, to: &text)
    return true
  }

  private func append(_ float: Double, to text: inout TextBuilder) -> Bool {
    var value = float
    switch type {
    case UInt8(ascii: "f"): break
    case UInt8(ascii: "%"): value *= 100
    default: return false
    }
    let places = precision < 0 ? 6 : precision
    guard let scaled = DigitBuffer.scaled(value, places) else { return false }
    if !isGrouped {
      append(scaled, places, isNegative: value.sign == .minus, to: &text)
      return true
    }
    var digits = DigitBuffer()
    if type == UInt8(ascii: "%") { digits.prepend(type) }
    let power = DigitBuffer.powers[places]
    if places > 0 {
      digits.prepend(scaled % power, least: places, isGrouped: false)
      digits.prepend(UInt8(ascii: "."))
    }
    digits.prepend(scaled / power, least: 1, isGrouped: isGrouped)
    append(digits, isNegative: value.sign == .minus, to: &text)
    return true
  }

  /// A number of so many decimals, as an integer.
  private func append(_ scaled: UInt64, _ places: Int, isNegative: Bool, to text: inout TextBuilder) {
    let power = places > 0 ? DigitBuffer.powers[places] : 1
    let whole = UInt(scaled / power)
    let count = StringMemory.digitCount(whole)
    let isPercentage = type == UInt8(ascii: "%")
    let size = count &+ (places > 0 ? places &+ 1 : 0) &+ (isPercentage ? 1 : 0)
    let padding = appendStart(of: size, isNegative: isNegative, to: &text)
    text.append(whole, digits: count)
    if places > 0 {
      text.append(UInt8(ascii: "."))
      text.append(UInt(scaled % power), digits: places)
    }
    if isPercentage { text.append(type) }
    text.append(repeating: fill, count: padding)
  }

  /// What stands before the digits; returns how often the fill character stands behind them.
  private func appendStart(of size: Int, isNegative: Bool, to text: inout TextBuilder) -> Int {
    let hasSign = isNegative || hasPlus
    let padding = max(width - size - (hasSign ? 1 : 0), 0)
    let left = align == 0 || align == 62 ? padding : align == 94 ? padding / 2 : 0
    if !isZeroPadded { text.append(repeating: fill, count: left) }
    if hasSign { text.append(isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+")) }
    if isZeroPadded { text.append(repeating: 48, count: padding) }
    return isZeroPadded ? 0 : padding - left
  }

  private func append(_ digits: borrowing DigitBuffer, isNegative: Bool, to text: inout TextBuilder) {
    let padding = appendStart(of: digits.count, isNegative: isNegative, to: &text)
    digits.append(to: &text)
    text.append(repeating: fill, count: padding)
  }
}
