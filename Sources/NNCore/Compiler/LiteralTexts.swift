/// Literals that look like names are the same object wherever they stand, as far as they are remembered: a dictionary
/// then finds them by that alone.
enum LiteralTexts {
  /// By the low bits of the text's hash.
  private static var recent = empty()
  private static let count = 1024

  private static func empty() -> ValueList {
    var values = ValueList(capacity: count)
    for _ in 0..<count { values.append(.unbound) }
    return values
  }

  /// The text itself, or the same one that was a literal before.
  static func shared(_ text: consuming Value) -> Value {
    guard let string = text.exactString, string.value.byteCount > 1, string.value.byteCount <= 64,
      string.value.bytes.isName
    else { return text }
    let place = string.value.hash() & (count - 1)
    if let known = recent[place].exactString, known.value.isEqual(to: string.value) { return recent[place].copy() }
    _ = recent[place].exchange(text.copy())
    return text
  }
}

extension ByteView {
  /// Whether there are letters, digits and underscores of ASCII only.
  fileprivate var isName: Bool {
    var index = 0
    while index < count {
      switch self[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
      default: return false
      }
      index &+= 1
    }
    return true
  }
}
