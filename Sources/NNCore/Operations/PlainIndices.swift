/// Subscripts of slices and integers, like `a[1:-1, 0]`, without the list of indices that others need.
enum PlainIndices {
  /// The view of an array of numbers; nil for other subscripts, for elements, and for what is an error.
  static func view(_ array: borrowing NDArray, _ key: borrowing Value) -> NDArray? {
    guard array.type.isNumber, let tuple = key.asTuple, key.asInstance == nil else { return nil }
    let count = tuple.value.items.count
    if count > array.rank { return nil }
    var result = BasicIndexing(offset: array.offset)
    var hasSlice = count < array.rank
    for index in 0..<count {
      if let place = tuple.value.items[index].asInt {
        let extent = array.shape[index]
        guard place < extent && place >= -extent, (try? result.integer(place, of: array)) != nil else { return nil }
      } else if let slice = PlainIndices.slice(tuple.value.items[index]) {
        guard (try? result.slice(slice, of: array)) != nil else { return nil }
        hasSlice = true
      } else {
        return nil
      }
    }
    guard hasSlice, (try? result.whole(array.rank &- count, of: array)) != nil else { return nil }
    return array.view(offset: result.offset, shape: result.shape, strides: result.strides)
  }

  /// A slice of plain integers; nil for other values, and for a step of zero.
  private static func slice(_ value: borrowing Value) -> Slice? {
    let slice: Unowned<SliceObject>
    switch value {
    case .slice(let object): slice = object.unowned
    default: return nil
    }
    guard let start = part(slice.value.start), let stop = part(slice.value.stop), let step = part(slice.value.step)
    else { return nil }
    if step == .some(0) { return nil }
    return Slice(start, stop, step)
  }

  /// A part of a slice, nil inside for None.
  @inline(__always) private static func part(_ value: borrowing Value) -> Int?? {
    if value.isNone { return .some(nil) }
    guard let integer = value.asInt, integer.magnitude < 1 << 62 else { return nil }
    return .some(integer)
  }
}
