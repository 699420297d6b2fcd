/// The running sums or products that `cumulative` makes.
public enum CumulativeOperation: Sendable { case sum, product }

/// `out[i] = op(out[i - 1], x[i])` over one run of `count` elements of `type`; strides in bytes. `out` may be `x`.
/// Bool is refused by callers, who cast it.
public func cumulative(
  _ operation: CumulativeOperation, _ type: ElementType, count: Int,
  x: UnsafeRawPointer, stride: Int, out: UnsafeMutableRawPointer, outStride: Int
) {
  let x = Bytes(mutating: x)
  switch operation {
  case .sum: cumulativeRun(SumFold.self, type, count, x, stride, out, outStride)
  case .product: cumulativeRun(ProductFold.self, type, count, x, stride, out, outStride)
  }
}

private func cumulativeRun<F: NumberFold>(
  _ fold: F.Type, _ type: ElementType, _ count: Int, _ x: Bytes, _ stride: Int, _ out: Bytes, _ outStride: Int
) {
  switch type {
  case .bool: break
  case .uint8: cumulativeRun(F.self, UInt8.self, count, x, stride, out, outStride)
  case .uint64: cumulativeRun(F.self, UInt64.self, count, x, stride, out, outStride)
  case .int64: cumulativeRun(F.self, Int64.self, count, x, stride, out, outStride)
  case .float32: cumulativeRun(F.self, Float.self, count, x, stride, out, outStride)
  case .float64: cumulativeRun(F.self, Double.self, count, x, stride, out, outStride)
  case .complex64: cumulativeRun(F.self, ComplexElement<Float>.self, count, x, stride, out, outStride)
  case .complex128: cumulativeRun(F.self, ComplexElement<Double>.self, count, x, stride, out, outStride)
  default: break
  }
}

@inline(never) private func cumulativeRun<F: NumberFold, T: NumberElement>(
  _ fold: F.Type, _ type: T.Type, _ count: Int, _ x: Bytes, _ stride: Int, _ out: Bytes, _ outStride: Int
) {
  if count <= 0 { return }
  var p = x, q = out
  var sum = p.assumingMemoryBound(to: T.self).pointee
  q.assumingMemoryBound(to: T.self).pointee = sum
  var i = 1
  while i < count {
    p += stride
    q += outStride
    sum = F.join(sum, p.assumingMemoryBound(to: T.self).pointee)
    q.assumingMemoryBound(to: T.self).pointee = sum
    i &+= 1
  }
}
