import NNKernels

// Elements of arrays that are values of the language, text or bytes.

extension Context {
  /// Lets arrays know how such elements are read, written, converted and computed with.
  func installElementHooks() {
    ArrayConversion.context = self
    ElementHooks.box = { [unowned self] data, type in self.boxed(data, type) }
    ElementHooks.unbox = { [unowned self] scalar, data in self.unboxed(scalar, data) }
    ElementHooks.convert = { [unowned self] (scalar, type) throws(Fault) in try self.converted(scalar, type) }
    // An array of objects may hold itself.
    ElementHooks.unary = { [unowned self] (ufunc, x) throws(Fault) in
      .object(
        try self.nested("comparison") { () throws(Fault) in try self.objectUnary(ufunc, ObjectPool.value(x.bits)) })
    }
    ElementHooks.binary = { [unowned self] (ufunc, x, y) throws(Fault) in
      .object(
        try self.nested("comparison") { () throws(Fault) in
          try self.objectBinary(ufunc, ObjectPool.value(x.bits), ObjectPool.value(y.bits))
        })
    }
    ElementHooks.isLess = { [unowned self] (x, y) throws(Fault) in
      try self.truth(try self.compare(.less, ObjectPool.value(x.bits), ObjectPool.value(y.bits)))
    }
  }

  private func boxed(_ data: DataPointer, _ type: ElementType) -> NumPyScalar {
    if let base = RecordTypes.native(type) { return data.loadSwapped(base) }
    let units = type.isText ? ElementText.units(data, type) : []
    switch type {
    case .text: return .text(extended("str_", .string(UnicodeText(codePoints: units))), length: units.count)
    case .bytes:
      let bytes = Value.bytes(units.map { UInt8(truncatingIfNeeded: $0) })
      return .bytes(extended("bytes_", bytes), length: units.count)
    default:
      guard let array = try? Creation.empty(Dimensions(), type) else { return NumPyScalar(type: type, bits: 0) }
      array.mutableData.copy(from: data, byteCount: type.size)
      return .record(.wide(Ref(WideScalar(record: Ref(array)))), type)
    }
  }

  /// A value as an instance of NumPy's class that extends its type.
  private func extended(_ name: String, _ value: consuming Value) -> Value {
    guard let type = textClass(name) else { return value }
    return .instance(Ref(InstanceObject(type.owned(), payload: value)))
  }

  /// NumPy's class of text or bytes scalars.
  func textClass(_ name: String) -> Unowned<ClassObject>? {
    guard let numpy = module("numpy") else { return nil }
    if let known = numpy.value.value(of: Symbol(name))?.asClassObject { return known }
    guard let found = try? libraryMember(numpy.unowned, Symbol(name)) else { return nil }
    return found.asClassObject
  }

  private func unboxed(_ scalar: NumPyScalar, _ data: DataPointer) {
    if let base = RecordTypes.native(scalar.type) {
      return data.storeSwapped(NumPyScalar(type: base, bits: scalar.bits, high: scalar.high))
    }
    let value = ObjectPool.value(scalar.bits)
    if let record = value.asRecord {
      if record.value.type == scalar.type { data.copy(from: record.value.data, byteCount: scalar.type.size) }
      return
    }
    if let text = value.asString { return ElementText.store(text.value.text.codePoints, data, scalar.type) }
    if let bytes = value.asBytes { return ElementText.store(bytes.value.bytes.map(UInt32.init), data, scalar.type) }
    ElementText.store([], data, scalar.type)
  }

  /// A scalar in another type, where one of both is no number.
  private func converted(_ scalar: NumPyScalar, _ target: ElementType) throws(Fault) -> NumPyScalar {
    if RecordTypes.native(scalar.type) != nil { return try scalar.native.converted(to: target) }
    if let base = RecordTypes.native(target) {
      let number = try scalar.converted(to: base)
      return NumPyScalar(type: target, bits: number.bits, high: number.high)
    }
    let value = scalar.type.isNumber ? ArrayConversion.pythonNumber(scalar) : ObjectPool.value(scalar.bits)
    switch target {
    case .record: return try ArrayConversion.record(value, target, in: self)
    case .object:
      if case .record = scalar.type { return .object(ArrayConversion.pythonNumber(scalar)) }
      return .object(scalar.type.isText ? value.unwrapped : value)
    case .text(let length):
      if let bytes = value.asBytes {
        guard bytes.value.bytes.allSatisfy({ $0 < 128 }) else {
          throw Fault(.unicodeDecodeError, "'ascii' codec can't decode byte: ordinal not in range(128)")
        }
        return sized(.text(.string(utf8: bytes.value.bytes), length: bytes.value.bytes.count), .text(length))
      }
      let text = UnicodeText(utf8: scalar.type.isNumber ? scalar.text : try self.text(value))
      return sized(.text(.string(text), length: text.count), .text(length))
    case .bytes(let length):
      if let bytes = value.asBytes {
        return sized(.bytes(value.unwrapped, length: bytes.value.bytes.count), .bytes(length))
      }
      let text = UnicodeText(utf8: scalar.type.isNumber ? scalar.text : try self.text(value))
      guard text.codePoints.allSatisfy({ $0 < 128 }) else {
        let place = text.codePoints.firstIndex { $0 >= 128 } ?? 0
        throw Fault(
          .unicodeEncodeError,
          "'ascii' codec can't encode character '\\x\(String(text.codePoints[place], radix: 16))' in position \(place): "
            + "ordinal not in range(128)")
      }
      return sized(.bytes(.bytes(text.utf8), length: text.count), .bytes(length))
    default:
      if let fields = RecordTypes.fields(scalar.type) {
        guard fields.count == 1 else { throw noCast(scalar.type, target) }
        return try ArrayConversion.scalar(try item(value, at: .int(0)), as: target) ?? scalar
      }
      if let text = value.asString {
        let shown = value.payload == nil ? nil : try repr(value)
        return try ArrayConversion.parse(text.value.text.string, as: target, shown: shown)
      }
      if let bytes = value.asBytes {
        return try ArrayConversion.parse(String(decoding: bytes.value.bytes, as: UTF8.self), as: target)
      }
      if target == .bool { return NumPyScalar(try truth(value)) }
      if let scalar = try ArrayConversion.scalar(value, as: target) { return scalar }
      if target.isInteger { return try ArrayConversion.scalar(try toInteger(value), as: target) ?? scalar }
      if target.isFloat, value.isNone {
        throw Fault(.typeError, "float() argument must be a string or a real number, not 'NoneType'")
      }
      let number = try callNamed(target.isComplex ? "complex" : "float", value)
      return try ArrayConversion.scalar(number, as: target) ?? scalar
    }
  }

  private func noCast(_ source: ElementType, _ target: ElementType) -> Fault {
    Fault(
      .typeError,
      "Cannot cast array data from \(DType(source).text) to \(DType(target).text) according to the rule 'unsafe'")
  }

  /// A text of its own length as one of a wanted length, where there is one.
  private func sized(_ scalar: NumPyScalar, _ type: ElementType) -> NumPyScalar {
    type == .text(0) || type == .bytes(0) ? scalar : NumPyScalar(type: type, bits: scalar.bits)
  }

  // MARK: Functions of values

  private func objectUnary(_ ufunc: Ufunc, _ x: consuming Value) throws(Fault) -> Value {
    switch ufunc.name {
    case "negative": return try unary(.negative, x)
    case "positive": return try unary(.positive, x)
    case "invert": return try unary(.invert, x)
    case "absolute": return try callNamed("abs", x)
    case "square": return try arithmetic(.multiply, x.copy(), x)
    case "reciprocal": return try arithmetic(.divide, .int(1), x)
    case "logical_not": return .bool(!(try truth(x)))
    case "sign":
      if try truth(try compare(.greater, x, .int(0))) { return .int(1) }
      return .int(try truth(try compare(.less, x, .int(0))) ? -1 : 0)
    case "conjugate" where x.number != nil: return x
    case "floor", "ceil", "trunc":
      if let method = try optionalAttribute(x, Symbol("__\(ufunc.name)__")) { return try call(method, ValueList()) }
    default: break
    }
    return try objectMethod(ufunc, x, .unbound)
  }

  private func objectBinary(_ ufunc: Ufunc, _ x: consuming Value, _ y: consuming Value) throws(Fault) -> Value {
    if let op = ArithmeticOperator.allCases.first(where: { $0.ufunc?.name == ufunc.name }) {
      return try arithmetic(op, x, y)
    }
    switch ufunc.name {
    case "equal": return try compare(.equal, x, y)
    case "not_equal": return try compare(.notEqual, x, y)
    case "less": return try compare(.less, x, y)
    case "less_equal": return try compare(.lessOrEqual, x, y)
    case "greater": return try compare(.greater, x, y)
    case "greater_equal": return try compare(.greaterOrEqual, x, y)
    case "maximum", "fmax": return try truth(try compare(.greaterOrEqual, x, y)) ? x : y
    case "minimum", "fmin": return try truth(try compare(.lessOrEqual, x, y)) ? x : y
    case "logical_and": return try truth(x) ? y : x
    case "logical_or": return try truth(x) ? x : y
    case "logical_xor": return .bool(try truth(x) != truth(y))
    case "gcd": return try commonDivisor(x, y)
    case "lcm":
      let divisor = try commonDivisor(x.copy(), y.copy())
      if !(try truth(divisor)) { return .int(0) }
      return try callNamed("abs", try arithmetic(.multiply, try arithmetic(.floorDivide, x, divisor), y))
    default: break
    }
    return try objectMethod(ufunc, x, y)
  }

  /// Euclid's algorithm on integers of any kind.
  private func commonDivisor(_ x: consuming Value, _ y: consuming Value) throws(Fault) -> Value {
    var a = try callNamed("abs", x)
    var b = try callNamed("abs", y)
    if !(a.asFloat ?? 0).isFinite || !(b.asFloat ?? 0).isFinite {
      let (first, second) = (String(decoding: try text(a), as: UTF8.self), String(decoding: try text(b), as: UTF8.self))
      throw Fault(
        .valueError,
        "Can only find greatest common divisor of finite arguments, found \"\(first)\" and \"\(second)\"")
    }
    while try truth(b) {
      try checkInterrupt()
      let rest = try arithmetic(.remainder, a, b.copy())
      a = b
      b = rest
    }
    return a
  }

  /// The function as a method of the value. TypeError where it has none.
  private func objectMethod(_ ufunc: Ufunc, _ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Value {
    guard let method = try optionalAttribute(x, Symbol(ufunc.name)) else {
      throw Fault(
        .typeError,
        "loop of ufunc does not support argument 0 of type \(x.typeName) which has no callable \(ufunc.name) method")
    }
    var arguments = ValueList()
    if !y.isUnbound { arguments.append(y.copy()) }
    return try call(method, arguments)
  }
}

extension Context {
  /// A value as the text of an object array shows it.
  func objectText(_ scalar: NumPyScalar) -> [UInt8] {
    let value = ObjectPool.value(scalar.bits)
    let text = (try? repr(value)) ?? ""
    return Array((value.asList != nil && value.payload == nil ? "list(\(text))" : text).utf8)
  }

  /// The element of an array without axes.
  func unboxed(_ value: borrowing Value) -> Value {
    guard let array = value.asArray else { return value.copy() }
    return .scalar(array.value.firstElement)
  }
}

extension Value {
  /// Whether the value is an array whose elements are no numbers.
  var hasOtherElements: Bool { borrowing get { asArray.map { !$0.value.type.isNumber } ?? false } }
}

extension Context {
  /// A binary operator where one operand is an array of text or values; nil where the ufunc does it.
  func otherArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool
  ) throws(Fault) -> Value? {
    guard let a = try operand(x.copy(), beside: y), let b = try operand(y.copy(), beside: x) else { return nil }
    let (left, right) = (a.promotion.alone, b.promotion.alone)
    // Two numbers: the bytes of some stood in the other order.
    if left == .object || right == .object || left.isNumber && right.isNumber {
      guard let ufunc = op.ufunc else { return nil }
      if inPlace, let target = x.asArray {
        try ufunc.inPlace(target.owned(), b)
        return .some(.array(target.owned()))
      }
      return .some(.result(try ufunc.binary(a, b)))
    }
    guard let ufunc = op.ufunc else { return nil }
    guard op == .add, left.isText, right.isText else {
      if op == .multiply, left.isText != right.isText, left.isInteger || right.isInteger {
        throw Fault(
          .typeError,
          "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to "
            + "multiply strings without specifying 'out'.")
      }
      throw op == .add || op == .subtract ? ufunc.noLoop(left, right) : ufunc.noLoop(a.promotion, b.promotion)
    }
    return .some(.result(try TextArrays.concatenated(try Ufunc.array(a).value, try Ufunc.array(b).value)))
  }
}
