/// Copies the elements at `offsets` (bytes from `source`) to `out`, one after another `outStride` bytes apart.
/// The caller has checked the offsets.
public func gather(
  elementSize: Int, source: UnsafeRawPointer, offsets: UnsafePointer<Int>, count: Int,
  out: UnsafeMutableRawPointer, outStride: Int
) {
  let source = Bytes(mutating: source)
  switch elementSize {
  case 1: gather(UInt8.self, source, offsets, count, out, outStride)
  case 2: gather(UInt16.self, source, offsets, count, out, outStride)
  case 4: gather(UInt32.self, source, offsets, count, out, outStride)
  case 8: gather(UInt64.self, source, offsets, count, out, outStride)
  case 16: gather(PairBits.self, source, offsets, count, out, outStride)
  default:
    for index in 0..<max(count, 0) {
      (out + index &* outStride).copyMemory(from: source + offsets[index], byteCount: elementSize)
    }
  }
}

/// Copies elements from `source`, `sourceStride` bytes apart (0 repeats one), to `offsets` (bytes from `target`), in
/// order, so that the last of several to one place stays. The caller has checked the offsets.
public func scatter(
  elementSize: Int, source: UnsafeRawPointer, sourceStride: Int, count: Int,
  target: UnsafeMutableRawPointer, offsets: UnsafePointer<Int>
) {
  let source = Bytes(mutating: source)
  switch elementSize {
  case 1: scatter(UInt8.self, source, sourceStride, count, target, offsets)
  case 2: scatter(UInt16.self, source, sourceStride, count, target, offsets)
  case 4: scatter(UInt32.self, source, sourceStride, count, target, offsets)
  case 8: scatter(UInt64.self, source, sourceStride, count, target, offsets)
  case 16: scatter(PairBits.self, source, sourceStride, count, target, offsets)
  default:
    for index in 0..<max(count, 0) {
      (target + offsets[index]).copyMemory(from: source + index &* sourceStride, byteCount: elementSize)
    }
  }
}

@inline(__always) private func gather<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ source: Bytes, _ offsets: UnsafePointer<Int>, _ count: Int, _ out: Bytes, _ outStride: Int
) {
  var q = out
  var i = 0
  while i < count {
    q.storeBytes(of: (source + offsets[i]).loadUnaligned(as: Bits.self), as: Bits.self)
    q += outStride
    i &+= 1
  }
}

@inline(__always) private func scatter<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ source: Bytes, _ sourceStride: Int, _ count: Int, _ target: Bytes, _ offsets: UnsafePointer<Int>
) {
  var p = source
  var i = 0
  while i < count {
    (target + offsets[i]).storeBytes(of: p.loadUnaligned(as: Bits.self), as: Bits.self)
    p += sourceStride
    i &+= 1
  }
}

/// Copies runs of `length` elements, `stride` bytes apart, that begin at `offsets` (bytes from `source`) to `out`, all
/// elements one after another. The caller has checked the offsets.
public func gatherRuns(
  elementSize: Int, source: UnsafeRawPointer, stride: Int, length: Int, offsets: UnsafePointer<Int>, count: Int,
  out: UnsafeMutableRawPointer
) {
  let source = Bytes(mutating: source)
  switch elementSize {
  case 1: gatherRuns(UInt8.self, source, stride, length, offsets, count, out)
  case 2: gatherRuns(UInt16.self, source, stride, length, offsets, count, out)
  case 4: gatherRuns(UInt32.self, source, stride, length, offsets, count, out)
  case 8: gatherRuns(UInt64.self, source, stride, length, offsets, count, out)
  case 16: gatherRuns(PairBits.self, source, stride, length, offsets, count, out)
  default:
    for index in 0..<max(count, 0) {
      for place in 0..<max(length, 0) {
        (out + (index &* length &+ place) &* elementSize).copyMemory(
          from: source + offsets[index] + place &* stride, byteCount: elementSize)
      }
    }
  }
}

@inline(__always) private func gatherRuns<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ source: Bytes, _ stride: Int, _ length: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ out: Bytes
) {
  var q = out
  var i = 0
  while i < count {
    var p = source + offsets[i]
    var j = 0
    while j < length {
      q.storeBytes(of: p.loadUnaligned(as: Bits.self), as: Bits.self)
      q += MemoryLayout<Bits>.stride
      p += stride
      j &+= 1
    }
    i &+= 1
  }
}
