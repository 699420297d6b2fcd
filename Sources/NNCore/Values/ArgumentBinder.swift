/// Brings the arguments of a call into the order of a builtin's parameters, in place in the registers.
enum ArgumentBinder {
  /// `positional` values stand first, then `keywords` named ones, whose names are `names[first…]`. Afterwards every
  /// parameter has its register: its value, its default, or unbound where it has none and may be left out.
  @inline(__always) static func bind(
    _ builtin: Builtin, _ window: inout Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>,
    in context: Context
  ) throws(Fault) {
    let form = builtin.form
    if keywords == 0 && positional == form.count && form.positional == positional { return }
    if form.isPlain && positional <= form.positional {
      if try bindPlainly(builtin, form, &window, positional, keywords, first, names) { return }
    }
    try bindSlowly(
      builtin, &window, positional: positional, keywords: keywords, first: first, names: names, in: context)
  }

  /// The case without `*args` and errors; false leaves all arguments where they were.
  @inline(never) private static func bindPlainly(
    _ builtin: Builtin, _ form: CallForm, _ window: inout Registers, _ positional: Int, _ keywords: Int, _ first: Int,
    _ names: Window<Symbol>
  ) throws(Fault) -> Bool {
    for index in 0..<keywords {
      guard let slot = form.slot(named: names[first &+ index]), slot >= positional else { return false }
    }
    if keywords == 0 && positional < form.required { return false }
    let scratch = max(form.count, positional &+ keywords)
    for index in 0..<keywords { window.move(positional &+ index, to: window, scratch &+ index) }
    for index in positional..<max(form.count, positional) { window.set(index, .unbound) }
    for index in 0..<keywords {
      if let slot = form.slot(named: names[first &+ index]) { window.move(scratch &+ index, to: window, slot) }
    }
    if form.fillDefaults(&window, from: positional) { return true }
    throw missing(builtin, window, given: positional)
  }

  @inline(never) private static func bindSlowly(
    _ builtin: Builtin, _ window: inout Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>,
    in context: Context
  ) throws(Fault) {
    let form = builtin.form
    let scratch = max(form.count, positional + keywords)
    for index in 0..<keywords { window.move(positional + index, to: window, scratch + index) }
    defer { window.clear(scratch..<scratch + keywords) }
    var rest = ValueList()
    if positional > form.positional {
      guard form.variadic >= 0 else { throw CallFaults(builtin).tooMany(given: positional) }
      for index in form.positional..<positional { rest.append(window.take(index)) }
    }
    for index in min(positional, form.positional)..<max(form.count, min(positional, form.positional)) {
      window.set(index, .unbound)
    }
    if form.variadic >= 0 { window.set(form.variadic, .tuple(rest)) }
    if form.keywordVariadic >= 0 { window.set(form.keywordVariadic, .dictionary(Ref(DictionaryObject()))) }
    for index in 0..<keywords {
      try bindKeyword(builtin, &window, names[first + index], scratch + index, context)
    }
    if !form.fillDefaults(&window, from: 0) { throw missing(builtin, window, given: positional) }
  }

  private static func bindKeyword(
    _ builtin: Builtin, _ window: inout Registers, _ name: Symbol, _ place: Int, _ context: Context
  ) throws(Fault) {
    let form = builtin.form
    if let slot = form.slot(named: name) {
      guard window[slot].isUnbound else {
        throw Fault(
          .typeError, "argument for \(builtin.name)() given by name ('\(name.name)') and position (\(slot + 1))")
      }
      window.move(place, to: window, slot)
      return
    }
    if form.keywordVariadic >= 0, let dictionary = window[form.keywordVariadic].asDictionary {
      try context.set(dictionary, .string(name.name), window.take(place))
      return
    }
    throw CallFaults(builtin).unexpected(name.name)
  }

  private static func missing(_ builtin: Builtin, _ window: Registers, given: Int) -> Fault {
    let form = builtin.form
    let place = (0..<form.count).first { form.isRequired[$0] && window[$0].isUnbound } ?? 0
    return CallFaults(builtin).missing(form.names[place].name, place, given: given)
  }
}
