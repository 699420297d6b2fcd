import Glibc

/// The distributions of whole numbers that `RandomState` and `Generator` share.
public enum CountDistribution: String, CaseIterable, Sendable {
  case binomial, poisson, zipf, geometric, hypergeometric, logseries
  case negativeBinomial = "negative_binomial"

  /// One deviate; the parameters have been checked.
  public func draw(_ source: RandomSource, _ a: Double, _ b: Double, _ c: Double) -> Int64 {
    switch self {
    case .binomial: return Self.binomial(source, Self.whole(a), b)
    case .poisson: return Self.poisson(source, a)
    case .negativeBinomial:
      let y = (1 - b) / b * Distribution.gamma(source, a)
      return Self.poisson(source, y)
    case .zipf: return Self.zipf(source, a)
    case .geometric: return Self.geometric(source, a)
    case .hypergeometric:
      return Hypergeometric(good: Self.whole(a), bad: Self.whole(b), sample: Self.whole(c)).draw(source)
    case .logseries: return Self.logseries(source, a)
    }
  }

  static func whole(_ x: Double) -> Int64 {
    Int64(exactly: x.rounded(.towardZero)) ?? (x > 0 ? .max : .min)
  }

  // MARK: Poisson

  static func poisson(_ source: RandomSource, _ mean: Double) -> Int64 {
    if mean >= 10 { return largePoisson(source, mean) }
    if mean == 0 || mean.isNaN { return 0 }
    let limit = exp(-mean)
    var count: Int64 = 0
    var product = 1.0
    while true {
      product *= source.nextDouble()
      if product <= limit { return count }
      count += 1
    }
  }

  /// Hörmann's transformed rejection.
  private static func largePoisson(_ source: RandomSource, _ mean: Double) -> Int64 {
    let root = mean.squareRoot()
    let logMean = log(mean)
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverse = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = source.nextDouble() - 0.5
      let v = source.nextDouble()
      let us = 0.5 - u.magnitude
      let place = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      let k = whole(place)
      if us >= 0.07 && v <= limit { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v) + log(inverse) - log(a / (us * us) + b) <= -mean + Double(k) * logMean - logGamma(Double(k) + 1) {
        return k
      }
    }
  }

  /// NumPy's own logarithm of the gamma function.
  static func logGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    let steps = x < 7 ? Int(max(7 - x, 0)) : 0
    var x0 = x + Double(steps)
    let x2 = (1 / x0) * (1 / x0)
    let coefficients = [
      8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
      8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
      1.796443723688307e-01, -1.39243221690590e+00,
    ]
    var sum = coefficients[9]
    for index in stride(from: 8, through: 0, by: -1) {
      sum *= x2
      sum += coefficients[index]
    }
    var result = sum / x0 + 0.5 * 1.8378770664093453e+00 + (x0 - 0.5) * log(x0) - x0
    for _ in 0..<steps {
      result -= log(x0 - 1)
      x0 -= 1
    }
    return result
  }

  // MARK: Others

  static func binomial(_ source: RandomSource, _ n: Int64, _ p: Double) -> Int64 {
    // The legacy stream gives a number even where there is nothing to draw.
    if !source.isLegacy && (n == 0 || p == 0) { return 0 }
    if p <= 0.5 {
      return p * Double(n) <= 30 ? smallBinomial(source, n, p) : LargeBinomial(n: n, p: p).draw(source)
    }
    let q = 1 - p
    return n - (q * Double(n) <= 30 ? smallBinomial(source, n, q) : LargeBinomial(n: n, p: q).draw(source))
  }

  private static func smallBinomial(_ source: RandomSource, _ n: Int64, _ p: Double) -> Int64 {
    let q = 1 - p
    let start = exp(Double(n) * log1p(-p))
    let mean = Double(n) * p
    let bound = whole(min(Double(n), mean + 10 * (mean * q + 1).squareRoot()))
    var count: Int64 = 0
    var weight = start
    var u = source.nextDouble()
    while u > weight {
      count += 1
      if count > bound {
        count = 0
        weight = start
        u = source.nextDouble()
      } else {
        u -= weight
        weight = (Double(n - count + 1) * p * weight) / (Double(count) * q)
      }
    }
    return count
  }

  private static func zipf(_ source: RandomSource, _ a: Double) -> Int64 {
    if !source.isLegacy && a >= 1025 { return 1 }
    let least = a - 1
    let b = pow(2, least)
    let smallest = source.isLegacy ? 0 : pow(9.223372036854776e18, -least)
    while true {
      let u: Double
      if source.isLegacy {
        u = 1 - source.nextDouble()
      } else {
        let u01 = source.nextDouble()
        u = u01 * smallest + (1 - u01)
      }
      let v = source.nextDouble()
      let x = pow(u, -1 / least).rounded(.down)
      if !(x <= 9.223372036854776e18 && x >= 1) {
        if x.isNaN { return 0 }
        continue
      }
      let t = pow(1 + 1 / x, least)
      if v * x * (t - 1) / (b - 1) <= t / b { return whole(x) }
    }
  }

  private static func geometric(_ source: RandomSource, _ p: Double) -> Int64 {
    if p >= 0.333333333333333333333333 {
      var count: Int64 = 1
      var product = p
      var sum = p
      let u = source.nextDouble()
      while u > sum {
        product *= 1 - p
        sum += product
        count += 1
      }
      return count
    }
    if source.isLegacy { return whole((log(1 - source.nextDouble()) / log(1 - p)).rounded(.up)) }
    let z = (-source.nextExponential() / log1p(-p)).rounded(.up)
    return z >= 9.223372036854776e18 ? .max : whole(z)
  }

  private static func logseries(_ source: RandomSource, _ p: Double) -> Int64 {
    let r = source.isLegacy ? log(1 - p) : log1p(-p)
    while true {
      let v = source.nextDouble()
      if v >= p { return 1 }
      let u = source.nextDouble()
      let q = source.isLegacy ? 1 - exp(r * u) : -expm1(r * u)
      if v <= q * q {
        let result = whole((1 + log(v) / log(q)).rounded(.down))
        if result < 1 || v == 0 { continue }
        return result
      }
      return v >= q ? 1 : 2
    }
  }
}
