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
    throw missing(builtin, window)
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
<<<<<<< HEAD
    if positional > form.positional {
      guard form.variadic >= 0 else { throw tooMany(builtin, given: positional) }
      for index in form.positional..<positional { rest.append(window.take(index)) }
=======
    if positional > list.positional {
      guard list.variadic != nil else { throw CallFaults(builtin).tooMany(given: positional) }
      for index in list.positional..<positional { rest.append(window.take(index)) }
>>>>>>> python
    }
    for index in min(positional, form.positional)..<max(form.count, min(positional, form.positional)) {
      window.set(index, .unbound)
    }
    if form.variadic >= 0 { window.set(form.variadic, .tuple(rest)) }
    if form.keywordVariadic >= 0 { window.set(form.keywordVariadic, .dictionary(Ref(DictionaryObject()))) }
    for index in 0..<keywords {
      try bindKeyword(builtin, &window, names[first + index], scratch + index, context)
    }
<<<<<<< HEAD
    if !form.fillDefaults(&window, from: 0) { throw missing(builtin, window) }
=======
    try fillDefaults(builtin, &window, given: positional)
>>>>>>> python
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
<<<<<<< HEAD
    let near = Spelling.nearest(name.name, form.names.map(\.name))
    throw Fault(
      .typeError, "\(builtin.name)() got an unexpected keyword argument '\(name.name)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "its signature is \(builtin.name)\(builtin.signature)")
  }

  private static func missing(_ builtin: Builtin, _ window: Registers) -> Fault {
    let form = builtin.form
    let place = (0..<form.count).first { form.isRequired[$0] && window[$0].isUnbound } ?? 0
    return Fault(
      .typeError, "\(builtin.name)() missing required argument '\(form.names[place].name)' (pos \(place + 1))",
      hint: "its signature is \(builtin.name)\(builtin.signature)")
  }

  private static func tooMany(_ builtin: Builtin, given: Int) -> Fault {
    let list = builtin.form
    let hint = "its signature is \(builtin.name)\(builtin.signature)"
    if list.positional == 0 {
      return Fault(.typeError, "\(builtin.name)() takes no arguments (\(given) given)", hint: hint)
    }
    let isExact = list.required == list.positional
    if isExact && list.positional == 1 {
      return Fault(.typeError, "\(builtin.name)() takes exactly one argument (\(given) given)", hint: hint)
    }
    let range = isExact ? "exactly \(list.positional)" : "at most \(list.positional)"
    return Fault(.typeError, "\(builtin.name)() takes \(range) arguments (\(given) given)", hint: hint)
  }
=======
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
>>>>>>> python
}
