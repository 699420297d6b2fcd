extension Element {
  @inline(__always) private static func extreme(_ a: Self, _ b: Self, _ larger: Bool) -> Self {
    larger ? Maximum.apply(a, b) : Minimum.apply(a, b)
  }

  /// One after another; contiguous integers in vectors, by the compiler.
  @inline(__always) static func extremeOneByOne(
    _ result: Self, _ x: Bytes, _ stride: Int, _ count: Int, _ larger: Bool
  ) -> Self {
    var result = result
    var i = 0
    if stride == MemoryLayout<Self>.size {
      let p = x.assumingMemoryBound(to: Self.self)
      while i < count {
        result = extreme(result, p[i], larger)
        i &+= 1
      }
      return result
    }
    var p = x
    while i < count {
      result = extreme(result, p.assumingMemoryBound(to: Self.self).pointee, larger)
      p += stride
      i &+= 1
    }
    return result
  }

  @inline(__always) static func extremeOfRun(
    _ result: Self, _ x: Bytes, _ stride: Int, _ count: Int, larger: Bool
  ) -> Self {
    extremeOneByOne(result, x, stride, count, larger)
  }
}

extension FloatElement {
  /// Contiguous floats in four vectors.
  @inline(__always) static func extremeOfRun(
    _ result: Self, _ x: Bytes, _ stride: Int, _ count: Int, larger: Bool
  ) -> Self {
    if stride != MemoryLayout<Self>.size || count < 32 {
      return extremeOneByOne(result, x, stride, count, larger)
    }
    let p = x.assumingMemoryBound(to: Self.self)
    var a = Eight(splat: result), b = a, c = a, d = a
    var i = 0
    while i &+ 32 <= count {
      a = a.extreme(Eight.load(p + i), larger: larger)
      b = b.extreme(Eight.load(p + (i &+ 8)), larger: larger)
      c = c.extreme(Eight.load(p + (i &+ 16)), larger: larger)
      d = d.extreme(Eight.load(p + (i &+ 24)), larger: larger)
      i &+= 32
    }
    a = a.extreme(b, larger: larger).extreme(c.extreme(d, larger: larger), larger: larger)
    var best = a[0]
    for lane in 1..<8 { best = larger ? Maximum.apply(best, a[lane]) : Minimum.apply(best, a[lane]) }
    return extremeOneByOne(best, x + i &* stride, stride, count &- i, larger)
  }
}
