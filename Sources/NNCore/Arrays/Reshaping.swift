extension NDArray {
  /// The array in another shape, one of whose lengths may be -1: a view where the memory allows, else a copy.
  /// Throws ValueError where the number of elements differs.
  func reshaped(_ shape: Dimensions, order: MemoryOrder = .c) throws(Fault) -> NDArray {
    let target = try resolved(shape)
    try Creation.check(target, itemSize: itemSize)
    if isFortran(order) {
      let reversed = try transpose.reshaped(target.backwards)
      return reversed.transpose.asView(of: reversed)
    }
    if isContiguous {
      return view(offset: offset, shape: target, strides: target.contiguousStrides(itemSize: itemSize))
    }
    if let strides = Reshaping.strides(self.shape, self.strides, target, itemSize: itemSize) {
      return view(offset: offset, shape: target, strides: strides)
    }
    let copy = try copied(order: .c)
    return NDArray(owning: copy.storage.copy(), type: type, shape: target)
  }

  private func isFortran(_ order: MemoryOrder) -> Bool {
    switch order {
    case .fortran: true
    case .any: isFortranContiguous && !isContiguous
    case .c, .keep: false
    }
  }

  /// The same view, which owns its memory where `other` does.
  private consuming func asView(of other: borrowing NDArray) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
      isView: other.isView)
  }

  /// The shape with its -1 replaced.
  private func resolved(_ shape: Dimensions) throws(Fault) -> Dimensions {
    var unknown: Int? = nil
    var known = 1
    var overflows = false
    for axis in 0..<shape.count {
      if shape[axis] < 0 {
        guard shape[axis] == -1 || unknown == nil else { throw mismatch(shape) }
        if unknown != nil { throw Fault(.valueError, "can only specify one unknown dimension") }
        unknown = axis
      } else {
        let (product, overflow) = known.multipliedReportingOverflow(by: shape[axis])
        known = product
        overflows = overflows || overflow
      }
    }
    if shape.contains(0) { (known, overflows) = (0, false) }
    if overflows { throw mismatch(shape) }
    guard let unknown else {
      if known != count { throw mismatch(shape) }
      return shape
    }
    guard known != 0 && count % known == 0 else { throw mismatch(shape) }
    return shape.replacing(unknown, with: count / known)
  }

  private func mismatch(_ shape: Dimensions) -> Fault {
    // NumPy leaves out unknown lengths in front.
    let names = shape.drop(while: { $0 < 0 }).map { $0 < 0 ? "newaxis" : String($0) }
    let text = shape.count == 1 ? shape.compactText : "(" + names.joined(separator: ",") + ")"
    return Fault(
      .valueError, "cannot reshape array of size \(count) into shape \(text)", operands: [self.shape.text])
  }

  /// All elements along one axis without gaps: a view where they stand so, else a copy.
  func raveled(order: MemoryOrder = .c) throws(Fault) -> NDArray {
    if order == .keep && !isContiguous {
      return try permuted(Layout.axisOrder(shape, strides).backwards).raveled()
    }
    if isFortran(order) { return try transpose.raveled() }
    let flat = Dimensions(count)
    if isContiguous { return view(offset: offset, shape: flat, strides: Dimensions(itemSize)) }
    let copy = try copied(order: .c)
    return NDArray(owning: copy.storage.copy(), type: type, shape: flat)
  }

  /// A copy of all elements along one axis.
  func flattened(order: MemoryOrder = .c) throws(Fault) -> NDArray {
    let flat = try raveled(order: order)
    return flat.isView ? try flat.copied() : flat
  }
}

/// Finding strides for a shape in memory that has another one.
enum Reshaping {
  /// The strides with which memory of one shape is walked in C order in another one; nil where only a copy helps.
  /// NumPy's `_attempt_nocopy_reshape`.
  static func strides(
    _ shape: Dimensions, _ strides: Dimensions, _ target: Dimensions, itemSize: Int
  ) -> Dimensions? {
    var oldShape = Dimensions()
    var oldStrides = Dimensions()
    for axis in 0..<shape.count where shape[axis] != 1 {
      oldShape.append(shape[axis])
      oldStrides.append(strides[axis])
    }
    if target.contains(0) { return target.contiguousStrides(itemSize: itemSize) }
    var result = Dimensions(repeating: 0, count: target.count)
    var oldStart = 0
    var newStart = 0
    var oldEnd = 1
    var newEnd = 1
    while newStart < target.count && oldStart < oldShape.count {
      var newCount = target[newStart]
      var oldCount = oldShape[oldStart]
      while newCount != oldCount {
        if newCount < oldCount {
          guard newEnd < target.count else { return nil }
          newCount &*= target[newEnd]
          newEnd &+= 1
        } else {
          guard oldEnd < oldShape.count else { return nil }
          oldCount &*= oldShape[oldEnd]
          oldEnd &+= 1
        }
      }
      for axis in oldStart..<max(oldEnd &- 1, oldStart)
      where oldStrides[axis] != oldShape[axis &+ 1] &* oldStrides[axis &+ 1] { return nil }
      result[newEnd &- 1] = oldStrides[oldEnd &- 1]
      var axis = newEnd &- 1
      while axis > newStart {
        result[axis &- 1] = result[axis] &* target[axis]
        axis &-= 1
      }
      newStart = newEnd
      newEnd &+= 1
      oldStart = oldEnd
      oldEnd &+= 1
    }
    let last = newStart > 0 ? result[newStart &- 1] : itemSize
    for axis in newStart..<max(target.count, newStart) { result[axis] = last }
    return result
  }
}
