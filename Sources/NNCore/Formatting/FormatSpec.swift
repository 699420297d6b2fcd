/// A parsed specification of Python's format mini-language: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`.
///
/// The grammar and the errors are CPython 3.11's.
struct FormatSpec {
  /// What a specification is applied to; it decides the default alignment and type.
  enum Operand {
    case integer, float, string
  }

  /// The place of the padding.
  enum Alignment {
    case left, right, center
    /// `=`: between the sign and the digits.
    case afterSign
  }

  /// The code point of the padding.
  var fill: UInt32 = 32
  var align: Alignment
  /// `+`, `-` or a space; 0 when absent.
  var sign: UInt32 = 0
  /// `z`: no minus before digits that are all zero.
  var dropsNegativeZero = false
  /// `#`.
  var isAlternate = false
  /// The least width in code points; -1 when absent.
  var width = -1
  var grouping: NumberField.Grouping?
  /// The precision; -1 when absent.
  var precision = -1
  /// The code point of the presentation type; 0 for a float without one.
  var type: UInt32
  /// The name of the operand's class, for errors.
  let typeName: String

  /// Parses `spec` (UTF-8) for an operand of the class `typeName`. Throws ValueError in CPython's words.
  init(parsing spec: [UInt8], for operand: Operand, typeName: String) throws(FormatError) {
    self.typeName = typeName
    align = operand == .string ? .left : .right
    switch operand {
    case .integer: type = UInt32(UInt8(ascii: "d"))
    case .float: type = 0
    case .string: type = UInt32(UInt8(ascii: "s"))
    }
    var cursor = FormatCursor(points: CodePoints.decode(spec))
    let isAlignSpecified = parseAlignment(&cursor)
    let isFillSpecified = isAlignSpecified && fillIsExplicit(cursor)
    parseFlags(&cursor, isFillSpecified: isFillSpecified, isAlignSpecified: isAlignSpecified, operand: operand)
    width = try cursor.integer() ?? -1
    let separator = try FormatSpec.parseSeparator(&cursor)
    if cursor.take(".") {
      guard let digits = try cursor.integer() else { throw .value("Format specifier missing precision") }
      precision = digits
    }
    if cursor.left > 1 {
      let shown = StringText.escapedForMessage(spec)
      throw .value("Invalid format specifier '\(shown)' for object of type '\(typeName)'")
    }
    if let point = cursor.peek() { type = point }
    if let separator { grouping = try grouping(separator) }
  }

  private func fillIsExplicit(_ cursor: FormatCursor) -> Bool { cursor.position == 2 }

  /// Reads `[[fill]align]`; false when there is no alignment.
  private mutating func parseAlignment(_ cursor: inout FormatCursor) -> Bool {
    if let second = cursor.peek(1), let alignment = FormatSpec.alignment(second) {
      fill = cursor.peek() ?? 32
      align = alignment
      cursor.position += 2
      return true
    }
    if let first = cursor.peek(), let alignment = FormatSpec.alignment(first) {
      align = alignment
      cursor.position += 1
      return true
    }
    return false
  }

  private mutating func parseFlags(
    _ cursor: inout FormatCursor, isFillSpecified: Bool, isAlignSpecified: Bool, operand: Operand
  ) {
    if let point = cursor.peek(), point == 32 || point == 43 || point == 45 {
      sign = point
      cursor.position += 1
    }
    dropsNegativeZero = cursor.take("z")
    isAlternate = cursor.take("#")
    if !isFillSpecified && cursor.take("0") {
      fill = 48
      if !isAlignSpecified && operand != .string { align = .afterSign }
    }
  }

  private static func parseSeparator(_ cursor: inout FormatCursor) throws(FormatError) -> UInt8? {
    var separator: UInt8?
    if cursor.take(",") { separator = UInt8(ascii: ",") }
    if cursor.take("_") {
      if separator != nil { throw .value("Cannot specify both ',' and '_'.") }
      separator = UInt8(ascii: "_")
    }
    if separator == UInt8(ascii: "_"), cursor.peek() == UInt32(UInt8(ascii: ",")) {
      throw .value("Cannot specify both ',' and '_'.")
    }
    return separator
  }

  /// The grouping that `separator` means with this type. Throws ValueError for types that have none.
  private func grouping(_ separator: UInt8) throws(FormatError) -> NumberField.Grouping {
    switch type {
    case 0: return NumberField.Grouping(separator: separator, size: 3)
    case let point where "defgEG%F".unicodeScalars.contains { $0.value == point }:
      return NumberField.Grouping(separator: separator, size: 3)
    case let point where separator == UInt8(ascii: "_") && "boxX".unicodeScalars.contains { $0.value == point }:
      return NumberField.Grouping(separator: separator, size: 4)
    default:
      let mark = Character(Unicode.Scalar(separator))
      throw .value("Cannot specify '\(mark)' with '\(FormatSpec.shown(type))'.")
    }
  }

  private static func alignment(_ point: UInt32) -> Alignment? {
    switch point {
    case 60: .left
    case 61: .afterSign
    case 62: .right
    case 94: .center
    default: nil
    }
  }

  /// A type letter as CPython's errors show it: `\xe9` outside of printable ASCII.
  static func shown(_ point: UInt32) -> String {
    if point > 32 && point < 128, let scalar = Unicode.Scalar(point), point != 127 { return String(Character(scalar)) }
    return "\\x" + String(point, radix: 16)
  }

  /// The error for a type letter that the operand's class does not know.
  var unknownTypeError: FormatError {
    .value("Unknown format code '\(FormatSpec.shown(type))' for object of type '\(typeName)'")
  }

  /// Appends `count` fill characters.
  func appendFill(_ count: Int, to out: inout [UInt8]) {
    if fill < 0x80 {
      out.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: fill), count: max(count, 0)))
    } else {
      for _ in 0..<max(count, 0) { CodePoints.append(fill, to: &out) }
    }
  }
}
