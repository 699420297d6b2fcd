/// Elements that are converted at once on the way through a loop.
private let blockLength = 256

/// Walks rows × columns in blocks of a row, with the offset of each.
@inline(__always) private func forEachBlock(
  _ rows: Int, _ columns: Int, _ body: (_ row: Int, _ column: Int, _ count: Int) -> Void
) {
  var row = 0
  while row < rows {
    var column = 0
    while column < columns {
      body(row, column, min(blockLength, columns &- column))
      column &+= blockLength
    }
    row &+= 1
  }
}

extension Operand {
  @inline(__always) fileprivate func at(_ row: Int, _ column: Int) -> Operand {
    Operand(base: base + row &* rowStride + column &* stride, rowStride: 0, stride: stride)
  }
}

/// Short rows are walked down the columns instead.
@inline(__always) private func turns(_ rows: Int, _ columns: Int) -> Bool { columns < shortRow && rows > columns }

/// Two loops one after the other, with elements of `middle` bytes between them.
func composedLoop(_ first: @escaping UnaryLoop, _ middle: Int, _ second: @escaping UnaryLoop) -> UnaryLoop {
  func run(_ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand) {
    if turns(rows, columns) { return run(columns, rows, out.transposed, x.transposed) }
    withUnsafeTemporaryAllocation(byteCount: blockLength &* middle, alignment: 64) { memory in
      guard let base = memory.baseAddress else { return }
      let block = Operand(base: base, rowStride: 0, stride: middle)
      forEachBlock(rows, columns) { row, column, count in
        first(1, count, block, x.at(row, column))
        second(1, count, out.at(row, column), block)
      }
    }
  }
  return run
}

/// A loop of a wider type on operands of a narrower one.
func widenedLoop(
  _ loop: @escaping UnaryLoop, _ type: ElementType, _ wide: ElementType, result: ElementType, wideResult: ElementType
) -> UnaryLoop {
  let widen = castLoop(from: type, to: wide)
  if result == wideResult { return composedLoop(widen, wide.size, loop) }
  return composedLoop(composedLoop(widen, wide.size, loop), wideResult.size, castLoop(from: wideResult, to: result))
}

/// A loop of a wider type on operands of a narrower one. What is the same for all elements stays so.
func widenedLoop(
  _ loop: @escaping BinaryLoop, _ type: ElementType, _ wide: ElementType, result: ElementType, wideResult: ElementType
) -> BinaryLoop {
  let widen = castLoop(from: type, to: wide)
  let narrow: UnaryLoop? = result == wideResult ? nil : castLoop(from: wideResult, to: result)
  let size = wide.size
  func run(_ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand, _ y: Operand) {
    if turns(rows, columns) { return run(columns, rows, out.transposed, x.transposed, y.transposed) }
    withUnsafeTemporaryAllocation(byteCount: 3 &* blockLength &* 16, alignment: 64) { memory in
      guard let base = memory.baseAddress else { return }
      let a = Operand(base: base, rowStride: 0, stride: x.stride == 0 ? 0 : size)
      let b = Operand(base: base + blockLength &* 16, rowStride: 0, stride: y.stride == 0 ? 0 : size)
      let c = Operand(base: base + 2 &* blockLength &* 16, rowStride: 0, stride: wideResult.size)
      forEachBlock(rows, columns) { row, column, count in
        widen(1, x.stride == 0 ? 1 : count, a, x.at(row, column))
        widen(1, y.stride == 0 ? 1 : count, b, y.at(row, column))
        if let narrow {
          loop(1, count, c, a, b)
          narrow(1, count, out.at(row, column), c)
        } else {
          loop(1, count, out.at(row, column), a, b)
        }
      }
    }
  }
  return run
}
