/// Names as values: the same string for a name each time.
final class NameStrings {
  private var values: [Int: Name] = [:]

  private final class Name {
    let value: Value
    init(_ name: String) { value = .string(name) }
  }

  func value(of name: Symbol) -> Value {
    if let known = values[name.id] { return known.value.copy() }
    let made = Name(name.name)
    values[name.id] = made
    return made.value.copy()
  }
}
