/// The record of the operations on arrays that are being differentiated: one for all gradients that are open. An array
/// names its entry by a serial, and so does memory that was written into; an array whose memory has moved on gets a new
/// entry when it is read next.
final class Tape: Tracer {
  let context: Context
  private var nodes: [Node?] = []
  /// The serial of the first entry.
  private var first = 0
  private static var nextSerial = 1
  /// The gradients that are open, a bit each.
  private var open: UInt64 = 0
  /// Whether entries made since the record was empty will be used after the gradient they belong to.
  private(set) var isKept = false

  init(_ context: Context) { self.context = context }

  // MARK: Gradients

  /// One open gradient.
  struct Level {
    let bit: UInt64
    fileprivate let start: Int
    fileprivate let saved: Int
  }

  /// Opens a gradient. RecursionError where there are too many.
  func openLevel() throws(Fault) -> Level {
    if open == UInt64.max { throw Fault(.recursionError, "gradients are nested too deeply") }
    if open == 0 {
      self.isKept = false
      first = Tape.nextSerial
      nodes.removeAll(keepingCapacity: true)
      Tracing.isOpen = true
      Tracing.entries = self
      context.tracer = self
    }
    let bit: UInt64 = 1 << UInt64((~open).trailingZeroBitCount)
    open |= bit
    return Level(bit: bit, start: nodes.count, saved: SavedMemory.count)
  }

  /// Closes a gradient: what belongs to no other one is a constant from now on. `isKept`: the entries will be used after
  /// all gradients are closed.
  func close(_ level: Level, isKept: Bool = false) throws(Fault) {
    open &= ~level.bit
    if isKept { self.isKept = true }
    // The newest first, here and below: so no long chain of nodes is freed at once.
    for index in (level.start..<max(nodes.count, level.start)).reversed() {
      guard let node = nodes[index] else { continue }
      node.levels &= ~level.bit
      if node.levels == 0 { nodes[index] = nil }
    }
    if open != 0 { return SavedMemory.sweep(from: level.saved) }
    Tracing.isOpen = false
    Tracing.entries = nil
    context.tracer = nil
    while !nodes.isEmpty { nodes.removeLast() }
    defer { SavedMemory.clear() }
    if isKept { try SavedMemory.detach() }
  }

  // MARK: Entries

  private func active(_ serial: Int) -> Node? {
    let index = serial &- first
    guard index >= 0 && index < nodes.count else { return nil }
    return nodes[index]
  }

  override func isActive(_ serial: Int) -> Bool { active(serial) != nil }

  private func enter(_ node: Node) {
    node.enter(Tape.nextSerial)
    Tape.nextSerial &+= 1
    nodes.append(node)
    node.forEachInput { node.levels |= $0.levels }
    node.levels &= open
  }

  /// The entry that memory stands for; nil where it is not traced.
  func node(ofMemory serial: Int) -> Node? { active(serial) }

  /// The entry that an array's memory stands for; nil where it is not traced.
  func active(ofMemory array: Unowned<NDArray>) -> Node? { active(array.value.storage.value.serial) }

  /// The memory that an array stands in, as an entry, and the array's place there; nil where it is not traced.
  func source(of array: Unowned<NDArray>) -> (node: Node, geometry: Geometry)? {
    active(array.value.storage.value.serial).map { ($0, Geometry(array.value)) }
  }

  /// The entry that an array stands for now; nil where it is not traced.
  func node(of array: Unowned<NDArray>) -> Node? {
    let memory = array.value.storage.value.serial
    if memory < first && array.value.serial < first { return nil }
    if let own = active(array.value.serial), array.value.isPinned || own.memory == memory || Mutant.isOn(.staleView) {
      return own
    }
    guard let source = source(of: array) else { return nil }
    let node = ReadNode(source.node, source.geometry)
    enter(node)
    node.shape = array.value.shape
    node.type = array.value.type
    node.memory = memory
    array.value.serial = node.serial
    return node
  }

  /// The entry of a value; nil where it is not a traced array.
  func node(of value: borrowing Value) -> Node? {
    guard let array = value.asArray else { return nil }
    return node(of: array)
  }

  override func isTraced(_ value: borrowing Value) -> Bool { isTraced(value, depth: 0) }

  private func isTraced(_ value: borrowing Value, depth: Int) -> Bool {
    switch value {
    case .array(let r):
      return active(r.value.storage.value.serial) != nil
    case .list(let r): return depth < 8 && isAnyTraced(r.value.items, depth)
    case .tuple(let r): return depth < 8 && isAnyTraced(r.value.items, depth)
    case .instance(let r): return isTraced(r.value.payload, depth: depth &+ 1)
    default: return false
    }
  }

  private func isAnyTraced(_ items: borrowing ValueList, _ depth: Int) -> Bool {
    for index in 0..<items.count where isTraced(items[index], depth: depth &+ 1) { return true }
    return false
  }

  // MARK: What operations ask

  override func arithmetic(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    try operate(op, x, y, inPlace: inPlace)
  }

  override func unary(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value { try operate(op, x) }

  override func item(_ array: Unowned<NDArray>, _ key: borrowing Value) throws(Fault) -> Value {
    try read(array, key)
  }

  override func setItem(_ array: Unowned<NDArray>, _ key: borrowing Value, _ new: borrowing Value) throws(Fault) {
    try write(array, key, new)
  }

  override func call(_ builtin: Builtin, _ arguments: Registers) throws(Fault) -> Value? {
    try trace(builtin, arguments)
  }

  // MARK: Recording

  /// Makes a result stand for a new entry. A number becomes an array without axes that stands for a float.
  func record(_ result: consuming Value, _ node: Node) throws(Fault) -> Value {
    if let array = result.asArray, !array.value.isTracedFloat || array.value.storage.isUnique {
      let isOwn = array.value.isContiguous && array.value.offset == 0 && array.value.storage.isUnique
      if isOwn {
        attach(array, node)
        return result
      }
      let copy = Ref(try array.value.copied(order: .c))
      copy.value.isTracedFloat = array.value.isTracedFloat
      attach(copy.unowned, node)
      return .array(copy.copy())
    }
    if let number = result.asScalar { return try recordNumber(number, node) }
    if let number = result.asFloat { return try recordNumber(NumPyScalar(number), node) }
    let copy = Ref(try ArrayConversion.array(result, in: context).copied())
    copy.value.isTracedFloat = copy.value.rank == 0
    attach(copy.unowned, node)
    return .array(copy.copy())
  }

  /// A number that stands for a new entry.
  func recordNumber(_ number: NumPyScalar, _ node: Node) throws(Fault) -> Value {
    attachedNumber(Ref(try Creation.scalar(number)), node)
  }

  // References are taken as parameters here and below: for a local one whose object is looked at, the compiler makes a
  // box on the heap.
  private func attachedNumber(_ array: consuming Ref<NDArray>, _ node: Node) -> Value {
    array.value.isTracedFloat = true
    attach(array.unowned, node)
    return .array(array)
  }

  private func attach(_ array: Unowned<NDArray>, _ node: Node) {
    enter(node)
    node.shape = array.value.shape
    node.type = array.value.type
    node.memory = node.serial
    array.value.serial = node.serial
    array.value.storage.value.serial = node.serial
  }

  /// A fresh array that stands for a leaf of a gradient.
  /// `outer` is what the argument stands for in gradients further out.
  func leaf(_ array: borrowing Ref<NDArray>, isFloat: Bool, _ level: Level, outer: Node?) -> Node {
    let node = LeafNode(outer)
    node.levels = level.bit | (outer?.levels ?? 0)
    enter(node)
    array.value.isTracedFloat = isFloat
    node.shape = array.value.shape
    node.type = array.value.type
    node.memory = node.serial
    array.value.serial = node.serial
    array.value.storage.value.serial = node.serial
    return node
  }

  /// Makes memory stand for a new entry, after a write.
  func recordMemory(of array: Unowned<NDArray>, _ node: Node) {
    enter(node)
    node.memory = node.serial
    array.value.storage.value.serial = node.serial
  }

  /// A value as a derivative will read it, whatever is written into its memory.
  func save(_ value: borrowing Value) -> Term { Term(saveValue(value), context) }

  func saveValue(_ value: borrowing Value) -> Value {
    guard let array = value.asArray, !array.value.isTracedFloat else { return value.copy() }
    let serial = node(of: array)?.serial ?? 0
    return pinned(Ref(array.value.adopted()), serial)
  }

  private func pinned(_ header: consuming Ref<NDArray>, _ serial: Int) -> Value {
    header.value.serial = serial
    header.value.isPinned = serial != 0
    SavedMemory.save(header)
    return .array(header)
  }
}
