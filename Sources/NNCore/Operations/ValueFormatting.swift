import NNIntegers

extension Fault {
  /// A formatting error in Python's exception classes.
  convenience init(_ error: FormatError) {
    let kind: ExceptionKind =
      switch error.kind {
      case .value: .valueError
      case .type: .typeError
      case .overflow: .overflowError
      case .memory: .memoryError
      }
    self.init(kind, error.message)
  }

  /// Runs formatting code and turns its errors into faults.
  static func formatting<T>(_ body: () throws(FormatError) -> T) throws(Fault) -> T {
    do throws(FormatError) { return try body() } catch { throw Fault(error) }
  }
}

extension Value {
  /// The value as an integer to format: `int`, `bool` and NumPy's integers.
  var integerOperand: IntegerOperand? {
    borrowing get {
      switch self {
      case .int(let value): IntegerOperand(value)
      case .bool(let value): IntegerOperand(value ? 1 : 0)
      case .bigInteger(let r): IntegerOperand(r.value.value)
      case .number(let scalar):
        if scalar.type == .uint64 {
          IntegerOperand(BigInteger(scalar.bits))
        } else if scalar.type.isInteger {
          IntegerOperand(scalar.element.asInt)
        } else {
          nil
        }
      case .instance(let r): r.value.payload.integerOperand
      default: nil
      }
    }
  }

  /// The value as a float to format: `float` and NumPy's floats.
  var floatOperand: Double? {
    borrowing get {
      switch self {
      case .float(let value): value
      case .number(let scalar): scalar.type.isFloat ? scalar.element.asDouble : nil
      case .instance(let r): r.value.payload.floatOperand
      default: nil
      }
    }
  }
}

extension Value {
  /// Whether `%(key)s` looks its key up in the value: what has a subscript, but is no tuple and no text.
  fileprivate var isSubscriptedByFormats: Bool {
    borrowing get { asDictionary != nil || asList != nil || asRange != nil || asArray != nil }
  }
}

extension Context {
  /// `format(value, spec)`.
  func format(_ value: borrowing Value, _ spec: [UInt8]) throws(Fault) -> [UInt8] {
    if value.hasSpecialMethods, let own = try specialFormat(value, spec) { return own }
    if spec.isEmpty {
      // A small float is formatted as the Python float that it is.
      if let scalar = value.asScalar, scalar.type == .float32 || scalar.type == .float16 {
        return try text(.float(scalar.asDouble))
      }
      return try text(value)
    }
    if let array = value.asArray, array.value.rank == 0 { return try format(.scalar(array.value.element(0)), spec) }
    if value.asBool != nil {
      // bool formats as int, but as its name where the spec asks for text.
      guard let operand = value.integerOperand else { return [] }
      return try Fault.formatting { () throws(FormatError) in try FormatSpec.text(operand, spec: spec, typeName: "bool")
      }
    }
    if let integer = value.integerOperand {
      let name = value.typeName
      return try Fault.formatting { () throws(FormatError) in try FormatSpec.text(integer, spec: spec, typeName: name) }
    }
    if let float = value.floatOperand {
      let name = value.typeName
      return try Fault.formatting { () throws(FormatError) in try FormatSpec.text(float, spec: spec, typeName: name) }
    }
    if let number = value.asComplex?.value.number {
      return try Fault.formatting { () throws(FormatError) in
        try FormatSpec.text(real: number.real, imaginary: number.imaginary, spec: spec)
      }
    }
    if let scalar = value.asScalar, scalar.type.isComplex {
      return try Fault.formatting { () throws(FormatError) in
        try FormatSpec.text(real: scalar.asDouble, imaginary: scalar.imaginary, spec: spec)
      }
    }
    if let string = value.asString {
      let bytes = string.value.text.utf8
      return try Fault.formatting { () throws(FormatError) in try FormatSpec.text(string: bytes, spec: spec) }
    }
    if let scalar = value.asScalar {
      let text = scalar.text
      return try Fault.formatting { () throws(FormatError) in try FormatSpec.text(string: text, spec: spec) }
    }
    throw Fault(.typeError, "unsupported format string passed to \(value.typeName).__format__")
  }

  /// `template % values`.
  func percentFormat(_ template: [UInt8], _ values: borrowing Value) throws(Fault) -> UnicodeText {
    let format = PercentFormat(parsing: template)
    var source = PercentArguments(values)
    var text: [UInt8] = []
    for piece in format.pieces {
      switch piece {
      case .literal(let bytes): text += bytes
      case .conversion(let conversion): text += try convert(conversion, values, &source)
      }
    }
    if source.hasUnused(values) { throw Fault(PercentFormat.tooManyArgumentsError) }
    return UnicodeText(utf8: text)
  }

  /// How many of the right-hand values a template has taken.
  struct PercentArguments {
    var used = 0
    var isMapping = false
    let isTuple: Bool

    init(_ values: borrowing Value) { isTuple = values.asTuple != nil }

    mutating func next(_ values: borrowing Value) throws(Fault) -> Value {
      let count = values.asTuple?.value.items.count ?? 1
      guard used < count, !isMapping else { throw Fault(PercentFormat.tooFewArgumentsError) }
      used += 1
      if let tuple = values.asTuple { return tuple.value.items[used - 1].copy() }
      return values.copy()
    }

    func hasUnused(_ values: borrowing Value) -> Bool {
      if isMapping { return false }
      if let tuple = values.asTuple { return used < tuple.value.items.count }
      return used == 0 && !values.isSubscriptedByFormats
    }
  }

  private func convert(
    _ conversion: PercentFormat.Conversion, _ values: borrowing Value, _ source: inout PercentArguments
  ) throws(Fault) -> [UInt8] {
    if let key = conversion.key {
      guard values.isSubscriptedByFormats else { throw Fault(PercentFormat.mappingRequiredError) }
      source.isMapping = true
      if let error = conversion.error { throw Fault(error) }
      return try convert(try item(values, at: .string(UnicodeText(utf8: key))), conversion.field(), conversion)
    }
    if let error = conversion.error { throw Fault(error) }
    let (width, precision) = try starSizes(conversion, values, &source)
    let field = conversion.field(width: width, precision: precision)
    return try convert(try source.next(values), field, conversion)
  }

  /// The integers that `*` takes for the width and the precision.
  func starSizes(
    _ conversion: PercentFormat.Conversion, _ values: borrowing Value, _ source: inout PercentArguments
  ) throws(Fault) -> (width: Int?, precision: Int?) {
    var width: Int?
    var precision: Int?
    if conversion.width == .argument { width = try size(try source.next(values), isPrecision: false) }
    if conversion.precision == .argument { precision = try size(try source.next(values), isPrecision: true) }
    return (width, precision)
  }

  private func size(_ value: borrowing Value, isPrecision: Bool) throws(Fault) -> Int {
    guard let operand = value.integerOperand else { throw Fault(PercentFormat.starError) }
    return try Fault.formatting { () throws(FormatError) in
      try PercentFormat.starSize(operand, isPrecision: isPrecision)
    }
  }

  func convert(
    _ value: borrowing Value, _ field: PercentField, _ conversion: PercentFormat.Conversion
  ) throws(Fault) -> [UInt8] {
    switch Unicode.Scalar(conversion.type) {
    case "s":
      let bytes = try text(value)
      return try Fault.formatting { () throws(FormatError) in try field.text(string: bytes) }
    case "r", "a":
      let bytes = Array(try repr(value).utf8)
      let shown = conversion.type == 97 ? StringText.escapingNonASCII(bytes) : bytes
      return try Fault.formatting { () throws(FormatError) in try field.text(string: shown) }
    case "d", "i", "u": return try convertInteger(value, field, conversion, allowsFloat: true)
    case "o", "x", "X": return try convertInteger(value, field, conversion, allowsFloat: false)
    case "e", "E", "f", "F", "g", "G":
      let double = try real(value) { PercentFormat.realRequiredError(typeName: $0) }
      return try Fault.formatting { () throws(FormatError) in try field.text(double) }
    case "c":
      if let operand = value.integerOperand {
        return try Fault.formatting { () throws(FormatError) in try field.text(codePoint: operand) }
      }
      guard let string = value.asString, string.value.text.count == 1 else {
        throw Fault(PercentFormat.characterError)
      }
      let bytes = string.value.text.utf8
      return try Fault.formatting { () throws(FormatError) in try field.text(string: bytes) }
    default: throw Fault(conversion.unsupportedTypeError)
    }
  }

  private func convertInteger(
    _ value: borrowing Value, _ field: PercentField, _ conversion: PercentFormat.Conversion, allowsFloat: Bool
  ) throws(Fault) -> [UInt8] {
    let operand: IntegerOperand
    if let integer = value.integerOperand {
      operand = integer
    } else if let scalar = value.asScalar, scalar.type == .bool {
      operand = IntegerOperand(scalar.asInt)
    } else if allowsFloat, let double = try? real(value, { PercentFormat.realRequiredError(typeName: $0) }) {
      operand = IntegerOperand(try Context.truncated(double))
    } else {
      throw Fault(PercentFormat.integerRequiredError(type: conversion.type, typeName: value.typeName))
    }
    return try Fault.formatting { () throws(FormatError) in try field.text(operand) }
  }

  /// A real number of any type as a double; 0-d arrays too.
  func real(_ value: borrowing Value, _ otherwise: (String) -> FormatError) throws(Fault) -> Double {
    if let special = try specialFloat(value) { return special }
    if let number = value.number { return try number.double() }
    if let scalar = value.asScalar { return scalar.asDouble }
    if let array = value.asArray {
      if array.value.rank == 0 {
        let element = array.value.element(0)
        if element.type.isNumber { return element.asDouble }
        return try otherReal(ArrayConversion.pythonNumber(element), otherwise)
      }
      throw Fault(
        .typeError, "only 0-dimensional arrays can be converted to Python scalars", operands: [array.value.shape.text],
        hint: "take an element with an index, or x.item()")
    }
    throw Fault(otherwise(value.typeName))
  }

  /// What an element that is no number is as a double. RecursionError where arrays lie in arrays without an end.
  private func otherReal(_ value: borrowing Value, _ otherwise: (String) -> FormatError) throws(Fault) -> Double {
    var inner = value.copy()
    for _ in 0..<64 {
      guard let array = inner.asArray, array.value.rank == 0, array.value.type == .object else {
        if inner.asString != nil || inner.asBytes != nil {
          return try real(try callNamed("float", inner.copy()), otherwise)
        }
        return try real(inner, otherwise)
      }
      let next = ArrayConversion.pythonNumber(array.value.element(0))
      inner = next
    }
    throw Fault(.recursionError, "maximum recursion depth exceeded")
  }

  /// A double's integer part, unbounded. ValueError and OverflowError for nan and infinity.
  static func truncated(_ value: Double) throws(Fault) -> BigInteger {
    if value.isNaN { throw Fault(.valueError, "cannot convert float NaN to integer") }
    guard let integer = BigInteger(exactly: value.rounded(.towardZero)) else {
      throw Fault(.overflowError, "cannot convert float infinity to integer")
    }
    return integer
  }

  /// `template.format(*positional, **named)`.
  func formatTemplate(
    _ template: [UInt8], _ positional: borrowing Value, _ named: borrowing Value
  ) throws(Fault) -> UnicodeText {
    UnicodeText(utf8: try expand(FormatTemplate(parsing: template).pieces, positional, named))
  }

  private func expand(
    _ pieces: [FormatTemplate.Piece], _ positional: borrowing Value, _ named: borrowing Value
  ) throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .literal(let bytes): text += bytes
      case .malformed(let error): throw Fault(error)
      case .field(let field):
        var value = try lookUp(field.name, positional, named)
        for accessor in field.accessors { value = try access(value, accessor) }
        if let error = field.accessorError { throw Fault(error) }
        let conversion = try Fault.formatting { () throws(FormatError) in try field.checkedConversion() }
        if let conversion { value = .string(UnicodeText(utf8: try converted(value, conversion))) }
        text += try format(value, try expand(field.spec, positional, named))
      }
    }
    return text
  }

  private func converted(_ value: borrowing Value, _ conversion: FormatTemplate.Conversion) throws(Fault) -> [UInt8] {
    switch conversion {
    case .str: return try text(value)
    case .repr: return Array(try repr(value).utf8)
    case .ascii: return StringText.escapingNonASCII(Array(try repr(value).utf8))
    }
  }

  private func lookUp(
    _ name: FormatTemplate.Name, _ positional: borrowing Value, _ named: borrowing Value
  ) throws(Fault) -> Value {
    switch name {
    case .index(let index):
      if positional.isNone { throw Fault(.valueError, "Format string contains positional fields") }
      guard let tuple = positional.asTuple, index < tuple.value.items.count else {
        throw Fault(.indexError, FormatTemplate.indexMessage(index))
      }
      return tuple.value.items[index].copy()
    case .keyword(let key):
      return try item(named, at: .string(UnicodeText(utf8: key)))
    }
  }

  private func access(_ value: borrowing Value, _ accessor: FormatTemplate.Accessor) throws(Fault) -> Value {
    switch accessor {
    case .attribute(let name): return try attribute(value, Symbol(String(decoding: name, as: UTF8.self)))
    case .index(let index): return try item(value, at: .int(index))
    case .key(let key): return try item(value, at: .string(UnicodeText(utf8: key)))
    }
  }
}
