import NNIntegers

extension Ref<InstanceObject> {
  /// Whether the class is known to define neither `__bool__` nor `__len__`, and extends no builtin type.
  fileprivate var isPlainlyTrue: Bool {
    borrowing get {
      guard value.payload.isUnbound, let truth = value.type.value.known(.boolMethod), !truth.exists,
        let length = value.type.value.known(.lenMethod)
      else { return false }
      return !length.exists
    }
  }
}

extension Context {
  /// The truth of a value. ValueError for an array of more than one element.
  func truth(_ value: borrowing Value) throws(Fault) -> Bool {
    switch value {
    case .special(let special): return special == .ellipsis || special == .notImplemented
    case .bool(let value): return value
    case .int(let value): return value != 0
    case .float(let value): return value != 0
    case .number(let value): return value.element.asBool
    case .wide(let r): return r.value.element.asBool
    case .string(let r): return r.value.byteCount > 0
    case .list(let r): return !r.value.items.isEmpty
    case .tuple(let r): return !r.value.items.isEmpty
    case .dictionary(let r): return r.value.table.count > 0
    case .complex(let r): return r.value.number != ComplexNumber(0, 0)
    case .set(let r): return r.value.table.count > 0
    case .bytes(let r): return !r.value.bytes.isEmpty
    case .range(let r): return r.value.count > 0
    case .view(let r): return try truth(r.value.dictionary)
    case .array(let r): return try arrayTruth(r.unowned)
    case .instance(let r):
      if r.isPlainlyTrue { return true }
      if let result = try specialTruth(value) { return result }
      return r.value.payload.isUnbound ? true : try truth(r.value.payload)
    case .native(let r):
      if let count = r.value.payload.quickCount { return count > 0 }
      return try specialTruth(value) ?? true
    default: return try specialTruth(value) ?? true
    }
  }

  /// `len(value)`.
  func length(_ value: borrowing Value) throws(Fault) -> Int {
    switch value {
    case .string(let r): return r.value.count
    case .list(let r): return r.value.items.count
    case .tuple(let r): return r.value.items.count
    case .dtype(let dtype): return RecordTypes.fields(dtype.type)?.count ?? 0
    case .dictionary(let r):
      if r.value.isNamespace { try refresh(r.unowned) }
      return r.value.table.count
    case .set(let r): return r.value.table.count
    case .bytes(let r): return r.value.bytes.count
    case .range(let r):
      if let wide = r.value.wide, Int(exactly: wide.count) == nil {
        throw Fault(.overflowError, "Python int too large to convert to C ssize_t")
      }
      return r.value.count
    case .view(let r): return try length(r.value.dictionary)
    case .array(let r): return try arrayLength(r.unowned)
    case .native(let r) where r.value.payload.quickCount != nil: return r.value.payload.quickCount ?? 0
    default:
      if let record = value.asRecord { return RecordTypes.fields(record.value.type)?.count ?? 0 }
      if let length = try specialLength(value) { return length }
      if let payload = value.payload {
        do throws(Fault) { return try length(payload) } catch { throw error.naming(value) }
      }
      let hint = value.listHint
      throw Fault(.typeError, "object of type '\(value.typeName)' has no len()", hint: hint)
    }
  }
}
