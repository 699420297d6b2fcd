import Testing

/// The comparison itself, which needs no interpreter.
@Suite("Comparison of recorded text")
struct ComparisonTests {
  let fourUlp = Tolerance(relative: 9e-16)

  @Test("numbers within the tolerance agree")
  func close() {
    #expect(fourUlp.agrees("x = 2.718281828459045", "x = 2.7182818284590455"))
    #expect(fourUlp.agrees("array([0.36787944, 1.        ])", "array([0.36787945, 1.        ])"))
    #expect(fourUlp.agrees("[ 0.1 -2.5]", "[ 0.1 -2.5]"))
    #expect(Tolerance(relative: 1e-6).agrees("loss 0.123456\nend", "loss 0.123457\nend"))
    #expect(Tolerance(relative: 0, absolute: 1e-10).agrees("1e-12", "-3e-13"))
  }

  @Test("numbers beyond it, other words and counts differ")
  func different() {
    #expect(!fourUlp.agrees("2.718281828459045", "2.718281828459145"))
    #expect(!fourUlp.agrees("0.36787944", "0.36787964"))
    #expect(!fourUlp.agrees("loss 1.0", "lost 1.0"))
    #expect(!fourUlp.agrees("[1.0 2.0]", "[1.0]"))
    #expect(!fourUlp.agrees("[1.0\n2.0]", "[1.0 2.0]"))
    #expect(!fourUlp.agrees("-1.5", "1.5"))
    #expect(!fourUlp.agrees("nan", "1.0"))
    #expect(!fourUlp.agrees("0.1", "0.2"))
    #expect(!fourUlp.agrees("[1. 2.]", "[1. 3.]"))
  }

  @Test("whole numbers agree only if equal")
  func integers() {
    #expect(!Tolerance(relative: 1e-3).agrees("100000", "100001"))
    #expect(Tolerance(relative: 1e-3).agrees("(3, 4)", "(3, 4)"))
    #expect(!fourUlp.agrees("float64", "float32"))
  }

  @Test("bare names drop the prefixes and nothing else")
  func bareNames() {
    let source = "import numpy as np\nx = np.random.randn(2) + np.e\nsnp.zeros = a.np.x + np.pi*np.random.rand()"
    #expect(Dialect.bare.source(source) == "x = randn(2) + e\nsnp.zeros = a.np.x + pi*rand()")
    #expect(Dialect.nn.source(source) == source)
  }

  @Test("a block is taken apart")
  func block() throws {
    let text =
      "# a file\n\n~ 1e-9\n@ np\nx = 1\nx + np.e\n> printed\n>\n? Warning: w\n= 3.7\n: float\n\n~5\n= -6\n: int\n"
    let blocks = ExpressionBlock.blocks(of: text)
    let first = try #require(blocks.first)
    #expect(blocks.count == 2)
    #expect(first.line == 3)
    #expect(first.program(in: .py) == "import numpy as np\nx = 1\nx + np.e")
    #expect(first.answer == ["printed", "", "= 3.7", ": float"])
    #expect(first.tolerance?.relative == 1e-9)
    #expect(first.dialects == [.py, .nn])
    #expect(blocks.last?.source == "~5")
  }

  @Test("own words stand for the oracle's")
  func ownWords() {
    let words = OwnWords("# comment\n- ValueError: theirs\n+ ValueError: ours\n")
    #expect(words.accept("ValueError: ours", for: "ValueError: theirs"))
    #expect(words.accept("ValueError: other", for: "ValueError: other"))
    #expect(!words.accept("ValueError: ours", for: "ValueError: other"))
    #expect(words.accept("SyntaxError: any text", for: "SyntaxError"))
  }

  @Test("templates of the malformed programs are written out")
  func templates() throws {
    #expect(MalformedCases.expanded("x{{ab*3}}{{xff}}y{{(*2}}") == Array("xababab".utf8) + [0xff] + Array("y((".utf8))
    #expect(MalformedCases.expanded("{{}*3}} {{{1:*2}} {}") == Array("}}} {1:{1: {}".utf8))
    #expect(MalformedCases.expanded("{{x = 1;;*2}}") == Array("x = 1\nx = 1\n".utf8))
    #expect(try MalformedCases.all().count > 500)
  }

  @Test("mutants are the same for the same seed and differ otherwise")
  func mutants() throws {
    var first = try Mutator(seed: 7), second = try Mutator(seed: 7), third = try Mutator(seed: 8)
    let one = (0..<50).map { first.next(number: $0).source }
    #expect(one == (0..<50).map { second.next(number: $0).source })
    #expect(one != (0..<50).map { third.next(number: $0).source })
    #expect(Set(one).count > 40)
  }

  @Test("the recordings are there")
  func recordings() throws {
    let blocks = try Theme.all.reduce(0) { $0 + (try $1.blocks().count) }
    #expect(blocks > 3000)
    #expect(RecordedProgram.all.count > 150)
    #expect(!RecordedProgram.bundled.isEmpty)
  }
}
