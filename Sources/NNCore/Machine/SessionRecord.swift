import NNSyntax

/// What a session at a prompt remembers: the statements typed, their values, and the frames of the last error.
final class SessionRecord {
  /// `In`: the statements by number; number 0 is empty.
  var inputs: Value = .texts([""])
  /// `Out`: the values shown, by the number of their statement.
  var outputs = Ref(DictionaryObject())
  /// What the next statement begins with, as `%load` wants it.
  var nextInput: String?
  /// The last error's report.
  var lastReport: String?
  /// Whether a prompt is open: values and frames are kept.
  var isOpen = false
  /// Whether an array's value is followed by its dtype and shape.
  var showsShapes = true
  /// The places that an error has left, the innermost first.
  private(set) var points: [TracePoint] = []
  /// Their variables, as dictionaries.
  private(set) var variables = ValueList()
  /// Measures the lines of a program; nil most of the time.
  var profile: LineProfile?

  /// As many frames of an error as are kept.
  private static let frameLimit = 100

  /// The number of the statement that runs, or ran last.
  var number: Int { (inputs.asList?.value.items.count ?? 1) - 1 }

  /// Keeps a frame that an error leaves; `isInnermost` begins a new error's list.
  func note(_ point: TracePoint, isInnermost: Bool, _ locals: () -> Value) {
    if isInnermost { forgetFrames() }
    if point.isMagic { return }
    if points.count >= SessionRecord.frameLimit { return }
    points.append(point)
    variables.append(locals())
  }

  func forgetFrames() {
    points = []
    variables = ValueList()
  }
}

/// How long each line of a program took, the lines that it calls left out as far as they are measured themselves.
final class LineProfile {
  struct Line: Hashable {
    let source: SourceText
    let number: Int

    static func == (first: Line, second: Line) -> Bool {
      first.source === second.source && first.number == second.number
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(source))
      hasher.combine(number)
    }
  }

  private(set) var times: [Line: (hits: Int, seconds: Double)] = [:]
  private var current: Line?
  private var start = ContinuousClock.now

  /// A statement begins; what has passed since the last one did is that one's.
  func begin(_ source: SourceText, _ span: Span) {
    let now = ContinuousClock.now
    charge(until: now)
    let line = Line(source: source, number: source.lineColumn(of: span.start).line)
    var entry = times[line] ?? (0, 0)
    entry.hits += 1
    times[line] = entry
    current = line
    start = ContinuousClock.now
  }

  func end() {
    charge(until: ContinuousClock.now)
    current = nil
  }

  private func charge(until now: ContinuousClock.Instant) {
    guard let current else { return }
    let (seconds, attoseconds) = (now - start).components
    times[current]?.seconds += Double(seconds) + Double(attoseconds) * 1e-18
  }
}

extension TracePoint {
  /// Whether it is in the body of a `%` line, which is no part of the program.
  var isMagic: Bool { source.name.hasPrefix(ModuleFinder.bundledFolder + "/_magic") }
}
