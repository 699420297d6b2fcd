/// Rows of a few elements where the result and one operand stand in memory without gaps, and the other operand is
/// repeated along the rows or down the columns: that one is laid out beside the others block by block, so that the runs
/// are long and consecutive. False, with nothing done, for other operands.
@inline(never) func forEachSpreadRun(
  _ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand, _ y: Operand, _ size: Int,
  _ run: (_ count: Int, _ out: Operand, _ x: Operand, _ y: Operand) -> Void
) -> Bool {
  guard columns > 1, size <= 8, out.stride > 0, out.rowStride == columns &* out.stride else { return false }
  let isFirstDense = x.stride == size && x.rowStride == columns &* size
  let isSecondDense = y.stride == size && y.rowStride == columns &* size
  guard isFirstDense != isSecondDense else { return false }
  let height = spreadBytes / (size &* columns)
  withUnsafeTemporaryAllocation(byteCount: spreadBytes, alignment: 64) { (memory) in
    guard let block = memory.baseAddress else { return }
    let spread = Operand(base: block, rowStride: columns &* size, stride: size)
    var out = out, other = isFirstDense ? y : x, dense = isFirstDense ? x : y
    var left = rows, filled = 0
    while left > 0 {
      let count = min(height, left)
      if other.rowStride != 0 || filled < count {
        fillSpread(block, count, columns, size, other)
        filled = count
      }
      if isFirstDense { run(count &* columns, out, dense, spread) } else { run(count &* columns, out, spread, dense) }
      out.base += count &* out.rowStride
      dense.base += count &* dense.rowStride
      other.base += count &* other.rowStride
      left &-= count
    }
  }
  return true
}

/// Bytes of a block.
private let spreadBytes = 1 << 12

private func fillSpread(_ block: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int, _ size: Int, _ x: Operand) {
  switch size {
  case 8: fillSpread(UInt64.self, block, rows, columns, x)
  case 4: fillSpread(UInt32.self, block, rows, columns, x)
  case 2: fillSpread(UInt16.self, block, rows, columns, x)
  default: fillSpread(UInt8.self, block, rows, columns, x)
  }
}

@inline(__always) private func fillSpread<T: FixedWidthInteger>(
  _ type: T.Type, _ block: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int, _ x: Operand
) {
  var target = block.assumingMemoryBound(to: T.self)
  var row = x.base
  for _ in 0..<rows {
    if x.stride == 0 {
      let value = row.assumingMemoryBound(to: T.self).pointee
      for c in 0..<columns { target[c] = value }
    } else {
      for c in 0..<columns { target[c] = (row + c &* x.stride).assumingMemoryBound(to: T.self).pointee }
    }
    target += columns
    row += x.rowStride
  }
}
