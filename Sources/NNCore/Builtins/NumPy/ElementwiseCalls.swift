import NNKernels

extension Builtin {
  /// A ufunc's declaration: its arguments, then what every ufunc takes.
  static func ufunc(
    _ ufunc: Ufunc, _ documentation: String, example: String, methodOf: [String] = []
  ) -> Builtin {
    let isUnary = ufunc.arity == 1
    let declaration =
      "numpy.\(ufunc.name)(\(isUnary ? "x" : "x1, x2"), /, out=None, *, where=True, casting='same_kind', order='K', "
      + "dtype=None, subok=True)"
    let result =
      isUnary
      ? Builtin(declaration, documentation, example: example, methodOf: methodOf) {
        (context, arguments) throws(Fault) in
        try context.applyUnary(ufunc, arguments)
      }
      : Builtin(declaration, documentation, example: example) { (context, arguments) throws(Fault) in
        try context.applyBinary(ufunc, arguments)
      }
    result.derivative = .ufunc(ufunc)
    return result
  }
}

extension Context {
  /// A ufunc of one operand on a call's arguments; the memory of an array that dies with them is reused.
  func applyUnary(_ ufunc: Ufunc, _ arguments: Registers) throws(Fault) -> Value {
    var arguments = arguments
    if arguments[0].asBigInteger != nil, let wide = try ArrayConversion.scalar(arguments[0], as: nil) {
      // An integer beyond 64 bits is an object.
      arguments[0] = wide.type == .object ? .array(Ref(try Creation.scalar(wide))) : .scalar(wide)
    }
    let x = try ufuncOperand(arguments.take(0), of: ufunc, place: 0)
    guard isPlain(arguments, 1) else {
      let hasOut = !arguments.isNone(1)
      let result = try ufunc.unary(x, try options(arguments, 1))
      return hasOut ? .array(result) : .result(result)
    }
    if x.isArray { return .result(try ufunc.unary(x)) }
    return .scalar(try ufunc.scalar(x))
  }

  /// A ufunc of two operands on a call's arguments.
  func applyBinary(_ ufunc: Ufunc, _ arguments: Registers) throws(Fault) -> Value {
    var arguments = arguments
    if arguments[0].hasOtherElements || arguments[1].hasOtherElements { return try applyOther(ufunc, arguments) }
    if !(arguments[0].isNumeric && arguments[1].isNumeric) { try checkOperands(arguments, ufunc) }
    let x = try ufuncOperand(arguments.take(0), of: ufunc, place: 0)
    let y = try ufuncOperand(arguments.take(1), of: ufunc, place: 1)
    guard isPlain(arguments, 2) else {
      let hasOut = !arguments.isNone(2)
      if !hasOut, ufunc.isComparison, try optionalDType(arguments[6]) == .object {
        let truths = try ufunc.binary(x, y, try options(arguments, 2))
        return .result(try truths.value.cast(to: .object))
      }
      let result = try ufunc.binary(x, y, try options(arguments, 2))
      return hasOut ? .array(result) : .result(result)
    }
    if x.isArray || y.isArray { return .result(try ufunc.binary(x, y)) }
    return .scalar(try ufunc.scalar(x, y))
  }

  /// A ufunc of two operands, one of which is an array of text or values.
  @inline(never) private func applyOther(_ ufunc: Ufunc, _ arguments: Registers) throws(Fault) -> Value {
    guard let x = try operand(arguments[0].copy(), beside: arguments[1]),
      let y = try operand(arguments[1].copy(), beside: arguments[0])
    else { throw noOperand(arguments[0], ufunc, 0) }
    let (left, right) = (x.promotion.alone, y.promotion.alone)
    if left.isText || right.isText, left != .object, right != .object {
      if left.isText && right.isText && ufunc.name == "add" {
        return .result(try TextArrays.concatenated(try Ufunc.array(x).value, try Ufunc.array(y).value))
      }
      if left.isApart(from: right) { throw ufunc.noLoop(x.promotion, y.promotion) }
    }
    if left.isRecord && right.isRecord, RecordTypes.fields(left) != nil, !ufunc.isComparison, !ufunc.isLogical {
      throw ufunc.noLoop(left, right)
    }
    guard isPlain(arguments, 2) else {
      let hasOut = !arguments.isNone(2)
      let result = try ufunc.binary(x, y, try options(arguments, 2))
      return hasOut ? .array(result) : .result(result)
    }
    return .result(try ufunc.binary(x, y))
  }

  /// Whether the keyword arguments, which begin at `first`, are all left out.
  @inline(__always) private func isPlain(_ arguments: Registers, _ first: Int) -> Bool {
    // No other casting rule than 'same_kind' has nine letters.
    arguments.isNone(first) && arguments[first &+ 1].asBool == true && arguments[first &+ 4].isNone
      && arguments[first &+ 2].asString?.value.text.count == 9 && arguments[first &+ 5].asBool != nil
  }

  private func options(_ arguments: Registers, _ first: Int) throws(Fault) -> UfuncOptions {
    var options = try options(arguments, after: first)
    options.out = try optionalOut(arguments[first]).map { $0.owned() }
    if arguments[first].isUnbound { try warnOfMask(options) }
    return options
  }

  /// Warns where elements are left out of a result that has no memory of the caller's.
  func warnOfMask(_ options: borrowing UfuncOptions) throws(Fault) {
    if options.mask == nil { return }
    try warn(
      .userWarning,
      "'where' used without 'out', expect unitialized memory in output. If this is intentional, use out=None.")
  }

  /// What the keyword arguments after `out` say.
  func options(_ arguments: Registers, after first: Int) throws(Fault) -> UfuncOptions {
    var options = UfuncOptions()
    guard arguments[first + 5].asBool != nil else { throw Fault(.typeError, "'subok' must be a boolean") }
    if let order = arguments[first + 3].asString?.value.text.string,
      !["C", "F", "A", "K", "c", "f", "a", "k"].contains(order)
    {
      throw Fault(.valueError, "order must be one of 'C', 'F', 'A', or 'K' (got '\(order)')")
    }
    if arguments[first + 1].isSequence {
      options.mask = Ref(try ArrayConversion.array(arguments[first + 1], type: .bool, in: self))
    } else if arguments[first + 1].asBool != true {
      options.mask = Ref(try array(arguments, first + 1).value.view())
    }
    options.casting = try casting(arguments[first + 2])
    options.type = try optionalDType(arguments[first + 4])
    return options
  }

  /// A casting rule by its name; the one that looks at the values where it is allowed. ValueError for other texts.
  func casting(_ value: borrowing Value, allowsSameValue: Bool = false) throws(Fault) -> Casting {
    guard let text = try optionalText(value, "casting") else { return .sameKind }
    if let casting = Casting(rawValue: text), allowsSameValue || casting != .sameValue { return casting }
    let last = allowsSameValue ? ", 'same_value'" : ""
    throw Fault(
      .valueError, "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe'\(last) (got '\(text)')")
  }

  /// Throws where one of two operands is no number and no array of numbers, in the operator's words if there is one.
  private func checkOperands(_ arguments: Registers, _ ufunc: Ufunc) throws(Fault) {
    if (arguments[0].isNumeric || arguments[0].isSequence) && (arguments[1].isNumeric || arguments[1].isSequence) {
      return
    }
    if arguments[0].asString != nil || arguments[1].asString != nil { throw noOperand(.string(""), ufunc, 0) }
    if let op = ArithmeticOperator.allCases.first(where: { $0.ufunc?.name == ufunc.name }) {
      throw Fault(
        .typeError,
        "unsupported operand type(s) for \(op.text): '\(arguments[0].typeName)' and "
          + "'\(arguments[1].typeName)'")
    }
    throw noOperand(arguments[arguments[0].isNumeric ? 1 : 0], ufunc, arguments[0].isNumeric ? 1 : 0)
  }
}
