/// The entry of an elementwise function: its formulas with what they read.
final class UfuncNode: Node {
  private let derivative: UfuncDerivative
  private var x: Node?
  private var y: Node?
  private let xTerm: Term?
  private let yTerm: Term?
  fileprivate var out: Term?

  init(_ derivative: UfuncDerivative, _ x: Node?, _ y: Node?, _ xTerm: Term?, _ yTerm: Term?) {
    self.derivative = derivative
    self.x = x
    self.y = y
    self.xTerm = xTerm
    self.yTerm = yTerm
    super.init(x, y)
  }

  override func release(into waiting: inout [Node]) {
    x = nil
    y = nil
    super.release(into: &waiting)
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    let slopes = Slopes(g: g, x: xTerm ?? g, y: yTerm ?? g, out: out ?? g)
    if let x, sweep.needs(x) {
      try sweep.add(try derivative.first(slopes).unbroadcastThin(from: shape, to: x.shape), to: x)
    }
    if let y, sweep.needs(y), let second = derivative.second {
      try sweep.add(try second(slopes).unbroadcastThin(from: shape, to: y.shape), to: y)
    }
  }
}

extension Term {
  /// `unbroadcast` for a term that may still be repeated to `full`.
  func unbroadcastThin(from full: Dimensions, to shape: Dimensions) throws(Fault) -> Term {
    full == shape ? self : try unbroadcast(from: full, to: shape)
  }
}

extension Tape {
  /// A function of one traced operand.
  func apply(_ ufunc: Ufunc, _ x: consuming Value) throws(Fault) -> Value {
    guard let derivative = UfuncDerivative.of(ufunc), let node = node(of: x) else {
      let held = x.copy()
      let result = try context.compute(ufunc, x)
      _ = held.isPlain
      return result
    }
    let saved = derivative.saves.contains(.x) ? save(x) : nil
    let entry = UfuncNode(derivative, node, nil, saved, nil)
    let result = try record(try context.compute(ufunc, x), entry)
    if derivative.saves.contains(.out) { entry.out = save(result) }
    return result
  }

  /// A function of two operands, one of them traced.
  func apply(
    _ ufunc: Ufunc, _ x: consuming Value, _ y: consuming Value, isOperator: Bool = false
  ) throws(Fault) -> Value {
    let left = node(of: x)
    let right = node(of: y)
    guard let derivative = UfuncDerivative.of(ufunc), left != nil || right != nil else {
      let held = x.copy()
      let other = y.copy()
      let result = try context.compute(ufunc, x, y, isOperator: isOperator)
      _ = held.isPlain && other.isPlain
      return result
    }
    let saves = (left != nil ? derivative.saves : []).union(right != nil ? derivative.secondSaves : [])
    let savedX = saves.contains(.x) ? save(x) : nil
    let savedY = saves.contains(.y) ? save(y) : nil
    let entry = UfuncNode(derivative, left, right, savedX, savedY)
    let result = try record(try context.compute(ufunc, x, y, isOperator: isOperator), entry)
    if saves.contains(.out) { entry.out = save(result) }
    return result
  }

  // MARK: Operators

  func operate(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    let left = try traceable(x)
    let right = try traceable(y)
    guard left.isNumeric && right.isNumeric else {
      throw Fault(
        .typeError,
        "unsupported operand type(s) for \(op.text)\(inPlace ? "=" : ""): '\(left.typeName)' and '\(right.typeName)'")
    }
    if inPlace, let target = left.asArray, !target.value.isTracedFloat {
      let keep = target.owned()
      let result = try operation(op, left.copy(), right)
      try keep.value.checkFlag("output array")
      if let array = result.asArray, array.value.shape != keep.value.shape {
        throw Fault(
          .valueError,
          "non-broadcastable output operand with shape \(keep.value.shape.compactText) doesn't match the broadcast "
            + "shape \(array.value.shape.compactText)")
      }
      try setItem(keep.unowned, .special(.ellipsis), result)
      return .array(keep.copy())
    }
    return try operation(op, left, right)
  }

  private func operation(_ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value) throws(Fault) -> Value {
    guard let ufunc = op.ufunc else {
      return try context.matrixProduct(Term(x, context), Term(y, context)).value.copy()
    }
    return try apply(ufunc, x, y, isOperator: true)
  }

  func operate(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value {
    switch op {
    case .negative: try apply(.negative, x)
    case .positive: try apply(.positive, x)
    case .invert: try apply(.invert, x)
    }
  }

  /// A list or tuple with traced values as a traced array; other values as they are.
  func traceable(_ value: consuming Value) throws(Fault) -> Value {
    if value.asArray == nil, value.asList != nil || value.asTuple != nil, isTraced(value) {
      return try context.stacked(value)
    }
    if value.asInstance != nil { return value.unwrapped }
    return value
  }
}

extension Context {
  /// An elementwise function on plain arrays and numbers.
  fileprivate func compute(_ ufunc: Ufunc, _ x: consuming Value) throws(Fault) -> Value {
    .result(try ufunc.unary(try ufuncOperand(x, of: ufunc, place: 0)))
  }

  fileprivate func compute(
    _ ufunc: Ufunc, _ x: consuming Value, _ y: consuming Value, isOperator: Bool
  ) throws(Fault) -> Value {
    let a = try ufuncOperand(x, of: ufunc, place: 0)
    let b = try ufuncOperand(y, of: ufunc, place: 1)
    return .result(isOperator && ufunc.name == "power" ? try Ufunc.powerOperator(a, b) : try ufunc.binary(a, b))
  }

  /// An elementwise function, recorded where a gradient is open.
  func elementwise(_ ufunc: Ufunc, _ x: consuming Value) throws(Fault) -> Value {
    if Tracing.isOpen, let tape = tracer as? Tape, tape.isTraced(x) { return try tape.apply(ufunc, x) }
    return try compute(ufunc, x)
  }

  func elementwise(_ ufunc: Ufunc, _ x: consuming Value, _ y: consuming Value) throws(Fault) -> Value {
    if Tracing.isOpen, let tape = tracer as? Tape, tape.isTraced(x) || tape.isTraced(y) {
      return try tape.apply(ufunc, x, y)
    }
    return try compute(ufunc, x, y, isOperator: false)
  }
}
