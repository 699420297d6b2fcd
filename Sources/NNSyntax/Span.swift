/// A half-open range of UTF-8 byte offsets into the `bytes` of a `SourceText`.
public struct Span: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset after the last byte.
  public var end: Int32

  /// The range from `start` up to, not including, `end`.
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// The smallest span that covers both this one and `other`.
  public func union(_ other: Span) -> Span {
    Span(start: min(start, other.start), end: max(end, other.end))
  }
}
