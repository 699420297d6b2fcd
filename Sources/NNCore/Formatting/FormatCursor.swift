/// A place in a list of code points.
struct FormatCursor {
  let points: [UInt32]
  var position = 0

  /// The number of code points not yet read.
  var left: Int { points.count - position }

  /// The code point `ahead` places further, or nil behind the end.
  func peek(_ ahead: Int = 0) -> UInt32? {
    ahead < left ? points[position + ahead] : nil
  }

  /// The next code point, which is read, or nil at the end.
  mutating func next() -> UInt32? {
    guard let point = peek() else { return nil }
    position += 1
    return point
  }

  /// Reads `expected` if it comes next; returns whether it did.
  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == expected.value else { return false }
    position += 1
    return true
  }

  /// Reads decimal digits; nil when there is none. Throws ValueError when the number does not fit.
  mutating func integer() throws(FormatError) -> Int? {
    var value: Int?
    while let point = peek(), let digit = CodePoints.decimalValue(point) {
      let (scaled, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.addingReportingOverflow(digit)
      if overflow || carry { throw .value("Too many decimal digits in format string") }
      value = sum
      position += 1
    }
    return value
  }
}
