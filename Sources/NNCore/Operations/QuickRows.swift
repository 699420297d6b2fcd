import NNKernels

// The short way for what is not in C order or has to broadcast: arrays of one type with one or two axes, such as parts of
// a matrix, a matrix and a row or a column, or a part and a number.

extension NDArray {
  /// The array as rows of a result of `rows` times `columns` elements, to which its shape broadcasts.
  @inline(__always) fileprivate func rowOperand(_ rows: Int, _ columns: Int) -> RowOperand {
    let last = shape.count &- 1
    let stride = shape[last] == 1 && columns > 1 ? 0 : strides[last]
    let rowStride = last == 0 || (shape[0] == 1 && rows > 1) ? 0 : strides[0]
    return RowOperand(data, rowStride, stride)
  }

  /// Whether it has one axis, or two of which the last has the smaller steps: results are then in C order. What has yet to
  /// be made has ways of its own.
  @inline(__always) fileprivate var hasRows: Bool {
    if storage.value.pending != nil { return false }
    if shape.count == 1 { return true }
    guard shape.count == 2 else { return false }
    return shape[0] == 1 || shape[1] == 1 || strides[0].magnitude >= strides[1].magnitude
  }
}

extension Context {
  /// `x op y`, or `x op= y`, row by row; nil where it is not for these operands. `result` is the type of the result where
  /// it is not the operands'.
  @inline(never) func quickRows(
    _ operation: BinaryOperation, _ name: StaticString, _ result: ElementType?, _ x: borrowing Value,
    _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    guard let a = x.plainArray else {
      guard !inPlace, result == nil, let b = y.plainArray, b.value.hasRows, let number = x.quickElement(b.value.type)
      else { return nil }
      let place = RowOperand(ScalarSlots.place(number, slot: 0), 0, 0)
      return try runRows(operation, name, result, b.value.shape, nil, b, place, false)
    }
    guard a.value.hasRows else { return nil }
    guard let b = y.plainArray else {
      guard let number = y.quickElement(a.value.type) else { return nil }
      let place = RowOperand(ScalarSlots.place(number, slot: 0), 0, 0)
      return try runRows(operation, name, result, a.value.shape, a, nil, place, inPlace)
    }
    guard b.value.hasRows, a.value.type == b.value.type,
      let shape = Broadcasting.shape(a.value.shape, b.value.shape), !inPlace || shape == a.value.shape
    else { return nil }
    if inPlace && a.value.sharesStorage(with: b.value) && !a.value.isSameView(as: b.value) { return nil }
    return try runRows(operation, name, result, shape, a, b, RowOperand(a.value.data, 0, 0), inPlace)
  }

  /// The loop; `number` stands for the operand that is no array.
  @inline(__always)
  private func runRows(
    _ operation: BinaryOperation, _ name: StaticString, _ result: ElementType?, _ shape: Dimensions,
    _ a: Unowned<NDArray>?, _ b: Unowned<NDArray>?, _ number: RowOperand, _ inPlace: Bool
  ) throws(Fault) -> Value? {
    let (count, last) = (shape.product, shape.count &- 1)
    guard count > 0, count <= 1 << 20, let type = a?.value.type ?? b?.value.type,
      type == .float64 || type == .float32 || (type == .int64 && operation != .divide),
      let loop = binaryLoop(operation, type)
    else { return nil }
    let (rows, columns) = (last == 0 ? 1 : shape[0], shape[last])
    let left = a?.value.rowOperand(rows, columns) ?? number
    let right = b?.value.rowOperand(rows, columns) ?? number
    let warns = type.isFloat && result == nil
    if inPlace || result == nil, let target = reusable(a, b, shape, inPlace) {
      if inPlace && !target.value.isWriteable { return nil }
      if warns { FloatingPointWarnings.prepare() }
      RowOperand.run(loop, rows, columns, out: target.value.rowOperand(rows, columns), x: left, y: right)
      if warns { FloatingPointWarnings.record(name.description) }
      return .some(.array(target.owned()))
    }
    let kind = result ?? type
    guard let storage = Storage.allocate(byteCount: count &* kind.size) else {
      throw Creation.outOfMemory(shape, kind)
    }
    let fresh = NDArray(owning: storage, type: kind, shape: shape)
    if warns { FloatingPointWarnings.prepare() }
    let out = RowOperand(fresh.mutableData, columns &* kind.size, kind.size)
    RowOperand.run(loop, rows, columns, out: out, x: left, y: right)
    if warns { FloatingPointWarnings.record(name.description) }
    return .some(.array(Ref(fresh)))
  }

  /// The operand that the result is written into, if any.
  @inline(__always)
  private func reusable(
    _ a: Unowned<NDArray>?, _ b: Unowned<NDArray>?, _ shape: Dimensions, _ inPlace: Bool
  ) -> Unowned<NDArray>? {
    if inPlace { return a }
    if let a, a.isUnique && a.value.isReusable && a.value.shape == shape { return a }
    if let b, b.isUnique && b.value.isReusable && b.value.shape == shape { return b }
    return nil
  }
}
