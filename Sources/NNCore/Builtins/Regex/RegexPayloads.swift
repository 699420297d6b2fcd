import NNRegex

/// What a `re.Pattern` has inside.
final class PatternPayload: NativePayload {
  let pattern: Pattern
  /// The pattern as it was given: a str, or bytes.
  private(set) var source: Value
  let isBytes: Bool
  private let subjects = SubjectCache()

  init(_ pattern: Pattern, source: consuming Value) {
    self.pattern = pattern
    isBytes = source.asBytes != nil
    self.source = source
  }

  /// The flags as Python shows them.
  var flags: Int { pattern.flags.rawValue }

  /// What a value is to this pattern: its code points, or its bytes. TypeError for other values than its own kind.
  func subject(_ value: borrowing Value) throws(Fault) -> [UInt32] {
    if let bytes = value.asBytes {
      if !isBytes { throw Fault(.typeError, "cannot use a string pattern on a bytes-like object") }
      return bytes.value.bytes.map(UInt32.init)
    }
    guard let text = value.asString else {
      throw Fault(.typeError, "expected string or bytes-like object, got '\(value.typeName)'")
    }
    if isBytes { throw Fault(.typeError, "cannot use a bytes pattern on a string-like object") }
    return subjects.points(text)
  }

  /// A match, nil where there is none. KeyboardInterrupt after Ctrl-C.
  func match(
    _ subject: [UInt32], _ start: Int, _ end: Int, _ anchoring: Pattern.Anchoring, notEmptyAt forbidden: Int = -1,
    in context: Context
  ) throws(Fault) -> (marks: [Int], lastGroup: Int?)? {
    let answer = pattern.match(subject, start, end, anchoring, notEmptyAt: forbidden) { Interrupts.flag.isRaised }
    switch answer {
    case .match(let marks, let lastGroup): return (marks, lastGroup)
    case .none: return nil
    case .tooDeep: throw Fault(.memoryError, "")
    case .stopped:
      try context.checkInterrupt()
      return nil
    }
  }
}

extension StringObject {
  /// All code points.
  var points: [UInt32] {
    borrowing get {
      var points: [UInt32] = []
      points.reserveCapacity(count)
      appendPoints(to: &points)
      return points
    }
  }
}

/// The code points of the text that was asked for last: a program that matches its way through a long text asks again
/// and again.
private final class SubjectCache {
  private static let shortest = 64
  private var text = Value.nothing
  private var points: [UInt32] = []

  func points(_ string: Unowned<StringObject>) -> [UInt32] {
    if string.value.count < SubjectCache.shortest { return string.value.points }
    if let cached = text.asString, cached == string { return points }
    points = string.value.points
    text = .string(string.owned())
    return points
  }
}

/// What a `re.Match` has inside.
final class MatchPayload: NativePayload {
  /// The `re.Pattern`.
  private(set) var pattern: Value
  /// The text that was matched.
  private(set) var subject: Value
  /// The start and end of the match and of each group, -1 where a group took no part.
  let marks: [Int]
  let lastGroup: Int?
  let position: Int
  let endPosition: Int

  init(
    _ pattern: consuming Value, _ subject: consuming Value, marks: [Int], lastGroup: Int?, position: Int,
    endPosition: Int
  ) {
    self.pattern = pattern
    self.subject = subject
    self.marks = marks
    self.lastGroup = lastGroup
    self.position = position
    self.endPosition = endPosition
  }

  var groupCount: Int { marks.count / 2 - 1 }

  /// The names of the pattern's groups.
  var names: [(name: String, number: Int)] {
    pattern.nativePayload(PatternPayload.self)?.pattern.groupNames ?? []
  }

  /// What a group matched; nil where it took no part.
  func text(_ group: Int) -> Value? {
    marks[2 * group] < 0 ? nil : RegexText.slice(subject, marks[2 * group]..<marks[2 * group + 1])
  }

  /// The number of a group that is given by number or name. IndexError where there is none.
  func group(_ value: borrowing Value) throws(Fault) -> Int {
    if let name = value.asString {
      let name = name.value.text.string
      if let found = names.first(where: { $0.name == name }) { return found.number }
    } else if let number = value.asInt ?? value.asBool.map({ $0 ? 1 : 0 }), number >= 0, number <= groupCount {
      return number
    }
    throw Fault(.indexError, "no such group")
  }
}

/// Parts of texts that are either str or bytes.
enum RegexText {
  static func slice(_ subject: borrowing Value, _ range: Range<Int>) -> Value {
    if let bytes = subject.asBytes {
      return .bytes(Ref(BytesObject(Array(bytes.value.bytes[range.clamped(to: 0..<bytes.value.bytes.count)]))))
    }
    guard let text = subject.asString else { return .nothing }
    let part = range.clamped(to: 0..<text.value.count)
    return text.value.slice(part.lowerBound, part.upperBound)
  }

  /// A str of code points, or bytes.
  static func make(_ points: [UInt32], isBytes: Bool) -> Value {
    if isBytes { return .bytes(Ref(BytesObject(points.map { UInt8(truncatingIfNeeded: $0) }))) }
    var text = TextBuilder(capacity: points.count)
    text.append(points, from: 0, to: points.count)
    return text.finish()
  }
}
