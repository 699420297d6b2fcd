import NNIntegers
import NNKernels

extension Builtin {
  /// Random integers, orders and choices.
  static let randomIntegers: [Builtin] = [.randint, .permutation, .shuffle, .choice]

  static let randint = Builtin(
    "numpy.random.randint(low, high=None, size=None, dtype=int)",
    "Integers from low to before high (from 0 to before low where high is None); limits may be arrays.",
    example: "seed(0); randint(10, size=3)  # array([5, 0, 3])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[3]) ?? .int64
    if !(type.isInteger || type == .bool) {
      throw Fault(.typeError, "Unsupported dtype \(DType(type).text) for randint")
    }
    // 32 bits come from the same stream as 64.
    let drawn = type.size == 4 ? ElementType.int64 : type
    let isNumber = try context.indexInteger(arguments[0]) != nil
    if isNumber, let limits = try context.limits(arguments, type) {
      if arguments[2].isNone {
        let wide = try Creation.empty([], drawn)
        context.random.fillIntegers(wide, low: limits.low, range: limits.range)
        let single = try wide.cast(to: type)
        let isPython = arguments[3].isUnbound || (try? context.isPythonType(arguments[3])) == true
        return isPython ? ArrayConversion.pythonNumber(single.firstElement) : .scalar(single.firstElement)
      }
      let out = try Creation.empty(try ArrayConversion.shape(arguments[2], in: context), drawn)
      context.random.fillIntegers(out, low: limits.low, range: limits.range)
      return .view(drawn == type ? out : try out.cast(to: type))
    }
    return .view(try context.integersBetween(arguments, type))
  }

  static let permutation = Builtin(
    "numpy.random.permutation(x)", "The numbers before x, or a copy of an array along its first axis, in random order.",
    example: "seed(0); permutation(4)  # array([2, 3, 1, 0])"
  ) { (context, arguments) throws(Fault) in
    if let count = try context.indexInteger(arguments[0]) {
      let out = try Creation.empty([Swift.max(count, 0)], .int64)
      context.random.fillPermutation(out)
      return .view(out)
    }
    let x = try context.array(arguments, 0)
    if x.value.rank == 0 { throw Fault(.typeError, "x must be an integer or at least 1-dimensional") }
    let order = try Creation.empty([x.value.shape[0]], .int64)
    context.random.fillPermutation(order)
    return .view(try Rearranging.taken(x.value, Ref(order), axis: 0))
  }

  static let shuffle = Builtin(
    "numpy.random.shuffle(x)", "Puts a list, or an array along its first axis, in random order, in place.",
    example: "seed(0); x = [1, 2, 3]; np.random.shuffle(x); x  # [3, 2, 1]"
  ) { (context, arguments) throws(Fault) in
    if let list = arguments[0].asList {
      context.random.shuffle(count: list.value.items.count) { i, j in
        let first = list.value.items[i].copy()
        list.value.items[i] = list.value.items[j].copy()
        list.value.items[j] = first
      }
      return .nothing
    }
    guard let array = arguments[0].asArray, array.value.rank > 0 else {
      throw Fault(.typeError, "x must be a list or an array of at least one dimension, not \(arguments[0].typeName)")
    }
    try array.value.checkWriteable("array")
    let order = try Creation.empty([array.value.shape[0]], .int64)
    context.random.fillPermutation(order)
    try array.value.assign(try Rearranging.taken(array.value, Ref(order), axis: 0))
    return .nothing
  }

  static let choice = Builtin(
    "numpy.random.choice(a, size=None, replace=True, p=None)",
    "Elements of a 1-d array (or numbers before a), each with its probability in p, with or without replacement.",
    example: "seed(0); choice(5, 3, replace=False)  # array([2, 0, 1])"
  ) { (context, arguments) throws(Fault) in
    let count = try context.indexInteger(arguments[0])
    let population: Int = if let count { count } else { try context.populationSize(arguments) }
    let shape: Dimensions = arguments[1].isNone ? [] : try ArrayConversion.shape(arguments[1], in: context)
    try Creation.check(shape, itemSize: 8)
    if population <= 0 && shape.product != 0 {
      throw Fault(
        .valueError,
        count == nil
          ? "'a' cannot be empty unless no samples are taken" : "a must be greater than 0 unless no samples are taken")
    }
    let indices = try context.chosen(arguments, population, shape)
    if arguments[0].asList != nil && arguments[0].asArray == nil && shape.count == 0,
      let list = arguments[0].asList
    {
      let index = indices.firstElement.asInt
      if let scalar = try ArrayConversion.scalar(list.value.items[index], as: nil) { return .scalar(scalar) }
      return list.value.items[index].copy()
    }
    if count != nil {
      return shape.count == 0 && arguments[1].isNone ? .int(indices.firstElement.asInt) : .view(indices)
    }
    return .result(try Rearranging.taken(try context.array(arguments, 0).value, Ref(indices), axis: 0))
  }
}

extension Context {
  /// Whether a dtype argument is Python's `int` or `bool`.
  fileprivate func isPythonType(_ value: borrowing Value) throws(Fault) -> Bool {
    switch value {
    case .type(let type): type == .int || type == .bool
    default: false
    }
  }

  /// The lowest integer and the distance to the highest; nil where a limit is an array.
  fileprivate func limits(_ arguments: Registers, _ type: ElementType) throws(Fault) -> (low: UInt64, range: UInt64)? {
    let isSingle = arguments[1].isNone
    if !isSingle, arguments[1].isSequence || (arguments[1].asArray?.value.rank ?? 0) > 0 { return nil }
    let low = isSingle ? 0 : try wide(arguments[0])
    let high = try wide(arguments[isSingle ? 0 : 1])
    return try RandomStream.limits(low, high, type, isSingle: isSingle)
  }

  private func wide(_ value: borrowing Value) throws(Fault) -> BigInteger {
    if let big = value.asBigInteger { return big.value.value }
    if let scalar = value.asScalar, scalar.type == .uint64 { return BigInteger(scalar.bits) }
    if let float = value.asFloat, let integer = Int(exactly: float.rounded(.towardZero)) { return BigInteger(integer) }
    return BigInteger(try integer(value))
  }

  /// `randint` with arrays of limits.
  fileprivate func integersBetween(_ arguments: Registers, _ type: ElementType) throws(Fault) -> NDArray {
    let isSingle = arguments[1].isNone
    let low = isSingle ? try Creation.zeros([], .int64) : try array(arguments, 0).value.cast(to: .int64)
    let high = try array(arguments, isSingle ? 0 : 1).value.cast(to: .int64)
    guard var shape = Broadcasting.shape(low.shape, high.shape) else {
      throw Broadcasting.mismatch([low.shape, high.shape])
    }
    if !arguments[2].isNone {
      let size = try ArrayConversion.shape(arguments[2], in: self)
      if !Broadcasting.fits(shape, into: size) { throw Broadcasting.mismatch([shape, size]) }
      shape = size
    }
    let lows = low.broadcastView(shape)
    let highs = high.broadcastView(shape)
    let out = try Creation.empty(shape, .int64)
    for index in 0..<out.count {
      let limits = try RandomStream.limits(
        BigInteger(lows.element(index).asInt), BigInteger(highs.element(index).asInt), type, isSingle: isSingle)
      let value = limits.low &+ random.draw { $0.nextInterval(limits.range) }
      out.mutableData.store(value, at: index &* 8)
    }
    return type == .int64 ? out : try out.cast(to: type)
  }

  /// How many items the first argument of `choice` has. ValueError unless it has one axis.
  fileprivate func populationSize(_ arguments: Registers) throws(Fault) -> Int {
    if let list = arguments[0].asList, arguments[1].isNone,
      list.value.items.isEmpty || !list.value.items[0].isSequence
    {
      return list.value.items.count
    }
    let a = try array(arguments, 0)
    if a.value.rank != 1 { throw Fault(.valueError, "a must be 1-dimensional") }
    return a.value.count
  }

  /// The indices that `choice` draws.
  fileprivate func chosen(_ arguments: Registers, _ population: Int, _ shape: Dimensions) throws(Fault) -> NDArray {
    let isReplacing = try truth(arguments[2])
    let count = shape.product
    if !isReplacing && count > population {
      throw Fault(.valueError, "Cannot take a larger sample than population when 'replace=False'")
    }
    let out = try Creation.empty(shape, .int64)
    if !arguments[3].isNone {
      let p = try array(arguments, 3).value.cast(to: .float64, order: .c)
      try RandomStream.check(p, population)
      try random.fillChoice(out, p: p, withReplacement: isReplacing)
      return out
    }
    if isReplacing {
      if population > 0 { random.fillIntegers(out, low: 0, range: UInt64(population &- 1)) }
      return out
    }
    let order = try Creation.empty([population], .int64)
    random.fillPermutation(order)
    return try order.sliced(0, 0, count).copied().reshaped(shape).owning(like: order)
  }
}

extension RandomStream {
  /// The limits of `randint` in a type. ValueError where they are empty or do not fit.
  fileprivate static func limits(
    _ low: BigInteger, _ high: BigInteger, _ type: ElementType, isSingle: Bool
  ) throws(Fault) -> (low: UInt64, range: UInt64) {
    let (least, most): (BigInteger, BigInteger) =
      if type == .bool {
        (0, 1)
      } else if DType(type).kind == "u" {
        (0, BigInteger(UInt64.max >> UInt64(64 - Swift.min(type.size, 8) * 8)))
      } else {
        (
          BigInteger(Int.min >> (64 - Swift.min(type.size, 8) * 8)),
          BigInteger(Int.max >> (64 - Swift.min(type.size, 8) * 8))
        )
      }
    if low < least { throw Fault(.valueError, "low is out of bounds for \(type.name)") }
    if high - 1 > most { throw Fault(.valueError, "high is out of bounds for \(type.name)") }
    if low >= high { throw Fault(.valueError, isSingle ? "high <= 0" : "low >= high") }
    return (UInt64(low.lowWord), UInt64((high - 1 - low).lowWord))
  }

  /// Throws ValueError where `p` is no distribution over the population.
  fileprivate static func check(_ p: borrowing NDArray, _ population: Int) throws(Fault) {
    if p.rank != 1 { throw Fault(.valueError, "'p' must be 1-dimensional") }
    if p.count != population { throw Fault(.valueError, "'a' and 'p' must have same size") }
    let values = p.doubles()
    if values.contains(where: \.isNaN) { throw Fault(.valueError, "probabilities contain NaN") }
    if values.contains(where: { $0 < 0 }) { throw Fault(.valueError, "probabilities are not non-negative") }
    let sum = try Reduction.sum.reduce(p).firstElement.asDouble
    if (sum - 1).magnitude > 1.4901161193847656e-08 {
      throw Fault(.valueError, "probabilities do not sum to 1")
    }
  }
}
