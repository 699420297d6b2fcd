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
    let hasSign = isNegative || hasPlus
    let padding = max(width - digits.count - (hasSign ? 1 : 0), 0)
    let left = align == 0 || align == 62 ? padding : align == 94 ? padding / 2 : 0
    if !isZeroPadded { text.append(repeating: fill, count: left) }
    if hasSign { text.append(isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+")) }
    if isZeroPadded { text.append(repeating: 48, count: padding) }
    digits.append(to: &text)
    if !isZeroPadded { text.append(repeating: fill, count: padding - left) }
  }
}

extension Double {
  /// The value rounded to few decimals, halves to even; nil where that goes the long way. Exact: the decimal is a
  /// quotient of two floats without error, rounded once.
  func quicklyRounded(_ places: Int) -> Double? {
    guard places >= 0, let scaled = DigitBuffer.scaled(self, places), scaled < 1 << 53 else { return nil }
    let magnitude = Double(scaled) / Double(DigitBuffer.powers[places])
    return sign == .minus ? -magnitude : magnitude
  }
}

/// The digits of a number, written from their end.
private struct DigitBuffer {
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var start = 64

  var count: Int { 64 - start }

  mutating func prepend(_ byte: UInt8) {
    if start == 0 { return }
    start -= 1
    bytes[start] = byte
  }

  /// The decimal digits, with zeros before them up to `least`.
  mutating func prepend(_ number: UInt64, least: Int, isGrouped: Bool) {
    var (left, written) = (number, 0)
    repeat {
      if isGrouped && written > 0 && written % 3 == 0 { prepend(UInt8(ascii: ",")) }
      prepend(48 + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
      written += 1
    } while left > 0 || written < least
  }

  func append(to text: inout TextBuilder) { for index in start..<64 { text.append(bytes[index]) } }

  static let powers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
  ]

  /// The absolute value times a power of ten, rounded exactly, halves to even; nil where it is large, or the power is.
  static func scaled(_ value: Double, _ places: Int) -> UInt64? {
    let magnitude = value.magnitude
    guard places < powers.count, magnitude < 1e8, magnitude == 0 || magnitude.isNormal else { return nil }
    if magnitude == 0 { return 0 }
    // Where the float product is far enough from a tie its rounding decides as the exact one's would.
    let near = magnitude * Double(powers[places])
    if near < 0x1p40 {
      let rounded = near.rounded()
      if (near - rounded).magnitude < 0.499 { return UInt64(rounded) }
    }
    let product = UInt128(magnitude.significandBitPattern | 1 << 52) * UInt128(powers[places])
    let shift = 1075 - Int(magnitude.exponentBitPattern)
    // Below half of the last place: the product has less than 90 bits.
    if shift > 100 { return 0 }
    guard shift > 0 else { return nil }
    let half = UInt128(1) << UInt128(shift - 1)
    let rest = product & (half << 1 - 1)
    let whole = UInt64(truncatingIfNeeded: product >> UInt128(shift))
    return rest > half || (rest == half && whole & 1 == 1) ? whole + 1 : whole
  }
}

extension Context {
  /// Appends `format(value, spec)` of the bytes `start..<end` of a specification.
  func appendFormatted(
    _ value: borrowing Value, _ spec: ByteView, _ start: Int, _ end: Int, to text: inout TextBuilder
  ) throws(Fault) {
    if start == end {
      if value.asInstance == nil, let string = value.asString {
        text.append(string)
      } else if let integer = value.asInt {
        text.append(integer)
      } else {
        text.append(try format(value, []))
      }
      return
    }
    if let quick = QuickFormat(spec, start, end), quick.append(value, to: &text) { return }
    text.append(try format(value, spec.slice(start, end).array))
  }

  // MARK: str.format

  /// `template.format(*positional)` where the fields are `{}`, `{0}` or `{:spec}`, without anything nested; nil where
  /// one is something else, or is missing.
  func quickFormat(_ template: Unowned<StringObject>, _ positional: Unowned<TupleObject>) throws(Fault) -> Value? {
    let bytes = template.value.bytes
    guard quickFieldsAreValid(bytes, positional.value.items.count) else { return nil }
    var text = TextBuilder(capacity: bytes.count &+ 32)
    var (place, automatic) = (0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") {
        var end = place + 1
        while end < bytes.count && bytes[end] != UInt8(ascii: "{") && bytes[end] != UInt8(ascii: "}") { end += 1 }
        text.append(bytes.slice(place, end))
        place = end
      } else if bytes[place + 1] == byte {
        text.append(byte)
        place += 2
      } else {
        place += 1
        var index = automatic
        if bytes[place] &- 48 < 10 {
          index = QuickFormat.number(bytes, &place, bytes.count) ?? 0
        } else {
          automatic += 1
        }
        if bytes[place] == UInt8(ascii: ":") { place += 1 }
        var end = place
        while bytes[end] != UInt8(ascii: "}") { end += 1 }
        let value = positional.value.items[index].copy()
        try appendFormatted(value, bytes, place, end, to: &text)
        place = end + 1
      }
    }
    return text.finish()
  }

  /// Whether every field is one of the simple ones and has its value.
  private func quickFieldsAreValid(_ bytes: ByteView, _ count: Int) -> Bool {
    var (place, automatic, isNumbered) = (0, 0, false)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "}") {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
      } else if byte == UInt8(ascii: "{") {
        guard place < bytes.count else { return false }
        if bytes[place] == byte {
          place += 1
          continue
        }
        if bytes[place] &- 48 < 10 {
          guard let index = QuickFormat.number(bytes, &place, bytes.count), index < count else { return false }
          isNumbered = true
        } else {
          automatic += 1
        }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") || bytes[place] == UInt8(ascii: "}") else {
          return false
        }
        while place < bytes.count && bytes[place] != UInt8(ascii: "}") {
          if bytes[place] == UInt8(ascii: "{") { return false }
          place += 1
        }
        if place == bytes.count { return false }
        place += 1
      }
    }
    return automatic <= count && !(isNumbered && automatic > 0)
  }

  // MARK: The percent operator

  /// `template % values` where the conversions are simple `%s`, `%d` and `%f` and have values of their types; nil where
  /// something is different.
  func quickPercent(_ template: Unowned<StringObject>, _ values: borrowing Value) throws(Fault) -> Value? {
    let bytes = template.value.bytes
    let tuple = values.asTuple
    let count = tuple?.value.items.count ?? 1
    if tuple == nil && values.asString == nil && values.number == nil { return nil }
    var (place, used) = (0, 0)
    while let found = bytes.find(UInt8(ascii: "%"), from: place) {
      place = found + 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "%") {
        place += 1
        continue
      }
      guard let conversion = QuickConversion(bytes, &place), used < count else { return nil }
      let fits = tuple.map { conversion.takes($0.value.items[used]) } ?? conversion.takes(values)
      if !fits { return nil }
      used += 1
    }
    if used != count { return nil }
    return .some(try writeQuickPercent(bytes, tuple, values))
  }

  private func writeQuickPercent(
    _ bytes: ByteView, _ tuple: Unowned<TupleObject>?, _ values: borrowing Value
  ) throws(Fault) -> Value {
    var text = TextBuilder(capacity: bytes.count &+ 32)
    var (place, used) = (0, 0)
    while place < bytes.count {
      let end = bytes.find(UInt8(ascii: "%"), from: place) ?? bytes.count
      if end > place { text.append(bytes.slice(place, end)) }
      place = end + 1
      if end == bytes.count { break }
      if bytes[place] == UInt8(ascii: "%") {
        text.append(UInt8(ascii: "%"))
        place += 1
        continue
      }
      guard let conversion = QuickConversion(bytes, &place) else { break }
      let value = tuple.map { $0.value.items[used].copy() } ?? values.copy()
      used += 1
      try append(value, conversion, to: &text)
    }
    return text.finish()
  }

  private func append(
    _ value: borrowing Value, _ conversion: QuickConversion, to text: inout TextBuilder
  ) throws(Fault) {
    if conversion.isPlain && conversion.type == UInt8(ascii: "s") {
      if value.asInstance == nil, let string = value.asString {
        text.append(string)
      } else if let integer = value.asInt {
        text.append(integer)
      } else {
        let string = try textValue(value)
        if let string = string.asString { text.append(string) }
      }
      return
    }
    if conversion.type == UInt8(ascii: "s"), value.asInstance != nil {
      let string = try textValue(value)
      _ = conversion.format.append(string, to: &text)
      return
    }
    if conversion.format.append(value, to: &text) { return }
    if conversion.type == UInt8(ascii: "s") {
      let string = Value.string(utf8: try self.text(value))
      _ = conversion.format.append(string, to: &text)
      return
    }
    // A float that is too large for the quick way.
    var field = PercentField(
      flags: conversion.isLeft ? .left : conversion.isZeroPadded ? .zero : [], width: conversion.width,
      precision: conversion.precision < 0 ? nil : conversion.precision, type: UInt32(conversion.type))
    field.type = UInt32(conversion.type)
    let double = try value.number?.double() ?? 0
    text.append(try Fault.formatting { () throws(FormatError) in try field.text(double) })
  }
}

/// A conversion `%[-0][width][.precision]` with one of the types s, d and f.
private struct QuickConversion {
  let isLeft: Bool
  let isZeroPadded: Bool
  let width: Int
  let precision: Int
  let type: UInt8
  let isPlain: Bool

  /// Reads what follows a percent sign; nil where it is something else.
  init?(_ bytes: ByteView, _ place: inout Int) {
    let start = place
    var (isLeft, isZeroPadded, precision) = (false, false, -1)
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") {
      isLeft = true
      place += 1
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: "0") {
      isZeroPadded = true
      place += 1
    }
    guard let width = QuickFormat.number(bytes, &place, bytes.count) else { return nil }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      guard let digits = QuickFormat.number(bytes, &place, bytes.count) else { return nil }
      precision = digits
    }
    guard place < bytes.count else { return nil }
    let type = bytes[place]
    guard type == UInt8(ascii: "s") || type == UInt8(ascii: "d") || type == UInt8(ascii: "f") else { return nil }
    if type == UInt8(ascii: "d") && precision >= 0 { return nil }
    (self.isLeft, self.isZeroPadded, self.width, self.precision, self.type) =
      (isLeft, isZeroPadded, width, precision, type)
    isPlain = place == start
    place += 1
  }

  /// Whether it writes a value of this type without asking it.
  func takes(_ value: borrowing Value) -> Bool {
    switch type {
    case UInt8(ascii: "d"): value.asInt != nil
    case UInt8(ascii: "f"):
      value.asFloat.map(\.isFinite) ?? false || value.asInt.map { $0.magnitude < 1 << 53 } ?? false
    default: true
    }
  }

  var format: QuickFormat {
    QuickFormat(isLeft: isLeft, isZeroPadded: isZeroPadded, width: width, precision: precision, type: type)
  }
}

extension Context {
  /// `format(value, spec)` of the common kinds; nil for the others.
  func quickFormat(_ value: borrowing Value, _ spec: Unowned<StringObject>) -> Value? {
    if spec.value.byteCount == 0 { return quickText(value) }
    guard let quick = QuickFormat(spec.value.bytes, 0, spec.value.byteCount) else { return nil }
    var builder = TextBuilder(capacity: 24)
    return quick.append(value, to: &builder) ? builder.finish() : nil
  }
}
