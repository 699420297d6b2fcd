// Errors of the builtin values that instances extend: they name the instances' classes.

extension Fault {
  /// The error of an operation on the value that an instance extends, with the name of the instance's class in the place
  /// of the builtin type's.
  func naming(_ value: borrowing Value) -> Fault {
    guard raised == nil, kind == .typeError, let payload = value.payload else { return self }
    if message.hasPrefix("string indices") { return self }
    let (old, new) = (payload.typeName, value.typeName)
    for mark in ["'", "\""] {
      if let range = message.firstRange(of: mark + old + mark) {
        message.replaceSubrange(range, with: mark + new + mark)
        return self
      }
    }
    if message.hasSuffix(", not " + old) { message = message.dropLast(old.count) + new }
    return self
  }
}
