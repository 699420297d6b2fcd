import NNKernels

/// `(scale · matrix) @ vector` in one pass over the matrix, which is never made in its scaled form.
enum ScaledProducts {
  /// Elements of a matrix below which the detour is not worth the trouble.
  private static let least = 1 << 12

  static func isLarge(_ matrix: borrowing NDArray) -> Bool { matrix.rank == 2 && matrix.count >= least }

  /// Whether a matrix and a vector are of the kind that is done here.
  static func fits(_ matrix: borrowing NDArray, _ vector: borrowing NDArray) -> Bool {
    matrix.type == .float64 && vector.type == .float64 && isLarge(matrix) && vector.rank == 1
      && matrix.shape[1] == vector.shape[0] && vector.strides[0] == 8
      && (matrix.strides[1] == 8 && matrix.strides[0] & 7 == 0 || matrix.strides[0] == 8 && matrix.strides[1] & 7 == 0)
  }

  /// The product of operands that fit; nil where anything happened that NumPy warns about: both operations have to be
  /// made then, each for itself. Throws KeyboardInterrupt and MemoryError.
  static func product(
    _ scale: Double, _ matrix: borrowing NDArray, _ vector: borrowing NDArray
  ) throws(Fault) -> NDArray? {
    let out = try Creation.empty(Dimensions(matrix.shape[0]), .float64)
    FloatingPointWarnings.prepare()
    try ArrayKernels.product(scale: scale, matrix, vector, out: out)
    if !FloatFlags.current().isEmpty { return nil }
    return .some(out)
  }
}
