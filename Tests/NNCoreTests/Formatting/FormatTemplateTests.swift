import Testing

@testable import NNCore

@Suite struct FormatTemplateTests {
  @Test func templatesEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("templates.txt").rows {
      let arguments = row.dropFirst(2).map { RecordedOperand($0) }
      var actual: [UInt8]
      do {
        actual = try render(FormatTemplate(parsing: row[0]).pieces, arguments)
      } catch let error as FormatError {
        actual = recorded { () throws(FormatError) in throw error }
      } catch {
        actual = Array("!\(error)".utf8)
      }
      differences.check(actual, row[1], "'\(text(row[0]))' with \(row.dropFirst(2).map { text($0) })")
    }
    #expect(differences.checked >= 250)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func fieldsHoldTheirParts() {
    let template = FormatTemplate(parsing: Array("{name.attr[3][key]!r:{width}d}".utf8))
    guard case .field(let field) = template.pieces.first else {
      Issue.record("no field")
      return
    }
    #expect(field.name == .keyword(Array("name".utf8)))
    #expect(field.accessors == [.attribute(Array("attr".utf8)), .index(3), .key(Array("key".utf8))])
    #expect(throws: Never.self) { try #require(try field.checkedConversion() == .repr) }
    #expect(field.spec.count == 2)
  }

  /// A lookup error in the table's words.
  private struct LookupError: Error, CustomStringConvertible {
    var description: String
  }

  private func render(_ pieces: [FormatTemplate.Piece], _ arguments: [RecordedOperand]) throws -> [UInt8] {
    var out: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .literal(let literal): out += literal
      case .malformed(let error): throw error
      case .field(let field): out += try render(field, arguments)
      }
    }
    return out
  }

  private func render(_ field: FormatTemplate.Field, _ arguments: [RecordedOperand]) throws -> [UInt8] {
    var value = try lookUp(field.name, arguments)
    for accessor in field.accessors { value = try access(value, accessor) }
    if let error = field.accessorError { throw error }
    switch try field.checkedConversion() {
    case .repr: value = .string(shown(value, StringText.repr))
    case .ascii: value = .string(shown(value, StringText.ascii))
    case .str: value = .string(shown(value) { $0 })
    case nil: break
    }
    let spec = try render(field.spec, arguments)
    switch value {
    case .integer(let value): return try FormatSpec.text(value, spec: spec)
    case .float(let value): return try FormatSpec.text(value, spec: spec)
    case .string(let value): return try FormatSpec.text(string: value, spec: spec)
    }
  }

  private func shown(_ value: RecordedOperand, _ string: ([UInt8]) -> [UInt8]) -> [UInt8] {
    switch value {
    case .integer(let value): (value.isNegative ? [45] : []) + ((try? value.digits(base: 10)) ?? [])
    case .float(let value): NumberText.repr(value)
    case .string(let value): string(value)
    }
  }

  private func lookUp(_ name: FormatTemplate.Name, _ arguments: [RecordedOperand]) throws -> RecordedOperand {
    switch name {
    case .index(let index):
      guard index < arguments.count else {
        throw LookupError(description: "IndexError: " + FormatTemplate.indexMessage(index))
      }
      return arguments[index]
    case .keyword(let key):
      if text(key) == "a" { return .string(Array("key\n".utf8)) }
      throw LookupError(description: "KeyError: " + text(key))
    }
  }

  private func access(_ value: RecordedOperand, _ accessor: FormatTemplate.Accessor) throws -> RecordedOperand {
    switch (value, accessor) {
    case (.string(let bytes), .index(let index)):
      let points = CodePoints.decode(bytes)
      guard index < points.count else { throw LookupError(description: "IndexError: string index out of range") }
      return .string(CodePoints.encode([points[index]]))
    case (.integer, .attribute), (.float, .attribute): return value
    default: throw LookupError(description: "TypeError")
    }
  }
}
