import Glibc

/// How many good ones a sample without replacement has.
struct Hypergeometric {
  let good: Int64
  let bad: Int64
  let sample: Int64

  func draw(_ source: RandomSource) -> Int64 {
    if source.isLegacy { return sample > 10 ? byRatio(source) : sample > 0 ? bySteps(source) : 0 }
    return sample >= 10 && sample <= good &+ bad &- 10 ? byRatio(source) : bySample(source)
  }

  /// `RandomState`'s way for small samples.
  private func bySteps(_ source: RandomSource) -> Int64 {
    let d1 = bad &+ good &- sample
    let d2 = Double(min(bad, good))
    var y = d2
    var k = sample
    while y > 0 {
      let u = source.nextDouble()
      y -= (u + y / Double(d1 &+ k)).rounded(.down)
      k -= 1
      if k == 0 { break }
    }
    let z = CountDistribution.whole(d2 - y)
    return good > bad ? sample - z : z
  }

  /// The draws of the sample one by one.
  private func bySample(_ source: RandomSource) -> Int64 {
    let total = good &+ bad
    let isLarge = sample > total / 2
    var left = isLarge ? total - sample : sample
    var remaining = total
    var remainingGood = good
    while left > 0 && remainingGood > 0 && remaining > remainingGood {
      remaining -= 1
      if source.nextInterval(UInt64(remaining)) < UInt64(remainingGood) { remainingGood -= 1 }
      left -= 1
    }
    if remaining == remainingGood { remainingGood -= left }
    return isLarge ? remainingGood : good - remainingGood
  }

  /// Stadlober's ratio of uniforms.
  private func byRatio(_ source: RandomSource) -> Int64 {
    let population = good &+ bad
    let computed = min(sample, population - sample)
    let least = min(good, bad)
    let most = max(good, bad)
    let total = Double(population)
    let isLegacy = source.isLegacy
    let p = Double(least) / total
    let q = isLegacy ? 1 - p : Double(most) / total
    let a = Double(computed) * p + 0.5
    let c: Double
    if isLegacy {
      c = (Double(population - computed) * Double(sample) * p * q / Double(population - 1) + 0.5).squareRoot()
    } else {
      let variance = Double(population - computed) * Double(computed) * p * q / Double(population - 1)
      c = (variance + 0.5).squareRoot()
    }
    let h = 1.7155277699214135 * c + 0.8989161620588988
    let m = CountDistribution.whole((Double(computed + 1) * Double(least + 1) / Double(population + 2)).rounded(.down))
    func level(_ k: Int64) -> Double {
      logFactorial(k, isLegacy) + logFactorial(least &- k, isLegacy) + logFactorial(computed &- k, isLegacy)
        + logFactorial(most &- computed &+ k, isLegacy)
    }
    let g = level(m)
    let b = Double(min(min(computed, least) + 1, CountDistribution.whole((a + 16 * c).rounded(.down))))
    var k: Int64
    while true {
      let u = source.nextDouble()
      let v = source.nextDouble()
      let x = a + h * (v - 0.5) / u
      if x < 0 || x >= b || x.isNaN { continue }
      k = CountDistribution.whole(x.rounded(.down))
      let t = g - level(k)
      if u * (4 - u) - 3 <= t { break }
      if u * (u - t) >= 1 { continue }
      if 2 * log(u) <= t { break }
    }
    if good > bad { k = computed - k }
    return computed < sample ? good - k : k
  }

  private func logFactorial(_ k: Int64, _ isLegacy: Bool) -> Double {
    if isLegacy { return CountDistribution.logGamma(Double(k) + 1) }
    if k >= 0 && k < 126 { return LogFactorials.values[Int(k)] }
    let x = Double(k)
    return (x + 0.5) * log(x) - x + (0.9189385332046727 + (1 / x) * (1 / 12.0 - 1 / (360 * x * x)))
  }
}
