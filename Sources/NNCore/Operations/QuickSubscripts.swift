import NNKernels

/// The part of an array that plain integers and slices of plain integers name, found without a list of indices.
private struct QuickPart {
  private(set) var offset: Int
  private(set) var axis = 0
  private(set) var shape = Dimensions()
  private(set) var strides = Dimensions()

  init(_ array: Unowned<NDArray>) { offset = array.value.offset }

  /// The part that a whole key names; nil where it has other parts, or there is something to complain of.
  @inline(__always)
  static func find(_ array: Unowned<NDArray>, _ key: borrowing Value) -> QuickPart? {
    var part = QuickPart(array)
    if let tuple = key.exactTuple {
      let count = tuple.value.items.count
      guard count <= array.value.rank else { return nil }
      for number in 0..<count {
        guard part.take(tuple.value.items[number], array) else { return nil }
      }
    } else if !part.take(key, array) {
      return nil
    }
    part.takeRest(array)
    return part
  }

  /// The next axis, indexed by a part of the key.
  @inline(__always)
  mutating func take(_ key: borrowing Value, _ array: Unowned<NDArray>) -> Bool {
    guard axis < array.value.rank else { return false }
    let extent = array.value.shape[axis]
    let stride = array.value.strides[axis]
    if let index = key.asInt {
      let place = index < 0 ? index &+ extent : index
      guard place >= 0 && place < extent else { return false }
      offset &+= place &* stride
      axis &+= 1
      return true
    }
    guard let slice = key.asSlice else { return false }
    return take(slice.value.start, slice.value.stop, slice.value.step, extent, stride)
  }

  @inline(__always)
  mutating func take(
    _ start: borrowing Value, _ stop: borrowing Value, _ step: borrowing Value, _ extent: Int, _ stride: Int
  ) -> Bool {
    guard start.isNone || start.asInt != nil, stop.isNone || stop.asInt != nil else { return false }
    let by = step.isNone ? 1 : step.asInt ?? 0
    guard by > 0 else { return false }
    let low = QuickPart.clamped(start.asInt ?? 0, extent)
    let high = QuickPart.clamped(stop.asInt ?? extent, extent)
    let count = low < high ? (high &- low &- 1) / by &+ 1 : 0
    if count > 0 { offset &+= low &* stride }
    append(count, stride &* by)
    return true
  }

  @inline(__always) private static func clamped(_ index: Int, _ extent: Int) -> Int {
    index < 0 ? max(index &+ extent, 0) : min(index, extent)
  }

  /// The remaining axes as they are.
  @inline(__always) mutating func takeRest(_ array: Unowned<NDArray>) {
    while axis < array.value.rank { append(array.value.shape[axis], array.value.strides[axis]) }
  }

  @inline(__always) private mutating func append(_ extent: Int, _ stride: Int) {
    shape.append(extent)
    strides.append(stride)
    axis &+= 1
  }

  /// Whether it is one element.
  @inline(__always) var isElement: Bool { shape.count == 0 }

  /// Where it begins.
  @inline(__always) func data(_ array: Unowned<NDArray>) -> DataPointer {
    array.value.data.advanced(by: offset &- array.value.offset)
  }

  @inline(__always) func value(_ array: Unowned<NDArray>) -> Value {
    if isElement { return .scalar(data(array).load(array.value.type)) }
    let view = NDArray(
      storage: array.value.storage.copy(), offset: offset, type: array.value.type, shape: shape, strides: strides,
      isWriteable: array.value.isWriteable, isView: true)
    return .array(Ref(view))
  }
}

extension Context {
  /// `value[key]` of an array of numbers by plain integers and slices; nil where more is asked, or something is wrong.
  @inline(never) func quickItem(_ value: borrowing Value, _ key: borrowing Value) -> Value? {
    guard let array = value.plainArray, !Tracing.isOpen, array.value.type.isNumber,
      let part = QuickPart.find(array, key)
    else { return nil }
    return part.value(array)
  }

  /// `value[start:stop:step]` the same way.
  @inline(never) func quickArraySlice(_ value: borrowing Value, _ parts: Registers) -> Value? {
    guard let array = value.plainArray, !Tracing.isOpen, array.value.type.isNumber, array.value.rank > 0 else {
      return nil
    }
    var part = QuickPart(array)
    guard part.take(parts[0], parts[1], parts[2], array.value.shape[0], array.value.strides[0]) else { return nil }
    part.takeRest(array)
    return part.value(array)
  }

  /// `value[key] = new` the same way, of a number or of an array of the part's very type and shape, converting nothing;
  /// false where nothing was done.
  @inline(never) func quickSetItem(_ value: borrowing Value, _ key: borrowing Value, _ new: borrowing Value) -> Bool {
    guard let array = value.plainArray, !Tracing.isOpen, array.value.isWriteable, array.value.type.isNumber,
      let part = QuickPart.find(array, key), part.shape.count <= 2
    else { return false }
    let size = array.value.itemSize
    if let source = new.plainArray {
      guard source.value.type == array.value.type, source.value.shape == part.shape, !part.isElement else {
        return false
      }
      if source.value.sharesStorage(with: array.value) {
        // `a[i] += x` puts the view back where it is.
        return source.value.offset == part.offset && source.value.strides == part.strides
      }
      let from = source.value.data
      return part.forEachRow(array) { (row, number) in
        let distance = part.shape.count == 2 ? number &* source.value.strides[0] : 0
        let step = source.value.strides[part.shape.count &- 1]
        let (count, stride) = (part.shape[part.shape.count &- 1], part.strides[part.shape.count &- 1])
        if step == size && stride == size {
          row.copy(from: from.advanced(by: distance), byteCount: count &* size)
        } else if size == 8 {
          for place in 0..<count {
            row.store(from.load(UInt64.self, at: distance &+ place &* step), at: place &* stride)
          }
        } else {
          return false
        }
        return true
      }
    }
    guard let element = new.quickElement(array.value.type) else { return false }
    if part.isElement {
      part.data(array).store(element)
      return true
    }
    guard size == 8 else { return false }
    return part.forEachRow(array) { (row, _) in
      let (count, stride) = (part.shape[part.shape.count &- 1], part.strides[part.shape.count &- 1])
      for place in 0..<count { row.store(element.bits, at: place &* stride) }
      return true
    }
  }
}

extension QuickPart {
  /// Runs `body` for each row of a part of one or two axes that is not too large for one go, until it is false.
  @inline(__always)
  fileprivate func forEachRow(_ array: Unowned<NDArray>, _ body: (DataPointer, Int) -> Bool) -> Bool {
    if shape.product > 1 << 20 { return false }
    let first = data(array)
    if shape.count == 1 { return body(first, 0) }
    for number in 0..<shape[0] {
      if !body(first.advanced(by: number &* strides[0]), number) { return false }
    }
    return true
  }
}
