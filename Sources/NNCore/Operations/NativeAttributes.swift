// Attributes that programs set on native objects, and whether a value can be called.

extension Context {
  /// An attribute that a program has set on a native object, or its `__dict__`; nil where there is none.
  func nativeAttribute(_ native: Unowned<NativeObject>, _ name: Symbol) throws(Fault) -> Value? {
    if native.value.type == .union, let union = native.value.payload as? UnionPayload {
      if name.name == "__args__" { return union.members.copy() }
      return name.name == "__parameters__" ? .some(.tuple(ValueList())) : nil
    }
    guard let dictionary = native.value.payload.attributeDictionary else { return nil }
    if name == .dictionaryName { return .dictionary(dictionary.owned()) }
    guard let entry = try find(dictionary, .string(name.name)) else { return nil }
    return dictionary.value.table.entries[entry].value.copy()
  }

  /// Sets an attribute of a native object; false where it takes none.
  func setNativeAttribute(
    _ native: Unowned<NativeObject>, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) -> Bool {
    guard let dictionary = native.value.payload.attributeDictionary else { return false }
    try set(dictionary, .string(name.name), new.copy())
    return true
  }

  /// Whether a value can be called.
  func isCallable(_ value: borrowing Value) throws(Fault) -> Bool {
    switch value {
    case .function: return true
    case .builtin: return true
    case .boundMethod: return true
    case .type: return true
    case .classObject: return true
    case .native(let r): return r.value.payload.isCallable
    default:
      let method = try specialMethod(.callMethod, of: value)
      return method != nil
    }
  }
}
