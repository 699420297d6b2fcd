/// The names that a class defines itself, in their order, with their values.
struct Members: ~Copyable {
  private var positions: [Symbol: Int] = [:]
  /// The names by position; one whose value is unbound has been deleted.
  private(set) var names: [Symbol] = []
  private(set) var values = ValueList()

  var count: Int { names.count }

  borrowing func position(of name: Symbol) -> Int? { positions[name] }

  /// Sets a name's value and hands over the old one, unbound where there was none.
  mutating func set(_ name: Symbol, _ value: consuming Value) -> Value {
    if let position = positions[name] { return values[position].exchange(value) }
    positions[name] = names.count
    names.append(name)
    values.append(value)
    return .unbound
  }

  /// Deletes a name and hands over its value, unbound where there was none.
  mutating func remove(_ name: Symbol) -> Value {
    guard let position = positions.removeValue(forKey: name) else { return .unbound }
    return values[position].exchange(.unbound)
  }

  borrowing func traverse(_ visitor: inout Visitor) { visitor.visit(values) }

  mutating func removeAll() {
    positions = [:]
    names = []
    values.removeAll()
  }
}
