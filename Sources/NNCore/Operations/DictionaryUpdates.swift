extension Context {
  /// `dict.update`: from a dictionary or from an iterable of pairs.
  func update(_ target: Unowned<DictionaryObject>, from source: borrowing Value) throws(Fault) {
    if let other = source.asDictionary, !hasOwnKeys(source) { return try update(target, from: other) }
    if let zip = source.asIterator, try update(target, fromZip: zip) { return }
    if try updateFromMapping(target, source) { return }
    var position = 0
    try forEach(source) { (pair) throws(Fault) in
      let count = position
      if pair.asInstance == nil, let tuple = pair.asTuple, tuple.value.items.count == 2 {
        try set(target, tuple.value.items[0], tuple.value.items[1].copy())
        position += 1
        return true
      }
      let items = try self.items(
        pair, orSay: "cannot convert dictionary update sequence element #\(count) to a sequence")
      if items.count != 2 {
        throw Fault(
          .valueError, "dictionary update sequence element #\(count) has length \(items.count); 2 is required")
      }
      try set(target, items[0], items[1].copy())
      position += 1
      return true
    }
  }

  /// Whether an instance that extends dictionaries goes through its keys in its own way.
  func hasOwnKeys(_ source: borrowing Value) -> Bool {
    guard let type = source.asInstance?.value.type.unowned else { return false }
    return userMember(.iterMethod, in: type) != nil
  }

  /// The same from the `zip` of two lists, tuples, strings or ranges, without its tuples; false for all else.
  private func update(
    _ target: Unowned<DictionaryObject>, fromZip zip: Unowned<IteratorObject>
  ) throws(Fault) -> Bool {
    guard case .zip = zip.value.mode, zip.value.isDirect, zip.value.sources.count == 2, !target.value.isNamespace else {
      return false
    }
    let keep = zip.owned()
    while !keep.value.isExhausted, let place = keep.value.directStep() {
      let key = keep.value.sources[0].directItem(place)
      try set(target, key, keep.value.sources[1].directItem(place))
      if place & 0xFFF == 0xFFF { try checkInterrupt() }
    }
    return true
  }
}
