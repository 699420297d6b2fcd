/// Copies of 8-byte elements whose rows stand in the columns of the source: squares of 64 elements are turned round in
/// registers, so that both sides are read and written in whole lines.
enum TransposedCopy {
  private typealias Lanes = SIMD8<UInt64>

  /// A copying loop that goes that way where rows and columns are exchanged.
  @inline(__always) static func loop(_ plain: @escaping UnaryLoop) -> UnaryLoop {
    { rows, columns, out, x in
      if rows >= 8 && columns >= 8 {
        if out.stride == 8 && x.rowStride == 8 && x.stride != 8 {
          return run(rows, columns, out.base, out.rowStride, x.base, x.stride)
        }
        if out.rowStride == 8 && x.stride == 8 && out.stride != 8 {
          return run(columns, rows, out.base, out.stride, x.base, x.rowStride)
        }
      }
      plain(rows, columns, out, x)
    }
  }

  /// `out[row][column] = x[column][row]` for rows × columns elements; the strides of the outer indices in bytes.
  @inline(never) private static func run(
    _ rows: Int, _ columns: Int, _ out: Bytes, _ outStride: Int, _ x: Bytes, _ stride: Int
  ) {
    var row = 0
    while row &+ 8 <= rows {
      let (target, source) = (out + row &* outStride, x + row &* 8)
      var column = 0
      while column &+ 8 <= columns {
        square(target + column &* 8, outStride, source + column &* stride, stride)
        column &+= 8
      }
      rest(8, columns &- column, target + column &* 8, outStride, source + column &* stride, stride)
      row &+= 8
    }
    rest(rows &- row, columns, out + row &* outStride, outStride, x + row &* 8, stride)
  }

  /// Three times the even and the odd elements of two rows apart: each time one bit of the row number goes into the
  /// column number, and one of that into the row number.
  @inline(__always) private static func square(_ out: Bytes, _ outStride: Int, _ x: Bytes, _ stride: Int) {
    var lanes = InlineArray<8, Lanes>(repeating: Lanes())
    for row in 0..<8 { lanes[row] = (x + row &* stride).loadUnaligned(as: Lanes.self) }
    part(&lanes, 0, 1)
    part(&lanes, 2, 3)
    part(&lanes, 4, 5)
    part(&lanes, 6, 7)
    part(&lanes, 0, 2)
    part(&lanes, 1, 3)
    part(&lanes, 4, 6)
    part(&lanes, 5, 7)
    part(&lanes, 0, 4)
    part(&lanes, 1, 5)
    part(&lanes, 2, 6)
    part(&lanes, 3, 7)
    for row in 0..<8 { (out + row &* outStride).storeBytes(of: lanes[row], as: Lanes.self) }
  }

  @inline(__always) private static func part(_ lanes: inout InlineArray<8, Lanes>, _ first: Int, _ second: Int) {
    let both = SIMD16<UInt64>(lowHalf: lanes[first], highHalf: lanes[second])
    lanes[first] = both.evenHalf
    lanes[second] = both.oddHalf
  }

  @inline(__always) private static func rest(
    _ rows: Int, _ columns: Int, _ out: Bytes, _ outStride: Int, _ x: Bytes, _ stride: Int
  ) {
    for row in 0..<max(rows, 0) {
      var (p, q) = (out + row &* outStride, x + row &* 8)
      for _ in 0..<columns {
        p.storeBytes(of: q.loadUnaligned(as: UInt64.self), as: UInt64.self)
        p += 8
        q += stride
      }
    }
  }
}
