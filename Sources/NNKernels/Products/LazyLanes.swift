/// Products with a product that is put off, several of whose rows stand side by side in the lanes of vectors: an element
/// of it is made, bounded and multiplied in registers, and no sum goes across lanes.
enum LazyLanes<V: ProductVector> {
  typealias Scalar = V.Scalar
  typealias Element = UnsafeMutablePointer<Scalar>
  typealias Source = LazyBlocks<V>.Source

  /// Columns of the other factor at most.
  static var mostColumns: Int { 8 }

  /// Rows of a block for so many columns of the other factor.
  static func height(_ count: Int) -> Int { (count <= 4 ? 4 : 2) &* V.width }

  /// As many columns as there is a loop for.
  static func padded(_ count: Int) -> Int { count <= 4 ? count : count <= 6 ? 6 : 8 }

  /// A block of rows of the product with `right`, a matrix of `count` (padded) columns, to `out`, column after column.
  /// `turned` has the left factor's rows side by side: those of one term follow those of another after `stride`
  /// elements.
  @inline(never) static func multiply(
    _ terms: Int, _ count: Int, _ columns: Int, _ source: Source, _ turned: Element, _ stride: Int, _ right: Element,
    _ out: Element
  ) {
    switch terms {
    case 1: multiply(count, columns, source, turned, stride, right, out, InlineArray<1, Int>(repeating: 0))
    case 2: multiply(count, columns, source, turned, stride, right, out, InlineArray<2, Int>(repeating: 0))
    case 3: multiply(count, columns, source, turned, stride, right, out, InlineArray<3, Int>(repeating: 0))
    default: multiply(count, columns, source, turned, stride, right, out, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func multiply<let K: Int>(
    _ count: Int, _ columns: Int, _ source: Source, _ turned: Element, _ stride: Int, _ right: Element, _ out: Element,
    _ terms: InlineArray<K, Int>
  ) {
    let tall = InlineArray<4, V>(repeating: V.zero), low = InlineArray<2, V>(repeating: V.zero)
    switch count {
    case 1: block(columns, source, turned, stride, right, out, terms, InlineArray<1, Int>(repeating: 0), tall)
    case 2: block(columns, source, turned, stride, right, out, terms, InlineArray<2, Int>(repeating: 0), tall)
    case 3: block(columns, source, turned, stride, right, out, terms, InlineArray<3, Int>(repeating: 0), tall)
    case 4: block(columns, source, turned, stride, right, out, terms, InlineArray<4, Int>(repeating: 0), tall)
    case 6: block(columns, source, turned, stride, right, out, terms, InlineArray<6, Int>(repeating: 0), low)
    default: block(columns, source, turned, stride, right, out, terms, InlineArray<8, Int>(repeating: 0), low)
    }
  }

  @inline(never) private static func block<let K: Int, let C: Int, let R: Int>(
    _ columns: Int, _ source: Source, _ turned: Element, _ stride: Int, _ right: Element, _ out: Element,
    _ terms: InlineArray<K, Int>, _ count: InlineArray<C, Int>, _ zeros: InlineArray<R, V>
  ) {
    let w = V.width
    var left = InlineArray<K, InlineArray<R, V>>(repeating: zeros)
    var sums = InlineArray<C, InlineArray<R, V>>(repeating: zeros)
    for t in 0..<K { for r in 0..<R { left[t][r] = V.load(turned + t &* stride + r &* w) } }
    let limit = V(splat: source.bound)
    var b = source.b, added = source.row, q = right
    for _ in 0..<columns {
      let row = V(splat: added[0])
      for r in 0..<R {
        var value = V.zero.adding(V(splat: b[0]), times: left[0][r])
        for t in 1..<K { value = value.adding(V(splat: b[t &* source.bStride]), times: left[t][r]) }
        value = (value + row).atLeast(limit)
        for c in 0..<C { sums[c][r] = sums[c][r].adding(V(splat: q[c]), times: value) }
      }
      b += 1
      added += 1
      q += C
    }
    for c in 0..<C { for r in 0..<R { sums[c][r].store(out + (c &* R &+ r) &* w) } }
  }
}
