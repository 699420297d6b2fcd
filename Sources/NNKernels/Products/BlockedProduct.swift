import Glibc

/// Large products after Goto: panels of `b` (depth × width) packed for the first-level cache, of `a` for the second,
/// and a kernel of 8 rows by 3 vectors whose 24 sums stay in registers.
struct BlockedProduct<V: ProductVector> {
  typealias Scalar = V.Scalar
  static var tileRows: Int { 8 }
  static var tileColumns: Int { 3 &* V.width }
  static var blockRows: Int { 96 }
  static var blockDepth: Int { 256 }
  static var blockColumns: Int { 40 &* tileColumns }

  /// out = a · b. Returns false, with nothing written, when there is no memory for the packed panels.
  @inline(never) static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    let depth = min(k, blockDepth)
    let columns = min(roundUp(n, tileColumns), blockColumns), rows = min(roundUp(m, tileRows), blockRows)
    let aCount = roundUp(rows &* depth, V.width), bCount = columns &* depth
    var memory: UnsafeMutableRawPointer?
    let bytes = (aCount &+ bCount &+ tileRows &* tileColumns) &* MemoryLayout<Scalar>.stride
    guard posix_memalign(&memory, 64, bytes) == 0, let memory else { return false }
    defer { free(memory) }
    let packedA = memory.assumingMemoryBound(to: Scalar.self)
    let packedB = packedA + aCount, tile = packedB + bCount
    for column in stride(from: 0, to: n, by: blockColumns) {
      let width = min(blockColumns, n &- column)
      for level in stride(from: 0, to: k, by: blockDepth) {
        let depth = min(blockDepth, k &- level)
        pack(b.transposed, column, width, level, depth, tileColumns, packedB)
        for row in stride(from: 0, to: m, by: blockRows) {
          try flag.check()
          let height = min(blockRows, m &- row)
          pack(a, row, height, level, depth, tileRows, packedA)
          let target = TypedMatrix(base: out.at(row, column), rowStride: out.rowStride, columnStride: out.columnStride)
          multiplyPanels(height, width, depth, packedA, packedB, target, level != 0, tile)
        }
      }
    }
    return true
  }

  @inline(__always) private static func roundUp(_ count: Int, _ unit: Int) -> Int {
    (count &+ unit &- 1) / unit &* unit
  }

  /// Rows `first ..< first + count` and columns `level ..< level + depth` of `x`, in strips of `unit` rows whose
  /// columns follow one another; missing rows are zeros.
  @inline(__always) private static func pack(
    _ x: TypedMatrix<Scalar>, _ first: Int, _ count: Int, _ level: Int, _ depth: Int, _ unit: Int,
    _ packed: UnsafeMutablePointer<Scalar>
  ) {
    var target = packed
    var row = 0
    while row < count {
      let height = min(unit, count &- row)
      let source = x.at(first &+ row, level)
      if height < unit {
        var i = 0
        while i < unit &* depth {
          target[i] = 0
          i &+= 1
        }
      }
      if x.rowStride == 1 {
        var p = source, q = target
        for _ in 0..<depth {
          if height == unit {
            q.update(from: p, count: unit)
          } else {
            q.update(from: p, count: height)
          }
          p += x.columnStride
          q += unit
        }
      } else {
        for r in 0..<height {
          var p = source + r &* x.rowStride, q = target + r
          for _ in 0..<depth {
            q.pointee = p.pointee
            p += x.columnStride
            q += unit
          }
        }
      }
      target += unit &* depth
      row &+= unit
    }
  }

  @inline(__always) private static func multiplyPanels(
    _ height: Int, _ width: Int, _ depth: Int, _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>,
    _ out: TypedMatrix<Scalar>, _ adds: Bool, _ tile: UnsafeMutablePointer<Scalar>
  ) {
    var column = 0
    while column < width {
      var row = 0
      while row < height {
        let panelA = a + row &* depth, panelB = b + column &* depth
        let isWhole = row &+ tileRows <= height && column &+ tileColumns <= width && out.columnStride == 1
        if isWhole {
          multiplyTile(depth, panelA, panelB, out.at(row, column), out.rowStride, adds)
        } else {
          multiplyTile(depth, panelA, panelB, tile, tileColumns, false)
          for i in 0..<min(tileRows, height &- row) {
            for j in 0..<min(tileColumns, width &- column) {
              let target = out.at(row &+ i, column &+ j)
              let value = tile[i &* tileColumns &+ j]
              target.pointee = adds ? target.pointee + value : value
            }
          }
        }
        row &+= tileRows
      }
      column &+= tileColumns
    }
  }

  /// 8 rows × 3 vectors of sums over packed panels, written to `out` or added to it.
  @inline(never) private static func multiplyTile(
    _ depth: Int, _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>,
    _ out: UnsafeMutablePointer<Scalar>, _ rowStride: Int, _ adds: Bool
  ) {
    let w = V.width
    var left = InlineArray<8, V>(repeating: V.zero), middle = left, right = left
    var p = a, q = b
    for _ in 0..<depth {
      let b0 = V.load(q), b1 = V.load(q + w), b2 = V.load(q + 2 &* w)
      for i in 0..<8 {
        let x = V(splat: p[i])
        left[i] = left[i].adding(x, times: b0)
        middle[i] = middle[i].adding(x, times: b1)
        right[i] = right[i].adding(x, times: b2)
      }
      p += 8
      q += 3 &* w
    }
    var row = out
    for i in 0..<8 {
      if adds {
        left[i] = left[i] + V.load(row)
        middle[i] = middle[i] + V.load(row + w)
        right[i] = right[i] + V.load(row + 2 &* w)
      }
      left[i].store(row)
      middle[i].store(row + w)
      right[i].store(row + 2 &* w)
      row += rowStride
    }
  }
}
