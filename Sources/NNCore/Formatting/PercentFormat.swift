/// A parsed template of the `%` operator.
struct PercentFormat {
  /// The flags behind the percent sign.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// `-`
    static let left = Flags(rawValue: 1)
    /// `+`
    static let plus = Flags(rawValue: 2)
    /// a space
    static let blank = Flags(rawValue: 4)
    /// `#`
    static let alternate = Flags(rawValue: 8)
    /// `0`
    static let zero = Flags(rawValue: 16)
  }

  /// A width or precision.
  enum Size: Equatable {
    case fixed(Int)
    /// `*`: the next argument, an integer.
    case argument
  }

  /// A conversion such as `%(name)-8.3f`. Its arguments are taken in the order width, precision, value.
  struct Conversion {
    /// The mapping key in UTF-8, or nil.
    var key: [UInt8]?
    var flags: Flags = []
    var width: Size?
    var precision: Size?
    /// The code point of the type: one of `diuoxXeEfFgGcrsa`, or one that the language does not know.
    var type: UInt32 = 0
    /// The index of the type in the template, in code points.
    var typeIndex = 0
    /// What is wrong with the template here; raised when a mapping is there for the key and the integers of `*` are
    /// taken, before the value is. The conversion is the last piece then.
    var error: FormatError?

    /// The field with the values of `*` filled in; a negative width means left-justified, a negative precision 0.
    func field(width widthArgument: Int? = nil, precision precisionArgument: Int? = nil) -> PercentField {
      var field = PercentField(flags: flags, width: 0, precision: nil, type: type)
      switch width {
      case .fixed(let value): field.width = value
      case .argument:
        let value = widthArgument ?? 0
        field.width = Int(clamping: value.magnitude)
        if value < 0 { field.flags.insert(.left) }
      case nil: break
      }
      switch precision {
      case .fixed(let value): field.precision = value
      case .argument: field.precision = max(precisionArgument ?? 0, 0)
      case nil: break
      }
      return field
    }

    /// The error for a type that the language does not know; CPython raises it after taking the argument.
    var unsupportedTypeError: FormatError {
      let shown = Unicode.Scalar(type).map { (31..<126).contains(type) ? String(Character($0)) : "?" } ?? "?"
      let code = String(type, radix: 16)
      return .value("unsupported format character '\(shown)' (0x\(code)) at index \(typeIndex)")
    }
  }

  /// A part of a template.
  enum Piece {
    /// Text in UTF-8, with `%%` already replaced.
    case literal([UInt8])
    case conversion(Conversion)
  }

  /// The parts in their order.
  let pieces: [Piece]

  /// Parses `template` (UTF-8).
  init(parsing template: [UInt8]) {
    var cursor = FormatCursor(points: CodePoints.decode(template))
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    while let point = cursor.next() {
      if point != UInt32(UInt8(ascii: "%")) || cursor.take("%") {
        CodePoints.append(point, to: &literal)
        continue
      }
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal.removeAll()
      var conversion = Conversion()
      do throws(FormatError) {
        try PercentFormat.parse(&conversion, from: &cursor)
      } catch {
        conversion.error = error
      }
      pieces.append(.conversion(conversion))
      if conversion.error != nil { break }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
  }

  /// Reads what follows a percent sign.
  private static func parse(_ conversion: inout Conversion, from cursor: inout FormatCursor) throws(FormatError) {
    if cursor.take("(") {
      conversion.key = []
      conversion.key = try key(&cursor)
    }
    while let point = cursor.peek(), let flag = flag(point) {
      conversion.flags.insert(flag)
      cursor.position += 1
    }
    if cursor.take("*") {
      conversion.width = .argument
    } else if let width = try size(&cursor, limit: Int.max, error: "width too big") {
      conversion.width = .fixed(width)
    }
    if cursor.take(".") {
      if cursor.take("*") {
        conversion.precision = .argument
      } else {
        conversion.precision = .fixed(try size(&cursor, limit: Int(Int32.max), error: "precision too big") ?? 0)
      }
    }
    if !cursor.take("h") && !cursor.take("l") { _ = cursor.take("L") }
    conversion.typeIndex = cursor.position
    guard let type = cursor.next() else { throw .value("incomplete format") }
    conversion.type = type
  }

  /// Reads a mapping key up to its closing bracket; brackets inside must match.
  private static func key(_ cursor: inout FormatCursor) throws(FormatError) -> [UInt8] {
    var depth = 1
    var key: [UInt8] = []
    while let point = cursor.next() {
      if point == UInt32(UInt8(ascii: "(")) { depth += 1 }
      if point == UInt32(UInt8(ascii: ")")) { depth -= 1 }
      if depth == 0 { return key }
      CodePoints.append(point, to: &key)
    }
    throw .value("incomplete format key")
  }

  private static func flag(_ point: UInt32) -> Flags? {
    switch Unicode.Scalar(point) {
    case "-": .left
    case "+": .plus
    case " ": .blank
    case "#": .alternate
    case "0": .zero
    default: nil
    }
  }

  /// Reads ASCII digits; nil when there is none.
  private static func size(_ cursor: inout FormatCursor, limit: Int, error: String) throws(FormatError) -> Int? {
    var value: Int?
    while let point = cursor.peek(), (48...57).contains(point) {
      let digit = Int(point) - 48
      let before = value ?? 0
      if before > (limit - digit) / 10 { throw .value(error) }
      value = before * 10 + digit
      cursor.position += 1
    }
    return value
  }
}

extension PercentFormat {
  static let tooFewArgumentsError = FormatError.type("not enough arguments for format string")
  static let tooManyArgumentsError = FormatError.type("not all arguments converted during string formatting")
  static let mappingRequiredError = FormatError.type("format requires a mapping")
  static let characterError = FormatError.type("%c requires int or char")

  /// The error for a `*` whose argument is not an integer.
  static let starError = FormatError.type("* wants int")

  /// The argument of a `*`. Throws OverflowError when it fits no C integer of the kind CPython uses.
  static func starSize(_ value: IntegerOperand, isPrecision: Bool) throws(FormatError) -> Int {
    guard let small = value.small, !isPrecision || Int32(exactly: small) != nil else {
      throw .overflow("Python int too large to convert to C \(isPrecision ? "int" : "ssize_t")")
    }
    return small
  }

  /// The error for an operand of the class `typeName` under `d i u` or `o x X`.
  static func integerRequiredError(type: UInt32, typeName: String) -> FormatError {
    let letter = Unicode.Scalar(type).map { String(Character($0)) } ?? "?"
    let isDecimal = "diu".contains(letter)
    return .type("%\(letter) format: \(isDecimal ? "a real number" : "an integer") is required, not \(typeName)")
  }

  /// The error for an operand of the class `typeName` under `e f g`.
  static func realRequiredError(typeName: String) -> FormatError {
    .type("must be real number, not \(typeName)")
  }
}
