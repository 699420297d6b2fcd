/// The sum of `count` elements, `stride` bytes apart, in NumPy's pairwise order: below 8 elements one after another
/// from -0.0; up to 128 in eight lanes, joined as an even/odd tree, then the tail; else split at half the count
/// rounded down to a multiple of 8.
@inline(__always) func pairwiseSum<T: FloatElement>(_ type: T.Type, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
  if count < 8 {
    var sum: T = -0.0
    var i = 0
    while i < count {
      sum += (x + i &* stride).assumingMemoryBound(to: T.self).pointee
      i &+= 1
    }
    return sum
  }
  if stride == MemoryLayout<T>.size {
    let p = x.assumingMemoryBound(to: T.self)
    return count <= 128 ? contiguousLeaf(T.self, p, count) : contiguousTree(T.self, p, count)
  }
  return count <= 128 ? pairwiseLeaf(T.self, x, stride, count) : pairwiseTree(T.self, x, stride, count)
}

private func contiguousTree<T: FloatElement>(_ type: T.Type, _ x: UnsafeMutablePointer<T>, _ count: Int) -> T {
  if count <= 128 { return contiguousLeaf(T.self, x, count) }
  let half = (count &>> 1) & ~7
  return contiguousTree(T.self, x, half) + contiguousTree(T.self, x + half, count &- half)
}

@inline(__always) private func contiguousLeaf<T: FloatElement>(
  _ type: T.Type, _ x: UnsafeMutablePointer<T>, _ count: Int
) -> T {
  var lanes = T.Eight.load(x)
  var i = 8
  let whole = count & ~7
  while i < whole {
    lanes = lanes + T.Eight.load(x + i)
    i &+= 8
  }
  var sum = lanes.treeSum
  while i < count {
    sum += x[i]
    i &+= 1
  }
  return sum
}

private func pairwiseTree<T: FloatElement>(_ type: T.Type, _ x: Bytes, _ stride: Int, _ count: Int) -> T {
  if count <= 128 { return pairwiseLeaf(T.self, x, stride, count) }
  let half = (count &>> 1) & ~7
  return pairwiseTree(T.self, x, stride, half) + pairwiseTree(T.self, x + half &* stride, stride, count &- half)
}

@inline(__always) private func pairwiseLeaf<T: FloatElement>(
  _ type: T.Type, _ x: Bytes, _ stride: Int, _ count: Int
) -> T {
  @inline(__always) func at(_ i: Int) -> T { (x + i &* stride).assumingMemoryBound(to: T.self).pointee }
  var r0 = at(0), r1 = at(1), r2 = at(2), r3 = at(3), r4 = at(4), r5 = at(5), r6 = at(6), r7 = at(7)
  var i = 8
  let whole = count & ~7
  while i < whole {
    r0 += at(i)
    r1 += at(i &+ 1)
    r2 += at(i &+ 2)
    r3 += at(i &+ 3)
    r4 += at(i &+ 4)
    r5 += at(i &+ 5)
    r6 += at(i &+ 6)
    r7 += at(i &+ 7)
    i &+= 8
  }
  var sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7))
  while i < count {
    sum += at(i)
    i &+= 1
  }
  return sum
}

extension FloatElement {
  @inline(__always) static func sumOfRun(_ x: Bytes, _ stride: Int, _ count: Int) -> Self {
    pairwiseSum(Self.self, x, stride, count)
  }
}

extension IntegerElement {
  @inline(__always) static func sumOfRun(_ x: Bytes, _ stride: Int, _ count: Int) -> Self {
    var sum: Self = 0
    var i = 0
    if stride == MemoryLayout<Self>.size {
      let p = x.assumingMemoryBound(to: Self.self)
      while i < count {
        sum = sum &+ p[i]
        i &+= 1
      }
      return sum
    }
    var p = x
    while i < count {
      sum = sum &+ p.assumingMemoryBound(to: Self.self).pointee
      p += stride
      i &+= 1
    }
    return sum
  }
}
