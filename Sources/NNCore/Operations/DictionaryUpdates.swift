extension Context {
  /// `dict.update`: from a dictionary or from an iterable of pairs.
  func update(_ target: Unowned<DictionaryObject>, from source: borrowing Value) throws(Fault) {
    if let other = source.asDictionary { return try update(target, from: other) }
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
}
