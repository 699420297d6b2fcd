// Builtins on traced arguments.

extension Tape {
  func trace(_ builtin: Builtin, _ arguments: Registers) throws(Fault) -> Value? {
    let derivative = builtin.derivative
    if case .transparent = derivative { return nil }
    guard isAnyTraced(arguments, builtin.isProperty ? 1 : builtin.form.count) else { return nil }
    switch derivative {
    case .transparent: return nil
    case .ufunc(let ufunc): return try call(ufunc, arguments)
    case .native(let body): return try body(context, arguments)
    case .nativeWithout(let body, let rare, let module):
      if rare.contains(where: { !arguments.isAbsent($0) }) { return try callLibrary(builtin, arguments, module) }
      return try body(context, arguments)
    case .library(let module): return try callLibrary(builtin, arguments, module)
    case .steps: return try callHeld(builtin, arguments, isConstant: true)
    case .constant:
      let result = try callHeld(builtin, arguments, isConstant: true)
      if !isFloating(result) || isTraced(result) { return result }
      throw withoutDerivative(builtin)
    case .missing, .view:
      let result = try callHeld(builtin, arguments)
      // The imaginary parts of real numbers are zeros.
      if isFloating(result) && !isTraced(result) && builtin.name != "imag" {
        throw withoutDerivative(builtin)
      }
      return result
    }
  }

  private func withoutDerivative(_ builtin: Builtin) -> Fault {
    Fault(
      .notImplementedError, "\(builtin.dottedName.drop { $0 == "_" }) has no derivative here",
      hint: "autograd.extend.primitive and defvjp give a function one")
  }

  private func isAnyTraced(_ arguments: Registers, _ count: Int) -> Bool {
    for index in 0..<count where isTraced(arguments[index]) { return true }
    return false
  }

  /// Whether a result is made of floats and is not traced.
  private func isFloating(_ value: borrowing Value) -> Bool {
    if value.asFloat != nil { return true }
    if value.asComplex != nil { return true }
    if let scalar = value.asScalar { return scalar.type.isInexact }
    if let array = value.asArray { return array.value.type.isInexact && !isTraced(value) }
    if let tuple = value.asTuple {
      for index in 0..<tuple.value.items.count where isFloating(tuple.value.items[index]) { return true }
    }
    return false
  }

  /// Runs a builtin that records nothing. Its arguments get other owners, so that no result is put into the memory of
  /// one, whose entry it would then bear.
  private func callHeld(_ builtin: Builtin, _ arguments: Registers, isConstant: Bool = false) throws(Fault) -> Value {
    var held = ValueList()
    var arguments = arguments
    for index in 0..<(builtin.isProperty ? 1 : builtin.form.count) {
      held.append(arguments[index].copy())
      guard isConstant, let array = arguments[index].asArray, array.value.isTracedFloat else { continue }
      arguments.set(index, .scalar(array.value.element(0)))
    }
    return try builtin.body(context, arguments)
  }

  /// An elementwise function as a call: its operands, `out`, and keywords.
  private func call(_ ufunc: Ufunc, _ arguments: Registers) throws(Fault) -> Value {
    var arguments = arguments
    let arity = ufunc.arity
    if !arguments.isAbsent(arity &+ 4) {
      throw Fault(.notImplementedError, "\(ufunc.name) with dtype= has no derivative here")
    }
    let isMasked = !arguments.isAbsent(arity &+ 1) && arguments[arity &+ 1].asBool != true
    if isMasked { return try callMasked(ufunc, arguments) }
    let out = arguments.take(arity)
    let x = try traceable(arguments.take(0))
    let result =
      arity == 1
      ? try context.elementwise(ufunc, x) : try context.elementwise(ufunc, x, try traceable(arguments.take(1)))
    return try deliver(result, to: out, of: ufunc)
  }

  /// The same where a mask says which elements are computed. The others are computed of ones, and not looked at.
  private func callMasked(_ ufunc: Ufunc, _ arguments: Registers) throws(Fault) -> Value {
    let arity = ufunc.arity
    let mask = Term(arguments[arity &+ 1].copy(), context)
    let one = mask.number(1)
    let x = try Term(try traceable(arguments[0].copy()), context).where_(mask, else: one)
    let result: Term
    if arity == 1 {
      result = try x(ufunc)
    } else {
      result = try x(ufunc, try Term(try traceable(arguments[1].copy()), context).where_(mask, else: one))
    }
    let old = arguments.isAbsent(arity) ? mask.number(0) : Term(arguments[arity].copy(), context)
    return try deliver(try result.where_(mask, else: old).value.copy(), to: arguments[arity], of: ufunc)
  }

  /// A result, or `out` with the result written to it.
  func deliver(_ result: consuming Value, to out: borrowing Value, of ufunc: Ufunc? = nil) throws(Fault) -> Value {
    if out.isNone || out.isUnbound { return result }
    let target = out.asTuple.map { $0.value.items.count == 1 ? $0.value.items[0].copy() : .nothing } ?? out.copy()
    guard let array = target.asArray else { throw Fault(.typeError, "return arrays must be of ArrayType") }
    if let own = result.asArray?.value.type, own.isComplex, !array.value.type.isComplex {
      let (source, goal) = (DType(own).text, DType(array.value.type).text)
      throw Fault(
        ufunc == nil ? .typeError : .outputCastingError,
        ufunc.map { "Cannot cast ufunc '\($0.name)' output from \(source) to \(goal) with casting rule 'same_kind'" }
          ?? "Cannot cast array data from \(source) to \(goal) according to the rule 'same_kind'")
    }
    try context.setItem(target, at: .special(.ellipsis), to: result)
    return target
  }

  /// The function of a builtin's name in a module of `autograd._rules`, on the arguments that were given; what is made of
  /// integers is constant. NotImplementedError for a keyword that the function does not know.
  private func callLibrary(_ builtin: Builtin, _ arguments: Registers, _ module: StaticString) throws(Fault) -> Value {
    let form = builtin.form
    let type = Tape.typeName
    let place = form.names.firstIndex(of: type)
    let isTyped = place.map { !arguments.isAbsent($0) } ?? false
    if isTyped, let place, !(try ArrayConversion.dtype(arguments[place]).type.isInexact) {
      return try callHeld(builtin, arguments, isConstant: true)
    }
    let path = builtin.dottedName.split(separator: ".")
    let name = path.first == "numpy" ? path.dropFirst().joined(separator: "_") : path.joined(separator: "_")
    let function = try context.attribute(try context.importLibrary("autograd._rules.\(module)"), Symbol(name))
    var positional = ValueList()
    var names: [Symbol] = []
    var named = ValueList()
    for index in 0..<(builtin.isProperty ? 1 : form.count) {
      if index == form.keywordVariadic || arguments[index].isUnbound { continue }
      if index == form.variadic, let rest = arguments.variadic(index) {
        for place in 0..<rest.value.items.count { positional.append(rest.value.items[place].copy()) }
      } else if index < form.positionalOnly || index == 0 {
        positional.append(arguments[index].copy())
      } else if takes(function, form.names[index]) {
        names.append(form.names[index])
        named.append(arguments[index].copy())
      } else if !arguments[index].isNone && !context.isDefault(arguments[index], form.defaults[index]) {
        let text = builtin.dottedName.drop { $0 == "_" }
        throw Fault(.notImplementedError, "\(text) with \(form.names[index].name)= has no derivative here")
      }
    }
    do throws(Fault) {
      return try context.call(function, positional, names, named)
    } catch {
      try reportOwnError(of: builtin, arguments, module, error)
      throw error
    }
  }

  /// Calls a builtin whose rule has failed without recording it: a wrong call is an error in its own words.
  private func reportOwnError(
    of builtin: Builtin, _ arguments: Registers, _ module: StaticString, _ fault: Fault
  ) throws(Fault) {
    let isWrite = "\(module)" == "writes" || builtin.dottedName == "ndarray.sort" || builtin.name == "at"
    let out = builtin.form.names.firstIndex(of: Symbol("out"))
    if isWrite || out.map({ !arguments.isAbsent($0) }) == true || fault.isKind(.notImplementedError) { return }
    guard fault.isKind(.typeError) || fault.isKind(.valueError) || fault.isKind(.indexError) else { return }
    _ = try callHeld(builtin, arguments, isConstant: true)
  }

  private static let typeName = Symbol("dtype")

  /// Whether a function of the library has a parameter of a name.
  private func takes(_ function: borrowing Value, _ name: Symbol) -> Bool {
    guard let own = function.asFunction else { return true }
    return own.value.code.value.signature.names.contains(name)
  }
}

extension Registers {
  fileprivate func isAbsent(_ index: Int) -> Bool { self[index].isNone || self[index].isUnbound }
}
