/// The places that an exception has left so far, innermost first. Those of most exceptions are two at the most, which
/// need no array.
struct Trace {
  private var first: TracePoint?
  private var second: TracePoint?
  private var others: [TracePoint]?

  init() {}

  init(_ points: some Sequence<TracePoint>) {
    for point in points { append(point) }
  }

  /// More than the frames of the deepest recursion.
  static let longest = 20_000

  @inline(__always) mutating func append(_ point: TracePoint) {
    if first == nil {
      first = point
    } else if second == nil {
      second = point
    } else {
      appendFurther(point)
    }
  }

  @inline(never) private mutating func appendFurther(_ point: TracePoint) {
    if others == nil { others = [point] } else { others?.append(point) }
  }

  /// Whether there is room for further places.
  var hasRoom: Bool { @inline(__always) get { (others?.count ?? 0) < Trace.longest &- 2 } }

  /// The innermost place.
  var innermost: TracePoint? { first }

  /// Whether there are two places or more.
  var isLong: Bool { second != nil }

  /// All places, innermost first.
  var points: [TracePoint] {
    var points: [TracePoint] = []
    if let first { points.append(first) }
    if let second { points.append(second) }
    return points + (others ?? [])
  }
}
