/// One link of an exception's `__traceback__`: a frame that it has left, and those inside it.
final class TracebackPayload: NativePayload {
  /// Innermost first.
  let points: [TracePoint]
  /// Which of them this link is for.
  let index: Int

  init(_ points: [TracePoint], _ index: Int) {
    self.points = points
    self.index = index
  }

  var point: TracePoint { points[index] }

  /// The line that the frame was at.
  var line: Int { point.source.lineColumn(of: point.span.start).line }

  /// The text of the line without its indentation, and from which column to which the failing expression stands in it;
  /// None for the columns where it has more than one line.
  var place: Value {
    let (start, end) = (point.source.lineColumn(of: point.span.start), point.source.lineColumn(of: point.span.end))
    let text = point.source.line(start.line)
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    let indentation = text.count - trimmed.count
    let columns: Value =
      start.line == end.line
      ? .tuple(.int(start.column - 1 - indentation), .int(end.column - 1 - indentation)) : .nothing
    return .tuple(.string(String(trimmed)), columns)
  }

  /// The first link of a chain, or None where there is no frame.
  static func value(_ points: [TracePoint]) -> Value {
    points.isEmpty ? .nothing : link(points, points.count - 1)
  }

  /// The link of the frame inside this one, or None.
  var next: Value { index == 0 ? .nothing : TracebackPayload.link(points, index - 1) }

  private static func link(_ points: [TracePoint], _ index: Int) -> Value {
    .native(Ref(NativeObject(.traceback, TracebackPayload(points, index))))
  }
}

/// `tb_frame`: what is left of a frame after it has ended, its names and lines.
class FramePayload: NativePayload {
  let point: TracePoint
  init(_ point: TracePoint) { self.point = point }
  final var line: Int { point.source.lineColumn(of: point.span.start).line }
  /// The caller's frame, where it is kept.
  func back() -> Value { .nothing }
  /// The code that ran; the frame stands for it where it is not kept.
  func code() -> Value { .native(Ref(NativeObject(.frame, FramePayload(point)))) }
  func locals(_ context: Context) throws(Fault) -> Value { .dictionary(Ref(DictionaryObject())) }
  func globals(_ context: Context) throws(Fault) -> Value { .dictionary(Ref(DictionaryObject())) }
}

extension ExceptionObject {
  /// `__traceback__`.
  var traceback: Value { borrowing get { TracebackPayload.value(trace.points) } }
}
