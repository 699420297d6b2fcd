import Glibc

/// Why a sort gave up; what it was to sort is as it was.
public enum SortError: Error, Equatable {
  case interrupted
  /// No memory for the scratch of 16 (sort) or 32 (argsort) bytes an element.
  case outOfMemory
}

/// Sorts `count` elements of `type`, `stride` bytes apart, ascending and in place, nan last. All nan come out as the
/// one canonical nan, -0.0 stands before 0.0.
/// - Throws: `SortError`; nothing has moved then.
public func sort(
  _ type: ElementType, base: UnsafeMutableRawPointer, count: Int, stride: Int, flag: InterruptFlag
) throws(SortError) {
  switch type {
  case .bool: try sort(Truth.self, base, count, stride, flag)
  case .uint8: try sort(UInt8.self, base, count, stride, flag)
  case .uint64: try sort(UInt64.self, base, count, stride, flag)
  case .int64: try sort(Int64.self, base, count, stride, flag)
  case .float32: try sort(Float.self, base, count, stride, flag)
  case .float64: try sort(Double.self, base, count, stride, flag)
  case .complex64: try sortComplex(Float.self, base, count, stride, flag)
  case .complex128: try sortComplex(Double.self, base, count, stride, flag)
  default: break
  }
}

/// Writes to `out` the indices (Int64) that sort `count` elements of `type`, `stride` bytes apart: ascending, nan
/// last, equal elements in their order (stable).
/// - Throws: `SortError`; nothing has been written then.
public func argsort(
  _ type: ElementType, base: UnsafeRawPointer, count: Int, stride: Int,
  out: UnsafeMutableRawPointer, outStride: Int, flag: InterruptFlag
) throws(SortError) {
  let base = Bytes(mutating: base)
  switch type {
  case .bool: try argsort(Truth.self, base, count, stride, out, outStride, flag)
  case .uint8: try argsort(UInt8.self, base, count, stride, out, outStride, flag)
  case .uint64: try argsort(UInt64.self, base, count, stride, out, outStride, flag)
  case .int64: try argsort(Int64.self, base, count, stride, out, outStride, flag)
  case .float32: try argsort(Float.self, base, count, stride, out, outStride, flag)
  case .float64: try argsort(Double.self, base, count, stride, out, outStride, flag)
  case .complex64: try argsortComplex(Float.self, base, count, stride, out, outStride, flag)
  case .complex128: try argsortComplex(Double.self, base, count, stride, out, outStride, flag)
  default: break
  }
}

/// A key and the index that it came from.
struct IndexedKey: RadixItem {
  var key: UInt64
  var index: Int64
}

/// Uninitialised scratch for two buffers of `count` items, freed at the end of `body`.
private func withScratch<Item: RadixItem>(
  _ item: Item.Type, _ count: Int,
  _ body: (_ a: UnsafeMutablePointer<Item>, _ b: UnsafeMutablePointer<Item>) throws(SortError) -> Void
) throws(SortError) {
  let (bytes, overflow) = count.multipliedReportingOverflow(by: 2 &* MemoryLayout<Item>.stride)
  guard !overflow, let memory = malloc(bytes) else { throw .outOfMemory }
  defer { free(memory) }
  let a = memory.bindMemory(to: Item.self, capacity: count &* 2)
  try body(a, a + count)
}

@inline(never) private func sort<T: SortableElement>(
  _ type: T.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 2 { return }
  try withScratch(UInt64.self, count) { a, b throws(SortError) in
    for i in 0..<count {
      if i & (itemsPerCheck &- 1) == 0, flag.isRaised { throw .interrupted }
      a[i] = (base + i &* stride).assumingMemoryBound(to: T.self).pointee.key
    }
    let sorted = try sortItems(a, b, count, MemoryLayout<T>.size, flag)
    for i in 0..<count { (base + i &* stride).assumingMemoryBound(to: T.self).pointee = T(key: sorted[i]) }
  }
}

@inline(never) private func argsort<T: SortableElement>(
  _ type: T.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ out: Bytes, _ outStride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 1 { return }
  try withScratch(IndexedKey.self, count) { a, b throws(SortError) in
    for i in 0..<count {
      if i & (itemsPerCheck &- 1) == 0, flag.isRaised { throw .interrupted }
      let key = (base + i &* stride).assumingMemoryBound(to: T.self).pointee.canonicalKey
      a[i] = IndexedKey(key: key, index: Int64(i))
    }
    let sorted = try sortItems(a, b, count, MemoryLayout<T>.size, flag)
    for i in 0..<count { (out + i &* outStride).assumingMemoryBound(to: Int64.self).pointee = sorted[i].index }
  }
}
