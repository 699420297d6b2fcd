import NNKernels

extension Builtin {
  /// Functions that make sequences of numbers.
  static let numberRanges: [Builtin] = [.arange, .linspace, .logspace, .geomspace]

  static let arange = Builtin(
    "numpy.arange(start=None, stop=None, step=1, *, dtype=None)",
    "The numbers from start (0 where one number is given) to before stop in steps; integers where all are integers.",
    example: "arange(2, 9, 3)  # array([2, 5, 8])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[3])
    if arguments[0].isNone && arguments[1].isNone {
      throw Fault(.typeError, "arange() requires stop to be specified.")
    }
    for index in 0..<3 where arguments[index].asString != nil {
      throw Fault(
        .typeError, "arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
    }
    let isStopOnly = arguments[0].isNone || arguments[1].isNone
    let stop = arguments[isStopOnly && arguments[1].isNone ? 0 : 1].copy()
    let start: Value = isStopOnly ? .int(0) : arguments[0].copy()
    let step: Value = arguments[2].isNone ? .int(1) : arguments[2].copy()
    if start.asBigInteger != nil || stop.asBigInteger != nil || step.asBigInteger != nil,
      start.asFloat == nil, stop.asFloat == nil, step.asFloat == nil
    {
      return try context.callLibrary("_numpy.series", "_wide_arange", arguments, 4)
    }
    if let first = try context.rangeInteger(start), let last = try context.rangeInteger(stop),
      let distance = try context.rangeInteger(step)
    {
      if type == .bool && Creation.rangeCount(first, last, distance == 0 ? 1 : distance) > 2 {
        throw Fault(
          .typeError, "arange() is only supported for booleans when the result has at most length 2.")
      }
      return .view(try Creation.arange(start: first, stop: last, step: distance, type: type ?? .int64))
    }
    return .view(
      try Creation.arange(
        start: try context.double(start), stop: try context.double(stop), step: try context.double(step),
        type: type ?? .float64))
  }

  static let linspace = Builtin(
    "numpy.linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)",
    "`num` numbers at equal distances from start to stop (without stop where `endpoint` is false); with `retstep` a "
      + "tuple of them and their distance. Starts and stops may be arrays, along whose new axis the numbers run.",
    example: "linspace(0, 1, 5)  # array([0.  , 0.25, 0.5 , 0.75, 1.  ])"
  ) { (context, arguments) throws(Fault) in
    if try context.isComplex(arguments, 5) {
      return try context.callLibrary("_numpy.series", "_linspace", arguments, 7)
    }
    let spacing = try Spacing(arguments, dtype: 5, axis: 6, in: context)
    let result = try spacing.numbers(arguments, in: context)
    if try !context.flag(arguments[4]) { return .view(result) }
    let step = try spacing.step(arguments, in: context)
    // Without two numbers the distance is Python's nan.
    if step.rank == 0 && step.firstElement.asDouble.isNaN { return .tuple(.view(result), .float(.nan)) }
    return .tuple(.view(result), .result(step))
  }

  static let logspace = Builtin(
    "numpy.logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)",
    "`num` numbers from base**start to base**stop whose logarithms have equal distances.",
    example: "logspace(0, 2, 3)  # array([  1.,  10., 100.])"
  ) { (context, arguments) throws(Fault) in
    let isWide = try context.isComplex(arguments, 5) || (arguments[4].asArray?.value.rank ?? 0) > 0
    if isWide || arguments[4].isSequence { return try context.callLibrary("_numpy.series", "_logspace", arguments, 7) }
    let spacing = try Spacing(arguments, dtype: 5, axis: 6, in: context)
    let exponents = try spacing.exact.numbers(arguments, in: context)
    let base = try context.array(arguments, 4)
    let result = try Ufunc.power.binary(base.value, exponents)
    return .view(spacing.type == result.type ? result : try result.cast(to: spacing.type))
  }

  static let geomspace = Builtin(
    "numpy.geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)",
    "`num` numbers from start to stop whose quotients are equal.",
    example: "geomspace(1, 8, 4)  # array([1., 2., 4., 8.])"
  ) { (context, arguments) throws(Fault) in
    if try context.isComplex(arguments, 4) || context.isWide(arguments[0]) || context.isWide(arguments[1]) {
      return try context.callLibrary("_numpy.series", "_geomspace", arguments, 6)
    }
    let given = try Spacing(arguments, dtype: 4, axis: 5, in: context)
    let spacing = arguments.isNone(4) ? given.exact : given
    let start = try context.double(arguments[0])
    let stop = try context.double(arguments[1])
    if start == 0 || stop == 0 { throw Fault(.valueError, "Geometric sequence cannot include zero") }
    let sign: Double = start < 0 ? -1 : 1
    let logarithms = try Ufunc.log10.unary(try Creation.array([start * sign, stop * sign], shape: [2]))
    let exponents = try Creation.linspace(
      start: logarithms.element(0).asDouble, stop: logarithms.element(1).asDouble, count: spacing.count,
      endpoint: spacing.hasEndpoint)
    let result = try Ufunc.power.binary(try NDArray.scalar(10), exponents)
    if spacing.count > 0 {
      result.mutableData.store(start * sign)
      if spacing.count > 1 && spacing.hasEndpoint {
        result.mutableData.store(stop * sign, at: (spacing.count &- 1) &* 8)
      }
    }
    return .view(try Ufunc.multiply.binary(result, try NDArray.scalar(sign)).cast(to: spacing.type))
  }
}

extension Context {
  /// Whether a start, a stop or the dtype is complex.
  fileprivate func isComplex(_ arguments: Registers, _ dtype: Int) throws(Fault) -> Bool {
    for index in 0..<2 where try isComplex(arguments[index]) { return true }
    return try optionalDType(arguments[dtype])?.isComplex ?? false
  }

  private func isComplex(_ value: borrowing Value) throws(Fault) -> Bool {
    if value.asFloat != nil || value.asInt != nil { return false }
    if let array = value.asArray { return array.value.type.isComplex }
    if value.isSequence { return try ArrayConversion.array(value, in: self).type.isComplex }
    return value.asComplex != nil || value.asScalar?.type.isComplex ?? false
  }

  /// Whether a limit is several numbers.
  fileprivate func isWide(_ value: borrowing Value) -> Bool {
    value.isSequence || (value.asArray?.value.rank ?? 0) > 0
  }

  /// An integer bound of `arange`; nil for floats.
  fileprivate func rangeInteger(_ value: borrowing Value) throws(Fault) -> Int? {
    if value.asFloat != nil { return nil }
    return try indexInteger(value)
  }
}

/// The arguments that `linspace` and its kin share.
private struct Spacing {
  let count: Int
  let hasEndpoint: Bool
  var type: ElementType
  let axis: Int

  init(_ arguments: Registers, dtype: Int, axis: Int, in context: Context) throws(Fault) {
    count = try context.integer(arguments[2])
    hasEndpoint = try context.flag(arguments[3])
    type = try context.optionalDType(arguments[dtype]) ?? Spacing.floatType(arguments)
    self.axis = try context.integer(arguments[axis])
    if count < 0 { throw Fault(.valueError, "Number of samples, \(count), must be non-negative.") }
  }

  /// The type of numbers between two that are none of the language's and have less than 64 bits; else float64.
  private static func floatType(_ arguments: Registers) -> ElementType {
    var result: ElementType?
    for index in 0..<2 {
      if arguments[index].asFloat != nil || arguments[index].asInt != nil { continue }
      let type = arguments[index].asArray?.value.type ?? arguments[index].asScalar?.type
      guard let type, type == .float32 || type == .float16 else { return .float64 }
      if result != .float32 { result = type }
    }
    return result ?? .float64
  }

  /// The same in float64.
  var exact: Spacing {
    var result = self
    result.type = .float64
    return result
  }

  /// The numbers from the first to the second argument.
  func numbers(_ arguments: Registers, in context: Context) throws(Fault) -> NDArray {
    if let start = arguments[0].asNumber, let stop = arguments[1].asNumber {
      return try Creation.linspace(start: start, stop: stop, count: count, endpoint: hasEndpoint, type: type)
    }
    let start = try context.array(arguments, 0).value.cast(to: .float64)
    let stop = try context.array(arguments, 1).value.cast(to: .float64)
    let distance = try Ufunc.subtract.binary(stop, start)
    var shape = Dimensions(repeating: 1, count: distance.rank)
    try shape.insertChecked(count, at: 0)
    let places = try Creation.arange(start: 0, stop: count, step: 1, type: .float64).reshaped(shape)
    let gaps = hasEndpoint ? count - 1 : count
    let scale = try NDArray.scalar(Double(gaps))
    let scaled =
      gaps > 0
      ? try Ufunc.multiply.binary(places, try Ufunc.divide.binary(distance, scale))
      : try Ufunc.multiply.binary(places, distance)
    let result = try Ufunc.add.binary(scaled, start)
    if hasEndpoint && count > 1 { try result.sliced(0, count - 1, count).assign(stop) }
    let moved = try result.movingAxes([0], to: Dimensions(axis))
    if type.isInteger { return try Ufunc.floor.unary(moved).cast(to: type) }
    return type == .float64 ? moved : try moved.cast(to: type)
  }

  /// The distance between two numbers; nan where there are none.
  func step(_ arguments: Registers, in context: Context) throws(Fault) -> NDArray {
    if let start = arguments[0].asNumber, let stop = arguments[1].asNumber {
      return try NDArray.scalar(
        Creation.linspaceStep(start: start, stop: stop, count: count, endpoint: hasEndpoint))
    }
    let distance = try Ufunc.subtract.binary(
      try context.array(arguments, 1).value, try context.array(arguments, 0).value)
    let gaps = hasEndpoint ? count - 1 : count
    return try Ufunc.divide.binary(distance, try NDArray.scalar(gaps > 0 ? Double(gaps) : .nan))
  }
}

extension Value {
  /// The value as a double when it is a number of Python or NumPy within 64 bits.
  var asNumber: Double? {
    borrowing get {
      switch self {
      case .int(let value): Double(value)
      case .float(let value): value
      case .bool(let value): value ? 1 : 0
      case .number(let scalar): scalar.element.asDouble
      default: nil
      }
    }
  }
}
