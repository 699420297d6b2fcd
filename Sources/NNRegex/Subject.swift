// A fence file: the text that is matched, wherever it stands.

/// What a pattern is matched against: bytes (of ASCII, or of a bytes object), or code points. It does not own them: it is valid
/// while their owner lives.
@safe public struct Subject<Unit: UnsignedInteger & FixedWidthInteger> {
  private let base: UnsafePointer<Unit>?
  public let count: Int

  public init(_ base: UnsafePointer<Unit>?, _ count: Int) {
    unsafe self.base = base
    self.count = unsafe base == nil ? 0 : count
  }

  /// The code point at an index; beyond the subject one that no text has.
  @inline(__always) subscript(index: Int) -> UInt32 {
    guard index >= 0, index < count, let base = unsafe base else { return .max }
    return unsafe UInt32(truncatingIfNeeded: base[index])
  }
}
