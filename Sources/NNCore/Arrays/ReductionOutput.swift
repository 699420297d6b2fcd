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

extension Statistics {
  /// The mean of the elements whose mask is true; the mask broadcasts with the array. With `isFilled` zeros are added
  /// for the others.
  static func mean(
    _ x: borrowing NDArray, mask: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false,
    type: ElementType? = nil, isFilled: Bool = false
  ) throws(Fault) -> NDArray {
    if x.type == .float16 && type == nil {
      return try mean(
        x, mask: mask, axes: axes, keepDimensions: keepDimensions, type: .float32, isFilled: isFilled
      ).cast(to: .float16)
    }
    let type = type ?? meanType(x.type)
    let sum = try Reduction.maskedSum(
      x, mask: mask, axes: axes, keepDimensions: keepDimensions, type: type, isFilled: isFilled)
    let counts = try count(mask, x.shape, axes, keepDimensions)
    return try Ufunc.divide.binary(sum, try counts.cast(to: .float64)).cast(to: type)
  }

  /// The variance of the elements whose mask is true; the mask broadcasts with the array. With `isNaN` it is nan where
  /// `ddof` leaves no degree of freedom.
  static func variance(
    _ x: borrowing NDArray, mask: borrowing NDArray, axes: Dimensions? = nil, ddof: Double = 0,
    keepDimensions: Bool = false, isNaN: Bool = false
  ) throws(Fault) -> NDArray {
    if x.type == .float16 {
      return try variance(
        try x.cast(to: .float32), mask: mask, axes: axes, ddof: ddof, keepDimensions: keepDimensions, isNaN: isNaN
      ).cast(to: .float16)
    }
    let mean = try mean(x, mask: mask, axes: axes, keepDimensions: true, isFilled: isNaN)
    let squares = try Ufunc.square.unary(try Ufunc.subtract.binary(x, mean))
    let sum = try Reduction.maskedSum(
      squares, mask: mask, axes: axes, keepDimensions: keepDimensions, type: squares.type, isFilled: isNaN)
    let counts = try count(mask, x.shape, axes, keepDimensions)
    let degrees = try Ufunc.subtract.binary(counts, try Creation.scalar(NumPyScalar(ddof)))
    let zero = try Creation.scalar(NumPyScalar(0.0))
    let result = try Ufunc.divide.binary(sum, try Ufunc.maximum.binary(degrees, zero)).cast(to: meanType(x.type))
    if !isNaN { return result }
    // nanvar: what leaves no degree of freedom is nan.
    let missing = try Ufunc.lessEqual.binary(degrees, zero)
    return try Selection.select(missing, try NDArray.scalar(.nan), result, type: result.type)
  }

  private static func count(
    _ mask: borrowing NDArray, _ shape: Dimensions, _ axes: Dimensions?, _ keepDimensions: Bool
  ) throws(Fault) -> NDArray {
    guard let common = Broadcasting.shape(mask.shape, shape) else { throw Broadcasting.mismatch([shape, mask.shape]) }
    return try countNonzero(mask.broadcastView(common), axes: axes, keepDimensions: keepDimensions)
  }
}
