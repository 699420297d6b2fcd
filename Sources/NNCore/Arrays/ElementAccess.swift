import NNKernels

extension NDArray {
  /// The element at a byte distance from the first one.
  @inline(__always) func element(atByteOffset distance: Int) -> NumPyScalar { data.load(type, at: distance) }

  /// The only element of an array of size one (the first one of larger ones; zero for an empty array).
  @inline(__always) var firstElement: NumPyScalar {
    count > 0 ? data.load(type) : NumPyScalar(type: type, bits: 0)
  }

  /// The element at full indices, negative ones from the end. Throws IndexError out of bounds.
  func element(at indices: Dimensions) throws(Fault) -> NumPyScalar {
    element(atByteOffset: try byteOffset(of: indices))
  }

  /// How many bytes an element comes after the first one.
  private func byteOffset(of indices: Dimensions) throws(Fault) -> Int {
    guard indices.count == rank else {
      throw IndexFaults.tooMany(rank, indices.count)
    }
    var distance = 0
    for axis in 0..<rank {
      distance &+= try NDArray.checkedIndex(indices[axis], axis: axis, extent: shape[axis]) &* strides[axis]
    }
    return distance
  }

  /// An index counted from the front. Throws IndexError out of bounds.
  @inline(__always) static func checkedIndex(_ index: Int, axis: Int, extent: Int) throws(Fault) -> Int {
    let place = index < 0 ? index &+ extent : index
    if place >= 0 && place < extent { return place }
    throw outOfBounds(index, axis: axis, extent: extent)
  }

  @inline(never) static func outOfBounds(_ index: Int, axis: Int, extent: Int) -> Fault {
    Fault(.indexError, "index \(index) is out of bounds for axis \(axis) with size \(extent)")
  }

  /// The element with a number in C order; numbers outside 0..<count give the first one.
  func element(_ number: Int) -> NumPyScalar {
    guard number >= 0 && number < count else { return firstElement }
    if isContiguous { return element(atByteOffset: number &* itemSize) }
    var rest = number
    var distance = 0
    var axis = rank &- 1
    while axis >= 0 {
      let extent = max(shape[axis], 1)
      distance &+= (rest % extent) &* strides[axis]
      rest /= extent
      axis &-= 1
    }
    return element(atByteOffset: distance)
  }

  /// All elements in C order as doubles: for small arrays and tests.
  func doubles() -> [Double] { (0..<count).map { element($0).asDouble } }

  /// All elements in C order as integers: for small arrays and tests.
  func integers() -> [Int] { (0..<count).map { element($0).asInt } }
}
