/// The iteration space of up to four operands: axes of length one are dropped, axes that follow each other without
/// gaps in every operand are one, and the axis with the smallest steps is innermost. What is left runs as two-level
/// loops (panels) inside an odometer over the outer axes.
///
/// Its methods are mutating because the compiler would copy the whole nest for a look at one of its axes.
struct LoopNest {
  private var extents = InlineArray<16, Int>(repeating: 1)
  /// The steps of all operands along each axis.
  private var steps = InlineArray<16, SIMD4<Int>>(repeating: SIMD4())
  private var count = 0
  private var isEmpty = false
  /// The panels: as many rows of as many elements, and the operands' steps from row to row and within a row.
  private(set) var rows = 1
  private(set) var columns = 1
  private(set) var rowSteps = SIMD4<Int>()
  private(set) var columnSteps = SIMD4<Int>()

  /// Panels with fewer elements get the longest of the outer axes for their rows.
  private static let smallPanel = 256

  /// A nest over `shape`, whose operands follow in order: the first one is what the axes are ordered by first.
  @inline(never)
  init(_ shape: Dimensions, _ first: Dimensions, _ second: Dimensions) {
    for axis in 0..<shape.count { insert(shape[axis], SIMD4(first[axis], second[axis], 0, 0)) }
    finish()
  }

  @inline(never)
  init(_ shape: Dimensions, _ first: Dimensions, _ second: Dimensions, _ third: Dimensions) {
    for axis in 0..<shape.count { insert(shape[axis], SIMD4(first[axis], second[axis], third[axis], 0)) }
    finish()
  }

  @inline(never)
  init(_ shape: Dimensions, _ first: Dimensions, _ second: Dimensions, _ third: Dimensions, _ fourth: Dimensions) {
    for axis in 0..<shape.count { insert(shape[axis], SIMD4(first[axis], second[axis], third[axis], fourth[axis])) }
    finish()
  }

  /// Adds an axis to those before it, which are sorted by their steps, the largest outside.
  @inline(__always) private mutating func insert(_ extent: Int, _ step: SIMD4<Int>) {
    if extent == 1 { return }
    if extent == 0 { isEmpty = true }
    var place = count
    while place > 0 && LoopNest.isInner(steps[(place &- 1) & 15], of: step) {
      extents[place & 15] = extents[(place &- 1) & 15]
      steps[place & 15] = steps[(place &- 1) & 15]
      place &-= 1
    }
    extents[place & 15] = extent
    steps[place & 15] = step
    count &+= 1
  }

  /// Whether one axis should be nested inside another: by the first operand whose steps differ.
  @inline(__always) private static func isInner(_ axis: SIMD4<Int>, of other: SIMD4<Int>) -> Bool {
    for operand in 0..<4 {
      let step = axis[operand].magnitude
      let otherStep = other[operand].magnitude
      if step != otherStep && step != 0 && otherStep != 0 { return step < otherStep }
    }
    return false
  }

  @inline(__always) private mutating func finish() {
    if count > 1 { coalesce() }
    if count > 2 { widenSmallPanel() }
    if count > 0 {
      columns = extents[(count &- 1) & 15]
      columnSteps = steps[(count &- 1) & 15]
    }
    if count > 1 {
      rows = extents[(count &- 2) & 15]
      rowSteps = steps[(count &- 2) & 15]
    }
  }

  /// Makes one of two axes where a step along the outer is a whole run along the inner in all operands.
  @inline(__always) private mutating func coalesce() {
    var place = 0
    for axis in 1..<count {
      if steps[place & 15] == steps[axis & 15] &* SIMD4(repeating: extents[axis & 15]) {
        extents[place & 15] &*= extents[axis & 15]
      } else {
        place &+= 1
        extents[place & 15] = extents[axis & 15]
      }
      steps[place & 15] = steps[axis & 15]
    }
    count = place &+ 1
  }

  private mutating func widenSmallPanel() {
    let row = count &- 2
    if extents[row & 15] &* extents[(row &+ 1) & 15] >= LoopNest.smallPanel { return }
    var longest = row
    for axis in 0..<row where extents[axis & 15] > extents[longest & 15] { longest = axis }
    if longest == row { return }
    let (extent, step) = (extents[row & 15], steps[row & 15])
    extents[row & 15] = extents[longest & 15]
    steps[row & 15] = steps[longest & 15]
    extents[longest & 15] = extent
    steps[longest & 15] = step
  }

  /// Runs `body` for each panel with the byte offsets of the operands. Throws what `body` throws.
  @inline(__always)
  mutating func forEachPanel(_ body: (_ offsets: SIMD4<Int>) throws(Fault) -> Void) throws(Fault) {
    if isEmpty { return }
    var offsets = SIMD4<Int>()
    let outer = count &- 2
    if outer <= 0 { return try body(offsets) }
    var position = InlineArray<16, Int>(repeating: 0)
    while true {
      try body(offsets)
      var axis = outer &- 1
      while axis >= 0 {
        position[axis & 15] &+= 1
        offsets &+= steps[axis & 15]
        if position[axis & 15] < extents[axis & 15] { break }
        offsets &-= steps[axis & 15] &* SIMD4(repeating: extents[axis & 15])
        position[axis & 15] = 0
        axis &-= 1
      }
      if axis < 0 { return }
    }
  }
}
