import Testing

@testable import NNCore

@Suite struct PercentFormatTests {
  @Test func formatsEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("percents.txt").rows {
      let arguments = row.dropFirst(2).map { RecordedOperand($0) }
      let actual = recorded { () throws(FormatError) in try apply(row[0], arguments) }
      let label = "'\(text(row[0]))' % \(row.dropFirst(2).map { text($0) })"
      differences.check(actual, row[1], label)
    }
    #expect(differences.checked >= 2000)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func sizesFromArgumentsMayBeExtreme() throws {
    guard case .conversion(let conversion) = PercentFormat(parsing: Array("%*.*d".utf8)).pieces.first else {
      Issue.record("no conversion")
      return
    }
    #expect(throws: FormatError.self) { try conversion.field(width: .min, precision: 1).text(IntegerOperand(5)) }
    #expect(throws: FormatError.self) { try conversion.field(width: 1, precision: .max).text(IntegerOperand(5)) }
    #expect(text(try conversion.field(width: -4, precision: .min).text(IntegerOperand(5))) == "5   ")
  }

  @Test func keysAndErrorsWithoutArguments() {
    let pieces = PercentFormat(parsing: Array("a%%b%(k(1)y)+5.1f".utf8)).pieces
    #expect(pieces.count == 2)
    if case .literal(let literal) = pieces.first { #expect(text(literal) == "a%b") }
    guard case .conversion(let conversion) = pieces.last else {
      Issue.record("no conversion")
      return
    }
    #expect(conversion.key.map { text($0) } == "k(1)y")
    #expect(conversion.flags == .plus)
    #expect(conversion.width == .fixed(5) && conversion.precision == .fixed(1))
    #expect(
      PercentFormat.integerRequiredError(type: 100, typeName: "str").message
        == "%d format: a real number is required, not str")
    #expect(
      PercentFormat.integerRequiredError(type: 120, typeName: "float").message
        == "%x format: an integer is required, not float")
  }

  /// `template % arguments` as CPython evaluates it for ints, floats and strings.
  private func apply(_ template: [UInt8], _ arguments: [RecordedOperand]) throws(FormatError) -> [UInt8] {
    var rest = arguments[...]
    func next() throws(FormatError) -> RecordedOperand {
      guard let value = rest.popFirst() else { throw PercentFormat.tooFewArgumentsError }
      return value
    }
    func size(_ size: PercentFormat.Size?, isPrecision: Bool) throws(FormatError) -> Int? {
      guard size == .argument else { return nil }
      guard case .integer(let value) = try next() else { throw PercentFormat.starError }
      return try PercentFormat.starSize(value, isPrecision: isPrecision)
    }
    var out: [UInt8] = []
    for piece in PercentFormat(parsing: template).pieces {
      switch piece {
      case .literal(let literal): out += literal
      case .conversion(let conversion):
        if conversion.key != nil { throw PercentFormat.mappingRequiredError }
        let width = try size(conversion.width, isPrecision: false)
        let field = conversion.field(width: width, precision: try size(conversion.precision, isPrecision: true))
        if let error = conversion.error { throw error }
        out += try convert(try next(), field, conversion)
      }
    }
    if !rest.isEmpty { throw PercentFormat.tooManyArgumentsError }
    return out
  }

  private func convert(
    _ value: RecordedOperand, _ field: PercentField, _ conversion: PercentFormat.Conversion
  ) throws(FormatError) -> [UInt8] {
    let letter = Unicode.Scalar(conversion.type).map { Character($0) } ?? "?"
    switch (value, letter) {
    case (.integer(let value), "d"), (.integer(let value), "i"), (.integer(let value), "u"),
      (.integer(let value), "o"), (.integer(let value), "x"), (.integer(let value), "X"):
      return try field.text(value)
    case (.float(let value), "d"), (.float(let value), "i"), (.float(let value), "u"):
      return try field.text(try truncated(value))
    case (let value, "d"), (let value, "i"), (let value, "u"), (let value, "o"), (let value, "x"), (let value, "X"):
      throw PercentFormat.integerRequiredError(type: conversion.type, typeName: typeName(value))
    case (.integer(let value), let letter) where "eEfFgG".contains(letter):
      return try field.text(try value.doubleValue())
    case (.float(let value), let letter) where "eEfFgG".contains(letter): return try field.text(value)
    case (.string, let letter) where "eEfFgG".contains(letter):
      throw PercentFormat.realRequiredError(typeName: "str")
    case (.string(let value), "c") where CodePoints.count(value) == 1: return try field.text(string: value)
    case (.integer(let value), "c"): return try field.text(codePoint: value)
    case (_, "c"): throw PercentFormat.characterError
    case (.string(let value), "s"): return try field.text(string: value)
    case (.string(let value), "r"): return try field.text(string: StringText.repr(value))
    case (.string(let value), "a"): return try field.text(string: StringText.ascii(value))
    case (.integer(let value), "s"), (.integer(let value), "r"), (.integer(let value), "a"):
      return try field.text(string: (value.isNegative ? [45] : []) + (try value.digits(base: 10)))
    case (.float(let value), "s"), (.float(let value), "r"), (.float(let value), "a"):
      return try field.text(string: NumberText.repr(value))
    default: throw conversion.unsupportedTypeError
    }
  }

  private func typeName(_ value: RecordedOperand) -> String {
    switch value {
    case .integer: "int"
    case .float: "float"
    case .string: "str"
    }
  }

  /// `int(value)` as an operand.
  private func truncated(_ value: Double) throws(FormatError) -> IntegerOperand {
    if value.isNaN { throw .value("cannot convert float NaN to integer") }
    if value.isInfinite { throw .overflow("cannot convert float infinity to integer") }
    var digits: [UInt8] = []
    NumberText.appendPositional(
      DecimalDigits(exact: value.rounded(.towardZero)), fraction: 0, keepsPoint: false, to: &digits)
    let decimal = text(digits)
    return big(value < 0 ? "-" + decimal : decimal)
  }
}
