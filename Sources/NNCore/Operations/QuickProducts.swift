import NNKernels

extension Context {
  /// The product of two arrays of floats of one type with one or two axes that fit; nil for all others.
  @inline(never) func quickProduct(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Value? {
    guard let a = x.plainArray, let b = y.plainArray, !Tracing.isOpen else { return nil }
    let type = a.value.type
    guard type == .float64 || type == .float32, b.value.type == type else { return nil }
    guard a.value.rank == 1 || a.value.rank == 2, b.value.rank == 1 || b.value.rank == 2,
      a.value.shape[a.value.rank &- 1] == b.value.shape[0], a.value.storage.value.pending == nil,
      b.value.storage.value.pending == nil
    else { return nil }
    // Such products may be put off.
    if a.value.rank == 2 && b.value.rank == 2 && b.value.shape[0] <= 4 && a.value.shape[0] > 8 { return nil }
    let left = Products.rowMatrix(a.value)
    let right = Products.columnMatrix(b.value)
    var shape = Dimensions()
    if a.value.rank == 2 { shape.append(left.rows) }
    if b.value.rank == 2 { shape.append(right.columns) }
    if shape.count == 0 {
      let place = ScalarSlots.place(NumPyScalar(type: type, bits: 0), slot: 3)
      try ArrayKernels.product(type, left, right, out: Products.target(place, 1, 1, type))
      return .some(.scalar(place.load(type)))
    }
    try Creation.check(shape, itemSize: type.size)
    guard let storage = Storage.allocate(byteCount: shape.product &* type.size) else {
      throw Creation.outOfMemory(shape, type)
    }
    let fresh = NDArray(owning: storage, type: type, shape: shape)
    try ArrayKernels.product(
      type, left, right, out: Products.target(fresh.mutableData, left.rows, right.columns, type))
    return .some(.array(Ref(fresh)))
  }

  /// `a.copy()` of numbers without gaps; nil for other arrays.
  @inline(never) func quickCopy(_ value: borrowing Value) -> Value? {
    guard let array = value.plainArray, !Tracing.isOpen, array.value.type.isNumber, array.value.isContiguous,
      let storage = Storage.allocate(byteCount: array.value.byteCount)
    else { return nil }
    let fresh = NDArray(owning: storage, type: array.value.type, shape: array.value.shape)
    fresh.mutableData.copy(from: array.value.data, byteCount: array.value.byteCount)
    return .some(.array(Ref(fresh)))
  }

  /// `a.reshape(m, n, …)` of numbers without gaps, by plain integers that fit; nil for all others.
  @inline(never) func quickReshape(_ arguments: Registers, _ count: Int) -> Value? {
    guard count >= 2, count <= 5, let array = arguments[0].plainArray, !Tracing.isOpen, array.value.type.isNumber,
      array.value.isContiguous, array.value.count > 0
    else { return nil }
    var shape = Dimensions()
    var known = 1
    var unknown = -1
    for index in 1..<count {
      guard let extent = arguments[index].asInt, extent != 0, extent <= array.value.count else { return nil }
      if extent < 0 {
        guard unknown < 0, extent == -1 else { return nil }
        unknown = index &- 1
      } else {
        known &*= extent
        guard known > 0, known <= array.value.count else { return nil }
      }
      shape.append(extent)
    }
    if unknown >= 0 {
      guard array.value.count % known == 0 else { return nil }
      shape[unknown] = array.value.count / known
    } else if known != array.value.count {
      return nil
    }
    let view = NDArray(
      storage: array.value.storage.copy(), offset: array.value.offset, type: array.value.type, shape: shape,
      strides: shape.contiguousStrides(itemSize: array.value.itemSize), isWriteable: array.value.isWriteable,
      isView: true)
    return .some(.array(Ref(view)))
  }
}
