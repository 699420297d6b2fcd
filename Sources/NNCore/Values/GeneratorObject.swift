/// A generator: the call of a function that is left at each `yield`.
struct GeneratorObject: Object, ~Copyable {
  static var kind: Kind { .generator }
  var function: Value
  init(_ function: consuming Value) { self.function = function }
  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(function) }
  mutating func clear() { function = .nothing }
}
