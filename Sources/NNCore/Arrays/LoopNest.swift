/// The iteration space of up to four operands: axes of length one are dropped, axes that follow each other without
/// gaps in every operand are one, and the axis with the smallest steps is innermost. What is left runs as two-level
/// loops (panels) inside an odometer over the outer axes.
struct LoopNest {
  private(set) var shape: Dimensions
  private var strides: InlineArray<4, Dimensions>
  let operands: Int

  /// A nest over `shape`, whose operands follow in order: the first one is what the axes are ordered by first.
  init(
    _ shape: Dimensions, _ first: Dimensions, _ second: Dimensions, _ third: Dimensions? = nil,
    _ fourth: Dimensions? = nil
  ) {
    self.shape = shape
    strides = [first, second, third ?? Dimensions(), fourth ?? Dimensions()]
    operands = fourth != nil ? 4 : (third != nil ? 3 : 2)
    dropUnitAxes()
    if self.shape.count > 1 {
      orderAxes()
      coalesce()
    }
  }

  private mutating func dropUnitAxes() {
    var kept = 0
    for axis in 0..<shape.count where shape[axis] != 1 {
      if kept != axis { move(axis, to: kept) }
      kept &+= 1
    }
    truncate(to: kept)
  }

  private mutating func move(_ axis: Int, to place: Int) {
    shape[place] = shape[axis]
    for operand in 0..<operands { strides[operand][place] = strides[operand][axis] }
  }

  private mutating func truncate(to count: Int) {
    shape.truncate(to: count)
    for operand in 0..<operands { strides[operand].truncate(to: count) }
  }

  /// Insertion sort by the operands' steps, the largest outside.
  private mutating func orderAxes() {
    for axis in 1..<shape.count {
      var place = axis
      while place > 0 && isInner(place &- 1, of: place) {
        shape.swapAt(place, place &- 1)
        for operand in 0..<operands { strides[operand].swapAt(place, place &- 1) }
        place &-= 1
      }
    }
  }

  /// Whether `axis` should be nested inside `other`: by the first operand whose steps differ.
  @inline(__always) private func isInner(_ axis: Int, of other: Int) -> Bool {
    for operand in 0..<operands {
      let step = strides[operand][axis].magnitude
      let otherStep = strides[operand][other].magnitude
      if step != otherStep && step != 0 && otherStep != 0 { return step < otherStep }
    }
    return false
  }

  private mutating func coalesce() {
    var place = 0
    for axis in 1..<shape.count {
      if continues(place, axis) {
        shape[place] &*= shape[axis]
        for operand in 0..<operands { strides[operand][place] = strides[operand][axis] }
      } else {
        place &+= 1
        move(axis, to: place)
      }
    }
    truncate(to: place &+ 1)
  }

  /// Whether a step along `outer` is a whole run along `inner` in all operands.
  @inline(__always) private func continues(_ outer: Int, _ inner: Int) -> Bool {
    for operand in 0..<operands
    where strides[operand][outer] != strides[operand][inner] &* shape[inner] { return false }
    return true
  }

  var rows: Int { @inline(__always) get { shape.count > 1 ? shape[shape.count &- 2] : 1 } }
  var columns: Int { @inline(__always) get { shape.count > 0 ? shape[shape.count &- 1] : 1 } }

  /// The step of an operand from row to row of a panel.
  @inline(__always) func rowStride(_ operand: Int) -> Int {
    shape.count > 1 ? strides[operand & 3][shape.count &- 2] : 0
  }

  /// The step of an operand within a row of a panel.
  @inline(__always) func stride(_ operand: Int) -> Int {
    shape.count > 0 ? strides[operand & 3][shape.count &- 1] : 0
  }

  /// Runs `body` for each panel with the byte offsets of the operands. Throws what `body` throws.
  @inline(__always)
  func forEachPanel(_ body: (_ offsets: InlineArray<4, Int>) throws(Fault) -> Void) throws(Fault) {
    var offsets = InlineArray<4, Int>(repeating: 0)
    if shape.contains(0) { return }
    let outer = shape.count &- 2
    if outer <= 0 { return try body(offsets) }
    var position = Dimensions(repeating: 0, count: outer)
    while true {
      try body(offsets)
      var axis = outer &- 1
      while axis >= 0 {
        position[axis] &+= 1
        for operand in 0..<operands { offsets[operand] &+= strides[operand][axis] }
        if position[axis] < shape[axis] { break }
        for operand in 0..<operands { offsets[operand] &-= strides[operand][axis] &* shape[axis] }
        position[axis] = 0
        axis &-= 1
      }
      if axis < 0 { return }
    }
  }
}
