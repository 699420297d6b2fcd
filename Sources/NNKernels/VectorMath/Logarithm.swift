/// ln x, 0.8 ulp, in fdlibm's form: x = 2^k (1 + f), s = f / (2 + f). Eight positive normal numbers take one branch.
enum VectorLog: VectorFunction {
  @inline(__always) static func apply(_ x: Lanes) -> Lanes {
    let isOrdinary =
      (x.bits .>= laneBits(0x0010_0000_0000_0000)) .& (x.bits .< laneBits(0x7FF0_0000_0000_0000))
    if !all(isOrdinary) { return exceptional(x, isOrdinary) }
    return ofNormal(x, lanes(0))
  }

  /// ln(x · 2^-shift) for positive normal x.
  @inline(__always) static func ofNormal(_ x: Lanes, _ shift: Lanes) -> Lanes {
    let bits = x.bits &+ laneBits(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_0000_0000)
    let mantissa = Lanes(bits: (bits & laneBits(0x000F_FFFF_FFFF_FFFF)) &+ laneBits(0x3FE6_A09E_0000_0000))
    let exponent = Lanes(bits: (bits &>> laneBits(52)) &+ laneBits(0x4338_0000_0000_0000 - 1023))
    let k = exponent - lanes(roundingShift) - shift
    let f = mantissa - lanes(1)
    let s = f / (f + lanes(2))
    let z = s * s, w = z * z
    let even = fused(
      w, fused(w, lanes(1.531383769920937332e-01), lanes(2.222219843214978396e-01)), lanes(3.999999999940941908e-01))
    let odd = fused(
      w,
      fused(
        w, fused(w, lanes(1.479819860511658591e-01), lanes(1.818357216161805012e-01)), lanes(2.857142874366239149e-01)),
      lanes(6.666666666666735130e-01))
    let halfSquare = lanes(0.5) * f * f
    let low = fused(s, halfSquare + (w * even + z * odd), k * lanes(1.90821492927058770002e-10))
    return fused(k, lanes(6.93147180369123816490e-01), f - (halfSquare - low))
  }

  /// Zeros, negative and subnormal numbers, infinity and nan among ordinary lanes; raises what `log` raises.
  @inline(never) static func exceptional(_ x: Lanes, _ isOrdinary: SIMDMask<LaneBits>) -> Lanes {
    let isSubnormal = (x.bits .> laneBits(0)) .& (x.bits .< laneBits(0x0010_0000_0000_0000))
    let scaled = select(isOrdinary, x, select(isSubnormal, x * lanes(0x1p54), lanes(1)))
    var result = ofNormal(scaled, select(isSubnormal, lanes(54), lanes(0)))
    let isZero = x.magnitudeBits .== laneBits(0)
    let isNaN = x.magnitudeBits .> laneBits(0x7FF0_0000_0000_0000)
    let isNegative = (x.bits .< laneBits(0)) .& .!isZero .& .!isNaN
    result = select(isZero, lanes(-.infinity), result)
    result = select(isNegative, lanes(.nan), result)
    result = select(isNaN .| (x.bits .== laneBits(0x7FF0_0000_0000_0000)), x, result)
    if any(isZero) { raiseDivideByZero() }
    if any(isNegative) { raiseInvalid() }
    return result
  }
}
