import NNKernels

extension Builtin {
  /// What dtypes tell of themselves besides their names.
  static let dtypeAttributes: [Builtin] = [
    ofDType("byteorder", "`=` for the machine's byte order, `|` where there is none.", "dtype(float).byteorder  # '='")
    {
      .string(String($0.byteOrder))
    },
    ofDType("num", "The type's number.", "dtype(float).num  # 12") { .int($0.number) },
    ofDType("alignment", "The bytes that elements are aligned to.", "dtype(float).alignment  # 8") {
      .int(RecordTypes.alignment($0.type))
    },
    ofDType("isbuiltin", "1 for NumPy's own types.", "dtype(float).isbuiltin  # 1") {
      .int($0.type.isNumber || $0.type == .object || $0.type == .text(0) || $0.type == .bytes(0) ? 1 : 0)
    },
    ofDType("isnative", "Whether the bytes are in the machine's order.", "dtype(float).isnative  # True") {
      .bool($0.native == nil)
    },
    ofDType("hasobject", "Whether the elements are values of the language.", "dtype(object).hasobject  # True") {
      .bool(RecordTypes.holdsObjects($0.type))
    },
    ofDType("isalignedstruct", "Whether a record's fields are aligned.", "dtype(float).isalignedstruct  # False") {
      .bool(RecordTypes.saysAligned($0.type))
    },
    ofDType("flags", "How elements are to be treated, as bits.", "dtype(float).flags  # 0") {
      .int($0.type == .object ? 63 : 0)
    },
    ofDType("ndim", "The number of axes of one element.", "dtype(float).ndim  # 0") {
      .int(RecordTypes.parts($0.type)?.shape.count ?? 0)
    },
    ofDType("shape", "The shape of one element.", "dtype('(2,3)f8').shape  # (2, 3)") {
      .tuple(numbers: RecordTypes.parts($0.type)?.shape ?? [])
    },
    ofDType(
      "subdtype", "The type and the shape of an element's parts; None where it has none.",
      "dtype('3f4').subdtype  # (dtype('float32'), (3,))"
    ) {
      guard let (base, shape) = RecordTypes.parts($0.type) else { return .nothing }
      return .tuple(.dtype(DType(base)), .tuple(numbers: shape))
    },
    ofDType("metadata", "None.", "dtype(float).metadata  # None") { _ in .nothing },
    .dtypeFields,
    ofDType("names", "The names of a record's fields; None for other types.", "dtype('f4,i4').names  # ('f0', 'f1')") {
      guard let fields = RecordTypes.fields($0.type) else { return .nothing }
      var items = ValueList()
      for field in fields { items.append(.string(field.name)) }
      return .tuple(items)
    },
    ofDType("base", "The type of an element's parts.", "dtype('3f4').base  # dtype('float32')") {
      .dtype(DType(RecordTypes.parts($0.type)?.base ?? $0.type))
    },
    ofDType("descr", "The type as a list of its fields.", "dtype(float).descr  # [('', '<f8')]") {
      description(of: $0)
    },
    .newbyteorder,
    .minimalScalarType,
  ]

  /// A type as the list that the protocol of arrays' memory has: bytes between fields are fields without a name.
  private static func description(of dtype: DType) -> Value {
    var items = ValueList()
    guard let layout = RecordTypes.layout(dtype.type), layout.form == .fields else {
      items.append(.tuple(.string(""), .string(dtype.protocolText)))
      return .list(items)
    }
    var offset = 0
    for field in layout.fields {
      if field.offset > offset { items.append(gap(field.offset &- offset)) }
      var parts = ValueList()
      parts.append(.string(field.name))
      let isRecord = RecordTypes.fields(field.type) != nil
      parts.append(isRecord ? description(of: DType(field.type)) : .string(DType(field.type).protocolText))
      if !field.shape.isEmpty { parts.append(.tuple(numbers: field.shape)) }
      items.append(.tuple(parts))
      offset = field.offset &+ field.size
    }
    if layout.size > offset { items.append(gap(layout.size &- offset)) }
    return .list(items)
  }

  private static func gap(_ size: Int) -> Value { .tuple(.string(""), .string("|V\(size)")) }

  static let newbyteorder = Builtin(
    "dtype.newbyteorder(self, new_order='S', /)",
    "The type with another order of bytes: `<` or `>`, `=` for the machine's, `S` for the other one.",
    example: "dtype('i4').newbyteorder('>')  # dtype('>i4')"
  ) { (context, arguments) throws(Fault) in
    let type = try ArrayConversion.dtype(arguments[0]).type
    let native = RecordTypes.native(type) ?? type
    switch arguments[1].asString?.value.text.string.first {
    case "<", "=", "L", "l", "N", "n": return .dtype(DType(native))
    case ">", "B", "b": return .dtype(DType(RecordTypes.swapped(native)))
    case "S", "s": return .dtype(DType(RecordTypes.swapped(type)))
    case "|", "I", "i": return .dtype(DType(type))
    default:
      throw Fault(.valueError, "\(arguments[1].asString?.value.text.string ?? "") is an unrecognized byteorder")
    }
  }

  private static func ofDType(
    _ name: String, _ documentation: String, _ example: String, _ read: @escaping (DType) -> Value
  ) -> Builtin {
    Builtin("dtype.\(name)", documentation, example: example) { (context, arguments) throws(Fault) in
      read(try ArrayConversion.dtype(arguments[0]))
    }
  }

  static let dtypeFields = Builtin(
    "dtype.fields", "A record's fields: their types and the bytes before them, by name; None for other types.",
    example: "dtype('f4,i4').fields['f1']  # (dtype('int32'), 4)"
  ) { (context, arguments) throws(Fault) in
    guard let fields = RecordTypes.fields(try ArrayConversion.dtype(arguments[0]).type) else { return .nothing }
    let result = Ref(DictionaryObject())
    for field in fields {
      let type = try RecordTypes.type(field.type, shape: field.shape)
      try context.set(result.unowned, .string(field.name), .tuple(.dtype(DType(type)), .int(field.offset)))
    }
    return .dictionary(result)
  }

  static let minimalScalarType = Builtin(
    "numpy.min_scalar_type(a, /)", "The smallest dtype that holds a number; of an array its own.",
    example: "min_scalar_type(300)  # dtype('uint16')"
  ) { (context, arguments) throws(Fault) in
    if let array = arguments[0].asArray, array.value.rank > 0 { return .dtype(array.value.dtype) }
    guard let scalar = try ArrayConversion.scalar(context.unboxed(arguments[0]), as: nil) else {
      return .dtype(DType(.object))
    }
    return .dtype(DType(Builtin.smallestType(of: scalar)))
  }

  private static func smallestType(of scalar: NumPyScalar) -> ElementType {
    switch scalar.type {
    case .float16, .float32, .float64:
      let value = scalar.asDouble
      if !value.isFinite || value.magnitude < 65000 { return .float16 }
      return value.magnitude < 3.4e38 ? .float32 : .float64
    case .complex64, .complex128:
      return Swift.max(scalar.asDouble.magnitude, scalar.imaginary.magnitude) < 3.4e38 ? .complex64 : .complex128
    case .uint64 where scalar.bits > UInt64(Int.max): return .uint64
    case _ where scalar.type.isInteger:
      let value = scalar.asInt
      let candidates: [ElementType] = value < 0 ? [.int8, .int16, .int32] : [.uint8, .uint16, .uint32]
      return candidates.first { $0.integerBounds.low <= value && value <= $0.integerBounds.high }
        ?? (value < 0 ? .int64 : .uint64)
    default: return scalar.type
    }
  }
}
