import NNKernels

// `maximum(0, z)` and its like: a number against an array, in one pass that also finds the ties.

/// The entry of the larger (or smaller) of an array's elements and a number: it keeps the result alone, and where some
/// elements are that number, the share of each.
final class BoundNode: Node {
  private let isMaximum: Bool
  private let bound: Double
  fileprivate var out = Value.unbound
  fileprivate var shares = Value.unbound
  /// The result, where that was put off: its slopes are made of it, in place of what else is kept.
  fileprivate var product: LazyProduct?

  init(_ x: Node, _ isMaximum: Bool, _ bound: Double) {
    self.isMaximum = isMaximum
    self.bound = bound
    super.init(x)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    var g = g
    guard let x = first, sweep.needs(x) else { return }
    guard !Tracing.isOpen, isFlat(g) else { return try backward(sweep, Term(g, sweep.context)) }
    if let product {
      if let array = g.asFlatArray?.owned(), let masked = array.value.lazyProduct?.masked(by: product) {
        _ = g.exchange(.unbound)
        return try sweep.add(value: .array(try LazyProducts.array(masked, after: array)), to: x)
      }
      try makeShares(product)
    }
    if let shares = shares.asFlatArray {
      return try sweep.add(value: try FusedCotangent.apply(.product, g, shape, array: shares), to: x)
    }
    guard let result = out.asFlatArray else { return }
    try sweep.add(
      value: try FusedCotangent.apply(isMaximum ? .above : .below, g, shape, array: result, bound: bound), to: x)
  }

  private func makeShares(_ product: LazyProduct) throws(Fault) {
    let slopes = try Creation.empty(shape, .float64)
    ArrayKernels.slopes(of: product, out: slopes)
    shares = .array(Ref(slopes))
    self.product = nil
  }

  private func isFlat(_ g: borrowing Value) -> Bool {
    if let array = g.asFlatArray { return array.value.shape == shape }
    return g.asArray == nil && g.plainNumber != nil
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    guard let x = first else { return }
    if let product { try makeShares(product) }
    if !shares.isUnbound { return try sweep.add(try g * g.with(shares.copy()), to: x) }
    try sweep.add(try g * g.with(out.copy())(isMaximum ? .greater : .less, bound), to: x)
  }
}

extension Tape {
  /// `maximum` or `minimum` of a flat array that is traced and a number that is not; nil for other operands, which stay
  /// what they are.
  func bounded(
    _ ufunc: Ufunc, _ x: inout Value, _ y: inout Value, _ left: Node?, _ right: Node?
  ) throws(Fault) -> Value? {
    guard case .binary(let operation) = ufunc.kernel, operation == .maximum || operation == .minimum else { return nil }
    if left == nil, let right, let bound = x.asArray == nil ? x.plainNumber : nil {
      return try bounded(&y, right, operation == .maximum, bound)
    }
    if right == nil, let left, let bound = y.asArray == nil ? y.plainNumber : nil {
      return try bounded(&x, left, operation == .maximum, bound)
    }
    return nil
  }

  private func bounded(
    _ x: inout Value, _ node: Node, _ isMaximum: Bool, _ bound: Double
  ) throws(Fault) -> Value? {
    guard let flat = x.asFlatArray, !flat.value.isTracedFloat, !bound.isNaN,
      let array = x.exchange(.unbound).takeArrayOperand()?.takeArray()
    else { return nil }
    let entry = BoundNode(node, isMaximum, bound)
    if isMaximum, let product = array.value.lazyProduct?.bounded(below: bound) {
      entry.product = product
      return try record(.array(try LazyProducts.array(product, after: array)), entry)
    }
    let count = array.value.count
    let isReused = array.isUnique && array.value.isReusable
    let out = isReused ? array.copy() : Ref(try Creation.empty(array.value.shape, .float64))
    let done = ArrayKernels.boundWithoutTies(
      isMaximum, count, out: out.value.mutableData, x: array.value.data, bound: bound)
    if done < count {
      let shares = try Creation.empty(array.value.shape, .float64)
      ArrayKernels.boundWithShares(
        isMaximum, count, done: done, out: out.value.mutableData, x: array.value.data, bound: bound,
        shares: shares.mutableData)
      entry.shares = .array(Ref(shares))
    }
    let result = try record(.array(out.copy()), entry)
    if done == count { entry.out = saveValue(result) }
    return result
  }
}
