import NNKernels

/// The reductions that repeat a binary function.
enum Reduction {
  case sum, product, maximum, minimum, all, any

  /// The name of NumPy's ufunc behind it.
  var name: String {
    switch self {
    case .sum: "add"
    case .product: "multiply"
    case .maximum: "maximum"
    case .minimum: "minimum"
    case .all: "logical_and"
    case .any: "logical_or"
    }
  }

  private var operation: ReductionOperation {
    switch self {
    case .sum: .sum
    case .product: .product
    case .maximum: .maximum
    case .minimum: .minimum
    case .all: .all
    case .any: .any
    }
  }

  /// The function that joins two results.
  var joining: Ufunc {
    switch self {
    case .sum: .add
    case .product: .multiply
    case .maximum: .maximum
    case .minimum: .minimum
    case .all: .logicalAnd
    case .any: .logicalOr
    }
  }

  /// What stands in for an element that does not count; nil for the extremes.
  private var identity: NumPyScalar? {
    switch self {
    case .sum: NumPyScalar(0)
    case .product: NumPyScalar(1)
    case .all: NumPyScalar(true)
    case .any: NumPyScalar(false)
    case .maximum, .minimum: nil
    }
  }

  /// The type in which elements of `type` are reduced: small integers and bool add up in 64 bits.
  func computingType(_ type: ElementType) -> ElementType {
    guard self == .sum || self == .product else { return type }
    if type == .bool || type.isSigned { return .int64 }
    return type.isUnsigned ? .uint64 : type
  }

  /// The reduction over the given axes (all where nil) in NumPy's order of operations. The result has the other axes,
  /// or with `keepDimensions` all of them. Throws AxisError, and ValueError for the extreme of nothing.
  func reduce(
    _ x: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false, type: ElementType? = nil,
    initial: NumPyScalar? = nil
  ) throws(Fault) -> NDArray {
    // The axis of a number is none.
    if x.rank == 0, let only = axes, only.count == 1, only[0] == 0 || only[0] == -1 {
      return try reduce(x, axes: nil, keepDimensions: keepDimensions, type: type, initial: initial)
    }
    let places: Dimensions = if let axes { try Axes.normalized(axes, rank: x.rank) } else { Axes.all(x.rank) }
    if !x.type.isNumber && (self == .all || self == .any) {
      return try reduce(try x.cast(to: .bool), axes: axes, keepDimensions: keepDimensions)
    }
    if !x.type.isNumber { return try joining.reduceSlowly(x, axes, keepDimensions, type, initial) }
    let computing = type ?? computingType(x.type)
    if self != .all && self != .any && computing.computingType != computing {
      return try reduceNarrow(
        x, computing, axes: axes, keepDimensions: keepDimensions, initial: initial)
    }
    if x.type == computing, initial == nil, self != .all, self != .any {
      return try reduceSame(x, places, keepDimensions, hasInitial: false)
    }
    let result: NDArray
    if self == .all || self == .any {
      let isNarrow = x.type.computingType != x.type
      result = try reduceSame(
        isNarrow ? try x.cast(to: .bool) : x.view(), places, keepDimensions, hasInitial: initial != nil)
    } else if x.type == computing {
      result = try reduceSame(x, places, keepDimensions, hasInitial: initial != nil)
    } else if computing.isFloat && places.count == x.rank && x.count > Reduction.bufferLength
      && (x.isContiguous || x.isFortranContiguous) && self == .sum
    {
      result = try sumInBuffers(x, computing, keepDimensions)
    } else {
      result = try reduceSame(try x.cast(to: computing), places, keepDimensions, hasInitial: initial != nil)
    }
    guard let initial else { return result }
    return try joining.binary(.array(Ref(result)), .scalar(initial.cast(to: computing))).value.adopted()
  }

  /// A reduction in a type for which a wider one computes.
  private func reduceNarrow(
    _ x: borrowing NDArray, _ type: ElementType, axes: Dimensions?, keepDimensions: Bool, initial: NumPyScalar?
  ) throws(Fault) -> NDArray {
    let wide = type.computingType
    if type == .float16, self == .sum || self == .product, initial == nil, let axes, addsRows(x, axes) {
      let half = x.type == type ? x.view() : try x.cast(to: type)
      return try joining.reduceSlowly(half, axes, keepDimensions, type, nil)
    }
    let source = x.type == type ? try x.cast(to: wide) : try x.cast(to: type).cast(to: wide)
    let result = try reduce(
      source, axes: axes, keepDimensions: keepDimensions, type: wide, initial: initial?.cast(to: wide))
    let narrow = try result.emptyLike(type)
    try narrow.writeElements(of: result, named: "reduce")
    return narrow
  }

  /// Whether NumPy goes along one axis by whole rows, rounding after each, because another axis has smaller steps.
  private func addsRows(_ x: borrowing NDArray, _ axes: Dimensions) -> Bool {
    guard axes.count == 1, let place = try? Axes.normalized(axes[0], rank: x.rank), x.shape[place] > 2 else {
      return false
    }
    for axis in 0..<x.rank
    where axis != place && x.shape[axis] > 1 && x.strides[axis].magnitude < x.strides[place].magnitude { return true }
    return false
  }

  private func reduceSame(
    _ x: borrowing NDArray, _ axes: Dimensions, _ keepDimensions: Bool, hasInitial: Bool
  ) throws(Fault) -> NDArray {
    if axes.count == x.rank && x.isContiguous && !keepDimensions && x.count > 0 {
      return try reduceAll(x)
    }
    var reduced = Array(repeating: false, count: x.rank)
    for axis in axes { reduced[axis] = true }
    let out = try Reduction.emptyResult(x, operation.resultType(x.type), axes, keepDimensions)
    if identity == nil && !hasInitial && x.count == 0 && out.count > 0 {
      throw Fault(.valueError, "zero-size array to reduction operation \(name) which has no identity")
    }
    if self == .sum, x.storage.value.pending != nil, axes.count == 1, axes[0] == 0,
      LazyProducts.columnSums(x, into: out)
    {
      return out
    }
    var outStrides = Dimensions(repeating: 0, count: x.rank)
    var next = 0
    for axis in 0..<x.rank {
      if keepDimensions {
        if !reduced[axis] { outStrides[axis] = out.strides[axis] }
      } else if !reduced[axis] {
        outStrides[axis] = out.strides[next]
        next &+= 1
      }
    }
    let warns = x.type.isInexact
    if warns { FloatingPointWarnings.prepare() }
    ArrayKernels.reduce(operation, x: x, reduced: reduced, out: out.mutableData, outStrides: outStrides)
    if warns { FloatingPointWarnings.record("reduce") }
    return out
  }

  /// The reduction of a contiguous array to one element.
  private func reduceAll(_ x: borrowing NDArray) throws(Fault) -> NDArray {
    let out = try Creation.empty(Dimensions(), operation.resultType(x.type))
    let warns = x.type.isInexact
    if warns { FloatingPointWarnings.prepare() }
    ArrayKernels.reduceAll(operation, x: x, out: out.mutableData)
    if warns { FloatingPointWarnings.record("reduce") }
    return out
  }

  /// Memory for a result without the reduced axes, the others laid out as in the operand.
  static func emptyResult(
    _ x: borrowing NDArray, _ type: ElementType, _ axes: Dimensions, _ keepDimensions: Bool
  ) throws(Fault) -> NDArray {
    var shape = Dimensions()
    var strides = Dimensions()
    for axis in 0..<x.rank {
      if axes.contains(axis) {
        guard keepDimensions else { continue }
        shape.append(1)
        strides.append(0)
      } else {
        shape.append(x.shape[axis])
        strides.append(x.strides[axis])
      }
    }
    if x.isContiguous || shape.count < 2 { return try Creation.empty(shape, type) }
    return try NDArray.empty(shape, type, order: Layout.axisOrder(shape, strides))
  }

  /// How many elements NumPy's iterator converts at once.
  private static let bufferLength = 8192

  /// The sum over everything with conversion on the way: buffers are summed pairwise and added in order.
  private func sumInBuffers(
    _ x: borrowing NDArray, _ type: ElementType, _ keepDimensions: Bool
  ) throws(Fault) -> NDArray {
    var total = NumPyScalar(0).cast(to: type)
    let flat = try x.raveled(order: .keep)
    var start = 0
    while start < flat.count {
      let end = min(start &+ Reduction.bufferLength, flat.count)
      let buffer = try flat.sliced(0, start, end).cast(to: type)
      let part = try reduceSame(buffer, Dimensions(0), false, hasInitial: false)
      total = try Ufunc.add.compute(total, part.firstElement, type, named: "reduce")
      start = end
    }
    let result = try Creation.scalar(total)
    return keepDimensions ? try result.reshaped(Dimensions(repeating: 1, count: x.rank)) : result
  }

  /// The reduction over the elements whose mask is true; the mask broadcasts with the array. Throws ValueError for an
  /// extreme without `initial`.
  func reduce(
    _ x: borrowing NDArray, mask: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false,
    type: ElementType? = nil, initial: NumPyScalar? = nil
  ) throws(Fault) -> NDArray {
    guard let filler = identity ?? initial else {
      throw Fault(
        .valueError,
        "reduction operation '\(name)' does not have an identity, so to use a where mask one has to specify 'initial'")
    }
    let computing = type ?? computingType(x.type)
    let chosen = try Selection.select(
      mask, try x.cast(to: computing), try Creation.scalar(filler.cast(to: computing)), type: computing)
    return try reduce(
      chosen, axes: axes, keepDimensions: keepDimensions, type: computing, initial: initial)
  }
}
