import NNRegex

extension Builtin {
  /// The methods and attributes of `re.Pattern`.
  static let patternMethods: [Builtin] = [
    finder("search", "The first match anywhere in a text, or None.", .search),
    finder("match", "A match at the start of a text, or None.", .prefix),
    finder("fullmatch", "A match of a whole text, or None.", .full),
    patternMethod(
      "findall(self, string, pos=0, endpos=9223372036854775807)",
      "All matches in a text: their texts, or those of their groups."
    ) { (operations, arguments) throws(Fault) in
      try operations.findAll(arguments[1], arguments[2], arguments[3])
    },
    patternMethod(
      "finditer(self, string, pos=0, endpos=9223372036854775807)", "An iterator over all matches in a text."
    ) { (operations, arguments) throws(Fault) in
      try operations.iterate(arguments[1], arguments[2], arguments[3])
    },
    patternMethod("split(self, string, maxsplit=0)", "The parts of a text between matches.") {
      (operations, arguments) throws(Fault) in try operations.split(arguments[1], arguments[2])
    },
    patternMethod("sub(self, repl, string, count=0)", "A text with its matches replaced.") {
      (operations, arguments) throws(Fault) in
      var count = 0
      return try operations.substitute(arguments[1], arguments[2], arguments[3], count: &count)
    },
    patternMethod("subn(self, repl, string, count=0)", "As sub, with the number of replacements.") {
      (operations, arguments) throws(Fault) in
      var count = 0
      let text = try operations.substitute(arguments[1], arguments[2], arguments[3], count: &count)
      return .tuple(text, .int(count))
    },
    patternMethod("pattern", "The text that was compiled.") { (operations, _) throws(Fault) in
      operations.payload.source.copy()
    },
    patternMethod("flags", "The flags in force.") { (operations, _) throws(Fault) in .int(operations.payload.flags) },
    patternMethod("groups", "How many groups there are.") { (operations, _) throws(Fault) in
      .int(operations.payload.pattern.groupCount)
    },
    patternMethod("groupindex", "The groups' numbers by their names.") { (operations, _) throws(Fault) in
      let names = DictionaryObject()
      let dictionary = Ref(names)
      for (name, number) in operations.payload.pattern.groupNames {
        try operations.context.set(dictionary.unowned, .string(name), .int(number))
      }
      return .dictionary(dictionary)
    },
    patternMethod("__repr__(self, /)", "The pattern as source.") { (operations, _) throws(Fault) in
      .string(try operations.representation())
    },
    patternMethod("__eq__(self, other, /)", "Whether both were compiled from the same.") {
      (operations, arguments) throws(Fault) in
      guard let other = arguments[1].nativePayload(PatternPayload.self) else {
        return .special(.notImplemented)
      }
      let isSame = other.flags == operations.payload.flags && other.isBytes == operations.payload.isBytes
      return .bool(isSame ? try operations.context.equal(other.source, operations.payload.source) : false)
    },
    patternMethod("__hash__(self, /)", "Equal patterns have equal hashes.") { (operations, _) throws(Fault) in
      .int(try operations.context.hash(operations.payload.source) ^ operations.payload.flags)
    },
  ]

  private static func patternMethod(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (borrowing RegexOperations, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("Pattern." + declaration, documentation) { (context, arguments) throws(Fault) in
      try body(try RegexOperations.of(arguments[0], in: context), arguments)
    }
  }

  private static func finder(_ name: String, _ documentation: String, _ anchoring: Pattern.Anchoring) -> Builtin {
    patternMethod("\(name)(self, string, pos=0, endpos=9223372036854775807)", documentation) {
      (operations, arguments) throws(Fault) in
      try operations.find(arguments[1], anchoring, arguments[2], arguments[3])
    }
  }
}

extension RegexOperations {
  /// `re.compile('a+', re.IGNORECASE)`.
  fileprivate func representation() throws(Fault) -> String {
    let names: [(Int, String)] = [
      (2, "re.IGNORECASE"), (4, "re.LOCALE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (64, "re.VERBOSE"),
      (256, "re.ASCII"),
    ]
    let shown = names.filter { payload.flags & $0.0 != 0 }.map(\.1)
    var text: [UInt8] = []
    try context.appendRepr(payload.source, to: &text)
    let source = String(decoding: text.prefix(200), as: UTF8.self)
    return "re.compile(\(source)\(shown.isEmpty ? "" : ", ")\(shown.joined(separator: "|")))"
  }
}
