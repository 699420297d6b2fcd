import Glibc

/// The binomial distribution for larger means: Kachitvichyanukul and Schmeiser's rejection from four pieces.
struct LargeBinomial {
  let n: Int64
  let r: Double
  let q: Double

  /// For p up to 0.5.
  init(n: Int64, p: Double) {
    self.n = n
    r = min(p, 1 - p)
    q = 1 - r
  }

  func draw(_ source: RandomSource) -> Int64 {
    let count = Double(n)
    let fm = count * r + r
    let middle = CountDistribution.whole(fm.rounded(.down))
    let m = Double(middle)
    let p1 = (2.195 * (count * r * q).squareRoot() - 4.6 * q).rounded(.down) + 0.5
    let xm = m + 0.5
    let xl = xm - p1
    let xr = xm + p1
    let c = 0.134 + 20.5 / (15.3 + m)
    var a = (fm - xl) / (fm - xl * r)
    let left = a * (1 + a / 2)
    a = (xr - fm) / (xr * q)
    let right = a * (1 + a / 2)
    let p2 = p1 * (1 + 2 * c)
    let p3 = p2 + c / left
    let p4 = p3 + c / right
    let nrq = count * r * q
    while true {
      let u = source.nextDouble() * p4
      var v = source.nextDouble()
      if u <= p1 { return CountDistribution.whole((xm - p1 * v + u).rounded(.down)) }
      let y: Int64
      if u <= p2 {
        let x = xl + (u - p1) / c
        v = v * c + 1 - (m - x + 0.5).magnitude / p1
        if v > 1 { continue }
        y = CountDistribution.whole(x.rounded(.down))
      } else if u <= p3 {
        y = CountDistribution.whole((xl + log(v) / left).rounded(.down))
        if y < 0 || v == 0 { continue }
        v = v * (u - p2) * left
      } else {
        y = CountDistribution.whole((xr - log(v) / right).rounded(.down))
        if y > n || v == 0 { continue }
        v = v * (u - p3) * right
      }
      if accepts(y, v, middle, nrq, xm) { return y }
    }
  }

  private func accepts(_ y: Int64, _ v: Double, _ m: Int64, _ nrq: Double, _ xm: Double) -> Bool {
    let distance = (y &- m).magnitude
    let k = Double(distance)
    if !(distance > 20 && k < nrq / 2 - 1) {
      let s = r / q
      let a = s * Double(n &+ 1)
      var f = 1.0
      if m < y {
        for i in (m + 1)...y { f *= a / Double(i) - s }
      } else if m > y {
        for i in (y + 1)...m { f /= a / Double(i) - s }
      }
      return !(v > f)
    }
    let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5)
    let t = -k * k / (2 * nrq)
    let level = log(v)
    if level < t - rho { return true }
    if level > t + rho { return false }
    let x1 = Double(y &+ 1)
    let f1 = Double(m &+ 1)
    let z = Double(n &+ 1 &- m)
    let w = Double(n &- y &+ 1)
    func series(_ x: Double) -> Double {
      let x2 = x * x
      return (13680 - (462 - (132 - (99 - 140 / x2) / x2) / x2) / x2) / x / 166320
    }
    let bound =
      xm * log(f1 / x1) + (Double(n &- m) + 0.5) * log(z / w) + Double(y &- m) * log(w * r / (x1 * q)) + series(f1)
      + series(z) + series(x1) + series(w)
    return !(level > bound)
  }
}
