import Glibc

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
  case .float32: try floatProduct(SIMD16<Float>.self, m, n, k, a, b, out, flag)
  case .float64: try floatProduct(SIMD8<Double>.self, m, n, k, a, b, out, flag)
  case .complex64: try complexProduct(ComplexElement<Float>.self, m, n, k, a, b, out, flag)
  case .complex128: try complexProduct(ComplexElement<Double>.self, m, n, k, a, b, out, flag)
  default: break
  }
}

/// Products of complex numbers: OpenBLAS's where they are worth the call.
private func complexProduct<T: NumberElement>(
  _ type: T.Type, _ m: Int, _ n: Int, _ k: Int, _ a: Matrix, _ b: Matrix, _ out: Matrix, _ flag: InterruptFlag
) throws(Interrupted) {
  if let x = TypedMatrix<T>(a), let y = TypedMatrix<T>(b), let z = TypedMatrix<T>(out),
    try LargeProduct.multiply(m, n, k, x, y, z, isComplex: true, flag)
  {
    return
  }
  try plainProduct(NumberRing<T>.self, m, n, k, a, b, out, flag)
}

/// Products of floats: by the kernel that suits the shape and the strides.
@inline(__always) private func floatProduct<V: ProductVector>(
  _ vector: V.Type, _ m: Int, _ n: Int, _ k: Int, _ a: Matrix, _ b: Matrix, _ out: Matrix, _ flag: InterruptFlag
) throws(Interrupted) {
  guard m > 0, n > 0 else { return }
  guard k > 0, let x = TypedMatrix<V.Scalar>(a), let y = TypedMatrix<V.Scalar>(b), let z = TypedMatrix<V.Scalar>(out)
  else { return try plainProduct(NumberRing<V.Scalar>.self, m, n, k, a, b, out, flag) }
  // (a · b)ᵀ = bᵀ · aᵀ: the kernels for thin matrices need consider one side only.
  if try thinProduct(V.self, m, n, k, x, y, z, flag) { return }
  if try thinProduct(V.self, n, m, k, y.transposed, x.transposed, z.transposed, flag) { return }
  if m &* n <= 16 && k <= 16 || m == 1 && n == 1 { return try DotProduct<V>.multiply(m, n, k, x, y, z, flag) }
  if try SmallProduct<V>.multiply(m, n, k, x, y, z, flag) { return }
  if try SmallProduct<V>.multiply(n, m, k, y.transposed, x.transposed, z.transposed, flag) { return }
  if try LargeProduct.multiply(m, n, k, x, y, z, isComplex: false, flag) { return }
  if try BlockedProduct<V>.multiply(m, n, k, x, y, z, flag) { return }
  try plainProduct(NumberRing<V.Scalar>.self, m, n, k, a, b, out, flag)
}

/// The largest number of rows for which the kernels for thin matrices are faster than the blocked one.
private let thinLimit = 8

/// Makes the product if few terms, few rows of `a` or few columns of `b` make it one of the special shapes.
@inline(__always) private func thinProduct<V: ProductVector>(
  _ vector: V.Type, _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<V.Scalar>, _ b: TypedMatrix<V.Scalar>,
  _ out: TypedMatrix<V.Scalar>, _ flag: InterruptFlag
) throws(Interrupted) -> Bool {
  if k <= 4 && n >= V.width && m >= 4 && out.columnStride == 1 {
    if b.columnStride == 1 {
      try StripProduct<V>.multiplyFewTerms(m, n, k, a, b, out, flag)
      return true
    }
    return try packedFewTerms(V.self, m, n, k, a, b, out, flag)
  }
  if m <= thinLimit && n >= V.width && b.columnStride == 1 {
    var row = 0
    while row < m {
      let rows = min(4, m &- row)
      let left = TypedMatrix(base: a.at(row, 0), rowStride: a.rowStride, columnStride: a.columnStride)
      let target = TypedMatrix(base: out.at(row, 0), rowStride: out.rowStride, columnStride: out.columnStride)
      try StripProduct<V>.multiplyFewRows(rows, n, k, left, b, target, flag)
      row &+= rows
    }
    return true
  }
  if n <= thinLimit && k >= 2 &* V.width && m > 1 && a.columnStride == 1 {
    return try InnerProduct<V>.multiply(m, n, k, a, b, out, flag)
  }
  return false
}

/// As `multiplyFewTerms`, with the few rows of `b` copied first; false without memory for that.
private func packedFewTerms<V: ProductVector>(
  _ vector: V.Type, _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<V.Scalar>, _ b: TypedMatrix<V.Scalar>,
  _ out: TypedMatrix<V.Scalar>, _ flag: InterruptFlag
) throws(Interrupted) -> Bool {
  let (bytes, overflow) = n.multipliedReportingOverflow(by: k &* MemoryLayout<V.Scalar>.stride)
  guard !overflow, let memory = malloc(bytes) else { return false }
  defer { free(memory) }
  let packed = memory.assumingMemoryBound(to: V.Scalar.self)
  for term in 0..<k {
    var source = b.at(term, 0)
    let row = packed + term &* n
    for column in 0..<n {
      row[column] = source.pointee
      source += b.columnStride
    }
  }
  let copy = TypedMatrix(base: packed, rowStride: n, columnStride: 1)
  try StripProduct<V>.multiplyFewTerms(m, n, k, a, copy, out, flag)
  return true
}
