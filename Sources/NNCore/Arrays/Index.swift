import NNKernels

/// Python's `start:stop:step`, each part possibly absent.
struct Slice: Equatable {
  var start: Int?
  var stop: Int?
  var step: Int?

  init(_ start: Int? = nil, _ stop: Int? = nil, _ step: Int? = nil) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  /// The first index, the step and the number of indices in a sequence of `length`, as Python's `slice.indices`.
  /// Throws ValueError for a step of zero.
  @inline(__always) func resolved(_ length: Int) throws(Fault) -> (start: Int, step: Int, count: Int) {
    let step = self.step ?? 1
    if step == 0 { throw Fault(.valueError, "slice step cannot be zero") }
    let low = step > 0 ? 0 : -1
    let high = step > 0 ? length : length &- 1
    let first = start.map { Slice.clamped($0, length, low, high) } ?? (step > 0 ? low : high)
    let last = stop.map { Slice.clamped($0, length, low, high) } ?? (step > 0 ? high : low)
    return (first, step, Creation.rangeCount(first, last, step))
  }

  @inline(__always) private static func clamped(_ index: Int, _ length: Int, _ low: Int, _ high: Int) -> Int {
    index < 0 ? max(index &+ length, low) : min(index, high)
  }
}

/// One part of a subscript.
enum Index: ~Copyable {
  case integer(Int)
  case slice(Slice)
  case newAxis
  case ellipsis
  /// An array of integers, or of bool (a mask), of any number of axes.
  case array(Ref<NDArray>)
  case boolean(Bool)
}

/// What a subscript gives: an element when every axis has an integer, else an array.
enum Subscripted: ~Copyable {
  case element(NumPyScalar)
  case array(NDArray)
}

/// The errors of subscripts.
enum IndexFaults {
  static func tooMany(_ rank: Int, _ indexed: Int) -> Fault {
    Fault(.indexError, "too many indices for array: array is \(rank)-dimensional, but \(indexed) were indexed")
  }

  static var twoEllipses: Fault { Fault(.indexError, "an index can only have a single ellipsis ('...')") }

  static var notIntegers: Fault {
    Fault(.indexError, "arrays used as indices must be of integer (or boolean) type")
  }

  static func maskMismatch(axis: Int, size: Int, mask: Int) -> Fault {
    Fault(
      .indexError,
      "boolean index did not match indexed array along axis \(axis); size of axis is \(size) but size of corresponding "
        + "boolean axis is \(mask)")
  }
}
