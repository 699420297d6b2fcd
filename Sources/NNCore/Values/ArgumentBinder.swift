/// Brings the arguments of a call into the order of a builtin's parameters, in place in the registers.
enum ArgumentBinder {
  /// `positional` values stand first, then `keywords` named ones, whose names are `names[first…]`. Afterwards every
  /// parameter has its register: its value, its default, or unbound where it has none and may be left out.
  @inline(__always) static func bind(
    _ builtin: Builtin, _ window: inout Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>,
    in context: Context
  ) throws(Fault) {
    if keywords == 0 && positional == builtin.parameters.count && builtin.parameters.variadic == nil
      && builtin.parameters.positional == positional
    {
      return
    }
    try bindSlowly(
      builtin, &window, positional: positional, keywords: keywords, first: first, names: names, in: context)
  }

  @inline(never) private static func bindSlowly(
    _ builtin: Builtin, _ window: inout Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>,
    in context: Context
  ) throws(Fault) {
    let list = builtin.parameters
    let scratch = max(list.count, positional + keywords)
    for index in 0..<keywords { window.move(positional + index, to: window, scratch + index) }
    defer { window.clear(scratch..<scratch + keywords) }
    var rest = ValueList()
    if positional > list.positional {
      guard list.variadic != nil else { throw CallFaults(builtin).tooMany(given: positional) }
      for index in list.positional..<positional { rest.append(window.take(index)) }
    }
    for index in min(positional, list.positional)..<list.count { window.set(index, .unbound) }
    if let variadic = list.variadic { window.set(variadic, .tuple(rest)) }
    if let named = list.keywordVariadic { window.set(named, .dictionary(Ref(DictionaryObject()))) }
    for index in 0..<keywords {
      try bindKeyword(builtin, &window, names[first + index], scratch + index, context)
    }
    try fillDefaults(builtin, &window, given: positional)
  }

  private static func bindKeyword(
    _ builtin: Builtin, _ window: inout Registers, _ name: Symbol, _ place: Int, _ context: Context
  ) throws(Fault) {
    let list = builtin.parameters
    let found = list.parameters.firstIndex { $0.name == name }
    if let found, found >= list.positionalOnly, found != list.variadic, found != list.keywordVariadic {
      guard window[found].isUnbound else {
        throw Fault(
          .typeError, "argument for \(builtin.name)() given by name ('\(name.name)') and position (\(found + 1))")
      }
      window.move(place, to: window, found)
      return
    }
    if let rest = list.keywordVariadic, let dictionary = window[rest].asDictionary {
      try context.set(dictionary, .string(name.name), window.take(place))
      return
    }
    throw CallFaults(builtin).unexpected(name.name)
  }

  private static func fillDefaults(_ builtin: Builtin, _ window: inout Registers, given: Int) throws(Fault) {
    let parameters = builtin.parameters.parameters
    for index in 0..<parameters.count where window[index].isUnbound {
      guard let value = Value.ofDefault(parameters[index].defaultValue) else {
        throw CallFaults(builtin).missing(parameters[index].name.name, index, given: given)
      }
      window.set(index, value)
    }
  }
}
