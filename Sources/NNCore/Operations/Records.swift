import NNKernels

// Records: structured arrays and their elements.

extension ArrayConversion {
  /// How many records the one that is being made stands in.
  private static var recordDepth = 0

  /// The dtype that a list of fields names: pairs of name and type.
  static func recordType(_ value: borrowing Value, in context: Context?) throws(Fault) -> DType {
    if recordDepth > 32 { throw Fault(.recursionError, "maximum recursion depth exceeded") }
    recordDepth += 1
    defer { recordDepth -= 1 }
    if let list = value.asList {
      var fields: [(name: String, type: ElementType)] = []
      for index in 0..<list.value.items.count {
        fields.append(try field(list.value.items[index], index, in: context))
      }
      return DType(try RecordTypes.type(fields))
    }
    guard let context, value.asDictionary != nil else {
      throw Fault(.typeError, "Cannot interpret a value of type '\(value.typeName)' as a data type")
    }
    guard let names = try entry(value, "names"), let formats = try entry(value, "formats") else {
      return try recordType(byName: value, in: context)
    }
    let all = try context.items(names)
    let types = try context.items(formats)
    guard all.count == types.count else {
      throw Fault(.valueError, "'names', 'formats', 'offsets', and 'titles' dict entries must have the same length")
    }
    var fields: [(name: String, type: ElementType)] = []
    for index in 0..<all.count {
      fields.append((all[index].asString?.value.text.string ?? "f\(index)", try dtype(types[index]).type))
    }
    var isAligned = false
    if let flag = try entry(value, "aligned") { isAligned = try context.truth(flag) }
    let packed = try RecordTypes.type(fields, isAligned: isAligned)
    let size = try entry(value, "itemsize")?.asInt
    guard let offsets = try entry(value, "offsets") else {
      return DType(try resized(packed, RecordTypes.fields(packed) ?? [], size))
    }
    let places = try context.items(offsets)
    var placed: [RecordField] = []
    for (index, field) in (RecordTypes.fields(packed) ?? []).enumerated() where index < places.count {
      placed.append(
        RecordField(name: field.name, type: field.type, shape: field.shape, offset: try context.integer(places[index])))
    }
    return DType(try resized(packed, placed, size))
  }

  /// A record type with fields at other places and another size.
  private static func resized(
    _ type: ElementType, _ fields: [RecordField], _ size: Int?
  ) throws(Fault) -> ElementType {
    var end = 0
    for field in fields {
      guard field.offset >= 0, field.offset < 1 << 31 else { throw Fault(.valueError, "offset cannot be negative") }
      end = max(end, field.offset &+ field.size)
    }
    if let size, size < end {
      throw Fault(
        .valueError, "NumPy dtype descriptor requires \(end) bytes, cannot override to smaller itemsize of \(size)")
    }
    return try RecordTypes.type(fields, size: size ?? end, isAligned: RecordTypes.saysAligned(type))
  }

  /// A dtype of one field of a list: name, type, and perhaps a shape.
  private static func field(
    _ value: borrowing Value, _ index: Int, in context: Context?
  ) throws(Fault) -> (name: String, type: ElementType) {
    func name(_ value: borrowing Value) -> String? {
      // A title may stand before the name.
      if let pair = value.asTuple, pair.value.items.count == 2 {
        return pair.value.items[1].asString?.value.text.string
      }
      return value.asString?.value.text.string
    }
    guard let pair = value.asTuple, 2...3 ~= pair.value.items.count, let text = name(pair.value.items[0]) else {
      let shown = (try? context?.repr(value)) ?? ""
      throw Fault(.typeError, "Field elements must be 2- or 3-tuples, got '\(shown)'")
    }
    var type = try dtype(pair.value.items[1]).type
    if pair.value.items.count == 3, pair.value.items[2].asInt == 1, type.size > 0 {
      type = try RecordTypes.type(type, shape: [1])
    } else if pair.value.items.count == 3 {
      type = try partsType(type, pair.value.items[2], in: context)
    }
    return (text.isEmpty ? "f\(index)" : text, type)
  }

  /// The type of a pair: a size for texts and bytes, a shape for others.
  static func partsType(
    _ base: ElementType, _ shape: borrowing Value, in context: Context?
  ) throws(Fault) -> ElementType {
    guard let context else { return base }
    if let size = shape.asInt, size >= 0, size < 1 << 28 {
      switch base {
      case .text(0): return .text(UInt32(size))
      case .bytes(0): return .bytes(UInt32(size))
      case .record where base.size == 0: return RecordTypes.bytes(size)
      case _ where size == 1: return base
      default: return try RecordTypes.type(base, shape: [size])
      }
    }
    var extents: [Int] = []
    let items = try context.items(shape)
    for index in 0..<items.count { extents.append(try context.integer(items[index])) }
    return try RecordTypes.type(base, shape: extents)
  }

  /// The type that a dictionary of fields names: each with its type and the bytes before it.
  private static func recordType(byName value: borrowing Value, in context: Context) throws(Fault) -> DType {
    var fields: [RecordField] = []
    if let dictionary = value.asDictionary {
      for index in 0..<dictionary.value.table.entries.count {
        guard let name = dictionary.value.table.entries[index].key.asString,
          let pair = dictionary.value.table.entries[index].value.asTuple, pair.value.items.count >= 2
        else { throw Fault(.valueError, "entry not a 2- or 3- tuple") }
        let type = try dtype(pair.value.items[0]).type
        let (base, shape) = RecordTypes.parts(type) ?? (type, [])
        let offset = try context.integer(pair.value.items[1])
        fields.append(RecordField(name: name.value.text.string, type: base, shape: shape, offset: offset))
      }
    }
    fields.sort { $0.offset < $1.offset }
    return DType(try resized(.record(0), fields, nil))
  }

  private static func entry(_ value: borrowing Value, _ name: String) throws(Fault) -> Value? {
    guard let dictionary = value.asDictionary else { return nil }
    for index in 0..<dictionary.value.table.entries.count {
      let key = dictionary.value.table.entries[index].key.asString?.value.text.string
      if key == name { return dictionary.value.table.entries[index].value.copy() }
    }
    return nil
  }

  /// A record from a tuple of its fields' values, or one value for all of them.
  static func record(_ value: borrowing Value, _ type: ElementType, in context: Context) throws(Fault) -> NumPyScalar {
    let fields = RecordTypes.fields(type) ?? []
    if let record = value.asRecord {
      if record.value.type == type { return .record(value.copy(), type) }
      return try self.record(pythonNumber(.record(value.copy(), record.value.type)), type, in: context)
    }
    let array = try Creation.zeros(Dimensions(), type)
    if let bytes = value.asBytes, RecordTypes.layout(type)?.form == .bytes {
      for (index, byte) in bytes.value.bytes.prefix(type.size).enumerated() {
        array.mutableData.store(byte, at: index)
      }
      return .record(.wide(Ref(WideScalar(record: Ref(array)))), type)
    }
    if let tuple = value.asTuple {
      guard tuple.value.items.count == fields.count else {
        throw Fault(
          .valueError,
          "could not assign tuple of length \(tuple.value.items.count) to structure with \(fields.count) fields.")
      }
      for (index, field) in fields.enumerated() {
        try array.field(field).assign(try fieldArray(tuple.value.items[index], field, in: context))
      }
    } else {
      for field in fields { try array.field(field).assign(try fieldArray(value, field, in: context)) }
    }
    return .record(.wide(Ref(WideScalar(record: Ref(array)))), type)
  }

  /// What a field is made of: a field of one object takes any value whole, also a list.
  private static func fieldArray(
    _ value: borrowing Value, _ field: RecordField, in context: Context
  ) throws(Fault) -> NDArray {
    if field.type == .object, field.shape.isEmpty { return try Creation.scalar(.object(value.copy())) }
    return try self.array(value, type: field.type, in: context)
  }

  /// A record's fields as a tuple of Python's values.
  static func fieldValues(_ array: borrowing NDArray) -> Value {
    var items = ValueList()
    for field in RecordTypes.fields(array.type) ?? [] {
      let view = array.field(field)
      items.append(view.rank > 0 ? .array(Ref(view)) : pythonNumber(view.firstElement))
    }
    return .tuple(items)
  }
}

extension Context {
  /// An array as one of a class that extends `ndarray`; `source` is what it was seen from.
  func array(
    _ array: consuming NDArray, of type: Unowned<ClassObject>, from source: borrowing Value
  ) throws(Fault) -> Value {
    let result = Value.instance(Ref(InstanceObject(type.owned(), payload: .array(Ref(array)))))
    _ = try callSpecial(Symbol("__array_finalize__"), of: result, source.copy())
    return result
  }

  /// Warns where numbers lose their imaginary parts.
  func warnOfDiscarding(_ source: ElementType, _ target: ElementType) throws(Fault) {
    guard source.isComplex, target.isNumber, !target.isComplex, target != .bool else { return }
    try warn(.complexWarning, "Casting complex values to real discards the imaginary part")
  }

  /// An element without fields as its bytes: `b'\\x00\\x01'`.
  static func hexadecimal(_ array: borrowing NDArray, _ index: Int) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out = Array("b'".utf8)
    let place = array.byteOffset(of: index)
    for byte in 0..<array.itemSize {
      let value = Int(array.data.load(UInt8.self, at: place &+ byte))
      out += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[value >> 4], digits[value & 15]]
    }
    return out + [UInt8(ascii: "'")]
  }

  /// Whether the records of two arrays are equal. TypeError where they have no common type.
  func recordComparison(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray {
    guard x.type.isRecord, y.type.isRecord else {
      throw Fault(.typeError, "Cannot compare structured or void to non-void arrays.")
    }
    guard let shape = Broadcasting.shape(x.shape, y.shape) else { throw Broadcasting.mismatch([x.shape, y.shape]) }
    if let same = try recordEquality(x, y) { return same }
    guard RecordTypes.fields(x.type) == nil, RecordTypes.fields(y.type) == nil else {
      throw Fault(
        .typeError,
        "Cannot compare structured arrays unless they have a common dtype.  I.e. `np.result_type(arr1, arr2)` must be "
          + "defined.")
    }
    guard x.itemSize == y.itemSize else {
      throw Fault(
        .typeError,
        "Cannot compare unstructured voids of different length. Use `.view()` to compare. (This may return array of "
          + "False in the future.)")
    }
    let result = try Creation.full(shape, NumPyScalar(true))
    let a = x.broadcastView(shape)
    let b = y.broadcastView(shape)
    for number in 0..<result.count {
      let (first, second) = (a.byteOffset(of: number), b.byteOffset(of: number))
      var isSame = true
      for byte in 0..<x.itemSize where isSame {
        isSame = a.data.load(UInt8.self, at: first &+ byte) == b.data.load(UInt8.self, at: second &+ byte)
      }
      if !isSame { result.mutableData.store(UInt8(0), at: number) }
      if number & 0xFFFF == 0 { try Interrupts.check() }
    }
    return result
  }

  /// Whether the records of two arrays are equal, field by field; nil where they are no records of the same fields.
  private func recordEquality(_ x: borrowing NDArray, _ y: borrowing NDArray) throws(Fault) -> NDArray? {
    guard let fields = RecordTypes.fields(x.type), let others = RecordTypes.fields(y.type),
      fields.map(\.name) == others.map(\.name), let shape = Broadcasting.shape(x.shape, y.shape)
    else { return nil }
    var result = try Creation.full(shape, NumPyScalar(true))
    for (field, other) in zip(fields, others) {
      let a = x.field(field)
      let b = y.field(other)
      var same: NDArray
      if let inner = try recordEquality(a, b) { same = inner.view() } else { same = try Ufunc.equal.binary(a, b) }
      while same.rank > shape.count { same = try Reduction.all.reduce(same, axes: Dimensions(same.rank &- 1)) }
      result = try Ufunc.logicalAnd.binary(result, same)
    }
    return result
  }

  /// A record's fields as elements: what a loop over it sees.
  func recordScalars(_ array: borrowing NDArray) -> Value {
    var items = ValueList()
    for field in RecordTypes.fields(array.type) ?? [] { items.append(.result(array.field(field))) }
    return .tuple(items)
  }

  /// A record's field by name or number.
  func recordField(_ array: borrowing NDArray, _ key: borrowing Value) throws(Fault) -> NDArray {
    if let name = key.asString {
      guard let view = array.field(name.value.text.string) else {
        throw Fault(.valueError, "no field of name \(name.value.text.string)")
      }
      return view
    }
    guard let index = try indexInteger(key), let fields = RecordTypes.fields(array.type) else {
      throw Fault(.indexError, "invalid index")
    }
    let place = index < 0 ? index &+ fields.count : index
    guard place >= 0 && place < fields.count else {
      throw Fault(.indexError, "invalid index (\(index))")
    }
    return array.field(fields[place])
  }

  /// A view of several fields of a structured array.
  func recordFields(_ array: borrowing NDArray, _ names: borrowing Value) throws(Fault) -> NDArray {
    let items = try self.items(names)
    var fields: [RecordField] = []
    for index in 0..<items.count {
      let name = items[index].asString?.value.text.string ?? ""
      guard let field = RecordTypes.fields(array.type)?.first(where: { $0.name == name }) else {
        throw Fault(.keyError, "'\(name)'")
      }
      fields.append(field)
    }
    return array.records(of: try RecordTypes.type(fields, size: array.itemSize))
  }

  /// One record of an array, as a view of it: what is written into its fields is written into the array.
  func recordElement(_ array: borrowing NDArray, _ indices: borrowing List<Index>) throws(Fault) -> Value? {
    guard RecordTypes.fields(array.type) != nil, try selectsElement(array, indices) else { return nil }
    var offset = array.offset
    for axis in 0..<indices.count {
      let place: Int
      switch indices[axis] {
      case .integer(let value): place = value
      default: return nil
      }
      let index = place < 0 ? place &+ array.shape[axis] : place
      guard index >= 0 && index < array.shape[axis] else { return nil }
      offset = offset &+ index &* array.strides[axis]
    }
    return .some(.wide(Ref(WideScalar(record: Ref(array.element(atOffset: offset))))))
  }

  /// How the elements of a structured array print: each field as in an array of its own.
  func recordFormatter(_ array: borrowing NDArray) throws(Fault) -> (Int) -> [UInt8] {
    var parts: [(Int) -> [UInt8]] = []
    for field in RecordTypes.fields(array.type) ?? [] {
      let count = field.shape.reduce(1, &*)
      if RecordTypes.fields(field.type) != nil {
        parts.append(Context.grouped(try recordFormatter(array.field(field)), field.shape, count))
        continue
      }
      let keep = ArrayKeeper(Ref(array.field(field)))
      let text = ArrayText(
        shape: Array(array.shape), elements: ArrayConversion.elements(of: keep.array.unowned, in: self),
        options: printOptions)
      let format = try Fault.formatting { () throws(FormatError) in try text.formatter() }
      let element = { (index: Int) -> [UInt8] in
        _ = keep
        return format(index)
      }
      parts.append(Context.grouped(element, field.shape, count))
    }
    let formats = parts
    return { index in
      var out: [UInt8] = [UInt8(ascii: "(")]
      for (number, format) in formats.enumerated() {
        if number > 0 { out += ", ".utf8 }
        out += format(index)
      }
      if formats.count == 1 { out.append(UInt8(ascii: ",")) }
      out.append(UInt8(ascii: ")"))
      return out
    }
  }

  /// How a field of several elements prints, by how one does: `[[1., 2.], [3., 4.]]`.
  private static func grouped(
    _ element: @escaping (Int) -> [UInt8], _ shape: [Int], _ count: Int
  ) -> (Int) -> [UInt8] {
    guard let extent = shape.first else { return element }
    let inner = grouped(element, Array(shape.dropFirst()), extent == 0 ? 0 : count / extent)
    return { index in
      var out: [UInt8] = [UInt8(ascii: "[")]
      for place in 0..<extent {
        if place > 0 { out += ", ".utf8 }
        out += inner(index &* extent &+ place)
      }
      return out + [UInt8(ascii: "]")]
    }
  }

  /// A record's fields as Python's own numbers and texts in brackets: `('Rex', [1.0, 2.0])`.
  private func recordTuple(_ array: borrowing NDArray) throws(Fault) -> [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "(")]
    let fields = RecordTypes.fields(array.type) ?? []
    for (number, field) in fields.enumerated() {
      if number > 0 { out += ", ".utf8 }
      let view = array.field(field)
      if view.rank == 0 {
        out += try repr(ArrayConversion.pythonNumber(view.firstElement)).utf8
        continue
      }
      var texts: [[UInt8]] = []
      for index in 0..<view.count {
        texts.append(Array(try repr(ArrayConversion.pythonNumber(view.element(index))).utf8))
      }
      let parts = texts
      out += Context.grouped({ parts.indices.contains($0) ? parts[$0] : [] }, field.shape, parts.count)(0)
    }
    return out + Array((fields.count == 1 ? ",)" : ")").utf8)
  }

  /// A record on its own as `repr` or `str` shows it.
  func recordText(_ array: borrowing NDArray, isRepr: Bool) throws(Fault) -> [UInt8] {
    if RecordTypes.layout(array.type)?.form == .bytes {
      let text = Context.hexadecimal(array, 0)
      return isRepr ? Array("np.void(".utf8) + text + [UInt8(ascii: ")")] : text
    }
    if !isRepr { return try recordTuple(array) }
    return Array("np.void(".utf8) + (try recordTuple(array)) + Array(", dtype=\(RecordTypes.text(array.type)))".utf8)
  }

  /// The order that sorts a structured array of one axis by fields, the first of which counts most.
  func recordOrder(_ array: borrowing NDArray, by names: borrowing Value) throws(Fault) -> NDArray {
    var order: [String] = []
    if let name = names.asString { order = [name.value.text.string] }
    if names.asList != nil || names.asTuple != nil {
      let items = try self.items(names)
      for index in 0..<items.count { order.append(items[index].asString?.value.text.string ?? "") }
    }
    for name in order where array.field(name) == nil { throw Fault(.valueError, "unknown field name: \(name)") }
    for field in RecordTypes.fields(array.type) ?? [] where !order.contains(field.name) { order.append(field.name) }
    var result = try Creation.arange(start: 0, stop: array.count, step: 1)
    for name in order.reversed() {
      guard let field = array.field(name) else { continue }
      let next = try Rearranging.taken(field, Ref(result.view()))
      result = try Rearranging.taken(result, Ref(try Sorting.argsort(next, axis: -1)))
    }
    return result
  }
}

/// Keeps an array alive in a closure.
final class ArrayKeeper {
  let array: Ref<NDArray>
  init(_ array: consuming Ref<NDArray>) { self.array = array }
}

extension Context {
  /// Whether indices choose one element of an array.
  func selectsElement(_ array: borrowing NDArray, _ indices: borrowing List<Index>) throws(Fault) -> Bool {
    guard indices.count == array.rank else { return false }
    for index in 0..<indices.count {
      switch indices[index] {
      case .integer: break
      default: return false
      }
    }
    return true
  }
}
