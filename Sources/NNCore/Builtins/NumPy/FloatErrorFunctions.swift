/// What stands behind `np.errstate` and its kin: `scripts/lib/_numpy/state.py` has the functions.
extension Builtin {
  static let floatErrorState: [Builtin] = [.floatErrorModes, .setFloatErrorModes]

  static let floatErrorModes = Builtin(
    "_numpy_state.modes()", "The modes of divide, over, under and invalid, and the handler."
  ) { (context, arguments) throws(Fault) in
    var items = ValueList(capacity: 5)
    items.append(.string(context.floatErrors.divide.rawValue))
    items.append(.string(context.floatErrors.over.rawValue))
    items.append(.string(context.floatErrors.under.rawValue))
    items.append(.string(context.floatErrors.invalid.rawValue))
    items.append(context.floatErrors.handler.copy())
    return .tuple(items)
  }

  static let setFloatErrorModes = Builtin(
    "_numpy_state.set_modes(divide, over, under, invalid, handler, /)", "Sets the modes and the handler."
  ) { (context, arguments) throws(Fault) in
    context.floatErrors.divide = try context.floatErrorMode(arguments[0])
    context.floatErrors.over = try context.floatErrorMode(arguments[1])
    context.floatErrors.under = try context.floatErrorMode(arguments[2])
    context.floatErrors.invalid = try context.floatErrorMode(arguments[3])
    context.floatErrors.handler = arguments[4].copy()
    return .nothing
  }
}

extension Context {
  fileprivate func floatErrorMode(_ value: borrowing Value) throws(Fault) -> FloatErrorModes.Mode {
    let text = value.asString?.value.text.string ?? ""
    guard let mode = FloatErrorModes.Mode(rawValue: text) else { throw Fault(.valueError, "no mode \(text)") }
    return mode
  }
}
