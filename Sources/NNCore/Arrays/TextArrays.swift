import NNKernels

/// Functions of arrays of text.
enum TextArrays {
  /// The elements of two arrays joined, one behind the other. Throws ValueError where the shapes do not broadcast.
  static func concatenated(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray {
    guard let shape = Broadcasting.shape(x.shape, y.shape) else { throw Broadcasting.mismatch([x.shape, y.shape]) }
    let type: ElementType
    switch (x.type, y.type) {
    case (.text(let a), .text(let b)): type = .text(a &+ b)
    case (.bytes(let a), .bytes(let b)): type = .bytes(a &+ b)
    default: throw Ufunc.add.noLoop(for: Promotion.common(x.type, y.type))
    }
    let out = try Creation.empty(shape, type)
    let a = x.broadcastView(shape)
    let b = y.broadcastView(shape)
    let size = type.size
    let (left, right, target, leftType, rightType) = (a.data, b.data, out.mutableData, x.type, y.type)
    var place = 0
    try Lanes.forEach(shape, a.strides, b.strides) { (first, second) throws(Fault) in
      let units = ElementText.units(left.advanced(by: first), leftType)
      ElementText.store(
        units + ElementText.units(right.advanced(by: second), rightType), target.advanced(by: place), type)
      place &+= size
      if place & 0xFFFFF == 0 { try Interrupts.check() }
    }
    return out
  }
}
