/// Writes to `out` (Int64) the places at which `queryCount` elements of `type` would be inserted into `count` sorted
/// ones: before equal ones, or after them where `right`. nan sorts last. Strides in bytes.
public func searchSorted(
  _ type: ElementType, sorted: UnsafeRawPointer, count: Int, stride: Int,
  queries: UnsafeRawPointer, queryCount: Int, queryStride: Int,
  out: UnsafeMutableRawPointer, outStride: Int, right: Bool
) {
  let sorted = Operand(base: Bytes(mutating: sorted), rowStride: 0, stride: stride)
  let queries = Operand(base: Bytes(mutating: queries), rowStride: 0, stride: queryStride)
  let out = Operand(base: out, rowStride: 0, stride: outStride)
  switch type {
  case .bool, .uint8: search(UInt8.self, sorted, count, queries, queryCount, out, right)
  case .uint64: search(UInt64.self, sorted, count, queries, queryCount, out, right)
  case .int64: search(Int64.self, sorted, count, queries, queryCount, out, right)
  case .float32: search(Float.self, sorted, count, queries, queryCount, out, right)
  case .float64: search(Double.self, sorted, count, queries, queryCount, out, right)
  case .complex64: searchComplex(Float.self, sorted, count, queries, queryCount, out, right)
  case .complex128: searchComplex(Double.self, sorted, count, queries, queryCount, out, right)
  default: break
  }
}

@inline(never) private func search<T: KeyedElement>(
  _ type: T.Type, _ sorted: Operand, _ count: Int, _ queries: Operand, _ queryCount: Int, _ out: Operand, _ right: Bool
) {
  for i in 0..<max(queryCount, 0) {
    let query = (queries.base + i &* queries.stride).assumingMemoryBound(to: T.self).pointee.orderKey
    var low = 0, high = max(count, 0)
    while low < high {
      let middle = low &+ (high &- low) / 2
      let key = (sorted.base + middle &* sorted.stride).assumingMemoryBound(to: T.self).pointee.orderKey
      if right ? key <= query : key < query { low = middle &+ 1 } else { high = middle }
    }
    (out.base + i &* out.stride).assumingMemoryBound(to: Int64.self).pointee = Int64(low)
  }
}

@inline(never) private func searchComplex<P: ComplexPart>(
  _ type: P.Type, _ sorted: Operand, _ count: Int, _ queries: Operand, _ queryCount: Int, _ out: Operand, _ right: Bool
) {
  for i in 0..<max(queryCount, 0) {
    let query = (queries.base + i &* queries.stride).assumingMemoryBound(to: ComplexElement<P>.self).pointee
    var low = 0, high = max(count, 0)
    while low < high {
      let middle = low &+ (high &- low) / 2
      let key = (sorted.base + middle &* sorted.stride).assumingMemoryBound(to: ComplexElement<P>.self).pointee
      if right ? !sortsBefore(query, key) : sortsBefore(key, query) { low = middle &+ 1 } else { high = middle }
    }
    (out.base + i &* out.stride).assumingMemoryBound(to: Int64.self).pointee = Int64(low)
  }
}
