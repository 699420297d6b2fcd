import NNIntegers
import NNKernels

/// What stands behind `np.random.RandomState` and `np.random.Generator`: `scripts/lib/_numpy/random/` has the classes.
extension Builtin {
  static let randomSources: [Builtin] =
    quickDraws + [
      .makeRandomSource,
      sourceMethod("fill(self, name, a, b, c, size, /)", "Floats of a distribution.") {
        (source, context, arguments) throws(Fault) in try context.fillFloats(source, arguments)
      },
      sourceMethod("counts(self, name, a, b, c, size, /)", "Whole numbers of a distribution.") {
        (source, context, arguments) throws(Fault) in try context.fillCounts(source, arguments)
      },
      sourceMethod("singles(self, name, a, size, /)", "Floats of 32 bits.") {
        (source, context, arguments) throws(Fault) in try context.fillSingles(source, arguments)
      },
      sourceMethod("integers(self, low, range, size, dtype, masked, /)", "Integers from low to low + range.") {
        (source, context, arguments) throws(Fault) in try context.fillIntegers(source, arguments)
      },
      sourceMethod("order(self, count, first, legacy, /)", "The numbers before count, those from first on shuffled.") {
        (source, context, arguments) throws(Fault) in
        try context.shuffledNumbers(
          source, try context.integer(arguments[1]), try context.integer(arguments[2]), try context.truth(arguments[3]))
      },
      sourceMethod("sample(self, population, count, /)", "Different numbers before population, by Floyd's algorithm.") {
        (source, context, arguments) throws(Fault) in
        try context.differentNumbers(source, try context.integer(arguments[1]), try context.integer(arguments[2]))
      },
      sourceMethod("raw(self, /)", "The next output of the stream.") { (source, _, _) throws(Fault) in
        .integer(BigInteger(source.nextRaw()))
      },
      sourceMethod("interval(self, limit, /)", "An integer from 0 to a limit, by masking.") {
        (source, context, arguments) throws(Fault) in
        .int(Int(truncatingIfNeeded: source.nextInterval(UInt64(Swift.max(try context.integer(arguments[1]), 0)))))
      },
    ]

  static let makeRandomSource = Builtin(
    "_numpy_random.Source(kind, words=None)", "A stream of random numbers.",
    example:
      "import _numpy_random; _numpy_random.Source('legacy', 1).fill('random', 0, 0, 0, None)  # 0.417022004702574",
    constructs: .native(.randomSource)
  ) { (context, arguments) throws(Fault) in
    let kind = arguments[0].asString?.value.text.string ?? ""
    if kind == "global" {
      return .native(Ref(NativeObject(.randomSource, RandomSourcePayload(context.random.source))))
    }
    let words = try context.sourceWords(arguments[1])
    let halves = words.map { UInt32(truncatingIfNeeded: $0) }
    let source: RandomSource
    switch kind {
    case "legacy":
      let isSingle = arguments[1].asInt != nil
      source = LegacySource(isSingle ? MersenneTwister(seed: halves[0]) : MersenneTwister(seed: halves))
    case "twister": source = TwisterSource(MersenneTwister(seed: halves))
    case "pcg64": source = PermutedSource(seed: words, isNewer: false)
    case "pcg64dxsm": source = PermutedSource(seed: words, isNewer: true)
    case "sfc64": source = FastChaoticSource(seed: words)
    default: throw Fault(.valueError, "no stream \(kind)")
    }
    return .native(Ref(NativeObject(.randomSource, RandomSourcePayload(source))))
  }

  static func sourceMethod(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (RandomSource, Context, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("Source." + declaration, documentation) { (context, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(RandomSourcePayload.self) else {
        throw Fault(.typeError, "a stream is needed, not '\(arguments[0].typeName)'")
      }
      return try body(payload.source, context, arguments)
    }
  }
}

extension Context {
  /// Integers, wrapped to 64 bits; none for None.
  func sourceWords(_ value: borrowing Value) throws(Fault) -> [UInt64] {
    if value.isNone || value.isUnbound { return [0] }
    if value.asInt != nil || value.asBigInteger != nil { return [try word(value)] }
    let list = try items(value)
    var words: [UInt64] = []
    for index in 0..<list.count { words.append(try word(list[index])) }
    return words.isEmpty ? [0] : words
  }

  private func word(_ value: borrowing Value) throws(Fault) -> UInt64 {
    if let big = value.asBigInteger { return UInt64(big.value.value.lowWord) }
    if let scalar = value.asScalar, scalar.type == .uint64 { return scalar.bits }
    return UInt64(truncatingIfNeeded: try integer(value))
  }

  fileprivate func name(_ value: borrowing Value) -> String { value.asString?.value.text.string ?? "" }

  // MARK: Floats

  fileprivate func fillFloats(_ source: RandomSource, _ arguments: Registers) throws(Fault) -> Value {
    if Tracing.isOpen, let tracer {
      for index in 2...4 where tracer.isTraced(arguments[index]) {
        throw Fault(
          .notImplementedError, "random numbers have no derivative by their parameters",
          hint: "write loc + scale * rng.standard_normal(size)")
      }
    }
    guard let distribution = Distribution(rawValue: name(arguments[1])) else {
      throw Fault(.valueError, "no distribution \(name(arguments[1]))")
    }
    if arguments[5].isNone, let a = arguments[2].asNumber, let b = arguments[3].asNumber, let c = arguments[4].asNumber
    {
      return .float(distribution.draw(source, a, b, c))
    }
    let parameters = try DrawParameters.of(arguments, in: self)
    if parameters.isSingle {
      return .float(distribution.draw(source, parameters.a(0), parameters.b(0), parameters.c(0)))
    }
    let out = try Creation.empty(parameters.shape, .float64)
    try parameters.forEach(in: self) { index, a, b, c in
      out.mutableData.store(distribution.draw(source, a, b, c), at: index &* 8)
    }
    return .view(out)
  }

  fileprivate func fillCounts(_ source: RandomSource, _ arguments: Registers) throws(Fault) -> Value {
    guard let distribution = CountDistribution(rawValue: name(arguments[1])) else {
      throw Fault(.valueError, "no distribution \(name(arguments[1]))")
    }
    let parameters = try DrawParameters.of(arguments, in: self)
    if parameters.isSingle {
      return .int(Int(distribution.draw(source, parameters.a(0), parameters.b(0), parameters.c(0))))
    }
    let out = try Creation.empty(parameters.shape, .int64)
    try parameters.forEach(in: self) { index, a, b, c in
      out.mutableData.store(distribution.draw(source, a, b, c), at: index &* 8)
    }
    return .view(out)
  }

  fileprivate func fillSingles(_ source: RandomSource, _ arguments: Registers) throws(Fault) -> Value {
    let shape: Dimensions = arguments[3].isNone ? [] : try ArrayConversion.shape(arguments[3], in: self)
    let parameter = try array(arguments, 2).value.cast(to: .float64)
    let joined = arguments[3].isNone ? parameter.shape : shape
    let spread = parameter.broadcastView(joined)
    let out = try Creation.empty(joined, .float32)
    let kind = name(arguments[1])
    for index in 0..<out.count {
      let value: Float =
        switch kind {
        case "standard_normal": source.nextNormalFloat()
        case "standard_exponential": source.nextExponentialFloat()
        case "standard_gamma": Distribution.gammaFloat(source, Float(spread.element(index).asDouble))
        default: source.nextFloat()
        }
      out.mutableData.store(value, at: index &* 4)
      if index & 0xFFFF == 0xFFFF { try checkInterrupt() }
    }
    return arguments[3].isNone && joined.count == 0 ? .float(out.firstElement.asDouble) : .view(out)
  }

  // MARK: Integers

  fileprivate func fillIntegers(_ source: RandomSource, _ arguments: Registers) throws(Fault) -> Value {
    let type = try optionalDType(arguments[4]) ?? .int64
    let isMasked = try truth(arguments[5])
    let bits = type == .bool ? 1 : type.size * 8
    var parts = RandomSource.Parts()
    func draw(_ low: UInt64, _ range: UInt64) -> UInt64 {
      let part = UInt32(truncatingIfNeeded: range)
      switch bits {
      case 64: return low &+ (isMasked ? source.nextInterval(range) : source.nextBounded(range))
      case 32: return low &+ UInt64(isMasked ? UInt32(source.nextInterval(UInt64(part))) : source.nextBounded32(part))
      default: return low &+ UInt64(source.nextSmall(part, bits: bits, &parts, isMasked: isMasked))
      }
    }
    if arguments[1].asArray == nil && arguments[2].asArray == nil {
      let low = try word(arguments[1])
      let range = try word(arguments[2])
      let out = try Creation.empty(
        arguments[3].isNone ? [] : try ArrayConversion.shape(arguments[3], in: self), .int64)
      for index in 0..<out.count {
        out.mutableData.store(draw(low, range), at: index &* 8)
        if index & 0xFFFF == 0xFFFF { try checkInterrupt() }
      }
      let result = try out.cast(to: type)
      return arguments[3].isNone ? .scalar(result.firstElement) : .view(result)
    }
    let low = try array(arguments, 1)
    let range = try array(arguments, 2)
    guard var shape = Broadcasting.shape(low.value.shape, range.value.shape) else {
      throw Broadcasting.mismatch([low.value.shape, range.value.shape])
    }
    if !arguments[3].isNone {
      let size = try ArrayConversion.shape(arguments[3], in: self)
      if !Broadcasting.fits(shape, into: size) { throw Broadcasting.mismatch([shape, size]) }
      shape = size
    }
    let lows = low.value.broadcastView(shape)
    let ranges = range.value.broadcastView(shape)
    let out = try Creation.empty(shape, .int64)
    for index in 0..<out.count {
      out.mutableData.store(draw(lows.element(index).bits, ranges.element(index).bits), at: index &* 8)
      if index & 0xFFFF == 0xFFFF { try checkInterrupt() }
    }
    return .view(try out.cast(to: type))
  }

  fileprivate func shuffledNumbers(
    _ source: RandomSource, _ count: Int, _ first: Int, _ isLegacy: Bool
  ) throws(Fault) -> Value {
    let out = try Creation.arange(start: 0, stop: Swift.max(count, 0), step: 1)
    let data = out.mutableData
    var place = out.count - 1
    while place >= Swift.max(first, 0) {
      if place & 0xFFFF == 0 { try checkInterrupt() }
      let other = Int(isLegacy ? source.nextInterval(UInt64(place)) : source.nextBounded(UInt64(place)))
      let one = out.element(place).bits
      data.store(out.element(other).bits, at: place &* 8)
      data.store(one, at: other &* 8)
      place -= 1
    }
    return .view(out)
  }

  fileprivate func differentNumbers(_ source: RandomSource, _ population: Int, _ count: Int) throws(Fault) -> Value {
    let out = try Creation.empty([Swift.max(count, 0)], .int64)
    var seen: Set<Int> = []
    for place in Swift.max(population - out.count, 0)..<Swift.max(population, 0) {
      if place & 0xFFFF == 0 { try checkInterrupt() }
      var value = Int(source.nextBounded(UInt64(place)))
      if !seen.insert(value).inserted {
        value = place
        seen.insert(place)
      }
      out.mutableData.store(value, at: (place &- population &+ out.count) &* 8)
    }
    return .view(out)
  }
}
