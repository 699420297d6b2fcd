import NNIntegers
import Testing

@testable import NNCore

@Suite struct FormatSpecTests {
  @Test func formatsEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("specs.txt").rows {
      let spec = row[0]
      let actual = recorded { () throws(FormatError) in
        switch RecordedOperand(row[1]) {
        case .integer(let value): return try FormatSpec.text(value, spec: spec)
        case .float(let value): return try FormatSpec.text(value, spec: spec)
        case .string(let value): return try FormatSpec.text(string: value, spec: spec)
        }
      }
      differences.check(actual, row[2], "'\(text(spec))' of \(text(row[1]))")
    }
    #expect(differences.checked >= 4000)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func hugeWidthsAreRefused() {
    for spec in ["9223372036854775807", "9223372036854775807d", "050000001", ".999999999f"] {
      let bytes = Array(spec.utf8)
      #expect(throws: FormatError.self) { try FormatSpec.text(1.5, spec: bytes) }
    }
    #expect(throws: FormatError.self) { try FormatSpec.text(IntegerOperand(1), spec: Array("99999999999".utf8)) }
    #expect(throws: FormatError.self) { try FormatSpec.text(string: [97], spec: Array("99999999999".utf8)) }
  }

  @Test func extremeIntegers() throws {
    #expect(text(try FormatSpec.text(IntegerOperand(.min), spec: Array(",".utf8))) == "-9,223,372,036,854,775,808")
    #expect(text(try FormatSpec.text(IntegerOperand(.min), spec: Array("#x".utf8))) == "-0x8000000000000000")
    let big = IntegerOperand(BigInteger(1) << 1024)
    #expect(throws: FormatError.overflow("int too large to convert to float")) {
      try FormatSpec.text(big, spec: Array("f".utf8))
    }
  }

  @Test func errorsShowNoControlCharacters() {
    #expect(throws: FormatError.value("Invalid format specifier 'q\\x1bq\\n' for object of type 'int'")) {
      try FormatSpec.text(IntegerOperand(1), spec: Array("q\u{1B}q\n".utf8))
    }
  }

  @Test func boolsAreNamedInErrors() {
    #expect(throws: FormatError.value("Unknown format code 's' for object of type 'bool'")) {
      try FormatSpec.text(IntegerOperand(1), spec: [115], typeName: "bool")
    }
  }
}
