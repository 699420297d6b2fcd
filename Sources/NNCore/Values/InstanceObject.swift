/// An object of a class that a program defines.
struct InstanceObject: Object, ~Copyable {
  static var kind: Kind { .instance }
  var type: Ref<ClassObject>
  /// The value that it extends, where its class derives from a builtin type (`class Stack(list)`); else unbound.
  var payload: Value

  init(_ type: consuming Ref<ClassObject>, payload: consuming Value = .unbound) {
    self.type = type
    self.payload = payload
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(type)
    visitor.visit(payload)
  }

  mutating func clear() { payload = .unbound }
}
