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
