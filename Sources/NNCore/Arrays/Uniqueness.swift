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

  /// Finds the distinct elements; with `isOneNaN` all nan count as one. Throws KeyboardInterrupt and MemoryError.
  init(_ x: borrowing NDArray, isOneNaN: Bool = true) throws(Fault) {
    let flat = try x.flattened()
    let order = try Sorting.argsort(flat, axis: 0)
    let type = x.type
    let size = type.size
    var starts: [Int] = []
    let inverse = try Creation.empty(x.shape, .int64)
    let (data, places, target) = (flat.data, order.data, inverse.mutableData)
    var previous = NumPyScalar(type: type, bits: 0)
    var last = 0
    for rank in 0..<flat.count {
      let place = places.load(Int.self, at: rank &* 8)
      if !type.isNumber {
        let here = data.advanced(by: place &* size)
        let isSame = try SlowOrder.isSame(type, here, data.advanced(by: last))
        if rank == 0 || !isSame { starts.append(rank) }
        last = place &* size
        target.store(starts.count &- 1, at: place &* 8)
        continue
      }
      let element = data.load(type, at: place &* size)
      if rank == 0 || !Uniqueness.isSame(element, previous, isOneNaN) { starts.append(rank) }
      previous = element
      target.store(starts.count &- 1, at: place &* 8)
    }
    let count = flat.count
    let firsts = starts.map { places.load(Int.self, at: $0 &* 8) }
    let shape = Dimensions(starts.count)
    let elements = firsts.map { data.load(type, at: $0 &* size) }
    let values = try Creation.array(elements, type: type, shape: shape)
    let indices = try Creation.array(firsts, shape: shape)
    let ends = starts.dropFirst() + [count]
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
