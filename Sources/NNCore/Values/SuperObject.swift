/// `super()`: attributes of `receiver`, looked up behind `type` in its class's order of resolution.
struct SuperObject: Object, ~Copyable {
  static var kind: Kind { .superObject }
  var type: Value
  var receiver: Value
  init(_ type: consuming Value, _ receiver: consuming Value) {
    self.type = type
    self.receiver = receiver
  }
  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(type)
    visitor.visit(receiver)
  }
  mutating func clear() {
    type = .nothing
    receiver = .nothing
  }
}
