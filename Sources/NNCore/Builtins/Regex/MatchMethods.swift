import NNRegex

extension Builtin {
  /// The methods and attributes of `re.Match`.
  static let matchMethods: [Builtin] = [
    matchMethod("group(self, *args)", "What groups matched: by number or name; the whole match without arguments.") {
      (match, context, arguments) throws(Fault) in
      guard let wanted = arguments.variadic(1), wanted.value.items.count > 0 else { return match.text(0) ?? .nothing }
      var parts = ValueList(capacity: wanted.value.items.count)
      for index in 0..<wanted.value.items.count {
        parts.append(match.text(try match.group(wanted.value.items[index])) ?? .nothing)
      }
      if parts.count == 1, let only = parts.popLast() { return only }
      return .tuple(parts)
    },
    matchMethod("__getitem__(self, group, /)", "What one group matched.") { (match, _, arguments) throws(Fault) in
      match.text(try match.group(arguments[1])) ?? .nothing
    },
    matchMethod("groups(self, default=None)", "What all groups matched.") { (match, _, arguments) throws(Fault) in
      var parts = ValueList(capacity: match.groupCount)
      for group in 0..<match.groupCount { parts.append(match.text(group + 1) ?? arguments[1].copy()) }
      return .tuple(parts)
    },
    matchMethod("groupdict(self, default=None)", "What the named groups matched.") {
      (match, context, arguments) throws(Fault) in
      let dictionary = Ref(DictionaryObject())
      for (name, number) in match.names {
        try context.set(dictionary.unowned, .string(name), match.text(number) ?? arguments[1].copy())
      }
      return .dictionary(dictionary)
    },
    matchMethod("start(self, group=0, /)", "Where a group begins; -1 where it took no part.") {
      (match, _, arguments) throws(Fault) in .int(match.marks[2 * (try match.group(arguments[1]))])
    },
    matchMethod("end(self, group=0, /)", "Where a group ends; -1 where it took no part.") {
      (match, _, arguments) throws(Fault) in .int(match.marks[2 * (try match.group(arguments[1])) + 1])
    },
    matchMethod("span(self, group=0, /)", "Where a group begins and ends.") { (match, _, arguments) throws(Fault) in
      match.span(try match.group(arguments[1]))
    },
    matchMethod("expand(self, template)", "A template of `sub` filled in.") { (match, _, arguments) throws(Fault) in
      guard let payload = match.pattern.nativePayload(PatternPayload.self) else { return .nothing }
      let template = try RegexTemplate(try payload.subject(arguments[1]).points, for: payload)
      var result = RegexResult(isBytes: payload.isBytes)
      template.expand(match.subject, match.marks, into: &result)
      return result.finish()
    },
    matchMethod("string", "The text that was searched.") { (match, _, _) throws(Fault) in match.subject.copy() },
    matchMethod("re", "The pattern.") { (match, _, _) throws(Fault) in match.pattern.copy() },
    matchMethod("pos", "Where the search began.") { (match, _, _) throws(Fault) in .int(match.position) },
    matchMethod("endpos", "Where the search ended.") { (match, _, _) throws(Fault) in .int(match.endPosition) },
    matchMethod("lastindex", "The number of the group that was closed last.") { (match, _, _) throws(Fault) in
      guard let last = match.lastGroup else { return .nothing }
      return .int(last)
    },
    matchMethod("lastgroup", "The name of the group that was closed last.") { (match, _, _) throws(Fault) in
      guard let last = match.lastGroup, let found = match.names.first(where: { $0.number == last }) else {
        return .nothing
      }
      return .string(found.name)
    },
    matchMethod("regs", "The spans of all groups.") { (match, _, _) throws(Fault) in
      var spans = ValueList(capacity: match.groupCount + 1)
      for group in 0...match.groupCount { spans.append(match.span(group)) }
      return .tuple(spans)
    },
    matchMethod("__repr__(self, /)", "The match with its place.") { (match, context, _) throws(Fault) in
      var text: [UInt8] = []
      try context.appendRepr(match.text(0) ?? .nothing, to: &text)
      let shown = String(decoding: text, as: UTF8.self)
      return .string("<re.Match object; span=(\(match.marks[0]), \(match.marks[1])), match=\(shown)>")
    },
  ]

  private static func matchMethod(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (MatchPayload, Context, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("Match." + declaration, documentation) { (context, arguments) throws(Fault) in
      guard let match = arguments[0].nativePayload(MatchPayload.self) else {
        throw Fault(
          .typeError, "descriptor for 're.Match' objects doesn't apply to a '\(arguments[0].typeName)' object")
      }
      return try body(match, context, arguments)
    }
  }
}

extension MatchPayload {
  fileprivate func span(_ group: Int) -> Value { .tuple(.int(marks[2 * group]), .int(marks[2 * group + 1])) }
}
