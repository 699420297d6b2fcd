import NNKernels

// What the methods of ufuncs do: folds along an axis by any function of two arguments.

extension Ufunc {
  static let byName: [String: Ufunc] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The reduction that has kernels of its own for this function.
  var reduction: Reduction? {
    switch kernel {
    case .binary(.add): .sum
    case .binary(.multiply): .product
    case .binary(.maximum): .maximum
    case .binary(.minimum): .minimum
    case .binary(.logicalAnd): .all
    case .binary(.logicalOr): .any
    default: nil
    }
  }

  /// Whether the order of the operands of a fold does not matter.
  private var isReorderable: Bool {
    switch kernel {
    case .binary(.subtract), .binary(.divide), .binary(.floorDivide), .binary(.remainder), .binary(.power),
      .binary(.fmod), .binary(.arctan2), .binary(.copysign), .binary(.leftShift), .binary(.rightShift),
      .binary(.nextafter), .binary(.heaviside), .binary(.ldexp), .binary(.lcm):
      false
    default: true
    }
  }

  /// The value that a fold of nothing gives.
  func identity(_ type: ElementType) -> NumPyScalar? {
    switch UfuncTable.entries[name]?.identity ?? .none {
    case .none: nil
    case .integer(let value): try? NumPyScalar(value).converted(to: type)
    case .real(let value): try? NumPyScalar(value).converted(to: type)
    case .truth(let value): try? NumPyScalar(value).converted(to: type)
    }
  }

  /// NumPy's `ufunc.reduce` over one or more axes, of the elements that a mask lets through where there is one. Throws
  /// AxisError, and ValueError for nothing to fold or for several axes where their order matters.
  func reduce(
    _ x: borrowing NDArray, axes: Dimensions?, keepDimensions: Bool, type: ElementType?, initial: NumPyScalar?,
    mask: consuming Ref<NDArray>? = nil
  ) throws(Fault) -> NDArray {
    guard let reduction, x.type.isNumber, type != .object else {
      return try reduceSlowly(x, axes, keepDimensions, type, initial, mask)
    }
    guard let mask else {
      return try reduction.reduce(x, axes: axes, keepDimensions: keepDimensions, type: type, initial: initial)
    }
    return try reduction.reduce(
      x, mask: mask.value, axes: axes, keepDimensions: keepDimensions, type: type, initial: initial)
  }

  /// The reduction as a fold of slices, of the elements that a mask lets through where there is one.
  func reduceSlowly(
    _ x: borrowing NDArray, _ axes: Dimensions?, _ keepDimensions: Bool, _ type: ElementType?, _ initial: NumPyScalar?,
    _ mask: consuming Ref<NDArray>? = nil
  ) throws(Fault) -> NDArray {
    if x.type.isText {
      let text = DType(x.type).text
      if name == "add", case .text(let length) = x.type {
        throw Fault(
          .typeError,
          "the resolved dtypes are not compatible with add.reduce. Resolved (\(text), \(text), "
            + "\(DType(.text(2 &* length)).text))")
      }
      throw Fault(
        .noLoopError,
        "ufunc '\(name)' did not contain a loop with signature matching types (\(text), \(text)) -> None")
    }
    // The axis of a number is none.
    if x.rank == 0, let only = axes, only.count == 1, only[0] == 0 || only[0] == -1 {
      return try reduceSlowly(x, nil, keepDimensions, type, initial, mask)
    }
    let places = try Axes.normalized(axes, rank: x.rank)
    if places.count > 1 && !isReorderable {
      _ = try start(x, type)
      throw Fault(
        .valueError, "reduction operation '\(name)' is not reorderable, so at most one axis may be specified")
    }
    var result = try start(x, type)
    if initial == nil && mask == nil && x.rank > 0 {
      for axis in places.sorted(by: >) {
        result = try fold(result, axis)
        if keepDimensions { result = try result.reshaped(result.shape.inserting(1, at: axis)) }
      }
      return result
    }
    var chosen: Ref<NDArray>?
    if let mask { chosen = Ref(try mask.value.cast(to: .bool).broadcast(to: x.shape).joiningAxes(places)) }
    result = try fold(try result.joiningAxes(places), x.rank &- places.count, initial, chosen)
    if !keepDimensions { return result }
    var whole = x.shape
    for axis in places { whole[axis] = 1 }
    return try result.reshaped(whole)
  }

  /// The operand of a fold in the type it is computed in.
  private func start(_ x: borrowing NDArray, _ type: ElementType?) throws(Fault) -> NDArray {
    if let type { return try x.cast(to: type) }
    if name == "logical_xor" && x.type.isNumber { return try x.cast(to: .bool) }
    if isComparison && x.type != .bool {
      throw Fault(.typeError, "No loop matching the specified signature and casting was found for ufunc \(name)")
    }
    let computing = try computingType(x.type)
    return computing == x.type ? x.view() : try x.cast(to: computing)
  }

  /// A fold along one axis. Halves along an axis of the smallest step stay in 32 bits until the end, as in NumPy's loops.
  private func fold(
    _ x: borrowing NDArray, _ axis: Int, _ initial: NumPyScalar? = nil, _ mask: consuming Ref<NDArray>? = nil,
    isStretch: Bool = false
  ) throws(Fault) -> NDArray {
    if x.type == .float16, keepsHalvesWide, !Reduction.addsRows(x, Dimensions(axis)) {
      return try fold(try x.cast(to: .float32), axis, initial?.converted(to: .float16), mask).cast(to: .float16)
    }
    let length = x.shape[axis]
    var result: NDArray
    var first = 0
    if let initial = initial ?? (mask == nil ? nil : identity(x.type)) {
      result = try Creation.full(x.shape.removing(axis), initial.cast(to: x.type))
    } else if length == 0 {
      guard let identity = identity(x.type) else {
        throw Fault(.valueError, "zero-size array to reduction operation \(name) which has no identity")
      }
      return try Creation.full(x.shape.removing(axis), identity)
    } else {
      result = try x.dropping(axis, at: 0).copied()
      // As if 0 came first, but in a stretch of `reduceat`.
      if !isStretch, case .binary(.hypot) = kernel { result = try Ufunc.absolute.unary(result) }
      first = 1
    }
    for index in first..<max(length, first) {
      let next = try binary(result, x.dropping(axis, at: index))
      switch mask {
      case .none: result = next
      case .some(let mask):
        result = try Selection.select(mask.value.dropping(axis, at: index), next, result, type: next.type)
      }
      if index & 0xFF == 0xFF { try Interrupts.check() }
    }
    return result
  }

  /// Whether NumPy's loop of halves keeps what it has folded in 32 bits.
  private var keepsHalvesWide: Bool {
    switch kernel {
    case .binary(.add), .binary(.subtract), .binary(.multiply), .binary(.divide): true
    default: false
    }
  }

  /// NumPy's `ufunc.accumulate`: the results of all beginnings of an axis.
  func accumulate(_ x: borrowing NDArray, axis: Int, type: ElementType?) throws(Fault) -> NDArray {
    if x.rank == 0 { throw Fault(.typeError, "cannot accumulate on a scalar") }
    let place = try Axes.normalized(axis, rank: x.rank)
    if x.type != .bool || type != nil, x.type.isNumber {
      if name == "add" { return try Statistics.cumulative(.sum, x, axis: place, type: type) }
      if name == "multiply" { return try Statistics.cumulative(.product, x, axis: place, type: type) }
    }
    var source = try start(x, type ?? (x.type == .bool && reduction?.computingType(.bool) == .int64 ? .int64 : nil))
    if resultType(source.type) != source.type { source = try source.cast(to: resultType(source.type)) }
    let out = try source.copied(order: .c)
    for index in 1..<max(source.shape[place], 1) {
      let next = try binary(out.dropping(place, at: index &- 1), source.dropping(place, at: index))
      try out.dropping(place, at: index).assign(next)
      if index & 0xFF == 0xFF { try Interrupts.check() }
    }
    return out
  }

  /// NumPy's `ufunc.reduceat`: folds of the stretches that begin at the indices. Throws IndexError.
  func reduceAt(
    _ x: borrowing NDArray, _ indices: [Int], axis: Int, type: ElementType?
  ) throws(Fault) -> NDArray {
    if x.rank == 0 { throw Fault(.typeError, "cannot reduceat on a scalar") }
    let place = try Axes.normalized(axis, rank: x.rank)
    let length = x.shape[place]
    var parts = List<Ref<NDArray>>()
    for start in indices where start < 0 || start >= length {
      throw Fault(.indexError, "index \(start) out-of-bounds in \(name).reduceat [0, \(length))")
    }
    let wanted = type ?? (x.type.isNumber ? reduction?.computingType(x.type) : nil)
    for (number, start) in indices.enumerated() {
      let end = number &+ 1 < indices.count && indices[number &+ 1] > start ? indices[number &+ 1] : nil
      let isLast = number &+ 1 == indices.count
      let part = x.sliced(place, start, end ?? (isLast ? length : start &+ 1))
      parts.append(Ref(try stretch(part, place, wanted)))
    }
    if parts.isEmpty { return try Creation.empty(x.shape.replacing(place, with: 0), x.type) }
    return try Joining.concatenate(parts, axis: place)
  }

  /// The fold of one stretch, which begins with its first element.
  private func stretch(_ part: borrowing NDArray, _ axis: Int, _ type: ElementType?) throws(Fault) -> NDArray {
    guard let reduction, part.type.isNumber, let type, type != .object, reduction != .all, reduction != .any else {
      if part.shape[axis] == 1, !isComparison, !isLogical { return try start(part, type) }
      return try reduceLane(part, axis, type)
    }
    let computing = type.computingType
    let source = try part.cast(to: type).cast(to: computing)
    let result = try source.sliced(axis, 0, 1).copied()
    if part.shape[axis] > 1 {
      try reduction.extend(result, with: source.sliced(axis, 1, part.shape[axis]), axis: axis)
    }
    return type == computing ? result : try result.cast(to: type)
  }

  private func reduceLane(_ part: borrowing NDArray, _ axis: Int, _ type: ElementType?) throws(Fault) -> NDArray {
    if part.type == .float16, type == nil || type == .float16, keepsHalvesWide {
      let wide = try part.cast(to: .float32)
      return try reduce(wide, axes: Dimensions(axis), keepDimensions: true, type: nil, initial: nil).cast(to: .float16)
    }
    if case .binary(.hypot) = kernel {
      return try fold(try start(part, type), axis, isStretch: true).reshaped(part.shape.replacing(axis, with: 1))
    }
    return try reduce(part, axes: Dimensions(axis), keepDimensions: true, type: type, initial: nil)
  }

  /// NumPy's `ufunc.outer`: all pairs of elements.
  func outer(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray {
    var shape = x.shape
    for _ in 0..<y.rank { try shape.appendChecked(1) }
    return try binary(try x.reshaped(shape), y)
  }

  /// NumPy's `ufunc.at`: one element after the other, so that an index that stands twice counts twice. `places` are
  /// byte offsets from the first element.
  func apply(
    _ x: borrowing NDArray, at places: borrowing NDArray, _ y: borrowing Ref<NDArray>?
  ) throws(Fault) {
    try x.checkWriteable()
    switch y {
    case .none: break
    case .some(let other): if try applyQuickly(x, at: places, other.value) { return }
    }
    let data = x.mutableData
    for number in 0..<places.count {
      let place = places.element(number).asInt
      let old = data.load(x.type, at: place)
      let new: NumPyScalar
      switch y {
      case .none: new = try scalar(.scalar(old))
      case .some(let other): new = try quietScalar(old, other.value.element(number))
      }
      data.store(try new.converted(to: x.type), at: place)
      if number & 0xFFFF == 0xFFFF { try Interrupts.check() }
    }
  }

  /// The function in place where its loop reads and writes the array's own type; false for the others.
  private func applyQuickly(
    _ x: borrowing NDArray, at places: borrowing NDArray, _ y: borrowing NDArray
  ) throws(Fault) -> Bool {
    guard case .binary(let operation) = kernel, operation != .power, x.type.isNumber, y.type.isNumber, places.count > 0,
      let type = try? computingType(.strong(x.type), .strong(y.type)), type == x.type, resultType(type) == type
    else { return false }
    let places = try places.cast(to: .int64, order: .c)
    let isOne = !y.strides.contains { $0 != 0 }
    let values: NDArray
    if isOne {
      values = try Creation.scalar(y.firstElement.cast(to: type))
    } else if y.sharesStorage(with: x) {
      values = try y.cast(to: type).copied(order: .c)
    } else {
      values = try y.cast(to: type, order: .c)
    }
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    ArrayKernels.updateElements(
      operation, type, try binaryKernel(type), target: x.mutableData, offsets: places.data, count: places.count,
      values: values.data, stride: isOne ? 0 : x.itemSize)
    if warns && type.isInexact { FloatingPointWarnings.record(name) }
    return true
  }

  /// Two elements, without the warnings of scalars.
  private func quietScalar(_ x: NumPyScalar, _ y: NumPyScalar) throws(Fault) -> NumPyScalar {
    let mark = FloatingPointWarnings.mark()
    let result = try scalar(.scalar(x), .scalar(y))
    if x.type.isInteger { FloatingPointWarnings.forget(since: mark) }
    return result
  }
}
