import NNKernels

extension Builtin {
  /// Random numbers with NumPy's legacy stream: seeds and continuous distributions.
  static let randomNumbers: [Builtin] = [
    .seed, .rand, .randn, .randomSample, .uniform, .normal, .standardNormal,
  ]

  static let seed = Builtin(
    "numpy.random.seed(seed=None)",
    "Begins the stream of an integer (or of a sequence of integers); of the system's randomness for None.",
    example: "seed(0); rand()  # 0.5488135039273248"
  ) { (context, arguments) throws(Fault) in
    if arguments[0].isNone {
      context.random.seed(nil)
    } else if arguments[0].isSequence || (arguments[0].asArray?.value.rank ?? 0) > 0 {
      if let array = arguments[0].asArray, array.value.rank > 1 { throw Fault(.valueError, "Seed array must be 1-d") }
      if let list = arguments[0].asList, list.value.items.count > 0, list.value.items[0].isSequence {
        throw Fault(.valueError, "Seed array must be 1-d")
      }
      let words = try context.integers(arguments[0])
      if words.isEmpty { throw Fault(.valueError, "Seed must be non-empty") }
      context.random.seed(words: try words.map { (word) throws(Fault) in try Context.seedWord(word, "Seed values") })
    } else {
      context.random.seed(try Context.seedWord(try context.integer(arguments[0]), "Seed"))
    }
    return .nothing
  }

  static let rand = Builtin(
    "numpy.random.rand(*shape)", "Uniform numbers in [0, 1) in an array of the given lengths; one float without any.",
    example: "seed(0); rand(2)  # array([0.5488135 , 0.71518937])"
  ) { (context, arguments) throws(Fault) in
    try context.uniformNumbers(context.hasItems(arguments[0]) ? arguments[0].copy() : .nothing)
  }

  static let randn = Builtin(
    "numpy.random.randn(*shape)", "Standard normal numbers in an array of the given lengths; one float without any.",
    example: "seed(0); randn(2)  # array([1.76405235, 0.40015721])"
  ) { (context, arguments) throws(Fault) in
    try context.normalNumbers(context.hasItems(arguments[0]) ? arguments[0].copy() : .nothing)
  }

  static let randomSample = Builtin(
    "numpy.random.random(size=None)",
    "Uniform numbers in [0, 1) in an array of the given shape; one float without one.",
    example: "seed(0); np.random.random(2)  # array([0.5488135 , 0.71518937])"
  ) { (context, arguments) throws(Fault) in try context.uniformNumbers(arguments[0].copy()) }

  static let standardNormal = Builtin(
    "numpy.random.standard_normal(size=None)", "Standard normal numbers in an array of the given shape.",
    example: "seed(0); standard_normal(2)  # array([1.76405235, 0.40015721])"
  ) { (context, arguments) throws(Fault) in try context.normalNumbers(arguments[0].copy()) }

  static let uniform = Builtin(
    "numpy.random.uniform(low=0.0, high=1.0, size=None)", "Uniform numbers in [low, high); limits may be arrays.",
    example: "seed(0); uniform(-1, 1, 2)  # array([0.09762701, 0.43037873])"
  ) { (context, arguments) throws(Fault) in
    if let low = arguments[0].asNumber, let high = arguments[1].asNumber {
      let range = high - low
      if !range.isFinite { throw Fault(.overflowError, "Range exceeds valid bounds") }
      return try context.drawn(arguments[2], fill: { $0.fillUniform($1, low: low, range: range) }) {
        $0.nextUniform(low: low, range: range)
      }
    }
    return try context.drawn(arguments) { $0.nextUniform(low: $1, range: $2 - $1) }
  }

  static let normal = Builtin(
    "numpy.random.normal(loc=0.0, scale=1.0, size=None)",
    "Normal numbers with a mean and a standard deviation, which may be arrays.",
    example: "seed(0); normal(5, 2, 2)  # array([8.52810469, 5.80031442])"
  ) { (context, arguments) throws(Fault) in
    if let mean = arguments[0].asNumber, let scale = arguments[1].asNumber {
      if scale < 0 || scale.sign == .minus { throw Fault(.valueError, "scale < 0") }
      return try context.drawn(arguments[2], fill: { $0.fillNormal($1, mean: mean, scale: scale) }) {
        $0.nextNormal(mean: mean, scale: scale)
      }
    }
    if try context.array(arguments, 1).value.doubles().contains(where: { $0 < 0 }) {
      throw Fault(.valueError, "scale < 0")
    }
    return try context.drawn(arguments) { $0.nextNormal(mean: $1, scale: $2) }
  }
}

extension Context {
  /// A seed within 32 bits. ValueError beyond.
  fileprivate static func seedWord(_ value: Int, _ what: String) throws(Fault) -> UInt32 {
    guard let word = UInt32(exactly: value) else {
      throw Fault(.valueError, "\(what) must be between 0 and 2**32 - 1")
    }
    return word
  }

  fileprivate func hasItems(_ value: borrowing Value) -> Bool { (value.asTuple?.value.items.count ?? 0) > 0 }

  fileprivate func uniformNumbers(_ size: consuming Value) throws(Fault) -> Value {
    try drawn(size, fill: { $0.fillUniform($1) }) { $0.nextDouble() }
  }

  fileprivate func normalNumbers(_ size: consuming Value) throws(Fault) -> Value {
    try drawn(size, fill: { $0.fillGauss($1) }) { $0.nextGauss() }
  }

  /// Floats by a distribution: one, or an array of a size.
  fileprivate func drawn(
    _ size: borrowing Value, fill: (RandomStream, borrowing NDArray) -> Void, one: (inout MersenneTwister) -> Double
  ) throws(Fault) -> Value {
    if size.isNone { return .float(random.draw(one)) }
    let out = try Creation.empty(try ArrayConversion.shape(size, in: self), .float64)
    fill(random, out)
    try checkInterrupt()
    return .view(out)
  }

  /// Floats by a distribution whose two parameters, the first arguments, broadcast with the size, the third.
  fileprivate func drawn(
    _ arguments: Registers, _ next: (inout MersenneTwister, Double, Double) -> Double
  ) throws(Fault) -> Value {
    let a = try array(arguments, 0)
    let b = try array(arguments, 1)
    guard var shape = Broadcasting.shape(a.value.shape, b.value.shape) else {
      throw Broadcasting.mismatch([a.value.shape, b.value.shape])
    }
    if !arguments[2].isNone {
      let size = try ArrayConversion.shape(arguments[2], in: self)
      if !Broadcasting.fits(shape, into: size) {
        throw Fault(
          .valueError, "Output size \(size.text) is not compatible with broadcast dimensions of inputs \(shape.text).")
      }
      shape = size
    }
    let first = a.value.broadcastView(shape)
    let second = b.value.broadcastView(shape)
    let out = try Creation.empty(shape, .float64)
    for index in 0..<out.count {
      let (x, y) = (first.element(index).asDouble, second.element(index).asDouble)
      out.mutableData.store(random.draw { next(&$0, x, y) }, at: index &* 8)
    }
    return .view(out)
  }
}
