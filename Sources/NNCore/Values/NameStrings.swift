/// Names as values: the same string for a name each time.
final class NameStrings {
  /// By the symbols' numbers; unbound where it has not been asked for.
  private var values = ValueList()

  func value(of name: Symbol) -> Value {
    if name.id < values.count, !values[name.id].isUnbound { return values[name.id].copy() }
    while values.count <= name.id { values.append(.unbound) }
    _ = values[name.id].exchange(.string(name.name))
    return values[name.id].copy()
  }

  /// A text that was a name lately, with its symbol.
  private struct Recent: ~Copyable {
    var text = Value.unbound
    var symbol = Symbol("")
  }

  /// By the low bits of the text's hash.
  private var recent = List<Recent>()
  private static let recentCount = 256

  /// The symbol of a name that a program has as a string.
  func symbol(of string: Unowned<StringObject>) -> Symbol {
    while recent.count < NameStrings.recentCount { recent.append(Recent()) }
    let place = string.value.hash() & (NameStrings.recentCount - 1)
    if let known = recent[place].text.asString, known == string || known.value.isEqual(to: string.value) {
      return recent[place].symbol
    }
    let symbol = Symbol(string.value.text.string)
    if string.value.byteCount <= 100 {
      recent[place].text = .string(string.owned())
      recent[place].symbol = symbol
    }
    return symbol
  }
}
