import NNKernels

// What the operators do when an operand is an array or a NumPy scalar.

extension Value {
  /// The value of a ufunc's result: a 0-d array becomes a scalar.
  static func result(_ array: consuming Ref<NDArray>) -> Value {
    array.value.rank == 0 ? .scalar(array.value.element(0)) : .array(array)
  }

  static func result(_ array: consuming NDArray) -> Value {
    array.rank == 0 ? .scalar(array.element(0)) : .array(Ref(array))
  }
}

extension UnaryArithmetic {
  var ufuncName: String {
    switch self {
    case .negative: "negative"
    case .positive: "positive"
    case .invert: "invert"
    }
  }
}

extension ArithmeticOperator {
  var ufuncName: String { ufunc?.name ?? "matmul" }

  /// NumPy's function of the operator; nil for the matrix product.
  var ufunc: Ufunc? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .remainder: .remainder
    case .power: .power
    case .leftShift: .leftShift
    case .rightShift: .rightShift
    case .bitAnd: .bitwiseAnd
    case .bitOr: .bitwiseOr
    case .bitXor: .bitwiseXor
    case .matrixMultiply: nil
    }
  }
}

extension Comparison {
  var ufunc: Ufunc {
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

extension Context {
  /// A binary operator with an array or a NumPy scalar among its operands; `inPlace` writes into an array on the left.
  /// Throws TypeError for operands that are no numbers, and what the ufunc throws.
  func arrayArithmetic(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    if let fast = try scalarArithmetic(op, x, y) { return fast }
    // What stood for a float in a gradient is never written into.
    let inPlace = inPlace && x.asArray?.value.isTracedFloat != true
    if let quick = try quickArithmetic(op, x, y, inPlace: inPlace) { return quick }
    if Tracing.isOpen, let tracer, tracer.isTraced(x) || tracer.isTraced(y) {
      return try tracer.arithmetic(op, x, y, inPlace: inPlace)
    }
    if op == .multiply, let result = try repetition(x, y) { return result }
    if x.hasOtherElements || y.hasOtherElements {
      if let result = try otherArithmetic(op, x, y, inPlace: inPlace) { return result }
    }
    guard x.isOperand && y.isOperand else {
      if !inPlace, let result = try objectArithmetic(op, x, y) { return result }
      throw unsupported(op, x, y, inPlace: inPlace)
    }
    if inPlace, let target = x.asArray { return try arrayInPlace(op, target, x, y) }
    guard let ufunc = op.ufunc else {
      if x.asArray == nil && y.asArray == nil && (x.isNumeric || x.asScalar != nil)
        && (y.isNumeric || y.asScalar != nil)
      {
        throw unsupported(op, x, y, inPlace: inPlace)
      }
      return try matrixProduct(x, y)
    }
    if op == .floorDivide || op == .remainder, x.isComplexNumber || y.isComplexNumber, x.asArray == nil,
      y.asArray == nil, !x.isSequence, !y.isSequence
    {
      throw unsupported(op, x, y, inPlace: inPlace)
    }
    if x.isPythonComplex, let real = y.asScalar, real.type == .float64 {
      // A float64 is a Python float too, and complex is asked first.
      return try arithmetic(op, x, .float(real.asDouble))
    }
    guard let a = try operand(x), let b = try operand(y) else { throw Fault(.systemError, "no operand") }
    if !a.isArray && !b.isArray { return .scalar(try ufunc.scalar(a, b)) }
    return .result(op == .power ? try Ufunc.powerOperator(a, b) : try ufunc.binary(a, b))
  }

  private func unsupported(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) -> Fault {
    let text = inPlace && x.asArray != nil ? "\(op.text)=" : op.text
    return Fault(.typeError, "unsupported operand type(s) for \(text): '\(x.typeName)' and '\(y.typeName)'")
  }

  /// Two float64 operands, the commonest scalar case; nil for the others.
  private func scalarArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    if let a = x.asScalar {
      if let b = y.asScalar { return a.fastArithmetic(op, b).map { .scalar($0) } }
      if let b = y.asFloat { return a.fastArithmetic(op, NumPyScalar(b)).map { .scalar($0) } }
    } else if let a = x.asFloat, let b = y.asScalar {
      return NumPyScalar(a).fastArithmetic(op, b).map { .scalar($0) }
    }
    return nil
  }

  /// `[1, 2] * np.int64(3)`: a sequence times a NumPy integer repeats it. TypeError for a NumPy float.
  private func repetition(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Value? {
    if let count = y.asScalar, count.type.isInteger, x.asList != nil || x.asString != nil || x.asTuple != nil {
      return try arithmetic(.multiply, x.copy(), .int(count.asInt))
    }
    if let count = y.asScalar, count.type.isFloat, x.asList != nil || x.asString != nil || x.asTuple != nil {
      throw Fault(.typeError, "can't multiply sequence by non-int of type '\(y.typeName)'")
    }
    if let count = x.asScalar, count.type.isInteger, y.asList != nil || y.asString != nil || y.asTuple != nil {
      return try arithmetic(.multiply, y.copy(), .int(count.asInt))
    }
    return nil
  }

  /// `target op= y`, which keeps the array's memory and type. Throws TypeError where the result doesn't fit them.
  private func arrayInPlace(
    _ op: ArithmeticOperator, _ target: Unowned<NDArray>, _ x: consuming Value, _ y: consuming Value
  ) throws(Fault) -> Value {
    let keep = target.owned()
    guard let ufunc = op.ufunc else {
      let product = try matrixProduct(x, y)
      if let array = product.asArray { try keep.value.assign(array.value) }
      return .array(keep.unowned.owned())
    }
    guard let operand = try self.operand(y) else { throw Fault(.systemError, "no operand") }
    if op == .power {
      try Ufunc.powerInPlace(keep, operand)
    } else {
      try ufunc.inPlace(keep, operand)
    }
    return .array(keep.unowned.owned())
  }

  /// Throws OverflowError for a Python integer that does not go into the type of the array beside it.
  func checkFactor(_ factor: borrowing Value, beside other: borrowing Value) throws(Fault) {
    guard factor.asInt != nil || factor.asBigInteger != nil, let type = other.asArray?.value.type, type.isInteger else {
      return
    }
    _ = try ArrayConversion.scalar(factor, as: type)
  }

  /// `x @ y`; a number where both are vectors. ValueError for shapes that do not match.
  func matrixProduct(_ x: consuming Value, _ y: consuming Value) throws(Fault) -> Value {
    if let quick = try quickProduct(x, y) { return quick }
    try checkFactor(x, beside: y)
    try checkFactor(y, beside: x)
    let a = try ArrayConversion.array(x, in: self)
    let b = try ArrayConversion.array(y, in: self)
    return .result(try Products.matmul(a, b))
  }

  /// A unary operator on an array or a NumPy scalar. TypeError where the type has no such operator.
  func arrayUnary(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value {
    if Tracing.isOpen, let tracer, tracer.isTraced(x) { return try tracer.unary(op, x) }
    let ufunc: Ufunc =
      switch op {
      case .negative: .negative
      case .positive: .positive
      case .invert: .invert
      }
    guard let operand = x.takeArrayOperand() else { throw Fault(.typeError, "bad operand type") }
    if op == .negative, case .scalar(let number) = operand.copy(), number.hasNoNegative {
      FloatingPointWarnings.note(.overflow, in: "scalar negative")
    }
    if !operand.isArray { return .scalar(try ufunc.scalar(operand)) }
    return .result(try ufunc.unary(operand))
  }

  /// Comparison with an array or NumPy scalar; nil where neither operand is one.
  func arrayComparison(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    guard x.isArrayLike || y.isArrayLike else {
      if case .dtype(let dtype) = x.copy() { return try dtypeComparison(comparison, dtype, y) }
      if case .dtype(let dtype) = y.copy() { return try dtypeComparison(comparison, dtype, x) }
      return nil
    }
    if let result = try quickComparison(comparison, x, y) { return result }
    if comparison.isEquality, x.isPythonComplex, let real = y.asScalar, real.type == .float64 {
      return .some(.bool(try equal(x, .float(real.asDouble)) == (comparison == .equal)))
    }
    if comparison.isEquality, let a = x.asRecord ?? x.asArray, let b = y.asRecord ?? y.asArray,
      a.value.type.isRecord || b.value.type.isRecord
    {
      let same = try recordComparison(a.value, b.value)
      return .some(.result(comparison == .equal ? same.view() : try Ufunc.logicalNot.unary(same)))
    }
    guard let a = try operand(x.copy(), beside: y), let b = try operand(y.copy(), beside: x) else {
      if comparison == .equal || comparison == .notEqual {
        return try unequal(comparison, x, y)
      }
      throw Fault(
        .typeError, "'\(comparison.text)' not supported between instances of '\(x.typeName)' and '\(y.typeName)'")
    }
    let (left, right) = (a.promotion.alone, b.promotion.alone)
    if left.isApart(from: right) && left != .object && right != .object {
      guard comparison.isEquality else { throw comparison.ufunc.noLoop(a.promotion, b.promotion) }
      guard let shape = Broadcasting.shape(a.shape, b.shape) else { throw Broadcasting.mismatch([a.shape, b.shape]) }
      return .some(.result(try Creation.full(shape, NumPyScalar(comparison == .notEqual))))
    }
    if !a.isArray && !b.isArray { return .some(.scalar(try comparison.ufunc.scalar(a, b))) }
    return .some(.result(try comparison.ufunc.binary(a, b)))
  }

  /// An array is unequal to what is no number, element by element.
  private func unequal(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value {
    let isTrue = comparison == .notEqual
    guard let array = x.asArray ?? y.asArray else { return .bool(isTrue) }
    return .result(try Creation.full(array.value.shape, NumPyScalar(isTrue)))
  }

  /// A dtype is equal to its names and its scalar type.
  private func dtypeComparison(
    _ comparison: Comparison, _ dtype: DType, _ other: borrowing Value
  ) throws(Fault) -> Value? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    let same = (try? ArrayConversion.dtype(other)).map { $0 == dtype } ?? false
    return .some(.bool(same == (comparison == .equal)))
  }

  // MARK: Arrays as containers

  /// Whether the only element is true. ValueError for an array of another size.
  func arrayTruth(_ array: Unowned<NDArray>) throws(Fault) -> Bool {
    if array.value.count == 1 {
      let element = array.value.element(0)
      return element.type.isText ? ElementText.isTrue(array.value) : element.asBool
    }
    if array.value.count == 0 {
      throw Fault(
        .valueError,
        "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
    }
    throw Fault(
      .valueError,
      "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
      operands: [array.value.shape.text])
  }

  /// The length of the first axis. TypeError for a 0-d array.
  func arrayLength(_ array: Unowned<NDArray>) throws(Fault) -> Int {
    if array.value.rank == 0 { throw Fault(.typeError, "len() of unsized object") }
    return array.value.shape[0]
  }

  /// The number of axes.
  func arrayDimensionCount(_ array: Unowned<NDArray>) throws(Fault) -> Int { array.value.rank }

  /// An element of a 1-d array, a row of another; nil behind the end.
  func arrayItem(_ array: Unowned<NDArray>, _ index: Int) throws(Fault) -> Value? {
    guard array.value.rank > 0, index < array.value.shape[0] else { return nil }
    if Tracing.isOpen, let tracer, tracer.isTraced(.array(array.owned())) { return try tracer.item(array, .int(index)) }
    if case .record = array.value.type {
      var indices = List<Index>()
      indices.append(.integer(index))
      if let record = try recordElement(array.value, indices) { return record }
    }
    if array.value.rank == 1 { return .some(.scalar(array.value.element(index))) }
    return .some(.array(try array.value.row(index)))
  }

  /// Whether some element equals `item`, as `in` asks.
  func arrayContains(_ array: Unowned<NDArray>, _ item: borrowing Value) throws(Fault) -> Bool {
    guard let result = try arrayComparison(.equal, .array(array.owned()), item) else { return false }
    guard let mask = result.asArray else { return try truth(result) }
    return (0..<mask.value.count).contains { mask.value.element($0).asBool }
  }

  // MARK: Subscripts

  /// `array[key]`: an element where every axis has an integer, else an array. Throws IndexError and TypeError.
  func arraySubscript(_ array: Unowned<NDArray>, _ key: borrowing Value) throws(Fault) -> Value {
    if Tracing.isOpen, let tracer, tracer.isTraced(.array(array.owned())) { return try tracer.item(array, key) }
    if RecordTypes.fields(array.value.type) != nil {
      if key.asString != nil { return .view(try recordField(array.value, key)) }
      if let list = key.asList, list.value.items.count > 0, list.value.items[0].asString != nil {
        return .view(try recordFields(array.value, key))
      }
    }
    if let view = PlainIndices.view(array.value, key) { return .array(Ref(view)) }
    let indices = try ArrayConversion.indices(key, in: self)
    if case .record = array.value.type, let record = try recordElement(array.value, indices) { return record }
    switch try array.value.subscripted(indices) {
    case .element(let scalar): return .scalar(scalar)
    case .array(let result): return .array(Ref(result))
    }
  }

  /// A number as an element of an array, nil for other values. Beside index arrays NumPy casts its own scalars.
  private func elementToAssign(
    _ new: borrowing Value, _ array: borrowing NDArray, _ indices: borrowing List<Index>
  ) throws(Fault) -> NumPyScalar? {
    guard let scalar = try ArrayConversion.scalar(new, as: array.type) else { return nil }
    if array.type.isSigned, let own = new.asScalar, try !IndexSummary(indices, rank: array.rank).isAdvanced {
      try own.checkFits(array.type)
    }
    return scalar
  }

  /// Assigns what is no array. Where a value is none for the type, wrong integers, slices and masks come first, wrong
  /// elements of index arrays later.
  private func assignElements(
    _ new: borrowing Value, _ array: borrowing NDArray, _ indices: borrowing List<Index>
  ) throws(Fault) {
    let value: NDArray
    do throws(Fault) {
      if let scalar = try elementToAssign(new, array, indices) {
        if let own = new.asScalar { try warnOfDiscarding(own.type, array.type) }
        return try array.assign(scalar, at: indices)
      }
      if new.isSequence, array.type.isNumber, try selectsElement(array, indices) {
        if array.type.isInteger {
          throw Fault(
            .typeError,
            "int() argument must be a string, a bytes-like object or a real number, not '\(new.typeName)'")
        }
        value = try ArrayConversion.array(new, in: self)
      } else {
        let isOfRecords = new.isSequence && RecordTypes.fields(array.type) == nil && !array.type.isNumber
        value = try ArrayConversion.array(new, type: isOfRecords ? nil : array.type, in: self)
      }
    } catch {
      try array.checkStructure(indices)
      throw error
    }
    try array.assign(value, at: indices)
  }

  /// `array[key] = new`, cast to the array's type; shapes broadcast. Throws IndexError, TypeError, and ValueError for a
  /// read-only array or shapes that do not fit.
  func setArraySubscript(
    _ array: Unowned<NDArray>, _ key: borrowing Value, _ new: borrowing Value
  ) throws(Fault) {
    if Tracing.isOpen, let tracer, tracer.isTraced(.array(array.owned())) || tracer.isTraced(new) {
      return try tracer.setItem(array, key, new)
    }
    if RecordTypes.fields(array.value.type) != nil, key.asString != nil {
      let view = Ref(try recordField(array.value, key))
      return try setArraySubscript(view.unowned, .special(.ellipsis), new)
    }
    if let view = PlainIndices.view(array.value, key), let value = new.asArray, !new.hasSpecialMethods {
      try view.checkFlag()
      try warnOfDiscarding(value.value.type, view.type)
      return try view.assign(value.value)
    }
    let indices = try ArrayConversion.indices(key, in: self)
    try array.value.checkFlag()
    if array.value.type == .object, new.isSequence || (new.asArray?.value.rank ?? 0) > 0 {
      if try selectsElement(array.value, indices) {
        return try array.value.assign(NumPyScalar.object(new.copy()), at: indices)
      }
      if new.isSequence {
        var most = Dimensions.capacity
        if case .array(let view) = try array.value.subscripted(indices) { most = view.rank }
        return try array.value.assign(try ArrayConversion.objectArray(new, in: self, most: most), at: indices)
      }
    }
    if let value = new.asArray {
      try warnOfDiscarding(value.value.type, array.value.type)
      try array.value.assign(value.value, at: indices)
    } else {
      try assignElements(new, array.value, indices)
    }
  }

  /// A NumPy scalar is indexed like a 0-d array.
  func scalarSubscript(_ scalar: NumPyScalar, _ key: borrowing Value) throws(Fault) -> Value {
    let indices = try ArrayConversion.indices(key, in: self)
    guard indices.count > 0 else { return .scalar(scalar) }
    var isPlain = true
    for index in 0..<indices.count {
      switch indices[index] {
      case .newAxis: break
      case .ellipsis: break
      default: isPlain = false
      }
    }
    guard isPlain else { throw Fault(.indexError, "invalid index to scalar variable.") }
    switch try Creation.scalar(scalar).subscripted(indices) {
    case .element(let scalar): return .scalar(scalar)
    case .array(let result): return .array(Ref(result))
    }
  }

  // MARK: Text

  /// The array as `repr` or `str` print it, by the context's print options.
  func arrayText(_ array: Unowned<NDArray>, isRepr: Bool) throws(Fault) -> [UInt8] {
    if array.value.isTracedFloat {
      let number = Value.scalar(array.value.element(0))
      return isRepr ? Array(try repr(number).utf8) : try text(number)
    }
    let shape = Array(array.value.shape)
    let keep = array.owned()
    if shape.isEmpty && !isRepr && !keep.value.type.isNumber {
      return try text(ArrayConversion.pythonNumber(keep.value.firstElement))
    }
    let elements =
      try formattedElements(of: keep.unowned, by: printFormatter, printOptions)
      ?? ArrayConversion.elements(of: keep.unowned, in: self)
    let text = ArrayText(shape: shape, elements: elements, options: printOptions)
    let name = array.value.dtype.arrayText
    return try Fault.formatting { () throws(FormatError) in isRepr ? try text.repr(dtype: name) : try text.str() }
  }
}

extension NumPyScalar {
  /// Arithmetic of two float64 scalars where it raises no warning; nil for everything else.
  @inline(__always) func fastArithmetic(_ op: ArithmeticOperator, _ other: NumPyScalar) -> NumPyScalar? {
    guard type == .float64 && other.type == .float64 else { return nil }
    let x = Double(bitPattern: bits)
    let y = Double(bitPattern: other.bits)
    let result: Double
    switch op {
    case .add: result = x + y
    case .subtract: result = x - y
    case .multiply: result = x * y
    case .divide: result = x / y
    default: return nil
    }
    return result.isFinite ? NumPyScalar(result) : nil
  }
}
