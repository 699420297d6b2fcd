/// An item to sort: its place, and a number by which most comparisons are decided.
struct SortKey {
  let rank: UInt64
  let index: Int

  private enum RankedKind { case integer, number, string }

  /// Keys in their order, with ranks: where two ranks differ, so do the keys. Nil where they are not all integers, all
  /// numbers, all strings, or all tuples that begin with such.
  static func ranked(_ keys: borrowing ValueList) -> [SortKey]? {
    if keys.isEmpty { return nil }
    let areTuples = keys[0].exactTuple != nil
    guard let kind = commonKind(keys, areTuples) else { return nil }
    var result: [SortKey] = []
    result.reserveCapacity(keys.count)
    for index in 0..<keys.count {
      let found = areTuples ? firstItem(keys[index]) { rank($0, kind) } : rank(keys[index], kind)
      guard let found else { return nil }
      result.append(SortKey(rank: found, index: index))
    }
    return result
  }

  /// Whether the ranks of such keys decide alone: those of numbers do.
  static func areDecided(_ keys: borrowing ValueList) -> Bool {
    keys[0].exactTuple == nil && keys[0].exactString == nil
  }

  private static func commonKind(_ keys: borrowing ValueList, _ areTuples: Bool) -> RankedKind? {
    var common: RankedKind?
    for index in 0..<keys.count {
      guard let kind = areTuples ? firstItem(keys[index], kind) : kind(keys[index]) else { return nil }
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

  private static func firstItem<Answer>(_ value: borrowing Value, _ body: (borrowing Value) -> Answer?) -> Answer? {
    guard let tuple = value.exactTuple, !tuple.value.items.isEmpty else { return nil }
    return body(tuple.value.items[0])
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
