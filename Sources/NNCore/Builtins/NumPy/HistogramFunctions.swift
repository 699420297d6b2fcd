import NNKernels

extension Builtin {
  /// Counting in bins, and interpolation between points.
  static let histograms: [Builtin] = [.bincount, .histogram, .histogramBinEdges, .digitize, .interp]

  static let bincount = Builtin(
    "numpy.bincount(x, /, weights=None, minlength=0)",
    "How often each number from 0 to the largest occurs, or the sums of the weights of each.",
    example: "bincount([0, 2, 2])  # array([1, 0, 2])"
  ) { (context, arguments) throws(Fault) in
    // A list of floats is cut to integers, an array of floats refused: NumPy's.
    let isList = arguments[0].asList != nil || arguments[0].asTuple != nil
    let x = Ref(try ArrayConversion.array(arguments[0], type: isList ? .int64 : nil, in: context))
    if !isList && x.value.rank == 1 && x.value.type != .uint64 { try Casting.safe.check(x.value.type, to: .int64) }
    if x.value.rank == 0 { throw Fault(.valueError, "object of too small depth for desired array") }
    let least = try context.integer(arguments[2])
    if arguments[1].isNone { return .view(try Sorting.bincount(x.value, minimum: least)) }
    return .view(try Sorting.bincount(x.value, weights: try context.array(arguments, 1).value, minimum: least))
  }

  static let histogram = Builtin(
    "numpy._histogram(a, bins=10, range=None, density=None, weights=None)",
    "How many elements lie in each bin (the last one includes its right edge), and the edges: a tuple of two arrays. "
      + "`bins` is a number of equal bins between the extremes (or in `range`), or the edges themselves.",
    example: "histogram([1, 2, 2, 4], bins=3)  # (array([1, 2, 1]), array([1., 2., 3., 4.]))"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0).value.raveled()
    let edges = try context.binEdges(arguments)
    let counts: NDArray
    if arguments[4].isNone {
      counts = try Histograms.counts(a, edges)
    } else {
      let weights = try context.array(arguments, 4)
      if weights.value.count != a.count { throw Fault(.valueError, "weights should have the same shape as a.") }
      counts = try Histograms.counts(a, edges, weights: try weights.value.raveled())
    }
    if try !context.flag(arguments[3]) { return .tuple(.view(counts), .view(edges)) }
    let widths = try Rearranging.differences(edges)
    let total = try Reduction.sum.reduce(counts)
    let density = try Ufunc.divide.binary(try Ufunc.divide.binary(counts, widths), total)
    return .tuple(.view(density), .view(edges))
  }

  static let histogramBinEdges = Builtin(
    "numpy._histogram_bin_edges(a, bins=10, range=None)", "The edges of the bins that `histogram` takes.",
    example: "histogram_bin_edges([1, 4], bins=3)  # array([1., 2., 3., 4.])"
  ) { (context, arguments) throws(Fault) in .view(try context.binEdges(arguments)) }

  static let digitize = Builtin(
    "numpy.digitize(x, bins, right=False)", "The number of the bin of each element: bins[i-1] <= x < bins[i].",
    example: "digitize([0.5, 2.5], [0, 1, 2])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    let bins = try context.array(arguments, 1)
    let isRight = try context.flag(arguments[2])
    if x.value.type.isComplex { throw Fault(.typeError, "x may not be complex") }
    if bins.value.rank != 1 { throw ArrayFaults.tooDeep }
    let steps = try Rearranging.differences(try bins.value.cast(to: .float64))
    let isRising = steps.doubles().allSatisfy { $0 >= 0 }
    if isRising { return .result(try Sorting.searchsorted(bins.value, x.value, right: !isRight)) }
    guard steps.doubles().allSatisfy({ $0 <= 0 }) else {
      throw Fault(.valueError, "bins must be monotonically increasing or decreasing")
    }
    let places = try Sorting.searchsorted(try bins.value.flipped(), x.value, right: !isRight)
    return .result(try Ufunc.subtract.binary(try Creation.scalar(NumPyScalar(bins.value.count)), places))
  }

  static let interp = Builtin(
    "numpy._interp(x, xp, fp, left=None, right=None, period=None)",
    "Values at x on the lines between the points (xp, fp), whose xp rise; beyond them the first and last fp.",
    example: "interp([1.5, 9], [1, 2, 3], [10, 20, 30])  # array([15., 30.])"
  ) { (context, arguments) throws(Fault) in
    let places = try context.array(arguments, 0)
    if places.value.type.isComplex {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(DType(places.value.type).text) to dtype('float64') according to the rule 'safe'")
    }
    let x = try places.value.cast(to: .float64)
    let points = try context.array(arguments, 1).value.cast(to: .float64, order: .c)
    let values = try context.array(arguments, 2).value.cast(to: .float64, order: .c)
    if points.rank != 1 || values.rank != 1 { throw ArrayFaults.tooDeep }
    if points.count == 0 { throw Fault(.valueError, "array of sample points is empty") }
    if points.count != values.count { throw Fault(.valueError, "fp and xp are not of the same length.") }
    if !arguments[5].isNone { throw Fault(.notImplementedError, "interp with a period is not here yet") }
    let low = arguments[3].isNone ? values.element(0).asDouble : try context.double(arguments[3])
    let high = arguments[4].isNone ? values.element(values.count - 1).asDouble : try context.double(arguments[4])
    return .result(try Histograms.interpolated(x, points, values, low: low, high: high))
  }
}

extension Context {
  /// The edges of a histogram's bins from `bins` and `range`. ValueError where they do not rise.
  fileprivate func binEdges(_ arguments: Registers) throws(Fault) -> NDArray {
    if arguments[1].asString != nil { throw Fault(.notImplementedError, "bins are a number or edges here") }
    guard let count = try indexInteger(arguments[1]) else {
      if arguments[1].asFloat != nil || arguments[1].asScalar != nil {
        throw Fault(.typeError, "`bins` must be an integer, a string, or an array")
      }
      let edges = try array(arguments, 1)
      if edges.value.rank != 1 { throw Fault(.valueError, "`bins` must be 1d, when an array") }
      let rising = edges.value.type.isUnsigned ? try edges.value.cast(to: .float64) : edges.value.view()
      if try Rearranging.differences(rising).doubles().contains(where: { $0 < 0 }) {
        throw Fault(.valueError, "`bins` must increase monotonically, when an array")
      }
      return try edges.value.copied()
    }
    if count < 1 { throw Fault(.valueError, "`bins` must be positive, when an integer") }
    var (low, high) = (0.0, 1.0)
    let a = try array(arguments, 0)
    if !arguments[2].isNone {
      let limits = try items(arguments[2])
      if limits.count != 2 { throw Fault(.valueError, "not enough values to unpack (expected 2, got \(limits.count))") }
      (low, high) = (try double(limits[0]), try double(limits[1]))
      if low > high { throw Fault(.valueError, "max must be larger than min in range parameter.") }
      if !low.isFinite || !high.isFinite {
        throw Fault(.valueError, "supplied range of [\(low), \(high)] is not finite")
      }
    } else if a.value.count > 0 {
      low = try Reduction.minimum.reduce(a.value).firstElement.asDouble
      high = try Reduction.maximum.reduce(a.value).firstElement.asDouble
      if !low.isFinite || !high.isFinite {
        throw Fault(.valueError, "autodetected range of [\(low), \(high)] is not finite")
      }
    }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    let edges = try Creation.linspace(start: low, stop: high, count: count &+ 1)
    let values = try edges.doubles()
    for index in 1..<Swift.max(values.count, 1) where values[index &- 1] >= values[index] {
      throw Fault(
        .valueError, "Too many bins for data range. Cannot create \(count) finite-sized bins.")
    }
    return edges
  }
}

/// The loops behind histograms and interpolation.
private enum Histograms {
  /// How many elements lie between neighbouring edges, the last bin with its right edge.
  static func counts(_ a: borrowing NDArray, _ edges: borrowing NDArray) throws(Fault) -> NDArray {
    let sorted = try Sorting.sorted(a, axis: nil)
    let count = edges.count
    let starts = try Sorting.searchsorted(sorted, edges.sliced(0, 0, max(count - 1, 0)))
    let end = try Sorting.searchsorted(sorted, edges.sliced(0, max(count - 1, 0), count), right: true)
    var both = List<Ref<NDArray>>()
    both.append(Ref(starts))
    both.append(Ref(end))
    return try Rearranging.differences(try Joining.concatenate(both))
  }

  /// The sums of the weights of the elements of each bin.
  static func counts(_ a: borrowing NDArray, _ edges: borrowing NDArray, weights: borrowing NDArray) throws(Fault)
    -> NDArray
  {
    let order = Ref(try Sorting.argsort(a, axis: 0))
    let sorted = try Rearranging.taken(a, order)
    let sums = try Statistics.cumulative(.sum, try Rearranging.taken(weights, order), axis: 0)
    let running = try Creation.zeros(Dimensions(sums.count + 1), sums.type)
    try running.sliced(0, 1, running.count).assign(sums)
    let count = edges.count
    let starts = try Sorting.searchsorted(sorted, edges.sliced(0, 0, max(count - 1, 0)))
    let end = try Sorting.searchsorted(sorted, edges.sliced(0, max(count - 1, 0), count), right: true)
    var both = List<Ref<NDArray>>()
    both.append(Ref(starts))
    both.append(Ref(end))
    let places = Ref(try Joining.concatenate(both))
    return try Rearranging.differences(try Rearranging.taken(running, places))
  }

  /// Linear interpolation (numpy/_core/src/multiarray/compiled_base.c).
  static func interpolated(
    _ x: borrowing NDArray, _ points: borrowing NDArray, _ values: borrowing NDArray, low: Double, high: Double
  ) throws(Fault) -> NDArray {
    let out = try Creation.empty(x.shape, .float64)
    let places = try Sorting.searchsorted(points, x, right: true)
    let last = points.count - 1
    func point(_ index: Int) -> Double { points.element(index).asDouble }
    func value(_ index: Int) -> Double { values.element(index).asDouble }
    for number in 0..<x.count {
      let position = x.element(number).asDouble
      let index = places.element(number).asInt - 1
      let result: Double
      if position.isNaN {
        result = position
      } else if index < 0 {
        result = low
      } else if index >= last {
        result = position == point(last) ? value(last) : high
      } else if position == point(index) {
        result = value(index)
      } else {
        if point(index).isNaN {
          out.mutableData.store(Double.nan, at: number &* 8)
          continue
        }
        let slope = (value(index + 1) - value(index)) / (point(index + 1) - point(index))
        var line = slope * (position - point(index)) + value(index)
        if point(index).isNaN || point(index + 1).isNaN { line = .nan }
        if line.isNaN {
          line = slope * (position - point(index + 1)) + value(index + 1)
          if line.isNaN && value(index) == value(index + 1) { line = value(index) }
        }
        result = line
      }
      out.mutableData.store(result, at: number &* 8)
    }
    return out
  }
}
