/// `set`, or `frozenset` where it never changes.
struct SetObject: Object, ~Copyable {
  static var kind: Kind { .set }
  var table = SetTable()
  let isFrozen: Bool
  /// A frozenset's hash once it was asked for, else 0.
  var cachedHash = 0
  init(isFrozen: Bool = false) { self.isFrozen = isFrozen }
  borrowing func traverse(_ visitor: inout Visitor) { table.traverse(&visitor) }
  mutating func clear() { table = SetTable() }
}
