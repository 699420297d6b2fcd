/// Which extreme an index is wanted of.
public enum ArgOperation: Sendable { case maximum, minimum }

/// The index of the first largest (or smallest) of `count` elements `stride` bytes apart; the first nan where there is
/// one, as `argmax` and `argmin` do. Returns 0 for no elements, which callers refuse before.
public func argReduce(
  _ operation: ArgOperation, _ type: ElementType, x: UnsafeRawPointer, count: Int, stride: Int
) -> Int {
  let x = Bytes(mutating: x)
  switch operation {
  case .maximum: return argReduce(ArgMaximum.self, type, x, count, stride)
  case .minimum: return argReduce(ArgMinimum.self, type, x, count, stride)
  }
}

private protocol ArgChoice {
  static func isBetter<T: Element>(_ x: T, _ best: T) -> Bool
  static func better(_ x: Lanes, _ best: Lanes) -> Lanes
}
private enum ArgMaximum: ArgChoice {
  @inline(__always) static func better(_ x: Lanes, _ best: Lanes) -> Lanes { select(x .> best, x, best) }
  @inline(__always) static func isBetter<T: Element>(_ x: T, _ best: T) -> Bool { T.less(best, x) }
}
private enum ArgMinimum: ArgChoice {
  @inline(__always) static func better(_ x: Lanes, _ best: Lanes) -> Lanes { select(x .< best, x, best) }
  @inline(__always) static func isBetter<T: Element>(_ x: T, _ best: T) -> Bool { T.less(x, best) }
}

private func argReduce<C: ArgChoice>(
  _ choice: C.Type, _ type: ElementType, _ x: Bytes, _ count: Int, _ stride: Int
) -> Int {
  switch type {
  case .bool: argRun(C.self, Truth.self, x, count, stride)
  case .uint8: argRun(C.self, UInt8.self, x, count, stride)
  case .uint64: argRun(C.self, UInt64.self, x, count, stride)
  case .int64: argRun(C.self, Int64.self, x, count, stride)
  case .float32: argRun(C.self, Float.self, x, count, stride)
  case .float64: argRun(C.self, Double.self, x, count, stride)
  case .complex64: argRun(C.self, ComplexElement<Float>.self, x, count, stride)
  case .complex128: argRun(C.self, ComplexElement<Double>.self, x, count, stride)
  default: 0
  }
}

@inline(never) private func argRun<C: ArgChoice, T: Element>(
  _ choice: C.Type, _ type: T.Type, _ x: Bytes, _ count: Int, _ stride: Int
) -> Int {
  if count <= 0 { return 0 }
  if T.self == Double.self && stride == 8 && count >= 32 { return argDoubles(C.self, x, count) }
  if stride == MemoryLayout<T>.size && count >= 32 && (T.self == Double.self || T.self == Float.self) {
    return argBlocks(C.self, T.self, x.assumingMemoryBound(to: T.self), count)
  }
  var index = 0
  var best = x.assumingMemoryBound(to: T.self).pointee
  var p = x
  var i = 0
  // Nothing is compared with a nan, so that no flag is raised.
  while i < count {
    let element = p.assumingMemoryBound(to: T.self).pointee
    if element.isUnordered { return i }
    if C.isBetter(element, best) {
      best = element
      index = i
    }
    p += stride
    i &+= 1
  }
  return index
}

/// The extreme by eight accumulators that do not wait for each other, then the first place where it stands. A nan among
/// the elements is looked for first.
@inline(__always) private func argBlocks<C: ArgChoice, T: Element>(
  _ choice: C.Type, _ type: T.Type, _ x: UnsafePointer<T>, _ count: Int
) -> Int {
  var unordered = false
  var i = 0
  while i < count {
    unordered = unordered || x[i].isUnordered
    i &+= 1
  }
  i = 0
  if unordered {
    while i < count && !x[i].isUnordered { i &+= 1 }
    return i
  }
  var lanes = InlineArray<8, T>(repeating: x[0])
  while i &+ 8 <= count {
    for lane in 0..<8 {
      let element = x[i &+ lane]
      lanes[lane] = C.isBetter(element, lanes[lane]) ? element : lanes[lane]
    }
    i &+= 8
  }
  var best = lanes[0]
  for lane in 1..<8 where C.isBetter(lanes[lane], best) { best = lanes[lane] }
  while i < count {
    if C.isBetter(x[i], best) { best = x[i] }
    i &+= 1
  }
  i = 0
  while i < count && !T.equal(x[i], best) { i &+= 1 }
  return i
}

/// The same of float64, sixteen at a time. A nan is looked for by the bits, which raises no flag.
@inline(never) private func argDoubles<C: ArgChoice>(_ choice: C.Type, _ x: Bytes, _ count: Int) -> Int {
  let elements = x.assumingMemoryBound(to: Double.self)
  let infinity = laneBits(0x7FF0_0000_0000_0000)
  // The last vector may count some elements twice.
  let last = count &- 8
  var greatest = Lanes(at: x + last &* 8).magnitudeBits
  var i = 0
  while i < last {
    let bits = Lanes(at: x + i &* 8).magnitudeBits
    greatest = greatest.replacing(with: bits, where: bits .> greatest)
    i &+= 8
  }
  i = 0
  if any(greatest .> infinity) {
    while i < count && !elements[i].isNaN { i &+= 1 }
    return i
  }
  var first = Lanes(at: x), second = Lanes(at: x + last &* 8)
  while i &+ 16 <= count {
    first = C.better(Lanes(at: x + i &* 8), first)
    second = C.better(Lanes(at: x + i &* 8 + 64), second)
    i &+= 16
  }
  if i &+ 8 <= count { first = C.better(Lanes(at: x + i &* 8), first) }
  first = C.better(second, first)
  var best = first[0]
  for lane in 1..<8 where C.isBetter(first[lane], best) { best = first[lane] }
  i = 0
  while i < last && !any(Lanes(at: x + i &* 8) .== lanes(best)) { i &+= 8 }
  while i < count && elements[i] != best { i &+= 1 }
  return i
}
