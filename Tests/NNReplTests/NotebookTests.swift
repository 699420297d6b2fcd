import Testing

@testable import NNRepl

@Suite("The notebook reader")
struct NotebookTests {
  private func cells(_ text: String) throws -> [String] {
    try Notebook(name: "n", bytes: Array(text.utf8)).cells.map { String(decoding: $0.source.bytes, as: UTF8.self) }
  }

  @Test("sources as strings and as lists of lines, in all formats")
  func formats() throws {
    #expect(
      try cells(#"{"cells": [{"cell_type": "code", "source": ["a\n", "b"]}, {"cell_type": "code", "source": "c"}]}"#)
        == ["a\nb", "c"])
    #expect(
      try cells(#"{"worksheets": [{"cells": [{"cell_type": "code", "input": ["x"]}, {"cell_type": "heading"}]}]}"#)
        == ["x"])
    #expect(
      try cells(#"{"cells": [{"cell_type": "code"}, {"cell_type": "code", "source": [1, "y"]}, 3]}"#) == ["", "y"])
  }

  @Test("JSON values")
  func values() throws {
    let value = try JSONReader.read(Array(#" {"a": [1, -2.5e3, true, false, null], "b": {"c": "x"}} "#.utf8))
    #expect(value["a"]?.items == [.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null])
    #expect(value["b"]?["c"]?.string == "x")
    #expect(value["c"] == nil)
  }

  @Test(
    "escapes in strings",
    arguments: [
      (#""\u00e9\n\t\"\\\/""#, "é\n\t\"\\/"), (#""\ud83d\ude00""#, "😀"), (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""漢""#, "漢"),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try JSONReader.read(Array(text.utf8)).string == expected)
  }

  @Test(
    "bad input is an error with its line",
    arguments: [
      "", "[1, 2", "{\"a\" 1}", "\"open", "[1,]", "nul", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "1 2", "\n\n[", "--1",
      "{1: 2}", "\"a\u{1}\"",
    ])
  func errors(text: String) {
    #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test("the line of an error")
  func line() {
    #expect(throws: JSONError(message: "a value expected", line: 3)) { try JSONReader.read(Array("\n[1,\n?".utf8)) }
  }

  @Test("deep nesting is refused, not followed")
  func depth() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError(message: "nested too deep", line: 1)) { try JSONReader.read(bytes) }
  }

  @Test("any bytes end in a value or an error")
  func anyBytes() {
    var state: UInt64 = 7
    var endings = 0
    let alphabet = Array("{}[]\",:\\u12e-+.ntf \n\u{1}é".utf8)
    for _ in 0..<5_000 {
      let bytes = (0..<20).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      if (try? Notebook(name: "n", bytes: bytes)) == nil { endings += 1 }
    }
    #expect(endings == 5_000)
  }
}
