import NNKernels

// The short way for arrays as most programs have them: two arrays of one type and shape, or an array and a number, all in
// C order. Everything else goes the long way, which gives the same.

extension ArithmeticOperator {
  /// The kernel of an operator that floats have in the same type.
  @inline(__always) var quickKernel: (operation: BinaryOperation, name: StaticString)? {
    switch self {
    case .add: (.add, "add")
    case .subtract: (.subtract, "subtract")
    case .multiply: (.multiply, "multiply")
    case .divide: (.divide, "divide")
    default: nil
    }
  }
}

extension Comparison {
  @inline(__always) var kernel: BinaryOperation {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterEqual
    }
  }
}

extension Value {
  /// The array itself, not that of an instance.
  @inline(__always) var plainArray: Unowned<NDArray>? {
    borrowing get {
      switch self {
      case .array(let r): r.unowned
      default: nil
      }
    }
  }

  /// A number as an element of an array of floats, or of integers; nil where that is not what NumPy computes with.
  @inline(__always) borrowing func quickElement(_ type: ElementType) -> NumPyScalar? {
    if type == .float64 {
      if let value = asFloat { return NumPyScalar(value) }
      if let scalar = asScalar { return scalar.type == .float64 ? scalar : nil }
      if case .int(let value) = copy() { return NumPyScalar(Double(value)) }
      return nil
    }
    if let scalar = asScalar { return scalar.type == type ? scalar : nil }
    if type == .int64, case .int(let value) = copy() { return NumPyScalar(value) }
    return nil
  }
}

extension NDArray {
  /// Whether the quick way takes it: floats or 64-bit integers in C order, with axes, not too long for one call.
  @inline(__always) fileprivate var isQuick: Bool {
    isContiguous && shape.count > 0 && count <= 1 << 21 && (type == .float64 || type == .int64 || type == .float32)
  }
}

extension Context {
  /// `x op y`, or `x op= y`, the short way; nil where it is not for these operands.
  func quickArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    guard let (operation, name) = op.quickKernel, !Tracing.isOpen else {
      return op == .power && !Tracing.isOpen ? try quickSquare(x, y, inPlace: inPlace) : nil
    }
    if let result = try flatArithmetic(operation, name, x, y, inPlace: inPlace) { return result }
    return try quickRows(operation, name, nil, x, y, inPlace: inPlace)
  }

  /// The same of arrays in C order.
  @inline(__always)
  private func flatArithmetic(
    _ operation: BinaryOperation, _ name: StaticString, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    if let a = x.plainArray {
      guard a.value.isQuick, operation != .divide || a.value.type != .int64 else { return nil }
      let type = a.value.type
      let out: Unowned<NDArray>? = inPlace || a.isUnique && a.value.isReusable ? a : nil
      if inPlace && !a.value.isWriteable { return nil }
      if let b = y.plainArray {
        guard b.value.isQuick, b.value.type == type, a.value.shape == b.value.shape else { return nil }
        if inPlace {
          if a.value.sharesStorage(with: b.value) && a.value.offset != b.value.offset { return nil }
        } else if out == nil && b.isUnique && b.value.isReusable {
          return try quickRun(operation, name, type, b, type, a.value.data, type.size, b.value.data, type.size, like: a)
        }
        return try quickRun(operation, name, type, out, type, a.value.data, type.size, b.value.data, type.size, like: a)
      }
      guard let element = y.quickElement(type) else { return nil }
      let place = ScalarSlots.place(element, slot: 0)
      return try quickRun(operation, name, type, out, type, a.value.data, type.size, place, 0, like: a)
    }
    guard !inPlace, let b = y.plainArray, b.value.isQuick, operation != .divide || b.value.type != .int64,
      let element = x.quickElement(b.value.type)
    else { return nil }
    let type = b.value.type
    let out: Unowned<NDArray>? = b.isUnique && b.value.isReusable ? b : nil
    let place = ScalarSlots.place(element, slot: 0)
    return try quickRun(operation, name, type, out, type, place, 0, b.value.data, type.size, like: b)
  }

  /// `x ** 2` of an array in C order; nil for other operands.
  private func quickSquare(_ x: borrowing Value, _ y: borrowing Value, inPlace: Bool) throws(Fault) -> Value? {
    guard y.asInt == 2, let a = x.plainArray, a.value.isQuick, !inPlace || a.value.isWriteable else { return nil }
    let type = a.value.type
    let out: Unowned<NDArray>? = inPlace || a.isUnique && a.value.isReusable ? a : nil
    return try quickRun(
      .multiply, "square", type, out, type, a.value.data, type.size, a.value.data, type.size, like: a)
  }

  /// `x < y` and its kind the short way; nil where it is not for these operands.
  func quickComparison(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    if let result = x.quickScalars(comparison, y) { return .scalar(NumPyScalar(result)) }
    guard !Tracing.isOpen, let a = x.plainArray else { return nil }
    if a.value.isQuick {
      let type = a.value.type
      if let b = y.plainArray {
        if b.value.isQuick && b.value.type == type && a.value.shape == b.value.shape {
          return try quickRun(
            comparison.kernel, "", type, nil, .bool, a.value.data, type.size, b.value.data, type.size, like: a)
        }
      } else {
        guard let element = y.quickElement(type) else { return nil }
        let place = ScalarSlots.place(element, slot: 0)
        return try quickRun(comparison.kernel, "", type, nil, .bool, a.value.data, type.size, place, 0, like: a)
      }
    }
    return try quickRows(comparison.kernel, "", .bool, x, y, inPlace: false)
  }

  /// One call of a loop over all elements, into `out` or into fresh memory of the shape of `model`.
  @inline(__always)
  private func quickRun(
    _ operation: BinaryOperation, _ name: StaticString, _ type: ElementType, _ out: Unowned<NDArray>?,
    _ result: ElementType, _ x: DataPointer, _ xStride: Int, _ y: DataPointer, _ yStride: Int,
    like model: Unowned<NDArray>
  ) throws(Fault) -> Value? {
    guard let loop = binaryLoop(operation, type) else { return nil }
    let warns = type.isFloat && result != .bool
    if warns { FloatingPointWarnings.prepare() }
    let count = model.value.count
    if let out {
      FlatLoops.run(loop, count, out: out.value.mutableData, result.size, x: x, xStride, y: y, yStride)
      if warns { FloatingPointWarnings.record(name.description) }
      return .some(.array(out.owned()))
    }
    guard let storage = Storage.allocate(byteCount: count &* result.size) else {
      throw Creation.outOfMemory(model.value.shape, result)
    }
    let fresh = NDArray(owning: storage, type: result, shape: model.value.shape)
    FlatLoops.run(loop, count, out: fresh.mutableData, result.size, x: x, xStride, y: y, yStride)
    if warns { FloatingPointWarnings.record(name.description) }
    return .some(.array(Ref(fresh)))
  }
}

extension Value {
  /// A comparison of a float64 scalar with a float or another one; nil for everything else.
  @inline(__always) fileprivate borrowing func quickScalars(_ comparison: Comparison, _ other: borrowing Value) -> Bool?
  {
    let (a, b): (Double, Double)
    if let x = asScalar {
      guard x.type == .float64 else { return nil }
      a = Double(bitPattern: x.bits)
      if let y = other.asScalar {
        guard y.type == .float64 else { return nil }
        b = Double(bitPattern: y.bits)
      } else {
        guard let y = other.asFloat else { return nil }
        b = y
      }
    } else {
      guard let x = asFloat, let y = other.asScalar, y.type == .float64 else { return nil }
      a = x
      b = Double(bitPattern: y.bits)
    }
    switch comparison {
    case .less: return a < b
    case .lessOrEqual: return a <= b
    case .equal: return a == b
    case .notEqual: return a != b
    case .greater: return a > b
    case .greaterOrEqual: return a >= b
    }
  }
}
