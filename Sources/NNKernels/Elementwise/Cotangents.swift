// Loops of the reverse pass of gradients.

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
