import Foundation
import Testing

@testable import NNSyntax

/// No text may crash the parser: deep nesting, long chains, bytes of any kind.
@Suite struct RobustnessTests {
  private static let deepTexts: [(text: String, kind: String)] = [
    (String(repeating: "-", count: 20_000) + "1", "RecursionError"),
    (String(repeating: "not ", count: 20_000) + "1", "RecursionError"),
    (String(repeating: "lambda: ", count: 20_000) + "1", "RecursionError"),
    (String(repeating: "a ** ", count: 20_000) + "1", "RecursionError"),
    (String(repeating: "a if b else ", count: 20_000) + "1", "RecursionError"),
    (String(repeating: "1 + ", count: 10_000) + "1", "RecursionError"),
    ("x" + String(repeating: ".y", count: 10_000), "RecursionError"),
    ("x" + String(repeating: "()", count: 10_000), "RecursionError"),
    ("x" + String(repeating: "[0]", count: 10_000), "RecursionError"),
    (String(repeating: "(", count: 20_000), "SyntaxError"),
    (String(repeating: "[", count: 200) + String(repeating: "]", count: 200), "ok"),
    (String(repeating: "[*", count: 200) + "a" + String(repeating: "]", count: 200), "ok"),
    (String(repeating: "{**", count: 200) + "a" + String(repeating: "}", count: 200), "ok"),
    (String(repeating: "{1:", count: 200) + "a" + String(repeating: "}", count: 200), "ok"),
    ("f(" + String(repeating: "a, ", count: 10_000) + ")", "ok"),
    (String(repeating: "a and ", count: 10_000) + "a", "ok"),
    (String(repeating: "a < ", count: 10_000) + "a", "ok"),
    (String(repeating: "x = ", count: 10_000) + "1", "ok"),
    (String(repeating: "\"a\" ", count: 10_000), "ok"),
    (String(repeating: "x;", count: 10_000), "ok"),
    (String(repeating: "\\\n", count: 10_000) + "x", "ok"),
    ("if x: pass\n" + String(repeating: "elif x: pass\n", count: 10_000), "ok"),
    (String(repeating: "@f\n", count: 20_000) + "def g(): pass", "ok"),
  ]

  @Test func depthIsBounded() {
    for (text, kind) in RobustnessTests.deepTexts {
      let verdict = Verdict(text).kind
      #expect(verdict == kind, "\(text.prefix(20))")
    }
  }

  /// Trees just below the bounds, parsed, checked and freed in a debug build on a stack of 64 MB (the interpreter has 512).
  @Test func deepestTreesFitTheStack() {
    let texts = [
      String(repeating: "1 + ", count: 1490) + "1", "x" + String(repeating: "()", count: 1490),
      String(repeating: "lambda: ", count: 390) + "1", String(repeating: "a ** ", count: 390) + "1",
      "(" + String(repeating: "1 + ", count: 1000) + "(" + String(repeating: "lambda: ", count: 390) + "1))",
      String(repeating: "f(", count: 199) + "a" + String(repeating: ")", count: 199),
      String(repeating: "[x for x in ", count: 199) + "a" + String(repeating: "]", count: 199),
    ]
    let verdicts = Verdicts()
    let thread = Thread {
      for text in texts { verdicts.add(Verdict(text).kind) }
      verdicts.finished.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    verdicts.finished.wait()
    #expect(verdicts.kinds == Array(repeating: "ok", count: texts.count))
  }

  /// What a thread found out.
  private final class Verdicts: @unchecked Sendable {
    let finished = DispatchSemaphore(value: 0)
    private(set) var kinds: [String] = []

    func add(_ kind: String) { kinds.append(kind) }
  }

  /// The deepest text that passes: every bracket holds a full chain of the other kinds of nesting.
  @Test func deepestMixtureIsBounded() {
    let lambdas = String(repeating: "lambda: ", count: 20)
    let text = String(repeating: "(" + lambdas, count: 190) + "1" + String(repeating: ")", count: 190)
    #expect(Verdict(text).kind == "RecursionError")
    let formatted = #"""
      f"""{f'''{f"{f'{(((1)))}'}"}'''}"""
      """#
    #expect(Verdict(formatted).kind == "ok")
  }

  @Test func everyTwoBytesGiveAVerdict() {
    var kinds: Set<String> = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let source = SourceText(name: "<test>", rawBytes: [first, second])
        do throws(Diagnostic) {
          _ = try Parser.parse(source)
          kinds.insert("ok")
        } catch let diagnostic {
          kinds.insert(diagnostic.kind.rawValue)
          let isInside = diagnostic.span.start >= 0 && diagnostic.span.end <= 2
          #expect(isInside && diagnostic.span.start <= diagnostic.span.end)
        }
      }
    }
    #expect(kinds == ["ok", "SyntaxError", "IndentationError"])
  }

  @Test func everyPrefixOfAProgramGivesAVerdict() {
    let program = """
      @f(1)
      def g(a, /, b=2, *c, d: int = 3, **e) -> int:
        \"\"\"doc\"\"\"
        x, *y = [i ** 2 for i in range(10) if i % 2], {'a': 1, **b}
        for k, v in z.items():
          print(f'{k!r:>{w}} {v=}', lambda q, *r: q if r else None)
        return x[1:2, ..., ::3] or not y
      try:
        with open('f') as h, (i): raise E from None
      except (A, B) as e: pass
      """
    let bytes = Array(program.utf8)
    for length in 0...bytes.count {
      let state = Completeness.of(String(decoding: bytes[..<length], as: UTF8.self))
      #expect(
        state != .complete || length == 0 || Verdict(String(decoding: bytes[..<length], as: UTF8.self)).kind == "ok")
    }
  }

  @Test func badUTF8AndNULAreSyntaxErrors() {
    func message(_ bytes: [UInt8]) -> String? {
      do throws(Diagnostic) {
        _ = try Parser.parse(SourceText(name: "<test>", rawBytes: bytes))
        return nil
      } catch let diagnostic {
        return diagnostic.message
      }
    }
    #expect(
      message([0xFF]) == "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
    #expect(
      message([0x61, 0xC3])
        == "(unicode error) 'utf-8' codec can't decode byte 0xc3 in position 1: unexpected end of data")
    #expect(
      message([0xED, 0xA0, 0x80])
        == "(unicode error) 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte")
    #expect(message([0x61, 0]) == "source code cannot contain null bytes")
    #expect(message([0xEF, 0xBB, 0xBF, 0x61]) == nil)
  }
}
