/// NumPy's broadcasting of shapes and strides.
enum Broadcasting {
  /// The shape to which both broadcast; nil where they do not.
  @inline(__always) static func shape(_ x: Dimensions, _ y: Dimensions) -> Dimensions? {
    if x == y || y.count == 0 { return x }
    if x.count == 0 { return y }
    let wide = x.count >= y.count
    var result = wide ? x : y
    let other = wide ? y : x
    let shift = result.count &- other.count
    for axis in 0..<other.count {
      let extent = other[axis]
      if result[axis &+ shift] == extent || extent == 1 { continue }
      if result[axis &+ shift] != 1 { return nil }
      result[axis &+ shift] = extent
    }
    return result
  }

  /// The strides with which an array walks a larger shape that it broadcasts to: zero along repeated axes.
  @inline(__always)
  static func strides(_ strides: Dimensions, of shape: Dimensions, in target: Dimensions) -> Dimensions {
    var result = Dimensions(repeating: 0, count: target.count)
    let shift = target.count &- shape.count
    for axis in 0..<shape.count where shape[axis] == target[axis &+ shift] {
      result[axis &+ shift] = shape[axis] == 1 ? 0 : strides[axis]
    }
    return result
  }

  /// Whether an array of `shape` broadcasts to `target` without changing that.
  static func fits(_ shape: Dimensions, into target: Dimensions) -> Bool {
    guard shape.count <= target.count else { return false }
    let shift = target.count &- shape.count
    for axis in 0..<shape.count where shape[axis] != 1 && shape[axis] != target[axis &+ shift] { return false }
    return true
  }

  /// The error of an elementwise function whose operands do not fit, with NumPy's trailing space.
  @inline(never) static func mismatch(_ shapes: [Dimensions]) -> Fault {
    let texts = shapes.map(\.compactText)
    return Fault(
      .valueError, "operands could not be broadcast together with shapes " + texts.map { $0 + " " }.joined(),
      operands: shapes.map(\.text), hint: Broadcasting.hint(shapes))
  }

  /// What may have been meant: a column where the leading axes agree.
  private static func hint(_ shapes: [Dimensions]) -> String? {
    guard shapes.count == 2 else { return nil }
    for (wide, narrow) in [(shapes[0], shapes[1]), (shapes[1], shapes[0])]
    where wide.count == 2 && narrow.count == 1 && wide[0] == narrow[0] {
      return "with [:, None] the \(narrow.text) operand becomes a column of shape (\(narrow[0]), 1)"
    }
    return nil
  }

  /// Assignment's error.
  @inline(never) static func assignmentMismatch(_ source: Dimensions, into target: Dimensions) -> Fault {
    Fault(
      .valueError,
      "could not broadcast input array from shape \(source.compactText) into shape \(target.compactText)",
      operands: [target.text, source.text])
  }
}

extension NDArray {
  /// A read-only view of a larger shape, NumPy's `broadcast_to`. Throws ValueError where it does not fit.
  func broadcast(to target: Dimensions) throws(Fault) -> NDArray {
    if target.contains(where: { $0 < 0 }) {
      throw Fault(.valueError, "all elements of broadcast shape must be non-negative")
    }
    if shape.count > target.count {
      throw Fault(.valueError, "input operand has more dimensions than allowed by the axis remapping")
    }
    guard Broadcasting.fits(shape, into: target) else {
      throw Fault(
        .valueError,
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
          + "\(shape.compactText)  and requested shape \(target.compactText)", operands: [shape.text])
    }
    try Creation.check(target, itemSize: itemSize)
    var result = broadcastView(target)
    result.isWriteable = false
    return result
  }

  /// A view of a shape that this array is known to broadcast to.
  func broadcastView(_ target: Dimensions) -> NDArray {
    view(offset: offset, shape: target, strides: Broadcasting.strides(strides, of: shape, in: target))
  }
}
