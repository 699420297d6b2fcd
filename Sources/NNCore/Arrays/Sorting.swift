import NNKernels

/// Sorting, searching, counting.
enum Sorting {
  /// A sorted copy along an axis, or of the flattened array for nil; nan last. Throws AxisError, KeyboardInterrupt.
  static func sorted(_ x: borrowing NDArray, axis: Int? = -1) throws(Fault) -> NDArray {
    guard let axis else { return try sorted(try x.flattened(), axis: 0) }
    let place = try Axes.normalized(axis, rank: x.rank)
    if x.type.computingType != x.type && !x.type.isSortedAsIs {
      let wide = try x.cast(to: x.type.computingType)
      try sort(wide, place)
      return try wide.cast(to: x.type)
    }
    let result = try x.copied(order: .keep)
    try sort(result, place)
    return result
  }

  /// Sorts an array in place along an axis: NumPy's `a.sort()`. Throws AxisError, ValueError for a read-only array,
  /// KeyboardInterrupt.
  static func sortInPlace(_ x: borrowing NDArray, axis: Int = -1) throws(Fault) {
    let place = try Axes.normalized(axis, rank: x.rank)
    try x.checkWriteable("sort array")
    if x.type.computingType != x.type && !x.type.isSortedAsIs {
      return try x.assign(try sorted(x, axis: axis))
    }
    try sort(x, place)
  }

  private static func sort(_ x: borrowing NDArray, _ axis: Int) throws(Fault) {
    let (data, count, stride, type) = (x.mutableData, x.shape[axis], x.strides[axis], x.type)
    if !type.isNumber {
      let size = type.size
      return try Lanes.forEach(x.shape.removing(axis), x.strides.removing(axis)) { (offset) throws(Fault) in
        let lane = data.advanced(by: offset)
        let order = try SlowOrder.order(type, lane, count: count, stride: stride)
        let copy = try Creation.empty(Dimensions(count), type)
        for (number, index) in order.enumerated() {
          copy.mutableData.advanced(by: number &* size).copy(from: lane.advanced(by: index &* stride), byteCount: size)
        }
        for number in 0..<count {
          lane.advanced(by: number &* stride).copy(from: copy.data.advanced(by: number &* size), byteCount: size)
        }
      }
    }
    try Lanes.forEach(x.shape.removing(axis), x.strides.removing(axis)) { (offset) throws(Fault) in
      try ArrayKernels.sort(type, data.advanced(by: offset), count: count, stride: stride)
    }
  }

  /// The indices that sort along an axis, or the flattened array for nil; equal elements keep their order. Throws
  /// AxisError, KeyboardInterrupt.
  static func argsort(_ x: borrowing NDArray, axis: Int? = -1) throws(Fault) -> NDArray {
    guard let axis else { return try argsort(try x.raveled(), axis: 0) }
    if x.type.computingType != x.type && !x.type.isSortedAsIs {
      return try argsort(try x.cast(to: x.type.computingType), axis: axis)
    }
    let place = try Axes.normalized(axis, rank: x.rank)
    let out = try Creation.empty(x.shape, .int64)
    let (data, target, type) = (x.data, out.mutableData, x.type)
    let (count, stride, outStride) = (x.shape[place], x.strides[place], out.strides[place])
    try Lanes.forEach(x.shape.removing(place), x.strides.removing(place), out.strides.removing(place)) {
      (from, to) throws(Fault) in
      if !type.isNumber {
        let order = try SlowOrder.order(type, data.advanced(by: from), count: count, stride: stride)
        for (number, index) in order.enumerated() { target.store(index, at: to &+ number &* outStride) }
        return
      }
      try ArrayKernels.argsort(
        type, data.advanced(by: from), count: count, stride: stride, out: target.advanced(by: to),
        outStride: outStride)
    }
    return out
  }

  /// Where values would be inserted into a sorted array: before equal elements, or after them where `right`. The
  /// result has the shape of `values`. Throws ValueError unless `sorted` has one axis.
  static func searchsorted(_ sorted: borrowing NDArray, _ values: borrowing NDArray, right: Bool = false) throws(Fault)
    -> NDArray
  {
    if sorted.rank == 0 { throw Fault(.valueError, "object of too small depth for desired array") }
    if sorted.rank > 1 { throw ArrayFaults.tooDeep }
    let type = Promotion.common(sorted.type, values.type).computingType
    let keys = try sorted.cast(to: type, order: .c)
    let queries = try values.cast(to: type, order: .c)
    let out = try Creation.empty(values.shape, .int64)
    if !type.isNumber {
      for number in 0..<queries.count {
        let query = queries.data.advanced(by: number &* type.size)
        var (low, high) = (0, keys.count)
        while low < high {
          let middle = low &+ (high &- low) / 2
          let key = keys.data.advanced(by: middle &* type.size)
          let isBefore = right ? !(try SlowOrder.isLess(type, query, key)) : try SlowOrder.isLess(type, key, query)
          if isBefore { low = middle &+ 1 } else { high = middle }
        }
        out.mutableData.store(low, at: number &* 8)
      }
      return out
    }
    ArrayKernels.searchSorted(
      type, sorted: keys.data, count: keys.count, stride: type.size, queries: queries.data, queryCount: queries.count,
      out: out.mutableData, right: right)
    return out
  }

  /// NumPy's `bincount`: how often each number occurs, at least `minimum` of them. Throws TypeError and ValueError.
  static func bincount(_ x: borrowing NDArray, minimum: Int = 0) throws(Fault) -> NDArray {
    if x.type == .uint64 { return try bincount(try x.cast(to: .int64), minimum: minimum) }
    let places = try binIndices(x, minimum)
    let out = try Creation.zeros(Dimensions(try binCount(places, minimum)), .int64)
    let (data, target) = (places.data, out.mutableData)
    for number in 0..<places.count {
      let place = data.load(Int.self, at: number &* 8) &* 8
      target.store(target.load(Int.self, at: place) &+ 1, at: place)
    }
    return out
  }

  /// NumPy's `bincount` with weights: their sums by number. Throws TypeError and ValueError.
  static func bincount(_ x: borrowing NDArray, weights: borrowing NDArray, minimum: Int = 0) throws(Fault) -> NDArray {
    let places = try binIndices(x, minimum)
    if weights.shape != x.shape { throw Fault(.valueError, "The weights and list don't have the same length.") }
    let values = try weights.cast(to: .float64, order: .c)
    let out = try Creation.zeros(Dimensions(try binCount(places, minimum)), .float64)
    let (data, target, source) = (places.data, out.mutableData, values.data)
    for number in 0..<places.count {
      let place = data.load(Int.self, at: number &* 8) &* 8
      target.store(target.load(Double.self, at: place) + source.load(Double.self, at: number &* 8), at: place)
    }
    return out
  }

  private static func binIndices(_ x: borrowing NDArray, _ minimum: Int) throws(Fault) -> NDArray {
    if minimum < 0 { throw Fault(.valueError, "'minlength' must not be negative") }
    if x.rank > 1 {
      throw Fault(
        .valueError,
        "setting an array element with a sequence. The requested array would exceed the maximum number of dimension "
          + "of 1.")
    }
    // An empty list of Python is float64 and still counts as no numbers.
    if x.count > 0 { try Casting.safe.check(x.type, to: .int64) }
    if x.type == .int64 && x.rank == 1 && x.isContiguous { return x.view() }
    return try x.cast(to: .int64, order: .c).reshaped([-1])
  }

  private static func binCount(_ places: borrowing NDArray, _ minimum: Int) throws(Fault) -> Int {
    var (least, largest) = (0, -1)
    let data = places.data
    for number in 0..<places.count {
      let place = data.load(Int.self, at: number &* 8)
      least = min(least, place)
      largest = max(largest, place)
    }
    if least < 0 { throw Fault(.valueError, "'list' argument must have no negative elements") }
    return max(largest == Int.max ? largest : largest &+ 1, minimum)
  }
}
