import NNKernels

extension Ufunc {
  /// The function of two operands that are no arrays, as operators between NumPy scalars compute it: warnings say
  /// `scalar`, and integers that overflow warn. Throws TypeError, OverflowError.
  func scalar(_ x: consuming ArrayOperand, _ y: consuming ArrayOperand) throws(Fault) -> NumPyScalar {
    if isComparison, let result = try compareOutOfRange(x, y) { return result.value.firstElement }
    if isMixedComparison(x.promotion, y.promotion) { return try binary(x, y).value.firstElement }
    if isLogical && (x.promotion == .weakInteger || y.promotion == .weakInteger) {
      return try scalar(x.truthOfInteger(), y.truthOfInteger())
    }
    let (first, second) = (x.promotion, y.promotion)
    let type = try computingType(first, second)
    try checkExponent(x, y, type)
    let left = try x.scalar(as: type)
    let right = try y.scalar(as: type)
    if type.isComplex && isComparison, let result = Ufunc.order(kernel, left, right) { return NumPyScalar(result) }
    if type.isInteger && overflows(left, right) { FloatingPointWarnings.note(.overflow, in: "scalar " + name) }
    if type.isComplex && kernel == .binary(.multiply) { return complexProduct(left, right, type) }
    return try compute(
      left, right, type,
      named: first.needsArrays(beside: second) || second.needsArrays(beside: first) ? name : "scalar " + name)
  }

  /// How two complex scalars lie: by their real parts and where those are equal by the others, whatever is nan. Nil for
  /// equality.
  private static func order(_ kernel: Kernel, _ x: NumPyScalar, _ y: NumPyScalar) -> Bool? {
    let isTie = x.asDouble == y.asDouble
    let (a, b) = isTie ? (x.imaginary, y.imaginary) : (x.asDouble, y.asDouble)
    switch kernel {
    case .binary(.less): return a < b
    case .binary(.lessEqual): return a <= b
    case .binary(.greater): return a > b
    case .binary(.greaterEqual): return a >= b
    default: return nil
    }
  }

  /// The product of complex numbers with every step rounded, which the loops of arrays do not do.
  private func complexProduct(_ x: NumPyScalar, _ y: NumPyScalar, _ type: ElementType) -> NumPyScalar {
    FloatingPointWarnings.prepare()
    let result: NumPyScalar
    if type == .complex128 {
      let (a, b, c, d) = (x.asDouble, x.imaginary, y.asDouble, y.imaginary)
      result = NumPyScalar(real: a * c - b * d, imaginary: a * d + b * c)
    } else {
      let (a, b) = (Float(x.asDouble), Float(x.imaginary))
      let (c, d) = (Float(y.asDouble), Float(y.imaginary))
      result = NumPyScalar(real: Double(a * c - b * d), imaginary: Double(a * d + b * c)).cast(to: type)
    }
    FloatingPointWarnings.record("scalar multiply")
    return result
  }

  /// The function of one operand that is no array. Throws TypeError, OverflowError.
  func scalar(_ x: consuming ArrayOperand) throws(Fault) -> NumPyScalar {
    let type = try computingType(x.promotion.alone)
    return try compute(try x.scalar(as: type), type)
  }

  /// The function of two scalars of the computing type; what goes wrong is recorded under the given name.
  func compute(
    _ x: NumPyScalar, _ y: NumPyScalar, _ type: ElementType, named function: @autoclosure () -> String
  ) throws(Fault) -> NumPyScalar {
    if !type.isNumber {
      let out = try Creation.empty(Dimensions(), resultType(type))
      try runSlowly(type, out: out, x: try Creation.scalar(x), y: try Creation.scalar(y))
      return out.firstElement
    }
    let loop = try binaryKernel(type)
    let out = ScalarSlots.place(x, slot: 2)
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    FlatLoops.run(
      loop, 1, out: out, 0, x: ScalarSlots.place(x, slot: 0), 0, y: ScalarSlots.place(y, slot: 1), 0)
    if warns { FloatingPointWarnings.record(function()) }
    return out.load(resultType(type))
  }

  /// The function of one scalar of the computing type.
  func compute(_ x: NumPyScalar, _ type: ElementType) throws(Fault) -> NumPyScalar {
    if !type.isNumber { return try ElementHooks.unary(self, x).converted(to: resultType(type)) }
    let loop = try unaryKernel(type)
    let out = ScalarSlots.place(x, slot: 2)
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    FlatLoops.run(loop, 1, out: out, 0, x: ScalarSlots.place(x, slot: 0), 0)
    if warns { FloatingPointWarnings.record(name) }
    return out.load(resultType(type))
  }

  /// Whether a sum, difference or product of integers leaves their type.
  private func overflows(_ x: NumPyScalar, _ y: NumPyScalar) -> Bool {
    switch x.type {
    case .int64: overflows(Int64(bitPattern: x.bits), Int64(bitPattern: y.bits))
    case .uint64: overflows(x.bits, y.bits)
    case .int8: overflows(Int8(truncatingIfNeeded: x.bits), Int8(truncatingIfNeeded: y.bits))
    case .uint8: overflows(UInt8(truncatingIfNeeded: x.bits), UInt8(truncatingIfNeeded: y.bits))
    case .int16: overflows(Int16(truncatingIfNeeded: x.bits), Int16(truncatingIfNeeded: y.bits))
    case .uint16: overflows(UInt16(truncatingIfNeeded: x.bits), UInt16(truncatingIfNeeded: y.bits))
    case .int32: overflows(Int32(truncatingIfNeeded: x.bits), Int32(truncatingIfNeeded: y.bits))
    case .uint32: overflows(UInt32(truncatingIfNeeded: x.bits), UInt32(truncatingIfNeeded: y.bits))
    default: false
    }
  }

  private func overflows<T: FixedWidthInteger>(_ x: T, _ y: T) -> Bool {
    switch kernel {
    case .binary(.add): x.addingReportingOverflow(y).overflow
    case .binary(.subtract): x.subtractingReportingOverflow(y).overflow
    case .binary(.multiply): x.multipliedReportingOverflow(by: y).overflow
    default: false
    }
  }
}

extension Promotion {
  /// Whether NumPy's operators leave this scalar and a number of Python to the functions of arrays: a float beside an
  /// integer, which does not go into the integer's type.
  fileprivate func needsArrays(beside other: Promotion) -> Bool {
    guard case .strong(let type) = self else { return false }
    switch other {
    case .weakReal: return type.isInteger || type == .bool
    case .weakComplex: return !type.isComplex
    default: return false
    }
  }
}
