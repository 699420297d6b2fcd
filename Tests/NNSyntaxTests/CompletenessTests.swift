import Testing

@testable import NNSyntax

@Suite struct CompletenessTests {
  private static let states: [(text: String, state: Completeness)] = [
    ("", .complete), ("x", .complete), ("x = 1\n", .complete), ("# c", .complete), ("x; y", .complete),
    ("(", .incomplete), ("x = [1,\n2", .incomplete), ("f(\n\n", .incomplete), ("'''a", .incomplete),
    ("'''a\n\n", .incomplete), ("x = \\", .incomplete), ("x = 1 + \\\n", .incomplete), ("'a\\\n", .incomplete),
    ("if x:", .incomplete), ("if x:\n  y", .incomplete), ("if x:\n  y\n", .complete), ("if x: y", .incomplete),
    ("if x: y\n", .complete), ("if x:\n  y\nelse:", .incomplete), ("def f():\n  x = (\n", .incomplete),
    ("try:\n  x", .incomplete), ("try:\n  x\n", .invalid), ("@f", .incomplete), ("if x:\n", .invalid),
    ("class C:\n  def f(self):", .incomplete), ("class C:\n  def f(self):\n    pass\n", .complete),
    ("x =", .invalid), ("x y", .invalid), (")", .invalid), ("'a", .invalid), (" x", .invalid), ("1a", .invalid),
    ("return", .invalid), ("if x\n", .invalid), ("else:", .invalid), ("for x in y: print(x)", .incomplete),
    ("%matplotlib inline", .complete), ("!ls", .complete), ("%%time", .incomplete), ("%%time\nx\n", .complete),
    ("if x:\n  %time f()", .incomplete), ("print 'a',", .complete),
  ]

  @Test func typedTextHasAState() {
    for (text, expected) in CompletenessTests.states {
      let state = Completeness.of(text)
      #expect(state == expected, "\(text)")
    }
  }
}
