import Glibc

/// An elementwise function of one argument with its types; everything is known when the loop is compiled.
protocol UnaryKernel {
  associatedtype Input: BitwiseCopyable
  associatedtype Output: BitwiseCopyable
  /// True where NumPy never warns, though the instructions may set the invalid flag (comparisons with nan).
  static var isQuiet: Bool { get }
  static func apply(_ x: Input) -> Output
}

/// An elementwise function of two arguments with its types.
protocol BinaryKernel {
  associatedtype Input: BitwiseCopyable
  associatedtype Output: BitwiseCopyable
  /// True where NumPy never warns, though the instructions may set the invalid flag (comparisons with nan).
  static var isQuiet: Bool { get }
  static func apply(_ x: Input, _ y: Input) -> Output
}

/// Runs `body` and takes back the exception flags that it newly raised.
@inline(__always) func quietly(_ body: () -> Void) {
  let before = FloatFlags.current()
  body()
  let raised = FloatFlags.current().subtracting(before)
  if !raised.isEmpty { FloatFlags.clear(raised) }
}

/// The loop over rows × columns that applies `K`.
@inline(__always) func unaryLoop<K: UnaryKernel>(_ kernel: K.Type) -> UnaryLoop {
  { rows, columns, out, x in
    if K.isQuiet {
      quietly { forEachRun(rows, columns, out, x, x) { count, out, x, _ in unaryRun(K.self, count, out, x) } }
    } else {
      forEachRun(rows, columns, out, x, x) { count, out, x, _ in unaryRun(K.self, count, out, x) }
    }
  }
}

/// The loop over rows × columns that applies `K`.
@inline(__always) func binaryLoop<K: BinaryKernel>(_ kernel: K.Type) -> BinaryLoop {
  { rows, columns, out, x, y in
    if K.isQuiet {
      quietly { binaryRuns(K.self, rows, columns, out, x, y) }
    } else {
      binaryRuns(K.self, rows, columns, out, x, y)
    }
  }
}

/// All runs of a loop of two arguments.
@inline(__always) private func binaryRuns<K: BinaryKernel>(
  _ kernel: K.Type, _ rows: Int, _ columns: Int, _ out: Operand, _ x: Operand, _ y: Operand
) {
  let size = MemoryLayout<K.Input>.size
  if columns < shortRow && rows > columns
    && forEachSpreadRun(
      rows, columns, out, x, y, size, { count, out, x, y in binaryRun(K.self, count, out, x, y) })
  {
    return
  }
  forEachRun(rows, columns, out, x, y) { count, out, x, y in binaryRun(K.self, count, out, x, y) }
}

/// One run. The in-place case stands apart because the vectoriser refuses pointers that may overlap.
@inline(never) func unaryRun<K: UnaryKernel>(_ kernel: K.Type, _ count: Int, _ out: Operand, _ x: Operand) {
  let inputSize = MemoryLayout<K.Input>.size, outputSize = MemoryLayout<K.Output>.size
  var i = 0
  if x.stride == inputSize && out.stride == outputSize {
    let p = out.base.assumingMemoryBound(to: K.Output.self), q = x.base.assumingMemoryBound(to: K.Input.self)
    if out.base == x.base && inputSize == outputSize {
      let q = out.base.assumingMemoryBound(to: K.Input.self)
      while i < count {
        p[i] = K.apply(q[i])
        i &+= 1
      }
    } else {
      while i < count {
        p[i] = K.apply(q[i])
        i &+= 1
      }
    }
    return
  }
  var p = out.base, q = x.base
  while i < count {
    p.assumingMemoryBound(to: K.Output.self).pointee = K.apply(q.assumingMemoryBound(to: K.Input.self).pointee)
    p += out.stride
    q += x.stride
    i &+= 1
  }
}

/// One run: both operands contiguous, one of them a scalar, or any strides; in place or not.
@inline(never) func binaryRun<K: BinaryKernel>(
  _ kernel: K.Type, _ count: Int, _ out: Operand, _ x: Operand, _ y: Operand
) {
  let inputSize = MemoryLayout<K.Input>.size, outputSize = MemoryLayout<K.Output>.size
  let p = out.base.assumingMemoryBound(to: K.Output.self)
  let q = x.base.assumingMemoryBound(to: K.Input.self), r = y.base.assumingMemoryBound(to: K.Input.self)
  let inPlace = out.base.assumingMemoryBound(to: K.Input.self)
  let sameSize = inputSize == outputSize
  var i = 0
  if out.stride == outputSize && x.stride == inputSize && y.stride == inputSize {
    if sameSize && out.base == x.base {
      while i < count {
        p[i] = K.apply(inPlace[i], r[i])
        i &+= 1
      }
    } else if sameSize && out.base == y.base {
      while i < count {
        p[i] = K.apply(q[i], inPlace[i])
        i &+= 1
      }
    } else {
      while i < count {
        p[i] = K.apply(q[i], r[i])
        i &+= 1
      }
    }
    return
  }
  if out.stride == outputSize && x.stride == inputSize && y.stride == 0 {
    let s = r.pointee
    if sameSize && out.base == x.base {
      while i < count {
        p[i] = K.apply(inPlace[i], s)
        i &+= 1
      }
    } else {
      while i < count {
        p[i] = K.apply(q[i], s)
        i &+= 1
      }
    }
    return
  }
  if out.stride == outputSize && x.stride == 0 && y.stride == inputSize {
    let s = q.pointee
    if sameSize && out.base == y.base {
      while i < count {
        p[i] = K.apply(s, inPlace[i])
        i &+= 1
      }
    } else {
      while i < count {
        p[i] = K.apply(s, r[i])
        i &+= 1
      }
    }
    return
  }
  var o = out.base, a = x.base, b = y.base
  while i < count {
    o.assumingMemoryBound(to: K.Output.self).pointee = K.apply(
      a.assumingMemoryBound(to: K.Input.self).pointee, b.assumingMemoryBound(to: K.Input.self).pointee)
    o += out.stride
    a += x.stride
    b += y.stride
    i &+= 1
  }
}
