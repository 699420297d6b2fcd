import NNKernels

extension NDArray {
  /// The element of a 1-d float64 array at a plain index; nil where that needs more than a load.
  @inline(__always) func fastElement(_ index: Int) -> NumPyScalar? {
    guard type == .float64, rank == 1, index >= 0, index < shape[0], !Tracing.isOpen else { return nil }
    return NumPyScalar(data.load(Double.self, at: index &* strides[0]))
  }

  /// Stores into a 1-d float64 array at a plain index; false where that needs more than a store.
  @inline(__always) func fastStore(_ index: Int, _ value: Double) -> Bool {
    guard type == .float64, rank == 1, index >= 0, index < shape[0], isWriteable, !Tracing.isOpen else { return false }
    mutableData.store(value, at: index &* strides[0])
    return true
  }
}
