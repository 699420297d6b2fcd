/// What an operation on decimals goes by: a template of results, the context, and the two signals that rounding gives.
private struct DecimalTools {
  let template: Unowned<InstanceObject>
  let context: Unowned<InstanceObject>
  let signals: Unowned<TupleObject>
  let precision: Int
  let rounding: DecimalRounding
  let least: Int
  let most: Int

  private static let names = ["prec", "rounding", "Emin", "Emax", "clamp", "flags", "traps"].map { Symbol($0) }

  /// `tools` is `(template, Inexact, Rounded, [current context])`; nil where something is not as usual.
  init?(_ tools: borrowing Value, context given: borrowing Value) {
    guard let signals = tools.exactTuple, signals.value.items.count == 4,
      let template = signals.value.items[0].asInstance, let current = signals.value.items[3].exactList,
      current.value.items.count == 1
    else { return nil }
    let found = given.isNone ? current.value.items[0].asInstance : given.asInstance
    guard let context = found,
      let precision = DecimalTools.attribute(0, context)?.value.asInt,
      let rounding = DecimalTools.attribute(1, context)?.value.exactString.flatMap({ DecimalRounding($0.value.bytes) }),
      let least = DecimalTools.attribute(2, context)?.value.asInt,
      let most = DecimalTools.attribute(3, context)?.value.asInt,
      DecimalTools.attribute(4, context)?.value.asInt == 0, precision <= 38
    else { return nil }
    (self.template, self.context, self.signals) = (template, context, signals)
    (self.precision, self.rounding, self.least, self.most) = (precision, rounding, least, most)
  }

  /// A register that holds an attribute of the context.
  private struct Place {
    let registers: Registers
    let slot: Int
    var value: Value { registers[slot].copy() }
  }

  private static func attribute(_ index: Int, _ context: Unowned<InstanceObject>) -> Place? {
    guard !context.value.shape.value.isDictionary, let slot = context.value.shape.value.slot(of: names[index]),
      let registers = context.value.slots.registers
    else { return nil }
    return Place(registers: registers, slot: slot)
  }

  var roundsDown: Bool { if case .floor = rounding { true } else { false } }

  /// Whether an exponent, with so many digits, is within the context's limits.
  private func holds(_ number: QuickDecimal, _ digits: Int) -> Bool {
    number.exponent >= least - precision + 1 && number.exponent + digits - 1 <= most
      && (number.coefficient == 0 || number.exponent + digits - 1 >= least)
  }

  /// A number rounded to the context; nil where that is special.
  func finished(_ number: QuickDecimal?, _ context: Context) throws(Fault) -> Value? {
    guard let number else { return nil }
    let digits = QuickDecimal.digitCount(number.coefficient)
    if digits <= precision { return holds(number, digits) ? number.value(like: template) : nil }
    guard let (cut, isInexact) = number.cut(digits - precision, rounding) else { return nil }
    var result = cut
    if result.coefficient >= QuickDecimal.powers[precision] {
      result.coefficient /= 10
      result.exponent += 1
    }
    guard holds(result, precision), try note(isInexact: isInexact, context) else { return nil }
    return result.value(like: template)
  }

  /// Notes in the context that a number was rounded; false where that is to be an error.
  func note(isInexact: Bool, _ context: Context) throws(Fault) -> Bool {
    guard let flagsPlace = DecimalTools.attribute(5, self.context),
      let trapsPlace = DecimalTools.attribute(6, self.context),
      let flags = flagsPlace.registers[flagsPlace.slot].exactDictionary,
      let traps = trapsPlace.registers[trapsPlace.slot].exactDictionary
    else { return false }
    for index in isInexact ? 1...2 : 2...2 {
      guard let entry = try context.find(traps, signals.value.items[index]),
        traps.value.table.entries[entry].value.asBool == false
      else { return false }
    }
    for index in isInexact ? 1...2 : 2...2 {
      guard let entry = try context.find(flags, signals.value.items[index]) else { return false }
      if flags.value.table.entries[entry].value.asBool != true {
        _ = flags.value.table.exchangeValue(entry, .bool(true))
      }
    }
    return true
  }
}

extension Builtin {
  /// The native part of `decimal`: None of all that is not commonplace.
  static let decimalFunctions: [Builtin] = [
    decimal("add(a, b, context, tools, /)", "The sum of two decimals.") { (a, b, tools) in
      a.adding(b, roundsDown: tools.roundsDown)
    },
    decimal("subtract(a, b, context, tools, /)", "The difference of two decimals.") { (a, b, tools) in
      a.adding(QuickDecimal(isNegative: !b.isNegative, b.coefficient, b.exponent), roundsDown: tools.roundsDown)
    },
    decimal("multiply(a, b, context, tools, /)", "The product of two decimals.") { (a, b, _) in a.multiplied(b) },
    decimal("divide(a, b, context, tools, /)", "The quotient of two decimals.") { (a, b, tools) in
      a.divided(b, precision: tools.precision)
    },
    Builtin("_decimal.quantize(a, b, context, tools, /)", "A decimal with the exponent of another.") {
      (context, arguments) throws(Fault) in
      guard let tools = DecimalTools(arguments[3], context: arguments[2]),
        let a = QuickDecimal(arguments[0], like: tools.template),
        let b = QuickDecimal(arguments[1], like: tools.template), b.exponent.magnitude < 1 << 20
      else { return .nothing }
      if a.exponent >= b.exponent {
        guard let scaled = a.scaled(a.exponent - b.exponent), QuickDecimal.digitCount(scaled) <= tools.precision else {
          return .nothing
        }
        let result = QuickDecimal(isNegative: a.isNegative, scaled, b.exponent)
        return try tools.finished(result, context) ?? .nothing
      }
      guard let (result, isInexact) = a.cut(b.exponent - a.exponent, tools.rounding),
        QuickDecimal.digitCount(result.coefficient) <= tools.precision,
        let value = try tools.finished(result, context), try tools.note(isInexact: isInexact, context)
      else { return .nothing }
      return value
    },
    Builtin("_decimal.order(a, b, tools, /)", "-1, 0 or 1: how two decimals compare.") {
      (context, arguments) throws(Fault) in
      guard let tools = arguments[2].exactTuple, tools.value.items.count > 0,
        let template = tools.value.items[0].asInstance, let a = QuickDecimal(arguments[0], like: template),
        let b = QuickDecimal(arguments[1], like: template), let order = a.order(b)
      else { return .nothing }
      return .int(order)
    },
    Builtin("_decimal.make(value, template, /)", "The decimal of a text or an int.") {
      (context, arguments) throws(Fault) in
      guard let template = arguments[1].asInstance else { return .nothing }
      if let text = arguments[0].exactString {
        return QuickDecimal(text: text.value.bytes)?.value(like: template) ?? .nothing
      }
      guard arguments[0].asInt != nil else { return .nothing }
      return QuickDecimal(arguments[0], like: template)?.value(like: template) ?? .nothing
    },
    Builtin("_decimal.text(a, template, /)", "The text of a decimal.") { (context, arguments) throws(Fault) in
      guard let template = arguments[1].asInstance, arguments[0].asInt == nil else { return .nothing }
      return QuickDecimal(arguments[0], like: template)?.text ?? .nothing
    },
  ]

  private static func decimal(
    _ declaration: String, _ documentation: String,
    _ operation: @escaping (QuickDecimal, QuickDecimal, DecimalTools) -> QuickDecimal?
  ) -> Builtin {
    Builtin("_decimal." + declaration, documentation) { (context, arguments) throws(Fault) in
      guard let tools = DecimalTools(arguments[3], context: arguments[2]),
        let a = QuickDecimal(arguments[0], like: tools.template),
        let b = QuickDecimal(arguments[1], like: tools.template)
      else { return .nothing }
      return try tools.finished(operation(a, b, tools), context) ?? .nothing
    }
  }
}
