import NNKernels

/// The part of a subscript that is a view: what integers, slices, new axes and the ellipsis leave.
struct BasicIndexing {
  var offset: Int
  var shape = Dimensions()
  var strides = Dimensions()
  /// The next axis of the array to be indexed.
  private(set) var axis = 0

  init(offset: Int) { self.offset = offset }

  /// Throws IndexError out of bounds.
  mutating func integer(_ index: Int, of array: borrowing NDArray) throws(Fault) {
    let place = try NDArray.checkedIndex(index, axis: axis, extent: array.shape[axis])
    offset &+= place &* array.strides[axis]
    axis &+= 1
  }

  /// Throws ValueError for a step of zero.
  mutating func slice(_ slice: Slice, of array: borrowing NDArray) throws(Fault) {
    let (start, step, count) = try slice.resolved(array.shape[axis])
    if count > 0 { offset &+= start &* array.strides[axis] }
    try append(count, array.strides[axis] &* step)
    axis &+= 1
  }

  /// Throws ValueError for too many axes.
  mutating func newAxis() throws(Fault) { try append(1, 0) }

  /// The next `count` axes as they are.
  mutating func whole(_ count: Int, of array: borrowing NDArray) throws(Fault) {
    for _ in 0..<max(count, 0) where axis < array.rank {
      try append(array.shape[axis], array.strides[axis])
      axis &+= 1
    }
  }

  /// Passes over axes that something else indexes.
  mutating func skip(_ count: Int) { axis &+= count }

  private mutating func append(_ extent: Int, _ stride: Int) throws(Fault) {
    try shape.appendChecked(extent)
    strides.append(stride)
  }
}

/// What a list of indices asks for, before any of it is looked up.
struct IndexSummary {
  /// The axes that the indices use up, without the ellipsis.
  var used = 0
  var hasEllipsis = false
  /// Whether an array or a truth value is among the indices.
  var isAdvanced = false
  var integers = 0
  /// Whether an array without axes stands for an integer: the result is then a copy.
  var hasScalarArray = false

  /// Throws IndexError for two ellipses, too many indices and arrays of floats.
  init(_ indices: borrowing List<Index>, rank: Int) throws(Fault) {
    for number in 0..<indices.count {
      switch indices[number] {
      case .integer:
        used &+= 1
        integers &+= 1
      case .slice: used &+= 1
      case .newAxis: break
      case .ellipsis:
        if hasEllipsis { throw IndexFaults.twoEllipses }
        hasEllipsis = true
      case .boolean: isAdvanced = true
      case .array(let array): try count(array.value)
      }
    }
    if used > rank { throw IndexFaults.tooMany(rank, used) }
  }

  /// Whether the indices name one element: an integer for every axis and nothing else.
  func isElement(of array: borrowing NDArray, _ count: Int) -> Bool { integers == array.rank && count == array.rank }

  private mutating func count(_ array: borrowing NDArray) throws(Fault) {
    if array.type.isFloat { throw IndexFaults.notIntegers }
    if array.type == .bool {
      used &+= array.rank
      isAdvanced = true
    } else if array.rank == 0 {
      used &+= 1
      integers &+= 1
      hasScalarArray = true
    } else {
      used &+= 1
      isAdvanced = true
    }
  }
}

extension NDArray {
  /// The elements at indices: a view for integers, slices, new axes and the ellipsis, a copy where arrays or masks are
  /// among them. Throws IndexError.
  func subscripted(_ indices: borrowing List<Index>) throws(Fault) -> Subscripted {
    let summary = try IndexSummary(indices, rank: rank)
    if summary.isAdvanced { return .array(try AdvancedIndexing.read(self, indices, summary)) }
    let view = try basicView(indices, summary)
    if summary.isElement(of: self, indices.count) { return .element(view.firstElement) }
    if summary.hasScalarArray { return .array(try view.copied(order: .keep)) }
    return .array(view)
  }

  /// The byte offsets from the first element of those that indices select, of the selection's shape. Throws IndexError.
  func places(of indices: borrowing List<Index>) throws(Fault) -> NDArray {
    let summary = try IndexSummary(indices, rank: rank)
    if summary.isAdvanced { return try AdvancedIndexing.places(self, indices) }
    let view = try basicView(indices, summary)
    let result = try Creation.empty(view.shape, .int64)
    let target = result.mutableData
    var place = 0
    try Lanes.forEach(view.shape, view.strides) { (distance) throws(Fault) in
      target.store(view.offset &- offset &+ distance, at: place)
      place &+= 8
    }
    return result
  }

  /// The view that integers, slices, new axes and an ellipsis give. Throws IndexError.
  func basicView(_ indices: borrowing List<Index>, _ summary: IndexSummary) throws(Fault) -> NDArray {
    var result = BasicIndexing(offset: offset)
    for number in 0..<indices.count {
      switch indices[number] {
      case .integer(let index): try result.integer(index, of: self)
      case .slice(let slice): try result.slice(slice, of: self)
      case .newAxis: try result.newAxis()
      case .ellipsis: try result.whole(rank &- summary.used, of: self)
      case .array(let array): try result.integer(array.value.firstElement.asInt, of: self)
      case .boolean: break
      }
    }
    try result.whole(rank &- result.axis, of: self)
    return view(offset: result.offset, shape: result.shape, strides: result.strides)
  }

  /// Throws IndexError for indices that are wrong whatever the elements of index arrays are.
  func checkStructure(_ indices: borrowing List<Index>) throws(Fault) {
    let summary = try IndexSummary(indices, rank: rank)
    if summary.isAdvanced { return try AdvancedIndexing.check(self, indices, summary) }
    _ = try basicView(indices, summary)
  }

  /// Assigns to the elements at indices, broadcasting and converting the value. Throws IndexError, and ValueError for
  /// a shape that does not fit or a read-only array.
  func assign(_ value: borrowing NDArray, at indices: borrowing List<Index>) throws(Fault) {
    try checkFlag()
    let summary = try IndexSummary(indices, rank: rank)
    if summary.isAdvanced {
      try checkWriteable()
      return try AdvancedIndexing.write(self, indices, summary, value)
    }
    if value.rank > 0 && summary.isElement(of: self, indices.count) {
      let element = try basicView(indices, summary)
      // A truth value is asked of an array with one element.
      if type == .bool && value.count == 1 { return try element.fill(value.firstElement) }
      if type.isComplex { throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars") }
      throw Fault(.valueError, "setting an array element with a sequence.")
    }
    try basicView(indices, summary).assign(value)
  }

  /// Assigns one scalar to the elements at indices. Throws IndexError, and ValueError for a read-only array.
  func assign(_ value: NumPyScalar, at indices: borrowing List<Index>) throws(Fault) {
    try checkFlag()
    let summary = try IndexSummary(indices, rank: rank)
    if summary.isAdvanced {
      try checkWriteable()
      return try AdvancedIndexing.write(self, indices, summary, try Creation.scalar(try value.converted(to: type)))
    }
    try basicView(indices, summary).fill(value)
  }

  /// The view along the first axis at one index: `a[i]`. Throws IndexError.
  func row(_ index: Int) throws(Fault) -> NDArray {
    if rank == 0 { throw IndexFaults.tooMany(0, 1) }
    let place = try NDArray.checkedIndex(index, axis: 0, extent: shape[0])
    return view(
      offset: offset &+ place &* strides[0], shape: shape.dropping(first: 1), strides: strides.dropping(first: 1))
  }
}
