// A fence file: a pattern reads the text where it stands.
import NNRegex

/// The str or bytes that a pattern is matched against.
struct RegexSubject: ~Copyable {
  private let value: Value

  /// TypeError for a value of another kind than the pattern's.
  init(_ value: borrowing Value, isBytes: Bool) throws(Fault) {
    if value.asBytes != nil {
      if !isBytes { throw Fault(.typeError, "cannot use a string pattern on a bytes-like object") }
    } else if value.asString != nil {
      if isBytes { throw Fault(.typeError, "cannot use a bytes pattern on a string-like object") }
    } else {
      throw Fault(.typeError, "expected string or bytes-like object, got '\(value.typeName)'")
    }
    self.value = value.copy()
  }

  var count: Int {
    if let text = value.asString { return text.value.count }
    return value.asBytes?.value.bytes.count ?? 0
  }

  /// All code points, or bytes.
  var points: [UInt32] {
    if let text = value.asString { return text.value.points }
    return value.asBytes?.value.bytes.map(UInt32.init) ?? []
  }

  func slice(_ start: Int, _ end: Int) -> Value { RegexText.slice(value, start..<end) }

  /// A match, whose places are in `marks` then. KeyboardInterrupt after Ctrl-C.
  func match(
    _ pattern: Pattern, _ start: Int, _ end: Int, _ anchoring: Pattern.Anchoring, notEmptyAt forbidden: Int = -1,
    into marks: inout Pattern.Marks, in context: Context
  ) throws(Fault) -> Bool {
    switch answer(pattern, start, end, anchoring, forbidden, &marks) {
    case .match: return true
    case .none: return false
    case .tooDeep: throw Fault(.memoryError, "")
    case .stopped:
      try context.checkInterrupt()
      return false
    }
  }

  private func answer(
    _ pattern: Pattern, _ start: Int, _ end: Int, _ anchoring: Pattern.Anchoring, _ forbidden: Int,
    _ marks: inout Pattern.Marks
  ) -> Pattern.Answer {
    let shouldStop = { Interrupts.flag.isRaised }
    if let text = value.asString {
      if text.value.isASCII {
        return unsafe pattern.match(
          Subject(text.value.base, text.value.count), start, end, anchoring, notEmptyAt: forbidden, into: &marks,
          shouldStop: shouldStop)
      }
      return unsafe pattern.match(
        Subject(text.value.wide, text.value.count), start, end, anchoring, notEmptyAt: forbidden, into: &marks,
        shouldStop: shouldStop)
    }
    guard let bytes = value.asBytes else { return .none }
    return unsafe bytes.value.bytes.withUnsafeBufferPointer { buffer in
      unsafe pattern.match(
        Subject(buffer.baseAddress, buffer.count), start, end, anchoring, notEmptyAt: forbidden, into: &marks,
        shouldStop: shouldStop)
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
