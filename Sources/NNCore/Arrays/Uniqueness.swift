import NNKernels

/// What NumPy's `unique` gives.
struct Uniqueness: ~Copyable {
  /// The sorted distinct elements.
  let values: Ref<NDArray>
  /// The index of the first occurrence of each in the flattened array.
  let indices: Ref<NDArray>
  /// For each element of the array, in its shape, the place of its value.
  let inverse: Ref<NDArray>
  /// How often each occurs.
  let counts: Ref<NDArray>

  private init(
    values: consuming Ref<NDArray>, indices: consuming Ref<NDArray>, inverse: consuming Ref<NDArray>,
    counts: consuming Ref<NDArray>
  ) {
    self.values = values
    self.indices = indices
    self.inverse = inverse
    self.counts = counts
  }

  /// Finds the distinct elements; with `isOneNaN` all nan count as one. Without `hasOrder` indices and inverse stay empty.
  /// Throws KeyboardInterrupt and MemoryError.
  init(_ x: borrowing NDArray, isOneNaN: Bool = true, hasOrder: Bool = true) throws(Fault) {
    let flat = try x.flattened()
    guard x.type.isNumber && !x.type.isComplex else {
      self = try Uniqueness(comparing: flat, shape: x.shape, isOneNaN)
      return
    }
    let order = hasOrder ? try Sorting.argsort(flat, axis: 0) : try Creation.empty([0], .int64)
    let sorted = hasOrder ? try Rearranging.taken(flat, Ref(order.view())) : try Sorting.sorted(flat, axis: 0)
    let starts = try Creation.empty(Dimensions(flat.count), .int64)
    let found = ArrayKernels.findRuns(sorted, isOneNaN: isOneNaN, into: starts)
    let shape = Dimensions(found)
    let values = try Creation.empty(shape, x.type)
    let counts = try Creation.empty(shape, .int64)
    let indices = try Creation.empty(hasOrder ? shape : [0], .int64)
    let inverse = try Creation.empty(hasOrder ? x.shape : [0], .int64)
    let (from, begin, places, size) = (sorted.data, starts.data, order.data, x.itemSize)
    let (value, number, index, place) = (
      values.mutableData, counts.mutableData, indices.mutableData, inverse.mutableData
    )
    for run in 0..<found {
      let start = begin.load(Int.self, at: run &* 8)
      let end = run &+ 1 < found ? begin.load(Int.self, at: (run &+ 1) &* 8) : flat.count
      value.advanced(by: run &* size).copy(from: from.advanced(by: start &* size), byteCount: size)
      number.store(end &- start, at: run &* 8)
      guard hasOrder else { continue }
      index.store(places.load(Int.self, at: start &* 8), at: run &* 8)
      for rank in start..<end { place.store(run, at: places.load(Int.self, at: rank &* 8) &* 8) }
    }
    self.init(values: Ref(values), indices: Ref(indices), inverse: Ref(inverse), counts: Ref(counts))
  }

  /// The sorted distinct elements alone.
  static func distinct(_ x: borrowing NDArray, isOneNaN: Bool = true) throws(Fault) -> Ref<NDArray> {
    if x.type.isComplex { return Ref(try complexValues(x, isOneNaN: isOneNaN)) }
    return try Uniqueness(x, isOneNaN: isOneNaN, hasOrder: false).values.copy()
  }

  /// The distinct complex numbers as NumPy finds them by their hashes: of equal ones (zeros of either sign, all nan) the
  /// first that stands in the array.
  private static func complexValues(_ x: borrowing NDArray, isOneNaN: Bool) throws(Fault) -> NDArray {
    let found = try Uniqueness(x, isOneNaN: isOneNaN)
    let result = found.values.value.view()
    let flat = try x.flattened()
    let data = result.mutableData
    let size = x.itemSize
    var settled = Array(repeating: false, count: result.count)
    for index in 0..<flat.count {
      let place = found.inverse.value.data.load(Int.self, at: index &* 8)
      if settled[place] { continue }
      settled[place] = true
      data.store(flat.data.load(x.type, at: index &* size), at: place &* size)
    }
    return result
  }

  /// The same for elements that are compared one by one.
  private init(comparing flat: borrowing NDArray, shape whole: Dimensions, _ isOneNaN: Bool) throws(Fault) {
    let order = try Sorting.argsort(flat, axis: 0)
    let type = flat.type
    let size = type.size
    var starts: [Int] = []
    let inverse = try Creation.empty(whole, .int64)
    let (data, places, target) = (flat.data, order.data, inverse.mutableData)
    var last = 0
    for rank in 0..<flat.count {
      let place = places.load(Int.self, at: rank &* 8)
      let isSame =
        type.isNumber
        ? Uniqueness.isSame(data.load(type, at: place &* size), data.load(type, at: last), isOneNaN)
        : try SlowOrder.isSame(type, data.advanced(by: place &* size), data.advanced(by: last))
      if rank == 0 || !isSame { starts.append(rank) }
      last = place &* size
      target.store(starts.count &- 1, at: place &* 8)
    }
    let firsts = starts.map { places.load(Int.self, at: $0 &* 8) }
    let shape = Dimensions(starts.count)
    let values = try Creation.array(firsts.map { data.load(type, at: $0 &* size) }, type: type, shape: shape)
    let indices = try Creation.array(firsts, shape: shape)
    let ends = starts.dropFirst() + [flat.count]
    let counts = try Creation.array(zip(ends, starts).map { $0 &- $1 }, shape: shape)
    self.values = Ref(values)
    self.indices = Ref(indices)
    self.counts = Ref(counts)
    self.inverse = Ref(inverse)
  }

  private static func isSame(_ x: NumPyScalar, _ y: NumPyScalar, _ isOneNaN: Bool) -> Bool {
    guard x.type.isInexact else { return x.bits == y.bits }
    let (a, b) = (x.asDouble, y.asDouble)
    if x.type.isComplex {
      let (c, d) = (x.imaginary, y.imaginary)
      return a == b && c == d || isOneNaN && (a.isNaN || c.isNaN) && (b.isNaN || d.isNaN)
    }
    return a == b || (isOneNaN && a.isNaN && b.isNaN)
  }
}
