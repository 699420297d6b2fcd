import NNSyntax

/// An error as it is shown: the calls that led to it, then its place, name and message, the line with the failing
/// expression underlined and each operand named, and a hint.
///
///     mlp.nn:21:11: ValueError: shapes (32,64) and (32,10) not aligned: 64 (dim 1) != 32 (dim 0)
///     21 |     dW2 = dot(h, dz)
///        |               ^  ^^ (32, 10)
///        |               (32, 64)
///        = hint: dot(h.T, dz) has shape (64, 10)
struct ErrorReport {
  let fault: Fault
  init(_ fault: Fault) { self.fault = fault }

  /// The whole report; it ends in a newline.
  var text: String {
    guard let report = fault.report, let earlier = report.earlier else { return ownText }
    let link =
      report.isCause
      ? "The above exception was the direct cause of the following exception:"
      : "During handling of the above exception, another exception occurred:"
    return "\(ErrorReport(earlier).text)\n\(link)\n\n\(ownText)"
  }

  /// The report without the exceptions before it.
  private var ownText: String {
    // What a `%` line's body does is no part of the program: the error is the line's.
    let points = fault.trace.points
    let trace = points.drop(while: \.isMagic)
    let isMagic = trace.count < points.count
    var lines = Traceback.lines(trace.dropFirst().filter { !$0.isMagic })
    var headline = fault.report?.typeName ?? fault.kind.name
    if !fault.message.isEmpty { headline += ": " + fault.message }
    var margin = ""
    if let point = trace.first {
      let place = point.source.lineColumn(of: point.span.start)
      headline = "\(point.source.name):\(place.line):\(place.column): " + headline
      margin = String(repeating: " ", count: String(place.line).utf8.count)
    }
    lines.append(headline.escapedForTerminal)
    if let point = trace.first { lines += SourceExcerpt(point, operands: isMagic ? [] : fault.operands).lines }
    lines += (fault.report?.notes ?? []).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { String($0).escapedForTerminal }
    if let hint = namedHint { lines.append("\(margin) = hint: " + hint.escapedForTerminal) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The hint with the program's own names: `dot(a.T, b)`, as the arrays write it, becomes `dot(h.T, dz)`.
  private var namedHint: String? {
    guard let hint = fault.hint, let point = fault.trace.innermost, let open = hint.firstIndex(of: "("),
      let close = hint[open...].firstIndex(of: ")"), open != hint.startIndex
    else { return fault.hint }
    let spans = OperandSpans.spans(of: point.span, in: point.source, count: fault.operands.count)
    let names = spans.map { point.source.text(of: $0) }
    guard names.count == 2, names.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }) else {
      return hint
    }
    let arguments = hint[open..<close].split(separator: " ", omittingEmptySubsequences: false).map { word in
      let letters = word.drop { $0 == "(" }
      guard let name = ["a": names[0], "b": names[1]][letters.prefix { $0.isLetter }] else { return String(word) }
      return word.prefix { $0 == "(" } + name + letters.drop { $0.isLetter }
    }
    return hint[..<open] + arguments.joined(separator: " ") + hint[close...]
  }
}

/// The calls that led to an error, outermost first.
enum Traceback {
  /// How often the same place is listed before it is counted.
  private static let shownRepeats = 3
  /// A longer list of calls, which functions that call each other without end make, is shown from both ends.
  private static let longestList = 60

  /// The lines for the frames around the failing one, innermost first as a fault collects them; none without frames.
  static func lines(_ callers: [TracePoint]) -> [String] {
    if callers.isEmpty { return [] }
    var lines: [String] = []
    var index = callers.count - 1
    while index >= 0 {
      let point = callers[index]
      var repeats = 0
      while index >= 0 && callers[index].isSamePlace(as: point) {
        repeats += 1
        index -= 1
      }
      lines += Array(repeating: entry(point), count: min(repeats, shownRepeats))
      let more = repeats - shownRepeats
      if more > 0 { lines.append("  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]") }
    }
    return ["Traceback (most recent call last):"] + shortened(lines)
  }

  private static func shortened(_ entries: [String]) -> [String] {
    if entries.count <= longestList { return entries }
    let half = longestList / 2
    return entries.prefix(half) + ["  [\(entries.count - longestList) more calls]"] + entries.suffix(half)
  }

  private static func entry(_ point: TracePoint) -> String {
    let line = point.source.lineColumn(of: point.span.start).line
    let text = point.source.line(line).drop { $0 == " " || $0 == "\t" }
    let place = "  File \"\(point.source.name)\", line \(line), in \(point.function)".escapedForTerminal
    return text.isEmpty ? place : place + "\n    " + String(text).escapedForTerminal
  }
}

extension TracePoint {
  /// Whether both are the same expression of the same body.
  fileprivate func isSamePlace(as other: TracePoint) -> Bool {
    span == other.span && source === other.source && function == other.function
  }
}
