import NNKernels

/// Arrays from the commonest lists without looking at each element as a scalar: numbers, rows of numbers, and arrays of
/// one shape.
enum PlainLists {
  /// The array of a list or tuple of that kind; nil for all others, which `ArrayConversion` looks through.
  static func array(_ value: borrowing Value, _ type: ElementType?) throws(Fault) -> NDArray? {
    if Tracing.isOpen || value.asInstance != nil { return nil }
    if let list = value.asList { return try array(list.value.items, type) }
    if let tuple = value.asTuple { return try array(tuple.value.items, type) }
    return nil
  }

  private static func array(_ items: borrowing ValueList, _ type: ElementType?) throws(Fault) -> NDArray? {
    if items.count == 0 { return nil }
    if items[0].asInstance == nil, let first = items[0].asArray { return try stack(items, first, type) }
    guard type == nil || type == .float64 || type == .int64 else { return nil }
    var hasFloats = type == .float64
    let width = rowLength(items[0])
    if let width {
      if width == 0 { return nil }
      for index in 0..<items.count {
        if rowLength(items[index]) != width { return nil }
        if try !scanRow(items[index], &hasFloats) { return nil }
      }
    } else if try !scan(items, &hasFloats) {
      return nil
    }
    if hasFloats && type == .int64 { return nil }
    var shape = Dimensions(items.count)
    if let width { shape.append(width) }
    let out = try Creation.empty(shape, hasFloats ? .float64 : .int64)
    if let width {
      for index in 0..<items.count {
        storeRow(items[index], out.mutableData.advanced(by: index &* width &* 8), hasFloats)
      }
    } else {
      store(items, out.mutableData, hasFloats)
    }
    return out
  }

  /// The array of arrays of one shape and type; nil where they differ.
  private static func stack(
    _ items: borrowing ValueList, _ first: Unowned<NDArray>, _ type: ElementType?
  ) throws(Fault) -> NDArray? {
    let kind = first.value.type
    guard kind.isNumber, first.value.rank > 0, first.value.rank < Dimensions.capacity, type == nil || type == kind
    else { return nil }
    let shape = first.value.shape
    for index in 0..<items.count {
      guard items[index].asInstance == nil, let array = items[index].asArray, array.value.type == kind,
        array.value.shape == shape
      else { return nil }
    }
    let out = try Creation.empty(shape.inserting(items.count, at: 0), kind)
    let size = first.value.byteCount
    let strides = shape.contiguousStrides(itemSize: kind.size)
    for index in 0..<items.count {
      guard let array = items[index].asArray else { return nil }
      if array.value.isContiguous {
        out.mutableData.advanced(by: index &* size).copy(from: array.value.data, byteCount: size)
      } else {
        try out.view(offset: index &* size, shape: shape, strides: strides).writeElements(of: array.value)
      }
      if index & 0xFFF == 0xFFF { try Interrupts.check() }
    }
    return out
  }

  /// How many items a list or tuple has; nil for other values.
  @inline(never) private static func rowLength(_ value: borrowing Value) -> Int? {
    if value.asInstance != nil { return nil }
    if let list = value.asList { return list.value.items.count }
    if let tuple = value.asTuple { return tuple.value.items.count }
    return nil
  }

  @inline(never) private static func scanRow(_ value: borrowing Value, _ hasFloats: inout Bool) throws(Fault) -> Bool {
    if let list = value.asList { return try scan(list.value.items, &hasFloats) }
    if let tuple = value.asTuple { return try scan(tuple.value.items, &hasFloats) }
    return false
  }

  /// Whether all items are Python's floats and small integers.
  @inline(never) private static func scan(
    _ items: borrowing ValueList, _ hasFloats: inout Bool
  ) throws(Fault) -> Bool {
    for index in 0..<items.count {
      if items[index].asFloat != nil || items[index].asScalar?.type == .float64 {
        hasFloats = true
      } else if items[index].asInt == nil {
        return false
      }
      if index & 0xFFFF == 0xFFFF { try Interrupts.check() }
    }
    return true
  }

  @inline(never) private static func storeRow(_ value: borrowing Value, _ target: DataPointer, _ asFloats: Bool) {
    if let list = value.asList { return store(list.value.items, target, asFloats) }
    if let tuple = value.asTuple { store(tuple.value.items, target, asFloats) }
  }

  @inline(never) private static func store(_ items: borrowing ValueList, _ target: DataPointer, _ asFloats: Bool) {
    for index in 0..<items.count {
      if let real = items[index].asFloat {
        target.store(real, at: index &* 8)
      } else if let integer = items[index].asInt {
        if asFloats { target.store(Double(integer), at: index &* 8) } else { target.store(integer, at: index &* 8) }
      } else if let scalar = items[index].asScalar {
        target.store(scalar.asDouble, at: index &* 8)
      }
    }
  }
}
