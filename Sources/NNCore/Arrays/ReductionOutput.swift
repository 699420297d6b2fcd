import NNKernels

extension Reduction {
  /// Writes a reduction's result to an array that the caller gave: `out=`. Throws ValueError where its shape is
  /// another one, TypeError where its type cannot take the result.
  static func store(_ result: borrowing NDArray, in out: borrowing NDArray, name: String) throws(Fault) {
    try out.checkWriteable("output array")
    if out.rank != result.rank {
      throw Fault(
        .valueError,
        "output parameter for reduction operation \(name) has the wrong number of dimensions: Found \(out.rank) but "
          + "expected \(result.rank)")
    }
    if out.shape != result.shape {
      throw Fault(
        .valueError,
        "operands could not be broadcast together with shapes \(out.shape.compactText) \(result.shape.compactText) ",
        operands: [out.shape.text, result.shape.text])
    }
    try out.assign(result)
  }
}
