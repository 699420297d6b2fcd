/// A matrix by its first element and byte strides.
struct Matrix {
  var base: Bytes
  var rowStride: Int
  var columnStride: Int
  @inline(__always) var transposed: Matrix {
    Matrix(base: base, rowStride: columnStride, columnStride: rowStride)
  }
}

/// `out = a · b` for an m × k and a k × n matrix of `type`; strides in bytes, `out` overlaps neither operand.
/// Integer products wrap; bool is "any of ands". Each float entry is an ordinary dot product, within
/// 4·k·eps·|a||b|; nan and infinities propagate. With k = 0 the result is zero.
/// - Throws: `Interrupted` within 20 ms of `flag` being raised; `out` is then unspecified.
public func matrixProduct(
  _ type: ElementType, m: Int, n: Int, k: Int,
  a: UnsafeRawPointer, aRowStride: Int, aColumnStride: Int,
  b: UnsafeRawPointer, bRowStride: Int, bColumnStride: Int,
  out: UnsafeMutableRawPointer, outRowStride: Int, outColumnStride: Int,
  flag: InterruptFlag
) throws(Interrupted) {
  let a = Matrix(base: Bytes(mutating: a), rowStride: aRowStride, columnStride: aColumnStride)
  let b = Matrix(base: Bytes(mutating: b), rowStride: bRowStride, columnStride: bColumnStride)
  let out = Matrix(base: out, rowStride: outRowStride, columnStride: outColumnStride)
  switch type {
  case .bool: try plainProduct(TruthRing.self, m, n, k, a, b, out, flag)
  case .uint8: try plainProduct(NumberRing<UInt8>.self, m, n, k, a, b, out, flag)
  case .uint64: try plainProduct(NumberRing<UInt64>.self, m, n, k, a, b, out, flag)
  case .int64: try plainProduct(NumberRing<Int64>.self, m, n, k, a, b, out, flag)
  case .float32: try plainProduct(NumberRing<Float>.self, m, n, k, a, b, out, flag)
  case .float64: try plainProduct(NumberRing<Double>.self, m, n, k, a, b, out, flag)
  }
}
