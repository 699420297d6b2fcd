import Glibc

/// The distributions of floats that `RandomState` and `Generator` share; where they differ, the source says which one
/// asks.
public enum Distribution: String, CaseIterable, Sendable {
  case uniform, normal, exponential, gamma, beta, chisquare, f, pareto, weibull, power, laplace, gumbel, logistic
  case lognormal, rayleigh, wald, triangular, vonmises
  case standardGamma = "standard_gamma"
  case standardCauchy = "standard_cauchy"
  case standardT = "standard_t"
  case standardNormal = "standard_normal"
  case standardExponential = "standard_exponential"
  case random
  case noncentralChisquare = "noncentral_chisquare"
  case noncentralF = "noncentral_f"

  /// One deviate. `uniform` takes the lower end and the length.
  public func draw(_ source: RandomSource, _ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .random: return source.nextDouble()
    case .uniform: return a + b * source.nextDouble()
    case .standardNormal: return source.nextNormal()
    case .normal: return a + b * source.nextNormal()
    case .standardExponential: return source.nextExponential()
    case .exponential: return a * source.nextExponential()
    case .standardGamma: return Self.gamma(source, a)
    case .gamma: return b * Self.gamma(source, a)
    case .beta: return Self.beta(source, a, b)
    case .chisquare: return 2 * Self.gamma(source, a / 2)
    case .f: return Self.ratio(source, a, b)
    case .standardCauchy:
      let x = source.nextNormal()
      return x / source.nextNormal()
    case .standardT:
      let x = source.nextNormal()
      return (a / 2).squareRoot() * x / Self.gamma(source, a / 2).squareRoot()
    case .pareto: return source.isLegacy ? exp(source.nextExponential() / a) - 1 : expm1(source.nextExponential() / a)
    case .weibull: return a == 0 ? 0 : pow(source.nextExponential(), 1 / a)
    case .power:
      let x = source.nextExponential()
      return source.isLegacy ? pow(1 - exp(-x), 1 / a) : pow(-expm1(-x), 1 / a)
    case .laplace: return Self.laplace(source, a, b)
    case .gumbel: return Self.gumbel(source, a, b)
    case .logistic: return Self.logistic(source, a, b)
    case .lognormal: return exp(a + b * source.nextNormal())
    case .rayleigh:
      return source.isLegacy
        ? a * (-2 * log(1 - source.nextDouble())).squareRoot() : a * (2 * source.nextExponential()).squareRoot()
    case .wald: return Self.wald(source, a, b)
    case .triangular: return Self.triangular(source, a, b, c)
    case .vonmises: return Self.vonmises(source, a, b)
    case .noncentralChisquare: return Self.noncentralChisquare(source, a, b)
    case .noncentralF:
      let above = Self.noncentralChisquare(source, a, c) * b
      return above / (2 * Self.gamma(source, b / 2) * a)
    }
  }

  /// By Marsaglia and Tsang; below 1 by Ahrens and Dieter.
  static func gamma(_ source: RandomSource, _ shape: Double) -> Double {
    if shape == 1 { return source.nextExponential() }
    if shape == 0 { return 0 }
    if shape < 1 {
      while true {
        let u = source.nextDouble()
        let v = source.nextExponential()
        if u <= 1 - shape {
          let x = pow(u, 1 / shape)
          if x <= v { return x }
        } else {
          let y = -log((1 - u) / shape)
          let x = pow(1 - shape + shape * y, 1 / shape)
          if x <= v + y { return x }
        }
      }
    }
    let b = shape - 1.0 / 3
    let c = 1 / (9 * b).squareRoot()
    while true {
      var x = 0.0
      var v = 0.0
      repeat {
        x = source.nextNormal()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let u = source.nextDouble()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if log(u) < 0.5 * x * x + b * (1 - v + log(v)) { return b * v }
      if v.isNaN { return v }
    }
  }

  /// The same in single precision.
  public static func gammaFloat(_ source: RandomSource, _ shape: Float) -> Float {
    if shape == 1 { return source.nextExponentialFloat() }
    if shape == 0 { return 0 }
    if shape < 1 {
      while true {
        let u = source.nextFloat()
        let v = source.nextExponentialFloat()
        if u <= 1 - shape {
          let x = powf(u, 1 / shape)
          if x <= v { return x }
        } else {
          let y = -logf((1 - u) / shape)
          let x = powf(1 - shape + shape * y, 1 / shape)
          if x <= v + y { return x }
        }
      }
    }
    let b = shape - 1 / 3
    let c = 1 / (9 * b).squareRoot()
    while true {
      var x: Float = 0
      var v: Float = 0
      repeat {
        x = source.nextNormalFloat()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let u = source.nextFloat()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if logf(u) < 0.5 * x * x + b * (1 - v + logf(v)) { return b * v }
      if v.isNaN { return v }
    }
  }

  private static func beta(_ source: RandomSource, _ a: Double, _ b: Double) -> Double {
    guard a <= 1 && b <= 1 else {
      let x = gamma(source, a)
      return x / (x + gamma(source, b))
    }
    if !source.isLegacy && a < 3e-103 && b < 3e-103 { return (a + b) * source.nextDouble() < a ? 1 : 0 }
    while true {
      let u = source.nextDouble()
      let v = source.nextDouble()
      let x = pow(u, 1 / a)
      let y = pow(v, 1 / b)
      let sum = x + y
      guard sum <= 1, source.isLegacy || u + v > 0 else { continue }
      if sum > 0 { return x / sum }
      var logX = log(u) / a
      var logY = log(v) / b
      let most = max(logX, logY)
      logX -= most
      logY -= most
      return exp(logX - log(exp(logX) + exp(logY)))
    }
  }

  private static func ratio(_ source: RandomSource, _ a: Double, _ b: Double) -> Double {
    let above = 2 * gamma(source, a / 2) * b
    return above / (2 * gamma(source, b / 2) * a)
  }

  private static func laplace(_ source: RandomSource, _ location: Double, _ scale: Double) -> Double {
    while true {
      let u = source.nextDouble()
      if u >= 0.5 { return location - scale * log(2 - u - u) }
      if u > 0 { return location + scale * log(u + u) }
    }
  }

  private static func gumbel(_ source: RandomSource, _ location: Double, _ scale: Double) -> Double {
    while true {
      let u = 1 - source.nextDouble()
      if u < 1 { return location - scale * log(-log(u)) }
    }
  }

  private static func logistic(_ source: RandomSource, _ location: Double, _ scale: Double) -> Double {
    while true {
      let u = source.nextDouble()
      if u > 0 { return location + scale * log(u / (1 - u)) }
    }
  }

  private static func wald(_ source: RandomSource, _ mean: Double, _ scale: Double) -> Double {
    let x: Double
    if source.isLegacy {
      let half = mean / (2 * scale)
      var y = source.nextNormal()
      y = mean * y * y
      x = mean + half * (y - (4 * scale * y + y * y).squareRoot())
    } else {
      let y = source.nextNormal()
      let square = mean * y * y
      let d = 1 + (1 + 4 * scale / square).squareRoot()
      x = mean * (1 - 2 / d)
    }
    return source.nextDouble() <= mean / (mean + x) ? x : mean * mean / x
  }

  private static func triangular(_ source: RandomSource, _ left: Double, _ mode: Double, _ right: Double) -> Double {
    let base = right - left
    let before = mode - left
    let u = source.nextDouble()
    if u <= before / base { return left + (u * (before * base)).squareRoot() }
    return right - ((1 - u) * ((right - mode) * base)).squareRoot()
  }

  private static func vonmises(_ source: RandomSource, _ mu: Double, _ kappa: Double) -> Double {
    if kappa.isNaN { return .nan }
    if kappa < 1e-8 { return .pi * (2 * source.nextDouble() - 1) }
    let s: Double
    if kappa < 1e-5 {
      s = 1 / kappa + kappa
    } else if kappa <= 1e6 || source.isLegacy {
      let r = 1 + (1 + 4 * kappa * kappa).squareRoot()
      let rho = (r - (2 * r).squareRoot()) / (2 * kappa)
      s = (1 + rho * rho) / (2 * rho)
    } else {
      var result = mu + (1 / kappa).squareRoot() * source.nextNormal()
      if result < -.pi { result += 2 * .pi }
      if result > .pi { result -= 2 * .pi }
      return result
    }
    var w = 0.0
    while true {
      let z = cos(.pi * source.nextDouble())
      w = (1 + s * z) / (s + z)
      let y = kappa * (s - w)
      let v = source.nextDouble()
      if y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0 { break }
      if y.isNaN { return .nan }
    }
    var result = acos(w)
    if source.nextDouble() < 0.5 { result = -result }
    result += mu
    let folded = fmod(result.magnitude + .pi, 2 * .pi) - .pi
    return result < 0 ? -folded : folded
  }

  private static func noncentralChisquare(_ source: RandomSource, _ df: Double, _ nonc: Double) -> Double {
    if nonc.isNaN { return .nan }
    if nonc == 0 { return 2 * gamma(source, df / 2) }
    if df > 1 {
      let chi = 2 * gamma(source, (df - 1) / 2)
      let n = source.nextNormal() + nonc.squareRoot()
      return chi + n * n
    }
    let i = CountDistribution.poisson(source, nonc / 2)
    return 2 * gamma(source, (df + 2 * Double(i)) / 2)
  }
}
