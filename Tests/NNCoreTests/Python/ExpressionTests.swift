import Testing

@testable import NNCore

/// Expressions of every family against what CPython 3.11 makes of them.
@Suite(.serialized) struct ExpressionTests {
  @Test(arguments: ["operators", "functions", "numbers", "texts", "containers", "mathematics", "integers"])
  func matchesRecordedValues(_ name: String) {
    let table = ExpressionTable(name)
    #expect(table.rows.count > 500)
    let evaluator = Evaluator()
    for row in table.rows {
      #expect(evaluator.value(row.expression) == row.expected, "\(row.expression)")
    }
  }

  @Test func statementsMatchRecordedOutput() {
    let table = ExpressionTable("statements")
    #expect(table.rows.count > 70)
    for row in table.rows {
      #expect(Evaluator().run(row.expression) == row.expected, "\(row.expression)")
    }
  }

  /// What a function's own errors leave behind: nothing.
  @Test func sortingSurvivesErrors() {
    let evaluator = Evaluator()
    let message = evaluator.run("x = [3, 1, 2]\nx.sort(key=lambda v: 1 // (v - 1))")
    #expect(message == "!ZeroDivisionError: integer division or modulo by zero")
    #expect(evaluator.value("x") == "[3, 1, 2]")
    #expect(evaluator.value("sorted(x)") == "[1, 2, 3]")
  }

  @Test func sortsLongListsStably() {
    let evaluator = Evaluator()
    #expect(evaluator.run("x = [(i * 7919) % 1000 for i in range(5000)]") == "")
    #expect(evaluator.value("sorted(x) == [i for i in range(1000) for j in range(5)]") == "True")
    let pairs = "[(v, i) for i, v in enumerate(x)]"
    #expect(evaluator.value("sorted(\(pairs), key=lambda p: p[0]) == sorted(\(pairs))") == "True")
    let down = "sorted(\(pairs), key=lambda p: p[0], reverse=True) == sorted(\(pairs), key=lambda p: (-p[0], p[1]))"
    #expect(evaluator.value(down) == "True")
  }

  @Test(arguments: [
    "'x' * 2**60", "'a'.ljust(2**62)", "[0] * 2**62", "math.factorial(2**70)", "math.perm(2**62)", "1 << 2**40",
    "'a\\tb'.expandtabs(2**62)", "'%*d' % (2**40, 1)", "'{:{}}'.format(1, 2**40)",
    "('ab' * 10**6).replace('a', 'x' * 10**6)",
  ])
  func refusesHugeResults(_ expression: String) {
    #expect(Evaluator().value(expression).hasPrefix("!"))
  }

  @Test func endsWithAStatus() {
    let evaluator = Evaluator()
    #expect(evaluator.run("import sys\nsys.exit(3)") == "!SystemExit: 3")
    #expect(evaluator.run("exit('no data')") == "!SystemExit: no data")
    #expect(evaluator.run("exit()") == "!SystemExit: ")
  }

  @Test func writesToStandardOutputByName() {
    #expect(Evaluator().run("import sys\nsys.stdout.write('a')\nprint('b', file=sys.stdout)") == "ab")
  }

  @Test func knowsPythonTwosNames() {
    let program = "print(list(xrange(2)), unichr(97), isinstance('a', basestring), long(4), reduce(max, [1, 5, 3]))"
    #expect(Evaluator().run(program) == "[0, 1] a True 4 5")
  }

  @Test func tellsLocalVariables() {
    #expect(Evaluator().run("def f(a):\n  b = 2\n  return locals()\nprint(f(1))") == "{'a': 1, 'b': 2}")
  }
}
