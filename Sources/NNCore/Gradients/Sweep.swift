/// One reverse pass: from results and their cotangents to the leaves of a gradient.
final class Sweep {
  let context: Context
  private let pass: Int
  private static var passes = 0
  /// Whether the cotangent that a node is given now is an array of the pass's own.
  private(set) var ownsCurrent = false

  /// Whether no other pass will go over the same nodes.
  private let isLast: Bool

  init(_ context: Context, isLast: Bool = false) {
    self.context = context
    self.isLast = isLast
    Sweep.passes &+= 1
    pass = Sweep.passes
  }

  /// Runs the pass. Afterwards the leaves hold their cotangents.
  func run(_ outputs: [(node: Node, g: Term)], to leaves: [Node]) throws(Fault) {
    guard let oldest = leaves.map(\.serial).min() else { return }
    var order = collect(outputs.map(\.node), from: oldest)
    for leaf in leaves { mark(leaf) }
    for node in order where !node.isNeeded {
      node.forEachInput { if $0.pass == pass && $0.isNeeded { node.isNeeded = true } }
    }
    // The newest first: so no long chain of nodes is freed at once.
    defer { while let node = order.popLast() { finish(node) } }
    for output in outputs { try add(value: output.g.value.copy(), to: output.node) }
    var number = 0
    while let node = order.popLast() {
      if node.isNeeded && node.wantedIn != pass && node.hasInputs {
        number &+= 1
        if number & 0x3F == 0 { try context.checkInterrupt() }
        let g = node.cotangent.exchange(.unbound)
        ownsCurrent = node.ownsCotangent
        node.ownsCotangent = false
        if !g.isUnbound {
          if Mutant.isAnyOn { try node.backward(self, Term(g, context)) } else { try node.receive(self, g) }
        }
      }
      finish(node)
    }
  }

  /// Leaves a node behind. In the last pass it gives its inputs away, so that what it has saved is free for others.
  private func finish(_ node: Node) {
    if node.wantedIn != pass {
      _ = node.takeCotangent()
      if isLast { node.forget() }
    }
    node.isNeeded = false
  }

  private func mark(_ leaf: Node) {
    if leaf.pass != pass {
      leaf.pass = pass
      leaf.cotangent = .unbound
      leaf.ownsCotangent = false
    }
    leaf.isNeeded = true
    leaf.wantedIn = pass
  }

  /// The nodes that results depend on, no older than `oldest`, the oldest first.
  private func collect(_ outputs: [Node], from oldest: Int) -> [Node] {
    var found: [Node] = []
    var waiting = outputs
    while let node = waiting.popLast() {
      if node.pass == pass || node.serial < oldest { continue }
      node.pass = pass
      node.isNeeded = false
      node.cotangent = .unbound
      node.ownsCotangent = false
      found.append(node)
      node.forEachInput { if $0.pass != pass && $0.serial >= oldest { waiting.append($0) } }
    }
    var isSorted = true
    for index in 1..<max(found.count, 1) where found[index].serial > found[index &- 1].serial { isSorted = false }
    if isSorted { return found.reversed() }
    return found.sorted { $0.serial < $1.serial }
  }

  /// Whether the cotangent of a node is of any use.
  func needs(_ node: Node?) -> Bool {
    guard let node else { return false }
    return node.pass == pass && node.isNeeded
  }

  /// Adds to a node's cotangent.
  func add(_ g: Term, to node: Node) throws(Fault) { try add(value: g.value.copy(), to: node) }

  func add(value g: consuming Value, to node: Node) throws(Fault) {
    guard needs(node) else { return }
    if !node.type.isComplex, g.asArray?.value.type.isComplex ?? g.isComplexNumber {
      return try add(try realPart(Term(g, context)), to: node)
    }
    if node.cotangent.isUnbound {
      node.cotangent = g
    } else if node.ownsCotangent {
      let whole = node.cotangent.copy()
      _ = try context.arithmetic(.add, whole, g, inPlace: true)
    } else {
      let old = node.cotangent.exchange(.unbound)
      node.cotangent = try context.arithmetic(.add, old, g)
    }
  }

  /// Adds a number, the same for all elements, to a node's cotangent.
  func add(number g: Double, to node: Node) throws(Fault) {
    guard needs(node) else { return }
    if node.cotangent.isUnbound {
      node.cotangent = .float(g)
    } else if let old = node.cotangent.asFloat {
      node.cotangent = .float(old + g)
    } else {
      try add(value: .float(g), to: node)
    }
  }

  /// The cotangent of real numbers that took part in complex arithmetic.
  private func realPart(_ g: Term) throws(Fault) -> Term {
    let array = try context.attribute(.array(Ref(try ArrayConversion.array(g.value, in: context))), Symbol("real"))
    return g.with(array)
  }

  /// Gives a node the memory of another one's cotangent, which that does not need any more.
  func handOver(_ buffer: consuming Value, to node: Node) throws(Fault) {
    guard needs(node) else { return }
    if node.cotangent.isUnbound {
      node.cotangent = buffer
      node.ownsCotangent = true
    } else {
      try add(Term(buffer, context), to: node)
    }
  }

  /// A cotangent in all its elements.
  func full(_ g: Term, _ shape: Dimensions) throws(Fault) -> Term { try g.broadcast(to: shape) }

  /// A node's cotangent as an array in C order that may be written to.
  func buffer(of node: Node) throws(Fault) -> Value {
    if node.ownsCotangent { return node.cotangent.copy() }
    if Mutant.isOn(.addsIntoAlias), node.cotangent.asArray?.value.shape == node.shape { return node.cotangent.copy() }
    let old = node.cotangent.exchange(.unbound)
    let buffer = try owned(old, node)
    node.cotangent = buffer.copy()
    node.ownsCotangent = true
    return buffer
  }

  /// A cotangent as an array of its own in C order.
  func owned(_ g: borrowing Value, _ node: Node) throws(Fault) -> Value {
    let buffer = Value.array(try Creation.zeros(node.shape, node.type))
    if !g.isUnbound { try context.setItem(buffer, at: .special(.ellipsis), to: g) }
    return buffer
  }
}
