/// Products of two vectors.
enum DotProduct<V: ProductVector> {
  /// How many elements are multiplied between two looks at the interrupt flag.
  static var chunk: Int { 1 << 20 }

  /// The sum of `count` products; strides in elements.
  @inline(never) static func dot(
    _ count: Int, _ a: UnsafeMutablePointer<V.Scalar>, _ aStride: Int, _ b: UnsafeMutablePointer<V.Scalar>,
    _ bStride: Int, _ flag: InterruptFlag
  ) throws(Interrupted) -> V.Scalar {
    var sum = V.Scalar.zeroValue
    var start = 0
    while start < count {
      let length = min(chunk, count &- start)
      let part =
        aStride == 1 && bStride == 1
        ? contiguous(length, a + start, b + start)
        : strided(length, a + start &* aStride, aStride, b + start &* bStride, bStride)
      sum = start == 0 ? part : sum + part
      start &+= length
      if start < count { try flag.check() }
    }
    return sum
  }

  @inline(__always) private static func contiguous(
    _ count: Int, _ a: UnsafeMutablePointer<V.Scalar>, _ b: UnsafeMutablePointer<V.Scalar>
  ) -> V.Scalar {
    let w = V.width
    var s0 = V.zero, s1 = V.zero, s2 = V.zero, s3 = V.zero
    var i = 0
    while i &+ 4 &* w <= count {
      let p = a + i, q = b + i
      s0 = s0.adding(V.load(p), times: V.load(q))
      s1 = s1.adding(V.load(p + w), times: V.load(q + w))
      s2 = s2.adding(V.load(p + 2 &* w), times: V.load(q + 2 &* w))
      s3 = s3.adding(V.load(p + 3 &* w), times: V.load(q + 3 &* w))
      i &+= 4 &* w
    }
    while i &+ w <= count {
      s0 = s0.adding(V.load(a + i), times: V.load(b + i))
      i &+= w
    }
    var sum = ((s0 + s1) + (s2 + s3)).laneSum
    while i < count {
      sum += a[i] * b[i]
      i &+= 1
    }
    return sum
  }

  @inline(__always) private static func strided(
    _ count: Int, _ a: UnsafeMutablePointer<V.Scalar>, _ aStride: Int, _ b: UnsafeMutablePointer<V.Scalar>,
    _ bStride: Int
  ) -> V.Scalar {
    var s0 = V.Scalar.zeroValue, s1 = s0, s2 = s0, s3 = s0
    var p = a, q = b
    var i = 0
    while i &+ 4 <= count {
      s0 += p[0] * q[0]
      s1 += p[aStride] * q[bStride]
      s2 += p[2 &* aStride] * q[2 &* bStride]
      s3 += p[3 &* aStride] * q[3 &* bStride]
      p += 4 &* aStride
      q += 4 &* bStride
      i &+= 4
    }
    while i < count {
      s0 += p[0] * q[0]
      p += aStride
      q += bStride
      i &+= 1
    }
    return (s0 + s1) + (s2 + s3)
  }

  /// One dot product an entry: for the smallest shapes.
  static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<V.Scalar>, _ b: TypedMatrix<V.Scalar>, _ out: TypedMatrix<V.Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    for i in 0..<m {
      for j in 0..<n {
        out.at(i, j).pointee = try dot(k, a.at(i, 0), a.columnStride, b.at(0, j), b.rowStride, flag)
      }
    }
  }
}
