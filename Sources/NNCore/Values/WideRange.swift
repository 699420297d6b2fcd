import NNIntegers

/// A range whose numbers, or the number of them, do not fit 64 bits.
final class WideRange {
  let start: BigInteger
  let stop: BigInteger
  let step: BigInteger
  /// The number of elements.
  let count: BigInteger

  /// The step is not 0.
  init(_ start: BigInteger, _ stop: BigInteger, _ step: BigInteger) {
    self.start = start
    self.stop = stop
    self.step = step
    let span = step.isNegative ? start - stop : stop - start
    count = span > 0 ? (span - 1).floorQuotient(by: step.magnitude) + 1 : 0
  }

  func element(_ index: BigInteger) -> BigInteger { start + index * step }

  /// Where a number stands; nil where it is no element.
  func index(of value: BigInteger) -> BigInteger? {
    let (index, rest) = (value - start).floorDivided(by: step)
    return rest.isZero && !index.isNegative && index < count ? index : nil
  }

  func isEqual(to other: WideRange) -> Bool {
    if count != other.count { return false }
    if count.isZero { return true }
    return start == other.start && (count == 1 || step == other.step)
  }

  /// The same elements, the last first.
  var reversed: WideRange {
    if count.isZero { return WideRange(start, start, 1) }
    return WideRange(element(count - 1), start - step, -step)
  }
}

extension RangeObject {
  /// A range of numbers of any size; the step is not 0.
  static func make(_ start: BigInteger, _ stop: BigInteger, _ step: BigInteger) -> RangeObject {
    let wide = WideRange(start, stop, step)
    if let first = Int(exactly: start), let end = Int(exactly: stop), let distance = Int(exactly: step),
      Int(exactly: wide.count) != nil
    {
      return RangeObject(first, end, distance)
    }
    return RangeObject(wide)
  }

  /// The range as one of numbers of any size.
  var widened: WideRange { borrowing get { wide ?? WideRange(BigInteger(start), BigInteger(stop), BigInteger(step)) } }

  var startValue: Value { borrowing get { wide.map { .integer($0.start) } ?? .int(start) } }
  var stopValue: Value { borrowing get { wide.map { .integer($0.stop) } ?? .int(stop) } }
  var stepValue: Value { borrowing get { wide.map { .integer($0.step) } ?? .int(step) } }
  var countValue: Value { borrowing get { wide.map { .integer($0.count) } ?? .int(count) } }

  /// The element at an index, which is valid.
  borrowing func element(_ index: Int) -> Value {
    if let wide { return .integer(wide.element(BigInteger(index))) }
    return .int(self[index])
  }
}
