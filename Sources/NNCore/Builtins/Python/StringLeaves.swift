// What the most called methods of texts do with plain arguments. Nil for all others.

extension Builtin {
  /// `upper`, `lower` and the like of ASCII.
  static func caseLeaf(_ form: AsciiCase, _ arguments: Registers, _ count: Int) -> Value? {
    guard count == 1, let text = arguments[0].exactString, text.value.isASCII else { return nil }
    return form.keeps(text.value.bytes) ? arguments[0].copy() : form.mapped(text.value.bytes)
  }

  /// `strip`, `lstrip` and `rstrip` of and by ASCII.
  static func stripLeaf(_ arguments: Registers, _ count: Int, left: Bool, right: Bool) -> Value? {
    guard count == 1 || count == 2, let text = arguments[0].exactString, text.value.isASCII else { return nil }
    let bytes = text.value.bytes
    var (start, end) = (0, bytes.count)
    if count == 1 {
      while left && start < end && AsciiTest.isSpace(bytes[start]) { start &+= 1 }
      while right && end > start && AsciiTest.isSpace(bytes[end &- 1]) { end &-= 1 }
    } else {
      guard let set = arguments[1].exactString, set.value.isASCII else { return nil }
      let dropped = set.value.bytes
      while left && start < end && dropped.has(bytes[start]) { start &+= 1 }
      while right && end > start && dropped.has(bytes[end &- 1]) { end &-= 1 }
    }
    return start == 0 && end == bytes.count ? arguments[0].copy() : text.value.slice(start, end)
  }

  /// `find` and `rfind` of a text in the whole.
  static func findLeaf(_ arguments: Registers, _ count: Int, isLast: Bool) -> Value? {
    guard count == 2, let text = arguments[0].exactString, let part = arguments[1].exactString else { return nil }
    let place =
      isLast
      ? text.value.findLast(part.value, from: 0, to: text.value.count)
      : text.value.find(part.value, from: 0, to: text.value.count)
    return .int(place ?? -1)
  }

  /// `split` at white space or at a separator.
  static func splitLeaf(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 1 || count == 2, let text = arguments[0].exactString else { return nil }
    if count == 1 { return .list(text.value.words(most: .max)) }
    guard let separator = arguments[1].exactString, separator.value.count > 0 else { return nil }
    return .list(text.value.parts(between: separator.value, most: .max))
  }
}
