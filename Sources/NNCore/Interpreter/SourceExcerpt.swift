import NNSyntax

/// The source line of an error with the failing expression, or its operands, underlined.
struct SourceExcerpt {
  /// The lines to show; none when the source has no text there.
  let lines: [String]

  /// The excerpt for a place; `operands` describe the operands of the expression there, mostly by their shapes.
  init(_ point: TracePoint, operands: [String]) {
    let source = point.source
    let number = source.lineColumn(of: point.span.start).line
    let lineSpan = source.lineSpan(number)
    let line = DisplayLine(source, lineSpan, focus: point.span.start)
    if line.text.isEmpty {
      lines = []
      return
    }
    func columns(_ span: Span) -> Range<Int> {
      line.columns(span.start - lineSpan.start..<min(max(span.end, span.start), lineSpan.end) - lineSpan.start)
    }
    let spans = OperandSpans.spans(of: point.span, in: source, count: operands.count)
    let isOnLine = spans.allSatisfy { $0.start >= lineSpan.start && $0.end <= lineSpan.end }
    var marked = [columns(point.span)]
    var labels = operands.isEmpty ? [] : [operands.joined(separator: ", ")]
    if !spans.isEmpty && isOnLine {
      marked = spans.map(columns)
      labels = operands
    }
    let margin = String(repeating: " ", count: String(number).utf8.count)
    lines =
      ["\(number) | \(line.text)"]
      + SourceExcerpt.marks(marked, labels.map(\.escapedForTerminal)).map { "\(margin) | \($0)" }
  }

  /// The line of carets, the last label beside its carets, and the others each on a line of its own below theirs.
  private static func marks(_ marked: [Range<Int>], _ labels: [String]) -> [String] {
    let order = marked.indices.sorted { marked[$0].lowerBound < marked[$1].lowerBound }
    var carets = ""
    for index in order {
      carets += blanks(marked[index].lowerBound - carets.count)
      carets += String(repeating: "^", count: max(marked[index].upperBound - carets.count, 0))
    }
    guard let last = order.last, last < labels.count else { return [carets] }
    let below = order.dropLast().reversed().filter { $0 < labels.count }
      .map { blanks(marked[$0].lowerBound) + labels[$0] }
    return [carets + " " + labels[last]] + below
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
