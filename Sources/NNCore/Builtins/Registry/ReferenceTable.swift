extension Builtin {
  /// What the reference of the language is written from: `scripts/reference.py` asks for it.
  static let referenceTable: [Builtin] = [
    Builtin("_reference.builtins()", "Owner, name, parameters, text and kind of every declaration.") {
      (_, _) throws(Fault) in
      var entries = ValueList()
      for builtin in Registry.all {
        entries.append(row(of: builtin, owner: builtin.owner))
        for type in builtin.methodOf { entries.append(row(of: builtin, owner: type)) }
      }
      return .list(entries)
    },
    Builtin("_reference.members()", "The members of native modules that are written in the language, by module.") {
      (context, _) throws(Fault) in
      var entries = ValueList()
      for member in context.library?.members ?? [] {
        entries.append(texts([member.module, member.source, member.names]))
      }
      return .list(entries)
    },
    Builtin("_reference.modules()", "The modules that come with the interpreter as texts.") {
      (context, _) throws(Fault) in .texts(context.library?.names ?? [])
    },
    Builtin("_reference.older_names()", "Names that NumPy has given up, which run with a warning, and the new ones.") {
      (_, _) throws(Fault) in
      var entries = ValueList()
      for (name, newer) in OlderNumPyNames.members.sorted(by: { $0.key < $1.key }) {
        entries.append(texts([name, newer]))
      }
      return .list(entries)
    },
  ]

  private static func row(of builtin: Builtin, owner: String) -> Value {
    let kind = builtin.isProperty ? "value" : builtin.constructs == nil ? "function" : "type"
    return texts([owner, builtin.name, builtin.signature, builtin.helpText, kind])
  }

  private static func texts(_ texts: [String]) -> Value {
    var items = ValueList(capacity: texts.count)
    for text in texts { items.append(.string(text)) }
    return .tuple(items)
  }
}
