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
    let kind = try context.elementPromotion(arguments, 1)
    let q = try context.array(arguments, 1)
    if !arguments[7].isNone { return try context.weighted("_weighted_percentile", arguments) }
    let hundred = try Ufunc.divide.binary(q.value, try NDArray.scalar(100))
    return try context.quantiles(arguments, hundred, kind, "Percentiles must be in the range [0, 100]")
  }

  static let quantile = Builtin(
    "numpy.quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, "
      + "weights=None)",
    "The value below which the part q of the sorted elements lies; a sequence of q adds an axis in front.",
    example: "quantile([1, 2, 3, 4], 0.25)  # np.float64(1.75)"
  ) { (context, arguments) throws(Fault) in
    if !arguments[7].isNone { return try context.weighted("_weighted_quantile", arguments) }
    let kind = try context.elementPromotion(arguments, 1)
    let q = try context.array(arguments, 1).value.cast(to: .float64)
    return try context.quantiles(arguments, q, kind, "Quantiles must be in the range [0, 1]")
  }
}

extension Context {
  /// Quantiles of elements with weights, which are written in the language.
  fileprivate func weighted(_ name: String, _ arguments: Registers) throws(Fault) -> Value {
    try callLibrary("_numpy.nans", name, arguments, 8)
  }

  fileprivate func quantiles(
    _ arguments: Registers, _ q: borrowing NDArray, _ kind: Promotion, _ message: String
  ) throws(Fault) -> Value {
    let parts = q.doubles()
    if parts.contains(where: { !($0 >= 0 && $0 <= 1) }) { throw Fault(.valueError, message) }
    if q.rank > 2 { throw Fault(.valueError, "q must be a scalar or 1d") }
    let axes = try self.axes(arguments[2])
    let keep = try flag(arguments[6])
    let name = try optionalText(arguments[5], "method") ?? "linear"
    guard let method = SortedLanes.Method(rawValue: name) else {
      throw Fault(
        .valueError,
        "'\(name)' is not a valid method. Use one of: dict_keys(["
          + SortedLanes.Method.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") + "])")
    }
    let values = try array(arguments, 0)
    if values.value.type.isComplex { throw Fault(.typeError, "a must be an array of real numbers") }
    let lanes = try SortedLanes(values.value, axes)
    if lanes.length == 0 { throw Fault(.indexError, "index -1 is out of bounds for axis 0 with size 0") }
    if values.value.type == .bool && !method.isDiscrete { _ = try Ufunc.subtract.computingType(.bool) }
    var type = Statistics.meanType(values.value.type)
    if case .strong(let own) = kind { type = Promotion.common(type, own.isFloat ? own : .float64) }
    var results = List<Ref<NDArray>>()
    for part in parts { results.append(Ref(try lanes.quantile(part, method, type, keepDimensions: keep))) }
    if q.rank == 0 { return try deliver(results[0].value.view(), to: arguments[3]) }
    if results.isEmpty { return .view(try Creation.empty([0], .float64)) }
    let stacked = try Joining.stack(results)
    if q.rank == 1 { return try deliver(stacked, to: arguments[3]) }
    var shape = q.shape
    for axis in 1..<stacked.rank { shape.append(stacked.shape[axis]) }
    return try deliver(try stacked.reshaped(shape), to: arguments[3])
  }
}

/// An array sorted over some of its axes, which are joined to one and stand last.
private struct SortedLanes: ~Copyable {
  /// NumPy's names, in its order.
  enum Method: String, CaseIterable {
    case invertedCDF = "inverted_cdf"
    case averagedInvertedCDF = "averaged_inverted_cdf"
    case closestObservation = "closest_observation"
    case interpolatedInvertedCDF = "interpolated_inverted_cdf"
    case hazen, weibull, linear
    case medianUnbiased = "median_unbiased"
    case normalUnbiased = "normal_unbiased"
    case lower, higher, midpoint, nearest

    /// Whether results are elements, never something between two.
    var isDiscrete: Bool {
      switch self {
      case .invertedCDF, .closestObservation, .lower, .higher, .nearest: true
      default: false
      }
    }

    /// Where a quantile lies among `count` sorted elements, for the methods with two parameters (Hyndman and Fan).
    func place(_ q: Double, _ count: Double) -> Double {
      let (alpha, beta): (Double, Double) =
        switch self {
        case .interpolatedInvertedCDF: (0, 1)
        case .hazen: (0.5, 0.5)
        case .weibull: (0, 0)
        case .medianUnbiased: (1 / 3, 1 / 3)
        case .normalUnbiased: (3 / 8, 3 / 8)
        default: (1, 1)
        }
      return count * q + (alpha + q * (1 - alpha - beta)) - 1
    }
  }

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

  /// The element at the place that a method finds for q, or between two (NumPy's `_lerp`).
  func quantile(
    _ q: Double, _ method: Method, _ type: ElementType, keepDimensions: Bool
  ) throws(Fault) -> NDArray {
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
    case .midpoint:
      return try finish(try lerp(low, weight > 0 ? high : low, weight > 0 ? 0.5 : 0, type), keepDimensions)
    case .linear: return try finish(try lerp(low, high, weight, type), keepDimensions)
    case .invertedCDF, .closestObservation:
      let place = Double(length) * q - (method == .invertedCDF ? 1 : 1.5)
      let before = place.rounded(.down)
      let stays = before == place && (method == .invertedCDF || before.truncatingRemainder(dividingBy: 2) == 1)
      return try finish(element(bounded(stays ? before : before + 1)).copied(), keepDimensions)
    case .averagedInvertedCDF:
      let place = Double(length) * q - 1
      let before = place.rounded(.down)
      let (low, high) = (bounded(before), place < 0 ? 0 : bounded(before + 1))
      return try finish(try lerp(low, high, before == place ? 0.5 : 1, type), keepDimensions)
    default:
      let place = method.place(q, Double(length))
      let before = place.rounded(.down)
      let (low, high) = (bounded(before), place < 0 ? 0 : bounded(before + 1))
      return try finish(try lerp(low, high, place - before, type), keepDimensions)
    }
  }

  /// An index brought among the elements.
  private func bounded(_ index: Double) -> Int { min(max(Int(index), 0), length - 1) }

  private func lerp(_ low: Int, _ high: Int, _ weight: Double, _ type: ElementType) throws(Fault) -> NDArray {
    let a = try element(low).cast(to: type)
    let b = try element(high).cast(to: type)
    let difference = try Ufunc.subtract.binary(b, a)
    let isUpper = weight >= 0.5
    let part = try NDArray.scalar(isUpper ? 1 - weight : weight).cast(to: type)
    let step = try Ufunc.multiply.binary(difference, part)
    return isUpper ? try Ufunc.subtract.binary(b, step) : try Ufunc.add.binary(a, step)
  }
}
