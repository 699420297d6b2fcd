import NNKernels

/// How the elements of a new array are laid out: by rows, by columns, by columns if the source is, or as the source.
enum MemoryOrder {
  case c, fortran, any, keep

  /// `C`, `F`, `A` or `K`. Throws ValueError for other texts.
  init(parsing text: String) throws(Fault) {
    switch text {
    case "C", "c": self = .c
    case "F", "f": self = .fortran
    case "A", "a": self = .any
    case "K", "k": self = .keep
    default: throw Fault(.valueError, "order must be one of 'C', 'F', 'A', or 'K' (got '\(text)')")
    }
  }
}

extension NDArray {
  /// Fresh memory of this shape, laid out as `order` says, with undefined contents.
  func emptyLike(_ type: ElementType, order: MemoryOrder = .keep) throws(Fault) -> NDArray {
    switch order {
    case .c: return try Creation.empty(shape, type)
    case .fortran: return try NDArray.empty(shape, type, order: Axes.all(rank))
    case .any: return try emptyLike(type, order: isFortranContiguous && !isContiguous ? .fortran : .c)
    case .keep:
      if isContiguous { return try Creation.empty(shape, type) }
      return try NDArray.empty(shape, type, order: Layout.axisOrder(shape, strides))
    }
  }

  /// Fresh memory whose axes have the steps that `order` says: the fastest axis first.
  static func empty(_ shape: Dimensions, _ type: ElementType, order: Dimensions) throws(Fault) -> NDArray {
    let fresh = try Creation.empty(shape, type)
    var strides = shape
    var step = type.size
    for axis in order {
      strides[axis] = step
      step &*= max(shape[axis], 1)
    }
    return NDArray(
      storage: fresh.storage.copy(), offset: 0, type: type, shape: shape, strides: strides, isWriteable: true,
      isView: false)
  }

  /// A copy with its own memory.
  func copied(order: MemoryOrder = .c) throws(Fault) -> NDArray { try cast(to: type, order: order) }

  /// A copy with elements of another type, converted as NumPy's `astype` does.
  func cast(to target: ElementType, order: MemoryOrder = .keep) throws(Fault) -> NDArray {
    let target = target.isNumber ? target : try (RecordTypes.parts(target)?.base ?? target).sized(for: self)
    let result = try emptyLike(target, order: order)
    try result.writeElements(of: self)
    return result
  }

  /// NumPy's `astype`. Throws TypeError where `casting` forbids the conversion.
  func astype(_ target: ElementType, casting: Casting = .unsafe, order: MemoryOrder = .keep) throws(Fault) -> NDArray {
    try casting.check(type, to: target)
    return try cast(to: target, order: order)
  }

  /// A C-ordered array with these elements: a view of this one where it already is.
  func contiguous() throws(Fault) -> NDArray { isContiguous ? view() : try copied(order: .c) }

  /// Writes the elements of an array that broadcasts to this shape and does not overlap this one in memory (or is
  /// exactly the same elements), converted.
  func writeElements(of source: borrowing NDArray, named name: String = "cast") throws(Fault) {
    if source.type != type && !(source.type.isNumber && type.isNumber) { return try writeSlowly(source) }
    let loop = castLoop(from: source.type, to: type)
    let width = type.isComplex && !source.type.isComplex ? type.size / 2 : type.size
    let widens = width >= source.type.size && type.isInexact
    let warns = source.type.isInexact && type != .bool && type != source.type && !widens
    if warns { FloatingPointWarnings.prepare() }
    if isContiguous && source.isContiguous && count == source.count && count <= 1 << 16 {
      FlatLoops.run(loop, count, out: mutableData, itemSize, x: source.data, source.itemSize)
    } else {
      var nest = LoopNest(shape, strides, Broadcasting.strides(source.strides, of: source.shape, in: shape))
      try nest.run(loop, out: mutableData, x: source.data)
    }
    if warns { FloatingPointWarnings.record(name) }
  }

  /// Writes one element everywhere, cast to this type.
  func fillUnchecked(_ value: NumPyScalar) {
    if !type.isNumber {
      let (target, type) = (mutableData, type)
      let element = (try? value.converted(to: type)) ?? value
      try? Lanes.forEach(shape, strides) { target.store(element, at: $0) }
      return
    }
    let slot = ScalarSlots.place(value.castNoting(to: type), slot: 0)
    let loop = castLoop(from: type, to: type)
    if isContiguous {
      FlatLoops.run(loop, count, out: mutableData, itemSize, x: slot, 0)
    } else {
      let none = Dimensions(repeating: 0, count: rank)
      var nest = LoopNest(shape, strides, none)
      try? nest.run(loop, out: mutableData, x: slot)
    }
  }

  /// NumPy's `fill`. Throws ValueError for a read-only array.
  func fill(_ value: NumPyScalar) throws(Fault) {
    try checkWriteable()
    fillUnchecked(value)
  }

  /// Assigns an array to all elements, broadcasting and converting; overlapping memory is copied first. Throws
  /// ValueError for a read-only array or a shape that does not fit.
  func assign(_ source: borrowing NDArray) throws(Fault) {
    try checkWriteable()
    // Leading axes of length one may be dropped from the source, as in NumPy.
    var start = 0
    while source.rank &- start > rank && source.shape[start] == 1 { start &+= 1 }
    if start > 0 {
      let trimmed = source.view(
        offset: source.offset, shape: source.shape.dropping(first: start),
        strides: source.strides.dropping(first: start))
      return try assignFitting(trimmed, named: source.shape)
    }
    try assignFitting(source, named: source.shape)
  }

  private func assignFitting(_ source: borrowing NDArray, named shape: Dimensions) throws(Fault) {
    guard Broadcasting.fits(source.shape, into: self.shape) else {
      throw Broadcasting.assignmentMismatch(shape, into: self.shape)
    }
    if mayOverlap(source) && !isSameView(as: source) {
      return try writeElements(of: try source.copied())
    }
    try writeElements(of: source)
  }
}

extension Dimensions {
  /// The elements behind the first `count`.
  func dropping(first count: Int) -> Dimensions {
    var result = Dimensions()
    for index in Swift.max(count, 0)..<Swift.max(self.count, count, 0) { result.append(self[index]) }
    return result
  }
}

/// In which order NumPy's iterator walks axes, which is how it lays out results.
enum Layout {
  /// The axes of an array from the fastest to the slowest.
  static func axisOrder(_ shape: Dimensions, _ strides: Dimensions) -> Dimensions {
    axisOrder(shape, strides, Dimensions(repeating: 0, count: shape.count))
  }

  /// The axes from the fastest to the slowest for two operands (`npyiter_find_best_axis_ordering`): an insertion
  /// sort by magnitude of strides in which strides of zero decide nothing and C order wins conflicts.
  static func axisOrder(_ shape: Dimensions, _ x: Dimensions, _ y: Dimensions) -> Dimensions {
    var order = Axes.all(shape.count).backwards
    guard order.count > 1 else { return order }
    for start in 1..<order.count {
      let axis = order[start]
      var place = start
      var other = start &- 1
      while other >= 0 {
        guard let swaps = shouldSwap(axis, order[other], shape, x, y) else {
          other &-= 1
          continue
        }
        if !swaps { break }
        place = other
        other &-= 1
      }
      var index = start
      while index > place {
        order[index] = order[index &- 1]
        index &-= 1
      }
      order[place] = axis
    }
    return order
  }

  /// Whether `axis` belongs inside `inner`; nil where no operand tells.
  private static func shouldSwap(
    _ axis: Int, _ inner: Int, _ shape: Dimensions, _ x: Dimensions, _ y: Dimensions
  ) -> Bool? {
    if shape[axis] == 1 || shape[inner] == 1 { return nil }
    var result: Bool? = nil
    for strides in [x, y] where strides[axis] != 0 && strides[inner] != 0 {
      if strides[inner].magnitude <= strides[axis].magnitude { return false }
      result = true
    }
    return result
  }
}
