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

  var operation: ReductionOperation {
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
  var identity: NumPyScalar? {
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
    let places = try Axes.normalized(axes, rank: x.rank)
    if !x.type.isNumber && (self == .all || self == .any) {
      return try reduce(try x.cast(to: .bool), axes: axes, keepDimensions: keepDimensions)
    }
    if !x.type.isNumber { return try joining.reduceSlowly(x, axes, keepDimensions, type, initial) }
    let computing = type ?? computingType(x.type)
    if self != .all && self != .any && computing.computingType != computing {
      return try reduceNarrow(
        x, computing, axes: axes, keepDimensions: keepDimensions, initial: initial)
    }
    if self == .all || self == .any {
      let isNarrow = x.type.computingType != x.type
      let source = isNarrow ? try x.cast(to: .bool) : x.view()
      return try reduceSame(source, places, keepDimensions, initial)
    }
    if x.type == computing { return try reduceSame(x, places, keepDimensions, initial) }
    if computing.isFloat && places.count == x.rank && x.count > Reduction.bufferLength
      && (x.isContiguous || x.isFortranContiguous) && self == .sum
    {
      return try sumInBuffers(x, computing, keepDimensions, initial)
    }
    return try reduceSame(try x.cast(to: computing), places, keepDimensions, initial)
  }

  /// A reduction in a type for which a wider one computes.
  private func reduceNarrow(
    _ x: borrowing NDArray, _ type: ElementType, axes: Dimensions?, keepDimensions: Bool, initial: NumPyScalar?
  ) throws(Fault) -> NDArray {
    let wide = type.computingType
    if type == .float16, self == .sum || self == .product, let axes, Reduction.addsRows(x, axes) {
      let half = x.type == type ? x.view() : try x.cast(to: type)
      return try joining.reduceSlowly(half, axes, keepDimensions, type, initial)
    }
    var source = x.type == type ? try x.cast(to: wide) : try x.cast(to: type).cast(to: wide)
    if type == .float16, self == .maximum || self == .minimum {
      // Of equal halves (zeros) the first counts, for the wider type the last.
      if x.rank > 0 { source = try source.flipped(axes) }
    }
    if type == .float16, self == .sum || self == .product, x.rank > 1, let axes, axes.count > 1, axes.count < x.rank {
      return try reduceHalves(source, try Axes.normalized(axes, rank: x.rank), keepDimensions, initial)
    }
    let result = try reduce(
      source, axes: axes, keepDimensions: keepDimensions, type: wide, initial: initial?.cast(to: wide))
    let narrow = try result.emptyLike(type)
    try narrow.writeElements(of: result, named: "reduce")
    return narrow
  }

  /// The fold of halves in 32 bits over several axes, rounded after each run as NumPy's loop leaves it.
  private func reduceHalves(
    _ source: borrowing NDArray, _ axes: Dimensions, _ keepDimensions: Bool, _ initial: NumPyScalar?
  ) throws(Fault) -> NDArray {
    let out = try Reduction.emptyResult(source, .float32, axes, keepDimensions)
    try out.fill((initial ?? NumPyScalar(self == .sum ? 0 : 1)).cast(to: .float16).cast(to: .float32))
    run(source, into: out, axes, keepDimensions, continues: true, roundsHalves: true)
    return try out.cast(to: .float16)
  }

  /// Whether NumPy goes along one axis by whole rows, rounding after each, because another axis has smaller steps.
  static func addsRows(_ x: borrowing NDArray, _ axes: Dimensions) -> Bool {
    guard axes.count == 1, let place = try? Axes.normalized(axes[0], rank: x.rank), x.shape[place] > 2 else {
      return false
    }
    for axis in 0..<x.rank
    where axis != place && x.shape[axis] > 1 && x.strides[axis].magnitude < x.strides[place].magnitude { return true }
    return false
  }

  private func reduceSame(
    _ x: borrowing NDArray, _ axes: Dimensions, _ keepDimensions: Bool, _ initial: NumPyScalar? = nil
  ) throws(Fault) -> NDArray {
    if initial == nil && axes.count == x.rank && x.isContiguous && !keepDimensions && x.count > 0 {
      return try reduceAll(x)
    }
    if identity == nil && initial == nil { try Reduction.checkExtents(x.shape, axes, name) }
    let out = try Reduction.emptyResult(x, operation.resultType(x.type), axes, keepDimensions)
    if let initial { try out.fill(initial.converted(to: out.type)) }
    if initial == nil, self == .sum, x.storage.value.pending != nil, axes.count == 1, axes[0] == 0,
      LazyProducts.columnSums(x, into: out)
    {
      return out
    }
    run(x, into: out, axes, keepDimensions, continues: initial != nil)
    return out
  }

  /// Reduces known axes of an operand of the computing type into `out`, with its warnings: with `continues` from what
  /// that holds, with a mask of the operand's shape the elements that it lets through.
  func run(
    _ x: borrowing NDArray, into out: borrowing NDArray, _ axes: Dimensions, _ keepDimensions: Bool, continues: Bool,
    mask: borrowing Ref<NDArray>? = nil, roundsHalves: Bool = false, named function: String = "reduce"
  ) {
    var reduced = Array(repeating: false, count: x.rank)
    for axis in axes { reduced[axis] = true }
    let warns = x.type.isInexact
    if warns { FloatingPointWarnings.prepare() }
    ArrayKernels.reduce(
      operation, x: x, reduced: reduced, out: out.mutableData,
      outStrides: Reduction.strides(of: out, reduced, keepDimensions), continues: continues, mask: mask,
      roundsHalves: roundsHalves)
    if warns { FloatingPointWarnings.record(function) }
  }

  /// The strides of a result for the axes of the operand, 0 for those that are reduced.
  private static func strides(of out: borrowing NDArray, _ reduced: [Bool], _ keepDimensions: Bool) -> Dimensions {
    var result = Dimensions(repeating: 0, count: reduced.count)
    var next = 0
    for axis in 0..<reduced.count {
      if keepDimensions {
        if !reduced[axis] { result[axis] = out.strides[axis] }
      } else if !reduced[axis] {
        result[axis] = out.strides[next]
        next &+= 1
      }
    }
    return result
  }

  /// Throws ValueError where there is nothing to find an extreme of.
  static func checkExtents(_ shape: Dimensions, _ axes: Dimensions, _ name: String) throws(Fault) {
    for axis in axes where shape[axis] == 0 {
      throw Fault(.valueError, "zero-size array to reduction operation \(name) which has no identity")
    }
  }

  /// A result's elements joined with those of `x` along one axis, lane by lane; the other axes are alike.
  func extend(_ result: borrowing NDArray, with x: borrowing NDArray, axis: Int) throws(Fault) {
    let last = Dimensions(x.rank &- 1)
    let lanes = try x.movingAxes(Dimensions(axis), to: last).copied(order: .c)
    let target = try result.movingAxes(Dimensions(axis), to: last)
    run(lanes, into: target, last, true, continues: true, named: "reduceat")
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
    _ x: borrowing NDArray, _ type: ElementType, _ keepDimensions: Bool, _ initial: NumPyScalar?
  ) throws(Fault) -> NDArray {
    var total = (initial ?? NumPyScalar(0)).cast(to: type)
    let flat = try x.raveled(order: .keep)
    var start = 0
    while start < flat.count {
      let end = min(start &+ Reduction.bufferLength, flat.count)
      let buffer = try flat.sliced(0, start, end).cast(to: type)
      let part = try reduceSame(buffer, Dimensions(0), false)
      total = try Ufunc.add.compute(total, part.firstElement, type, named: "reduce")
      start = end
    }
    let result = try Creation.scalar(total)
    return keepDimensions ? try result.reshaped(Dimensions(repeating: 1, count: x.rank)) : result
  }
}
