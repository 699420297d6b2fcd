import NNKernels

/// The entry of an elementwise function: its formulas with what they read.
final class UfuncNode: Node {
  private let derivative: UfuncDerivative
  /// Of the operands, those that the formulas read; unbound for the others.
  private let x: Value
  private let y: Value
  /// The result, where the formulas read it.
  fileprivate var out = Value.unbound

  init(_ derivative: UfuncDerivative, _ first: Node?, _ second: Node?, _ x: consuming Value, _ y: consuming Value) {
    self.derivative = derivative
    self.x = x
    self.y = y
    super.init(first, second)
  }

  override func receive(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    if type == .float64 {
      if shape.count == 0 {
        if !Tracing.isOpen || isOfNumbers(g), let number = g.plainNumber, try receive(sweep, number: number) { return }
      } else if !Tracing.isOpen, canFuse(sweep, g) {
        return try receiveFused(sweep, g)
      }
    }
    try backward(sweep, Term(g, sweep.context))
  }

  override func backward(_ sweep: Sweep, _ g: Term) throws(Fault) {
    let slopes = Slopes(g: g, x: term(x, g), y: term(y, g), out: term(out, g))
    if let first, sweep.needs(first) {
      try sweep.add(try derivative.first(slopes).unbroadcastThin(from: shape, to: first.shape), to: first)
    }
    if let second, sweep.needs(second), let formula = derivative.second {
      let part = try formula(slopes)
      let own = derivative.secondFits ? part.shape : shape
      try sweep.add(try part.unbroadcastThin(from: own, to: second.shape), to: second)
    }
  }

  private func term(_ saved: borrowing Value, _ g: Term) -> Term { saved.isUnbound ? g : g.with(saved.copy()) }

  // MARK: Numbers

  /// Whether neither what is saved nor the cotangent may be traced by a gradient further out.
  private func isOfNumbers(_ g: borrowing Value) -> Bool {
    g.asArray == nil && x.asArray == nil && y.asArray == nil && out.asArray == nil
  }

  /// The step of numbers. False where the general formulas have to make it.
  private func receive(_ sweep: Sweep, number g: Double) throws(Fault) -> Bool {
    guard let a = number(x), let b = number(y), let result = number(out), let kernel = derivative.kernel else {
      return false
    }
    var own: Double?
    var other: Double?
    switch kernel {
    case .unary(let operation):
      own = NumberSlopes.unary(operation, g, a, result)
    case .binary(let operation):
      if sweep.needs(first) { own = NumberSlopes.first(operation, g, a, b, result) }
      if sweep.needs(second) {
        other = NumberSlopes.second(operation, g, a, b, result)
        if other?.isFinite != true { return false }
      }
    }
    if sweep.needs(first), own?.isFinite != true { return false }
    if let own, let first { try sweep.add(number: own, to: first) }
    if let other, let second { try sweep.add(number: other, to: second) }
    return true
  }

  @inline(__always) private func number(_ saved: borrowing Value) -> Double? {
    saved.isUnbound ? 0 : saved.plainNumber
  }

  // MARK: Arrays in one pass

  private func canFuse(_ sweep: Sweep, _ g: borrowing Value) -> Bool {
    let isArray: Bool
    if let array = g.asFlatArray {
      if array.value.shape != shape { return false }
      isArray = true
    } else {
      guard g.asArray == nil, g.plainNumber != nil else { return false }
      isArray = false
    }
    return (!sweep.needs(first) || canFuse(derivative.fusedFirst, isArray))
      && (!sweep.needs(second) || canFuse(derivative.fusedSecond, isArray))
  }

  private func canFuse(_ fused: UfuncDerivative.Fused?, _ isArray: Bool) -> Bool {
    guard let fused else { return false }
    if fused.operation == nil || fused.reads == [] { return fused.operation == nil || isArray }
    return isArray && number(fused.reads) != nil || array(fused.reads) != nil
  }

  private func number(_ reads: UfuncDerivative.Saves) -> Double? {
    if reads == .x { return x.asArray == nil ? x.plainNumber : nil }
    if reads == .y { return y.asArray == nil ? y.plainNumber : nil }
    return out.asArray == nil ? out.plainNumber : nil
  }

  private func array(_ reads: UfuncDerivative.Saves) -> Unowned<NDArray>? {
    let array = reads == .x ? x.asFlatArray : reads == .y ? y.asFlatArray : out.asFlatArray
    return array?.value.shape == shape ? array : nil
  }

  private func receiveFused(_ sweep: Sweep, _ g: consuming Value) throws(Fault) {
    var g = g
    if let second, sweep.needs(second), let fused = derivative.fusedSecond {
      let own = sweep.needs(first) ? g.copy() : g.exchange(.unbound)
      try hand(try cotangent(fused, own), to: second, sweep)
    }
    if let first, sweep.needs(first), let fused = derivative.fusedFirst {
      try hand(try cotangent(fused, g), to: first, sweep)
    }
  }

  private func hand(_ part: consuming Value, to node: Node, _ sweep: Sweep) throws(Fault) {
    if node.shape == shape { return try sweep.add(value: part, to: node) }
    try sweep.add(try Term(part, sweep.context).unbroadcast(from: shape, to: node.shape), to: node)
  }

  private func cotangent(_ fused: UfuncDerivative.Fused, _ g: consuming Value) throws(Fault) -> Value {
    guard let operation = fused.operation else { return g }
    if fused.reads == [] { return try FusedCotangent.apply(operation, g, shape, number: 0) }
    if let number = number(fused.reads) { return try FusedCotangent.apply(operation, g, shape, number: number) }
    guard let saved = array(fused.reads) else { return g }
    return try FusedCotangent.apply(operation, g, shape, array: saved)
  }
}

/// Loops of the reverse pass over flat arrays.
enum FusedCotangent {
  /// The cotangent, a flat array of the shape or a number, taken with a saved flat array. Its memory is used again where
  /// nobody else has it.
  static func apply(
    _ operation: CotangentOperation, _ g: consuming Value, _ shape: Dimensions, array: Unowned<NDArray>,
    bound: Double = 0
  ) throws(Fault) -> Value {
    try run(operation, g, shape, array.value.data, 8, bound)
  }

  /// The same with a saved number.
  static func apply(
    _ operation: CotangentOperation, _ g: consuming Value, _ shape: Dimensions, number: Double
  ) throws(Fault) -> Value {
    try run(operation, g, shape, ScalarSlots.place(NumPyScalar(number), slot: 0), 0, 0)
  }

  private static func run(
    _ operation: CotangentOperation, _ g: consuming Value, _ shape: Dimensions, _ a: DataPointer, _ step: Int,
    _ bound: Double
  ) throws(Fault) -> Value {
    let count = shape.product
    if let number = g.asArray == nil ? g.plainNumber : nil {
      let out = try Creation.empty(shape, .float64)
      let slot = ScalarSlots.place(NumPyScalar(number), slot: 1)
      if count > 0 {
        ArrayKernels.cotangent(operation, count, out: out.mutableData, g: slot, 0, a: a, step, bound: bound)
      }
      return .array(Ref(out))
    }
    guard let array = g.takeArrayOperand()?.takeArray() else { throw Fault(.systemError, "no cotangent") }
    return try run(operation, array, shape, count, a, step, bound)
  }

  private static func run(
    _ operation: CotangentOperation, _ array: consuming Ref<NDArray>, _ shape: Dimensions, _ count: Int,
    _ a: DataPointer, _ step: Int, _ bound: Double
  ) throws(Fault) -> Value {
    if count == 0 { return .array(array) }
    if array.isUnique && array.value.isReusable {
      ArrayKernels.cotangent(
        operation, count, out: array.value.mutableData, g: array.value.data, 8, a: a, step, bound: bound)
      return .array(array)
    }
    let out = try Creation.empty(shape, .float64)
    ArrayKernels.cotangent(operation, count, out: out.mutableData, g: array.value.data, 8, a: a, step, bound: bound)
    return .array(Ref(out))
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
    if let number = x.numberOperand {
      let entry = UfuncNode(
        derivative, node, nil, derivative.saves.contains(.x) ? save(x, number, node.levels) : .unbound, .unbound)
      return try recordNumber(try ufunc.compute(NumPyScalar(number), .float64), entry, derivative.saves)
    }
    let entry = UfuncNode(derivative, node, nil, derivative.saves.contains(.x) ? saveValue(x) : .unbound, .unbound)
    let result = try record(try context.compute(ufunc, x), entry)
    if derivative.saves.contains(.out) { entry.out = saveValue(result) }
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
    if let a = x.numberOperand, let b = y.numberOperand {
      let levels = (left?.levels ?? 0) | (right?.levels ?? 0)
      let entry = UfuncNode(
        derivative, left, right, saves.contains(.x) ? save(x, a, levels) : .unbound,
        saves.contains(.y) ? save(y, b, levels) : .unbound)
      return try recordNumber(try number(ufunc, x, y, a, b, isOperator), entry, saves)
    }
    var x = x
    var y = y
    if let bounded = try bounded(ufunc, &x, &y, left, right) { return bounded }
    let entry = UfuncNode(
      derivative, left, right, saves.contains(.x) ? saveValue(x) : .unbound,
      saves.contains(.y) ? saveValue(y) : .unbound)
    let result = try record(try context.compute(ufunc, x, y, isOperator: isOperator), entry)
    if saves.contains(.out) { entry.out = saveValue(result) }
    return result
  }

  // MARK: Numbers

  /// What a function makes of two numbers.
  private func number(
    _ ufunc: Ufunc, _ x: borrowing Value, _ y: borrowing Value, _ a: Double, _ b: Double, _ isOperator: Bool
  ) throws(Fault) -> NumPyScalar {
    if case .binary(let operation) = ufunc.kernel {
      let quick: Double? =
        switch operation {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        case .power: b == 2 ? a * a : nil
        default: nil
        }
      if let quick, quick.isFinite { return NumPyScalar(quick) }
    }
    let result = try context.compute(ufunc, x.copy(), y.copy(), isOperator: isOperator)
    return result.asScalar ?? NumPyScalar(result.plainNumber ?? .nan)
  }

  /// A number as a formula will read it: no more than that where the entry belongs to one gradient alone, so that none
  /// further out asks what it came from.
  private func save(_ value: borrowing Value, _ number: Double, _ levels: UInt64) -> Value {
    levels & (levels &- 1) == 0 ? .float(number) : value.copy()
  }

  private func recordNumber(
    _ number: NumPyScalar, _ entry: UfuncNode, _ saves: UfuncDerivative.Saves
  ) throws(Fault) -> Value {
    let result = try recordNumber(number, entry)
    if saves.contains(.out) { entry.out = save(result, number.asDouble, entry.levels) }
    return result
  }

  // MARK: Operators

  func operate(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    if let ufunc = op.ufunc, x.numberOperand != nil, y.numberOperand != nil {
      return try apply(ufunc, x, y, isOperator: true)
    }
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
    if value.asArray == nil, value.asList != nil || value.asTuple != nil {
      if isTraced(value) { return try context.stacked(value) }
      return .array(Ref(try ArrayConversion.array(value, in: context)))
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
