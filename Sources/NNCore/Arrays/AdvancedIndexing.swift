import NNKernels

/// Subscripts with arrays and masks among the indices. The index arrays broadcast against each other; their axes stand
/// where the first of them stood when they are neighbours (integers count as such arrays), else in front.
struct AdvancedIndexing: ~Copyable {
  /// An index array with the axis of the operand that it runs along; -1 for a truth value, which has none.
  private struct Part: ~Copyable {
    let indices: Ref<NDArray>
    let axis: Int
  }

  private var parts = List<Part>()
  private var basic: BasicIndexing
  /// How many axes of the view come before the axes of the index arrays.
  private var place = 0
  private var isSplit = false
  private var hasSeenAdvanced = false
  private var hasSeenGap = false
  /// The common shape of the index arrays.
  private var shape = Dimensions()

  /// Throws IndexError.
  private init(
    _ x: borrowing NDArray, _ indices: borrowing List<Index>, _ summary: IndexSummary, joins: Bool = true
  ) throws(Fault) {
    basic = BasicIndexing(offset: 0)
    for number in 0..<indices.count {
      switch indices[number] {
      case .integer(let index):
        noteAdvanced()
        try basic.integer(index, of: x)
      case .slice(let slice):
        noteView()
        try basic.slice(slice, of: x)
      case .newAxis:
        noteView()
        try basic.newAxis()
      case .ellipsis:
        noteView()
        try basic.whole(x.rank &- summary.used, of: x)
      case .boolean(let value): try addTruth(value)
      case .array(let array): try add(array, x)
      }
    }
    try basic.whole(x.rank &- basic.axis, of: x)
    if isSplit { place = 0 }
    if joins { try broadcastParts() }
  }

  private mutating func noteAdvanced() {
    if hasSeenAdvanced && hasSeenGap { isSplit = true }
    if !hasSeenAdvanced { place = basic.shape.count }
    hasSeenAdvanced = true
  }

  private mutating func noteView() {
    if hasSeenAdvanced { hasSeenGap = true }
  }

  private mutating func add(_ array: borrowing Ref<NDArray>, _ x: borrowing NDArray) throws(Fault) {
    if array.value.type != .bool {
      noteAdvanced()
      if array.value.rank == 0 { return try basic.integer(array.value.firstElement.asInt, of: x) }
      parts.append(Part(indices: array.copy(), axis: basic.axis))
      return basic.skip(1)
    }
    if array.value.rank == 0 { return try addTruth(array.value.firstElement.asBool) }
    try Masks.check(array.value, at: basic.axis, of: x)
    noteAdvanced()
    var places = try Masks.nonzero(array.value)
    places.reverse()
    while let indices = places.popLast() {
      parts.append(Part(indices: indices, axis: basic.axis))
      basic.skip(1)
    }
  }

  private mutating func addTruth(_ value: Bool) throws(Fault) {
    noteAdvanced()
    parts.append(Part(indices: Ref(try Creation.zeros(Dimensions(value ? 1 : 0), .int64)), axis: -1))
  }

  private mutating func broadcastParts() throws(Fault) {
    for number in 0..<parts.count {
      guard let common = Broadcasting.shape(shape, parts[number].indices.value.shape) else { throw mismatch() }
      shape = common
    }
  }

  private func mismatch() -> Fault {
    var text = ""
    for number in 0..<parts.count { text += parts[number].indices.value.shape.compactText + " " }
    return Fault(
      .indexError, "shape mismatch: indexing arrays could not be broadcast together with shapes \(text)")
  }

  /// The byte offsets of the selected elements (or subarrays) from the array's first element, of the common shape.
  /// Throws IndexError out of bounds.
  private func offsets(_ x: borrowing NDArray) throws(Fault) -> NDArray {
    let result = try Creation.full(shape, NumPyScalar(basic.offset))
    let target = result.mutableData
    for number in 0..<parts.count where parts[number].axis >= 0 {
      try addOffsets(parts[number].indices.value, parts[number].axis, x, target)
    }
    return result
  }

  private func addOffsets(
    _ indices: borrowing NDArray, _ axis: Int, _ x: borrowing NDArray, _ target: DataPointer
  ) throws(Fault) {
    let extent = x.shape[axis]
    let stride = x.strides[axis]
    let type = indices.type
    let source = indices.data
    if indices.isContiguous && indices.shape == shape {
      if type == .int64 {
        return try AdvancedIndexing.addOffsets(indices.count, axis, extent, stride, target) {
          source.load(Int.self, at: $0 &* 8)
        }
      }
      if type == .uint8 {
        return try AdvancedIndexing.addOffsets(indices.count, axis, extent, stride, target) {
          Int(source.load(UInt8.self, at: $0))
        }
      }
      let size = type.size
      return try AdvancedIndexing.addOffsets(indices.count, axis, extent, stride, target) {
        source.load(type, at: $0 &* size).asInt
      }
    }
    if type != .int64 && type != .uint64 { return try addOffsets(try indices.cast(to: .int64), axis, x, target) }
    if shape.count == 0 { return }
    let steps = Broadcasting.strides(indices.strides, of: indices.shape, in: shape)
    let last = shape.count &- 1
    let (length, inner) = (shape[last], steps[last])
    var place = target
    try Lanes.forEach(shape.removing(last), steps.removing(last)) { (offset) throws(Fault) in
      let row = source.advanced(by: offset)
      try AdvancedIndexing.addOffsets(length, axis, extent, stride, place) { row.load(Int.self, at: $0 &* inner) }
      place = place.advanced(by: length &* 8)
    }
  }

  @inline(__always)
  private static func addOffsets(
    _ count: Int, _ axis: Int, _ extent: Int, _ stride: Int, _ target: DataPointer, _ index: (Int) -> Int
  ) throws(Fault) {
    // The sign of `bad` says whether some index is out of bounds: a loop without branches is made of vectors.
    var bad = 0
    for number in 0..<count {
      let given = index(number)
      let place = given &+ (extent & (given &>> 63))
      bad |= place | (extent &- 1 &- place)
      target.store(target.load(Int.self, at: number &* 8) &+ place &* stride, at: number &* 8)
    }
    if bad >= 0 { return }
    for number in 0..<count { _ = try NDArray.checkedIndex(index(number), axis: axis, extent: extent) }
  }

  /// The shape of the result.
  private func resultShape() throws(Fault) -> Dimensions {
    var result = Dimensions()
    for axis in 0..<place { result.append(basic.shape[axis]) }
    for extent in shape { try result.appendChecked(extent) }
    for axis in place..<basic.shape.count { try result.appendChecked(basic.shape[axis]) }
    return result
  }

  /// For each axis of the result with the index arrays' axes in front, its place in the real result.
  private var frontOrder: Dimensions {
    var order = Dimensions()
    for axis in 0..<shape.count { order.append(place &+ axis) }
    for axis in 0..<place { order.append(axis) }
    for axis in place..<basic.shape.count { order.append(shape.count &+ axis) }
    return order
  }

  /// The result's axes from the fastest to the slowest, those of the index arrays in front: the subarrays are laid out
  /// as they were.
  private var layout: Dimensions {
    var order = Dimensions()
    for axis in Layout.axisOrder(basic.shape, basic.strides) { order.append(shape.count &+ axis) }
    for axis in Axes.all(shape.count).backwards { order.append(axis) }
    return order
  }

  /// Throws IndexError for integers and masks that are wrong, whatever the index arrays are.
  static func check(_ x: borrowing NDArray, _ indices: borrowing List<Index>, _ summary: IndexSummary) throws(Fault) {
    _ = try AdvancedIndexing(x, indices, summary, joins: false)
  }

  /// The selected elements, copied. Throws IndexError.
  static func read(_ x: borrowing NDArray, _ indices: borrowing List<Index>, _ summary: IndexSummary) throws(Fault)
    -> NDArray
  {
    if indices.count == 1 {
      switch indices[0] {
      case .array(let mask) where isFullMask(mask.value, x):
        try Masks.check(mask.value, at: 0, of: x)
        return try Masks.read(x, mask.value)
      default: break
      }
    }
    let plan = try AdvancedIndexing(x, indices, summary)
    let target = try plan.resultShape()
    let offsets = try plan.offsets(x)
    var front = plan.shape
    for extent in plan.basic.shape { front.append(extent) }
    let out = try NDArray.empty(front, x.type, order: plan.layout)
    try plan.gather(x, offsets, out)
    if plan.place == 0 { return out }
    let order = plan.frontOrder
    var strides = target
    for axis in 0..<order.count { strides[order[axis]] = out.strides[axis] }
    return NDArray(
      storage: out.storage.copy(), offset: 0, type: x.type, shape: target, strides: strides, isWriteable: true,
      isView: true)
  }

  /// Whether an index is a mask with all the array's axes.
  private static func isFullMask(_ mask: borrowing NDArray, _ x: borrowing NDArray) -> Bool {
    mask.type == .bool && mask.rank == x.rank && x.rank > 0 && (mask.count > 0 || x.count == 0)
  }

  private func gather(_ x: borrowing NDArray, _ offsets: borrowing NDArray, _ out: borrowing NDArray) throws(Fault) {
    let size = x.itemSize
    let block = basic.shape.product
    if block == 1 {
      return ArrayKernels.gather(
        size, from: x.data, offsets: offsets.data, count: offsets.count, out: out.mutableData)
    }
    if block == 0 || offsets.count == 0 { return }
    let (source, places, target, bytes) = (x.data, offsets.data, out.mutableData, block &* size)
    if basic.strides.areContiguous(for: basic.shape, itemSize: size) && out.isContiguous {
      for number in 0..<offsets.count {
        target.advanced(by: number &* bytes).copy(
          from: source.advanced(by: places.load(Int.self, at: number &* 8)), byteCount: bytes)
      }
      return
    }
    if basic.shape.count == 1 && out.isContiguous {
      return ArrayKernels.gatherRuns(
        size, from: source, stride: basic.strides[0], length: block, offsets: places, count: offsets.count, out: target)
    }
    var nest = LoopNest(basic.shape, out.strides.dropping(first: shape.count), basic.strides)
    let loop = castLoop(from: x.type, to: x.type)
    for number in 0..<offsets.count {
      try nest.run(
        loop, out: target.advanced(by: number &* bytes),
        x: source.advanced(by: places.load(Int.self, at: number &* 8)))
    }
  }

  /// Assigns to the selected elements. Throws IndexError, and ValueError where the value does not fit.
  static func write(
    _ x: borrowing NDArray, _ indices: borrowing List<Index>, _ summary: IndexSummary, _ value: borrowing NDArray
  ) throws(Fault) {
    if indices.count == 1 {
      switch indices[0] {
      case .array(let mask) where isFullMask(mask.value, x) && value.rank > 1:
        try Masks.check(mask.value, at: 0, of: x)
        throw Masks.tooDeep(value.rank)
      case .boolean where x.rank == 0 && value.rank > 1: throw Masks.tooDeep(value.rank)
      default: break
      }
    }
    if indices.count == 1 && x.isContiguous {
      switch indices[0] {
      case .array(let mask) where isFullMask(mask.value, x):
        try Masks.check(mask.value, at: 0, of: x)
        return try Masks.write(x, try mask.value.contiguous(), value)
      default: break
      }
    }
    let plan = try AdvancedIndexing(x, indices, summary)
    let target = try plan.resultShape()
    var start = 0
    while value.rank &- start > target.count && value.shape[start] == 1 { start &+= 1 }
    let trimmed = value.view(
      offset: value.offset, shape: value.shape.dropping(first: start), strides: value.strides.dropping(first: start))
    // An empty value of more axes than an empty selection passes in NumPy.
    let isNothing = target.count == 1 && target[0] == 0 && value.rank > 1 && value.shape[value.rank &- 1] == 0
    if isNothing && indices.count == 1 && plan.parts.count > 1 { return }
    guard Broadcasting.fits(trimmed.shape, into: target) else {
      throw Fault(
        .valueError,
        "shape mismatch: value array of shape \(value.shape.compactText) could not be broadcast to indexing result of "
          + "shape \(target.compactText)", operands: [target.text, value.shape.text])
    }
    let offsets = try plan.offsets(x)
    if offsets.count == 0 { return }
    if trimmed.type == x.type && !trimmed.sharesStorage(with: x) {
      try plan.scatter(trimmed.broadcastView(target), offsets, x)
    } else {
      try plan.scatter(try trimmed.cast(to: x.type).broadcastView(target), offsets, x)
    }
  }

  /// Writes a value of the result's shape.
  private func scatter(_ value: borrowing NDArray, _ offsets: borrowing NDArray, _ x: borrowing NDArray) throws(Fault) {
    let size = x.itemSize
    let block = basic.shape.product
    if block == 0 { return }
    let target = x.mutableData
    let places = offsets.data
    if block == 1, !value.strides.contains(where: { $0 != 0 }) || value.isContiguous {
      let stride = value.isContiguous && value.count > 1 ? size : 0
      return ArrayKernels.scatter(
        size, from: value.data, stride: stride, count: offsets.count, to: target, offsets: places)
    }
    let ordered = value.permuted(frontOrder)
    var valueStrides = Dimensions()
    for axis in 0..<shape.count { valueStrides.append(ordered.strides[axis]) }
    var nest = LoopNest(basic.shape, basic.strides, ordered.strides.dropping(first: shape.count))
    let loop = castLoop(from: x.type, to: x.type)
    let source = ordered.data
    try Lanes.forEach(shape, shape.contiguousStrides(itemSize: 8), valueStrides) { (place, from) throws(Fault) in
      try nest.run(
        loop, out: target.advanced(by: places.load(Int.self, at: place)), x: source.advanced(by: from))
    }
  }

  /// The byte offsets of all selected elements from the array's first one, of the selection's shape. Throws IndexError.
  static func places(_ x: borrowing NDArray, _ indices: borrowing List<Index>) throws(Fault) -> NDArray {
    let plan = try AdvancedIndexing(x, indices, try IndexSummary(indices, rank: x.rank))
    let target = try plan.resultShape()
    let offsets = try plan.offsets(x)
    var front = plan.shape
    for extent in plan.basic.shape { try front.appendChecked(extent) }
    let out = try Creation.empty(front, .int64)
    let (from, to) = (offsets.data, out.mutableData)
    var place = 0
    let isRow = plan.basic.shape.count < 2
    let (length, step) =
      plan.basic.shape.count == 1 ? (plan.basic.shape[0], plan.basic.strides[0]) : (1, 0)
    for number in 0..<offsets.count {
      let base = from.load(Int.self, at: number &* 8)
      if isRow {
        for index in 0..<length {
          to.store(base &+ index &* step, at: place)
          place &+= 8
        }
        continue
      }
      try Lanes.forEach(plan.basic.shape, plan.basic.strides) { (offset) throws(Fault) in
        to.store(base &+ offset, at: place)
        place &+= 8
      }
      if number & 0xFFFF == 0xFFFF { try Interrupts.check() }
    }
    if plan.place == 0 { return out }
    let order = plan.frontOrder
    var strides = target
    for axis in 0..<order.count { strides[order[axis]] = out.strides[axis] }
    return NDArray(
      storage: out.storage.copy(), offset: 0, type: .int64, shape: target, strides: strides, isWriteable: true,
      isView: true)
  }

  /// Adds to the selected elements, once for every time that one is named. The value has the selection's shape and, as
  /// the array, floats or complex numbers. Throws IndexError.
  static func accumulate(
    _ x: borrowing NDArray, _ indices: borrowing List<Index>, _ value: borrowing NDArray
  ) throws(Fault) {
    let plan = try AdvancedIndexing(x, indices, try IndexSummary(indices, rank: x.rank))
    let offsets = try plan.offsets(x)
    if x.type == .float64, value.type == .float64, plan.basic.shape.product == 1,
      value.count == 1 || value.isContiguous && value.count == offsets.count
    {
      return ArrayKernels.scatterAdd(
        from: value.data, stride: value.count == 1 ? 0 : 8, count: offsets.count, to: x.mutableData,
        offsets: offsets.data)
    }
    let ordered = try value.broadcast(to: try plan.resultShape()).permuted(plan.frontOrder)
    var valueStrides = Dimensions()
    for axis in 0..<plan.shape.count { valueStrides.append(ordered.strides[axis]) }
    let inner = ordered.strides.dropping(first: plan.shape.count)
    let (target, source, places) = (x.mutableData, ordered.data, offsets.data)
    let (type, sourceType) = (x.type, ordered.type)
    try Lanes.forEach(plan.shape, plan.shape.contiguousStrides(itemSize: 8), valueStrides) {
      (place, from) throws(Fault) in
      let base = places.load(Int.self, at: place)
      try Lanes.forEach(plan.basic.shape, plan.basic.strides, inner) { (to, rest) throws(Fault) in
        let (old, new) = (target.load(type, at: base &+ to), source.load(sourceType, at: from &+ rest))
        let sum =
          type.isComplex
          ? NumPyScalar(real: old.asDouble + new.asDouble, imaginary: old.imaginary + new.imaginary)
          : NumPyScalar(old.asDouble + new.asDouble)
        target.store(sum.cast(to: type), at: base &+ to)
      }
    }
  }
}
