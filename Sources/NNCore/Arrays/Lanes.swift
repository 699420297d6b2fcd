/// Walking an array's elements or the runs along one axis.
enum Lanes {
  /// Calls `body` with the byte offsets in two operands of each position of a shape, in C order.
  @inline(__always)
  static func forEach(
    _ shape: Dimensions, _ x: Dimensions, _ y: Dimensions, _ body: (Int, Int) throws(Fault) -> Void
  ) throws(Fault) {
    if shape.contains(0) { return }
    var position = Dimensions(repeating: 0, count: shape.count)
    var xOffset = 0
    var yOffset = 0
    while true {
      try body(xOffset, yOffset)
      var axis = shape.count &- 1
      while axis >= 0 {
        position[axis] &+= 1
        xOffset &+= x[axis]
        yOffset &+= y[axis]
        if position[axis] < shape[axis] { break }
        xOffset &-= x[axis] &* shape[axis]
        yOffset &-= y[axis] &* shape[axis]
        position[axis] = 0
        axis &-= 1
      }
      if axis < 0 { return }
    }
  }

  /// Calls `body` with the byte offset of each element, in C order.
  @inline(__always)
  static func forEach(_ shape: Dimensions, _ strides: Dimensions, _ body: (Int) throws(Fault) -> Void) throws(Fault) {
    try forEach(shape, strides, strides) { (offset, _) throws(Fault) in try body(offset) }
  }
}
