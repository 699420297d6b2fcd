import NNKernels

/// Arrays of the commonest lists: of numbers, of lists of numbers of one length, of arrays of one shape and type.
enum PlainLists {
  /// The array; nil where the list is something else, or another type is wanted than the one that its numbers have.
  static func array(_ value: borrowing Value, _ type: ElementType?) throws(Fault) -> NDArray? {
    guard !Tracing.isOpen, type == nil || type == .float64 || type == .int64, let items = Rows(value), items.count > 0,
      items.count <= 1 << 20
    else { return nil }
    if items.item(0).plainArray != nil { return try stacked(items, type) }
    if Rows(items.item(0)) != nil { return try table(items, type) }
    guard let kind = kind(of: items, .int64), let result = wanted(kind, type) else { return nil }
    let out = try Creation.empty(Dimensions(items.count), result)
    write(items, out, at: 0)
    return .some(out)
  }

  /// The items of a list or tuple itself.
  private struct Rows {
    private let list: Unowned<ListObject>?
    private let tuple: Unowned<TupleObject>?

    @inline(__always) init?(_ value: borrowing Value) {
      list = value.exactList
      tuple = value.exactTuple
      if list == nil && tuple == nil { return nil }
    }

    @inline(__always) var count: Int { list?.value.items.count ?? tuple?.value.items.count ?? 0 }

    @inline(__always) func item(_ index: Int) -> Value {
      if let list { return list.value.items[index].copy() }
      return tuple?.value.items[index].copy() ?? .nothing
    }
  }

  /// The type of numbers of which some have the type `known` at least; nil where one has another type than the two.
  private static func kind(of items: Rows, _ known: ElementType) -> ElementType? {
    var result = known
    for index in 0..<items.count {
      let item = items.item(index)
      if item.asInt != nil { continue }
      if item.asFloat != nil {
        result = .float64
      } else if let scalar = item.asScalar, scalar.type == .float64 || scalar.type == .int64 {
        if scalar.type == .float64 { result = .float64 }
      } else {
        return nil
      }
    }
    return result
  }

  /// The type of the result: the wanted one where it holds all numbers of `kind` as NumPy converts them.
  private static func wanted(_ kind: ElementType, _ type: ElementType?) -> ElementType? {
    guard let type else { return kind }
    return type == .int64 && kind == .float64 ? nil : type
  }

  private static func write(_ items: Rows, _ out: borrowing NDArray, at start: Int) {
    let data = out.mutableData
    for index in 0..<items.count {
      let item = items.item(index)
      let place = start &+ index &* 8
      if out.type == .int64 {
        data.store(item.asInt ?? item.asScalar?.asInt ?? 0, at: place)
      } else if let float = item.asFloat {
        data.store(float, at: place)
      } else if let int = item.asInt {
        data.store(Double(int), at: place)
      } else {
        data.store(item.asScalar?.asDouble ?? 0, at: place)
      }
    }
  }

  /// Lists of numbers as rows.
  private static func table(_ items: Rows, _ type: ElementType?) throws(Fault) -> NDArray? {
    var kind = ElementType.int64
    var width = -1
    for index in 0..<items.count {
      let item = items.item(index)
      guard let row = Rows(item), width < 0 || row.count == width, row.count > 0, row.count <= 1 << 20,
        let found = PlainLists.kind(of: row, kind)
      else { return nil }
      width = row.count
      kind = found
    }
    guard let result = wanted(kind, type) else { return nil }
    let out = try Creation.empty(Dimensions(items.count, width), result)
    for index in 0..<items.count {
      let item = items.item(index)
      if let row = Rows(item) { write(row, out, at: index &* width &* 8) }
    }
    return .some(out)
  }

  /// Arrays of one shape and type, one after the other.
  private static func stacked(_ items: Rows, _ type: ElementType?) throws(Fault) -> NDArray? {
    let first = items.item(0)
    guard let model = first.plainArray, model.value.type.isNumber, type == nil || type == model.value.type,
      model.value.rank > 0, model.value.rank < Dimensions.capacity
    else { return nil }
    for index in 0..<items.count {
      let item = items.item(index)
      guard let array = item.plainArray, array.value.type == model.value.type, array.value.isContiguous,
        array.value.shape == model.value.shape
      else { return nil }
    }
    let out = try Creation.empty(model.value.shape.inserting(items.count, at: 0), model.value.type)
    let size = model.value.byteCount
    let data = out.mutableData
    for index in 0..<items.count {
      let item = items.item(index)
      if let array = item.plainArray { data.advanced(by: index &* size).copy(from: array.value.data, byteCount: size) }
    }
    return .some(out)
  }
}
