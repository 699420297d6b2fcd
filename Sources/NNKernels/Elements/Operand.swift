/// One operand of a two-level loop: rows × columns, strides in bytes; a stride of 0 repeats the element.
public struct Operand {
  public var base: UnsafeMutableRawPointer
  public var rowStride: Int
  public var stride: Int

  @inlinable public init(base: UnsafeMutableRawPointer, rowStride: Int, stride: Int) {
    self.base = base
    self.rowStride = rowStride
    self.stride = stride
  }
}

extension Operand {
  /// The same operand with rows and columns exchanged.
  @inline(__always) var transposed: Operand { Operand(base: base, rowStride: stride, stride: rowStride) }
}

/// `out = op(x)` over rows × columns elements. `out` may be exactly `x`.
public typealias UnaryLoop = (_ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand) -> Void
/// `out = op(x, y)` over rows × columns elements. `out` may be exactly `x` or `y`.
public typealias BinaryLoop = (_ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand, _ y: Operand) -> Void

/// Rows shorter than this are walked down the columns instead, where there are more rows than columns.
let shortRow = 8
