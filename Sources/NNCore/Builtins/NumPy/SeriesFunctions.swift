import NNKernels

extension Builtin {
  /// Differences, sums and products along a series.
  static let series: [Builtin] = [
    .diff, .ediff1d, .trapezoid, .convolve, .correlate, .vander,
  ]

  static let diff = Builtin(
    "numpy.diff(a, n=1, axis=-1, prepend=<no value>, append=<no value>)",
    "Differences of neighbours along an axis, taken n times.", example: "diff([1, 4, 9])  # array([3, 5])"
  ) { (context, arguments) throws(Fault) in
    let order = try context.integer(arguments[1])
    let axis = try context.integer(arguments[2])
    let a = try context.array(arguments, 0)
    if arguments[3].isUnbound && arguments[4].isUnbound {
      return .view(try Rearranging.differences(a.value, order: order, axis: axis))
    }
    var parts = List<Ref<NDArray>>()
    if !arguments[3].isUnbound { parts.append(try context.edge(arguments, 3, of: a.value, axis)) }
    parts.append(a.owned())
    if !arguments[4].isUnbound { parts.append(try context.edge(arguments, 4, of: a.value, axis)) }
    return .view(try Rearranging.differences(try Joining.concatenate(parts, axis: axis), order: order, axis: axis))
  }

  static let ediff1d = Builtin(
    "numpy.ediff1d(ary, to_end=None, to_begin=None)", "Differences of neighbours of the flattened array.",
    example: "ediff1d([1, 4, 9])  # array([3, 5])"
  ) { (context, arguments) throws(Fault) in
    let values = try context.array(arguments, 0)
    // A bool has no minus.
    if values.value.type == .bool { _ = try Ufunc.subtract.computingType(.bool) }
    let steps = try Rearranging.differences(try values.value.raveled())
    var parts = List<Ref<NDArray>>()
    for (index, name) in [(1, "to_end"), (2, "to_begin")] where !arguments[index].isNone {
      let type = try context.elementPromotion(arguments, index).alone
      if !Casting.sameKind.allows(type, to: steps.type) {
        throw Fault(
          .typeError, "dtype of `\(name)` must be compatible with input `ary` under the `same_kind` rule.")
      }
    }
    if !arguments[2].isNone { parts.append(Ref(try context.array(arguments, 2).value.raveled())) }
    parts.append(Ref(steps.view()))
    if !arguments[1].isNone { parts.append(Ref(try context.array(arguments, 1).value.raveled())) }
    return .view(try Joining.concatenate(parts, type: steps.type))
  }

  static let trapezoid = Builtin(
    "numpy.trapezoid(y, x=None, dx=1.0, axis=-1)", "The integral along an axis by the trapezoidal rule.",
    example: "trapezoid([1, 2, 3])  # np.float64(4.0)"
  ) { (context, arguments) throws(Fault) in
    let y = try context.array(arguments, 0)
    let axis = try Axes.normalized(try context.integer(arguments[3]), rank: y.value.rank)
    let type = y.value.type.isInexact ? y.value.type : .float64
    var width = try NDArray.scalar(try context.double(arguments[2])).cast(to: type)
    if !arguments[1].isNone {
      let x = try context.array(arguments, 1)
      width = try Rearranging.differences(x.value, axis: x.value.rank == 1 ? 0 : axis)
      if x.value.rank == 1 {
        width = try width.reshaped(Dimensions(repeating: 1, count: y.value.rank).replacing(axis, with: width.count))
      }
    }
    let length = y.value.shape[axis]
    let sum = try Ufunc.add.binary(
      y.value.sliced(axis, Swift.min(1, length), length), y.value.sliced(axis, 0, Swift.max(length &- 1, 0)))
    let areas = try Ufunc.multiply.binary(width, sum)
    let half = try NDArray.scalar(2).cast(to: areas.type.isInexact ? areas.type : .float64)
    return .result(try Reduction.sum.reduce(try Ufunc.divide.binary(areas, half), axes: Dimensions(axis)))
  }

  static let convolve = Builtin(
    "numpy.convolve(a, v, mode='full')",
    "The convolution of two 1-d arrays; `mode`: 'full', 'same' (the longer one's length) or 'valid' (full overlap).",
    example: "convolve([1, 2, 3], [0, 1, 0.5])  # array([0. , 1. , 2.5, 4. , 1.5])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0).value.atLeast(dimensions: 1)
    let v = try context.array(arguments, 1).value.atLeast(dimensions: 1)
    if a.count == 0 { throw Fault(.valueError, "a cannot be empty") }
    if v.count == 0 { throw Fault(.valueError, "v cannot be empty") }
    let mode = try context.correlationMode(arguments[2])
    if a.rank > 1 || v.rank > 1 { throw ArrayFaults.tooDeep }
    if v.count > a.count { return .view(try Products.correlated(v, try a.flipped(), mode)) }
    return .view(try Products.correlated(a, try v.flipped(), mode))
  }

  static let correlate = Builtin(
    "numpy.correlate(a, v, mode='valid')",
    "The cross-correlation of two 1-d arrays: sums of products of shifted elements.",
    example: "correlate([1, 2, 3], [0, 1, 0.5])  # array([3.5])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0).value.view()
    let v = try context.array(arguments, 1).value.view()
    if a.rank == 0 || v.rank == 0 { throw Fault(.valueError, "object of too small depth for desired array") }
    if a.rank > 1 || v.rank > 1 { throw ArrayFaults.tooDeep }
    if a.count == 0 { throw Fault(.valueError, "first array argument cannot be empty") }
    if v.count == 0 { throw Fault(.valueError, "second array argument cannot be empty") }
    let mode = try context.correlationMode(arguments[2])
    let other = try v.type.isComplex ? Ufunc.conjugate.unary(v) : v.view()
    if other.count > a.count { return .view(try Products.correlated(other, a, mode).flipped().copied()) }
    return .view(try Products.correlated(a, other, mode))
  }

  static let vander = Builtin(
    "numpy.vander(x, N=None, increasing=False)", "The powers of each element as rows of a matrix, falling by default.",
    example: "vander([1, 2, 3])  # array([[1, 1, 1], [4, 2, 1], [9, 3, 1]])"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    if x.value.rank != 1 { throw Fault(.valueError, "x must be a one-dimensional array or sequence.") }
    let columns = try context.optionalInteger(arguments[1]) ?? x.value.count
    let type = Promotion.common(x.value.type, .int64)
    let out = try Creation.ones(Dimensions(x.value.count, columns), type)
    let isRising = try context.flag(arguments[2])
    for column in 1..<Swift.max(columns, 1) {
      let place = isRising ? column : columns - 1 - column
      let before = isRising ? place - 1 : place + 1
      // The first power is the number itself: by 1, infinities become nan.
      let powers =
        column == 1 ? x.value.view() : try Ufunc.multiply.binary(out.dropping(1, at: before), x.value)
      try out.dropping(1, at: place).writeElements(of: try powers.cast(to: type))
    }
    return .view(out)
  }

}

extension Context {
  /// Which part of a correlation is wanted, by name or by NumPy's number.
  fileprivate func correlationMode(_ value: borrowing Value) throws(Fault) -> String {
    if let number = value.asInt {
      guard 0...2 ~= number else {
        throw Fault(.valueError, "integer convolve/correlate mode must be 0, 1, or 2")
      }
      return ["valid", "same", "full"][number]
    }
    guard let name = value.asString else { throw Fault(.typeError, "convolve/correlate mode not understood") }
    return name.value.text.string
  }

  /// What `diff` puts before or behind an array: a number fills one place of the axis.
  fileprivate func edge(
    _ arguments: Registers, _ index: Int, of a: borrowing NDArray, _ axis: Int
  ) throws(Fault) -> Ref<NDArray> {
    let given = try array(arguments, index)
    if given.value.rank > 0 { return given.owned() }
    let place = try Axes.normalized(axis, rank: a.rank)
    return Ref(given.value.broadcastView(a.shape.replacing(place, with: 1)))
  }
}

extension Rearranging {
  /// NumPy's `gradient` along one axis: `distance` is one number or the positions.
  static func gradient(_ f: borrowing NDArray, _ distance: borrowing NDArray, axis: Int) throws(Fault) -> NDArray {
    let length = f.shape[axis]
    let out = try Creation.empty(f.shape, f.type)
    var steps: [Double] = []
    if distance.rank == 0 {
      steps = Array(repeating: distance.firstElement.asDouble, count: length - 1)
    } else {
      if distance.count != length {
        throw Fault(.valueError, "when 1d, distances must match the length of the corresponding dimension")
      }
      steps = try differences(distance).doubles()
    }
    let isUniform = steps.allSatisfy { $0 == steps[0] }
    func part(_ index: Int) -> NDArray { f.sliced(axis, index, index + 1) }
    func scalar(_ value: Double) throws(Fault) -> NDArray { try NDArray.scalar(value).cast(to: f.type) }
    for index in 0..<length {
      let value: NDArray
      if index == 0 {
        value = try Ufunc.divide.binary(try Ufunc.subtract.binary(part(1), part(0)), try scalar(steps[0]))
      } else if index == length - 1 {
        value = try Ufunc.divide.binary(
          try Ufunc.subtract.binary(part(index), part(index - 1)), try scalar(steps[index - 1]))
      } else if isUniform {
        value = try Ufunc.divide.binary(
          try Ufunc.subtract.binary(part(index + 1), part(index - 1)), try scalar(2 * steps[0]))
      } else {
        let (before, after) = (steps[index - 1], steps[index])
        let first = try Ufunc.multiply.binary(try scalar(-after / (before * (before + after))), part(index - 1))
        let middle = try Ufunc.multiply.binary(try scalar((after - before) / (before * after)), part(index))
        let last = try Ufunc.multiply.binary(try scalar(before / (after * (before + after))), part(index + 1))
        value = try Ufunc.add.binary(try Ufunc.add.binary(first, middle), last)
      }
      try out.sliced(axis, index, index + 1).writeElements(of: value)
    }
    return out
  }
}

extension Products {
  /// Sums of products of a 1-d array with a shorter one at every shift. ValueError for an unknown mode.
  static func correlated(_ a: borrowing NDArray, _ v: borrowing NDArray, _ mode: String) throws(Fault) -> NDArray {
    let type = Promotion.common(a.type, v.type)
    let long = try a.cast(to: type, order: .c)
    let short = try v.cast(to: type, order: .c)
    let (n, m) = (long.count, short.count)
    let range: Range<Int>
    switch mode {
    case "full", "f": range = 0..<n &+ m &- 1
    case "same", "s": range = (m &- 1) &- m / 2..<(m &- 1) &- m / 2 &+ n
    case "valid", "v": range = m &- 1..<n
    default: throw Fault(.valueError, "mode must be one of 'valid', 'same', or 'full' (got '\(mode)')")
    }
    if type == .float64 || type == .float32 || type == .int64 || type == .uint64 {
      return try addedShifts(long, short, range)
    }
    let out = try Creation.empty(Dimensions(range.count), type)
    for (number, shift) in range.enumerated() {
      // The element of `long` that meets the first one of `short`.
      let origin = shift &- (m &- 1)
      let low = max(origin, 0)
      let high = min(origin &+ m, n)
      let product = try plainDot(
        long.sliced(0, low, max(high, low)), short.sliced(0, low &- origin, max(high, low) &- origin))
      out.mutableData.store(product.firstElement.cast(to: type), at: number &* out.itemSize)
    }
    return out
  }

  /// The sums for the shifts of a range, all at once: an element of the shorter array after the other times the longer.
  private static func addedShifts(
    _ long: borrowing NDArray, _ short: borrowing NDArray, _ range: Range<Int>
  ) throws(Fault) -> NDArray {
    let (n, m, size) = (long.count, short.count, long.itemSize)
    let out = try Creation.zeros(Dimensions(range.count), long.type)
    for index in 0..<m {
      // The element of `long` that the first result takes.
      let origin = range.lowerBound &- (m &- 1) &+ index
      let first = max(-origin, 0)
      let count = min(range.count, n &- origin) &- first
      if count > 0 {
        _ = ArrayKernels.addScaled(
          long.type, count: count, out: out.mutableData.advanced(by: first &* size),
          x: long.data.advanced(by: (origin &+ first) &* size), factor: short.data.advanced(by: index &* size))
      }
      if index & 0x3F == 0x3F { try Interrupts.check() }
    }
    return out
  }
}
