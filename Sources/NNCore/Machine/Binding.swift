// Bringing the arguments of a call into the order of a function's parameters.

extension Machine {
  /// Brings `positional` values and `keywords` named ones into the order of a function's parameters.
  @inline(never) func bind(
    _ function: Unowned<Function>, _ window: Registers, positional: Int, keywords: Int, first: Int
  ) throws(Fault) {
    var R = window
    let names = frames.current.frame.function.value.code.value.keywordNames.window
    if keywords == 1, bindOne(function, R, positional, names[first]) { return }
    if bindQuickly(function, R, positional, keywords, names, first) { return }
    let signature = function.value.code.value.signature
    let scratch = max(signature.registerCount, positional + keywords) + 2
    guard R.hasRoom(scratch + keywords + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    for index in 0..<keywords { R.move(positional + index, to: R, scratch + index) }
    do throws(Fault) {
      try bindPositional(function, R, positional)
      for index in 0..<keywords {
        do throws(Fault) {
          try bindKeyword(function, R, names[first + index], scratch + index)
        } catch {
          let misplaced = positionalOnly(signature, names, first..<first + keywords)
          if signature.isKeywordVariadic || misplaced.isEmpty { throw error }
          throw Fault(.typeError, CallTexts.positionalOnly(function.value.shownName, misplaced))
        }
      }
      if positional > signature.positional, !signature.isVariadic { throw tooManyPositional(function, R, positional) }
      try bindDefaults(function, R, min(positional, signature.positional))
    } catch {
      R.clear(0..<scratch + keywords)
      throw error
    }
  }

  private func bindPositional(
    _ function: Unowned<Function>, _ R: Registers, _ positional: Int
  ) throws(Fault) {
    var R = R
    let signature = function.value.code.value.signature
    var rest = ValueList()
    if positional > signature.positional, signature.isVariadic {
      for index in signature.positional..<positional { rest.append(R.take(index)) }
    }
    for index in min(positional, signature.positional)..<signature.names.count { R.set(index, .unbound) }
    if signature.isVariadic { R.set(signature.variadicRegister, .tuple(rest)) }
    if signature.isKeywordVariadic {
      R.set(signature.keywordVariadicRegister, .dictionary(Ref(DictionaryObject())))
    }
  }

  private func bindKeyword(
    _ function: Unowned<Function>, _ R: Registers, _ name: Symbol, _ place: Int
  ) throws(Fault) {
    var R = R
    let code = function.value.code.unowned
    let signature = code.value.signature
    if let parameter = signature.names.firstIndex(of: name), parameter >= signature.positionalOnly {
      guard R[parameter].isUnbound else {
        throw Fault(.typeError, CallTexts.multiple(function.value.shownName, name.name))
      }
      R.move(place, to: R, parameter)
      return
    }
    if signature.isKeywordVariadic, let rest = R[signature.keywordVariadicRegister].asDictionary {
      try set(rest, nameValue(name), R.take(place))
      return
    }
    let near = Spelling.nearest(name.name, signature.names.map(\.name))
    throw Fault(
      .typeError, CallTexts.unexpected(function.value.shownName, name.name),
      hint: near.map { "did you mean '\($0)'?" })
  }

  private func bindDefaults(_ function: Unowned<Function>, _ R: Registers, _ given: Int) throws(Fault) {
    var R = R
    let signature = function.value.code.value.signature
    let firstDefault = signature.positional - function.value.defaults.count
    var missing: [String] = []
    for index in given..<signature.positional where R[index].isUnbound {
      if index < firstDefault {
        missing.append(signature.names[index].name)
      } else {
        R.set(index, function.value.defaults[index - firstDefault].copy())
      }
    }
    if !missing.isEmpty { throw Fault(.typeError, CallTexts.missing(function.value.shownName, missing)) }
    for offset in 0..<signature.keywordOnly where R[signature.positional + offset].isUnbound {
      if function.value.keywordDefaults[offset].isUnbound {
        missing.append(signature.names[signature.positional + offset].name)
      } else {
        R.set(signature.positional + offset, function.value.keywordDefaults[offset].copy())
      }
    }
    if !missing.isEmpty {
      throw Fault(.typeError, CallTexts.missing(function.value.shownName, missing, kind: "keyword-only"))
    }
  }

  private func tooManyPositional(_ function: Unowned<Function>, _ R: Registers, _ given: Int) -> Fault {
    let signature = function.value.code.value.signature
    let most = signature.positional
    let named = (most..<most + signature.keywordOnly).count { !R[$0].isUnbound }
    return Fault(
      .typeError,
      CallTexts.wrongCount(
        function.value.shownName, least: most - function.value.defaults.count, most: most, given: given,
        named: named))
  }

  /// The parameters of those names that are given by position only.
  private func positionalOnly(_ signature: Signature, _ names: Window<Symbol>, _ range: Range<Int>) -> String {
    let given = Set(range.map { names[$0] })
    return signature.names.prefix(signature.positionalOnly).filter(given.contains).map(\.name).joined(separator: ", ")
  }

  // MARK: Without errors

  /// The same of one named argument of a function whose parameters can all be given by position, the commonest of all.
  /// False: nothing has changed.
  @inline(__always) private func bindOne(
    _ function: Unowned<Function>, _ registers: Registers, _ positional: Int, _ name: Symbol
  ) -> Bool {
    let parameters = function.value.parameters
    let limit = parameters.positional
    guard function.value.arity >= 0, positional < limit, limit <= 32,
      let place = parameters.index(of: name, likely: positional), place >= positional
    else { return false }
    let firstDefault = limit &- function.value.defaults.count
    var index = place == positional ? positional &+ 1 : positional
    if index == limit { return true }
    guard index >= firstDefault, let defaults = function.value.defaults.registers else { return false }
    var R = registers
    if place != positional { R.transfer(positional, to: place) }
    while index < limit {
      if index != place { R.copy(index, from: defaults, index &- firstDefault) }
      index &+= 1
    }
    return true
  }

  /// Binds arguments that fit a function without unknown names, in place. False: nothing has changed, and the long way
  /// finds out what to say.
  @inline(never) func bindQuickly(
    _ function: Unowned<Function>, _ R: Registers, _ positional: Int, _ keywords: Int, _ names: Window<Symbol>,
    _ first: Int
  ) -> Bool {
    var R = R
    let parameters = function.value.parameters
    let (limit, count) = (parameters.positional, parameters.count)
    if positional > limit && !parameters.isVariadic { return false }
    let scratch = max(count &+ 2, positional &+ keywords)
    guard count <= 64, keywords <= 32, R.hasRoom(scratch &+ keywords &+ Machine.spareRegisters, below: registerLimit)
    else { return false }
    let bound = min(positional, limit)
    var given: UInt64 = 0  // by name
    var isInOrder = function.value.arity >= 0
    for index in 0..<keywords {
      guard let parameter = parameters.index(of: names[first &+ index], likely: positional &+ index) else {
        if parameters.isKeywordVariadic { continue }
        return false
      }
      guard parameter >= bound, given & 1 << UInt64(parameter) == 0 else { return false }
      if parameter != positional &+ index { isInOrder = false }
      given |= 1 << UInt64(parameter)
    }
    guard hasDefaults(function, from: bound, except: given) else { return false }
    if isInOrder {
      if positional &+ keywords < limit { fillDefaults(function, R, from: positional &+ keywords) }
      return true
    }
    for index in 0..<keywords { R.move(positional &+ index, to: R, scratch &+ index) }
    let rest = parameters.isVariadic ? takeRest(R, from: limit, to: positional) : .unbound
    fillDefaults(function, R, from: bound)
    let named: Value = parameters.isKeywordVariadic ? .dictionary(Ref(DictionaryObject())) : .unbound
    for index in 0..<keywords {
      let name = names[first &+ index]
      if let parameter = parameters.index(of: name) {
        R.move(scratch &+ index, to: R, parameter)
      } else if let dictionary = named.asDictionary {
        let key = nameValue(name)
        let hash = key.asString?.value.hash() ?? 0
        dictionary.value.table.add(key, hash, R.take(scratch &+ index))
      }
    }
    if parameters.isVariadic { R.set(count, rest) }
    if parameters.isKeywordVariadic { R.set(count &+ (parameters.isVariadic ? 1 : 0), named) }
    return true
  }

  /// The tuple of the arguments beyond the parameters.
  private func takeRest(_ R: Registers, from start: Int, to end: Int) -> Value {
    var R = R
    return R.takeTuple(start, max(end &- start, 0))
  }

  /// Whether each parameter from one on that is not given by name has a default.
  @inline(__always) private func hasDefaults(
    _ function: Unowned<Function>, from start: Int, except given: UInt64
  ) -> Bool {
    let (limit, count) = (function.value.parameters.positional, function.value.parameters.count)
    let firstDefault = limit &- function.value.defaults.count
    var index = start
    while index < limit {
      if index < firstDefault && given & 1 << UInt64(index) == 0 { return false }
      index &+= 1
    }
    index = limit
    while index < count {
      if given & 1 << UInt64(index) == 0, function.value.keywordDefaults[index &- limit].isUnbound { return false }
      index &+= 1
    }
    return true
  }

  /// Gives the parameters from one on their defaults, those without one nothing.
  @inline(__always) private func fillDefaults(_ function: Unowned<Function>, _ R: Registers, from start: Int) {
    var R = R
    let (limit, count) = (function.value.parameters.positional, function.value.parameters.count)
    let firstDefault = limit &- function.value.defaults.count
    if let defaults = function.value.defaults.registers {
      for index in max(start, firstDefault)..<max(limit, start, firstDefault) {
        R.copy(index, from: defaults, index &- firstDefault)
      }
    }
    if count > limit, let defaults = function.value.keywordDefaults.registers {
      for index in limit..<count { R.copy(index, from: defaults, index &- limit) }
    }
  }

  // MARK: Spread arguments

  /// `R[a](*R[a + 1], **R[a + 2])`. Nil: a frame was pushed that will write to `R[a]`.
  @inline(never) func callSpread(_ a: Int) throws(Fault) -> Value? {
    let caller = frames.current
    var R = caller.frame.base
    try prepareSpread(R, a)
    let positional = R.take(a + 1)
    let named = R.take(a + 2)
    let keywords = named.asDictionary?.value.table.count ?? 0
    if keywords == 0 {
      if let function = R[a].asFunction, try enterSpread(function, .unbound, a, positional) { return nil }
      if let method = R[a].asBoundMethod, let function = method.value.function.asFunction,
        try enterSpread(function, method.value.receiver, a, positional)
      {
        return nil
      }
    } else if let function = R[a].asFunction, let dictionary = named.asDictionary,
      try enterNamed(function, a, positional, dictionary)
    {
      return nil
    }
    // The arguments stand above the frame: there may be more of them than it has registers.
    let count = positional.spreadCount
    var T = caller.frame.top
    guard T.hasRoom(count + keywords + 1 + Machine.spareRegisters, below: registerLimit) else {
      throw Fault(.recursionError, "too many arguments")
    }
    if let items = positional.spreadItems { for index in 0..<count { T.copy(1 + index, from: items, index) } }
    if keywords == 0 {
      T.set(0, R.take(a))
      let function = caller.frame.function
      return try callSlowly(function.value.registerCount, count, destination: a)
    }
    var names: [Symbol] = []
    if let dictionary = named.asDictionary {
      for index in 0..<dictionary.value.table.entries.count {
        guard let name = dictionary.value.table.entries[index].key.asString else { continue }
        T.set(1 + count + names.count, dictionary.value.table.entries[index].value.copy())
        names.append(nameStrings.symbol(of: name))
      }
    }
    T.set(0, R.take(a))
    return try callPrepared(count, names: names)
  }

  /// `R[a](R[a + 1], *R[a + 2])` of a method and its receiver, or `R[a + 1](*R[a + 2])` where R[a] is unbound. Nil: a frame
  /// was pushed that will write to `R[a]`.
  @inline(never) func callSpreadMethod(_ a: Int) throws(Fault) -> Value? {
    var R = frames.current.frame.base
    unmark(R, a)
    if let function = R[a].asFunction {
      try prepareItems(R, a + 2, of: a)
      if try enterSpread(function, R[a + 1], a, R[a + 2]) {
        R.clear(a + 1..<a + 3)
        return nil
      }
    }
    if !R[a].isUnbound {
      let method = BoundMethod(R.take(a + 1), R.take(a))
      R.set(a + 1, .boundMethod(Ref(method)))
    }
    R.move(a + 1, to: R, a)
    R.move(a + 2, to: R, a + 1)
    R.set(a + 2, .unbound)
    return try callSpread(a)
  }

  /// Makes what stands after `*` a list or a tuple, where it is neither.
  private func prepareItems(_ R: Registers, _ place: Int, of callee: Int) throws(Fault) {
    var R = R
    if R[place].spreadItems != nil || R[place].isEmptySpread { return }
    let value = R.take(place)
    let list = Ref(ListObject(ValueList()))
    try extend(list.unowned, withArguments: value, of: R[callee])
    R.set(place, .list(list))
  }

  /// The same, and what stands after `**` a dictionary of names, where it is none.
  private func prepareSpread(_ R: Registers, _ a: Int) throws(Fault) {
    var R = R
    try prepareItems(R, a + 1, of: a)
    if try !R[a + 2].areNamedArguments() {
      let value = R.take(a + 2)
      let dictionary = Ref(DictionaryObject())
      try update(dictionary.unowned, withArguments: value, of: R[a])
      R.set(a + 2, .dictionary(dictionary))
    }
  }

  /// Pushes the frame of a function with the items of a list or tuple and of a dictionary as its arguments. False: it
  /// cannot take them so.
  private func enterNamed(
    _ function: Unowned<Function>, _ a: Int, _ positional: borrowing Value, _ named: Unowned<DictionaryObject>
  ) throws(Fault) -> Bool {
    let keywords = named.value.table.count
    let count = positional.spreadCount
    var T = frames.current.frame.top
    guard
      T.hasRoom(count + 2 * keywords + function.value.registerCount + Machine.spareRegisters, below: registerLimit)
    else { return false }
    var names: [Symbol] = []
    names.reserveCapacity(keywords)
    for entry in 0..<named.value.table.entries.count {
      guard let name = named.value.table.entries[entry].key.asString else { continue }
      T.set(count + names.count, named.value.table.entries[entry].value.copy())
      names.append(nameStrings.symbol(of: name))
    }
    if let items = positional.spreadItems { for index in 0..<count { T.copy(index, from: items, index) } }
    let buffer = Buffer(names)
    do throws(Fault) {
      // The count is asked for last, so that the buffer lives as long as its window.
      guard bindQuickly(function, T, count, names.count, buffer.window, 0), buffer.count == names.count else {
        T.clear(0..<count + keywords)
        return false
      }
      try push(function, base: T, destination: a)
    } catch {
      T.clear(0..<count + keywords)
      throw error
    }
    return true
  }

  /// Pushes the frame of a function with a receiver, if there is one, and the items of a list or tuple as its arguments.
  /// False: it cannot take them so.
  private func enterSpread(
    _ function: Unowned<Function>, _ receiver: borrowing Value, _ a: Int, _ positional: borrowing Value
  ) throws(Fault) -> Bool {
    let parameters = function.value.parameters
    var T = frames.current.frame.top
    let first = receiver.isUnbound ? 0 : 1
    let count = positional.spreadCount + first
    guard T.hasRoom(count + function.value.registerCount + Machine.spareRegisters, below: registerLimit) else {
      return false
    }
    if first > 0 { T.set(0, receiver.copy()) }
    if parameters.isVariadic && parameters.count == first && parameters.positional == first && positional.isExactTuple {
      T.set(first, positional.copy())
      if parameters.isKeywordVariadic { T.set(first + 1, .dictionary(Ref(DictionaryObject()))) }
    } else {
      if let items = positional.spreadItems {
        for index in first..<count { T.copy(index, from: items, index - first) }
      }
      if count != function.value.arity { try bind(function, T, positional: count, keywords: 0, first: 0) }
    }
    do throws(Fault) {
      try push(function, base: T, destination: a)
    } catch {
      T.clear(0..<count + 2)
      throw error
    }
    return true
  }
}

extension Value {
  /// The items of a list or tuple of arguments; nil where it has none, or is something else.
  fileprivate var spreadItems: Registers? {
    borrowing get {
      switch self {
      case .list(let r): r.value.items.registers
      case .tuple(let r): r.value.items.registers
      default: nil
      }
    }
  }

  fileprivate var spreadCount: Int {
    borrowing get {
      switch self {
      case .list(let r): r.value.items.count
      case .tuple(let r): r.value.items.count
      default: 0
      }
    }
  }

  fileprivate var isExactTuple: Bool {
    borrowing get {
      switch self {
      case .tuple: true
      default: false
      }
    }
  }

  fileprivate var isEmptySpread: Bool {
    borrowing get {
      switch self {
      case .list: true
      case .tuple: true
      default: false
      }
    }
  }

  /// Whether this is a dictionary of names, or nothing at all.
  fileprivate borrowing func areNamedArguments() throws(Fault) -> Bool {
    switch self {
    case .special(let special): return special == .unbound
    case .dictionary(let r):
      if r.value.isNamespace { return false }
      for index in 0..<r.value.table.entries.count where !r.value.table.entries[index].key.isUnbound {
        if r.value.table.entries[index].key.asString == nil { throw Fault(.typeError, "keywords must be strings") }
      }
      return true
    default: return false
    }
  }
}
