// Loops of the reverse pass of gradients.

/// What the reverse pass makes of a cotangent g and a saved value a, in one pass.
public enum CotangentOperation: Sendable {
  /// g a
  case product
  /// g / a
  case quotient
  /// -g
  case negative
  /// 2 g a
  case doubled
  /// g (1 - a²)
  case hyperbolic
  /// g where a > bound, else 0
  case above
  /// g where a < bound, else 0
  case below
}

/// The cotangents of `count` consecutive float64 elements; a step of 0 elements repeats the first one. `out` is `g` or
/// overlaps neither.
public func cotangent(
  _ operation: CotangentOperation, _ count: Int, out: UnsafeMutableRawPointer, g: UnsafeRawPointer, gStep: Int,
  a: UnsafeRawPointer, aStep: Int, bound: Double
) {
  let lanes = CotangentLanes(
    count: count, out: out.assumingMemoryBound(to: Double.self), g: g.assumingMemoryBound(to: Double.self),
    gStep: gStep, a: a.assumingMemoryBound(to: Double.self), aStep: aStep)
  let limit = SIMD8<Double>(repeating: bound)
  switch operation {
  case .product: lanes.run { (g, a) in g * a }
  case .quotient: lanes.run { (g, a) in g / a }
  case .negative: lanes.run { (g, _) in SIMD8<Double>(repeating: -1) * g }
  case .doubled: lanes.run { (g, a) in g * a * 2 }
  case .hyperbolic: lanes.run { (g, a) in g * (SIMD8<Double>(repeating: 1) - a * a) }
  case .above: lanes.run { (g, a) in SIMD8<Double>.zero.replacing(with: g, where: a .> limit) }
  case .below: lanes.run { (g, a) in SIMD8<Double>.zero.replacing(with: g, where: a .< limit) }
  }
}

/// Eight elements at a time, the rest through a copy.
private struct CotangentLanes {
  let count: Int
  let out: UnsafeMutablePointer<Double>
  let g: UnsafePointer<Double>
  let gStep: Int
  let a: UnsafePointer<Double>
  let aStep: Int

  @inline(__always) func run(_ step: (SIMD8<Double>, SIMD8<Double>) -> SIMD8<Double>) {
    let whole = count & ~7
    let firstG = SIMD8<Double>(repeating: g[0])
    let firstA = SIMD8<Double>(repeating: a[0])
    var index = 0
    while index < whole {
      let x = gStep == 0 ? firstG : UnsafeRawPointer(g + index).loadUnaligned(as: SIMD8<Double>.self)
      let y = aStep == 0 ? firstA : UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self)
      UnsafeMutableRawPointer(out + index).storeBytes(of: step(x, y), as: SIMD8<Double>.self)
      index &+= 8
    }
    while index < count {
      let x = SIMD8<Double>(repeating: g[gStep == 0 ? 0 : index])
      let y = SIMD8<Double>(repeating: a[aStep == 0 ? 0 : index])
      out[index] = step(x, y)[0]
      index &+= 1
    }
  }
}

/// The larger (or smaller) of each element and a bound, which is not nan. Returns how many were written: it stops before
/// eight of which one equals the bound. `out` may be `x`.
public func boundWithoutTies(
  _ isMaximum: Bool, _ count: Int, out: UnsafeMutableRawPointer, x: UnsafeRawPointer, bound: Double
) -> Int {
  let source = x.assumingMemoryBound(to: Double.self)
  let target = out.assumingMemoryBound(to: Double.self)
  let limit = SIMD8<Double>(repeating: bound)
  let whole = count & ~7
  var index = 0
  while index < whole {
    let v = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD8<Double>.self)
    if any(v .== limit) { return index }
    let result = v.replacing(with: limit, where: isMaximum ? v .< limit : v .> limit)
    UnsafeMutableRawPointer(target + index).storeBytes(of: result, as: SIMD8<Double>.self)
    index &+= 8
  }
  while index < count {
    let v = source[index]
    if v == bound { return index }
    target[index] = isMaximum ? (v < bound ? bound : v) : (v > bound ? bound : v)
    index &+= 1
  }
  return count
}

/// The same for all elements, with the share of each in its result: 1, 0, or a half where it equals the bound. The first
/// `done` have been written already, none of which equals it.
public func boundWithShares(
  _ isMaximum: Bool, _ count: Int, done: Int, out: UnsafeMutableRawPointer, x: UnsafeRawPointer, bound: Double,
  shares: UnsafeMutableRawPointer
) {
  let source = x.assumingMemoryBound(to: Double.self)
  let target = out.assumingMemoryBound(to: Double.self)
  let share = shares.assumingMemoryBound(to: Double.self)
  for index in 0..<count {
    let v = index < done ? target[index] : source[index]
    let isOwn = isMaximum ? v > bound : v < bound
    share[index] = isOwn ? 1 : v == bound && index >= done ? 0.5 : 0
    if index >= done { target[index] = isOwn || v != v ? v : bound }
  }
}

/// The cotangent of one of two operands of a maximum: g where x is the result, half of it where y is too, else 0.
public func shareTies(
  _ count: Int, out: UnsafeMutableRawPointer, result: UnsafeRawPointer, x: UnsafeRawPointer, xStride: Int,
  y: UnsafeRawPointer, yStride: Int, g: UnsafeRawPointer, gStride: Int
) {
  let target = out.assumingMemoryBound(to: Double.self)
  let value = result.assumingMemoryBound(to: Double.self)
  let a = x.assumingMemoryBound(to: Double.self)
  let b = y.assumingMemoryBound(to: Double.self)
  let cotangent = g.assumingMemoryBound(to: Double.self)
  if xStride != 0 && yStride == 0 && gStride != 0 {
    // The commonest case, `maximum(0, z)`, apart: so it becomes vector instructions.
    let other = b[0]
    for index in 0..<count {
      let own = a[index] == value[index] ? cotangent[index] : 0
      target[index] = other == value[index] ? own * 0.5 : own
    }
    return
  }
  for index in 0..<count {
    let own = a[xStride == 0 ? 0 : index] == value[index] ? cotangent[gStride == 0 ? 0 : index] : 0
    target[index] = b[yStride == 0 ? 0 : index] == value[index] ? own * 0.5 : own
  }
}

/// Adds elements to places at byte offsets, one after the other: a place may come several times.
public func scatterAdd(
  source: UnsafeRawPointer, sourceStride: Int, count: Int, target: UnsafeMutableRawPointer,
  offsets: UnsafePointer<Int>
) {
  for index in 0..<count {
    let place = (target + offsets[index]).assumingMemoryBound(to: Double.self)
    place.pointee += (source + index &* sourceStride).assumingMemoryBound(to: Double.self).pointee
  }
}
