import Glibc
import NNKernels

extension Builtin {
  /// Random numbers with NumPy's legacy stream: seeds and continuous distributions.
  static let randomNumbers: [Builtin] = [
    .seed, .rand, .randn, .randomSample, .uniform, .normal, .standardNormal, .exponential, .standardExponential,
    .binomial, .poisson,
  ]

  static let seed = Builtin(
    "numpy.random.seed(seed=None)",
    "Begins the stream of an integer (or of a sequence of integers); of the system's randomness for None.",
    example: "seed(0); rand()  # 0.5488135039273248"
  ) { (context, arguments) throws(Fault) in
    if arguments[0].isNone {
      context.random.seed(nil)
    } else if arguments[0].isSequence || (arguments[0].asArray?.value.rank ?? 0) > 0 {
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

  static let exponential = Builtin(
    "numpy.random.exponential(scale=1.0, size=None)", "Exponentially distributed numbers with a mean.",
    example: "seed(0); exponential(2.0, 2)  # array([1.59174902, 2.51186153])"
  ) { (context, arguments) throws(Fault) in
    let scale = try context.double(arguments[0])
    if scale < 0 || scale.sign == .minus { throw Fault(.valueError, "scale < 0") }
    return try context.drawn(arguments[1], fill: { $0.fillExponential($1, scale: scale) }) {
      scale * $0.nextExponential()
    }
  }

  static let standardExponential = Builtin(
    "numpy.random.standard_exponential(size=None)", "Exponentially distributed numbers with mean 1.",
    example: "seed(0); standard_exponential(2)  # array([0.79587451, 1.25593076])"
  ) { (context, arguments) throws(Fault) in
    try context.drawn(arguments[0], fill: { $0.fillExponential($1, scale: 1) }) { $0.nextExponential() }
  }

  // MARK: Counts

  static let binomial = Builtin(
    "numpy.random.binomial(n, p, size=None)", "How many of n trials succeed, each with probability p.",
    example: "seed(0); binomial(10, 0.5, 3)  # array([5, 6, 5])"
  ) { (context, arguments) throws(Fault) in
    let n = try context.integer(arguments[0])
    let p = try context.double(arguments[1])
    if n < 0 { throw Fault(.valueError, "n < 0") }
    if !(p >= 0 && p <= 1) { throw Fault(.valueError, "p < 0, p > 1 or p is NaN") }
    if Double(n) * Swift.min(p, 1 - p) >= 30 {
      throw Fault(.notImplementedError, "binomial with an expected number of 30 or more is not here yet")
    }
    return try context.counted(arguments[2]) {
      p <= 0.5 ? Counts.binomial(n, p, &$0) : n - Counts.binomial(n, 1 - p, &$0)
    }
  }

  static let poisson = Builtin(
    "numpy.random.poisson(lam=1.0, size=None)", "How often an event happens that is expected `lam` times.",
    example: "seed(0); poisson(3.0, 3)  # array([5, 6, 2])"
  ) { (context, arguments) throws(Fault) in
    let lambda = try context.double(arguments[0])
    if !(lambda >= 0) { throw Fault(.valueError, "lam < 0 or lam is NaN") }
    if lambda > 9.2e18 { throw Fault(.valueError, "lam value too large") }
    return try context.counted(arguments[1]) {
      lambda >= 10 ? Counts.largePoisson(lambda, &$0) : lambda == 0 ? 0 : Counts.poisson(lambda, &$0)
    }
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

  /// Integers by a distribution: one, or an array of a size.
  fileprivate func counted(_ size: borrowing Value, _ next: (inout MersenneTwister) -> Int) throws(Fault) -> Value {
    if size.isNone { return .int(random.draw(next)) }
    let out = try Creation.empty(try ArrayConversion.shape(size, in: self), .int64)
    for index in 0..<out.count {
      out.mutableData.store(random.draw(next), at: index &* 8)
      if index & 0xFFFF == 0xFFFF { try checkInterrupt() }
    }
    return .view(out)
  }
}

/// The legacy generators of counts (numpy/random/src/distributions/distributions.c).
private enum Counts {
  /// By inversion, for n·p < 30 and p <= 0.5.
  static func binomial(_ n: Int, _ p: Double, _ twister: inout MersenneTwister) -> Int {
    if n == 0 || p == 0 { return 0 }
    let q = 1 - p
    let start = exp(Double(n) * log1p(-p))
    let mean = Double(n) * p
    let bound = Int(min(Double(n), mean + 10 * (mean * q + 1).squareRoot()))
    var count = 0
    var weight = start
    var u = twister.nextDouble()
    while u > weight {
      count += 1
      if count > bound {
        count = 0
        weight = start
        u = twister.nextDouble()
      } else {
        u -= weight
        weight = (Double(n - count + 1) * p * weight) / (Double(count) * q)
      }
    }
    return count
  }

  /// By multiplication, for small means.
  static func poisson(_ lambda: Double, _ twister: inout MersenneTwister) -> Int {
    let limit = exp(-lambda)
    var count = 0
    var product = 1.0
    while true {
      product *= twister.nextDouble()
      if product <= limit { return count }
      count += 1
    }
  }

  /// Hörmann's transformed rejection, for means from 10 on.
  static func largePoisson(_ lambda: Double, _ twister: inout MersenneTwister) -> Int {
    let root = lambda.squareRoot()
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverse = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = twister.nextDouble() - 0.5
      let v = twister.nextDouble()
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + lambda + 0.43).rounded(.down)
      if us >= 0.07 && v <= limit { return Int(exactly: k) ?? Int.max }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v) + log(inverse) - log(a / (us * us) + b) <= -lambda + k * log(lambda) - lgamma(k + 1) {
        return Int(exactly: k) ?? Int.max
      }
    }
  }
}
