/// An interned name: two symbols are equal when their texts are.
struct Symbol: Hashable {
  let id: Int

  /// The symbol of a name.
  init(_ name: String) { self = SymbolTable.shared.intern(name) }

  fileprivate init(id: Int) { self.id = id }

  /// The symbol of a name in the table of fixed names.
  init(fixed place: Int) { id = place }

  /// The standard library's way to hash a key by itself. Symbols are numbered as they come up, and Fibonacci hashing, one
  /// multiplication by 2⁶⁴ over the golden ratio, spreads them over a table.
  func _rawHashValue(seed: Int) -> Int {
    let product = (id ^ seed) &* -0x61C8_8646_80B5_83EB
    return product ^ (product >> 32)
  }

  /// The symbol of a name that has been seen; nil for any other.
  static func known(_ name: String) -> Symbol? { SymbolTable.shared.known(name) }

  /// The name's text.
  var name: String { SymbolTable.shared.name(self) }
}

/// All names that the process has seen.
final class SymbolTable {
  static let shared = SymbolTable()
  private var names = Symbol.fixedNames
  private var index = Dictionary(uniqueKeysWithValues: Symbol.fixedNames.enumerated().map { ($1, $0) })

  fileprivate func intern(_ name: String) -> Symbol {
    if let id = index[name] { return Symbol(id: id) }
    index[name] = names.count
    names.append(name)
    return Symbol(id: names.count - 1)
  }

  fileprivate func known(_ name: String) -> Symbol? { index[name].map { Symbol(id: $0) } }

  fileprivate func name(_ symbol: Symbol) -> String { names[symbol.id] }
}
