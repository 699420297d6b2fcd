import NNIntegers
import NNKernels

/// From the language's values to arrays, dtypes, shapes and indices.
enum ArrayConversion {
  /// Who runs programs, for what has to call back: the newest one. Not a weak reference, which would make every count of it a slow one.
  static var context: Context?

  // MARK: Dtypes

  /// The dtype that a value names: a dtype, a type, a name.
  static func dtype(_ value: borrowing Value) throws(Fault) -> DType {
    switch value {
    case .dtype(let dtype): return dtype
    case .type(let type):
      switch type {
      case .bool: return .bool
      case .int: return .int64
      case .float: return .float64
      case .complex: return .complex128
      case .string: return DType(.text(0))
      case .bytes: return DType(.bytes(0))
      case .object: return DType(.object)
      case .scalar(let element): return DType(element)
      default: throw Fault(.typeError, "Cannot interpret '\(type.representation)' as a data type")
      }
    case .string(let r): return try DType(parsing: r.value.text.string)
    case .classObject(let r):
      switch r.value.name.name {
      case "str_": return DType(.text(0))
      case "bytes_": return DType(.bytes(0))
      default: return DType(.object)
      }
    case .special(.none): return .float64
    case .list: return try recordType(value, in: ArrayConversion.context)
    case .tuple(let r) where r.value.items.count == 2:
      let base = try dtype(r.value.items[0]).type
      return DType(try partsType(base, r.value.items[1], in: ArrayConversion.context))
    case .dictionary: return try recordType(value, in: ArrayConversion.context)
    case .int(let number): throw Fault(.typeError, "Cannot interpret '\(number)' as a data type")
    default: throw Fault(.typeError, "Cannot interpret a value of type '\(value.typeName)' as a data type")
    }
  }

  // MARK: Arrays from values

  /// NumPy's `asarray`: an array shares its memory, numbers and nested lists and tuples are copied.
  static func array(
    _ value: borrowing Value, type: ElementType? = nil, in context: Context
  ) throws(Fault) -> NDArray {
    if let array = value.asArray {
      if let type, type != array.value.type { return try array.value.cast(to: type) }
      return array.value.view()
    }
    if let record = value.asRecord {
      if let type, type != record.value.type { return try record.value.cast(to: type) }
      return record.value.view()
    }
    if let type, let base = RecordTypes.native(type) {
      return try self.array(value, type: base, in: context).cast(to: type)
    }
    if let type, let parts = RecordTypes.parts(type) {
      return try self.array(value, type: parts.base, in: context)
    }
    if let result = try PlainLists.array(value, type) { return result }
    if let range = value.asRange, range.value.wide == nil, type?.isNumber ?? true { return try array(range, type) }
    if type == .object { return try objectArray(value, in: context) }
    if value.hasSpecialMethods, let made = try context.callSpecial(Symbol("__array__"), of: value),
      let array = made.asArray
    {
      if let type, type != array.value.type { return try array.value.cast(to: type) }
      return array.value.view()
    }
    if let plain = try PlainLists.array(value, type) { return plain }
    if let scalar = try scalar(value, as: type) { return try Creation.scalar(scalar) }
    ObjectPool.collect()
    ObjectPool.users += 1
    defer { ObjectPool.users -= 1 }
    var nest = NestedElements(type)
    try nest.add(value, depth: 0, context)
    return try nest.finish()
  }

  private static func array(_ range: Unowned<RangeObject>, _ type: ElementType?) throws(Fault) -> NDArray {
    let (start, step, count) = (range.value.start, range.value.step, range.value.count)
    let result = try Creation.empty(Dimensions(count), .int64)
    let data = result.mutableData
    for index in 0..<count { data.store(start &+ index &* step, at: index &* 8) }
    if let type, type != .int64 { return try result.cast(to: type) }
    return result
  }

  /// A number as a scalar of its own type or of the given one; nil for what is no number. OverflowError for an integer
  /// that does not fit.
  static func scalar(_ value: borrowing Value, as type: ElementType?) throws(Fault) -> NumPyScalar? {
    if type == .object { return value.asArray == nil ? .object(value.copy()) : nil }
    if let type, let base = RecordTypes.native(type) { return try scalar(value, as: base)?.converted(to: type) }
    if let type, case .record = type, let context {
      return value.asTuple != nil || value.asRecord != nil || value.isNumeric && value.asArray == nil
        ? try record(value, type, in: context) : nil
    }
    if type == nil || type?.isText == true, let text = try textScalar(value) {
      guard let type, type != text.type.scalarKind else { return text }
      return try text.converted(to: type)
    }
    guard let operand = value.arrayOperand, !operand.isArray else { return nil }
    if let type, type.isText { return try operand.scalar(as: operand.promotion.alone).converted(to: type) }
    if let type {
      if type.isInteger, let real = value.asFloat { return try integer(real, type) }
      if !type.isComplex && type != .bool, value.isPythonComplex {
        throw Fault(
          .typeError,
          "\(type.isInteger ? "int() argument must be a string, a bytes-like object or a real number" : "float() argument must be a string or a real number"), not 'complex'"
        )
      }
      return try operand.scalar(as: type)
    }
    if case .wideInteger(let wide) = operand.copy() {
      if wide.unsigned != nil && !wide.isNegative { return try operand.scalar(as: .uint64) }
      return .object(value.copy())
    }
    return try operand.scalar(as: operand.promotion.alone)
  }

  /// Text or bytes as a scalar of their own length; nil for other values.
  static func textScalar(_ value: borrowing Value) throws(Fault) -> NumPyScalar? {
    if let text = value.asString { return .text(value.copy(), length: text.value.text.count) }
    if let bytes = value.asBytes { return .bytes(value.copy(), length: bytes.value.bytes.count) }
    return nil
  }

  /// An array of values as they are: lists and tuples of equal lengths make axes.
  static func objectArray(
    _ value: borrowing Value, in context: Context, most: Int = Dimensions.capacity
  ) throws(Fault) -> NDArray {
    var shape = Dimensions()
    var level = ValueList()
    level.append(value.copy())
    while level.count > 0, shape.count < most, let length = try commonLength(level, context) {
      if level.count > 1 << 26 { throw Creation.outOfMemory(shape, .object) }
      shape.append(length)
      var next = ValueList()
      for index in 0..<level.count {
        let items = try context.items(level[index])
        for place in 0..<items.count { next.append(items[place].copy()) }
        try context.checkInterrupt()
      }
      level = next
    }
    let result = try Creation.empty(shape, .object)
    for index in 0..<level.count {
      let isBoxed = level[index].asArray.map { $0.value.rank == 0 } ?? false
      let element = isBoxed ? context.unboxed(level[index]) : level[index].copy()
      result.mutableData.store(NumPyScalar.object(element), at: index &* 8)
    }
    return result
  }

  /// The length of all values, where all are sequences of one length.
  private static func commonLength(_ values: borrowing ValueList, _ context: Context) throws(Fault) -> Int? {
    var result: Int?
    for index in 0..<values.count {
      let isSequence =
        values[index].isSequence || (values[index].asArray.map { $0.value.rank > 0 } ?? false)
      guard isSequence else { return nil }
      let length = try context.length(values[index])
      if let result, result != length { return nil }
      result = length
    }
    return result
  }

  /// What becomes an element of a wanted type: a number, the text of one, None as nan of a float type.
  private static func element(_ value: borrowing Value, as type: ElementType?) throws(Fault) -> NumPyScalar? {
    if let type, type.isNumber {
      if let text = value.asString { return try parse(text.value.text.string, as: type) }
      if let bytes = value.asBytes { return try parse(String(decoding: bytes.value.bytes, as: UTF8.self), as: type) }
    }
    if let type, type.isFloat, value.isNone { return NumPyScalar(Double.nan).cast(to: type) }
    if let type, type.isSigned, let own = value.asScalar { try own.checkFits(type) }
    return try scalar(value, as: type)
  }

  /// A number's text as a scalar. ValueError in Python's words.
  static func parse(_ text: String, as type: ElementType, shown: String? = nil) throws(Fault) -> NumPyScalar {
    let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if type == .bool { return NumPyScalar(!text.isEmpty) }
    if type.isInexact {
      if let value = Double(trimmed) { return NumPyScalar(value).castNoting(to: type) }
      throw Fault(.valueError, "could not convert string to float: \(shown ?? "'\(text)'")")
    }
    if let value = Int(trimmed) { return try Promotion.scalar(value, as: type) }
    throw Fault(.valueError, "invalid literal for int() with base 10: \(shown ?? "'\(text)'")")
  }

  private static func integer(_ value: Double, _ type: ElementType) throws(Fault) -> NumPyScalar {
    if value.isNaN { throw Fault(.valueError, "cannot convert float NaN to integer") }
    if value.isInfinite { throw Fault(.overflowError, "cannot convert float infinity to integer") }
    // As a Python integer, which has to fit.
    if let whole = Int(exactly: value.rounded(.towardZero)) { return try Promotion.scalar(whole, as: type) }
    if type == .uint64, let whole = UInt64(exactly: value.rounded(.towardZero)) { return NumPyScalar(whole) }
    throw Fault(.overflowError, "Python int too large to convert to C long")
  }

  /// Nested lists of numbers on their way to an array: the shape that the first items give, and all elements.
  private struct NestedElements {
    private let wanted: ElementType?
    private var scalars: [NumPyScalar] = []
    private var common: ElementType?
    private var shape: [Int] = []
    private var isLeafDepth: Int?

    init(_ wanted: ElementType?) { self.wanted = wanted }

    mutating func add(_ value: borrowing Value, depth: Int, _ context: Context) throws(Fault) {
      if depth > Dimensions.capacity { throw Dimensions.tooMany(depth) }
      if let array = value.asArray, array.value.rank > 0 { return try add(array, depth: depth) }
      let isRecord = value.asTuple != nil && wanted.map { RecordTypes.fields($0) != nil } ?? false
      if !isRecord && (value.asList != nil || value.asTuple != nil || value.asRange != nil) {
        let items = try context.items(value)
        try note(items.count, at: depth)
        for index in 0..<items.count {
          try add(items[index], depth: depth + 1, context)
          if index & 0xFFFF == 0xFFFF { try context.checkInterrupt() }
        }
        return
      }
      let element: NumPyScalar
      if let array = value.asArray {
        element = array.value.element(0)
      } else {
        if let scalar = try ArrayConversion.element(value, as: wanted) {
          element = scalar
        } else if wanted == nil {
          element = .object(value.copy())
        } else if let wanted, wanted.isText {
          element = try NumPyScalar.object(value.copy()).converted(to: wanted)
        } else {
          throw notANumber(value)
        }
      }
      try checkLeaf(depth)
      append(element)
    }

    private mutating func append(_ element: NumPyScalar) {
      scalars.append(element)
      common = common.map { Promotion.common($0, element.type) } ?? element.type
    }

    private mutating func add(_ array: Unowned<NDArray>, depth: Int) throws(Fault) {
      for axis in 0..<array.value.rank { try note(array.value.shape[axis], at: depth + axis) }
      try checkLeaf(depth + array.value.rank)
      common = common.map { Promotion.common($0, array.value.type) } ?? array.value.type
      for index in 0..<array.value.count { scalars.append(array.value.element(index)) }
    }

    private mutating func note(_ count: Int, at depth: Int) throws(Fault) {
      if let leaf = isLeafDepth, leaf <= depth { throw inhomogeneous }
      if depth == shape.count {
        shape.append(count)
      } else if shape[depth] != count {
        throw inhomogeneous
      }
    }

    private mutating func checkLeaf(_ depth: Int) throws(Fault) {
      if let leaf = isLeafDepth, leaf != depth { throw inhomogeneous }
      if depth < shape.count { throw inhomogeneous }
      isLeafDepth = depth
    }

    /// How many leading lengths all items had before one differed: all but the last, where lengths clash.
    private func agreeing(_ depth: Int) -> Int { isLeafDepth == depth ? max(1, depth - 1) : max(1, depth) }

    private var inhomogeneous: Fault {
      let depth = max(1, min(shape.count, isLeafDepth ?? shape.count))
      let agreed = Array(shape.prefix(agreeing(depth)))
      let known = agreed.count == 1 ? "(\(agreed[0]),)" : "(" + agreed.map(String.init).joined(separator: ", ") + ")"
      return Fault(
        .valueError,
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
          + "\(agreed.count) dimensions. The detected shape was \(known) + inhomogeneous part.")
    }

    private func notANumber(_ value: borrowing Value) -> Fault {
      if let wanted, wanted.isInteger {
        return Fault(
          .typeError,
          "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
      }
      return Fault(
        .typeError, "float() argument must be a string or a real number, not '\(value.typeName)'",
        hint: "arrays hold numbers: object and text arrays do not exist here")
    }

    func finish() throws(Fault) -> NDArray {
      var type = wanted ?? common ?? .float64
      if type == .text(0) || type == .bytes(0) {
        // The length that the longest element needs.
        let lengths = scalars.map { scalar -> UInt32 in
          switch scalar.type {
          case .text(let length), .bytes(let length): length
          default: scalar.type.isNumber ? Promotion.textWidth(scalar.type) : 1
          }
        }
        let longest = lengths.max() ?? 1
        type = type == .text(0) ? .text(longest) : .bytes(longest)
      }
      return try Creation.array(scalars, type: type, shape: try Dimensions(checking: shape))
    }
  }

  // MARK: Shapes and indices

  /// A shape: an integer or a sequence of integers.
  static func shape(_ value: borrowing Value, in context: Context) throws(Fault) -> Dimensions {
    var result = Dimensions()
    if value.asBigInteger != nil { throw ArrayFaults.dimensionTooLarge }
    if let extent = try context.indexInteger(value) { return Dimensions(extent) }
    if let tuple = value.asTuple, let extents = smallExtents(tuple) { return extents }
    if value.asString != nil { throw Fault(.typeError, "'str' object cannot be interpreted as an integer") }
    if value.isNone { throw Fault(.typeError, "Use () not None as shape arguments") }
    guard value.asTuple != nil || value.asList != nil || value.asRange != nil || value.asArray != nil else {
      throw Fault(.typeError, "expected a sequence of integers or a single integer, got '\(try context.repr(value))'")
    }
    let items = try context.items(value)
    for index in 0..<items.count {
      guard let extent = try context.indexInteger(items[index]) else {
        throw Fault(.typeError, "'\(items[index].typeName)' object cannot be interpreted as an integer")
      }
      try result.appendChecked(extent)
    }
    return result
  }

  /// A tuple of plain integers as a shape; nil for everything else.
  private static func smallExtents(_ tuple: Unowned<TupleObject>) -> Dimensions? {
    guard tuple.value.items.count <= Dimensions.capacity else { return nil }
    var result = Dimensions()
    for index in 0..<tuple.value.items.count {
      guard let extent = tuple.value.items[index].asInt else { return nil }
      result.append(extent)
    }
    return result
  }

  /// The indices of a subscript.
  static func indices(_ key: borrowing Value, in context: Context) throws(Fault) -> List<Index> {
    var result = List<Index>()
    if let tuple = key.asTuple {
      for index in 0..<tuple.value.items.count { result.append(try self.index(tuple.value.items[index], context)) }
    } else {
      result.append(try index(key, context))
    }
    return result
  }

  private static func index(_ value: borrowing Value, _ context: Context) throws(Fault) -> Index {
    if let instance = value.asInstance, let array = instance.value.payload.asArray {
      return try index(.array(array.owned()), context)
    }
    switch value {
    case .int(let value): return .integer(value)
    case .bool(let value): return .boolean(value)
    case .special(.none): return .newAxis
    case .special(.ellipsis): return .ellipsis
    case .slice(let r): return .slice(try context.slice(r.unowned))
    case .number(let small):
      let scalar = small.element
      if scalar.type == .bool { return .boolean(scalar.asBool) }
      if let integer = try context.indexInteger(value) { return .integer(integer) }
    case .array(let r): return .array(r.copy())
    case .list: return try indexArray(value, context)
    case .tuple: return try indexArray(value, context)
    case .range: return try indexArray(value, context)
    default: break
    }
    throw noIndex
  }

  private static var noIndex: Fault {
    Fault(
      .indexError,
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid "
        + "indices")
  }

  private static func indexArray(_ value: borrowing Value, _ context: Context) throws(Fault) -> Index {
    let array = try self.array(value, in: context)
    // An empty list has no type of its own: as an index it selects nothing.
    if array.count > 0 && array.type.isFloat { throw noIndex }
    if array.count == 0 && array.type == .float64 { return .array(Ref(try array.cast(to: .int64))) }
    return .array(Ref(array))
  }

  /// The axes of a reduction: None, an integer or a tuple of integers; nil for all.
  static func axes(_ value: borrowing Value, in context: Context) throws(Fault) -> Dimensions? {
    if value.isNone { return nil }
    if let axis = try context.indexInteger(value) { return Dimensions(axis) }
    if value.asString != nil { throw Fault(.typeError, "'str' object cannot be interpreted as an integer") }
    if value.isNone { throw Fault(.typeError, "Use () not None as shape arguments") }
    guard value.asTuple != nil || value.asList != nil else {
      throw Fault(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
    }
    return try shape(value, in: context)
  }

  // MARK: Elements as text and as values

  /// How an array's elements reach the printer.
  static func elements(of array: Unowned<NDArray>, in context: Context) -> ArrayElements {
    switch RecordTypes.native(array.value.type) ?? array.value.type {
    case .bool: .bool { array.value.element($0).asBool }
    case .uint8, .uint16, .uint32, .uint64: .uint { array.value.element($0).bits }
    case .int8, .int16, .int32, .int64: .int { Int64(array.value.element($0).asInt) }
    case .float16: .half { array.value.element($0).asHalf }
    case .float32: .float { array.value.element($0).asFloat }
    case .float64: .double { array.value.element($0).asDouble }
    case .complex64:
      .complexFloat {
        let z = array.value.element($0)
        return (z.asFloat, Float(z.imaginary))
      }
    case .complex128:
      .complexDouble {
        let z = array.value.element($0)
        return (z.asDouble, z.imaginary)
      }
    case .object: .text { context.objectText(array.value.element($0)) }
    case .record where RecordTypes.layout(array.value.type)?.form == .bytes:
      .text { Context.hexadecimal(array.value, $0) }
    case .record:
      if let format = try? context.recordFormatter(array.value) { .text(format) } else { .text { _ in [] } }
    case .text, .bytes:
      .text {
        let value = pythonNumber(array.value.element($0))
        return Array(((try? context.repr(value)) ?? "").utf8)
      }
    }
  }

  private static func recordValues(_ value: borrowing Value) -> Value {
    guard let record = value.asRecord else { return .nothing }
    if RecordTypes.layout(record.value.type)?.form == .bytes {
      let size = record.value.itemSize
      return .bytes((0..<size).map { record.value.data.load(UInt8.self, at: $0) })
    }
    return fieldValues(record.value)
  }

  /// A scalar as Python's own number: `item()`.
  static func pythonNumber(_ scalar: NumPyScalar) -> Value {
    switch scalar.type {
    case .bool: .bool(scalar.asBool)
    case .uint64: .integer(BigInteger(scalar.bits))
    case .float16, .float32, .float64: .float(scalar.asDouble)
    case .complex64, .complex128: .complex(ComplexNumber(scalar.asDouble, scalar.imaginary))
    case .object: ObjectPool.value(scalar.bits)
    case .text, .bytes: ObjectPool.take(scalar.bits).unwrapped
    case .record: recordValues(ObjectPool.take(scalar.bits))
    default: .int(scalar.asInt)
    }
  }
}
