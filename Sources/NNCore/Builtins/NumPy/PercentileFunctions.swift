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
    let a = try context.array(arguments, 0)
    if a.value.type.isRecord { throw Ufunc.add.noLoop(for: a.value.type) }
    let lanes = try SortedLanes(a.value, axes)
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
    let given = try context.array(arguments, 1)
    let isWhole = given.value.type.isInteger || given.value.type == .bool
    let q = try given.value.cast(to: .float64)
    return try context.quantiles(arguments, q, kind, "Quantiles must be in the range [0, 1]", isWhole: isWhole)
  }
}

extension Context {
  /// Quantiles of elements with weights, which are written in the language.
  fileprivate func weighted(_ name: String, _ arguments: Registers) throws(Fault) -> Value {
    try callLibrary("_numpy.nans", name, arguments, 8)
  }

  fileprivate func quantiles(
    _ arguments: Registers, _ q: borrowing NDArray, _ kind: Promotion, _ message: String, isWhole: Bool = false
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
    // Between 0 and 1 as integers there is nothing to interpolate.
    let isExact = isWhole && method == .linear
    if values.value.type == .bool && !method.isDiscrete && !isExact { _ = try Ufunc.subtract.computingType(.bool) }
    var type = Statistics.meanType(values.value.type)
    if case .strong(let own) = kind { type = Promotion.common(type, own.isFloat ? own : .float64) }
    if parts.isEmpty { return .view(try Creation.empty([0], .float64)) }
    var lower = List<Ref<NDArray>>()
    var upper = List<Ref<NDArray>>()
    var weights: [Double] = []
    for part in parts {
      let (low, high, weight) = lanes.places(part, isExact ? .lower : method)
      lower.append(Ref(try lanes.element(low)))
      upper.append(Ref(try lanes.element(high)))
      weights.append(weight)
    }
    let isDiscrete = method.isDiscrete || isExact
    if q.rank == 0 {
      if isDiscrete { return try deliver(try lanes.finish(try lower[0].value.copied(), keep), to: arguments[3]) }
      let weight = try NDArray.scalar(weights[0])
      let result = try lanes.between(lower[0].value, upper[0].value, weight, type)
      return try deliver(try lanes.finish(result, keep), to: arguments[3])
    }
    var stacked = try Joining.stack(lower)
    if !isDiscrete {
      var extents: Dimensions = [weights.count]
      for _ in 1..<stacked.rank { extents.append(1) }
      let parts = try Creation.array(weights, shape: [weights.count]).reshaped(extents)
      stacked = try lanes.between(stacked, try Joining.stack(upper), parts, type)
    }
    stacked = try lanes.finish(stacked, keep, count: weights.count)
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
    let places = try Axes.normalized(axes, rank: x.rank, duplicate: "repeated axis")
    let lanes = try x.joiningAxes(places)
    let others = lanes.shape.dropping(last: 1)
    if axes != nil && places.count != 1 && x.count == 0 && others.product == 0 {
      // NumPy does not know how long the joined axis would be.
      let kept = others.map(String.init).joined(separator: ",")
      throw Fault(.valueError, "cannot reshape array of size 0 into shape (\(kept),newaxis)")
    }
    var kept = x.shape
    for axis in places { kept[axis] = 1 }
    sorted = try Sorting.sorted(lanes, axis: -1)
    length = lanes.shape[others.count]
    keptShape = kept
  }

  func element(_ index: Int) -> NDArray { sorted.dropping(sorted.rank - 1, at: index) }

  /// A result with nan where an element is nan (nan stand last), in the wanted shape: of `count` quantiles, or of one.
  func finish(_ result: consuming NDArray, _ keepDimensions: Bool, count: Int? = nil) throws(Fault) -> NDArray {
    let marked =
      sorted.type.isFloat && length > 0
      ? try Selection.select(try Ufunc.isnan.unary(element(length - 1)), element(length - 1), result, type: result.type)
      : result
    if !keepDimensions { return marked }
    guard let count else { return try marked.reshaped(keptShape) }
    var shape: Dimensions = [count]
    for extent in keptShape { shape.append(extent) }
    return try marked.reshaped(shape)
  }

  func median(keepDimensions: Bool) throws(Fault) -> NDArray {
    if length == 0 {
      return try finish(
        try Creation.full(
          sorted.shape.dropping(last: 1), NumPyScalar(Double.nan).cast(to: Statistics.meanType(sorted.type))),
        keepDimensions)
    }
    // As means are, those of float16 are computed in float32.
    let type = Statistics.meanType(sorted.type)
    let upper = try element(length / 2).cast(to: type == .float16 ? .float32 : type)
    // NumPy's is a mean, which begins at 0: no -0.0.
    if length % 2 == 1 {
      let zero = try NDArray.scalar(0).cast(to: upper.type)
      return try finish(try Ufunc.add.binary(upper, zero).cast(to: type), keepDimensions)
    }
    let lower = try element(length / 2 - 1).cast(to: upper.type)
    let two = try NDArray.scalar(2).cast(to: upper.type)
    let sum = try Ufunc.add.binary(try Ufunc.add.binary(lower, upper), try NDArray.scalar(0).cast(to: upper.type))
    return try finish(try Ufunc.divide.binary(sum, two).cast(to: type), keepDimensions)
  }

  /// Between which elements the part q lies by a method, and how far from the first to the second.
  func places(_ q: Double, _ method: Method) -> (low: Int, high: Int, weight: Double) {
    let place = q * Double(length - 1)
    let low = min(max(Int(place), 0), length - 1)
    let high = min(low + 1, length - 1)
    let weight = place - Double(low)
    switch method {
    case .lower: return (low, low, 0)
    case .higher:
      let chosen = weight > 0 ? high : low
      return (chosen, chosen, 0)
    case .nearest:
      let chosen = weight > 0.5 || (weight == 0.5 && low % 2 == 1) ? high : low
      return (chosen, chosen, 0)
    case .midpoint: return (low, weight > 0 ? high : low, weight > 0 ? 0.5 : 0)
    case .linear: return (low, high, weight)
    case .invertedCDF, .closestObservation:
      let place = Double(length) * q - (method == .invertedCDF ? 1 : 1.5)
      let before = place.rounded(.down)
      let stays = before == place && (method == .invertedCDF || before.truncatingRemainder(dividingBy: 2) == 1)
      let chosen = bounded(stays ? before : before + 1)
      return (chosen, chosen, 0)
    case .averagedInvertedCDF:
      let place = Double(length) * q - 1
      let before = place.rounded(.down)
      return (bounded(before), place < 0 ? 0 : bounded(before + 1), before == place ? 0.5 : 1)
    default:
      let place = method.place(q, Double(length))
      let before = place.rounded(.down)
      return (bounded(before), place < 0 ? 0 : bounded(before + 1), place - before)
    }
  }

  /// An index brought among the elements.
  private func bounded(_ index: Double) -> Int { min(max(Int(index), 0), length - 1) }

  /// Values between two, by their weights: from the nearer side, so that the ends are exact.
  func between(
    _ lower: borrowing NDArray, _ upper: borrowing NDArray, _ weights: consuming NDArray, _ type: ElementType
  ) throws(Fault) -> NDArray {
    let a = try lower.cast(to: type)
    let b = try upper.cast(to: type)
    let part = try weights.cast(to: type)
    // That of integers is one, and may wrap.
    let isWhole = lower.type.isInteger && upper.type == lower.type
    let difference =
      isWhole ? try Ufunc.subtract.binary(upper, lower).cast(to: type) : try Ufunc.subtract.binary(b, a)
    let fromLower = try Ufunc.add.binary(a, try Ufunc.multiply.binary(difference, part))
    let rest = try Ufunc.subtract.binary(try NDArray.scalar(1).cast(to: type), part)
    let fromUpper = try Ufunc.multiply.binary(difference, rest)
    let isUpper = try Ufunc.greaterEqual.binary(part, try NDArray.scalar(0.5).cast(to: type))
    if try !Reduction.any.reduce(isUpper).firstElement.asBool { return fromLower }
    return try Selection.select(isUpper, try Ufunc.subtract.binary(b, fromUpper), fromLower, type: type)
  }
}
