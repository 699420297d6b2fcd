import NNIntegers
import NNKernels

extension Builtin {
  /// The scalar types, dtypes and what can be asked about them.
  static let dtypes: [Builtin] =
    ElementType.allCases.map(scalarType) + [
      .dtypeType, .ndarrayType, .dtypeName, .dtypeItemSize, .dtypeKind, .dtypeCharacter, .dtypeProtocolText,
      .dtypeScalarType,
      .resultType, .promoteTypes, .canCast, .isscalar, .isDType, .isInteger, .voidType,
    ]

  private static func scalarType(_ type: ElementType) -> Builtin {
    let shown = type.isFloat ? "7.0" : (type.isComplex ? "7+0j" : "7")
    let value = type == .bool ? "np.bool(0.5)  # np.True_" : "\(type.name)(7)  # np.\(type.name)(\(shown))"
    return Builtin(
      "numpy.\(type.name)(x=0, \(type.isComplex ? "imag=<no value>, " : "")/)",
      "A NumPy scalar of this type, or an array of it from a sequence.",
      example: value, constructs: .scalar(type)
    ) { (context, arguments) throws(Fault) in
      if type.isComplex, arguments[0].asString != nil || !arguments[1].isUnbound {
        let made =
          arguments[1].isUnbound
          ? try context.callNamed("complex", arguments[0].copy())
          : try context.callNamed("complex", arguments[0].copy(), arguments[1].copy())
        if let scalar = try ArrayConversion.scalar(made, as: type) { return .scalar(scalar) }
      }
      if let text = arguments[0].asString {
        return .scalar(try ArrayConversion.parse(text.value.text.string, as: type))
      }
      if let scalar = try ArrayConversion.scalar(arguments[0], as: type) { return .scalar(scalar) }
      return .result(try ArrayConversion.array(arguments[0], type: type, in: context))
    }
  }

  static let voidType = Builtin(
    "numpy.void(value, /, dtype=None)", "An element of bytes, or with a dtype a record of its fields.",
    example: "void((1, 2.5), dtype('i4,f8'))  # np.void((1, 2.5), dtype=[('f0', '<i4'), ('f1', '<f8')])",
    constructs: .scalar(.record(0))
  ) { (context, arguments) throws(Fault) in
    if let type = try context.optionalDType(arguments[1]) {
      guard let scalar = try ArrayConversion.scalar(arguments[0], as: type) else {
        throw Fault(.typeError, "a value of type '\(arguments[0].typeName)' is no record")
      }
      return .scalar(scalar)
    }
    if let count = arguments[0].asInt {
      if count < 0 || count > Int(Int32.max) {
        throw Fault(.overflowError, "size must be non-negative and not greater than 2147483647")
      }
      return .scalar(try ArrayConversion.record(.bytes([]), RecordTypes.bytes(count), in: context))
    }
    guard let bytes = arguments[0].asBytes else {
      throw Fault(.typeError, "void() takes bytes, an integer, or a value and a dtype")
    }
    return .scalar(try ArrayConversion.record(arguments[0], RecordTypes.bytes(bytes.value.bytes.count), in: context))
  }

  static let dtypeType = Builtin(
    "numpy.dtype(dtype, align=False, copy=False, metadata=None)",
    "The dtype that a name, a type, a dtype or a list of fields names. `align` puts fields where their types want to begin.",
    example: "dtype('float32')  # dtype('float32')",
    constructs: .dtype
  ) { (context, arguments) throws(Fault) in
    let dtype = try ArrayConversion.dtype(arguments[0])
    guard try context.flag(arguments[1]), let fields = RecordTypes.fields(dtype.type) else { return .dtype(dtype) }
    var parts: [(name: String, type: ElementType)] = []
    for field in fields { parts.append((field.name, try RecordTypes.type(field.type, shape: field.shape))) }
    return .dtype(DType(try RecordTypes.type(parts, isAligned: true)))
  }

  static let ndarrayType = Builtin(
    "numpy.ndarray(shape, dtype=None, buffer=None, offset=0, strides=None, order=None)",
    "An array of the given shape with whatever its memory holds, or what a buffer holds; `array` and `zeros` "
      + "are the usual ways to make one.", example: "ndarray((2, 3)).shape  # (2, 3)", constructs: .array
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[1]) ?? .float64
    let shape = try ArrayConversion.shape(arguments[0], in: context)
    if arguments[2].isNone { return .view(try Creation.empty(shape, type)) }
    return try array(of: arguments, shape, type, in: context)
  }

  /// An array over the memory of a buffer: an array's own memory, a copy of bytes.
  private static func array(
    of arguments: Registers, _ shape: Dimensions, _ type: ElementType, in context: Context
  ) throws(Fault) -> Value {
    let offset = try context.integer(arguments[3])
    var strides = shape.contiguousStrides(itemSize: type.size)
    if !arguments[4].isNone { strides = try ArrayConversion.shape(arguments[4], in: context) }
    guard strides.count == shape.count else {
      throw Fault(.valueError, "strides, if given, must be the same length as shape")
    }
    let source = try memory(of: arguments[2])
    if type == .object || source.type == .object {
      throw Fault(.valueError, "cannot construct a dtype=object array from a buffer")
    }
    guard offset >= 0, let reach = reach(shape, strides, type.size), reach.low &+ offset >= 0,
      reach.high <= source.count &* source.itemSize &- offset
    else { throw Fault(.typeError, "buffer is too small for requested array") }
    return .view(
      NDArray(
        storage: source.storage.copy(), offset: source.offset &+ offset, type: type, shape: shape, strides: strides,
        isWriteable: source.isWriteable, isView: true))
  }

  private static func memory(of value: borrowing Value) throws(Fault) -> NDArray {
    if let array = value.asArray {
      guard array.value.isContiguous else { throw Fault(.valueError, "ndarray is not C-contiguous") }
      return array.value.view()
    }
    guard let bytes = value.asBytes else {
      throw Fault(.typeError, "a bytes-like object is required, not '\(value.typeName)'")
    }
    var result = try Creation.empty(Dimensions(bytes.value.bytes.count), .uint8)
    result.fill(from: bytes.value.bytes, start: 0)
    result.isWriteable = bytes.value.isMutable
    return result
  }

  /// The first byte that strides reach, and the one behind the last; nil where that is beyond all numbers.
  private static func reach(_ shape: Dimensions, _ strides: Dimensions, _ size: Int) -> (low: Int, high: Int)? {
    var (low, high) = (0, size)
    for axis in 0..<shape.count {
      if shape[axis] == 0 { return (0, 0) }
      let (step, overflow) = strides[axis].multipliedReportingOverflow(by: shape[axis] &- 1)
      let (sum, tooBig) = (step < 0 ? low : high).addingReportingOverflow(step)
      if overflow || tooBig { return nil }
      if step < 0 { low = sum } else { high = sum }
    }
    return (low, high)
  }

  static let dtypeName = ofDType("name", "The type's name.", "dtype(float).name  # 'float64'") { .string($0.name) }
  static let dtypeItemSize = ofDType("itemsize", "The bytes of one element.", "dtype(float).itemsize  # 8") {
    .int($0.itemSize)
  }
  static let dtypeKind = ofDType(
    "kind", "`b`, `u`, `i` or `f`: bool, unsigned, signed or float.", "dtype(int).kind  # 'i'"
  ) {
    .string(String($0.kind))
  }
  static let dtypeCharacter = ofDType("char", "The type's one-letter code.", "dtype(int).char  # 'l'") {
    .string(String($0.character))
  }
  static let dtypeProtocolText = ofDType("str", "Byte order, kind and size.", "dtype(int).str  # '<i8'") {
    .string($0.protocolText)
  }
  static let dtypeScalarType = ofDType(
    "type", "The type of the elements as scalars.", "dtype(int).type  # <class 'numpy.int64'>"
  ) {
    .type(.scalar($0.native?.type ?? $0.type))
  }

  private static func ofDType(
    _ name: String, _ documentation: String, _ example: String, _ read: @escaping (DType) -> Value
  ) -> Builtin {
    Builtin("dtype.\(name)", documentation, example: example) { (context, arguments) throws(Fault) in
      read(try ArrayConversion.dtype(arguments[0]))
    }
  }

  static let isInteger = Builtin(
    "generic.is_integer(self, /)", "Whether a scalar is a whole number.", example: "float64(3.0).is_integer()  # True"
  ) { (context, arguments) throws(Fault) in
    let value = try context.scalar(arguments[0])
    return .bool(
      !value.type.isInexact || (value.asDouble.isFinite && value.asDouble.rounded(.towardZero) == value.asDouble))
  }

  // MARK: Questions

  static let resultType = Builtin(
    "numpy.result_type(*arrays_and_dtypes)", "The dtype that a result of these operands has.",
    example: "result_type(ones(2, dtype='float32'), 1.5)  # dtype('float32')"
  ) { (context, arguments) throws(Fault) in
    var result: Promotion?
    if let values = arguments.variadic(0) {
      var given: [Promotion] = []
      var types: [ElementType] = []
      for index in 0..<values.value.items.count {
        let own = try context.promotion(values.value.items[index])
        given.append(own)
        if case .strong(let type) = own, type.isNumber { types.append(type) }
      }
      if types.count > 2, types.count == given.count, let common = Promotion.common(types) {
        return .dtype(DType(common))
      }
      for own in given {
        result =
          try result.map { (old: Promotion) throws(Fault) -> Promotion in
            if old == own { return old }
            if case .strong(let first) = old, case .strong(let second) = own {
              return .strong(try context.promoted(first, second))
            }
            return .strong(Promotion.result(old, own))
          } ?? own
      }
    }
    guard let result else { throw Fault(.valueError, "at least one array or dtype is required") }
    return .dtype(DType(result.alone))
  }

  static let promoteTypes = Builtin(
    "numpy.promote_types(type1, type2, /)", "The smallest dtype to which both convert safely.",
    example: "promote_types('uint8', 'int64')  # dtype('int64')"
  ) { (context, arguments) throws(Fault) in
    let first = try ArrayConversion.dtype(arguments[0]).type
    let second = try ArrayConversion.dtype(arguments[1]).type
    return .dtype(DType(try context.promoted(first, second)))
  }

  static let canCast = Builtin(
    "numpy.can_cast(from_, to, casting='safe')", "Whether one dtype converts to another under a casting rule.",
    example: "can_cast(int, 'float32')  # False"
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asInt != nil || arguments[0].asFloat != nil || arguments[0].isPythonComplex {
      throw Fault(
        .typeError,
        "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
          + "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future.")
    }
    if arguments[1].isNone {
      throw Fault(.typeError, "did not understand one of the types; 'None' not accepted")
    }
    let source = try context.elementType(arguments[0])
    return .bool(try context.casting(arguments[2]).allows(source, to: try ArrayConversion.dtype(arguments[1]).type))
  }

  static let isscalar = Builtin(
    "numpy.isscalar(element)", "Whether a value is a number or text, no array and no sequence.",
    example: "isscalar(3.1)  # True"
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asInstance != nil, arguments[0].payload == nil {
      return try context.callLibrary("_numpy.type_names", "_is_number", arguments, 1)
    }
    let isText = arguments[0].asString != nil || arguments[0].asBytes != nil
    return .bool(isText || (arguments[0].isNumeric && arguments[0].asArray == nil))
  }

  static let isDType = Builtin(
    "numpy.issubdtype(arg1, arg2)", "Whether a dtype is another one or of a kind: `np.floating`, `np.integer`.",
    example: "issubdtype('float64', np.floating)  # True"
  ) { (context, arguments) throws(Fault) in
    if case .abstractScalar(let kind)? = arguments[0].asType {
      _ = kind
      return try context.callLibrary("_numpy.type_names", "_is_subclass", arguments, 2)
    }
    if case .abstractScalar(let kind)? = arguments[1].asType {
      return .bool(kind.includes(try ArrayConversion.dtype(arguments[0]).type))
    }
    let (first, second) = (try ArrayConversion.dtype(arguments[0]).type, try ArrayConversion.dtype(arguments[1]).type)
    return .bool(second.size == 0 ? first.scalarKind == second.scalarKind : first == second)
  }

}

extension Dimensions {
  /// The index of the element with a number in C order.
  func index(of number: Int) -> Dimensions {
    var (result, rest, axis) = (self, number, count &- 1)
    while axis >= 0 {
      let extent = Swift.max(self[axis], 1)
      result[axis] = rest % extent
      rest /= extent
      axis &-= 1
    }
    return result
  }
}

extension Context {
  /// NumPy's `promote_types`. TypeError for records that have no common type.
  func promoted(_ first: ElementType, _ second: ElementType) throws(Fault) -> ElementType {
    guard first.isRecord || second.isRecord, first != .object, second != .object else {
      let common = Promotion.common(first, second)
      return RecordTypes.native(common) ?? common
    }
    if first == second { return first }
    guard let fields = RecordTypes.fields(first), let others = RecordTypes.fields(second) else {
      throw Fault(
        .promotionError,
        "The DTypes <class 'numpy.dtypes.\(DType(first).className)'> and <class 'numpy.dtypes.\(DType(second).className)'> "
          + "do not have a common DType. For example they cannot be stored in a single array unless the dtype is "
          + "`object`.")
    }
    guard fields.map(\.name) == others.map(\.name) else {
      func names(_ fields: [RecordField]) -> String {
        "(" + fields.map { "'\($0.name)'" }.joined(separator: ", ") + (fields.count == 1 ? ",)" : ")")
      }
      throw Fault(.promotionError, "field names `\(names(fields))` and `\(names(others))` mismatch.")
    }
    var parts: [(name: String, type: ElementType)] = []
    for (field, other) in zip(fields, others) {
      guard field.shape == other.shape else {
        throw Fault(.promotionError, "invalid type promotion with subarray datatypes")
      }
      let type = try promoted(field.type, other.type)
      parts.append((field.name, field.shape.isEmpty ? type : try RecordTypes.type(type, shape: field.shape)))
    }
    return try RecordTypes.type(parts)
  }

  /// A value's part in finding a result's type: operands by their kind, everything else as a dtype.
  func promotion(_ value: borrowing Value) throws(Fault) -> Promotion {
    if value.isNumeric, let operand = value.arrayOperand { return operand.promotion }
    return .strong(try ArrayConversion.dtype(value).type)
  }

  /// The type of a number's or array's elements, or the one that a value names.
  func elementType(_ value: borrowing Value) throws(Fault) -> ElementType {
    if value.isNumeric, let operand = value.arrayOperand { return operand.promotion.alone }
    return try ArrayConversion.dtype(value).type
  }
}
