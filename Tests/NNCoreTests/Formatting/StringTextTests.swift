import Testing

@testable import NNCore

@Suite struct StringTextTests {
  @Test func stringReprsEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("strings.txt").rows {
      let points = row[0].split(separator: 32).compactMap { UInt32(text($0), radix: 16) }
      let string = CodePoints.encode(points)
      differences.check(StringText.repr(string), row[1], text(row[0]))
      differences.check(StringText.ascii(string), row[2], text(row[0]))
      differences.check(StringText.escapingNonASCII(row[1]), row[2], text(row[0]))
    }
    #expect(differences.checked >= 6000)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func bytesReprsEqualPythons() {
    var differences = Differences()
    for row in FormattingTable("bytes.txt").rows {
      let digits = row[0].map { UInt8(text([$0]), radix: 16) ?? 0 }
      let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      differences.check(StringText.bytesRepr(bytes), row[1], text(row[0]))
    }
    #expect(differences.checked >= 60)
    #expect(differences.count == 0, "\(differences.summary)")
  }

  @Test func arbitraryBytesAreFormatted() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("%{}[]()!:.*<>=^+-# ,_z0179dxcsnfeg".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xA0, 0xFF]
    var produced = 0
    for _ in 0..<20_000 {
      let bytes = (0..<random(14)).map { _ in alphabet[random(alphabet.count)] }
      produced += recorded { () throws(FormatError) in try FormatSpec.text(IntegerOperand(-5), spec: bytes) }.count
      produced += recorded { () throws(FormatError) in try FormatSpec.text(-2.5, spec: bytes) }.count
      produced += recorded { () throws(FormatError) in try FormatSpec.text(string: bytes, spec: bytes) }.count
      produced += StringText.repr(bytes).count + StringText.bytesRepr(bytes).count
      produced += FormatTemplate(parsing: bytes).pieces.count
      for case .conversion(let conversion) in PercentFormat(parsing: bytes).pieces {
        let field = conversion.field(width: random(9) - 4, precision: random(9) - 4)
        produced += recorded { () throws(FormatError) in try field.text(-2.5) }.count
        produced += recorded { () throws(FormatError) in try field.text(IntegerOperand(.min)) }.count
        produced += recorded { () throws(FormatError) in try field.text(string: bytes) }.count
      }
    }
    #expect(produced > 1_000_000)
  }

  @Test func messagesShowNoControlCharacters() {
    let hostile = Array("a\u{1B}[31m\n'\\é\u{200B}".utf8)
    #expect(StringText.escapedForMessage(hostile) == "a\\x1b[31m\\n'\\é\\u200b")
  }

  @Test func brokenBytesDecodeToReplacements() {
    for bytes: [UInt8] in [[0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80]] {
      #expect(CodePoints.decode(bytes).allSatisfy { $0 == 0xFFFD })
      #expect(!CodePoints.decode(bytes).isEmpty)
    }
    let string = Array("aé€𝄞".utf8)
    #expect(CodePoints.encode(CodePoints.decode(string)) == string)
    #expect(CodePoints.count(string) == 4)
    #expect(text(CodePoints.prefix(string, 2)) == "aé")
  }
}
