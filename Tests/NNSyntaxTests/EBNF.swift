/// The productions of grammar.md: a reader for their notation.
struct EBNF {
  /// The right side of a production.
  indirect enum Part {
    case terminal(String)
    case range(Unicode.Scalar, Unicode.Scalar)
    case name(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repetition(Part)

    /// The names of productions used in the part.
    var names: [String] {
      switch self {
      case .terminal, .range: []
      case .name(let name): [name]
      case .sequence(let parts), .choice(let parts): parts.flatMap(\.names)
      case .optional(let part), .repetition(let part): part.names
      }
    }
  }

  /// A production that cannot be read.
  struct Failure: Error {
    let message: String
  }

  private(set) var productions: [String: Part] = [:]
  private var tokens: [String] = []
  private var index = 0

  /// Reads the productions in the ` ```ebnf ` fences of a text.
  init(markdown: String) throws(Failure) {
    for text in EBNF.fences("ebnf", in: markdown) {
      tokens = EBNF.tokens(text)
      index = 0
      while index < tokens.count {
        let name = try next()
        try expect("=")
        guard productions[name] == nil else { throw Failure(message: "\(name) is defined twice") }
        productions[name] = try choice()
        try expect(";")
      }
    }
  }

  /// The texts in the fences of `language`.
  static func fences(_ language: String, in markdown: String) -> [String] {
    var result: [String] = []
    var current: [Substring]?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```" + language {
        current = []
      } else if line == "```", let lines = current {
        result.append(lines.joined(separator: "\n") + "\n")
        current = nil
      } else {
        current?.append(line)
      }
    }
    return result
  }

  /// The names reachable from `start`, itself included.
  func reachable(from start: String) -> Set<String> {
    var seen: Set<String> = [start]
    var waiting = [start]
    while let name = waiting.popLast() {
      for used in productions[name]?.names ?? [] where seen.insert(used).inserted { waiting.append(used) }
    }
    return seen
  }

  private static func tokens(_ text: String) -> [String] {
    var result: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      var length = 1
      if first.isWhitespace {
        rest = rest.dropFirst()
        continue
      } else if first == "\"" {
        var isEscaped = false
        for character in rest.dropFirst() {
          length += 1
          if character == "\"", !isEscaped { break }
          isEscaped = character == "\\" && !isEscaped
        }
      } else if rest.hasPrefix("..") {
        length = 2
      } else if first.isLetter || first == "_" {
        length = rest.prefix { $0.isLetter || $0 == "_" }.count
      }
      result.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return result
  }

  private var current: String { index < tokens.count ? tokens[index] : "" }

  private mutating func next() throws(Failure) -> String {
    guard index < tokens.count else { throw Failure(message: "the production ends too early") }
    index += 1
    return tokens[index - 1]
  }

  private mutating func expect(_ token: String) throws(Failure) {
    let found = try next()
    if found != token {
      throw Failure(message: "\(token) expected, found \(found) after \(tokens[max(0, index - 4)..<index])")
    }
  }

  private mutating func choice() throws(Failure) -> Part {
    var alternatives = [try sequence()]
    while current == "|" {
      index += 1
      alternatives.append(try sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(Failure) -> Part {
    var parts: [Part] = []
    while !["|", ";", ")", "]", "}", ""].contains(current) { parts.append(try item()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func item() throws(Failure) -> Part {
    let token = try next()
    switch token {
    case "(":
      let part = try choice()
      try expect(")")
      return part
    case "[":
      let part = try choice()
      try expect("]")
      return .optional(part)
    case "{":
      let part = try choice()
      try expect("}")
      return .repetition(part)
    default: break
    }
    guard token.hasPrefix("\"") else { return .name(token) }
    let text = EBNF.unquoted(token)
    guard current == ".." else { return .terminal(text) }
    index += 1
    let last = EBNF.unquoted(try next())
    guard let from = text.unicodeScalars.first, let to = last.unicodeScalars.first, from <= to else {
      throw Failure(message: "bad range from \(text) to \(last)")
    }
    return .range(from, to)
  }

  private static func unquoted(_ token: String) -> String {
    var result = ""
    var isEscaped = false
    for character in token.dropFirst().dropLast() {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
