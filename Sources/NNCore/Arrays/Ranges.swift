import Glibc
import NNKernels

extension Creation {
  /// NumPy's `arange` in float64: ceil((stop - start) / step) elements start, start + step, start + i·((start + step)
  /// - start). Throws ZeroDivisionError for a step of zero and ValueError for an impossible length.
  static func arange(start: Double, stop: Double, step: Double, type: ElementType = .float64) throws(Fault) -> NDArray {
    if step == 0 { throw Fault(.zeroDivisionError, "division by zero") }
    let exact = (stop - start) / step
    let length = exact.rounded(.up)
    if length.isNaN { throw Fault(.valueError, "arange: cannot compute length") }
    if length > 0x1p62 { throw Fault(.valueError, "Maximum allowed size exceeded") }
    // A quotient that vanishes beside a range that does not gives one element.
    let count = length <= 0 ? (exact == 0 && stop != start && (stop > start) == (step > 0) ? 1 : 0) : Int(length)
    if type == .float32 { return try floatRange(Float(start), Float(start + step), count, .float32) }
    if type == .float64 { return try floatRange(start, start + step, count, .float64) }
    let first = NumPyScalar(start).asInt
    return try integerRange(first, NumPyScalar(start + step).asInt &- first, count, type)
  }

  /// NumPy's `arange` of integers. Throws ZeroDivisionError for a step of zero.
  static func arange(start: Int, stop: Int, step: Int, type: ElementType = .int64) throws(Fault) -> NDArray {
    if step == 0 { throw Fault(.zeroDivisionError, "division by zero") }
    if type.isFloat {
      return try arange(start: Double(start), stop: Double(stop), step: Double(step), type: type)
    }
    return try integerRange(start, step, rangeCount(start, stop, step), type)
  }

  /// How many numbers a range with a step other than zero has.
  static func rangeCount(_ start: Int, _ stop: Int, _ step: Int) -> Int {
    if step > 0 ? start >= stop : start <= stop { return 0 }
    let distance = step > 0 ? UInt(bitPattern: stop &- start) : UInt(bitPattern: start &- stop)
    let count = (distance &- 1) / step.magnitude
    return count >= UInt(Int.max) ? Int.max : Int(count) &+ 1
  }

  private static func floatRange<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ start: T, _ second: T, _ count: Int, _ type: ElementType
  ) throws(Fault) -> NDArray {
    let result = try empty(Dimensions(count), type)
    let data = result.mutableData
    let delta = second - start
    let size = type.size
    for index in 0..<count {
      let value = index == 0 ? start : (index == 1 ? second : start + T(index) * delta)
      data.store(value, at: index &* size)
    }
    return result
  }

  private static func integerRange(_ start: Int, _ step: Int, _ count: Int, _ type: ElementType) throws(Fault)
    -> NDArray
  {
    let result = try empty(Dimensions(count), type)
    let data = result.mutableData
    var value = start
    if type == .int64 {
      for index in 0..<count {
        data.store(value, at: index &* 8)
        value &+= step
      }
    } else {
      let size = type.size
      for index in 0..<count {
        data.store(NumPyScalar(value).cast(to: type), at: index &* size)
        value &+= step
      }
    }
    return result
  }

  /// The distance between the numbers of `linspace`; nan where there are no two.
  static func linspaceStep(start: Double, stop: Double, count: Int, endpoint: Bool = true) -> Double {
    let gaps = endpoint ? count &- 1 : count
    return gaps > 0 ? (stop - start) / Double(gaps) : .nan
  }

  /// NumPy's `linspace`. With `endpoint` the last number is
  /// exactly `stop`. Throws ValueError for a negative count.
  static func linspace(
    start: Double, stop: Double, count: Int = 50, endpoint: Bool = true, type: ElementType = .float64
  ) throws(Fault) -> NDArray {
    if count < 0 { throw Fault(.valueError, "Number of samples, \(count), must be non-negative.") }
    let gaps = endpoint ? count &- 1 : count
    let delta = stop - start
    let step = linspaceStep(start: start, stop: stop, count: count, endpoint: endpoint)
    let result = try empty(Dimensions(count), .float64)
    let data = result.mutableData
    for index in 0..<count {
      let place = Double(index)
      // A step that underflows to zero is replaced by a division first (NumPy's any_step_zero).
      let distance = gaps <= 0 ? place * delta : (step == 0 ? place / Double(gaps) * delta : place * step)
      data.store(distance + start, at: index &* 8)
    }
    if endpoint && count > 1 { data.store(stop, at: (count &- 1) &* 8) }
    if type == .float64 { return result }
    // Integer results are rounded down, not toward zero.
    if type.isInteger { try Ufunc.floor.run(.float64, out: result, x: result) }
    return try result.cast(to: type)
  }

  /// Ones on the diagonal `offset`, zeros elsewhere.
  static func eye(_ rows: Int, _ columns: Int? = nil, offset: Int = 0, type: ElementType = .float64) throws(Fault)
    -> NDArray
  {
    let width = columns ?? rows
    let result = try zeros(Dimensions(rows, width), type)
    let one = NumPyScalar(1).cast(to: type)
    let data = result.mutableData
    for row in 0..<rows {
      let (column, overflow) = row.addingReportingOverflow(offset)
      if !overflow && column >= 0 && column < width { data.store(one, at: (row &* width &+ column) &* type.size) }
    }
    return result
  }

  /// Ones at and below the diagonal `offset`, zeros above.
  static func tri(_ rows: Int, _ columns: Int? = nil, offset: Int = 0, type: ElementType = .float64) throws(Fault)
    -> NDArray
  {
    let width = columns ?? rows
    let result = try zeros(Dimensions(rows, width), type)
    let one = NumPyScalar(1).cast(to: type)
    let data = result.mutableData
    for row in 0..<rows {
      let (last, overflow) = row.addingReportingOverflow(offset)
      let end = overflow ? (offset > 0 ? width : 0) : min(max(last &+ (last == Int.max ? 0 : 1), 0), width)
      for column in 0..<end { data.store(one, at: (row &* width &+ column) &* type.size) }
    }
    return result
  }
}
