import Glibc

/// Why a sort gave up; what it was to sort is as it was.
public enum SortError: Error, Equatable {
  case interrupted
  /// No memory for the scratch of 16 (sort) or 32 (argsort) bytes an element.
  case outOfMemory
}

extension ElementType {
  /// Whether elements are sorted as they are, without being converted to the type that computes.
  public var isSortedAsIs: Bool { self == .float16 ? false : isNumber }
}

/// Sorts `count` elements of `type`, `stride` bytes apart, ascending and in place, nan last. All nan come out as the
/// one canonical nan, zeros keep their order.
/// - Throws: `SortError`; nothing has moved then.
public func sort(
  _ type: ElementType, base: UnsafeMutableRawPointer, count: Int, stride: Int, flag: InterruptFlag
) throws(SortError) {
  switch type {
  case .bool, .uint8: sortBytes(base, count, stride)
  case .int8: try sort(Int8.self, base, count, stride, flag)
  case .int16: try sort(Int16.self, base, count, stride, flag)
  case .uint16: try sort(UInt16.self, base, count, stride, flag)
  case .int32: try sort(Int32.self, base, count, stride, flag)
  case .uint32: try sort(UInt32.self, base, count, stride, flag)
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
  case .bool, .uint8: argsortBytes(base, count, stride, out, outStride)
  case .int8: try argsort(Int8.self, base, count, stride, out, outStride, flag)
  case .int16: try argsort(Int16.self, base, count, stride, out, outStride, flag)
  case .uint16: try argsort(UInt16.self, base, count, stride, out, outStride, flag)
  case .int32: try argsort(Int32.self, base, count, stride, out, outStride, flag)
  case .uint32: try argsort(UInt32.self, base, count, stride, out, outStride, flag)
  case .uint64: try argsort(UInt64.self, base, count, stride, out, outStride, flag)
  case .int64: try argsort(Int64.self, base, count, stride, out, outStride, flag)
  case .float32: try argsort(Float.self, base, count, stride, out, outStride, flag)
  case .float64: try argsort(Double.self, base, count, stride, out, outStride, flag)
  case .complex64: try argsortComplex(Float.self, base, count, stride, out, outStride, flag)
  case .complex128: try argsortComplex(Double.self, base, count, stride, out, outStride, flag)
  default: break
  }
}

/// How many items are moved between two looks at the interrupt flag.
private let itemsPerCheck = 1 << 20

extension InterruptFlag {
  /// Calls `body` with 0 up to `count` in ranges of limited length; false, and no more of them, once the flag is raised.
  @inline(__always) func forEachBlock(_ count: Int, _ body: (Range<Int>) -> Void) -> Bool {
    var start = 0
    while start < count {
      if isRaised { return false }
      let end = min(start &+ itemsPerCheck, count)
      body(start..<end)
      start = end
    }
    return true
  }
}

/// Uninitialised scratch for two runs of `count` keys, with indices or without, freed at the end of `body`.
@inline(__always) private func withRuns<Key: SortKey>(
  _ count: Int, hasIndex: Bool, _ body: (_ run: KeyRun<Key>, _ spare: KeyRun<Key>) throws(SortError) -> Void
) throws(SortError) {
  let size = MemoryLayout<Key>.size &+ (hasIndex ? 8 : 0)
  let length = count &+ 16
  let (bytes, overflow) = length.multipliedReportingOverflow(by: 2 &* size)
  guard !overflow, let memory = malloc(bytes) else { throw .outOfMemory }
  defer { free(memory) }
  let keys = memory.assumingMemoryBound(to: Key.self)
  let indices = hasIndex ? memory + 2 &* length &* MemoryLayout<Key>.size : memory
  let index = indices.assumingMemoryBound(to: Int.self)
  try body(KeyRun(key: keys, index: index), KeyRun(key: keys + length, index: hasIndex ? index + length : index))
}

@inline(never) private func sort<T: KeyedElement>(
  _ type: T.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 2 { return }
  let isPacked = stride == MemoryLayout<T>.stride
  let zero = T.isFloat ? T.Key(-1) : T.Key.max
  try withRuns(count, hasIndex: false) { (run: KeyRun<T.Key>, spare) throws(SortError) in
    var hasMinusZero = false
    let isRead = flag.forEachBlock(count) { block in
      if isPacked {
        let elements = base.assumingMemoryBound(to: T.self)
        for i in block {
          run.key[i] = elements[i].sortKey
          if T.isFloat && run.key[i] == zero { hasMinusZero = true }
        }
      } else {
        for i in block {
          run.key[i] = (base + i &* stride).assumingMemoryBound(to: T.self).pointee.sortKey
          if T.isFloat && run.key[i] == zero { hasMinusZero = true }
        }
      }
    }
    if !isRead { throw .interrupted }
    if hasMinusZero { return try sortByIndex(type, base, count, stride, flag) }
    KeySorter(hasIndex: false, isFloat: T.isFloat, flag: flag).sort(run, count, spare)
    if flag.isRaised { throw .interrupted }
    if isPacked {
      let elements = base.assumingMemoryBound(to: T.self)
      for i in 0..<count { elements[i] = T(sortKey: run.key[i]) }
    } else {
      for i in 0..<count { (base + i &* stride).assumingMemoryBound(to: T.self).pointee = T(sortKey: run.key[i]) }
    }
  }
}

/// Sorts floats with -0.0 among them, which counts as 0.0 and stays where it stands between them.
@inline(never) private func sortByIndex<T: KeyedElement>(
  _ type: T.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ flag: InterruptFlag
) throws(SortError) {
  guard let memory = malloc(count &* (8 &+ MemoryLayout<T>.stride)) else { throw .outOfMemory }
  defer { free(memory) }
  let elements = (memory + count &* 8).assumingMemoryBound(to: T.self)
  for i in 0..<count { elements[i] = (base + i &* stride).assumingMemoryBound(to: T.self).pointee }
  try argsort(type, base, count, stride, memory, 8, flag)
  let order = memory.assumingMemoryBound(to: Int.self)
  for i in 0..<count { (base + i &* stride).assumingMemoryBound(to: T.self).pointee = elements[order[i]] }
}

@inline(never) private func argsort<T: KeyedElement>(
  _ type: T.Type, _ base: Bytes, _ count: Int, _ stride: Int, _ out: Bytes, _ outStride: Int, _ flag: InterruptFlag
) throws(SortError) {
  if count < 1 { return }
  try withRuns(count, hasIndex: true) { (run: KeyRun<T.Key>, spare) throws(SortError) in
    let isRead = flag.forEachBlock(count) { block in
      for i in block {
        run.key[i] = (base + i &* stride).assumingMemoryBound(to: T.self).pointee.orderKey
        run.index[i] = i
      }
    }
    if !isRead { throw .interrupted }
    KeySorter(hasIndex: true, isFloat: T.isFloat, flag: flag).sort(run, count, spare)
    let isWritten = flag.forEachBlock(count) { block in
      if outStride == 8 {
        memcpy(out + block.lowerBound &* 8, run.index + block.lowerBound, block.count &* 8)
      } else {
        for i in block { (out + i &* outStride).assumingMemoryBound(to: Int.self).pointee = run.index[i] }
      }
    }
    if !isWritten { throw .interrupted }
  }
}

// MARK: Bytes

/// Sorts bytes by counting them.
private func sortBytes(_ base: Bytes, _ count: Int, _ stride: Int) {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { (counts) in
    counts.initialize(repeating: 0)
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    for i in 0..<max(count, 0) { counts[Int(bytes[i &* stride])] &+= 1 }
    var place = 0
    for value in 0..<256 {
      for _ in 0..<counts[value] {
        bytes[place &* stride] = UInt8(truncatingIfNeeded: value)
        place &+= 1
      }
    }
  }
}

private func argsortBytes(_ base: Bytes, _ count: Int, _ stride: Int, _ out: Bytes, _ outStride: Int) {
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { (starts) in
    starts.initialize(repeating: 0)
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    for i in 0..<max(count, 0) { starts[Int(bytes[i &* stride]) &+ 1] &+= 1 }
    for value in 1..<257 { starts[value] &+= starts[value &- 1] }
    for i in 0..<max(count, 0) {
      let value = Int(bytes[i &* stride])
      (out + starts[value] &* outStride).assumingMemoryBound(to: Int.self).pointee = i
      starts[value] &+= 1
    }
  }
}

// MARK: Runs of equal elements

/// Writes to `out` where each run of equal elements begins in `count` sorted ones without gaps; all nan are equal where
/// `isOneNaN`. Returns how many there are. Nothing is written for types that are no real numbers.
public func findRuns(
  _ type: ElementType, base: UnsafeRawPointer, count: Int, isOneNaN: Bool, out: UnsafeMutablePointer<Int>
) -> Int {
  func find<T: Equatable & BitwiseCopyable>(_: T.Type) -> Int {
    let elements = base.assumingMemoryBound(to: T.self)
    if count == 0 { return 0 }
    out[0] = 0
    var found = 1
    for i in 1..<max(count, 1) {
      let (x, y) = (elements[i &- 1], elements[i])
      let isSame = x == y || (isOneNaN && x != x && y != y)
      out[found] = i
      found &+= isSame ? 0 : 1
    }
    return found
  }
  switch type {
  case .bool, .uint8, .int8: return find(UInt8.self)
  case .int16, .uint16: return find(UInt16.self)
  case .int32, .uint32: return find(UInt32.self)
  case .int64, .uint64: return find(UInt64.self)
  case .float16: return find(Float16.self)
  case .float32: return find(Float.self)
  case .float64: return find(Double.self)
  default: return 0
  }
}
