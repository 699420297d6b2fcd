import NNIntegers
import NNKernels

// Values as operands of NumPy's functions.

extension Value {
  /// Whether the value is a `complex` of Python.
  var isPythonComplex: Bool {
    borrowing get {
      switch self {
      case .complex: true
      default: false
      }
    }
  }

  /// Whether the value is a complex number of Python or NumPy.
  var isComplexNumber: Bool { borrowing get { isPythonComplex || (asScalar?.type.isComplex ?? false) } }

  /// Whether the value is a number or an array of numbers.
  var isNumeric: Bool {
    borrowing get {
      switch self {
      case .array: true
      case .number: true
      case .wide: true
      case .complex: true
      case .int: true
      case .bool: true
      case .float: true
      case .bigInteger: true
      default: false
      }
    }
  }

  /// Whether the value is a sequence that may become an array.
  var isSequence: Bool { borrowing get { asList != nil || asTuple != nil || asRange != nil } }

  /// Whether the value can stand beside an array: a number, an array or a sequence.
  var isOperand: Bool { borrowing get { isNumeric || isSequence } }

  /// An array whose numbers have their bytes in the machine's order.
  @inline(__always) static func native(_ array: consuming Ref<NDArray>) -> Ref<NDArray> {
    if array.value.type.isNumber { return array }
    return turned(array)
  }

  @inline(never) private static func turned(_ array: consuming Ref<NDArray>) -> Ref<NDArray> {
    guard let base = RecordTypes.native(array.value.type), let result = try? array.value.cast(to: base) else {
      return array
    }
    return Ref(result)
  }

  /// The value as an operand of NumPy's functions; nil for what has to become an array first (lists) or is none.
  var arrayOperand: ArrayOperand? {
    borrowing get {
      switch self {
      case .array(let r): .array(Value.native(r.copy()))
      case .number(let scalar): .scalar(scalar.element)
      case .wide(let r): .scalar(r.value.element)
      case .complex(let r): .complex(r.value.number.real, r.value.number.imaginary)
      case .int(let value): .integer(value)
      case .bool(let value): .boolean(value)
      case .float(let value): .real(value)
      case .bigInteger(let r): .wideInteger(WideInteger(r.value.value))
      default: nil
      }
    }
  }

  /// The operand that this value becomes; an array's only reference moves along.
  consuming func takeArrayOperand() -> ArrayOperand? {
    switch consume self {
    case .array(let r): .array(Value.native(r))
    case .number(let scalar): .scalar(scalar.element)
    case .wide(let r): .scalar(r.value.element)
    case .complex(let r): .complex(r.value.number.real, r.value.number.imaginary)
    case .int(let value): .integer(value)
    case .bool(let value): .boolean(value)
    case .float(let value): .real(value)
    case .bigInteger(let r): .wideInteger(WideInteger(r.value.value))
    default: nil
    }
  }
}

extension WideInteger {
  init(_ value: BigInteger) {
    let double = value.rounded
    self.init(
      unsigned: UInt64(exactly: value), isNegative: value.isNegative,
      approximation: double.isFinite ? double : nil)
  }
}

extension Context {
  /// The operand of a value that may also be a list or tuple of numbers; nil where it is nothing of the kind.
  func operand(_ value: consuming Value) throws(Fault) -> ArrayOperand? {
    if value.isSequence {
      return .some(.array(Ref(try ArrayConversion.array(value, in: self))))
    }
    return value.takeArrayOperand()
  }

  /// The operand of a value beside another one: whatever stands beside an array of values is a value, and text beside
  /// text is an array of it.
  func operand(_ value: consuming Value, beside other: borrowing Value) throws(Fault) -> ArrayOperand? {
    guard let type = other.asArray?.value.type, !type.isNumber, value.asArray == nil else { return try operand(value) }
    if type == .object {
      if value.isSequence { return .some(.array(Ref(try ArrayConversion.objectArray(value, in: self)))) }
      return .some(.array(Ref(try Creation.scalar(NumPyScalar.object(value)))))
    }
    if let text = try ArrayConversion.textScalar(value) { return .some(.array(Ref(try Creation.scalar(text)))) }
    return try operand(value)
  }

  /// A value as an operand of a ufunc: numbers and arrays as they are, nested sequences converted.
  func ufuncOperand(_ value: consuming Value, of ufunc: Ufunc, place: Int) throws(Fault) -> ArrayOperand {
    if value.isNumeric {
      guard let operand = value.takeArrayOperand() else { throw Fault(.systemError, "no operand") }
      return operand
    }
    if value.isSequence { return .array(Ref(try ArrayConversion.array(value, in: self))) }
    if value.hasSpecialMethods, let made = try callSpecial(Symbol("__array__"), of: value), let array = made.asArray {
      return .array(array.owned())
    }
    throw noOperand(value, ufunc, place)
  }

  /// What NumPy says of an operand, the one at `place`, that a ufunc cannot take.
  func noOperand(_ value: borrowing Value, _ ufunc: Ufunc, _ place: Int) -> Fault {
    if value.asString != nil {
      if ["negative", "positive", "absolute", "sign"].contains(ufunc.name) {
        return Fault(
          .noLoopError,
          "ufunc '\(ufunc.name)' did not contain a loop with signature matching types <class 'numpy.dtypes.StrDType'> "
            + "-> None")
      }
      return Fault(
        .typeError,
        "ufunc '\(ufunc.name)' not supported for the input types, and the inputs could not be safely coerced to any "
          + "supported types according to the casting rule ''safe''")
    }
    return Fault(
      .typeError,
      "loop of ufunc does not support argument \(place) of type \(value.typeName) which has no callable \(ufunc.name) "
        + "method")
  }
}
