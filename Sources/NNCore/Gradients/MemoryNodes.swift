import NNKernels

/// A part of memory as an array: what a view is, an element, or with a key the copy that index arrays and masks make.
final class ReadNode: Node {
  private let geometry: Geometry
  private let key: Term?

  init(_ memory: Node, _ geometry: Geometry, key: Term? = nil) {
    self.geometry = geometry
    self.key = key
    super.init(memory)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    if !Tracing.isOpen, key == nil, shape.count == 0, let memory = first, memory.shape.count > 0,
      memory.type == .float64, type == .float64, sweep.needs(memory), let number = g.plainNumber
    {
      // An element: the commonest part.
      guard let whole = try sweep.buffer(of: memory).asArray else { return }
      let place = whole.value.mutableData.advanced(by: geometry.offset)
      return place.store(place.load(Double.self) + number)
    }
    try backward(sweep, Term(g, sweep.context))
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    guard let memory = first, sweep.needs(memory) else { return }
    if memory.type.isComplex && !type.isComplex { return try accumulatePart(sweep, memory, g) }
    if key == nil, memory.cotangent.isUnbound, let whole = try covering(memory, g) {
      return try sweep.add(whole, to: memory)
    }
    try sweep.accumulate(try g.broadcast(to: shape), into: memory, geometry, key: key)
  }

  /// The cotangent of the real or imaginary parts of complex numbers.
  private func accumulatePart(_ sweep: Sweep, _ memory: Node, _ g: Term) throws(Fault) {
    let isImaginary = geometry.offset % memory.type.size != 0
    let place = Geometry(
      offset: isImaginary ? geometry.offset &- type.size : geometry.offset, geometry.shape, geometry.strides)
    let factor = g.with(Value.scalar(NumPyScalar(real: isImaginary ? 0.0 : 1.0, imaginary: isImaginary ? -1.0 : 0.0)))
    try sweep.accumulate(try g.broadcast(to: shape) * factor, into: memory, place, key: key)
  }

  /// The cotangent in the shape of the memory, where the part is all of that.
  private func covering(_ memory: Node, _ g: Term) throws(Fault) -> Term? {
    guard let order = geometry.covering(memory.shape.product, memory.type.size) else { return nil }
    if geometry.shape == memory.shape, order.count < 2 || zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) {
      return g
    }
    if Mutant.isOn(.turnedViewAsIs) { return try g.context.reshape(try g.broadcast(to: shape), memory.shape) }
    let array = try ArrayConversion.array(try g.broadcast(to: shape).value, in: g.context)
    let straight = g.with(.array(Ref(array.permuted(order))))
    return try g.context.reshape(straight, memory.shape)
  }
}

/// Memory after a write: as before but for a part, which is the value that was assigned, or has that added to it.
final class WriteNode: Node {
  private let geometry: Geometry
  private let key: Term?
  private let isAddition: Bool

  init(_ memory: Node?, _ value: Node?, _ geometry: Geometry, key: Term?, isAddition: Bool) {
    self.geometry = geometry
    self.key = key
    self.isAddition = isAddition
    super.init(memory, value)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    guard !Tracing.isOpen, key == nil, geometry.shape.count == 0, shape.count > 0, type == .float64,
      second?.type != .complex128, second?.type != .complex64, let array = g.asFlatArray,
      array.value.offset == 0, array.value.shape == shape
    else { return try backward(sweep, Term(g, sweep.context)) }
    // An element: the commonest part.
    let buffer = sweep.ownsCurrent || array.value.isReusable && g.isUniqueArray ? g : try sweep.owned(g, self)
    guard let whole = buffer.asArray else { return }
    let place = whole.value.mutableData.advanced(by: geometry.offset)
    if let second { try sweep.add(number: place.load(Double.self), to: second) }
    guard let first, sweep.needs(first) else { return }
    if !isAddition { place.store(0.0) }
    try sweep.handOver(buffer, to: first)
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    let (before, value) = (first, second)
    let buffer = try writable(sweep, g)
    guard let whole = buffer.asArray else { return }
    let part = Value.array(geometry.view(of: whole.value))
    let place = key.map { $0.value.copy() } ?? .special(.ellipsis)
    if let value, sweep.needs(value) {
      let own = g.with(try sweep.context.copied(part, at: place))
      let kept = isAddition ? own : try withoutOverwritten(own)
      try sweep.add(try kept.unbroadcast(from: kept.shape, to: value.shape), to: value)
    }
    guard let before, sweep.needs(before) else { return }
    if !isAddition, !Mutant.isOn(.keepsOverwritten) {
      try sweep.context.setItem(part, at: place, to: .float(0))
    }
    try sweep.handOver(buffer, to: before)
  }

  /// The cotangent as memory that this node may change.
  private func writable(_ sweep: Sweep, _ g: Term) throws(Fault) -> Value {
    if sweep.ownsCurrent { return g.value.copy() }
    return try sweep.owned(g.value, self)
  }

  /// The cotangent of the value, zero where an index came again later: only the last assignment counts.
  private func withoutOverwritten(_ g: Term) throws(Fault) -> Term {
    guard let key, !key.isMask, g.shape.product > 1, !Mutant.isOn(.repeatedAssignment) else { return g }
    let count = shape.product
    let numbers = try Creation.zeros(Dimensions(count), .int64)
    let part = NDArray(
      storage: numbers.storage.copy(), offset: geometry.offset / type.size &* 8, type: .int64, shape: geometry.shape,
      strides: geometry.strides.scaled(by: 8, over: type.size), isWriteable: true, isView: true)
    let order = try NDArray.numbers(g.shape)
    let indices = try ArrayConversion.indices(key.value, in: g.context)
    try part.assign(order, at: indices)
    guard case .array(let last) = try part.subscripted(indices) else { return g }
    let isLast = try Ufunc.equal.binary(last, order)
    if try Reduction.all.reduce(isLast).firstElement.asBool { return g }
    return try g * g.with(.array(Ref(try isLast.cast(to: .float64))))
  }
}

extension Dimensions {
  /// Strides of another element size.
  fileprivate func scaled(by size: Int, over old: Int) -> Dimensions {
    var result = self
    for axis in 0..<count { result[axis] = self[axis] / old &* size }
    return result
  }
}

extension NDArray {
  /// 0, 1, 2, … in a shape, in C order.
  static func numbers(_ shape: Dimensions) throws(Fault) -> NDArray {
    let result = try Creation.empty(shape, .int64)
    for index in 0..<result.count { result.mutableData.store(index, at: index &* 8) }
    return result
  }
}

extension Term {
  /// Whether the term as a key is one mask, which names no element twice.
  var isMask: Bool { value.asArray?.value.type == .bool }
}

extension Sweep {
  /// Adds to a part of a node's cotangent.
  func accumulate(_ g: Term, into node: Node, _ geometry: Geometry, key: Term?) throws(Fault) {
    let buffer = try buffer(of: node)
    guard let whole = buffer.asArray else { return }
    if let key, Mutant.isOn(.repeatedReading) {
      let part = Value.array(geometry.view(of: whole.value))
      let sum = try g.with(try context.item(part, at: key.value)) + g
      return try context.setItem(part, at: key.value, to: sum.value)
    }
    if key != nil { return try context.accumulate(geometry.view(of: whole.value), key, g) }
    if geometry.isInjective || Mutant.isOn(.repeatedView) {
      _ = try context.arithmetic(.add, .array(geometry.view(of: whole.value)), g.value.copy(), inPlace: true)
      return
    }
    // Several elements stand at one place: each is looked up by its number.
    let numbers = try NDArray.numbers(whole.value.shape)
    let places = try Geometry(
      offset: geometry.offset / node.type.size &* 8, geometry.shape,
      geometry.strides.scaled(by: 8, over: node.type.size)
    ).view(of: numbers).copied()
    let flat = try whole.value.reshaped(Dimensions(whole.value.count))
    try context.accumulate(flat, g.with(.array(Ref(places))), g)
  }
}

extension Geometry {
  init(offset: Int, _ shape: Dimensions, _ strides: Dimensions) {
    self.offset = offset
    self.shape = shape
    self.strides = strides
  }
}

extension Value {
  /// Whether the value is an array's only owner.
  fileprivate var isUniqueArray: Bool {
    borrowing get {
      switch self {
      case .array(let r): r.isUnique
      default: false
      }
    }
  }
}
