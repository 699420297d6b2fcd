import NNRegex

extension Builtin {
  /// Python's module `re`. Its flags stand in `scripts/lib/_re`.
  static let regexModule: [Builtin] = [
    .regexCompile, .regexSearch, .regexMatch, .regexFullmatch, .regexSplit, .regexFindall, .regexFinditer,
    .regexSub, .regexSubn, .regexEscape, .regexPurge,
    constant("re.error", "What a wrong pattern raises.") { .type(.exception(.regexError)) },
    constant("re.Pattern", "The type of compiled patterns.") { .type(.native(.pattern)) },
    constant("re.Match", "The type of matches.") { .type(.native(.match)) },
  ]

  private static func operation(
    _ declaration: String, _ documentation: String, example: String = "", flags: Int,
    _ body: @escaping (borrowing RegexOperations, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin(declaration, documentation, example: example) { (context, arguments) throws(Fault) in
      try body(try RegexOperations.of(arguments[0], flags: arguments[flags], in: context), arguments)
    }
  }

  static let regexCompile = operation(
    "re.compile(pattern, flags=0)", "A pattern to be used again and again.",
    example: "import re; re.compile('a+')  # re.compile('a+')", flags: 1
  ) { (operations, _) throws(Fault) in
    .native(operations.owner.copy())
  }

  static let regexSearch = finder(
    "search", "The first match anywhere in a text, or None.", .search,
    example: "import re; re.search('b+', 'abbc')  # <re.Match object; span=(1, 3), match='bb'>")
  static let regexMatch = finder(
    "match", "A match at the start of a text, or None.", .prefix,
    example: "import re; re.match('b', 'abc') is None  # True")
  static let regexFullmatch = finder(
    "fullmatch", "A match of a whole text, or None.", .full,
    example: "import re; re.fullmatch('a', 'ab') is None  # True")

  private static func finder(
    _ name: String, _ documentation: String, _ anchoring: Pattern.Anchoring, example: String
  ) -> Builtin {
    operation("re.\(name)(pattern, string, flags=0)", documentation, example: example, flags: 2) {
      (operations, arguments) throws(Fault) in
      try operations.find(arguments[1], anchoring)
    }
  }

  static let regexSplit = operation(
    "re.split(pattern, string, maxsplit=0, flags=0)", "The parts of a text between matches.",
    example: "import re; re.split('[,;] *', 'a, b;c')  # ['a', 'b', 'c']", flags: 3
  ) { (operations, arguments) throws(Fault) in
    try operations.split(arguments[1], arguments[2])
  }

  static let regexFindall = operation(
    "re.findall(pattern, string, flags=0)", "All matches in a text: their texts, or those of their groups.",
    example: "import re; re.findall('[0-9]+', '1 and 23')  # ['1', '23']", flags: 2
  ) { (operations, arguments) throws(Fault) in
    try operations.findAll(arguments[1], .unbound, .unbound)
  }

  static let regexFinditer = operation(
    "re.finditer(pattern, string, flags=0)", "An iterator over all matches in a text.",
    example: "import re; [m.start() for m in re.finditer('a', 'aba')]  # [0, 2]", flags: 2
  ) { (operations, arguments) throws(Fault) in
    try operations.iterate(arguments[1], .unbound, .unbound)
  }

  static let regexSub = operation(
    "re.sub(pattern, repl, string, count=0, flags=0)",
    "A text with its matches replaced: by a template with \\\\1 and \\\\g<name>, or by what a function of the match gives.",
    example: "import re; re.sub('a(.)', r'\\1-', 'abac')  # 'b-c-'", flags: 4
  ) { (operations, arguments) throws(Fault) in
    var count = 0
    return try operations.substitute(arguments[1], arguments[2], arguments[3], count: &count)
  }

  static let regexSubn = operation(
    "re.subn(pattern, repl, string, count=0, flags=0)", "As sub, with the number of replacements.",
    example: "import re; re.subn('a', 'b', 'aa')  # ('bb', 2)", flags: 4
  ) { (operations, arguments) throws(Fault) in
    var count = 0
    let text = try operations.substitute(arguments[1], arguments[2], arguments[3], count: &count)
    return .tuple(text, .int(count))
  }

  /// The characters that mean something in patterns.
  private static let charactersToEscape = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".unicodeScalars.map(\.value))

  static let regexEscape = Builtin(
    "re.escape(pattern)", "A text with its special characters escaped.",
    example: "import re; re.escape('a.b')  # 'a\\\\.b'"
  ) { (_, arguments) throws(Fault) in
    let points: [UInt32]
    if let bytes = arguments[0].asBytes {
      points = bytes.value.bytes.map(UInt32.init)
    } else if let text = arguments[0].asString {
      points = text.value.text.codePoints
    } else {
      throw Fault(.typeError, "decoding to str: need a bytes-like object, \(arguments[0].typeName) found")
    }
    return RegexText.make(
      points.flatMap { charactersToEscape.contains($0) ? [92, $0] : [$0] }, isBytes: arguments[0].asBytes != nil)
  }

  static let regexPurge = Builtin("re.purge()", "Forgets the patterns that were compiled.") { (_, _) throws(Fault) in
    .nothing
  }
}
