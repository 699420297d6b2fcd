// Slices of lists that are assigned to or deleted.

extension Context {
  /// `list[slice] = items` where the slice has a step.
  func assign(
    _ list: Unowned<ListObject>, _ slice: SliceBounds, _ items: borrowing ValueList
  ) throws(Fault) {
    let given = items.count
    guard given == slice.count else {
      throw Fault(
        .valueError, "attempt to assign sequence of size \(given) to extended slice of size \(slice.count)")
    }
    for offset in 0..<slice.count {
      list.value.items[slice.start &+ offset &* slice.step] = items[offset].copy()
    }
  }

  /// `del list[slice]`.
  func delete(_ list: Unowned<ListObject>, _ slice: SliceBounds) {
    if slice.step == 1 { return list.value.items.replace(slice.start..<slice.start + slice.count, with: ValueList()) }
    var result = ValueList(capacity: list.value.items.count)
    let last = slice.start &+ (slice.count &- 1) &* slice.step
    let range = min(slice.start, last)...max(slice.start, last)
    for index in 0..<list.value.items.count {
      let isGone = slice.count > 0 && range.contains(index) && (index - slice.start) % slice.step == 0
      if !isGone { result.append(list.value.items[index].copy()) }
    }
    list.value.items = result
  }
}
