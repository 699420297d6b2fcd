import NNKernels

/// Floats as texts, digit for digit as asked.
extension Builtin {
  static let floatTexts: [Builtin] = [.formatFloatPositional, .formatFloatScientific]

  static let formatFloatPositional = Builtin(
    "numpy.format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, "
      + "pad_left=None, pad_right=None, min_digits=None)",
    "A float's text without an exponent: the digits that identify it, or a number of them.",
    example: "np.format_float_positional(3.14159, precision=2)  # '3.14'"
  ) { (context, arguments) throws(Fault) in
    var text = try context.dragon(arguments, unique: 2, trim: 4, sign: 5, left: 6, least: 8)
    text.padRight = try context.optionalCount(arguments[7]) ?? 0
    let isFractional = try context.truth(arguments[3])
    if text.precision == 0 && !isFractional {
      throw Fault(.valueError, "precision must be greater than 0 if fractional=False")
    }
    return try context.floatText(arguments[0], text) { (value, out) in
      if isFractional {
        text.appendPositional(value, to: &out)
      } else {
        text.appendSignificant(value, to: &out)
      }
    }
  }

  static let formatFloatScientific = Builtin(
    "numpy.format_float_scientific(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, "
      + "exp_digits=None, min_digits=None)",
    "A float's text with an exponent: the digits that identify it, or a number of them.",
    example: "np.format_float_scientific(314.159)  # '3.14159e+02'"
  ) { (context, arguments) throws(Fault) in
    var text = try context.dragon(arguments, unique: 2, trim: 3, sign: 4, left: 5, least: 7)
    if let digits = try context.optionalCount(arguments[6]) { text.exponentDigits = digits }
    return try context.floatText(arguments[0], text) { (value, out) in text.appendScientific(value, to: &out) }
  }
}

extension Context {
  fileprivate func optionalCount(_ value: borrowing Value) throws(Fault) -> Int? {
    if value.isNone || value.isUnbound { return nil }
    let count = try integer(value)
    return count < 0 ? nil : count
  }

  /// The options of both functions from their arguments.
  fileprivate func dragon(
    _ arguments: Registers, unique: Int, trim: Int, sign: Int, left: Int, least: Int
  ) throws(Fault) -> Dragon4 {
    var text = Dragon4()
    text.precision = try optionalCount(arguments[1])
    text.isUnique = try truth(arguments[unique])
    text.minimumDigits = try optionalCount(arguments[least])
    switch try optionalText(arguments[trim], "trim") ?? "k" {
    case "k": text.trim = .keep
    case ".": text.trim = .leavePoint
    case "0": text.trim = .leaveOneZero
    case "-": text.trim = .all
    default:
      throw Fault(.typeError, "if supplied, trim must be 'k', '.', '0' or '-' found `\(try textOf(arguments[trim]))`")
    }
    text.showsPlus = try truth(arguments[sign])
    text.padLeft = try optionalCount(arguments[left]) ?? 0
    if !text.isUnique && text.precision == nil {
      throw Fault(.typeError, "in non-unique mode `precision` must be supplied")
    }
    if let precision = text.precision, let minimum = text.minimumDigits, minimum > precision {
      throw Fault(.valueError, "min_digits must be less than or equal to precision")
    }
    return text
  }

  private func textOf(_ value: borrowing Value) throws(Fault) -> String {
    value.asString?.value.text.string ?? value.typeName
  }

  /// A float's text by a way to append it, in the precision that the float has.
  fileprivate func floatText(
    _ value: borrowing Value, _ options: Dragon4, _ append: (any ShortestDigits, inout [UInt8]) -> Void
  ) throws(Fault) -> Value {
    var out: [UInt8] = []
    let number: Double
    if let scalar = value.asScalar {
      number = scalar.asDouble
    } else if let array = value.asArray, array.value.count == 1 {
      number = array.value.firstElement.asDouble
    } else {
      number = try double(value)
    }
    guard number.isFinite else {
      let sign = number.isNaN ? "" : number < 0 ? "-" : options.showsPlus ? "+" : ""
      let text = sign + (number.isNaN ? "nan" : "inf")
      return .string(text)
    }
    switch value.asScalar?.type ?? value.asArray?.value.type ?? .float64 {
    case .float32: append(Float(number), &out)
    case .float16: append(Float16(number), &out)
    default: append(number, &out)
    }
    return .string(UnicodeText(utf8: out))
  }
}
