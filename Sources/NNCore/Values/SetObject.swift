/// `set`, or `frozenset` where it never changes.
struct SetObject: Object, ~Copyable {
  static var kind: Kind { .set }
  var table = Table()
  let isFrozen: Bool
  init(isFrozen: Bool = false) { self.isFrozen = isFrozen }
  borrowing func traverse(_ visitor: inout Visitor) { table.traverse(&visitor) }
  mutating func clear() { table = Table() }
}
