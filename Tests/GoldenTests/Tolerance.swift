import Foundation

/// How far numbers may lie apart (`~ RTOL [ATOL]`); nil in its place means that text is compared exactly.
struct Tolerance {
  let relative: Double
  let absolute: Double

  /// The tolerance of a line `~ RTOL [ATOL]`, without `~`; nothing after it means 4 ulp.
  init?(mark: Substring) {
    let numbers = mark.split(separator: " ").map { Double($0) }
    guard numbers.count <= 2, !numbers.contains(nil) else { return nil }
    relative = (numbers.first ?? nil) ?? 9e-16
    absolute = numbers.count == 2 ? (numbers[1] ?? 0) : 0
  }

  /// A tolerance given by the test itself.
  init(relative: Double, absolute: Double = 0) {
    self.relative = relative
    self.absolute = absolute
  }

  /// Whether two texts agree but for their numbers, and their numbers agree within this tolerance.
  func agrees(_ expected: String, _ actual: String) -> Bool {
    let left = NumberedText(expected), right = NumberedText(actual)
    guard left.words == right.words, left.numbers.count == right.numbers.count else { return false }
    return zip(left.numbers, right.numbers).allSatisfy(agrees)
  }

  private func agrees(_ expected: NumberedText.Number, _ actual: NumberedText.Number) -> Bool {
    if expected.text == actual.text { return true }
    if expected.isInteger && actual.isInteger { return false }
    let longer = expected.lastPlace < actual.lastPlace ? expected : actual
    let rounding = longer.digits >= 6 ? longer.lastPlace * 1.000001 : 0
    let difference = abs(expected.value - actual.value)
    return difference <= max(absolute + relative * abs(expected.value), rounding)
  }
}

/// A text taken apart into its decimal numbers and what stands between them (without blanks, with line breaks).
struct NumberedText {
  struct Number {
    let text: String
    let value: Double
    let isInteger: Bool
    /// How many digits are printed, leading zeros apart.
    let digits: Int
    /// The value of a one in the last printed digit.
    let lastPlace: Double
  }

  private(set) var words = [""]
  private(set) var numbers: [Number] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    var word: [UInt8] = []
    while position < bytes.count {
      if let end = Self.endOfNumber(in: bytes, from: position) {
        words[words.count - 1] = String(decoding: word, as: UTF8.self)
        words.append("")
        word = []
        numbers.append(Self.number(bytes[position..<end]))
        position = end
      } else {
        if bytes[position] != UInt8(ascii: " ") { word.append(bytes[position]) }
        position += 1
      }
    }
    words[words.count - 1] = String(decoding: word, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 32 >= 97 && byte | 32 <= 122) || byte == UInt8(ascii: "_") || byte >= 128
  }

  /// The end of the number that starts at `start` (with its sign), or nil where none does.
  private static func endOfNumber(in bytes: [UInt8], from start: Int) -> Int? {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    let before = start > 0 ? bytes[start - 1] : 0
    if isWordPart(before) || before == UInt8(ascii: ".") { return nil }
    var position = start
    if byte(position) == UInt8(ascii: "-") {
      if before == UInt8(ascii: ")") || before == UInt8(ascii: "]") { return nil }
      position += 1
    }
    let firstDigit = position
    while isDigit(byte(position)) { position += 1 }
    var digits = position - firstDigit
    if byte(position) == UInt8(ascii: ".") {
      let fraction = position + 1
      position = fraction
      while isDigit(byte(position)) { position += 1 }
      digits += position - fraction
    }
    guard digits > 0 else { return nil }
    if byte(position) | 32 == UInt8(ascii: "e") {
      var exponent = position + 1
      if byte(exponent) == UInt8(ascii: "-") || byte(exponent) == UInt8(ascii: "+") { exponent += 1 }
      if isDigit(byte(exponent)) {
        while isDigit(byte(exponent)) { exponent += 1 }
        position = exponent
      }
    }
    return position
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Number {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? (Int(parts[1]) ?? 0) : 0
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let decimals = point.count > 1 ? point[1].count : 0
    let plain = text.hasSuffix(".") ? text + "0" : text
    return Number(
      text: text, value: Double(plain) ?? .nan, isInteger: parts.count == 1 && point.count == 1,
      digits: parts[0].filter(\.isNumber).drop { $0 == "0" }.count,
      lastPlace: pow(10, Double(exponent - decimals)))
  }
}
