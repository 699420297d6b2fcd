import NNKernels

// Sums, shapes, products and choices of traced arrays: computed on plain arrays as always, and recorded.

extension Context {
  private var tape: Tape? { Tracing.isOpen ? tracer as? Tape : nil }

  /// A value as an array that is only read.
  @inline(__always) private func header(of value: borrowing Value) throws(Fault) -> Ref<NDArray> {
    if let array = value.asArray { return array.owned() }
    return Ref(try ArrayConversion.array(value, in: self))
  }

  /// The sum over axes; over all where nil.
  func sum(_ x: Term, axes: Dimensions?, keep: Bool) throws(Fault) -> Term {
    if let array = x.value.asArray { return try sum(x, array, axes, keep) }
    let array = try header(of: x.value)
    return try sum(x, array.unowned, axes, keep)
  }

  private func sum(
    _ x: Term, _ array: Unowned<NDArray>, _ axes: Dimensions?, _ keep: Bool
  ) throws(Fault) -> Term {
    let rank = array.value.rank
    // The axis of a number is none.
    let isNumber = rank == 0 && axes.map { $0.count == 1 && ($0[0] == 0 || $0[0] == -1) } == true
    let places = try Axes.normalized(isNumber ? nil : axes, rank: rank)
    guard let tape, let node = tape.node(of: x.value) else {
      return x.with(.result(try Reduction.sum.reduce(array.value, axes: places, keepDimensions: keep)))
    }
    let entry = SumNode(node, kept(array.value.shape, places))
    return x.with(
      try tape.record(.result(try Reduction.sum.reduce(array.value, axes: places, keepDimensions: keep)), entry))
  }

  /// A shape with the given axes of length one.
  func kept(_ shape: Dimensions, _ axes: Dimensions) -> Dimensions {
    var result = shape
    for axis in axes { result[axis] = 1 }
    return result
  }

  /// The elements in another shape: a view where the memory allows, else a copy that is recorded.
  func reshape(_ x: Term, _ shape: Dimensions) throws(Fault) -> Term {
    if x.shape == shape, x.value.asArray != nil || shape.count == 0 { return x }
    let array = try header(of: x.value)
    let result = try array.value.reshaped(shape)
    guard let tape, !result.sharesStorage(with: array.value), tape.isTraced(x.value) else {
      return x.with(.array(Ref(result)))
    }
    return try reshape(try copy(x), shape)
  }

  /// A copy in C order, recorded.
  func copy(_ x: Term) throws(Fault) -> Term {
    let array = try ArrayConversion.array(x.value, in: self)
    return x.with(try recordedCopy(of: x.value, .array(Ref(try array.copied(order: .c)))))
  }

  /// What a function made of a value by copying all its elements in the same order: recorded as that.
  func recordedCopy(of x: borrowing Value, _ result: consuming Value) throws(Fault) -> Value {
    guard let tape, let node = tape.node(of: x) else { return result }
    let shape = node.shape
    let full = result.asArray?.value.shape ?? Dimensions()
    return try tape.record(
      result,
      ClosureNode([node]) { (_, g) throws(Fault) in [try g.context.reshape(try g.broadcast(to: full), shape)] })
  }

  /// A view with the axes in another order.
  func permute(_ x: Term, _ axes: Dimensions) throws(Fault) -> Term {
    x.with(.array(Ref(try ArrayConversion.array(x.value, in: self).permuted(axes))))
  }

  /// `x` where the mask is true, else `y`.
  func selection(_ mask: consuming Ref<NDArray>, _ x: Term, _ y: Term) throws(Fault) -> Term {
    let a = Ref(try ArrayConversion.array(x.value, in: self))
    let b = Ref(try ArrayConversion.array(y.value, in: self))
    let type = Promotion.result(x.value.promotion, y.value.promotion)
    let result = Value.result(try Selection.select(mask.value, a.value, b.value, type: type))
    guard let tape else { return x.with(result) }
    let left = tape.node(of: x.value)
    let right = tape.node(of: y.value)
    if left == nil && right == nil { return x.with(result) }
    let saved = tape.save(.array(mask))
    let condition = Mutant.isOn(.exchangedSides) ? try saved(.logicalNot) : saved
    let shape = result.asArray?.value.shape ?? Dimensions()
    let node = ClosureNode([left, right].compactMap { $0 }) { (sweep, g) throws(Fault) in
      let zero = g.number(0)
      var parts: [Term?] = []
      if let left {
        parts.append(
          !sweep.needs(left)
            ? nil : try g.where_(condition, else: zero).unbroadcastThin(from: shape, to: left.shape))
      }
      if let right {
        parts.append(
          !sweep.needs(right)
            ? nil : try zero.where_(condition, else: g).unbroadcastThin(from: shape, to: right.shape))
      }
      return parts
    }
    return x.with(try tape.record(result, node))
  }

  // MARK: Products

  /// `a @ b`.
  func matrixProduct(_ a: Term, _ b: Term) throws(Fault) -> Term {
    if let x = a.value.asArray, let y = b.value.asArray { return try matrixProduct(a, b, x, y) }
    let x = try header(of: a.value)
    let y = try header(of: b.value)
    return try matrixProduct(a, b, x.unowned, y.unowned)
  }

  private func matrixProduct(
    _ a: Term, _ b: Term, _ x: Unowned<NDArray>, _ y: Unowned<NDArray>
  ) throws(Fault) -> Term {
    let left = tape?.node(of: a.value)
    let right = tape?.node(of: b.value)
    guard let tape, left != nil || right != nil else {
      return a.with(.result(try Products.matmul(x.value, y.value)))
    }
    let node = ProductNode(
      left, right, left == nil ? nil : tape.save(b.value), right == nil ? nil : tape.save(a.value), x.value.shape,
      y.value.shape)
    return a.with(try tape.record(.result(try Products.matmul(x.value, y.value)), node))
  }

  /// A matrix, or a stack of them, with the last two axes exchanged.
  func transposed(_ x: Term) throws(Fault) -> Term {
    if Mutant.isOn(.notTransposed), x.shape[x.shape.count &- 1] == x.shape[x.shape.count &- 2] { return x }
    return x.with(.array(Ref(try ArrayConversion.array(x.value, in: self).swappingAxes(-1, -2))))
  }

  // MARK: Memory

  /// The elements at a key, copied.
  func copied(_ array: borrowing Value, at key: borrowing Value) throws(Fault) -> Value {
    let part = try item(array, at: key)
    guard let view = part.asArray else { return part }
    return try copy(Term(.array(view.owned()), self)).value.copy()
  }

  /// Adds to elements of an array, once for every time that one is named.
  func accumulate(_ array: consuming NDArray, _ key: Term?, _ g: Term) throws(Fault) {
    guard let key else { return }
    let target = Ref(array)
    let indices = try ArrayConversion.indices(key.value, in: self)
    let value = try ArrayConversion.array(g.value, in: self)
    guard let tape, tape.isTraced(g.value) || tape.isTraced(.array(target.copy())) else {
      return try AdvancedIndexing.accumulate(target.value, indices, value)
    }
    try AdvancedIndexing.accumulate(target.value, indices, value)
    tape.recordWrite(target.unowned, tape.node(of: g.value), key: key, isAddition: true)
  }

  /// A list or tuple, perhaps nested, with traced values inside, as an array.
  func stacked(_ value: borrowing Value) throws(Fault) -> Value {
    let items = try self.items(value)
    var parts: [Term] = []
    for index in 0..<items.count {
      let isNested = items[index].asList != nil || items[index].asTuple != nil
      parts.append(Term(isNested ? try stacked(items[index]) : items[index].copy(), self))
    }
    return try stack(parts).value.copy()
  }

  /// Arrays of one shape as the rows of a new one.
  func stack(_ parts: [Term]) throws(Fault) -> Term {
    var rows = List<Ref<NDArray>>()
    var shape: Dimensions?
    for part in parts {
      let array = try ArrayConversion.array(part.value, in: self)
      if let shape, shape != array.shape {
        throw Fault(.valueError, "all input arrays must have the same shape")
      }
      shape = array.shape
      rows.append(Ref(try array.expandingDimensions(Dimensions(0))))
    }
    return try joined(parts, try Joining.concatenate(rows, axis: 0), axis: 0, areRows: true)
  }

  /// Records a concatenation of traced arrays along an axis. `areRows`: that axis is new.
  func joined(_ parts: [Term], _ result: consuming NDArray, axis: Int, areRows: Bool) throws(Fault) -> Term {
    let first = Term(.array(Ref(result)), self)
    guard let tape else { return first }
    var inputs: [Node] = []
    var starts: [Int] = []
    var start = 0
    for part in parts {
      let length = areRows ? 1 : part.shape[axis]
      if let node = tape.node(of: part.value) {
        inputs.append(node)
        starts.append(start)
      }
      start &+= length
    }
    if inputs.isEmpty { return first }
    let shape = first.shape
    let nodes = inputs
    let places = starts
    let node = ClosureNode(nodes) { (sweep, g) throws(Fault) in
      let whole = try ArrayConversion.array(try g.broadcast(to: shape).value, in: g.context)
      return try nodes.indices.map { (index) throws(Fault) in
        let length = areRows ? 1 : nodes[index].shape[axis]
        let part = Term(.array(Ref(whole.sliced(axis, places[index], places[index] &+ length))), g.context)
        return try g.context.reshape(part, nodes[index].shape)
      }
    }
    return first.with(try tape.record(first.value.copy(), node))
  }
}

extension Value {
  /// What a value counts for in a common type.
  var promotion: Promotion { borrowing get { arrayOperand?.promotion ?? .strong(.float64) } }
}

/// A sum over axes: its cotangent is the same for all that was summed.
final class SumNode: Node {
  private let kept: Dimensions

  init(_ x: Node, _ kept: Dimensions) {
    self.kept = kept
    super.init(x)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    guard let x = first, g.asArray == nil else { return try backward(sweep, Term(g, sweep.context)) }
    try sweep.add(value: g, to: x)
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    guard let x = first, sweep.needs(x) else { return }
    // A cotangent that is one number stays one.
    if g.value.asArray == nil || kept.product == 1 && shape.product == 1 && g.shape.product == 1 {
      let number = g.value.asArray == nil ? g : try g.context.reshape(g, Dimensions())
      return try sweep.add(number, to: x)
    }
    try sweep.add(try g.context.reshape(try g.broadcast(to: shape), kept), to: x)
  }
}

/// A matrix product.
final class ProductNode: Node {
  private let bTerm: Term?
  private let aTerm: Term?
  private let aShape: Dimensions
  private let bShape: Dimensions

  init(_ a: Node?, _ b: Node?, _ bTerm: Term?, _ aTerm: Term?, _ aShape: Dimensions, _ bShape: Dimensions) {
    self.bTerm = bTerm
    self.aTerm = aTerm
    self.aShape = aShape
    self.bShape = bShape
    super.init(a, b)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    guard !Tracing.isOpen, aShape.count == 2, bShape.count == 2, let matrix = g.asArray, matrix.value.shape == shape
    else { return try backward(sweep, Term(g, sweep.context)) }
    if let a = first, sweep.needs(a), let right = bTerm?.value.asArray {
      try sweep.add(
        value: .array(Ref(try Products.dot(matrix.value, try right.value.swappingAxes(-1, -2)))), to: a)
    }
    if let b = second, sweep.needs(b), let left = aTerm?.value.asArray {
      try sweep.add(value: .array(Ref(try Products.dot(try left.value.swappingAxes(-1, -2), matrix.value))), to: b)
    }
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    let context = g.context
    let (a, b) = (first, second)
    let full = try g.broadcast(to: shape)
    if aShape.count == 1 && bShape.count == 1 {
      if let a, sweep.needs(a), let bTerm { try sweep.add(try full * bTerm, to: a) }
      if let b, sweep.needs(b), let aTerm { try sweep.add(try full * aTerm, to: b) }
      return
    }
    // Vectors stand for matrices of one row or column.
    let aMatrix = aShape.count == 1 ? Dimensions(1, aShape[0]) : aShape
    let bMatrix = bShape.count == 1 ? Dimensions(bShape[0], 1) : bShape
    var stack = Broadcasting.shape(aMatrix.dropping(last: 2), bMatrix.dropping(last: 2)) ?? Dimensions()
    stack.append(aMatrix[aMatrix.count &- 2])
    stack.append(bMatrix[bMatrix.count &- 1])
    let matrix = try context.reshape(full, stack)
    if let a, sweep.needs(a), let bTerm {
      let part = try context.matrixProduct(matrix, try context.transposed(try context.reshape(bTerm, bMatrix)))
      try sweep.add(try context.reshape(try part.unbroadcast(from: part.shape, to: aMatrix), aShape), to: a)
    }
    if let b, sweep.needs(b), let aTerm {
      let part = try context.matrixProduct(try context.transposed(try context.reshape(aTerm, aMatrix)), matrix)
      try sweep.add(try context.reshape(try part.unbroadcast(from: part.shape, to: bMatrix), bShape), to: b)
    }
  }
}

extension Tape {
  // MARK: Subscripts

  func read(_ array: Unowned<NDArray>, _ key: borrowing Value) throws(Fault) -> Value {
    if let place = array.value.elementOffset(key), let source = active(ofMemory: array) {
      let entry = ReadNode(source, Geometry(offset: place, Dimensions(), Dimensions()))
      return try recordNumber(array.value.element(atByteOffset: place &- array.value.offset), entry)
    }
    let key = try plainKey(key)
    let indices = try ArrayConversion.indices(key, in: context)
    let summary = try IndexSummary(indices, rank: array.value.rank)
    guard let source = source(of: array) else { throw Fault(.systemError, "no entry") }
    if summary.isAdvanced {
      guard case .array(let result) = try array.value.subscripted(indices) else { return .nothing }
      return try record(.array(Ref(result)), ReadNode(source.node, source.geometry, key: saveKey(key)))
    }
    let view = try array.value.basicView(indices, summary)
    let isElement = summary.isElement(of: array.value, indices.count)
    guard isElement || summary.hasScalarArray else { return .array(Ref(view)) }
    let result = isElement ? Value.scalar(view.firstElement) : .array(Ref(try view.copied()))
    return try record(result, ReadNode(source.node, Geometry(view)))
  }

  /// A key whose index arrays nobody changes later.
  private func saveKey(_ key: borrowing Value) throws(Fault) -> Term {
    if let array = key.asArray { return Term(.array(Ref(try array.value.copied())), context) }
    guard let tuple = key.asTuple else { return Term(key.copy(), context) }
    var items = ValueList(capacity: tuple.value.items.count)
    for index in 0..<tuple.value.items.count {
      if let array = tuple.value.items[index].asArray {
        items.append(.array(Ref(try array.value.copied())))
      } else {
        items.append(tuple.value.items[index].copy())
      }
    }
    return Term(.tuple(items), context)
  }

  /// A key whose lists and ranges are arrays of indices, so that they become that only once.
  private func plainKey(_ key: borrowing Value) throws(Fault) -> Value {
    if key.isIndexList { return .array(Ref(try indexArray(key))) }
    guard let tuple = key.asTuple?.owned() else { return key.copy() }
    var items = ValueList(capacity: tuple.value.items.count)
    for index in 0..<tuple.value.items.count {
      if tuple.value.items[index].isIndexList {
        items.append(.array(Ref(try indexArray(tuple.value.items[index]))))
      } else {
        items.append(tuple.value.items[index].copy())
      }
    }
    return .tuple(items)
  }

  private func indexArray(_ key: borrowing Value) throws(Fault) -> NDArray {
    let array = try ArrayConversion.array(key, in: context)
    return array.count == 0 && array.type == .float64 ? try array.cast(to: .int64) : array
  }

  func write(_ array: Unowned<NDArray>, _ key: borrowing Value, _ new: borrowing Value) throws(Fault) {
    if array.value.isTracedFloat {
      throw Fault(.typeError, "'numpy.float64' object does not support item assignment")
    }
    if array.value.type == .object { try context.checkUntraced(new) }
    if let place = array.value.elementOffset(key), let number = new.numberOperand {
      return try write(array, at: place, new, number)
    }
    let key = try plainKey(key)
    let value = try traceable(new.copy())
    let indices = try ArrayConversion.indices(key, in: context)
    try array.value.checkFlag()
    let summary = try IndexSummary(indices, rank: array.value.rank)
    let node = array.value.type.isInexact ? self.node(of: value) : nil
    Tracing.isWriteKnown = true
    defer { Tracing.isWriteKnown = false }
    let source: NDArray
    if let own = value.asArray {
      source = own.value.view()
    } else if let scalar = try ArrayConversion.scalar(value, as: array.value.type) {
      source = try Creation.scalar(scalar)
    } else {
      source = try ArrayConversion.array(value, type: value.isSequence ? nil : array.value.type, in: context)
    }
    try array.value.assign(source, at: indices)
    if summary.isAdvanced {
      recordWrite(array, node, key: try saveKey(key), isAddition: false)
    } else {
      let view = Ref(try array.value.basicView(indices, summary))
      recordWrite(view.unowned, node, key: nil, isAddition: false)
    }
  }

  /// Writes a number, traced or not, to an element at a byte offset of the memory.
  private func write(
    _ array: Unowned<NDArray>, at place: Int, _ new: borrowing Value, _ number: Double
  ) throws(Fault) {
    try array.value.checkFlag()
    let node = self.node(of: new)
    let part = Ref(
      NDArray(
        storage: array.value.storage.copy(), offset: place, type: .float64, shape: Dimensions(), strides: Dimensions(),
        isWriteable: true, isView: true))
    if part.value.storage.value.savedMemory != 0 { try SavedMemory.release(part.value) }
    part.value.mutableData.store(number)
    recordWrite(part.unowned, node, key: nil, isAddition: false)
  }

  /// Records that a part of memory was written.
  func recordWrite(_ part: Unowned<NDArray>, _ value: Node?, key: Term?, isAddition: Bool) {
    guard part.value.type.isInexact else { return }
    let storage = part.value.storage.copy()
    let whole = storage.value.byteCount / part.value.itemSize
    var memory = node(ofMemory: storage.value.serial)
    let geometry = Geometry(part.value)
    if key == nil, !isAddition, geometry.covering(whole, part.value.itemSize) != nil || Mutant.isOn(.partForgetsTheRest)
    {
      memory = nil
    }
    if memory == nil && value == nil {
      storage.value.serial = 0
      return
    }
    let node = WriteNode(memory, value, geometry, key: key, isAddition: isAddition)
    node.shape = memory?.shape ?? Dimensions(whole)
    node.type = part.value.type
    recordMemory(of: part, node)
  }
}

extension NDArray {
  /// Where the element of a vector of float64 with an integer key stands in the memory; nil for other arrays and keys.
  fileprivate func elementOffset(_ key: borrowing Value) -> Int? {
    guard type == .float64, rank == 1, let index = key.asInt else { return nil }
    let place = index < 0 ? index &+ shape[0] : index
    return place >= 0 && place < shape[0] ? offset &+ place &* strides[0] : nil
  }
}

extension Value {
  /// Whether the value stands for an array of indices.
  fileprivate var isIndexList: Bool {
    borrowing get {
      switch self {
      case .list: true
      case .range: true
      default: false
      }
    }
  }
}
