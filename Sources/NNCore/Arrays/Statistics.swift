import NNKernels

/// Means, variances and what else is made of reductions.
enum Statistics {
  /// The type of a mean: float64 for integers and bool.
  static func meanType(_ type: ElementType) -> ElementType { type.isInexact ? type : .float64 }

  /// How many elements each result of a reduction covers.
  static func reducedCount(_ x: borrowing NDArray, _ axes: Dimensions?) throws(Fault) -> Int {
    guard let axes else { return x.count }
    var result = 1
    for axis in try Axes.normalized(axes, rank: x.rank) { result &*= x.shape[axis] }
    return result
  }

  /// The mean over the axes (all where nil). Throws AxisError. For no elements the result is nan, with the warning
  /// `invalid value encountered in divide`; the upper floor adds "Mean of empty slice".
  static func mean(
    _ x: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false, type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    if x.type == .float16 && type == nil {
      return try mean(x, axes: axes, keepDimensions: keepDimensions, type: .float32).cast(to: .float16)
    }
    let count = try reducedCount(x, axes)
    let sum = try Reduction.sum.reduce(
      x, axes: axes, keepDimensions: keepDimensions, type: type ?? meanType(x.type))
    return try divide(sum, by: Double(count))
  }

  /// Division by a count in float64, rounded to the type of the dividend.
  private static func divide(_ x: consuming NDArray, by count: Double) throws(Fault) -> NDArray {
    let type = x.type
    if x.rank == 0 {
      // A result without axes is a scalar in NumPy, and its warnings say so.
      let wide = try Ufunc.divide.scalar(
        .scalar(x.firstElement.cast(to: type.isComplex ? .complex128 : .float64)), .real(count))
      return try Creation.scalar(wide.cast(to: type))
    }
    if type == .float64 {
      try Ufunc.divide.run(type, out: x, x: x, scalar: NumPyScalar(count), scalarFirst: false)
      return x
    }
    if type.isComplex { return try Ufunc.divide.binary(.array(Ref(x)), .real(count)).value.adopted() }
    let wide = try x.cast(to: .float64)
    try Ufunc.divide.run(.float64, out: wide, x: wide, scalar: NumPyScalar(count), scalarFirst: false)
    return try wide.cast(to: type)
  }

  /// The variance over the axes (all where nil): the mean of squared deviations, divided by count - ddof. Computed as
  /// NumPy does: mean, subtract, square, sum, divide. Throws AxisError.
  static func variance(
    _ x: borrowing NDArray, axes: Dimensions? = nil, ddof: Double = 0, keepDimensions: Bool = false,
    type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    if x.type == .float16 && type == nil {
      return try variance(
        try x.cast(to: .float32), axes: axes, ddof: ddof, keepDimensions: keepDimensions
      ).cast(to: .float16)
    }
    let count = try reducedCount(x, axes)
    let mean = try mean(x, axes: axes, keepDimensions: true, type: type)
    let deviations = try Ufunc.subtract.binary(x, mean)
    if deviations.type.isComplex {
      let products = try Ufunc.multiply.binary(deviations, try Ufunc.conjugate.unary(deviations))
      let real = try products.cast(to: deviations.type.partType)
      let sum = try Reduction.sum.reduce(real, axes: axes, keepDimensions: keepDimensions)
      return try divide(sum, by: max(Double(count) - ddof, 0))
    }
    try Ufunc.square.run(deviations.type, out: deviations, x: deviations)
    let sum = try Reduction.sum.reduce(deviations, axes: axes, keepDimensions: keepDimensions, type: type)
    return try divide(sum, by: max(Double(count) - ddof, 0))
  }

  /// The square root of the variance. Throws AxisError.
  static func standardDeviation(
    _ x: borrowing NDArray, axes: Dimensions? = nil, ddof: Double = 0, keepDimensions: Bool = false,
    type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    let result = try variance(x, axes: axes, ddof: ddof, keepDimensions: keepDimensions, type: type)
    try Ufunc.sqrt.run(result.type, out: result, x: result)
    return result
  }

  /// The distance from the least to the largest element: NumPy's `ptp`.
  static func peakToPeak(_ x: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false) throws(Fault)
    -> NDArray
  {
    try Ufunc.subtract.binary(
      try Reduction.maximum.reduce(x, axes: axes, keepDimensions: keepDimensions),
      try Reduction.minimum.reduce(x, axes: axes, keepDimensions: keepDimensions))
  }

  /// How many elements are not zero.
  static func countNonzero(_ x: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false)
    throws(Fault) -> NDArray
  {
    try Reduction.sum.reduce(try x.cast(to: .bool), axes: axes, keepDimensions: keepDimensions)
  }

  /// The indices of the first extremes along an axis, or in the flattened array for nil. Throws ValueError for the
  /// extreme of nothing, AxisError.
  static func argExtreme(
    _ operation: ArgOperation, _ x: borrowing NDArray, axis: Int? = nil, keepDimensions: Bool = false
  ) throws(Fault) -> NDArray {
    if x.type.computingType != x.type {
      return try argExtreme(operation, try x.cast(to: x.type.computingType), axis: axis, keepDimensions: keepDimensions)
    }
    guard let axis else {
      let flat = try x.contiguous().reshaped([-1])
      let result = try argExtreme(operation, flat, axis: 0)
      return keepDimensions ? try result.reshaped(Dimensions(repeating: 1, count: x.rank)) : result
    }
    if x.rank == 0 {
      let result = try argExtreme(operation, try x.reshaped([1]), axis: axis)
      return keepDimensions ? result : try result.reshaped(Dimensions())
    }
    let place = try Axes.normalized(axis, rank: x.rank)
    let shape = x.shape.removing(place)
    let out = try Creation.empty(keepDimensions ? x.shape.replacing(place, with: 1) : shape, .int64)
    if x.shape[place] == 0 {
      throw Fault(
        .valueError, "attempt to get \(operation == .maximum ? "argmax" : "argmin") of an empty sequence")
    }
    let (data, target, count, stride, type) = (x.data, out.mutableData, x.shape[place], x.strides[place], x.type)
    if !type.isNumber {
      try Lanes.forEach(shape, x.strides.removing(place), shape.contiguousStrides(itemSize: 8)) {
        (from, to) throws(Fault) in
        let lane = data.advanced(by: from)
        var best = 0
        for index in 1..<max(count, 1) {
          let (here, there) = (lane.advanced(by: index &* stride), lane.advanced(by: best &* stride))
          let isBetter =
            try operation == .maximum ? SlowOrder.isLess(type, there, here) : SlowOrder.isLess(type, here, there)
          if isBetter { best = index }
        }
        target.store(best, at: to)
      }
      return out
    }
    try Lanes.forEach(shape, x.strides.removing(place), shape.contiguousStrides(itemSize: 8)) { from, to in
      let index = ArrayKernels.argReduce(operation, type, x: data.advanced(by: from), count: count, stride: stride)
      target.store(index, at: to)
    }
    return out
  }

  /// Running sums or products along an axis, or over the flattened array for nil. Throws AxisError.
  /// Running sums or products of halves, each rounded, in the memory of the array.
  private static func roundedSums(
    _ operation: CumulativeOperation, _ x: consuming NDArray, _ axis: Int
  ) throws(Fault) -> NDArray {
    let ufunc = operation == .sum ? Ufunc.add : Ufunc.multiply
    let out = x
    for index in 1..<max(out.shape[axis], 1) {
      let next = try ufunc.binary(out.dropping(axis, at: index &- 1), out.dropping(axis, at: index))
      try out.dropping(axis, at: index).assign(next)
      if index & 0xFF == 0xFF { try Interrupts.check() }
    }
    return out
  }

  static func cumulative(
    _ operation: CumulativeOperation, _ x: borrowing NDArray, axis: Int? = nil, type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    guard let axis else { return try cumulative(operation, try x.raveled(), axis: 0, type: type) }
    if !x.type.isNumber {
      return try (operation == .sum ? Ufunc.add : Ufunc.multiply).accumulate(x, axis: axis, type: type)
    }
    if x.rank == 0 { return try cumulative(operation, try x.reshaped([1]), axis: axis, type: type) }
    let place = try Axes.normalized(axis, rank: x.rank)
    let computing = type ?? Reduction.sum.computingType(x.type)
    if computing == .float16 { return try roundedSums(operation, try x.cast(to: computing).copied(order: .c), place) }
    if computing.computingType != computing {
      let source = try x.cast(to: computing)
      return try cumulative(operation, source, axis: axis, type: computing.computingType).cast(to: computing)
    }
    let out = try x.cast(to: computing)
    let (data, count, stride) = (out.mutableData, out.shape[place], out.strides[place])
    let warns = computing.isInexact
    if warns { FloatingPointWarnings.prepare() }
    try Lanes.forEach(out.shape.removing(place), out.strides.removing(place)) { offset in
      let lane = data.advanced(by: offset)
      ArrayKernels.cumulative(operation, computing, count: count, x: lane, stride: stride, out: lane, outStride: stride)
    }
    if warns { FloatingPointWarnings.record("accumulate") }
    return out
  }
}
