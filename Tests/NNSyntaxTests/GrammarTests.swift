import Foundation
import Testing

@testable import NNSyntax

/// Holds grammar.md against the parser.
@Suite struct GrammarTests {
  /// What the lexer produces itself.
  private static let lexerTokens: Set<String> = ["INDENT", "DEDENT"]

  /// The kinds of node that the productions have to bring forth.
  private static let runKinds: Set<String> = [
    "constant", "integer", "float", "imaginary", "string", "formatted", "text", "value", "name", "attribute",
    "subscript", "slice", "tuple", "list", "dict", "pair", "unpack", "starred", "unary", "binary", "boolean", "compare",
    "conditional", "call", "starArgument", "keywordArgument", "doubleStarArgument", "lambda", "listComprehension",
    "dictComprehension", "expression", "assign", "augmentedAssign", "annotatedAssign", "print", "pass", "break",
    "continue", "return", "delete", "global", "nonlocal", "assert", "import", "importFrom", "if", "for", "while",
    "function", "magic", "positionalOnly", "parameter", "variadic", "keywordOnly", "keywordVariadic", "try",
    "except", "finally", "with", "raise", "generator", "yield", "yieldFrom", "walrus", "set", "setComprehension",
    "bytes", "class", "decorator",
  ]
  /// Kinds that parse but do not run yet.
  private static let laterKinds: Set<String> = [
    "await"
  ]
  /// Kinds that only group the parts of others.
  private static let partKinds: Set<String> = [
    "lower", "upper", "step", "test", "else", "spec", "parameters", "annotation", "default", "target", "file", "alias",
    "all", "branch", "body", "returns", "type", "item", "as", "from",
  ]

  private func grammar() throws -> EBNF { try EBNF(markdown: Recordings.rootText("grammar.md")) }

  @Test func everyProductionIsDefinedAndReached() throws {
    let grammar = try grammar()
    #expect(grammar.productions.count > 100)
    let used = Set(grammar.productions.values.flatMap(\.names))
    #expect(used.subtracting(grammar.productions.keys) == GrammarTests.lexerTokens)
    #expect(Set(grammar.productions.keys).subtracting(grammar.reachable(from: "file")) == [])
  }

  @Test func everyExampleParses() throws {
    let text = try Recordings.rootText("grammar.md")
    let examples = EBNF.fences("nn", in: text)
    #expect(examples.count >= EBNF.fences("ebnf", in: text).count)
    for example in examples {
      let verdict = Verdict(example, options: ParserOptions(magics: true))
      #expect(verdict == Verdict("pass"), "\(example)")
    }
  }

  @Test func everyProductionHasAnExampleBelow() throws {
    let lines = try Recordings.rootText("grammar.md").split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line == "```ebnf" {
      let end = try #require(lines[index...].firstIndex(of: "```"))
      #expect(lines[end + 1] == "```nn", "\(lines[index + 1])")
    }
  }

  @Test func theParserReadsRandomSentences() throws {
    let grammar = try grammar()
    var kinds: Set<String> = []
    var programs = SentenceGenerator(grammar, seed: 20_260_101)
    for _ in 0..<1500 { kinds.formUnion(kindsOfNodes(in: programs.sentence(of: "file"))) }
    let nesting: Set = [
      "INDENT", "function_definition", "compound_statement", "parameters", "nonlocal_statement", "yield_expression",
    ]
    var functions = SentenceGenerator(grammar, seed: 3, maximumLength: 600, favoured: nesting)
    for _ in 0..<600 { kinds.formUnion(kindsOfNodes(in: functions.sentence(of: "function_definition"))) }
    #expect(GrammarTests.runKinds.subtracting(kinds) == [])
    #expect(kinds.intersection(GrammarTests.laterKinds) == [])
  }

  /// The kinds of node in a sentence, which has to parse.
  private func kindsOfNodes(in sentence: String) -> Set<String> {
    let source = SourceText(name: "<generated>", sentence)
    var kinds: Set<String> = []
    do throws(Diagnostic) {
      let module = try Parser.parse(source, options: ParserOptions(magics: true))
      for statement in module.statements { TreeNode(statement).forEachKind { kinds.insert($0) } }
    } catch let diagnostic {
      Issue.record("\(diagnostic.message) at \(source.lineColumn(of: diagnostic.span.start)) in\n\(sentence)")
    }
    return kinds
  }

  @Test func randomSentencesHoldEveryOperator() throws {
    var generator = SentenceGenerator(try grammar(), seed: 7)
    var operators: Set<String> = []
    for _ in 0..<800 {
      let source = SourceText(name: "<generated>", generator.sentence(of: "simple_line"))
      guard let module = try? Parser.parse(source) else { continue }
      for statement in module.statements { TreeNode(statement).forEachOperator { operators.insert($0) } }
    }
    let binary = BinaryOperator.allCases.map(\.rawValue)
    let expected =
      binary.map { "binary " + $0 } + binary.map { "augmentedAssign \($0)=" }
      + UnaryOperator.allCases.map { "unary " + $0.rawValue }
      + BooleanOperator.allCases.map { "boolean " + $0.rawValue }
      + ComparisonOperator.allCases.map { "compare " + $0.rawValue }
    #expect(Set(expected).subtracting(operators) == [])
  }

  /// A kind of node that is new has to be put into one of the sets above.
  @Test func everyKindOfTheRecordingIsKnown() throws {
    var kinds: Set<String> = []
    for line in try Recordings.lines("compile_verdicts.txt") {
      let snippet = Recordings.decoded(String(line.prefix { $0 != "\t" }))
      guard snippet.utf8.count < 500, let module = try? parse(snippet) else { continue }
      for statement in module.statements { TreeNode(statement).forEachKind { kinds.insert($0) } }
    }
    let known = GrammarTests.runKinds.union(GrammarTests.laterKinds).union(GrammarTests.partKinds)
    #expect(kinds.subtracting(known) == [])
    #expect(GrammarTests.laterKinds.subtracting(kinds) == ["await"])
  }
}

extension TreeNode {
  /// Calls `visit` with the kind and operator of each node that has one; a comparison chain gives each of its own.
  fileprivate func forEachOperator(_ visit: (String) -> Void) {
    switch kind {
    case "compare": for op in detail.components(separatedBy: ", ") { visit("compare " + op) }
    case "binary", "unary", "boolean", "augmentedAssign": visit(kind + " " + detail)
    default: break
    }
    for child in children { child.forEachOperator(visit) }
  }
}
