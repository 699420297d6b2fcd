import NNRegex

/// What a `re.Pattern` has inside.
final class PatternPayload: NativePayload {
  let pattern: Pattern
  /// The pattern as it was given: a str, or bytes.
  private(set) var source: Value
  let isBytes: Bool

  init(_ pattern: Pattern, source: consuming Value) {
    self.pattern = pattern
    isBytes = source.asBytes != nil
    self.source = source
  }

  /// The flags as Python shows them.
  var flags: Int { pattern.flags.rawValue }

  /// A value as what this pattern is matched against. TypeError for other values than its own kind.
  func subject(_ value: borrowing Value) throws(Fault) -> RegexSubject { try RegexSubject(value, isBytes: isBytes) }
}

/// What a `re.Match` has inside.
final class MatchPayload: NativePayload {
  /// The `re.Pattern`.
  private(set) var pattern: Value
  /// The text that was matched.
  private(set) var subject: Value
  private let places: Pattern.Marks
  let position: Int
  let endPosition: Int

  init(
    _ pattern: consuming Value, _ subject: consuming Value, _ places: Pattern.Marks, position: Int, endPosition: Int
  ) {
    self.pattern = pattern
    self.subject = subject
    self.places = places
    self.position = position
    self.endPosition = endPosition
  }

  /// The start and end of the match and of each group, -1 where a group took no part.
  var marks: [Int] { places.places }
  var lastGroup: Int? { places.lastGroup }
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
    var result = RegexResult(isBytes: isBytes)
    result.append(points)
    return result.finish()
  }
}
