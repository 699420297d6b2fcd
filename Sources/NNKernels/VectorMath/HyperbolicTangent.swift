/// tanh x, 1.3 ulp: u = e^2|x| - 1 with the polynomial kept apart from its scale, then u / (u + 2).
enum VectorTanh: VectorFunction {
  @inline(__always) static func apply(_ x: Lanes) -> Lanes {
    let sign = x.bits & laneBits(.min)
    // From 20 on the result is 1; nan has larger bits still and is put back.
    let isNaN = x.magnitudeBits .> laneBits(0x7FF0_0000_0000_0000)
    let isLarge = x.magnitudeBits .> laneBits(0x4034_0000_0000_0000)
    let magnitude = select(isLarge, lanes(20), Lanes(bits: x.magnitudeBits))
    let (shifted, r) = reduceByLn2(magnitude + magnitude)
    let scale = Lanes(bits: (shifted.bits &+ laneBits(1023)) &<< laneBits(52))
    let u = fused(scale, expM1Polynomial(r), scale - lanes(1))
    let y = u / (u + lanes(2))
    return select(isNaN, x, Lanes(bits: y.bits | sign))
  }
}
