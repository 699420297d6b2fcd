import NNKernels

/// A stack of matrices in Fortran's order without gaps, as LAPACK wants them.
struct MatrixStack: ~Copyable {
  /// The matrices with their last two axes exchanged, in C order.
  let array: NDArray
  let stack: Dimensions
  let rows: Int
  let columns: Int

  /// A copy of the matrices in the last two axes. Throws ValueError for fewer axes.
  static func copying(_ a: borrowing NDArray) throws(Fault) -> MatrixStack {
    guard a.rank >= 2 else { throw Fault(.valueError, "a matrix needs two axes") }
    return MatrixStack(
      array: try a.swappingAxes(-1, -2).copied(order: .c), stack: a.shape.dropping(last: 2),
      rows: a.shape[a.rank &- 2], columns: a.shape[a.rank &- 1])
  }

  /// Matrices of undefined contents.
  static func empty(_ stack: Dimensions, rows: Int, columns: Int, _ type: ElementType) throws(Fault) -> MatrixStack {
    var shape = stack
    try shape.appendChecked(columns)
    try shape.appendChecked(rows)
    return MatrixStack(array: try Creation.empty(shape, type), stack: stack, rows: rows, columns: columns)
  }

  var type: ElementType { array.type }
  var count: Int { stack.product }

  /// The first element of a matrix of the stack.
  func matrix(_ index: Int) -> DataPointer {
    array.mutableData.advanced(by: index &* rows &* columns &* array.itemSize)
  }

  /// The matrices as an array in C order.
  func rowMajor() throws(Fault) -> NDArray { try array.swappingAxes(-1, -2).copied(order: .c) }

  /// The first rows of each matrix as an array in C order.
  func rowMajor(firstRows count: Int) throws(Fault) -> NDArray {
    let whole = try array.swappingAxes(-1, -2)
    return try whole.sliced(whole.rank &- 2, 0, min(count, rows)).copied(order: .c)
  }

  /// Clears what stands on one side of the diagonals.
  func clear(belowDiagonal: Bool) {
    let size = array.itemSize
    let zero = NumPyScalar(0).cast(to: array.type)
    for index in 0..<count {
      let data = matrix(index)
      for column in 0..<columns {
        for row in 0..<rows where belowDiagonal ? row > column : row < column {
          data.store(zero, at: (column &* rows &+ row) &* size)
        }
      }
    }
  }
}
