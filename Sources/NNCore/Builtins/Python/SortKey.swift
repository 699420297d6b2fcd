/// An item to sort: its place, and numbers by which most comparisons are decided.
struct SortKey {
  let rank: UInt64
  /// What decides between tuples whose first items have the same rank: that of the second one; 0 where it has none.
  private(set) var second: UInt64 = 0
  let index: Int

  private enum RankedKind { case integer, number, string }

  /// Keys in their order, with ranks: where two ranks differ, so do the keys. Nil where they are not all integers, all
  /// numbers, all strings, or all tuples that begin with such.
  static func ranked(_ keys: borrowing ValueList) -> [SortKey]? {
    if keys.isEmpty { return nil }
    let areTuples = keys[0].exactTuple != nil
    guard let kind = commonKind(keys, areTuples ? 0 : nil) else { return nil }
    var result: [SortKey] = []
    result.reserveCapacity(keys.count)
    for index in 0..<keys.count {
      let found = areTuples ? item(keys[index], 0) { rank($0, kind) } : rank(keys[index], kind)
      guard let found else { return nil }
      result.append(SortKey(rank: found, index: index))
    }
    // Texts of one rank may differ all the same.
    if areTuples, kind != .string { rankSeconds(keys, &result) }
    return result
  }

  /// Adds the ranks of the second items, where all keys have one of the same kind.
  private static func rankSeconds(_ keys: borrowing ValueList, _ result: inout [SortKey]) {
    guard let kind = commonKind(keys, 1) else { return }
    var seconds: [UInt64] = []
    seconds.reserveCapacity(keys.count)
    for index in 0..<keys.count {
      guard let found = item(keys[index], 1, { rank($0, kind) }) else { return }
      seconds.append(found)
    }
    for index in 0..<keys.count { result[index].second = seconds[index] }
  }

  /// Whether the ranks of such keys decide alone: those of numbers do.
  static func areDecided(_ keys: borrowing ValueList) -> Bool {
    keys[0].exactTuple == nil && keys[0].exactString == nil
  }

  /// The kind of all keys, or of their items at a place.
  private static func commonKind(_ keys: borrowing ValueList, _ place: Int?) -> RankedKind? {
    var common: RankedKind?
    for index in 0..<keys.count {
      let found = if let place { item(keys[index], place, kind) } else { kind(keys[index]) }
      guard let kind = found else { return nil }
      if common == nil || common == kind {
        common = kind
      } else if common == .string || kind == .string {
        return nil
      } else {
        common = .number
      }
    }
    return common
  }

  private static func item<Answer>(
    _ value: borrowing Value, _ place: Int, _ body: (borrowing Value) -> Answer?
  ) -> Answer? {
    guard let tuple = value.exactTuple, place < tuple.value.items.count else { return nil }
    return body(tuple.value.items[place])
  }

  private static func kind(_ value: borrowing Value) -> RankedKind? {
    switch value {
    case .int: .integer
    case .bool: .integer
    case .float: .number
    case .string: .string
    default: nil
    }
  }

  private static func rank(_ value: borrowing Value, _ kind: RankedKind) -> UInt64? {
    switch value {
    case .int(let integer):
      if kind == .integer { return rank(integer) }
      return integer.magnitude <= 1 << 53 ? rank(Double(integer)) : nil
    case .bool(let truth): return kind == .integer ? rank(truth ? 1 : 0) : rank(truth ? 1.0 : 0)
    case .float(let float): return float.isNaN ? nil : rank(float)
    case .string(let r): return r.value.rank
    default: return nil
    }
  }

  private static func rank(_ integer: Int) -> UInt64 { UInt64(bitPattern: Int64(integer)) ^ 1 << 63 }

  private static func rank(_ float: Double) -> UInt64 {
    let bits = (float + 0).bitPattern  // one zero
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}
