import NNKernels

extension Builtin {
  /// Functions that read sorted elements.
  static let percentiles: [Builtin] = [.median, .percentile, .quantile]

  static let median = Builtin(
    "numpy.median(a, axis=None, out=None, overwrite_input=False, keepdims=False)",
    "The middle of the sorted elements over the given axes, or the mean of the two in the middle.",
    example: "median([5, 1, 3, 2])  # np.float64(2.5)"
  ) { (context, arguments) throws(Fault) in
    let axes = try context.axes(arguments[1])
    let keep = try context.flag(arguments[4])
    let lanes = try SortedLanes(try context.array(arguments, 0).value, axes)
    if lanes.length == 0 { try context.warn(.runtimeWarning, "Mean of empty slice") }
    return try context.deliver(try lanes.median(keepDimensions: keep), to: arguments[2])
  }

  static let percentile = Builtin(
    "numpy.percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, "
      + "weights=None)",
    "The value below which q percent of the sorted elements lie; a sequence of q adds an axis in front.",
    example: "percentile([1, 2, 3, 4], [25, 50])  # array([1.75, 2.5 ])"
  ) { (context, arguments) throws(Fault) in
    let q = try context.array(arguments, 1)
    if !arguments[7].isNone { return try context.weighted("_weighted_percentile", arguments) }
    let hundred = try Ufunc.divide.binary(q.value, try NDArray.scalar(100))
    return try context.quantiles(arguments, hundred, "Percentiles must be in the range [0, 100]")
  }

  static let quantile = Builtin(
    "numpy.quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, "
      + "weights=None)",
    "The value below which the part q of the sorted elements lies; a sequence of q adds an axis in front.",
    example: "quantile([1, 2, 3, 4], 0.25)  # np.float64(1.75)"
  ) { (context, arguments) throws(Fault) in
    if !arguments[7].isNone { return try context.weighted("_weighted_quantile", arguments) }
    let q = try context.array(arguments, 1).value.cast(to: .float64)
    return try context.quantiles(arguments, q, "Quantiles must be in the range [0, 1]")
  }
}

extension Context {
  /// Quantiles of elements with weights, which are written in the language.
  fileprivate func weighted(_ name: String, _ arguments: Registers) throws(Fault) -> Value {
    try callLibrary("_numpy.nans", name, arguments, 8)
  }

  fileprivate func quantiles(_ arguments: Registers, _ q: borrowing NDArray, _ message: String) throws(Fault) -> Value {
    let parts = q.doubles()
    if parts.contains(where: { !($0 >= 0 && $0 <= 1) }) { throw Fault(.valueError, message) }
    if q.rank > 1 { throw Fault(.valueError, "q must be a scalar or 1d") }
    let axes = try self.axes(arguments[2])
    let keep = try flag(arguments[6])
    let name = try optionalText(arguments[5], "method") ?? "linear"
    guard let method = SortedLanes.Method(rawValue: name) else {
      throw Fault(
        .valueError, "'\(name)' is not a valid method. Use one of: linear, lower, higher, midpoint, nearest")
    }
    let values = try array(arguments, 0)
    if values.value.type.isComplex { throw Fault(.typeError, "a must be an array of real numbers") }
    let lanes = try SortedLanes(values.value, axes)
    if lanes.length == 0 { throw Fault(.indexError, "index -1 is out of bounds for axis 0 with size 0") }
    if values.value.type == .bool && method != .lower && method != .higher && method != .nearest {
      _ = try Ufunc.subtract.computingType(.bool)
    }
    var results = List<Ref<NDArray>>()
    for part in parts { results.append(Ref(try lanes.quantile(part, method, keepDimensions: keep))) }
    if q.rank == 0 { return try deliver(results[0].value.view(), to: arguments[3]) }
    if results.isEmpty { return .view(try Creation.empty([0], .float64)) }
    return try deliver(try Joining.stack(results), to: arguments[3])
  }
}

/// An array sorted over some of its axes, which are joined to one and stand last.
private struct SortedLanes: ~Copyable {
  enum Method: String { case linear, lower, higher, midpoint, nearest }

  let sorted: NDArray
  let length: Int
  /// The array's shape with the sorted axes as ones.
  private let keptShape: Dimensions

  init(_ x: borrowing NDArray, _ axes: Dimensions?) throws(Fault) {
    let places: Dimensions =
      if let axes { try Axes.normalized(axes, rank: x.rank, duplicate: "repeated axis") } else { Axes.all(x.rank) }
    var order = Dimensions()
    var shape = Dimensions()
    var kept = x.shape
    for axis in 0..<x.rank where !places.contains(axis) {
      order.append(axis)
      shape.append(x.shape[axis])
    }
    var length = 1
    for axis in places {
      order.append(axis)
      length &*= x.shape[axis]
      kept[axis] = 1
    }
    shape.append(length)
    sorted = try Sorting.sorted(try x.permuted(order).reshaped(shape), axis: -1)
    self.length = length
    keptShape = kept
  }

  private func element(_ index: Int) -> NDArray { sorted.dropping(sorted.rank - 1, at: index) }

  /// A result with nan where an element is nan (nan stand last), in the wanted shape.
  private func finish(_ result: consuming NDArray, _ keepDimensions: Bool) throws(Fault) -> NDArray {
    let marked =
      sorted.type.isFloat && length > 0
      ? try Selection.select(try Ufunc.isnan.unary(element(length - 1)), element(length - 1), result, type: result.type)
      : result
    return keepDimensions ? try marked.reshaped(keptShape) : marked
  }

  func median(keepDimensions: Bool) throws(Fault) -> NDArray {
    if length == 0 {
      return try finish(
        try Creation.full(
          sorted.shape.dropping(last: 1), NumPyScalar(Double.nan).cast(to: Statistics.meanType(sorted.type))),
        keepDimensions)
    }
    let upper = try element(length / 2).cast(to: Statistics.meanType(sorted.type))
    // NumPy's is a mean, which begins at 0: no -0.0.
    if length % 2 == 1 {
      let zero = try NDArray.scalar(0).cast(to: upper.type)
      return try finish(try Ufunc.add.binary(upper, zero), keepDimensions)
    }
    let lower = try element(length / 2 - 1).cast(to: upper.type)
    let two = try NDArray.scalar(2).cast(to: upper.type)
    let sum = try Ufunc.add.binary(try Ufunc.add.binary(lower, upper), try NDArray.scalar(0).cast(to: upper.type))
    return try finish(try Ufunc.divide.binary(sum, two), keepDimensions)
  }

  /// The element at the place q·(length - 1), between two by the method (NumPy's `_lerp`).
  func quantile(_ q: Double, _ method: Method, keepDimensions: Bool) throws(Fault) -> NDArray {
    let place = q * Double(length - 1)
    let low = min(max(Int(place), 0), length - 1)
    let high = min(low + 1, length - 1)
    let weight = place - Double(low)
    switch method {
    case .lower: return try finish(element(low).copied(), keepDimensions)
    case .higher: return try finish(element(weight > 0 ? high : low).copied(), keepDimensions)
    case .nearest:
      let isUp = weight > 0.5 || (weight == 0.5 && low % 2 == 1)
      return try finish(element(isUp ? high : low).copied(), keepDimensions)
    case .midpoint: return try finish(try lerp(low, weight > 0 ? high : low, weight > 0 ? 0.5 : 0), keepDimensions)
    case .linear: return try finish(try lerp(low, high, weight), keepDimensions)
    }
  }

  private func lerp(_ low: Int, _ high: Int, _ weight: Double) throws(Fault) -> NDArray {
    let type = Statistics.meanType(sorted.type)
    let a = try element(low).cast(to: type)
    let b = try element(high).cast(to: type)
    let difference = try Ufunc.subtract.binary(b, a)
    let isUpper = weight >= 0.5
    let part = try NDArray.scalar(isUpper ? 1 - weight : weight).cast(to: type)
    let step = try Ufunc.multiply.binary(difference, part)
    return isUpper ? try Ufunc.subtract.binary(b, step) : try Ufunc.add.binary(a, step)
  }
}
