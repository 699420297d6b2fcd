@testable import NNSyntax

/// Writes random sentences of a grammar: programs, when begun at `file`.
///
/// What grammar.md says in words is kept here: where `break`, `return`, `nonlocal` and `import *` may stand, that
/// parameters and keywords are named once, and what an f-string's expression may hold.
struct SentenceGenerator {
  private let grammar: EBNF
  private let heights: [String: Int]
  private let favoured: Set<String>
  private var random: SplitMix64
  private var output = ""
  private var indent = 0
  private var isLineStart = true
  /// Whether the next lexeme follows without a space.
  private var isGlued = true
  /// The productions being written, outermost first.
  private var path: [String] = []
  /// The parameters of the functions around.
  private var parameters: [[String]] = []
  private var nameCount = 0
  /// How often each alternative was chosen, by production and position: half of the choices go to the rarest.
  private var useCounts: [String: Int] = [:]
  /// Beyond this depth, or this many bytes of text, the shortest alternatives are taken.
  private let maximumDepth = 60
  private let maximumLength: Int
  /// Expressions within each other, beyond which the shortest alternatives are taken.
  private let maximumExpressionDepth = 4
  private var expressionDepth = 0

  /// - Parameter favoured: names of productions; alternatives with one of them are taken half of the time.
  init(_ grammar: EBNF, seed: UInt64, maximumLength: Int = 300, favoured: Set<String> = []) {
    self.favoured = favoured
    self.grammar = grammar
    self.maximumLength = maximumLength
    heights = SentenceGenerator.heights(grammar)
    random = SplitMix64(state: seed)
  }

  /// A sentence of the production `start`.
  mutating func sentence(of start: String) -> String {
    output = ""
    (indent, isLineStart, isGlued, path, parameters) = (0, true, true, [], [])
    write(.name(start), depth: 0)
    return output
  }

  // MARK: Choosing

  private func canGrow(_ depth: Int) -> Bool {
    depth < maximumDepth && expressionDepth < maximumExpressionDepth && output.utf8.count < maximumLength
  }

  /// The least number of nested productions that each production needs.
  private static func heights(_ grammar: EBNF) -> [String: Int] {
    var heights: [String: Int] = [:]
    var isChanging = true
    while isChanging {
      isChanging = false
      for (name, part) in grammar.productions {
        let height = SentenceGenerator.height(part, heights) + 1
        if height < heights[name] ?? unreachable {
          heights[name] = height
          isChanging = true
        }
      }
    }
    return heights
  }

  private static let unreachable = 1_000_000

  private static func height(_ part: EBNF.Part, _ heights: [String: Int]) -> Int {
    switch part {
    case .terminal, .range, .optional, .repetition: 0
    case .name("INDENT"), .name("DEDENT"): 0
    case .name(let name): heights[name] ?? unreachable
    case .sequence(let parts): parts.map { height($0, heights) }.max() ?? 0
    case .choice(let parts): parts.map { height($0, heights) }.min() ?? 0
    }
  }

  /// How deep the innermost production of a name is; -1 outside all of them.
  private func depth(of name: String) -> Int { path.lastIndex(of: name) ?? -1 }

  /// Whether a production may stand here.
  private func isAllowed(_ part: EBNF.Part) -> Bool {
    switch part {
    case .name("break_statement"), .name("continue_statement"):
      let loop = path.lastIndex(of: "loop_block") ?? -1
      return loop > max(depth(of: "function_definition"), depth(of: "class_definition"))
    case .name("return_statement"), .name("yield_expression"):
      return depth(of: "function_definition") > depth(of: "class_definition")
    case .name("assignment_expression"):
      return !path.contains { $0.hasSuffix("comprehension") || $0 == "generator_expression" }
    case .name("nonlocal_statement"): return parameters.count > 1 && !parameters[parameters.count - 2].isEmpty
    case .name("star_import"): return !path.contains("function_definition") && !path.contains("class_definition")
    case .name("string"), .name("lambda"): return !path.contains("REPLACEMENT")
    case .sequence(let parts): return parts.allSatisfy(isAllowed)
    default: return true
    }
  }

  // MARK: Writing

  private mutating func write(_ part: EBNF.Part, depth: Int) {
    switch part {
    case .terminal(let text): emit(text)
    case .range(let first, let last):
      let value = first.value + UInt32(random.below(Int(last.value - first.value) + 1))
      emit(Unicode.Scalar(value).map { String($0) } ?? "a")
    case .sequence(let parts):
      for part in parts { write(part, depth: depth) }
    case .optional(let part):
      let isFavoured = !favoured.isDisjoint(with: part.names)
      if isAllowed(part), canGrow(depth), isFavoured || random.below(2) == 0 { write(part, depth: depth + 1) }
    case .repetition(let part):
      while isAllowed(part), canGrow(depth), random.below(5) < 2 { write(part, depth: depth + 1) }
    case .choice(let parts): writeChoice(parts, depth: depth)
    case .name(let name): writeName(name, depth: depth)
    }
  }

  private mutating func writeChoice(_ parts: [EBNF.Part], depth: Int) {
    var allowed = parts.indices.filter { isAllowed(parts[$0]) }
    if !canGrow(depth) {
      let least = allowed.map { SentenceGenerator.height(parts[$0], heights) }.min() ?? 0
      allowed = allowed.filter { SentenceGenerator.height(parts[$0], heights) == least }
    }
    guard !allowed.isEmpty else { return }
    let leading = allowed.filter { !favoured.isDisjoint(with: parts[$0].names) }
    if !leading.isEmpty, random.below(2) == 0 { allowed = leading }
    let uses = { [path, useCounts] (index: Int) in useCounts["\(path.last ?? "")#\(index)"] ?? 0 }
    let rarest = allowed.min { uses($0) < uses($1) }
    let index = random.below(2) == 0 ? rarest ?? 0 : allowed[random.below(allowed.count)]
    useCounts["\(path.last ?? "")#\(index)", default: 0] += 1
    write(parts[index], depth: depth)
  }

  private mutating func writeName(_ name: String, depth: Int) {
    switch name {
    case "INDENT": return indent += 1
    case "DEDENT": return indent -= 1
    case "NAME": return emitLexeme(identifier())
    case "LINE_END" where !path.contains("LONG_STRING"):
      output += "\n"
      return isLineStart = true
    default: break
    }
    guard let part = grammar.productions[name] else { return }
    if name == "function_definition" { parameters.append([]) }
    if name == "expression" { expressionDepth += 1 }
    defer { if name == "expression" { expressionDepth -= 1 } }
    path.append(name)
    let isLexeme = SentenceGenerator.isLexeme(name)
    if isLexeme, !isInsideLexeme(path.dropLast()) { emitSeparator() }
    let wasGlued = isGlued
    isGlued = isLexeme || wasGlued
    write(part, depth: depth + 1)
    path.removeLast()
    isGlued = isInsideLexeme(path[...])
    if name == "function_definition" { parameters.removeLast() }
  }

  private static func isLexeme(_ name: String) -> Bool { name == name.uppercased() }

  private func isInsideLexeme(_ path: ArraySlice<String>) -> Bool { path.last.map(SentenceGenerator.isLexeme) ?? false }

  /// Writes a terminal or a character of a lexeme.
  private mutating func emit(_ text: String) {
    if isInsideLexeme(path[...]) { return output += text }
    emitLexeme(text)
  }

  private mutating func emitLexeme(_ text: String) {
    if !isInsideLexeme(path[...]) { emitSeparator() }
    output += text
    isGlued = false
  }

  private mutating func emitSeparator() {
    if isLineStart {
      output += String(repeating: "    ", count: indent)
      isLineStart = false
    } else if !isGlued || !isInsideLexeme(path[...]) {
      output += " "
    }
  }

  // MARK: Names

  private mutating func identifier() -> String {
    switch path.last {
    case "parameter":
      let name = fresh()
      if !parameters.isEmpty { parameters[parameters.count - 1].append(name) }
      return name
    case "lambda_name", "keyword_argument", "global_statement": return fresh()
    case "nonlocal_statement":
      let names = parameters.count > 1 ? parameters[parameters.count - 2] : []
      return names.isEmpty ? fresh() : names[random.below(names.count)]
    default: break
    }
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCXYZ_αβγω")
    let characters = (0...random.below(3)).map { index in
      index > 0 && random.below(4) == 0 ? Character(String(random.below(10))) : letters[random.below(letters.count)]
    }
    let name = String(characters)
    return TokenKind.keywordTexts.contains(name) ? "x" : name
  }

  /// A name that no other part of the sentences uses.
  private mutating func fresh() -> String {
    nameCount += 1
    return "fresh\(nameCount)"
  }
}

/// A small generator of random numbers with a fixed seed.
struct SplitMix64 {
  var state: UInt64

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
