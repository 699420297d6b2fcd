import Testing

@testable import NNSyntax

@Suite struct SourceTextTests {
  @Test func countsLinesAndColumnsInCodePoints() {
    let source = SourceText(name: "f", "aé\nb\n")
    #expect(source.lineCount == 2)
    #expect(source.lineColumn(of: 0) == (1, 1))
    #expect(source.lineColumn(of: 3) == (1, 3))
    #expect(source.lineColumn(of: 4) == (2, 1))
    #expect(source.lineColumn(of: 99) == (3, 1))
    #expect(source.lineColumn(of: -5) == (1, 1))
    #expect(source.line(1) == "aé")
    #expect(source.line(2) == "b")
    #expect(source.line(3) == "" && source.line(0) == "" && source.line(99) == "")
  }

  @Test func everyLineEndBecomesLF() {
    let source = SourceText(name: "f", "a\r\nb\rc\n\r\nd")
    #expect(source.bytes == Array("a\nb\nc\n\nd".utf8))
    #expect(SourceText(name: "f", "\r\n\r\r\n").bytes == Array("\n\n\n".utf8))
  }

  @Test func emptyTextHasOneLine() {
    let source = SourceText(name: "f", "")
    #expect(source.lineCount == 1)
    #expect(source.lineColumn(of: 0) == (1, 1))
    #expect(source.text(of: Span(start: -3, end: 8)) == "")
  }
}
