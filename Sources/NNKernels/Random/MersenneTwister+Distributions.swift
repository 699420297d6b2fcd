import Glibc

/// The legacy distributions: the algorithms of `RandomState`, which NumPy keeps unchanged.
extension MersenneTwister {
  /// A standard normal deviate by the polar method; every second call gives what the last one put aside.
  public mutating func nextGauss() -> Double {
    if hasGauss {
      hasGauss = false
      let value = gauss
      gauss = 0
      return value
    }
    var x1 = 0.0, x2 = 0.0, square = 0.0
    repeat {
      x1 = 2 * nextDouble() - 1
      x2 = 2 * nextDouble() - 1
      square = x1 * x1 + x2 * x2
    } while square >= 1 || square == 0
    let factor = (-2 * Glibc.log(square) / square).squareRoot()
    gauss = factor * x1
    hasGauss = true
    return factor * x2
  }

  /// `normal(mean, scale)`.
  public mutating func nextNormal(mean: Double, scale: Double) -> Double { mean + scale * nextGauss() }

  /// `uniform(low, low + range)`.
  public mutating func nextUniform(low: Double, range: Double) -> Double { low + range * nextDouble() }

  /// `standard_exponential()`.
  public mutating func nextExponential() -> Double { -Glibc.log(1 - nextDouble()) }

  /// `random_sample`: fills `out` with doubles in [0, 1).
  public mutating func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int) {
    fillUniform(out, count: count, low: 0, range: 1)
  }

  /// `uniform(low, high)` with range = high - low.
  public mutating func fillUniform(_ out: UnsafeMutablePointer<Double>, count: Int, low: Double, range: Double) {
    var done = 0
    while done < count {
      let pairs = min((MersenneTwister.length &- position) / 2, count &- done)
      if pairs < 4 {
        out[done] = nextUniform(low: low, range: range)
        done &+= 1
        continue
      }
      takeWords(2 &* pairs) { (words) in
        for i in 0..<pairs {
          // Signed, since only those become doubles in one instruction.
          let a = Int32(bitPattern: MersenneTwister.tempered(words[2 &* i]) &>> 5)
          let b = Int32(bitPattern: MersenneTwister.tempered(words[2 &* i &+ 1]) &>> 6)
          out[done &+ i] = low + range * ((Double(a) * 67_108_864 + Double(b)) * 0x1p-53)
        }
      }
      done &+= pairs
    }
  }

  /// `standard_normal`.
  public mutating func fillGauss(_ out: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<max(count, 0) { out[i] = nextGauss() }
  }

  /// `normal(mean, scale)`.
  public mutating func fillNormal(_ out: UnsafeMutablePointer<Double>, count: Int, mean: Double, scale: Double) {
    for i in 0..<max(count, 0) { out[i] = nextNormal(mean: mean, scale: scale) }
  }

  /// `exponential(scale)`.
  public mutating func fillExponential(_ out: UnsafeMutablePointer<Double>, count: Int, scale: Double) {
    for i in 0..<max(count, 0) { out[i] = scale * nextExponential() }
  }
}
