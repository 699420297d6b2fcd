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
      .int($0.type.isText ? ($0.kind == "U" ? 4 : 1) : $0.type.partType.size)
    },
    ofDType("isbuiltin", "1 for NumPy's own types.", "dtype(float).isbuiltin  # 1") {
      .int($0.type.isNumber || $0.type == .object || $0.type == .text(0) || $0.type == .bytes(0) ? 1 : 0)
    },
    ofDType("isnative", "Whether the bytes are in the machine's order.", "dtype(float).isnative  # True") { _ in
      .bool(true)
    },
    ofDType("hasobject", "Whether the elements are values of the language.", "dtype(object).hasobject  # True") {
      .bool($0.type == .object)
    },
    ofDType("isalignedstruct", "Whether a record's fields are aligned.", "dtype(float).isalignedstruct  # False") { _ in
      .bool(false)
    },
    ofDType("flags", "How elements are to be treated, as bits.", "dtype(float).flags  # 0") {
      .int($0.type == .object ? 63 : 0)
    },
    ofDType("ndim", "The number of axes of one element.", "dtype(float).ndim  # 0") { _ in .int(0) },
    ofDType("shape", "The shape of one element.", "dtype(float).shape  # ()") { _ in .tuple(ValueList()) },
    ofDType("subdtype", "None: one element is no array.", "dtype(float).subdtype  # None") { _ in .nothing },
    ofDType("metadata", "None.", "dtype(float).metadata  # None") { _ in .nothing },
    .dtypeFields,
    ofDType("names", "The names of a record's fields; None for other types.", "dtype('f4,i4').names  # ('f0', 'f1')") {
      guard let fields = RecordTypes.fields($0.type) else { return .nothing }
      var items = ValueList()
      for field in fields { items.append(.string(field.name)) }
      return .tuple(items)
    },
    ofDType("base", "The type itself.", "dtype(float).base  # dtype('float64')") { .dtype($0) },
    ofDType("descr", "The type as a list of one field.", "dtype(float).descr  # [('', '<f8')]") {
      var items = ValueList()
      if let fields = RecordTypes.fields($0.type) {
        for field in fields { items.append(.tuple(.string(field.name), .string(DType(field.type).protocolText))) }
        return .list(items)
      }
      items.append(.tuple(.string(""), .string($0.protocolText)))
      return .list(items)
    },
    .minimalScalarType,
  ]

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
      try context.set(result.unowned, .string(field.name), .tuple(.dtype(DType(field.type)), .int(field.offset)))
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
