import NNKernels

extension Builtin {
  /// Means and what is made of them.
  static let statistics: [Builtin] = [
    .mean, .average,
    spread(
      "var", isRoot: false, "The mean of the squared deviations from the mean, divided by count - ddof.",
      "var([1, 2, 3, 4])  # np.float64(1.25)"),
    spread(
      "std", isRoot: true, "The standard deviation: the square root of the variance.",
      "std([1, 2, 3, 4])  # np.float64(1.118033988749895)"),
    .nansum, .nanprod, .nanmean,
    nanExtreme("nanmax", .maximum, "The largest element that is no nan.", "nanmax([1.0, nan, 3.0])  # np.float64(3.0)"),
    nanExtreme(
      "nanmin", .minimum, "The smallest element that is no nan.", "nanmin([1.0, nan, 3.0])  # np.float64(1.0)"),
    nanSpread(
      "nanvar", isRoot: false, "The variance of the elements that are no nan.",
      "nanvar([1.0, nan, 3.0])  # np.float64(1.0)"),
    nanSpread(
      "nanstd", isRoot: true, "The standard deviation of the elements that are no nan.",
      "nanstd([1.0, nan, 3.0])  # np.float64(1.0)"),
  ]

  static let mean = Builtin(
    "numpy.mean(a, axis=None, dtype=None, out=None, keepdims=<no value>, *, where=<no value>)",
    "The mean of the elements over the given axes (all where None), a float.",
    example: "mean([[1, 2], [3, 5]], axis=0)  # array([2. , 3.5])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    if a.value.type == .object { return try context.callLibrary("_numpy.nans", "_mean", arguments, 6) }
    if a.value.type.isRecord { throw Ufunc.add.noLoop(for: a.value.type) }
    let axes = try context.axes(arguments[1])
    let type = try context.optionalDType(arguments[2])
    let keep = try context.flag(arguments[4])
    if !arguments[5].isUnbound && arguments[5].asBool != true {
      let mask = try context.array(arguments, 5)
      let result = try Statistics.mean(a.value, mask: mask.value, axes: axes, keepDimensions: keep, type: type)
      return try context.deliver(result, to: arguments[3], of: "add")
    }
    if try Statistics.reducedCount(a.value, axes) == 0 { try context.warn(.runtimeWarning, "Mean of empty slice") }
    let result = try Statistics.mean(a.value, axes: axes, keepDimensions: keep, type: type)
    return try context.deliver(result, to: arguments[3], of: "add")
  }

  /// `var` and `std`.
  private static func spread(_ name: String, isRoot: Bool, _ documentation: String, _ example: String) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, dtype=None, out=None, ddof=0, keepdims=<no value>, *, where=<no value>, "
        + "mean=<no value>, correction=<no value>)", documentation, example: example,
      methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      let a = try context.array(arguments, 0)
      let isComplex = a.value.type.isComplex && !arguments[6].isUnbound
      if a.value.type == .object || isComplex || arguments.isGiven(7) || arguments.isGiven(8) && arguments.isGiven(4) {
        return try context.callLibrary("_numpy.nans", isRoot ? "_std" : "_var", arguments, 9)
      }
      if a.value.type.isRecord { throw Ufunc.add.noLoop(for: a.value.type) }
      let axes = try context.axes(arguments[1])
      let type = try context.optionalDType(arguments[2])
      let ddof = try context.double(arguments[arguments[8].isUnbound ? 4 : 8])
      let keep = try context.flag(arguments[5])
      if !arguments[6].isUnbound && arguments[6].asBool != true {
        let mask = try context.array(arguments, 6)
        let variance = try Statistics.variance(a.value, mask: mask.value, axes: axes, ddof: ddof, keepDimensions: keep)
        let result = try isRoot ? Ufunc.sqrt.unary(variance) : variance.view()
        return try context.deliver(
          try type.map { (type) throws(Fault) in try result.cast(to: type) } ?? result.view(),
          to: arguments[3], of: "add")
      }
      if Double(try Statistics.reducedCount(a.value, axes)) <= ddof {
        try context.warn(.runtimeWarning, "Degrees of freedom <= 0 for slice")
      }
      let result =
        try isRoot
        ? Statistics.standardDeviation(a.value, axes: axes, ddof: ddof, keepDimensions: keep, type: type)
        : Statistics.variance(a.value, axes: axes, ddof: ddof, keepDimensions: keep, type: type)
      return try context.deliver(result, to: arguments[3], of: "add")
    }
  }

  static let average = Builtin(
    "numpy.average(a, axis=None, weights=None, returned=False, *, keepdims=<no value>)",
    "The mean weighted by `weights` (of the same shape, or one weight for each index of the axis); with `returned` a "
      + "tuple of it and the sum of the weights.", example: "average([1, 2, 4], weights=[3, 1, 1])  # np.float64(1.8)"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let axes = try context.axes(arguments[1])
    let keep = try context.flag(arguments[4])
    let isReturned = try context.flag(arguments[3])
    if a.value.type.isRecord { throw Ufunc.add.noLoop(for: a.value.type) }
    if a.value.type == .object, arguments[2].isNone, !isReturned {
      return try context.callLibrary("_numpy.nans", "_mean", arguments, 2)
    }
    if arguments[2].isNone {
      let mean = try Statistics.mean(a.value, axes: axes, keepDimensions: keep)
      if !isReturned { return .result(mean) }
      let count = Double(a.value.count) / Double(Swift.max(mean.count, 1))
      let weights = try Creation.full(mean.shape, NumPyScalar(count).cast(to: mean.type))
      return .tuple(.result(mean), .result(weights))
    }
    let weights = try Statistics.weights(try context.array(arguments, 2).value, for: a.value, axes)
    let type = Statistics.meanType(Promotion.common(a.value.type, weights.type))
    let total = try Reduction.sum.reduce(weights, axes: axes, keepDimensions: keep, type: type)
    if try !Reduction.all.reduce(total).firstElement.asBool {
      throw Fault(.zeroDivisionError, "Weights sum to zero, can't be normalized")
    }
    let product = try Ufunc.multiply.binary(try a.value.cast(to: type), try weights.cast(to: type))
    let sum = try Reduction.sum.reduce(product, axes: axes, keepDimensions: keep)
    let result = try Ufunc.divide.binary(sum, total)
    if !isReturned { return .result(result) }
    let totals = try total.broadcastView(result.shape).copied()
    return .tuple(.result(result), .result(totals))
  }

  // MARK: Without nan

  static let nansum = Builtin(
    "numpy.nansum(a, axis=None, dtype=None, out=None, keepdims=<no value>, initial=<no value>, "
      + "where=<no value>)", "The sum with nan counted as zero.",
    example: "nansum([1.0, nan, 3.0])  # np.float64(4.0)"
  ) { (context, arguments) throws(Fault) in try context.nanFold(.sum, NumPyScalar(0), arguments) }

  static let nanprod = Builtin(
    "numpy.nanprod(a, axis=None, dtype=None, out=None, keepdims=<no value>, initial=<no value>, "
      + "where=<no value>)", "The product with nan counted as one.",
    example: "nanprod([2.0, nan, 3.0])  # np.float64(6.0)"
  ) { (context, arguments) throws(Fault) in try context.nanFold(.product, NumPyScalar(1), arguments) }

  static let nanmean = Builtin(
    "numpy.nanmean(a, axis=None, dtype=None, out=None, keepdims=<no value>, *, where=<no value>)",
    "The mean of the elements that are no nan.",
    example: "nanmean([1.0, nan, 3.0])  # np.float64(2.0)"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    if arguments.isGiven(5) || !arguments[2].isNone || a.value.type != .float64 {
      return try context.callLibrary("_numpy.nans", "_nanmean", arguments, 6)
    }
    let axes = try context.axes(arguments[1])
    let keep = try context.flag(arguments[4])
    let mask = try Ufunc.logicalNot.unary(try Ufunc.isnan.unary(a.value))
    let mark = FloatingPointWarnings.mark()
    let result = try Statistics.mean(a.value, mask: mask, axes: axes, keepDimensions: keep, isFilled: true)
    FloatingPointWarnings.forget("divide", since: mark)
    if try !Reduction.all.reduce(try Reduction.any.reduce(mask, axes: axes)).firstElement.asBool {
      try context.warn(.runtimeWarning, "Mean of empty slice")
    }
    return try context.deliver(result, to: arguments[3], of: "add")
  }

  private static func nanExtreme(
    _ name: String, _ reduction: Reduction, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, out=None, keepdims=<no value>, initial=<no value>, where=<no value>)", documentation,
      example: example
    ) { (context, arguments) throws(Fault) in
      let isArray = arguments[0].asArray != nil
      let a = try context.array(arguments, 0)
      if arguments.isGiven(4) || arguments.isGiven(5) || a.value.count == 0 || !a.value.type.isFloat {
        return try context.callLibrary("_numpy.nans", "_\(name)", arguments, 6)
      }
      let axes = try context.axes(arguments[1])
      let keep = try context.flag(arguments[3])
      if !a.value.type.isFloat {
        return try context.deliver(
          try reduction.reduce(a.value, axes: axes, keepDimensions: keep), to: arguments[2], of: reduction.name)
      }
      let isNaN = try Ufunc.isnan.unary(a.value)
      let least = reduction == .maximum ? -Double.infinity : Double.infinity
      let filled = try Selection.select(isNaN, try NDArray.scalar(least), a.value, type: a.value.type)
      let result = try reduction.reduce(filled, axes: axes, keepDimensions: keep)
      let isEmpty = try Reduction.all.reduce(isNaN, axes: axes, keepDimensions: keep)
      if try Reduction.any.reduce(isEmpty).firstElement.asBool {
        try context.warn(.runtimeWarning, "All-NaN \(isArray ? "slice" : "axis") encountered")
      }
      let marked = try Selection.select(isEmpty, try NDArray.scalar(.nan), result, type: result.type)
      return try context.deliver(marked, to: arguments[2], of: reduction.name)
    }
  }

  private static func nanSpread(_ name: String, isRoot: Bool, _ documentation: String, _ example: String) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, dtype=None, out=None, ddof=0, keepdims=<no value>, *, where=<no value>, "
        + "mean=<no value>, correction=<no value>)", documentation, example: example
    ) { (context, arguments) throws(Fault) in
      let a = try context.array(arguments, 0)
      if !arguments[2].isNone || a.value.type != .float64 || arguments.isGiven(6) || arguments.isGiven(7)
        || arguments.isGiven(8)
      {
        return try context.callLibrary("_numpy.nans", "_\(name)", arguments, 9)
      }
      let mask = try Ufunc.logicalNot.unary(try Ufunc.isnan.unary(a.value))
      let (axes, ddof) = (try context.axes(arguments[1]), try context.double(arguments[4]))
      let mark = FloatingPointWarnings.mark()
      let variance = try Statistics.variance(
        a.value, mask: mask, axes: axes, ddof: ddof, keepDimensions: try context.flag(arguments[5]), isNaN: true)
      FloatingPointWarnings.forget("divide", since: mark)
      let counts = try Reduction.sum.reduce(mask, axes: axes)
      if try Reduction.any.reduce(try Ufunc.lessEqual.binary(counts, try NDArray.scalar(ddof))).firstElement.asBool {
        try context.warn(.runtimeWarning, "Degrees of freedom <= 0 for slice.")
      }
      return try context.deliver(isRoot ? try Ufunc.sqrt.unary(variance) : variance, to: arguments[3], of: "add")
    }
  }

  // MARK: Two variables

}

extension Context {
  /// A reduction with nan replaced.
  /// `np.sum` or `np.prod` of an array with all named arguments.
  private func folded(
    _ reduction: Reduction, _ array: consuming NDArray, _ arguments: Registers
  ) throws(Fault) -> Value {
    guard let function = module("numpy")?.value.value(of: Symbol(reduction == .sum ? "sum" : "prod")) else {
      return .nothing
    }
    var values = ValueList(capacity: 1)
    values.append(.array(Ref(array)))
    var names: [Symbol] = []
    var named = ValueList()
    for (index, name) in ["axis", "dtype", "out", "keepdims", "initial", "where"].enumerated()
    where arguments.isGiven(index + 1) {
      names.append(Symbol(name))
      named.append(arguments[index + 1].copy())
    }
    return try call(function, values, names, named)
  }

  fileprivate func nanFold(_ reduction: Reduction, _ filler: NumPyScalar, _ arguments: Registers) throws(Fault) -> Value
  {
    let a = try array(arguments, 0)
    if arguments.isGiven(5) || arguments.isGiven(6) {
      let whole =
        a.value.type.isInexact
        ? try Selection.select(
          try Ufunc.isnan.unary(a.value), try Creation.scalar(filler), a.value, type: a.value.type) : a.value.view()
      return try folded(reduction, whole, arguments)
    }
    let axes = try self.axes(arguments[1])
    let type = try optionalDType(arguments[2])
    let keep = try flag(arguments[4])
    if a.value.type == .object {
      return try callLibrary("_numpy.nans", reduction == .sum ? "_nansum" : "_nanprod", arguments, 5)
    }
    guard a.value.type.isInexact else {
      return try deliver(
        try reduction.reduce(a.value, axes: axes, keepDimensions: keep, type: type), to: arguments[3],
        of: reduction.name)
    }
    let filled = try Selection.select(
      try Ufunc.isnan.unary(a.value), try Creation.scalar(filler), a.value, type: a.value.type)
    return try deliver(
      try reduction.reduce(filled, axes: axes, keepDimensions: keep, type: type), to: arguments[3], of: reduction.name)
  }
}

extension Statistics {
  /// Weights in a shape that broadcasts with the array. TypeError and ValueError where they don't belong to it.
  static func weights(_ weights: borrowing NDArray, for x: borrowing NDArray, _ axes: Dimensions?) throws(Fault)
    -> NDArray
  {
    if weights.shape == x.shape { return weights.view() }
    guard let axes else {
      throw Fault(.typeError, "Axis must be specified when shapes of a and weights differ.")
    }
    let places = try Axes.normalized(axes, rank: x.rank)
    var expected = Dimensions()
    for axis in places { expected.append(x.shape[axis]) }
    if weights.shape != expected {
      throw Fault(
        .valueError, "Shape of weights must be consistent with shape of a along specified axis.",
        operands: [x.shape.text, weights.shape.text])
    }
    var shape = Dimensions(repeating: 1, count: x.rank)
    for axis in places { shape[axis] = x.shape[axis] }
    let order = places.indices.sorted { places[$0] < places[$1] }
    return try weights.transposed(Dimensions(checking: order)).reshaped(shape)
  }
}
