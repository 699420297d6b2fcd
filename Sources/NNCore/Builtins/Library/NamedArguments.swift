/// The names and values of a call's named arguments.
struct NamedArguments: ~Copyable {
  private(set) var names: [Symbol] = []
  private(set) var values = ValueList()

  /// Those of a dictionary of `**kwargs`.
  init(_ dictionary: Unowned<DictionaryObject>?) {
    guard let dictionary else { return }
    for entry in 0..<dictionary.value.table.entries.count {
      guard let name = dictionary.value.table.entries[entry].key.asString else { continue }
      names.append(Symbol(name.value.text.string))
      values.append(dictionary.value.table.entries[entry].value.copy())
    }
  }

  /// Adds an argument, or replaces the one of that name.
  mutating func set(_ name: Symbol, _ value: consuming Value) {
    if let place = names.firstIndex(of: name) {
      _ = values[place].exchange(value)
    } else {
      names.append(name)
      values.append(value)
    }
  }
}
