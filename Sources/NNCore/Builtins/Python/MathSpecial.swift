import Glibc

/// The special functions that CPython computes itself (`Modules/mathmodule.c`).
enum MathSpecial {
  /// The Lanczos sum's rational function, numerator and denominator, lowest power first (Boost, N = 13).
  private static let numerator: [Double] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominator: [Double] = [
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
  ]
  private static let g = 6.024680040776729583740234375
  private static let gMinusHalf = 5.524680040776729583740234375
  /// The factorials that are exact as floats.
  private static let factorials: [Double] = (1...23).reduce(into: []) {
    $0.append(($0.last ?? 1) * max(Double($1 - 1), 1))
  }

  private static func lanczosSum(_ x: Double) -> Double {
    var (above, below) = (0.0, 0.0)
    if x < 5 {
      for index in numerator.indices.reversed() {
        above = above * x + numerator[index]
        below = below * x + denominator[index]
      }
    } else {
      for index in numerator.indices {
        above = above / x + numerator[index]
        below = below / x + denominator[index]
      }
    }
    return above / below
  }

  /// sin(pi x), exact at the multiples of a quarter.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(fabs(x), 2)
    let sine: Double
    switch Int(rint(2 * y)) {
    case 0: sine = sin(.pi * y)
    case 1: sine = cos(.pi * (y - 0.5))
    case 2: sine = sin(.pi * (1 - y))
    case 3: sine = -cos(.pi * (y - 1.5))
    default: sine = sin(.pi * (y - 2))
    }
    return copysign(1, x) * sine
  }

  static func gamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN || x > 0 ? x : .nan }
    if x == 0 { return copysign(.infinity, x) }
    if x == floor(x) {
      if x < 0 { return .nan }
      if x <= 23 { return factorials[Int(x) - 1] }
    }
    let size = fabs(x)
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + gMinusHalf
    var z: Double
    if size > gMinusHalf {
      z = (y - size) - gMinusHalf
    } else {
      z = (y - gMinusHalf) - size
    }
    z = z * g / y
    var result: Double
    if x < 0 {
      result = -Double.pi / sinPi(size) / size * exp(y) / lanczosSum(size)
      result -= z * result
      if size < 140 {
        result /= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result = result / root / root
      }
    } else {
      result = lanczosSum(size) / exp(y)
      result += z * result
      if size < 140 {
        result *= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result = result * root * root
      }
    }
    return result
  }

  static func logGamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN ? x : .infinity }
    if x == floor(x) && x <= 2 { return x <= 0 ? .infinity : 0 }
    let size = fabs(x)
    if size < 1e-20 { return -log(size) }
    var result = log(lanczosSum(size)) - g
    result += (size - 0.5) * (log(size + g - 0.5) - 1)
    if x < 0 { result = log(Double.pi) - log(fabs(sinPi(size))) - log(size) - result }
    return result
  }

  /// The distance to the next larger float.
  static func lastBit(_ x: Double) -> Double {
    if !x.isFinite { return x.magnitude }
    let next = x.magnitude.nextUp
    return next.isInfinite ? x.magnitude - x.magnitude.nextDown : next - x.magnitude
  }

  /// The Euclidean length of a vector, nearly always correctly rounded (CPython's `vector_norm`: squares split into
  /// high and low halves, sums with their errors, one correction step for the root).
  static func norm(_ vector: [Double]) -> Double {
    let largest = vector.reduce(0) { max($0, $1.magnitude) }
    if vector.contains(where: \.isInfinite) { return .infinity }
    if vector.contains(where: \.isNaN) { return .nan }
    if largest == 0 || vector.count <= 1 { return largest }
    let exponent = CLibrary.frexp(largest).exponent
    var sum = CompensatedSum()
    if exponent < -1023 {
      for x in vector { sum.add(x / largest * (x / largest)) }
      return largest * sqrt(sum.total)
    }
    let scale = scalbn(1, -exponent)
    for x in vector { sum.addSquare(of: x * scale, sign: 1) }
    return sum.root() / scale
  }

  /// The same of two numbers.
  static func norm(_ x: Double, _ y: Double) -> Double {
    let largest = max(x.magnitude, y.magnitude)
    guard largest > 0x1p-1000, x.isFinite, y.isFinite else { return norm([x, y]) }
    let scale = Double(sign: .plus, exponent: -largest.exponent - 1, significand: 1)
    var sum = CompensatedSum()
    sum.addSquare(of: x * scale, sign: 1)
    sum.addSquare(of: y * scale, sign: 1)
    return sum.root() / scale
  }

  /// A sum that starts at 1, so that what follows is small beside it, with its rounding errors.
  private struct CompensatedSum {
    private var sum = 1.0
    private var errors = (0.0, 0.0, 0.0)

    var total: Double { sum - 1 + (errors.0 + errors.1 + errors.2) }

    /// The square root of the total, with one correction step.
    mutating func root() -> Double {
      let root = sqrt(total)
      addSquare(of: root, sign: -1)
      return root + total / (2 * root)
    }

    mutating func add(_ x: Double) {
      let before = sum
      sum += x
      errors.0 += (before - sum) + x
    }

    mutating func addSquare(of x: Double, sign: Double) {
      let split = x * 134_217_729
      let high = split - (split - x)
      let low = x - high
      add(sign * high * high)
      let cross = sign * 2 * high * low
      let before = sum
      sum += cross
      errors.1 += (before - sum) + cross
      if sign > 0 {
        errors.2 += low * low
      } else {
        let last = -low * low
        let old = sum
        sum += last
        errors.2 += (old - sum) + last
      }
    }
  }
}
