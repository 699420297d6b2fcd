/// Adding 1.5·2⁵² rounds to the nearest integer and leaves it in the low bits.
let roundingShift = 0x1.8p52

/// e^r - 1 for |r| ≤ ln 2 / 2: a minimax polynomial of degree 12, without its error in the leading terms.
@inline(__always) func expM1Polynomial(_ r: Lanes) -> Lanes {
  let r2 = r * r, r4 = r2 * r2
  let a0 = fused(r, lanes(0.16666666666666669), lanes(0.5000000000000001))
  let a1 = fused(r, lanes(0.00833333333333006), lanes(0.041666666666624094))
  let a2 = fused(r, lanes(0.00019841269863066696), lanes(0.0013888888917230724))
  let a3 = fused(r, lanes(2.7557268439678e-06), lanes(2.4801521269532122e-05))
  let a4 = fused(r, lanes(2.5100395159429243e-08), lanes(2.7620101012098e-07))
  let p = fused(r4 * r4, a4, fused(r4, fused(r2, a3, a2), fused(r2, a1, a0)))
  return fused(r2, p, r)
}

/// x as n·ln 2 + r; `shifted` carries n in its low bits.
@inline(__always) func reduceByLn2(_ x: Lanes) -> (shifted: Lanes, r: Lanes) {
  let shifted = fused(x, lanes(1.4426950408889634), lanes(roundingShift))
  let n = shifted - lanes(roundingShift)
  let r = fused(n, lanes(-6.93147180369123816490e-01), x)
  return (shifted, fused(n, lanes(-1.90821492927058770002e-10), r))
}

/// e^x, 1.1 ulp. Eight ordinary arguments take one branch; any other leaves for `exceptional`.
enum VectorExp: VectorFunction {
  @inline(__always) static func apply(_ x: Lanes) -> Lanes {
    // |x| > 708 or nan: the result may not be a normal number.
    if any(x.magnitudeBits .> laneBits(0x4086_2000_0000_0000)) { return exceptional(x) }
    let (shifted, r) = reduceByLn2(x)
    let y = lanes(1) + expM1Polynomial(r)
    return Lanes(bits: y.bits &+ (shifted.bits &<< 52))
  }

  /// The full range. Lanes are chosen by their bits, so that nan and infinities raise no flag; an overflow does.
  @inline(never) static func exceptional(_ x: Lanes) -> Lanes {
    let infinity = laneBits(0x7FF0_0000_0000_0000)
    let isSpecial = x.magnitudeBits .>= infinity
    let isTooLarge = x.bits .> laneBits(0x4086_3000_0000_0000)  // > 710
    let isTooSmall = (x.bits .< laneBits(0)) .& (x.magnitudeBits .> laneBits(0x4087_5000_0000_0000))  // < -746
    var argument = select(isTooLarge, lanes(710), x)
    argument = select(isTooSmall, lanes(-746), argument)
    argument = select(isSpecial, lanes(0), argument)
    let (shifted, r) = reduceByLn2(argument)
    let n = shifted.bits &- laneBits(0x4338_0000_0000_0000)
    let half = n &>> laneBits(1)
    let scale1 = Lanes(bits: (half &+ laneBits(1023)) &<< laneBits(52))
    let scale2 = Lanes(bits: (n &- half &+ laneBits(1023)) &<< laneBits(52))
    var result = (lanes(1) + expM1Polynomial(r)) * scale1 * scale2
    result = select(isSpecial, x, result)
    return select(x.bits .== laneBits(.min) &+ infinity, lanes(0), result)
  }
}
