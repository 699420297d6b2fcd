import CComplex

/// The number of bytes other than 0 among `count`, `stride` bytes apart.
public func countTrue(_ mask: UnsafeRawPointer, count: Int, stride: Int) -> Int {
  let p = mask.assumingMemoryBound(to: UInt8.self)
  var total = 0
  var i = 0
  if stride == 1 {
    // Of each byte the highest bit says whether any is set.
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    while i &+ 8 <= count {
      let word = (mask + i).loadUnaligned(as: UInt64.self)
      total &+= ((((word & low) &+ low) | word) & ~low).nonzeroBitCount
      i &+= 8
    }
    while i < count {
      total &+= p[i] != 0 ? 1 : 0
      i &+= 1
    }
    return total
  }
  while i < count {
    total &+= p[i &* stride] != 0 ? 1 : 0
    i &+= 1
  }
  return total
}

/// Copies the elements of `x` whose mask byte is not 0 to `out`, one after another, and returns their number. `out`
/// has room for `countTrue` elements and 64 bytes behind them.
@discardableResult
public func compress(
  elementSize: Int, x: UnsafeRawPointer, stride: Int, mask: UnsafeRawPointer, maskStride: Int, count: Int,
  out: UnsafeMutableRawPointer
) -> Int {
  let x = Operand(base: Bytes(mutating: x), rowStride: 0, stride: stride)
  let mask = Operand(base: Bytes(mutating: mask), rowStride: 0, stride: maskStride)
  switch elementSize {
  case 1: return compress(UInt8.self, x, mask, count, out)
  case 2: return compress(UInt16.self, x, mask, count, out)
  case 4: return compress(UInt32.self, x, mask, count, out)
  case 8: return compress(UInt64.self, x, mask, count, out)
  case 16: return compress(PairBits.self, x, mask, count, out)
  default: return compressBlocks(elementSize, x, mask, count, out)
  }
}

/// Writes `values`, `valueStride` bytes apart (0 repeats one), in order to the elements of `out` whose mask byte is
/// not 0. There are at least `countTrue` values, or the stride is 0.
public func maskedAssign(
  elementSize: Int, out: UnsafeMutableRawPointer, stride: Int, mask: UnsafeRawPointer, maskStride: Int, count: Int,
  values: UnsafeRawPointer, valueStride: Int
) {
  let out = Operand(base: out, rowStride: 0, stride: stride)
  let mask = Operand(base: Bytes(mutating: mask), rowStride: 0, stride: maskStride)
  let values = Operand(base: Bytes(mutating: values), rowStride: 0, stride: valueStride)
  switch elementSize {
  case 1: maskedAssign(UInt8.self, out, mask, count, values)
  case 2: maskedAssign(UInt16.self, out, mask, count, values)
  case 4: maskedAssign(UInt32.self, out, mask, count, values)
  case 8: maskedAssign(UInt64.self, out, mask, count, values)
  case 16: maskedAssign(PairBits.self, out, mask, count, values)
  default: maskedAssignBlocks(elementSize, out, mask, count, values)
  }
}

/// `out = mask ? x : y` over rows × columns elements. `out` may be exactly `x` or `y`.
public func selectElements(
  elementSize: Int, rows: Int, columns: Int, out: Operand, mask: Operand, x: Operand, y: Operand
) {
  switch elementSize {
  case 1: selectRows(UInt8.self, rows, columns, out, mask, x, y)
  case 2: selectRows(UInt16.self, rows, columns, out, mask, x, y)
  case 4: selectRows(UInt32.self, rows, columns, out, mask, x, y)
  case 8: selectRows(UInt64.self, rows, columns, out, mask, x, y)
  case 16: selectRows(PairBits.self, rows, columns, out, mask, x, y)
  default: selectBlocks(elementSize, rows, columns, out, mask, x, y)
  }
}

/// Eight mask bytes that are 1.
private let allTrue: UInt64 = 0x0101_0101_0101_0101

@inline(__always) private func compress<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ x: Operand, _ mask: Operand, _ count: Int, _ out: Bytes
) -> Int {
  var p = x.base, m = mask.base, q = out
  var i = 0, total = 0
  if x.stride == MemoryLayout<Bits>.stride && mask.stride == 1 {
    let size = MemoryLayout<Bits>.stride
    if size >= 8 {
      i = packed(size, x.base, mask.base, count, out, &total)
    }
    // Always written, and kept where the mask is true: no branch. Nothing is written behind the last one.
    let flags = mask.base.assumingMemoryBound(to: UInt8.self)
    var end = count
    while end > i && flags[end &- 1] == 0 { end &-= 1 }
    while i &+ 8 <= end {
      let word = (mask.base + i).loadUnaligned(as: UInt64.self)
      if word == allTrue {
        for k in 0..<8 {
          (q + (total &+ k) &* size).storeBytes(
            of: (p + (i &+ k) &* size).loadUnaligned(as: Bits.self), as: Bits.self)
        }
        total &+= 8
      } else if word != 0 {
        for k in 0..<8 {
          (q + total &* size).storeBytes(of: (p + (i &+ k) &* size).loadUnaligned(as: Bits.self), as: Bits.self)
          total &+= flags[i &+ k] != 0 ? 1 : 0
        }
      }
      i &+= 8
    }
    while i < end {
      (q + total &* MemoryLayout<Bits>.stride).storeBytes(
        of: (p + i &* MemoryLayout<Bits>.stride).loadUnaligned(as: Bits.self), as: Bits.self)
      total &+= flags[i] != 0 ? 1 : 0
      i &+= 1
    }
    return total
  }
  while i < count {
    if m.assumingMemoryBound(to: UInt8.self).pointee != 0 {
      q.storeBytes(of: p.loadUnaligned(as: Bits.self), as: Bits.self)
      q += MemoryLayout<Bits>.size
      total &+= 1
    }
    p += x.stride
    m += mask.stride
    i &+= 1
  }
  return total
}

/// Elements of 8 or 16 bytes, as far as the processor packs lanes itself: how many were looked at.
@inline(__always) private func packed(
  _ size: Int, _ x: Bytes, _ mask: Bytes, _ count: Int, _ out: Bytes, _ total: inout Int
) -> Int {
  let source = x.assumingMemoryBound(to: CChar.self), flags = mask.assumingMemoryBound(to: UInt8.self)
  let start = out.assumingMemoryBound(to: CChar.self)
  var target: UnsafeMutablePointer<CChar>? = start
  let done = size == 8 ? nn_compress_8(source, flags, count, &target) : nn_compress_16(source, flags, count, &target)
  if let target { total = (target - start) / size }
  return done
}

/// The same for values that are spread over the elements of a mask.
@inline(__always) private func spread(
  _ size: Int, _ out: Bytes, _ mask: Bytes, _ count: Int, _ values: inout Bytes
) -> Int {
  let target = out.assumingMemoryBound(to: CChar.self), flags = mask.assumingMemoryBound(to: UInt8.self)
  var source: UnsafePointer<CChar>? = UnsafePointer(values.assumingMemoryBound(to: CChar.self))
  let done = size == 8 ? nn_spread_8(target, flags, count, &source) : nn_spread_16(target, flags, count, &source)
  if let source { values = Bytes(mutating: source) }
  return done
}

@inline(__always) private func maskedAssign<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ out: Operand, _ mask: Operand, _ count: Int, _ values: Operand
) {
  var q = out.base, m = mask.base, v = values.base
  var i = 0
  let size = MemoryLayout<Bits>.stride
  if out.stride == size && mask.stride == 1 && values.stride == size {
    if size >= 8 {
      i = spread(size, q, m, count, &v)
      q += i &* size
      m += i
    }
    // Eight at a time, where all or none of them are chosen.
    while i &+ 8 <= count {
      let word = m.loadUnaligned(as: UInt64.self)
      if word == allTrue {
        for k in 0..<8 {
          (q + k &* size).storeBytes(of: (v + k &* size).loadUnaligned(as: Bits.self), as: Bits.self)
        }
        v += 8 &* size
      } else if word != 0 {
        for k in 0..<8 where (m + k).load(as: UInt8.self) != 0 {
          (q + k &* size).storeBytes(of: v.loadUnaligned(as: Bits.self), as: Bits.self)
          v += size
        }
      }
      q += 8 &* size
      m += 8
      i &+= 8
    }
  }
  if out.stride == size && mask.stride == 1 && values.stride == 0 && size >= 8 {
    let target = q.assumingMemoryBound(to: CChar.self), flags = m.assumingMemoryBound(to: UInt8.self)
    let value = v.assumingMemoryBound(to: CChar.self)
    i = size == 8 ? nn_fill_8(target, flags, count, value) : nn_fill_16(target, flags, count, value)
    q += i &* size
    m += i
  }
  while i < count {
    if m.assumingMemoryBound(to: UInt8.self).pointee != 0 {
      q.storeBytes(of: v.loadUnaligned(as: Bits.self), as: Bits.self)
      v += values.stride
    }
    q += out.stride
    m += mask.stride
    i &+= 1
  }
}

@inline(__always) private func selectRows<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ rows: Int, _ columns: Int, _ out: Operand, _ mask: Operand, _ x: Operand, _ y: Operand
) {
  var out = out, mask = mask, x = x, y = y
  let size = MemoryLayout<Bits>.stride
  let isDense = out.stride == size && y.stride == size && mask.stride == 1 && (x.stride == size || x.stride == 0)
  for _ in 0..<max(rows, 0) {
    if isDense {
      selectRun(bits, columns, out.base, mask.base, x.base, y.base, repeatsX: x.stride == 0)
    }
    var i = isDense ? columns : 0
    while i < columns {
      let a = (x.base + i &* x.stride).loadUnaligned(as: Bits.self)
      let b = (y.base + i &* y.stride).loadUnaligned(as: Bits.self)
      let isTrue = (mask.base + i &* mask.stride).assumingMemoryBound(to: UInt8.self).pointee != 0
      (out.base + i &* out.stride).storeBytes(of: isTrue ? a : b, as: Bits.self)
      i &+= 1
    }
    out.base += out.rowStride
    mask.base += mask.rowStride
    x.base += x.rowStride
    y.base += y.rowStride
  }
}

/// Neighbouring elements, in the plain form that the compiler turns into vector instructions.
@inline(__always) private func selectRun<Bits: BitwiseCopyable>(
  _ bits: Bits.Type, _ count: Int, _ out: Bytes, _ mask: Bytes, _ x: Bytes, _ y: Bytes, repeatsX: Bool
) {
  let q = out.assumingMemoryBound(to: Bits.self)
  let m = mask.assumingMemoryBound(to: UInt8.self)
  let a = x.assumingMemoryBound(to: Bits.self)
  let b = y.assumingMemoryBound(to: Bits.self)
  let value = repeatsX && count > 0 ? a.pointee : nil
  // One pointer for what is read and written: two that may overlap keep the loop from vectorising.
  if let value, out == y {
    for i in 0..<count { q[i] = m[i] != 0 ? value : q[i] }
  } else if let value {
    for i in 0..<count {
      let other = b[i]
      q[i] = m[i] != 0 ? value : other
    }
  } else {
    for i in 0..<count {
      let (first, other) = (a[i], b[i])
      q[i] = m[i] != 0 ? first : other
    }
  }
}

// Elements of other sizes: text and records.

private func compressBlocks(_ size: Int, _ x: Operand, _ mask: Operand, _ count: Int, _ out: Bytes) -> Int {
  var found = 0
  for index in 0..<max(count, 0) where (mask.base + index &* mask.stride).load(as: UInt8.self) != 0 {
    (out + found &* size).copyMemory(from: x.base + index &* x.stride, byteCount: size)
    found &+= 1
  }
  return found
}

private func maskedAssignBlocks(_ size: Int, _ out: Operand, _ mask: Operand, _ count: Int, _ values: Operand) {
  var source = values.base
  for index in 0..<max(count, 0) where (mask.base + index &* mask.stride).load(as: UInt8.self) != 0 {
    (out.base + index &* out.stride).copyMemory(from: source, byteCount: size)
    source += values.stride
  }
}

private func selectBlocks(
  _ size: Int, _ rows: Int, _ columns: Int, _ out: Operand, _ mask: Operand, _ x: Operand, _ y: Operand
) {
  for row in 0..<max(rows, 0) {
    for column in 0..<max(columns, 0) {
      func at(_ operand: Operand) -> Bytes {
        operand.base + row &* operand.rowStride + column &* operand.stride
      }
      at(out).copyMemory(from: at(mask).load(as: UInt8.self) != 0 ? at(x) : at(y), byteCount: size)
    }
  }
}
