// Loops of the reverse pass of gradients.

/// Factors for the cotangent of one of two operands of a maximum: 1 where x is the result, half where y is too, else 0.
public func shareTies(
  _ count: Int, out: UnsafeMutableRawPointer, result: UnsafeRawPointer, x: UnsafeRawPointer, xStride: Int,
  y: UnsafeRawPointer, yStride: Int
) {
  let target = out.assumingMemoryBound(to: Double.self)
  let value = result.assumingMemoryBound(to: Double.self)
  let a = x.assumingMemoryBound(to: Double.self)
  let b = y.assumingMemoryBound(to: Double.self)
  if yStride == 0 {
    let other = b[0]
    for index in 0..<count {
      let own: Double = a[xStride == 0 ? 0 : index] == value[index] ? 1 : 0
      target[index] = other == value[index] ? own * 0.5 : own
    }
  } else {
    for index in 0..<count {
      let own: Double = a[xStride == 0 ? 0 : index] == value[index] ? 1 : 0
      target[index] = b[index] == value[index] ? own * 0.5 : own
    }
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
