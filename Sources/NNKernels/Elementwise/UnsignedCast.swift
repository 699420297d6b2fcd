/// Floats as `uint32`. NumPy's loops take four neighbours at a time and convert them by 32 bits, others by 64: beyond
/// the type's values the two differ, and so do these.
func unsignedCastLoop<F: FloatElement>(from type: F.Type, _ plain: @escaping UnaryLoop) -> UnaryLoop {
  let size = MemoryLayout<F>.size
  return { rows, columns, out, x in
    if x.stride != size || out.stride != 4 || columns < 4 && rows < 2 { return plain(rows, columns, out, x) }
    let isRun = rows > 1 && x.rowStride == columns &* size && out.rowStride == columns &* 4
    let (lines, count) = isRun ? (1, rows &* columns) : (rows, columns)
    if count < 4 { return plain(rows, columns, out, x) }
    for line in 0..<lines {
      var (source, target, left) = (x.base + line &* x.rowStride, out.base + line &* out.rowStride, count)
      // In blocks of whole fours that the cache still has when they are looked at.
      while left > 0 {
        let block = min(left, 4096)
        plain(
          1, block, Operand(base: target, rowStride: 0, stride: 4), Operand(base: source, rowStride: 0, stride: size))
        convertBeyond(source.assumingMemoryBound(to: F.self), target.assumingMemoryBound(to: UInt32.self), block & ~3)
        source += block &* size
        target += block &* 4
        left -= block
      }
    }
  }
}

/// Converts a block again as `uint32`'s four neighbours where one of the values lies beyond the type's.
private func convertBeyond<F: FloatElement>(
  _ values: UnsafePointer<F>, _ results: UnsafeMutablePointer<UInt32>, _ count: Int
) {
  // Counted without a branch, so that the loop runs in vectors.
  var beyond: UInt32 = 0
  for index in 0..<count {
    let value = values[index]
    beyond |= (value > -1 ? 0 : 1) | (value < 4_294_967_296 ? 0 : 1)
  }
  if beyond == 0 { return }
  for index in 0..<count { results[index] = fourBytes(values[index]) }
}

@inline(__always) private func fourBytes<F: FloatElement>(_ value: F) -> UInt32 {
  let half: F = 2_147_483_648
  if value >= half { return UInt32(bitPattern: Int32.cast(value - half)) ^ 0x8000_0000 }
  return UInt32(bitPattern: Int32.cast(value))
}
