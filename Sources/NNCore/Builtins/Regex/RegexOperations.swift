import NNRegex

/// What `re` does with a compiled pattern; module functions and methods share it.
final class RegexOperations {
  let context: Context
  /// The `re.Pattern`.
  let owner: Ref<NativeObject>
  let payload: PatternPayload

  /// Of an argument that is a pattern already, or the text of one.
  init(_ pattern: borrowing Value, flags: borrowing Value, in context: Context) throws(Fault) {
    let flags = flags.isUnbound ? 0 : try context.integer(flags)
    self.context = context
    if let native = pattern.asNative, let payload = native.value.payload as? PatternPayload {
      if flags != 0 { throw Fault(.valueError, "cannot process flags argument with a compiled pattern") }
      owner = native.owned()
      self.payload = payload
      return
    }
    if let known = RecentPatterns.find(pattern, flags), let payload = known.value.payload as? PatternPayload {
      owner = known.owned()
      self.payload = payload
      return
    }
    payload = PatternPayload(try PatternCache.pattern(pattern, flags), source: pattern.copy())
    owner = Ref(NativeObject(.pattern, payload))
    RecentPatterns.keep(owner.copy(), pattern, flags)
  }

  /// Of a method's receiver.
  init(_ receiver: borrowing Value, in context: Context) throws(Fault) {
    guard let native = receiver.asNative, let payload = native.value.payload as? PatternPayload else {
      throw Fault(.typeError, "descriptor for 're.Pattern' objects doesn't apply to a '\(receiver.typeName)' object")
    }
    self.context = context
    owner = native.owned()
    self.payload = payload
  }

  private func match(
    _ found: (marks: [Int], lastGroup: Int?), _ subject: borrowing Value, _ range: Range<Int>
  ) -> Value {
    .native(
      Ref(
        NativeObject(
          .match,
          MatchPayload(
            .native(owner.copy()), subject.copy(), marks: found.marks, lastGroup: found.lastGroup,
            position: range.lowerBound, endPosition: range.upperBound))))
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
    let subject = try payload.subject(text)
    let range = try range(subject.count, start, end)
    guard
      let found = try payload.match(subject, range.lowerBound, range.upperBound, anchoring, in: context)
    else { return .nothing }
    return match(found, text, range)
  }

  /// `findall`: of each match its text, its group, or a tuple of its groups.
  func findAll(_ text: borrowing Value, _ start: borrowing Value, _ end: borrowing Value) throws(Fault) -> Value {
    let subject = try payload.subject(text)
    var items = ValueList()
    let groups = payload.pattern.groupCount
    var scanner = RegexScanner(payload, subject, try range(subject.count, start, end))
    while let found = try scanner.next(in: context) {
      if groups <= 1 {
        items.append(part(text, found.marks, groups))
      } else {
        var parts = ValueList(capacity: groups)
        for group in 1...groups { parts.append(part(text, found.marks, group)) }
        items.append(.tuple(parts))
      }
    }
    return .list(items)
  }

  /// What a group matched, empty where it took no part.
  private func part(_ text: borrowing Value, _ marks: [Int], _ group: Int) -> Value {
    RegexText.slice(text, marks[2 * group] < 0 ? 0..<0 : marks[2 * group]..<marks[2 * group + 1])
  }

  /// `finditer`.
  func iterate(_ text: borrowing Value, _ start: borrowing Value, _ end: borrowing Value) throws(Fault) -> Value {
    let subject = try payload.subject(text)
    let range = try range(subject.count, start, end)
    let iterator = MatchIteratorPayload(
      RegexScanner(payload, subject, range), pattern: .native(owner.copy()), subject: text.copy(), range: range)
    return .native(Ref(NativeObject(.matchIterator, iterator)))
  }

  /// `split`: the text between matches, with what groups matched in between.
  func split(_ text: borrowing Value, _ limit: borrowing Value) throws(Fault) -> Value {
    let subject = try payload.subject(text)
    let most = limit.isUnbound ? 0 : try context.integer(limit)
    var items = ValueList()
    var end = 0
    var scanner = RegexScanner(payload, subject, 0..<subject.count)
    var splits = 0
    while most == 0 || splits < most, let found = try scanner.next(in: context) {
      items.append(RegexText.slice(text, end..<found.marks[0]))
      for group in 0..<payload.pattern.groupCount {
        let (start, stop) = (found.marks[2 * group + 2], found.marks[2 * group + 3])
        items.append(start < 0 ? .nothing : RegexText.slice(text, start..<stop))
      }
      end = found.marks[1]
      splits += 1
    }
    items.append(RegexText.slice(text, end..<subject.count))
    return .list(items)
  }

  /// `sub`; `count` becomes the number of replacements.
  func substitute(
    _ replacement: borrowing Value, _ text: borrowing Value, _ limit: borrowing Value,
    count: inout Int
  ) throws(Fault) -> Value {
    let subject = try payload.subject(text)
    let most = limit.isUnbound ? 0 : try context.integer(limit)
    let template = try template(replacement)
    var result: [UInt32] = []
    var end = 0
    count = 0
    var scanner = RegexScanner(payload, subject, 0..<subject.count)
    while most == 0 || count < most, let found = try scanner.next(in: context) {
      result += subject[end..<found.marks[0]]
      if let template {
        template.expand(subject, found.marks, into: &result)
      } else {
        var arguments = ValueList(capacity: 1)
        arguments.append(match(found, text, 0..<subject.count))
        let answer = try context.call(replacement, arguments)
        if !answer.isNone { result += try payload.replacement(answer) }
      }
      end = found.marks[1]
      count += 1
    }
    if count == 0 { return text.copy() }
    result += subject[end...]
    return RegexText.make(result, isBytes: payload.isBytes)
  }

  /// The template of a replacement; nil where it is a function.
  private func template(_ replacement: borrowing Value) throws(Fault) -> RegexTemplate? {
    if replacement.asString == nil && replacement.asBytes == nil { return nil }
    return try RegexTemplate(try payload.replacement(replacement), for: payload)
  }
}

extension PatternPayload {
  /// What a replacement has to be: of the pattern's own kind.
  fileprivate func replacement(_ value: borrowing Value) throws(Fault) -> [UInt32] {
    if let text = value.asString, !isBytes { return text.value.points }
    if let bytes = value.asBytes, isBytes { return bytes.value.bytes.map(UInt32.init) }
    throw Fault(
      .typeError,
      "sequence item 0: expected \(isBytes ? "a bytes-like object" : "str instance"), \(value.typeName) found")
  }
}

/// Goes through the matches in a text. An empty match is not where the one before ended.
struct RegexScanner {
  private let payload: PatternPayload
  private let subject: [UInt32]
  private let end: Int
  private var position: Int
  private var forbidden = -1

  init(_ payload: PatternPayload, _ subject: [UInt32], _ range: Range<Int>) {
    self.payload = payload
    self.subject = subject
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next(in context: Context) throws(Fault) -> (marks: [Int], lastGroup: Int?)? {
    guard position <= end,
      let found = try payload.match(subject, position, end, .search, notEmptyAt: forbidden, in: context)
    else {
      position = end + 1
      return nil
    }
    position = found.marks[1]
    forbidden = found.marks[0] == found.marks[1] ? position : -1
    return found
  }
}

/// What `finditer` gives.
final class MatchIteratorPayload: NativePayload {
  private var scanner: RegexScanner
  private var pattern: Value
  private var subject: Value
  private let range: Range<Int>

  init(_ scanner: RegexScanner, pattern: consuming Value, subject: consuming Value, range: Range<Int>) {
    self.scanner = scanner
    self.pattern = pattern
    self.subject = subject
    self.range = range
  }

  override var isIterator: Bool { true }

  override func next(_ context: Context) throws(Fault) -> Value? {
    guard let found = try scanner.next(in: context) else { return nil }
    let match = MatchPayload(
      pattern.copy(), subject.copy(), marks: found.marks, lastGroup: found.lastGroup, position: range.lowerBound,
      endPosition: range.upperBound)
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
