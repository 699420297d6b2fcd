/// A method of a builtin type that is an operation of the language: `int.__add__`.
struct SpecialBuiltinKey: Hashable {
  let type: BuiltinType
  let name: Symbol
}

/// Such a method, or that the type has none of that name.
final class SpecialBuiltinBox {
  let builtin: Ref<BuiltinObject>?
  init(_ builtin: Builtin?) {
    if let builtin { self.builtin = BuiltinObject.make(builtin) } else { self.builtin = nil }
  }

  var unowned: Unowned<BuiltinObject>? {
    switch builtin {
    case .some(let r): r.unowned
    case .none: nil
    }
  }
}
