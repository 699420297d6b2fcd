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
    var fields: [(name: String, type: ElementType)] = []
    if let list = value.asList {
      for index in 0..<list.value.items.count {
        guard let pair = list.value.items[index].asTuple, pair.value.items.count == 2,
          let name = pair.value.items[0].asString
        else {
          let shown = (try? context?.repr(list.value.items[index])) ?? ""
          throw Fault(.typeError, "Field elements must be 2- or 3-tuples, got '\(shown)'")
        }
        let text = name.value.text.string
        fields.append((text.isEmpty ? "f\(index)" : text, try dtype(pair.value.items[1]).type))
      }
    } else if let names = try entry(value, "names"), let formats = try entry(value, "formats"), let context {
      let all = try context.items(names)
      let types = try context.items(formats)
      for index in 0..<min(all.count, types.count) {
        fields.append((all[index].asString?.value.text.string ?? "f\(index)", try dtype(types[index]).type))
      }
    } else {
      throw Fault(.typeError, "Cannot interpret a value of type '\(value.typeName)' as a data type")
    }
    return DType(try RecordTypes.type(fields))
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
    if let tuple = value.asTuple {
      guard tuple.value.items.count == fields.count else {
        throw Fault(
          .valueError,
          "could not assign tuple of length \(tuple.value.items.count) to structure with \(fields.count) fields.")
      }
      for (index, field) in fields.enumerated() {
        try array.field(field).assign(try self.array(tuple.value.items[index], type: field.type, in: context))
      }
    } else {
      for field in fields { try array.field(field).assign(try self.array(value, type: field.type, in: context)) }
    }
    return .record(.wide(Ref(WideScalar(record: Ref(array)))), type)
  }

  /// A record's fields as a tuple of Python's values.
  static func fieldValues(_ array: borrowing NDArray) -> Value {
    var items = ValueList()
    for field in RecordTypes.fields(array.type) ?? [] {
      items.append(pythonNumber(array.field(field).firstElement))
    }
    return .tuple(items)
  }
}

extension Context {
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

  /// Several fields of a structured array, copied into records that have those alone.
  func recordFields(_ array: borrowing NDArray, _ names: borrowing Value) throws(Fault) -> NDArray {
    let items = try self.items(names)
    var fields: [(name: String, type: ElementType)] = []
    for index in 0..<items.count {
      let name = items[index].asString?.value.text.string ?? ""
      guard let view = array.field(name) else { throw Fault(.keyError, "'\(name)'") }
      fields.append((name, view.type))
    }
    let result = try Creation.zeros(array.shape, try RecordTypes.type(fields))
    for (name, _) in fields {
      if let target = result.field(name), let source = array.field(name) { try target.assign(source) }
    }
    return result
  }

  /// How the elements of a structured array print: each field as in an array of its own.
  func recordFormatter(_ array: borrowing NDArray) throws(Fault) -> (Int) -> [UInt8] {
    var parts: [(Int) -> [UInt8]] = []
    for field in RecordTypes.fields(array.type) ?? [] {
      if RecordTypes.fields(field.type) != nil {
        parts.append(try recordFormatter(array.field(field)))
        continue
      }
      let keep = ArrayKeeper(Ref(array.field(field)))
      let text = ArrayText(
        shape: Array(array.shape), elements: ArrayConversion.elements(of: keep.array.unowned, in: self),
        options: printOptions)
      let format = try Fault.formatting { () throws(FormatError) in try text.formatter() }
      parts.append { index in
        _ = keep
        return format(index)
      }
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

  /// A record on its own as `repr` or `str` shows it.
  func recordText(_ array: borrowing NDArray, isRepr: Bool) throws(Fault) -> [UInt8] {
    if !isRepr { return try recordFormatter(array)(0) }
    let tuple = try repr(ArrayConversion.fieldValues(array))
    return Array("np.void(\(tuple), dtype=\(RecordTypes.text(array.type)))".utf8)
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
