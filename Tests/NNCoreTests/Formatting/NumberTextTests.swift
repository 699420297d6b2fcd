import Testing

@testable import NNCore

@Suite struct NumberTextTests {
  @Test func reprsEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("reprs.txt").rows {
      let value = double(bits: row[0])
      differences.check(NumberText.repr(value), row[1], text(row[0]))
      differences.check(NumberText.scalarText(value), row[2], text(row[0]))
    }
    #expect(differences.checked >= 4000)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func narrowFloatsEqualNumPys() {
    var differences = Differences()
    for row in FormattingTable("reprs32.txt").rows {
      let value = Float(bitPattern: UInt32(text(row[0]), radix: 16) ?? 0)
      differences.check(NumberText.scalarText(value), row[1], text(row[0]))
      differences.check(ScalarText.repr(value, dtype: "float32"), row[2], text(row[0]))
    }
    for row in FormattingTable("reprs16.txt").rows {
      let value = Float16(bitPattern: UInt16(text(row[0]), radix: 16) ?? 0)
      differences.check(NumberText.scalarText(value), row[1], text(row[0]))
      differences.check(ScalarText.repr(value, dtype: "float16"), row[2], text(row[0]))
    }
    #expect(differences.checked >= 4000)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func exactDigitsOfTheSmallestDouble() {
    let digits = DecimalDigits(exact: .leastNonzeroMagnitude)
    #expect(digits.count == 751)
    #expect(digits.exponent == -324)
    #expect(DecimalDigits(exact: Double.greatestFiniteMagnitude).count == 309)
  }

  @Test func scalarReprsEqualNumPys() {
    var differences = Differences()
    for row in FormattingTable("scalars.txt").rows {
      let dtype = text(row[0])
      let shown: [UInt8]
      let plain: [UInt8]
      switch dtype {
      case "bool":
        shown = ScalarText.repr(row[1] == [49])
        plain = row[1] == [49] ? Array("True".utf8) : Array("False".utf8)
      case "float64":
        let value = double(bits: row[1])
        (shown, plain) = (ScalarText.repr(value, dtype: dtype), NumberText.scalarText(value))
      case "float32":
        let value = Float(bitPattern: UInt32(text(row[1]), radix: 16) ?? 0)
        (shown, plain) = (ScalarText.repr(value, dtype: dtype), NumberText.scalarText(value))
      case "float16":
        let value = Float16(bitPattern: UInt16(text(row[1]), radix: 16) ?? 0)
        (shown, plain) = (ScalarText.repr(value, dtype: dtype), NumberText.scalarText(value))
      case "complex128":
        let parts = row[1].split(separator: 32).map { double(bits: $0) }
        plain = NumberText.complexText(real: parts[0], imaginary: parts[1])
        shown = ScalarText.repr(real: parts[0], imaginary: parts[1], dtype: dtype)
      case "complex64":
        let parts = row[1].split(separator: 32).map { Float(bitPattern: UInt32(text($0), radix: 16) ?? 0) }
        plain = NumberText.complexText(real: parts[0], imaginary: parts[1])
        shown = ScalarText.repr(real: parts[0], imaginary: parts[1], dtype: dtype)
      case "uint64":
        shown = ScalarText.repr(UInt64(text(row[1])) ?? 0, dtype: dtype)
        plain = row[1]
      default:
        shown = ScalarText.repr(Int64(text(row[1])) ?? 0, dtype: dtype)
        plain = row[1]
      }
      differences.check(shown, row[2], dtype)
      differences.check(plain, row[3], dtype)
    }
    #expect(differences.checked >= 300)
    #expect(differences.count == 0, "\(differences.summary)")
    #expect(text(ScalarText.repr(string: Array("a'b".utf8))) == "np.str_(\"a'b\")")
  }
}
