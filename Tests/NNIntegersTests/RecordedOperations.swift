import NNIntegers

/// The lines that `record.py` wrote: what CPython made of an operation.
enum RecordedOperations {
  /// What is wrong with a line; nil where nothing is.
  static func complaint(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard words.count >= 3 else { return "no line: \(line)" }
    let operation = String(words[0])
    switch operation {
    case "text":
      return compare(line, String(words[2]), number(words[1]).description)
        ?? compare(line, number(words[2], radix: 10), number(words[1]))
    case "radix":
      let radix = Int(words[2], radix: 16) ?? 0
      return compare(line, String(words[3]), String(decoding: number(words[1]).digits(radix: radix), as: UTF8.self))
        ?? compare(line, number(words[3], radix: radix), number(words[1]))
    case "bytes": return bytes(line, words)
    default:
      let numbers = words.dropFirst().map { number($0) }
      for word in words.dropFirst() {
        let text = String(decoding: number(word).digits(radix: 16), as: UTF8.self)
        if let complaint = compare(line, String(word), text) { return complaint }
      }
      return arithmetic(line, operation, numbers)
    }
  }

  private static func number(_ text: Substring, radix: Int = 16) -> BigInteger {
    let isNegative = text.first == "-"
    let magnitude = BigInteger(digits: Array((isNegative ? text.dropFirst() : text).utf8), radix: radix) ?? 0
    return isNegative ? -magnitude : magnitude
  }

  private static func compare<T: Equatable>(_ line: Substring, _ expected: T, _ found: T) -> String? {
    expected == found ? nil : "\(line)\n  gave \(found)"
  }

  private static func bytes(_ line: Substring, _ words: [Substring]) -> String? {
    let isSigned = words[2] == "1"
    let digits = Array(words[3])
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    return compare(line, number(words[1]), BigInteger(littleEndian: bytes, isSigned: isSigned))
      ?? compare(line, bytes, number(words[1]).littleEndian(count: bytes.count, isSigned: isSigned))
  }

  private static func arithmetic(_ line: Substring, _ operation: String, _ values: [BigInteger]) -> String? {
    let (a, b) = (values[0], values[1])
    let small = Int(exactly: b) ?? 0
    func check(_ found: BigInteger) -> String? { compare(line, values[values.count - 1], found) }
    switch operation {
    case "add": return check(a + b)
    case "subtract": return check(a - b)
    case "multiply": return check(a * b) ?? check(b * a)
    case "square": return check(a.squared) ?? check(a * a)
    case "divide":
      let (quotient, remainder) = a.floorDivided(by: b)
      return compare(line, [values[2], values[3]], [quotient, remainder])
        ?? compare(line, [values[2], values[3]], [a.floorQuotient(by: b), a.floorRemainder(by: b)])
    case "and": return check(a & b)
    case "or": return check(a | b)
    case "xor": return check(a ^ b)
    case "not": return check(~a)
    case "left": return check(a << small)
    case "right": return check(a >> small)
    case "bit": return check(a.bit(small) ? 1 : 0)
    case "power": return check(a.power(small))
    case "modular": return check(a.power(b, modulo: values[2]) {})
    case "gcd": return check(BigInteger.greatestCommonDivisor(a, b) {})
    case "inverse": return check(a.inverse(modulo: b) {} ?? 0)
    case "root": return check(a.squareRoot)
    case "double": return check(BigInteger(a.rounded.bitPattern)) ?? exactDouble(line, a.rounded)
    case "hash": return check(BigInteger(a.hashRemainder))
    case "width":
      return compare(line, [values[1], values[2]], [BigInteger(a.bitWidth), BigInteger(a.nonzeroBitCount)])
    case "compare": return check(a < b ? -1 : a == b ? 0 : 1)
    default: return "no operation: \(line)"
    }
  }

  private static func exactDouble(_ line: Substring, _ value: Double) -> String? {
    value.isFinite ? compare(line, value, BigInteger(exactly: value)?.rounded ?? .nan) : nil
  }
}
