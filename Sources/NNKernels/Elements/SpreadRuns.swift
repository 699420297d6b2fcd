import Glibc

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
  if x.rowStride == 0 && rows > 1 {
    // One row, and then what there is once more behind it until all rows are there.
    fillSpread(block, 1, columns, size, x)
    let all = rows &* columns &* size
    var filled = columns &* size
    while filled < all {
      let more = min(filled, all &- filled)
      memcpy(block + filled, block, more)
      filled &+= more
    }
    return
  }
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
  // Short rows with their length known to the compiler.
  switch columns {
  case 2: fillRows(type, block, rows, 2, x)
  case 3: fillRows(type, block, rows, 3, x)
  case 4: fillRows(type, block, rows, 4, x)
  default: fillRows(type, block, rows, columns, x)
  }
}

@inline(__always) private func fillRows<T: FixedWidthInteger>(
  _ type: T.Type, _ block: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int, _ x: Operand
) {
  var target = block.assumingMemoryBound(to: T.self)
  var row = x.base
  if x.stride == 0 {
    for _ in 0..<rows {
      let value = row.assumingMemoryBound(to: T.self).pointee
      for c in 0..<columns { target[c] = value }
      target += columns
      row += x.rowStride
    }
  } else {
    for _ in 0..<rows {
      for c in 0..<columns { target[c] = (row + c &* x.stride).assumingMemoryBound(to: T.self).pointee }
      target += columns
      row += x.rowStride
    }
  }
}
