/// A matrix of one type by its first element and its strides in elements.
struct TypedMatrix<T> {
  var base: UnsafeMutablePointer<T>
  var rowStride: Int
  var columnStride: Int

  /// Nil when a stride is not a whole number of elements.
  @inline(__always) init?(_ matrix: Matrix) {
    let size = MemoryLayout<T>.stride
    guard matrix.rowStride % size == 0, matrix.columnStride % size == 0 else { return nil }
    base = matrix.base.assumingMemoryBound(to: T.self)
    rowStride = matrix.rowStride / size
    columnStride = matrix.columnStride / size
  }

  @inline(__always) init(base: UnsafeMutablePointer<T>, rowStride: Int, columnStride: Int) {
    self.base = base
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  @inline(__always) var transposed: TypedMatrix {
    TypedMatrix(base: base, rowStride: columnStride, columnStride: rowStride)
  }

  @inline(__always) func at(_ row: Int, _ column: Int) -> UnsafeMutablePointer<T> {
    base + (row &* rowStride &+ column &* columnStride)
  }
}
