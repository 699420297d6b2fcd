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
