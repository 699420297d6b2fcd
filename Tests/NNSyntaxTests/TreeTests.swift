import Foundation
import Testing

@testable import NNSyntax

@Suite struct TreeTests {
  /// The tree of a text as the dump shows it, without places and with brackets in place of lines.
  private func shape(_ text: String) throws -> String {
    func shape(_ node: TreeNode) -> String {
      let head = node.detail.isEmpty ? node.kind : node.kind + " " + node.detail
      return node.children.isEmpty ? head : head + "(" + node.children.map(shape).joined(separator: ", ") + ")"
    }
    return try parse(text, magics: true).statements.map { shape(TreeNode($0)) }.joined(separator: "; ")
  }

  private static let expressions: [(text: String, shape: String)] = [
    ("-a ** -b", "unary -(binary **(name a, unary -(name b)))"),
    ("a ** b ** c", "binary **(name a, binary **(name b, name c))"),
    ("a - b - c", "binary -(binary -(name a, name b), name c)"),
    ("a + b * c | d & e", "binary |(binary +(name a, binary *(name b, name c)), binary &(name d, name e))"),
    ("a << b + c", "binary <<(name a, binary +(name b, name c))"),
    ("not a == b", "unary not(compare ==(name a, name b))"),
    ("a or b and not c", "boolean or(name a, boolean and(name b, unary not(name c)))"),
    ("a < b not in c is not d", "compare <, not in, is not(name a, name b, name c, name d)"),
    (
      "a if b else c if d else e",
      "conditional(test(name b), name a, else(conditional(test(name d), name c, else(name e))))"
    ),
    (
      "lambda x, /, y=1, *z, w, **k: x",
      "lambda(parameters(positionalOnly x, parameter y(default(integer 1)), variadic z, keywordOnly w, keywordVariadic k), name x)"
    ),
    (
      "a.b[c](d, *e, f=g, **h)",
      "call(subscript(attribute b(name a), name c), name d, starArgument(name e), keywordArgument f(name g), doubleStarArgument(name h))"
    ),
    ("a[1:, ::2, ...]", "subscript(name a, tuple(slice(lower(integer 1)), slice(step(integer 2)), constant ...))"),
    ("a[1,]", "subscript(name a, tuple(integer 1))"),
    ("(a)", "name a"), ("(a,)", "tuple(name a)"), ("a, *b", "tuple(name a, starred(name b))"),
    ("{1: a, **b}", "dict(pair(integer 1, name a), unpack(name b))"),
    (
      "[a for b, c in d if e if f for g in h]",
      "listComprehension(name a, for(tuple(name b, name c), name d, if(name e), if(name f)), for(name g, name h))"
    ),
    ("f(a for a in b)", "call(name f, generator(name a, for(name a, name b)))"),
    ("0xFF, 1_0, 0b11, 0o17", "tuple(integer 255, integer 10, integer 3, integer 15)"),
    ("9223372036854775807, 9223372036854775808", "tuple(integer 9223372036854775807, integer 9223372036854775808)"),
    ("0xFFFFFFFFFFFFFFFF", "integer 0xffffffffffffffff"),
    ("1., .5, 1e-3, 1e400, 2j", "tuple(float 1.0, float 0.5, float 0.001, float inf, imaginary 2.0j)"),
    (#"'a' "b" r'\n' '\x41\u03b1\101\N{BULLET}'"#, #"string "ab\\nAαA•""#),
    ("'a\\'b\\\nc\\d'", #"string "a'bc\\d""#),
    (#"b'a\xff'"#, #"bytes b"aÿ""#),
    ("f'a{{{x!r:>{w}}}}'", #"formatted(text "a{", value !r(name x, spec(text ">", value(name w))), text "}")"#),
    ("f'{x = }'", #"formatted(text "x = ", value !r(name x))"#),
    ("f'{x=:5}' 'b'", #"formatted(text "x=", value(name x, spec(text "5")), text "b")"#),
    ("f''", "formatted"), ("f'{a, b}'", "formatted(value(tuple(name a, name b)))"),
    ("f'{a!=b}'", "formatted(value(compare !=(name a, name b)))"),
  ]

  @Test func expressionsHaveTheirShape() throws {
    for (text, expected) in TreeTests.expressions {
      let found = try shape(text)
      #expect(found == "expression(\(expected))", "\(text)")
    }
  }

  private static let statements: [(text: String, shape: String)] = [
    ("a = b, c = d", "assign(target(name a), target(tuple(name b, name c)), name d)"),
    ("a @= b", "augmentedAssign @=(name a, name b)"),
    ("a: int = 1", "annotatedAssign(name a, annotation(name int), integer 1)"),
    ("print 'a' % b, c,", "print ,(binary %(string \"a\", name b), name c)"),
    ("print >>f, a", "print(file(name f), name a)"), ("print >>f", "print(file(name f))"),
    ("print (a), b", "expression(tuple(call(name print, name a), name b))"),
    ("print -a", "expression(binary -(name print, name a))"),
    ("del a, (b, c)", "delete(name a, tuple(name b, name c))"),
    ("import a.b as c, d", "import(alias a.b as c, alias d)"),
    ("from ...a import b as c", "importFrom ...a(alias b as c)"), ("from . import *", "importFrom .(all)"),
    (
      "if a: b\nelif c: d\nelse: e",
      "if(branch(test(name a), body(expression(name b))), branch(test(name c), body(expression(name d))), else(expression(name e)))"
    ),
    ("for a in b: pass\nelse: c", "for(name a, name b, body(pass), else(expression(name c)))"),
    (
      "def f(a: b, *, c=1) -> d: return a, b",
      "function f(parameters(parameter a(annotation(name b)), keywordOnly c(default(integer 1))), returns(name d), body(return(tuple(name a, name b))))"
    ),
    (
      "@a\nclass C(B, m=M): x = 1",
      "class C(decorator(name a), name B, keywordArgument m(name M), body(assign(target(name x), integer 1)))"
    ),
    (
      "try: a\nexcept B as c: d\nelse: e\nfinally: f",
      "try(body(expression(name a)), except c(type(name B), body(expression(name d))), else(expression(name e)), finally(expression(name f)))"
    ),
    (
      "with (a as b, c): raise d from e",
      "with(item(name a, as(name b)), item(name c), body(raise(name d, from(name e))))"
    ),
    ("%matplotlib  inline \n!ls -l\n%%time", "magic %matplotlib inline; magic ! ls -l; magic %%time "),
    ("a; b;", "expression(name a); expression(name b)"),
  ]

  @Test func statementsHaveTheirShape() throws {
    for (text, expected) in TreeTests.statements {
      let found = try shape(text)
      #expect(found == expected, "\(text)")
    }
  }

  @Test func dumpsShowPlaces() throws {
    let source = SourceText(name: "<test>", "if x:\n  y += é(1)\n")
    let tree = TreeDump.text(try Parser.parse(source), source)
    #expect(
      tree == """
        if  @1:1
          branch
            test
              name x  @1:4
            body
              augmentedAssign +=  @2:3
                name y  @2:3
                call  @2:8
                  name é  @2:8
                  integer 1  @2:10

        """)
    let tokens = TokenDump.text(SourceText(name: "<test>", "a = 'b'\n$"))
    #expect(
      tokens == """
        1:1 name "a"
        1:3 =
        1:5 string "'b'"
        1:8 newline
        2:1 unknown "$"
        2:2 newline
        2:2 end of file

        """)
  }

  @Test func loneSurrogatesAreThreeBytes() throws {
    let module = try parse(#"'\ud800'"#)
    guard case .expression(let value)? = module.statements.first?.node, case .constant(.string(let bytes)) = value.node
    else {
      Issue.record("no string")
      return
    }
    #expect(bytes == [0xED, 0xA0, 0x80])
  }

  @Test func warningsAreCollected() throws {
    let warnings = try parse("assert (x, 'message')\ny = '\\d' + 1if x else 2").warnings
    #expect(warnings.map(\.kind) == [.syntaxWarning, .deprecationWarning, .deprecationWarning])
    #expect(warnings.first?.message == "assertion is always true, perhaps remove parentheses?")
    #expect(warnings.dropFirst().first?.message == "invalid escape sequence '\\d'")
    #expect(warnings.last?.message == "invalid decimal literal")
  }

  @Test func hintsNameThePythonThreeForm() {
    func hint(_ text: String) -> String? {
      do throws(Diagnostic) {
        _ = try Parser.parse(SourceText(name: "<test>", text))
        return nil
      } catch let diagnostic {
        return diagnostic.hint
      }
    }
    #expect(hint("`x`") == "write repr(…) instead of backticks")
    #expect(hint("x <> y") == "write != instead of <>")
    #expect(hint("x && y") == "write and instead of &&")
    #expect(hint("x || y") == "write or instead of ||")
    #expect(hint("x = 1") == nil)
  }
}
