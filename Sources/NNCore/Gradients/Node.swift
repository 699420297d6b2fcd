import NNKernels

/// An entry of the record: what one operation made of its inputs, and what the reverse pass needs of both.
class Node {
  /// The place in the record; later entries have larger ones.
  fileprivate(set) var serial = 0
  /// The open gradients that the entry belongs to, a bit each.
  var levels: UInt64 = 0
  /// The entries whose values the operation read: up to two, and the rest.
  private(set) final var first: Node?
  private(set) final var second: Node?
  private(set) final var rest: [Node]
  /// The shape and type of the value, set when that is recorded.
  var shape = Dimensions()
  var type = ElementType.float64
  /// The entry that the value's memory stood for when this one was made.
  var memory = 0

  // The state of a reverse pass.
  var pass = 0
  var isNeeded = false
  /// The pass that asks for this node's cotangent.
  var wantedIn = 0
  /// What the result changes by for a change of the value: broadcasts to `shape`. Unbound for none yet.
  var cotangent = Value.unbound
  /// Whether the cotangent is an array of the pass's own, which may be added to in place.
  var ownsCotangent = false

  init(_ first: Node?, _ second: Node? = nil, rest: [Node] = []) {
    self.first = first
    self.second = second
    self.rest = rest
  }

  /// Calls `body` with each entry that the operation read.
  @inline(__always) final func forEachInput(_ body: (Node) throws(Fault) -> Void) throws(Fault) {
    if let first { try body(first) }
    if let second { try body(second) }
    for node in rest { try body(node) }
  }

  @inline(__always) final func forEachInput(_ body: (Node) -> Void) {
    if let first { body(first) }
    if let second { body(second) }
    for node in rest { body(node) }
  }

  /// Frees nodes that nobody else holds, one after the other: a long chain would overflow the stack.
  static func dismantle(_ waiting: inout [Node]) {
    while var node = waiting.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      node.release(into: &waiting)
    }
  }

  /// Gives its inputs away.
  func release(into waiting: inout [Node]) {
    if let first { waiting.append(first) }
    if let second { waiting.append(second) }
    waiting += rest
    first = nil
    second = nil
    rest = []
  }

  /// Gives its inputs away where these are held by the pass, which no other one will follow.
  func forget() {
    first = nil
    second = nil
    if !rest.isEmpty { rest = [] }
  }

  final var hasInputs: Bool { first != nil || second != nil || !rest.isEmpty }

  /// Hands the cotangents of the inputs to the pass, where the value's is a number or an array that may be written to if
  /// nobody else has it.
  func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) { try backward(sweep, Term(g, sweep.context)) }

  /// The same by formulas of the language's own operations, which are recorded where a gradient further out is open.
  func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {}

  func enter(_ serial: Int) { self.serial = serial }

  /// The cotangent, which is gone afterwards.
  func takeCotangent() -> Value {
    ownsCotangent = false
    return cotangent.exchange(.unbound)
  }
}

/// A leaf of a gradient: for those further out it is the argument.
final class LeafNode: Node {
  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    try forEachInput { (input) throws(Fault) in try sweep.add(g, to: input) }
  }
}

/// A node whose derivative is a closure: the cotangents of its inputs, nil for one that is not needed.
final class ClosureNode: Node {
  typealias Rule = (_ sweep: Sweep, _ g: Term) throws(Fault) -> [Term?]
  private var rule: Rule?

  init(_ inputs: [Node], _ rule: @escaping Rule) {
    self.rule = rule
    super.init(nil, rest: inputs)
  }

  override func release(into waiting: inout [Node]) {
    rule = nil
    super.release(into: &waiting)
  }

  override func forget() {
    rule = nil
    super.forget()
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    guard let rule else { return }
    let parts = try rule(sweep, g)
    for (index, input) in rest.enumerated() where index < parts.count {
      if let part = parts[index] { try sweep.add(part, to: input) }
    }
  }
}

/// What a part of memory is to the whole: the place of its elements there.
struct Geometry {
  let offset: Int
  let shape: Dimensions
  let strides: Dimensions

  init(_ array: borrowing NDArray) {
    offset = array.offset
    shape = array.shape
    strides = array.strides
  }

  /// A whole array in C order.
  init(contiguous shape: Dimensions, _ type: ElementType) {
    offset = 0
    self.shape = shape
    strides = shape.contiguousStrides(itemSize: type.size)
  }

  /// This part of the memory of another array.
  func view(of array: borrowing NDArray) -> NDArray {
    NDArray(
      storage: array.storage.copy(), offset: offset, type: array.type, shape: shape, strides: strides,
      isWriteable: true, isView: true)
  }

  /// The axes from the slowest to the fastest.
  private var order: [Int] { (0..<shape.count).sorted { abs(strides[$0]) > abs(strides[$1]) } }

  /// Whether no element stands at the place of another.
  var isInjective: Bool {
    var reach = 1
    for axis in order.reversed() where shape[axis] > 1 {
      if abs(strides[axis]) < reach { return false }
      reach = abs(strides[axis]) &* (shape[axis] &- 1) &+ reach
    }
    return true
  }

  /// The axes in the order in which they are the whole of a memory of `count` elements without gaps; nil where they are
  /// not.
  func covering(_ count: Int, _ itemSize: Int) -> Dimensions? {
    guard offset == 0, shape.product == count else { return nil }
    var result = Dimensions()
    for axis in order { result.append(axis) }
    var step = itemSize
    for axis in result.backwards where shape[axis] != 1 {
      if strides[axis] != step { return nil }
      step &*= shape[axis]
    }
    return result
  }
}
