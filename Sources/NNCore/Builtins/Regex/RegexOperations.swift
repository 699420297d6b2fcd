import NNRegex

/// What `re` does with a compiled pattern; module functions and methods share it.
struct RegexOperations: ~Copyable {
  let context: Context
  /// The `re.Pattern`.
  let owner: Ref<NativeObject>
  let payload: PatternPayload

  private init(_ owner: consuming Ref<NativeObject>, _ payload: PatternPayload, _ context: Context) {
    self.owner = owner
    self.payload = payload
    self.context = context
  }

  /// Of an argument that is a pattern already, or the text of one.
  static func of(
    _ pattern: borrowing Value, flags: borrowing Value, in context: Context
  ) throws(Fault) -> RegexOperations {
    let flags = flags.isUnbound ? 0 : try context.integer(flags)
    if let native = pattern.asNative, let payload = native.value.payload as? PatternPayload {
      if flags != 0 { throw Fault(.valueError, "cannot process flags argument with a compiled pattern") }
      return RegexOperations(native.owned(), payload, context)
    }
    if let known = RecentPatterns.find(pattern, flags), let payload = known.value.payload as? PatternPayload {
      return RegexOperations(known.owned(), payload, context)
    }
    let payload = PatternPayload(try PatternCache.pattern(pattern, flags), source: pattern.copy())
    let owner = Ref(NativeObject(.pattern, payload))
    RecentPatterns.keep(owner.copy(), pattern, flags)
    return RegexOperations(owner, payload, context)
  }

  /// Of a method's receiver.
  static func of(_ receiver: borrowing Value, in context: Context) throws(Fault) -> RegexOperations {
    guard let native = receiver.asNative, let payload = native.value.payload as? PatternPayload else {
      throw Fault(.typeError, "descriptor for 're.Pattern' objects doesn't apply to a '\(receiver.typeName)' object")
    }
    return RegexOperations(native.owned(), payload, context)
  }

  private func match(_ places: Pattern.Marks, _ subject: borrowing Value, _ range: Range<Int>) -> Value {
    .native(
      Ref(
        NativeObject(
          .match,
          MatchPayload(
            .native(owner.copy()), subject.copy(), places, position: range.lowerBound,
            endPosition: range.upperBound))))
  }

  /// The part of a subject that `pos` and `endpos` leave.
  private func range(_ count: Int, _ start: borrowing Value, _ end: borrowing Value) throws(Fault) -> Range<Int> {
    let lower = start.isUnbound ? 0 : try context.integer(start)
    let upper = end.isUnbound ? count : try context.integer(end)
    let first = Swift.min(Swift.max(lower, 0), count)
    return first..<Swift.max(first, Swift.min(Swift.max(upper, 0), count))
  }

  /// `search`, `match`, `fullmatch`: a match or None.
  func find(
    _ text: borrowing Value, _ anchoring: Pattern.Anchoring, _ start: borrowing Value = .unbound,
    _ end: borrowing Value = .unbound
  ) throws(Fault) -> Value {
    if text.asString == nil, let bytes = try plainBytes(text) { return try find(.bytes(bytes), anchoring, start, end) }
    let subject = try payload.subject(text)
    let range = try range(subject.count, start, end)
    var places = Pattern.Marks()
    guard
      try subject.match(payload.pattern, range.lowerBound, range.upperBound, anchoring, into: &places, in: context)
    else { return .nothing }
    return match(places, text, range)
  }

  /// The bytes of a memoryview or an array; nil for what a pattern reads where it stands.
  private func plainBytes(_ text: borrowing Value) throws(Fault) -> [UInt8]? {
    text.asBytes == nil ? try context.optionalBytes(text) : nil
  }

  private func scanner(
    _ text: borrowing Value, _ start: borrowing Value = .unbound, _ end: borrowing Value = .unbound
  ) throws(Fault) -> RegexScanner {
    let subject = try payload.subject(text)
    let range = try range(subject.count, start, end)
    return RegexScanner(payload.pattern, subject, range)
  }

  /// `findall`: of each match its text, its group, or a tuple of its groups.
  func findAll(_ text: borrowing Value, _ start: borrowing Value, _ end: borrowing Value) throws(Fault) -> Value {
    if text.asString == nil, let bytes = try plainBytes(text) { return try findAll(.bytes(bytes), start, end) }
    var items = ValueList()
    let groups = payload.pattern.groupCount
    var scanner = try scanner(text, start, end)
    while try scanner.next(in: context) {
      if groups <= 1 {
        items.append(part(text, scanner.marks, groups))
      } else {
        var parts = ValueList(capacity: groups)
        for group in 1...groups { parts.append(part(text, scanner.marks, group)) }
        items.append(.tuple(parts))
      }
    }
    return .list(items)
  }

  /// What a group matched, empty where it took no part.
  private func part(_ text: borrowing Value, _ marks: Pattern.Marks, _ group: Int) -> Value {
    let start = marks.places[2 * group]
    return RegexText.slice(text, start < 0 ? 0..<0 : start..<marks.places[2 * group + 1])
  }

  /// `finditer`.
  func iterate(_ text: borrowing Value, _ start: borrowing Value, _ end: borrowing Value) throws(Fault) -> Value {
    if text.asString == nil, let bytes = try plainBytes(text) { return try iterate(.bytes(bytes), start, end) }
    let iterator = MatchIteratorPayload(
      try scanner(text, start, end), pattern: .native(owner.copy()), subject: text.copy())
    return .native(Ref(NativeObject(.matchIterator, iterator)))
  }

  /// `split`: the text between matches, with what groups matched in between.
  func split(_ text: borrowing Value, _ limit: borrowing Value) throws(Fault) -> Value {
    if text.asString == nil, let bytes = try plainBytes(text) { return try split(.bytes(bytes), limit) }
    let most = limit.isUnbound ? 0 : try context.integer(limit)
    var items = ValueList()
    var end = 0
    var scanner = try scanner(text)
    var splits = 0
    while most == 0 || splits < most, try scanner.next(in: context) {
      items.append(RegexText.slice(text, end..<scanner.marks.start))
      for group in 0..<payload.pattern.groupCount {
        let start = scanner.marks.places[2 * group + 2]
        items.append(start < 0 ? .nothing : RegexText.slice(text, start..<scanner.marks.places[2 * group + 3]))
      }
      end = scanner.marks.end
      splits += 1
    }
    items.append(RegexText.slice(text, end..<scanner.range.upperBound))
    return .list(items)
  }

  /// `sub`; `count` becomes the number of replacements.
  func substitute(
    _ replacement: borrowing Value, _ text: borrowing Value, _ limit: borrowing Value,
    count: inout Int
  ) throws(Fault) -> Value {
    if text.asString == nil, let bytes = try plainBytes(text) {
      return try substitute(replacement, .bytes(bytes), limit, count: &count)
    }
    let most = limit.isUnbound ? 0 : try context.integer(limit)
    var scanner = try scanner(text)
    let template = try template(replacement)
    var result = RegexResult(isBytes: payload.isBytes, capacity: scanner.range.upperBound)
    var end = 0
    count = 0
    while most == 0 || count < most, try scanner.next(in: context) {
      result.append(text, end, scanner.marks.start)
      if let template {
        template.expand(text, scanner.marks.places, into: &result)
      } else {
        var arguments = ValueList(capacity: 1)
        arguments.append(match(scanner.marks, text, scanner.range))
        let answer = try context.call(replacement, arguments)
        if !answer.isNone { try payload.append(answer, to: &result) }
      }
      end = scanner.marks.end
      count += 1
    }
    if count == 0 { return text.copy() }
    result.append(text, end, scanner.range.upperBound)
    return result.finish()
  }

  /// The template of a replacement; nil where it is a function.
  private func template(_ replacement: borrowing Value) throws(Fault) -> RegexTemplate? {
    if replacement.asString == nil && replacement.asBytes == nil { return nil }
    try payload.check(replacement)
    return try RegexTemplate(try payload.subject(replacement).points, for: payload)
  }
}

extension PatternPayload {
  /// What a replacement has to be: of the pattern's own kind.
  fileprivate func check(_ value: borrowing Value) throws(Fault) {
    if isBytes ? value.asBytes != nil : value.asString != nil { return }
    throw Fault(
      .typeError,
      "sequence item 0: expected \(isBytes ? "a bytes-like object" : "str instance"), \(value.typeName) found")
  }

  /// Adds what a function gave for a match.
  fileprivate func append(_ value: borrowing Value, to result: inout RegexResult) throws(Fault) {
    try check(value)
    result.append(value, 0, try subject(value).count)
  }
}

/// Goes through the matches in a text. An empty match is not where the one before ended.
struct RegexScanner: ~Copyable {
  private let pattern: Pattern
  private let subject: RegexSubject
  /// Where matches may lie.
  let range: Range<Int>
  /// Where the last match lies.
  private(set) var marks = Pattern.Marks()
  private var position: Int
  private var forbidden = -1

  init(_ pattern: Pattern, _ subject: consuming RegexSubject, _ range: Range<Int>) {
    self.pattern = pattern
    self.subject = subject
    self.range = range
    position = range.lowerBound
  }

  /// Whether there is another match, which is in `marks` then.
  mutating func next(in context: Context) throws(Fault) -> Bool {
    guard position <= range.upperBound,
      try subject.match(
        pattern, position, range.upperBound, .search, notEmptyAt: forbidden, into: &marks, in: context)
    else {
      position = range.upperBound + 1
      return false
    }
    position = marks.end
    forbidden = marks.start == marks.end ? position : -1
    return true
  }
}

/// What `finditer` gives.
final class MatchIteratorPayload: NativePayload {
  private var scanner: RegexScanner
  private var pattern: Value
  private var subject: Value

  init(_ scanner: consuming RegexScanner, pattern: consuming Value, subject: consuming Value) {
    self.scanner = scanner
    self.pattern = pattern
    self.subject = subject
  }

  override var isIterator: Bool { true }

  override func next(_ context: Context) throws(Fault) -> Value? {
    guard try scanner.next(in: context) else { return nil }
    let match = MatchPayload(
      pattern.copy(), subject.copy(), scanner.marks, position: scanner.range.lowerBound,
      endPosition: scanner.range.upperBound)
    return .some(.native(Ref(NativeObject(.match, match))))
  }
}

/// The patterns made of the same strings lately: a program writes `re.sub('a', …)` in a loop.
private enum RecentPatterns {
  private struct Entry: ~Copyable {
    var source = Value.nothing
    var flags = 0
    var pattern = Value.nothing
  }
  private static let size = 16
  private static var entries = List<Entry>()

  private static func place(_ source: Unowned<StringObject>) -> Int { source.value.hash() & (size - 1) }

  static func find(_ source: borrowing Value, _ flags: Int) -> Unowned<NativeObject>? {
    guard let text = source.exactString, entries.count == size else { return nil }
    let place = place(text)
    guard entries[place].flags == flags, let known = entries[place].source.asString, known == text else { return nil }
    return entries[place].pattern.asNative
  }

  static func keep(_ pattern: consuming Ref<NativeObject>, _ source: borrowing Value, _ flags: Int) {
    guard let text = source.exactString, text.value.count <= 1000 else { return }
    while entries.count < size { entries.append(Entry()) }
    let place = place(text)
    entries[place] = Entry(source: source.copy(), flags: flags, pattern: .native(pattern))
  }
}

/// The patterns that were compiled last.
private enum PatternCache {
  private struct Key: Hashable {
    let points: [UInt32]
    let flags: Int
    let isBytes: Bool
  }

  private static let capacity = 512
  private static var patterns: [Key: Pattern] = [:]

  /// The pattern of a text. TypeError where it is none, `re.error` where it is wrong.
  static func pattern(_ source: borrowing Value, _ flags: Int) throws(Fault) -> Pattern {
    let key: Key
    if let text = source.asString {
      key = Key(points: text.value.points, flags: flags, isBytes: false)
    } else if let bytes = source.asBytes {
      key = Key(points: bytes.value.bytes.map(UInt32.init), flags: flags, isBytes: true)
    } else {
      throw Fault(.typeError, "first argument must be string or compiled pattern")
    }
    if let found = patterns[key] { return found }
    do throws(PatternError) {
      let pattern = try Pattern(key.points, flags: PatternFlags(rawValue: flags), isBytes: key.isBytes)
      if patterns.count >= capacity { patterns.removeAll() }
      patterns[key] = pattern
      return pattern
    } catch {
      throw RegexErrors.fault(error, key.points, isBytes: key.isBytes)
    }
  }
}
